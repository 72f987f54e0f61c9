import { ADMINISTRATOR, ENVIRONMENT, SUBSCRIPTION } from '../../facts.ts'

/** Where everything of a sample lives. */
export const SAMPLE = {
  subscription: '11111111-2222-4333-8444-555555555555',
  tenant: 'bbbbbbbb-0000-4000-8000-000000000001',
  environment: 'dddddddd-0000-4000-8000-000000000001',
  administrator: 'aaaaaaaa-0000-4000-8000-000000000001',
} as const

/** Names as an administrator chooses them; a test may put others in their place. */
export interface Names {
  readonly group: string
  readonly vaultGroup: string
  readonly vault: string
  readonly key: string
  readonly policy: string
  readonly environment: string
}

/** The names, and where everything lives. */
export interface Things extends Names {
  readonly subscription: string
  readonly environmentId: string
  readonly administrator: string
}

export const NAMES: Names = {
  group: 'rg-cmk',
  vaultGroup: 'rg-vaults',
  vault: 'kv-cmk',
  key: 'cmk-key',
  policy: 'cmk-policy',
  environment: 'Contoso production',
}

export const sampleOf = (names: Names): Things => ({
  ...names,
  subscription: SAMPLE.subscription,
  environmentId: SAMPLE.environment,
  administrator: SAMPLE.administrator,
})

/** The things of `facts.ts`. */
export const CONTOSO: Things = {
  group: 'rg-contoso-cmk',
  vaultGroup: 'rg-contoso-cmk',
  vault: 'kv-contoso-cmk',
  key: 'cmk-contoso',
  policy: 'cmk-contoso',
  environment: 'contoso-prod',
  subscription: SUBSCRIPTION,
  environmentId: ENVIRONMENT,
  administrator: ADMINISTRATOR,
}

export const ofPolicy = ({ subscription, group, policy }: Things) => ({
  subscriptionId: subscription,
  policyResourceGroup: group,
  policyName: policy,
})

export const ofVault = ({ subscription, vaultGroup, vault }: Things) => ({
  subscriptionId: subscription,
  vaultResourceGroup: vaultGroup,
  vaultName: vault,
})
