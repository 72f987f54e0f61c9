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

export const NAMES: Names = {
  group: 'rg-cmk',
  vaultGroup: 'rg-vaults',
  vault: 'kv-cmk',
  key: 'cmk-key',
  policy: 'cmk-policy',
  environment: 'Contoso production',
}

export const ofPolicy = ({ group, policy }: Names) => ({
  subscriptionId: SAMPLE.subscription,
  policyResourceGroup: group,
  policyName: policy,
})

export const ofVault = ({ vaultGroup, vault }: Names) => ({ vaultResourceGroup: vaultGroup, vaultName: vault })
