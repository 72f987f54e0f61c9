import type { Action, ActionKind } from '../../../../machines/procedure/action.ts'
import { ADMINISTRATOR, ENVIRONMENT, POLICY_ID, SUBSCRIPTION, SYSTEM_ID, TENANT, VAULT_ID } from '../../facts.ts'

const GROUP = 'rg-contoso-cmk'

/** One action of each kind, all about the things of `facts.ts`. */
export const ACTIONS = {
  'register-provider': { kind: 'register-provider', subscriptionId: SUBSCRIPTION },
  'create-resource-group': { kind: 'create-resource-group', subscriptionId: SUBSCRIPTION, name: GROUP, location: 'eastus' },
  'create-vault': {
    kind: 'create-vault',
    vault: { subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'kv-contoso-cmk', location: 'eastus', tenantId: TENANT },
  },
  'turn-on-purge-protection': {
    kind: 'turn-on-purge-protection',
    subscriptionId: SUBSCRIPTION,
    resourceGroup: GROUP,
    name: 'kv-contoso-cmk',
  },
  'create-key': {
    kind: 'create-key',
    subscriptionId: SUBSCRIPTION,
    vaultResourceGroup: GROUP,
    vaultName: 'kv-contoso-cmk',
    name: 'cmk-contoso',
    size: 3072,
  },
  'create-policy': {
    kind: 'create-policy',
    policy: {
      subscriptionId: SUBSCRIPTION,
      resourceGroup: GROUP,
      name: 'cmk-contoso',
      location: 'unitedstates',
      vaultId: VAULT_ID,
      keyName: 'cmk-contoso',
    },
  },
  'grant-key-access': {
    kind: 'grant-key-access',
    subscriptionId: SUBSCRIPTION,
    vaultResourceGroup: GROUP,
    vaultName: 'kv-contoso-cmk',
    policyResourceGroup: GROUP,
    policyName: 'cmk-contoso',
  },
  'grant-reader': {
    kind: 'grant-reader',
    subscriptionId: SUBSCRIPTION,
    policyResourceGroup: GROUP,
    policyName: 'cmk-contoso',
    principalId: ADMINISTRATOR,
  },
  'enable-managed-environment': { kind: 'enable-managed-environment', environmentId: ENVIRONMENT, environmentName: 'contoso-prod' },
  'link-environment': {
    kind: 'link-environment',
    environmentId: ENVIRONMENT,
    environmentName: 'contoso-prod',
    policyId: POLICY_ID,
    policyName: 'cmk-contoso',
    policySystemId: SYSTEM_ID,
  },
  'rotate-key': {
    kind: 'rotate-key',
    subscriptionId: SUBSCRIPTION,
    vaultResourceGroup: GROUP,
    vaultName: 'kv-contoso-cmk',
    name: 'cmk-contoso',
    size: 3072,
    after: '0123456789abcdef0123456789abcdef',
  },
  'unlink-environment': {
    kind: 'unlink-environment',
    environmentId: ENVIRONMENT,
    environmentName: 'contoso-prod',
    policyId: POLICY_ID,
    policyName: 'cmk-contoso',
    policySystemId: SYSTEM_ID,
  },
} as const satisfies { [Kind in ActionKind]: Extract<Action, { kind: Kind }> }
