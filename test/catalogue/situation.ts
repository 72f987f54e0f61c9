import { setMaxListeners } from 'node:events'
import { expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import type { Choices, PolicyChoices } from '#machines/procedure/choices.ts'
import type { StepId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import type { PracticeClock } from '#node/practice/clock.ts'
import type { EnvironmentPayload } from '#node/practice/environment-payload.ts'
import { practiceCredential, practiceHttpClient } from '#node/practice/http-client.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { PolicyState, ResourceGroupState, VaultState } from '#node/practice/state.ts'
import { PEOPLE, type PersonId, SUBSCRIPTION, type World } from '#node/practice/world.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { type Ask, GROUP_PATH, POLICY_PATH, type Practised, practise, scenarioOf, VAULT_PATH } from '../node/practice/practise.ts'

export { GROUP_PATH, POLICY_PATH, VAULT_PATH }

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE
export const ENVIRONMENT = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
export const SUBSCRIPTION_PATH = `/subscriptions/${SUBSCRIPTION.id}`
export const KEY = 'cmk-contoso-prod'

export const POLICY_CHOICES: PolicyChoices = {
  subscriptionId: SUBSCRIPTION.id,
  resourceGroup: 'rg-contoso-cmk',
  region: 'eastus',
  vaultName: 'kv-contoso-cmk',
  vaultResourceGroup: 'rg-contoso-cmk',
  keyName: KEY,
  keySize: 3072,
  policyName: 'cmk-contoso-prod',
  administratorObjectId: PEOPLE.ada.objectId,
}

export const KEY_PATH = `/keys/${KEY}`

export const seconds = (at: number): number => Math.floor(at / 1000)

export const network = (defaultAction: string, bypass: string) => ({ properties: { networkAcls: { defaultAction, bypass } } })

/** Ids of built-in roles that are given in the tables. */
export const ROLE_IDS = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'User Access Administrator': '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'Key Vault Crypto Officer': '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  'Key Vault Crypto Service Encryption User': 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
} as const
export type RoleName = keyof typeof ROLE_IDS

/** A tenant in which everything is ready, in pieces that a situation can leave out or spoil. */
export class Fit {
  readonly #world: World
  constructor(world: World) {
    this.#world = world
    for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_PATH)
  }

  environment(wish: Partial<Parameters<World['environment']>[0]> = {}, users?: readonly string[]): EnvironmentPayload {
    const { dataverse, ...rest } = wish
    return this.#world.environment(
      {
        name: ENVIRONMENT,
        displayName: 'contoso-prod',
        sku: 'Production',
        location: 'unitedstates',
        azureRegion: 'eastus',
        protectionLevel: 'Standard',
        dataverse: {
          organizationId: 'e7a05c3d-9f12-4b68-83d4-6c1e0f7a2b95',
          domainName: 'contoso-prod',
          uniqueName: 'unqe7a05c3d9f124b6883d46c1e0f7a2',
          instanceUrl: 'https://contoso-prod.crm.dynamics.com',
          ...dataverse,
        },
        financeAndOperations: {
          id: '94b1f6e8-0d27-4c5a-b3e9-7f1a2c8d5064',
          type: 'Linked',
          url: 'https://contoso.operations.dynamics.com/',
        },
        ...rest,
      },
      users,
    )
  }

  vault(wish: Partial<VaultState> = {}): { readonly group: ResourceGroupState; readonly vault: VaultState } {
    this.#world.registerPowerPlatform()
    const group = this.#world.group('rg-contoso-cmk', 'eastus')
    const vault = this.#world.vault(group, 'kv-contoso-cmk', wish)
    return { group, vault }
  }

  /** Vault, key, policy, and the policy's role on the vault. */
  policy(wish: Partial<VaultState> = {}, location = 'unitedstates'): { readonly vault: VaultState; readonly policy: PolicyState } {
    const { group, vault } = this.vault(wish)
    this.#world.key(vault, KEY, 3072)
    const policy = this.#world.policy(group, 'cmk-contoso-prod', location, vault, KEY)
    return { vault, policy }
  }

  /** Everything, and the role. */
  everything(wish: Partial<VaultState> = {}): { readonly vault: VaultState; readonly policy: PolicyState } {
    const made = this.policy(wish)
    this.#world.grant(made.policy.identity.principalId ?? '', 'Key Vault Crypto Service Encryption User', VAULT_PATH)
    return made
  }

  /** Everything, and the environment on the key for long. */
  encrypted(wish: Partial<VaultState> = {}): void {
    this.#world.encrypted(this.environment(), this.everything(wish).policy)
  }
}

/** A tenant in a situation, and what can be done in it. */
export interface Bench extends Practised {
  readonly clock: PracticeClock
  /** Sends one change as Ada and expects it to be accepted. */
  change(service: 'arm' | 'bap' | 'keys', method: string, path: string, body?: unknown, as?: PersonId): Promise<void>
  give(role: RoleName, principalId: string, scope: string): Promise<void>
  /** The object id of the policy's identity. */
  identity(): string
  as(person: PersonId): Services
}

/** Different decision that fixes it. */
export interface Decision {
  readonly choices?: Partial<PolicyChoices>
  readonly environmentId?: string
  readonly person?: PersonId
}

/** One line of a table: the tenant is so, the finding is there, this fixes it, the finding is gone. */
export interface Situation {
  readonly id: `F-${string}`
  readonly when: string
  readonly step: StepId
  /** The check's key, where another check of the ID gives a separate finding in the same tenant. */
  readonly check?: string
  readonly build: (world: World, fit: Fit) => void
  /** Who looks; Ada if absent. */
  readonly person?: PersonId
  readonly choices?: Partial<PolicyChoices>
  /** Setup before the first reading. */
  readonly before?: (bench: Bench) => Promise<void> | void
  /** Change in the tenant that fixes it. */
  readonly putRight?: (bench: Bench) => Promise<void> | void
  /** Different decision that fixes it. */
  readonly decide?: Decision
}

