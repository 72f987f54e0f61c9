import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import { parseResourceId } from '../../machines/procedure/ids.ts'
import type { AzureService, Permission } from '../../machines/procedure/services.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { clientOptions, refuseForeignHostsFirst, restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangePages } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { lazilyEach } from '../azure/lazily.ts'
import { withOptional } from '../azure/optional.ts'
import { refusedHere } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { signingIn } from '../azure/sign-in.ts'

/** The version the SDK asks with. */
const API_VERSION = '2022-04-01'

const patterns = z.array(z.string()).nullish()

// The SDK's own reading leaves conditions out, and a right under a condition must not pass for one without.
export const permissionSchema = anyCase({
  actions: patterns,
  notActions: patterns,
  dataActions: patterns,
  notDataActions: patterns,
  condition: text,
}).transform(
  ({ actions, notActions, dataActions, notDataActions, condition }): Permission =>
    withOptional(
      { actions: actions ?? [], notActions: notActions ?? [], dataActions: dataActions ?? [], notDataActions: notDataActions ?? [] },
      { condition: condition || undefined },
    ),
)

/** One page of what the account may do at a scope. */
export const permissionPageSchema = anyCase({ value: z.array(permissionSchema), nextLink: text })

const valuesOfPage = permissionPageSchema.transform(({ value }) => value)

/** A path segment that names something; `.` and `..` would lead elsewhere. */
const SEGMENT = /^(?!\.{1,2}$)[^/?#\\%\s]+$/

/** What a scope is, for the three ways in which permissions are asked for; nothing when it is no id of Azure's. */
function partsOf(scope: string) {
  const trimmed = scope.replace(/\/+$/, '')
  if (
    !trimmed.startsWith('/') ||
    !trimmed
      .slice(1)
      .split('/')
      .every((segment) => SEGMENT.test(segment))
  )
    return undefined
  const [, subscriptionId, resourceGroup] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i.exec(trimmed) ?? []
  if (subscriptionId) return resourceGroup ? { subscriptionId, resourceGroup } : { subscriptionId }
  const resource = parseResourceId(trimmed)
  const [namespace, type] = resource?.type.split('/') ?? []
  if (!resource || !namespace || !type) return undefined
  return {
    subscriptionId: resource.subscriptionId,
    resourceGroup: resource.resourceGroup,
    resource: { namespace, type, name: resource.name },
  }
}

/** What the signed-in account may do. The SDK is loaded with the first call. */
export function connectPermissions(connection: Connection): Pick<AzureService, 'readPermissions'> {
  const { cloud, clock } = connection
  const allowed = resourceManagerHost(cloud)
  const rest = restClient(connection, cloud.resourceManagerAudience, allowed)
  const clientFor = lazilyEach(async (subscriptionId) => {
    const { AuthorizationManagementClient } = await import('@azure/arm-authorization')
    const made = new AuthorizationManagementClient(signingIn(connection.credential), subscriptionId, {
      ...clientOptions(connection, allowed),
      endpoint: cloud.resourceManager,
      credentialScopes: `${cloud.resourceManagerAudience}/.default`,
    })
    refuseForeignHostsFirst(made.pipeline, allowed)
    return made
  })

  /** The SDK asks for groups and resources only. */
  function ofSubscription(subscriptionId: string, signal?: AbortSignal): Promise<Answer<readonly Permission[]>> {
    const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Authorization/permissions`
    return readList(permissionPageSchema, rest, `${cloud.resourceManager}${path}?api-version=${API_VERSION}`, clock, signal)
  }

  return {
    async readPermissions(scope, signal) {
      const parts = partsOf(scope)
      if (!parts) return { ok: false, refusal: refusedHere('GET permissions', requestMessages.noScope({ id: scope })) }
      const { subscriptionId, resourceGroup, resource } = parts
      if (resourceGroup === undefined) return ofSubscription(subscriptionId, signal)
      const { permissions } = await clientFor(subscriptionId)
      const list = () =>
        resource
          ? // A resource without a parent: with an empty parent the SDK makes a path with two slashes, and a dot disappears.
            permissions.listForResource(resourceGroup, resource.namespace, '.', resource.type, resource.name)
          : permissions.listForResourceGroup(resourceGroup)
      return exchangePages(valuesOfPage, list, clock, signal)
    },
  }
}
