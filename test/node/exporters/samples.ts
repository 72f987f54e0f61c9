import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Action } from '#machines/procedure/action.ts'
import { policyId, vaultId } from '#machines/procedure/ids.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type { ScriptContext } from '#node/exporters/script.ts'
import { actionsFor } from '../../machines/procedure/actions/every.ts'
import { NAMES, type Names, SAMPLE } from '../../machines/procedure/actions/sample.ts'

export { actionsFor, NAMES, type Names }

export const { subscription: SUBSCRIPTION, tenant: TENANT, environment: ENVIRONMENT, administrator: ADMINISTRATOR } = SAMPLE
export const POLICY = policyId(SUBSCRIPTION, NAMES.group, NAMES.policy)
export const VAULT = vaultId(SUBSCRIPTION, NAMES.vaultGroup, NAMES.vault)
export const KEY_ACCESS = AZURE_ROLES['key-vault-crypto-service-encryption-user']
export const PRINCIPAL = 'cccccccc-0000-4000-8000-000000000001'

export const context: ScriptContext = { cloud: CLOUDS.commercial, tenantId: TENANT, writtenAt: Date.UTC(2026, 10, 24, 12) }

/** One action of every kind. */
export const actions = actionsFor()

/** The whole procedure for a person who has nothing yet, with a Reader to be given. */
export const wholeProcedure = (names: Names = NAMES): readonly Action[] => {
  const all = actionsFor(names)
  return [
    all['register-provider'],
    all['create-resource-group'],
    all['create-vault'],
    all['create-key'],
    all['create-policy'],
    all['grant-key-access'],
    all['grant-reader'],
    all['enable-managed-environment'],
    all['link-environment'],
  ]
}

/** No change, all, and each alone. */
export const everyPlan: readonly (readonly Action[])[] = [[], wholeProcedure(), ...Object.values(actions).map((action) => [action])]

export const allNamed = (name: string): Names => ({
  group: name,
  vaultGroup: name,
  vault: name,
  key: name,
  policy: name,
  environment: name,
})

/** Actions in a Managed HSM: a key, access to it, and later another version of the key. */
export function inHsm(names: Names = NAMES) {
  const { 'create-key': create, 'grant-key-access': grant, 'rotate-key': rotate } = actionsFor(names)
  const keyStore = 'managed-hsm' as const
  return { create: { ...create, keyStore }, grant: { ...grant, keyStore }, rotate: { ...rotate, keyStore, inHardware: true as const } }
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
