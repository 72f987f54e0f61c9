import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import { isGuid } from '#machines/guid.ts'
import type { AzureService, Permission, RoleAssignment, SignedInAccount } from '#machines/procedure/services/services.ts'
import { requestMessages } from '../answer-messages.ts'
import { roleAssignmentSchema } from '../resource-manager/role-assignments.ts'
import { anyCase } from './any-case.ts'
import { assignmentName } from './assignment-name.ts'
import { type RestClient, restClient } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchangeFor } from './exchange.ts'
import { HostNotAllowed, managedHsmHost, parseAddress } from './hosts.ts'
import { refusedHere } from './refusal.ts'
import { pageOf } from './resource-manager.ts'
import { readList } from './rest-list.ts'

/** Source: the specification of Managed HSM's local RBAC, stable version 7.4. */
const VERSION = '7.4'

/** `/keys` or `/keys/<name>`; nothing that would be another route. */
const SCOPE = /^\/keys(?:\/[0-9a-z-]{1,127})?$/i

const names = z.array(z.string()).nullish()

const wireDefinition = anyCase({
  name: z.string().min(1),
  properties: anyCase({
    permissions: z.array(anyCase({ actions: names, notActions: names, dataActions: names, notDataActions: names })).nullish(),
  }).nullish(),
}).transform(({ name, properties }) => ({
  roleId: name.toLowerCase(),
  permissions: (properties?.permissions ?? []).map(
    ({ actions, notActions, dataActions, notDataActions }): Permission => ({
      actions: actions ?? [],
      notActions: notActions ?? [],
      dataActions: dataActions ?? [],
      notDataActions: notDataActions ?? [],
    }),
  ),
}))

export const localRolePageSchema = pageOf(roleAssignmentSchema)
export const localDefinitionPageSchema = pageOf(wireDefinition)

/** Whether an assignment includes a scope: `/` everything, `/keys` each key. */
const reaches = (assigned: string, scope: string): boolean =>
  `${scope.toLowerCase()}/`.startsWith(`${assigned.toLowerCase().replace(/\/+$/, '')}/`)

/** A Managed HSM's local roles. Its keys use the vault's client. @param account whose permissions are read */
export function connectLocalRoles(connection: Connection, account: SignedInAccount) {
  const { cloud, clock } = connection
  const allowed = managedHsmHost(cloud)
  const rest = cloud.managedHsm && restClient(connection, cloud.managedHsm.audience, allowed)

  /** Sends nothing and requests no token if the address isn't a Managed HSM of this cloud. */
  async function within<T>(
    hsmUri: string,
    scope: string,
    call: (client: RestClient, base: string) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const url = parseAddress(hsmUri)
    if (!rest || !url || !allowed(url))
      return { ok: false, refusal: refusedHere('GET roleAssignments', new HostNotAllowed(url?.host ?? '').why) }
    if (!SCOPE.test(scope)) return { ok: false, refusal: refusedHere('GET roleAssignments', requestMessages.noResource({ id: scope })) }
    return call(rest, url.origin)
  }

  /** @param scope empty for the whole HSM: Azure CLI omits the scope's slash too */
  const addressOf = (base: string, scope: string, what: string): string =>
    `${base}${scope}/providers/Microsoft.Authorization/${what}?api-version=${VERSION}`

  async function listLocalRoles(
    hsmUri: string,
    scope: string,
    principalId: string,
    signal?: AbortSignal,
  ): Promise<Answer<readonly RoleAssignment[]>> {
    return within(hsmUri, scope, async (client, base) => {
      // Sources differ on supported filters, so the list is filtered here, as in Azure CLI.
      const all = await readList(localRolePageSchema, client, addressOf(base, '', 'roleAssignments'), clock, signal)
      if (!all.ok) return all
      const value = all.value.filter((each) => sameId(each.principalId, principalId) && reaches(each.scope, scope))
      return { ok: true, value }
    })
  }

  async function readLocalPermissions(hsmUri: string, scope: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>> {
    return within(hsmUri, scope, async (client, base) => {
      // Both are paged and independent.
      const [roles, definitions] = await Promise.all([
        listLocalRoles(hsmUri, scope, account.objectId, signal),
        readList(localDefinitionPageSchema, client, addressOf(base, '', 'roleDefinitions'), clock, signal),
      ])
      if (!roles.ok) return roles
      if (!definitions.ok) return definitions
      const held = new Set(roles.value.map(({ roleId }) => roleId))
      return { ok: true, value: definitions.value.flatMap(({ roleId, permissions }) => (held.has(roleId) ? permissions : [])) }
    })
  }

  return {
    listLocalRoles,
    readLocalPermissions,
    assignLocalRole: (hsmUri, { scope, roleId, principalId }, signal) =>
      within(hsmUri, scope, async (client, base) => {
        if (!isGuid(principalId))
          return { ok: false, refusal: refusedHere('PUT roleAssignments', requestMessages.noPrincipal({ id: principalId })) }
        const name = assignmentName(`${new URL(hsmUri).host}${scope}`, principalId, roleId)
        const url = addressOf(base, scope, `roleAssignments/${name}`)
        const body = {
          properties: { roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${roleId}`, principalId },
        }
        const answer = await exchangeFor(roleAssignmentSchema, () => client.send({ method: 'PUT', url, body }), clock, signal)
        if (answer.ok || answer.refusal.status !== 409) return answer
        const all = await listLocalRoles(hsmUri, scope, principalId, signal)
        if (!all.ok) return all
        const existing = all.value.find((known) => known.roleId === roleId.toLowerCase())
        return existing ? { ok: true, value: existing } : answer
      }),
  } satisfies Partial<AzureService>
}
