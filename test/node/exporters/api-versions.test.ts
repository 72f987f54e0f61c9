import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { addToAccessPolicy, openHsmToTrusted, protectHsm, recoverHsm } from '#machines/procedure/rights/commands.ts'
import { SCRIPT_LANGUAGES, type ScriptLanguage } from '#machines/procedure/script-languages.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { removalScript } from '#node/exporters/azure-cli/write-removal.ts'
import { filled } from '#node/exporters/filled.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { actions, context, inHsm, POLICY, SUBSCRIPTION, VAULT } from './samples.ts'

/** Of every service that scripts ask, in the last place of an address or a type where it stands. */
const SERVICES: readonly (readonly [of: RegExp, version: string])[] = [
  [/enterprisePolicies\/Encryption\/(?:un)?link$/i, API_VERSIONS.link],
  [/governanceConfiguration$/i, API_VERSIONS.governance],
  [/lifecycleOperations$/i, API_VERSIONS.operations],
  [/scopes\/admin\/environments\/[^/]+$/i, API_VERSIONS.environments],
  [/Microsoft\.Authorization\/roleAssignments(?:\/[^/]+)?$/i, API_VERSIONS.roles],
  [/Microsoft\.Authorization\/locks(?:\/[^/]+)?$/i, API_VERSIONS.locks],
  [/Microsoft\.Insights\/diagnosticSettings(?:\/[^/]+)?$/i, API_VERSIONS.auditLogs],
  [/Microsoft\.Insights\/actionGroups(?:\/[^/]+)?$/i, API_VERSIONS.actionGroups],
  [/Microsoft\.EventGrid\/eventSubscriptions(?:\/[^/]+)?$/i, API_VERSIONS.events],
  [/Microsoft\.PowerPlatform\/enterprisePolicies(?:\/[^/]+)?$/i, API_VERSIONS.policies],
  [/Microsoft\.KeyVault\/(?:vaults|managedHSMs)(?:\/.+)?$/i, API_VERSIONS.keyVault],
  [/Microsoft\.Resources\/(?:resourceGroups|deployments)$/i, API_VERSIONS.resources],
  [/\/resourceGroups\/[^/]+$/i, API_VERSIONS.resources],
]

const DATE = /\b(20\d\d-[01]\d-[0-3]\d(?:-preview)?)\b/g
const IN_USE: ReadonlySet<string> = new Set(Object.values(API_VERSIONS))

