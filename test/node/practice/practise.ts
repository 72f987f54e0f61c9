import * as z from 'zod'
import { ORIGINS } from '#node/practice/addresses.ts'
import { createPracticeClock, type PracticeClock, realTimers } from '#node/practice/clock.ts'
import type { EnvironmentPayload } from '#node/practice/environment-payload.ts'
import type { HttpResponse } from '#node/practice/exchange.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { versionsOf } from '#node/practice/services/api-versions.ts'
import { createPracticeTenant, type PracticeTenant } from '#node/practice/tenant.ts'
import type { PersonId, TenantWish, World } from '#node/practice/world.ts'
import { SUBSCRIPTION } from '#node/practice/world.ts'

/** A fixed moment, so that nothing in these tests depends on the day they run. */
export const NOW = Date.parse('2026-11-24T09:00:00Z')

export const SUBSCRIPTION_PATH = `/subscriptions/${SUBSCRIPTION.id}`
export const GROUP_PATH = `${SUBSCRIPTION_PATH}/resourceGroups/rg-contoso-cmk`
export const VAULT_PATH = `${GROUP_PATH}/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk`
export const POLICY_PATH = `${GROUP_PATH}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-contoso-prod`
export const BAP = '/providers/Microsoft.BusinessAppPlatform'

export interface Ask {
  readonly as?: PersonId
  readonly body?: unknown
  /** Instead of the service's own audience. */
  readonly scope?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly raw: HttpResponse
  /** The body as JSON; undefined when there is none. */
  readonly body: unknown
}

export interface Practised {
  readonly tenant: PracticeTenant
  readonly clock: PracticeClock
  /** Asks Azure Resource Manager; `path` without api-version gets one. */
  arm(method: string, path: string, ask?: Ask): Promise<Answered>
  /** Asks the Power Platform administration API; the version is 2023-06-01 unless the path names one. */
  bap(method: string, path: string, ask?: Ask): Promise<Answered>
  keys(method: string, path: string, ask?: Ask): Promise<Answered>
  /** Asks any address with a token of the scope, or without one. */
  at(method: string, url: string, scope: string | undefined, ask?: Ask): Promise<Answered>
}

const withVersion = (path: string, version: string): string =>
  path.includes('api-version=') ? path : `${path}${path.includes('?') ? '&' : '?'}api-version=${version}`

/** A tenant on a clock that stops until it is advanced. */
export function practise(scenario: Scenario | string, environments: readonly EnvironmentPayload[] = [], wish: TenantWish = {}): Practised {
  const chosen = typeof scenario === 'string' ? scenarioByName(scenario) : scenario
  if (!chosen) throw new Error(`no scenario ${String(scenario)}`)
  const clock = createPracticeClock({ wall: () => NOW, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })
  const tenant = createPracticeTenant({
    scenario: chosen,
    clock,
    random: seededRandom(chosen.name),
    environments,
    deviceCodeInterval: 0,
    ...wish,
  })

  async function at(method: string, url: string, scope: string | undefined, ask: Ask = {}): Promise<Answered> {
    const token = scope === undefined ? undefined : tenant.tokenFor(ask.as ?? 'ada', ask.scope ?? scope).token
    const body = ask.body === undefined ? '' : typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body)
    const headers = {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...ask.headers,
    }
    const raw = await tenant.handle({ method, url, headers, body })
    const isJson = (new Headers(raw.headers).get('content-type') ?? '').includes('json')
    return {
      status: raw.status,
      headers: new Headers(raw.headers),
      raw,
      body: isJson && raw.body !== '' ? JSON.parse(raw.body) : undefined,
    }
  }

  return {
    tenant,
    clock,
    at,
    arm: (method, path, ask) =>
      at(
        method,
        ORIGINS.resourceManager + withVersion(path, versionsOf(path.split('?')[0] ?? '')?.at(-1) ?? '2022-04-01'),
        'https://management.azure.com/.default',
        ask,
      ),
    bap: (method, path, ask) =>
      at(method, `${ORIGINS.powerPlatform}${BAP}${withVersion(path, '2023-06-01')}`, 'https://service.powerapps.com//.default', ask),
    keys: (method, path, ask) =>
      at(method, `https://kv-contoso-cmk.vault.azure.net${withVersion(path, '7.4')}`, 'https://vault.azure.net/.default', ask),
  }
}

