import type { VaultState } from '#node/practice/state.ts'
import { PEOPLE, type World } from '#node/practice/world.ts'
import {
  environmentIn,
  newEnvironment,
  operationIn,
  type Practised,
  practise,
  SUBSCRIPTION_PATH,
  scenarioOf,
  VAULT_PATH,
} from './practise.ts'

export const ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
export const LINK = `/environments/${ID}/enterprisePolicies/Encryption/link?api-version=2019-10-01`
export const BAP_SCOPE = 'https://service.powerapps.com/.default'

export interface Wish {
  readonly environment?: { sku?: string; protectionLevel?: 'Standard' | 'Basic'; location?: string }
  readonly policyLocation?: string
  readonly vault?: Partial<VaultState>
  readonly keySize?: number
  /** True if the policy's identity has the role on the vault. */
  readonly granted?: boolean
  readonly behaviour?: Parameters<World['behave']>[0]
}

/** An environment and a policy that are ready for each other, but for what the wish says. */
export function ready(wish: Wish = {}): Practised & { systemId: string; principalId: string } {
  const practised = practise(
    scenarioOf('link', (world) => {
      world.behave(wish.behaviour ?? {})
      world.registerPowerPlatform()
      for (const role of ['Owner', 'Key Vault Administrator']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_PATH)
      const group = world.group('rg-contoso-cmk', 'eastus')
      const vault = world.vault(group, 'kv-contoso-cmk', wish.vault)
      world.key(vault, 'cmk', wish.keySize ?? 2048)
      const policy = world.policy(group, 'cmk-contoso-prod', wish.policyLocation ?? 'unitedstates', vault, 'cmk')
      if (wish.granted ?? true) world.grant(policy.identity.principalId ?? '', 'Key Vault Crypto Service Encryption User', VAULT_PATH)
      world.environment({ ...newEnvironment(ID, 'contoso'), displayName: 'contoso-prod', sku: 'Production', ...wish.environment })
    }),
  )
  const policy = practised.tenant.inspect().policies[0]
  return { ...practised, systemId: policy?.systemId ?? '', principalId: policy?.identity.principalId ?? '' }
}

export const link = (practised: ReturnType<typeof ready>, as: 'ada' | 'grace' = 'ada') =>
  practised.bap('POST', LINK, { as, body: { SystemId: practised.systemId } })
export const environment = async ({ bap }: Practised) =>
  environmentIn(await bap('GET', `/scopes/admin/environments/${ID}?$expand=properties/enterprisePolicies`)).properties
export const poll = async ({ at }: Practised, address: string) => operationIn(await at('GET', address, BAP_SCOPE))