/** A line that reads like a sentence: the id is found when this is so, in this step of this tenant. */
export const situation = (
  id: Situation['id'],
  when: string,
  step: StepId,
  build: Situation['build'],
  others: Omit<Situation, 'id' | 'when' | 'step' | 'build'> = {},
): Situation => ({ id, when, step, build, ...others })

/** Everything is there but the link. */
export const ready =
  (vault: Partial<VaultState> = {}, environment: Parameters<Fit['environment']>[0] = {}): Situation['build'] =>
  (_, fit) => {
    fit.environment(environment)
    fit.everything(vault)
  }

export const encrypted: Situation['build'] = (_, fit) => fit.encrypted()
export const environmentOnly: Situation['build'] = (_, fit) => void fit.environment()

/** Everything is there but the link and the policy's role on the vault. */
export const withoutRole: Situation['build'] = (_, fit) => {
  fit.environment()
  fit.policy()
}

/** One after the other. */
export const and =
  (...builds: readonly Situation['build'][]): Situation['build'] =>
  (world, fit) => {
    for (const build of builds) build(world, fit)
  }

/** A person or group has these roles on the subscription. */
export const granted =
  (principalId: string, ...roles: readonly RoleName[]): Situation['build'] =>
  (world) => {
    for (const role of roles) world.grant(principalId, role, SUBSCRIPTION_PATH)
  }

type Change = Partial<EnvironmentPayload['properties']> | ((environment: EnvironmentPayload) => void)

/** Defect of the environment itself, fixed there: no request for it is documented. */
export function inTheEnvironment(
  id: Situation['id'],
  when: string,
  step: StepId,
  [spoil, mend]: readonly [Change, Change],
  make: (world: World, fit: Fit) => EnvironmentPayload = (_, fit) => {
    fit.everything()
    return fit.environment()
  },
): Situation {
  let environment: EnvironmentPayload | undefined
  const change = (by: Change): void => {
    if (!environment) throw new Error('There is no environment yet.')
    if (typeof by === 'function') by(environment)
    else Object.assign(environment.properties, by)
  }
  const build: Situation['build'] = (world, fit) => {
    environment = make(world, fit)
    change(spoil)
  }
  return situation(id, when, step, build, { putRight: () => change(mend) })
}

export function onTheKey(world: World, fit: Fit): EnvironmentPayload {
  const environment = fit.environment()
  world.encrypted(environment, fit.everything().policy)
  return environment
}

/** Each finding is there in its situation, and gone once it is fixed. */
export function walkSituations(situations: readonly Situation[]): void {
  it.each(situations.map((each) => [each.id, each.when, each] as const))('%s: %s', async (id, when, each) => {
    const bench = benchOf(`${id} ${when}`, each.build)
    const seen = async (decision?: Decision) =>
      amiss(await findingsOf(bench, each.step, each, decision), id).filter(({ key }) => (each.check ?? key) === key)
    await each.before?.(bench)
    expect(await seen()).not.toEqual([])
    await each.putRight?.(bench)
    expect(await seen(each.decide)).toEqual([])
  })
}

/** The tenant of a situation. */
export function benchOf(name: string, build: (world: World, fit: Fit) => void): Bench {
  const practised = practise(scenarioOf(name, (world) => build(world, new Fit(world))))
  const { tenant, clock } = practised
  const change: Bench['change'] = async (service, method, path, body, as = 'ada') => {
    const ask: Ask = body === undefined ? { as } : { as, body }
    const answer = await practised[service](method, path, ask)
    if (answer.status >= 300) throw new Error(`${method} ${path} was refused: ${JSON.stringify(answer.body)}`)
  }
  const nextName = seededRandom('assignments')
  return {
    ...practised,
    change,
    async give(role, principalId, scope) {
      const digits = String(Math.floor(nextName() * 1e12)).padStart(12, '0')
      await change('arm', 'PUT', `${scope}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-4000-8000-${digits}`, {
        properties: {
          roleDefinitionId: `${SUBSCRIPTION_PATH}/providers/Microsoft.Authorization/roleDefinitions/${ROLE_IDS[role]}`,
          principalId,
        },
      })
    },
    identity: () => tenant.inspect().policies[0]?.identity.principalId ?? '',
    as: (person) =>
      connectServices({
        cloud: CLOUDS.commercial,
        credential: practiceCredential(tenant, person),
        account: tenant.account(person),
        clock,
        random: seededRandom('client'),
        httpClient: practiceHttpClient(tenant),
      }),
  }
}

/** Findings of a step, read by the real clients. */
export async function findingsOf(bench: Bench, step: StepId, situation: Pick<Situation, 'person' | 'choices'>, decision: Decision = {}) {
  const choices: Choices = {
    environmentId: decision.environmentId ?? ENVIRONMENT,
    policy: { ...POLICY_CHOICES, ...situation.choices, ...decision.choices },
  }
  const services = bench.as(decision.person ?? situation.person ?? 'ada')
  const { signal } = new AbortController()
  // Everything is read at once, and each request listens.
  setMaxListeners(0, signal)
  const reading = await observe(step, { services, choices, now: () => bench.clock.now(), signal })
  return reading.findings
}

/** Findings of an id that are anything but a pass. */
export const amiss = (findings: readonly Finding[], id: string): readonly Finding[] =>
  findings.filter((finding) => finding.id === id && finding.status !== 'pass')