export function scenarioOf(name: string, build: (world: World) => void): Scenario {
  const title = { messageId: name }
  return { name, title, story: title, person: 'ada', environmentId: 'none', choices: {}, promise: { end: 'encrypted' }, build }
}

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Status and code of a refusal, as one word to compare. */
export function refusal({ status, body }: Answered): string {
  return `${status} ${errorBody.safeParse(body).data?.error.code ?? '(no code)'}`
}

export const message = ({ body }: Answered): string => errorBody.parse(body).error.message

const list = z.looseObject({ value: z.array(z.unknown()), nextLink: z.string().nullish() })
export const listOf = ({ body }: Answered) => list.parse(body)

/** Follows `nextLink` to the end. @param scope of the token */
export async function pagesOf(
  { at }: Pick<Practised, 'at'>,
  first: Answered,
  scope = 'https://management.azure.com/.default',
  ask?: Ask,
): Promise<readonly (readonly unknown[])[]> {
  const pages = [listOf(first)]
  for (let next = pages[0]?.nextLink; next; next = pages.at(-1)?.nextLink) pages.push(listOf(await at('GET', next, scope, ask)))
  return pages.map(({ value }) => value)
}

/** Members of an environment that these tests read. */
const environment = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  properties: z.looseObject({
    displayName: z.string(),
    environmentSku: z.string(),
    states: z.looseObject({ runtime: z.looseObject({ id: z.string() }) }).optional(),
    protectionStatus: z.looseObject({ keyManagedBy: z.string() }).optional(),
    governanceConfiguration: z.looseObject({ protectionLevel: z.string() }).optional(),
    enterprisePolicies: z
      .looseObject({ customerManagedKeys: z.looseObject({ id: z.string(), systemId: z.string(), linkStatus: z.string() }).optional() })
      .optional(),
    ongoingOperation: z.looseObject({ id: z.string() }).optional(),
    linkedEnvironmentMetadata: z.looseObject({ instanceUrl: z.string() }).nullish(),
    linkedAppMetadata: z.looseObject({ id: z.string(), type: z.string(), url: z.string() }).optional(),
    permissions: z.record(z.string(), z.unknown()).optional(),
    lifecycleOperationsEnforcement: z
      .looseObject({
        allowedOperations: z.array(z.looseObject({ type: z.looseObject({ id: z.string() }) })).optional(),
        disallowedOperations: z.array(z.looseObject({ type: z.looseObject({ id: z.string() }) })).optional(),
      })
      .optional(),
  }),
})
export const environmentIn = ({ body }: Answered) => environment.parse(body)

const operation = z.looseObject({
  id: z.string(),
  type: z.looseObject({ id: z.string() }),
  typeDisplayName: z.string(),
  state: z.looseObject({ id: z.string() }),
  stages: z.array(
    z.looseObject({ id: z.string(), state: z.looseObject({ id: z.string() }).optional(), firstActionDateTime: z.string().optional() }),
  ),
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
})
export const operationIn = ({ body }: Answered) => operation.parse(body)

/** The address to poll, from the header that names it. */
export function operationAddress({ headers }: Answered): string {
  const address = headers.get('operation-location') ?? headers.get('location')
  if (!address) throw new Error('no header names the operation')
  return address
}

const policy = z.looseObject({
  id: z.string(),
  identity: z.looseObject({ principalId: z.string() }),
  properties: z.looseObject({ systemId: z.string(), healthStatus: z.string() }),
})
export const policyIn = ({ body }: Answered) => policy.parse(body)

export const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
export const assignmentAt = (scope: string, name = '11111111-2222-4333-8444-555555555555'): string =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`
/** Body of a role assignment. */
export const roleFor = (principalId: string, role = READER, principalType = 'User') => ({
  properties: {
    roleDefinitionId: `${SUBSCRIPTION_PATH}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    principalId,
    principalType,
  },
})

/** Body of a new enterprise policy. */
export const newPolicy = (more: object = {}) => ({
  location: 'unitedstates',
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  properties: { encryption: { state: 'Enabled', keyVault: { id: VAULT_PATH, key: { name: 'cmk-contoso-prod' } } } },
  ...more,
})

/** An environment with a Dataverse organization, as a scenario adds it. */
export const newEnvironment = (name: string, displayName: string, organization: object = {}) => ({
  name,
  displayName,
  sku: 'Sandbox',
  location: 'unitedstates',
  azureRegion: 'eastus',
  protectionLevel: 'Standard' as const,
  dataverse: {
    organizationId: 'o',
    domainName: displayName,
    uniqueName: 'u',
    instanceUrl: `https://${displayName}.crm.dynamics.com`,
    ...organization,
  },
})

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
