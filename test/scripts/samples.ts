import { CLOUDS } from '../../machines/cloud/cloud.ts'
import type { Action, ActionKind } from '../../machines/procedure/action.ts'
import { policyId, vaultId } from '../../machines/procedure/ids.ts'
import type { ScriptContext } from '../../scripts/script.ts'

export const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555'
export const TENANT = 'bbbbbbbb-0000-4000-8000-000000000001'
export const ENVIRONMENT = 'dddddddd-0000-4000-8000-000000000001'
export const ADMINISTRATOR = 'aaaaaaaa-0000-4000-8000-000000000001'
export const PRINCIPAL = 'cccccccc-0000-4000-8000-000000000001'

export const context: ScriptContext = { cloud: CLOUDS.commercial, tenantId: TENANT, writtenAt: Date.UTC(2026, 10, 24, 12) }

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

/** One action of every kind. */
export function actionsFor(names: Names = NAMES): { readonly [Kind in ActionKind]: Extract<Action, { kind: Kind }> } {
  const ofPolicy = { subscriptionId: SUBSCRIPTION, policyResourceGroup: names.group, policyName: names.policy }
  const ofVault = { vaultResourceGroup: names.vaultGroup, vaultName: names.vault }
  return {
    'register-provider': { kind: 'register-provider', subscriptionId: SUBSCRIPTION },
    'create-resource-group': { kind: 'create-resource-group', subscriptionId: SUBSCRIPTION, name: names.group, location: 'westeurope' },
    'create-vault': {
      kind: 'create-vault',
      vault: { subscriptionId: SUBSCRIPTION, resourceGroup: names.vaultGroup, name: names.vault, location: 'westeurope', tenantId: TENANT },
    },
    'turn-on-purge-protection': {
      kind: 'turn-on-purge-protection',
      subscriptionId: SUBSCRIPTION,
      resourceGroup: names.vaultGroup,
      name: names.vault,
      retentionDays: 90,
    },
    'create-key': { kind: 'create-key', subscriptionId: SUBSCRIPTION, ...ofVault, name: names.key, size: 3072 },
    'create-policy': {
      kind: 'create-policy',
      policy: {
        subscriptionId: SUBSCRIPTION,
        resourceGroup: names.group,
        name: names.policy,
        location: 'europe',
        vaultId: vaultId(SUBSCRIPTION, names.vaultGroup, names.vault),
        keyName: names.key,
      },
    },
    'grant-key-access': { kind: 'grant-key-access', ...ofPolicy, ...ofVault },
    'grant-reader': { kind: 'grant-reader', ...ofPolicy, principalId: ADMINISTRATOR },
    'enable-managed-environment': { kind: 'enable-managed-environment', environmentId: ENVIRONMENT, environmentName: names.environment },
    'link-environment': {
      kind: 'link-environment',
      environmentId: ENVIRONMENT,
      environmentName: names.environment,
      policyId: policyId(SUBSCRIPTION, names.group, names.policy),
      policyName: names.policy,
      policySystemId: 'unknown until the policy exists',
    },
    'rotate-key': { kind: 'rotate-key', subscriptionId: SUBSCRIPTION, ...ofVault, name: names.key, size: 3072, after: '1' },
    'unlink-environment': {
      kind: 'unlink-environment',
      environmentId: ENVIRONMENT,
      environmentName: names.environment,
      policyId: policyId(SUBSCRIPTION, names.group, names.policy),
      policyName: names.policy,
      policySystemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s',
    },
  }
}

export const actions = actionsFor()

/** The whole procedure for a person who has nothing yet, with a Reader to be given. */
export const wholeProcedure = (names: Names = NAMES): readonly Action[] => {
  const {
    'turn-on-purge-protection': _existingVaultsOnly,
    'rotate-key': _afterTheLink,
    'unlink-environment': _theWayBack,
    ...others
  } = actionsFor(names)
  return Object.values(others)
}

/** Written apart, so that nothing here looks like a placeholder of our own. */
const DOLLAR = '$'

/** Text that would do harm, or break something, where a language took it for its own. */
export const HOSTILE: readonly string[] = [
  `'; touch HARM; '`,
  `"; touch HARM; "`,
  '$(touch HARM)',
  '`touch HARM`',
  `${DOLLAR}{HARM}`,
  `$${DOLLAR}{HARM}`,
  `${DOLLAR}{file('/etc/passwd')}`,
  '%{ if true }HARM%{ endif }',
  '%%{HARM}',
  '@(Remove-Item HARM)',
  '$(Remove-Item HARM)',
  '’; Remove-Item HARM; ’',
  '‘‚‛“”„ Ñ ｀ ＄',
  "\n'@\nRemove-Item HARM\n@'\n",
  '\nEOF\ntouch HARM\n',
  '<<<HARM | tee HARM & HARM > HARM',
  "[concat('HARM', parameters('HARM'))]",
  "[[concat('HARM')]",
  'line one\nline two',
  '# HARM',
  '// HARM */ /* HARM',
  '\\',
  "\\'",
  '\\"',
  '\\u0024{HARM}',
  '-rf *',
  '--query=HARM',
  '!history',
  '~/HARM',
  '*?[a-z]',
  `\`${DOLLAR}{HARM}\`\\\``,
  'a\tb',
  '#{HARM}',
  '{subscriptionId}',
  '\u2028HARM\u2029',
  '🔑 clé Schlüssel ключ 鍵',
  '',
]