/** Prose names days, too: comments, and the notes beside a template but for their commands. */
const codeOf = (name: string, text: string): string =>
  text
    .split('\n')
    .filter((line) => (name === 'README.txt' ? /^\s+az /.test(line) : !/^\s*(?:#|\/\/|"comments"|"\$schema")/.test(line)))
    .join('\n')

interface Named {
  readonly of: string
  readonly version: string
}

/** Types and addresses with the version that stands beside them. */
function namedIn(code: string): readonly Named[] {
  const typed = [...code.matchAll(/(Microsoft\.\w+(?:\/\w+)+)@(20[\d-]+(?:preview)?)/g)]
  const asked = [...code.matchAll(/([\w./$(){}%'-]+?)\)?\?(?:[^\s"']*&)?api-version=(20[\d-]+(?:preview)?)/g)]
  const inTemplates = [...code.matchAll(/"type": "(Microsoft[^"]+)",\s+"apiVersion": "([^"]+)"/g)]
  return [...typed, ...asked, ...inTemplates].map(([, of = '', version = '']) => ({ of, version }))
}

const SAMPLES: readonly Action[] = [
  ...Object.values(actions),
  ...Object.values(inHsm()),
  { ...actions['create-key'], throughAzure: true },
  { ...actions['grant-key-access'], byAccessPolicy: true },
  ...(['hsm', 'policy', 'group'] as const).map((of) => ({ ...actions['create-lock'], of })),
]

const codeIn = (language: ScriptLanguage): string =>
  SAMPLES.flatMap((action) => Object.entries(writeScript(language, [action], context)).map(([name, text]) => codeOf(name, text))).join('\n')

const removed = removalScript(
  {
    remove: [
      ['create-policy', POLICY],
      ['create-vault', VAULT],
      ['create-resource-group', `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`],
      ['create-lock', `${VAULT}/providers/Microsoft.Authorization/locks/a`],
      ['grant-key-access', `${VAULT}/providers/Microsoft.Authorization/roleAssignments/a`],
      ['send-audit-log', `${VAULT}/providers/Microsoft.Insights/diagnosticSettings/a`],
      ['alert-near-expiry', `${VAULT}/providers/Microsoft.EventGrid/eventSubscriptions/a`],
      ['mail-alerts', `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/a`],
    ].map(([kind = '', id = '']) => ({ kind, id, title: verbatim(kind), reasons: [] })),
    stays: [],
    gone: [],
  },
  context,
)

describe('a version in an exported script', () => {
  it.each(SCRIPT_LANGUAGES)('is one of the app’s own, and that of its service: %s', (language) => {
    const code = codeIn(language)
    expect([...code.matchAll(DATE)].map(([found]) => found).filter((found) => !IN_USE.has(found))).toEqual([])
    const named = namedIn(code)
    expect(named.length).toBeGreaterThan(5)
    for (const { of, version } of named) {
      const service = SERVICES.find(([pattern]) => pattern.test(of))
      if (service) expect({ of, version }).toEqual({ of, version: service[1] })
    }
    expect(named.some(({ version }) => version === API_VERSIONS.keyVault)).toBe(true)
  })

  it('is that of its service in the script that removes what was created', () => {
    const deleted = [...(removed ?? '').matchAll(/^ {4}'\w*removed' '(\S+)' '(20\S+)'/gm)].map(([, of = '', version = '']) => ({
      of,
      version,
    }))
    expect(deleted).toHaveLength(8)
    for (const { of, version } of deleted) expect({ of, version }).toEqual({ of, version: SERVICES.find(([each]) => each.test(of))?.[1] })
  })

  it('is never left to a command that sends one of its own to Key Vault’s control plane', () => {
    // Subcommands of keys and roles ask the vault itself, whose versions stay.
    const own =
      /\baz (?:keyvault (?!key |role )|group |provider show)|^\s*(?:\w+ )*(?:must|look|ask) (?:keyvault (?!key |role )|group |provider )/m
    expect(codeIn('azure-cli')).not.toMatch(own)
    for (const language of ['arm', 'bicep'] as const) expect(codeIn(language)).not.toMatch(own)
    expect(codeIn('powershell')).not.toMatch(/\b(?:Get|New|Update|Set|Remove)-AzKeyVault(?:AccessPolicy|ManagedHsm)?(?![\w])/)
    expect(codeIn('terraform')).not.toMatch(/"azurerm_key_vault(?:_key|_access_policy)?"/)
  })

  it('is named, too, in the commands that the app says for another person', () => {
    const hsm = `${VAULT.replace('/vaults/', '/managedHSMs/')}`
    const tenantId = 't'
    const said = [
      protectHsm(hsm),
      recoverHsm(hsm),
      openHsmToTrusted(hsm),
      addToAccessPolicy({ vault: VAULT, tenantId, principalId: 'p', permissions: ['get'] }),
    ].join('\n')
    expect(said).not.toMatch(/az keyvault (?!key |role )/)
    const named = namedIn(said)
    expect(named).toHaveLength(6)
    expect(new Set(named.map(({ version }) => version))).toEqual(new Set([API_VERSIONS.keyVault]))
  })

  it('is left to Terraform’s azurerm only from 5 on, where it looks for a Managed HSM', () => {
    const text = writeScript('terraform', Object.values(inHsm()), context)['main.tf'] ?? ''
    expect(text).toMatch(/source += "hashicorp\/azurerm"\n +version += "~> 5\.0"/)
  })
})

it('refuses a part of a script that names a constant which isn’t there', () => {
  expect(() => filled('?api-version=@VAULT_VERSION@')).toThrow('VAULT_VERSION')
})
