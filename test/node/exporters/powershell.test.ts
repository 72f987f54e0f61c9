import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { NEAR_EXPIRY_ALERT_NAME, nearExpiryBody } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME } from '#machines/procedure/actions/create-lock/lock.ts'
import { actionGroupBody, actionGroupId } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { quoteForPowerShell } from '#node/exporters/quoting.ts'
import { auditLogBody, LOCK_BODY } from '#node/exporters/requests.ts'
import { writeScript } from '#node/exporters/write-script.ts'
import { assignmentName } from '#node/services/azure/assignment-name.ts'
import {
  ADMINISTRATOR,
  actions,
  actionsFor,
  allNamed,
  context,
  ENVIRONMENT,
  everyPlan,
  HOSTILE,
  NAMES,
  POLICY,
  SUBSCRIPTION,
  TENANT,
  VAULT,
  wholeProcedure,
} from './samples.ts'

const written = (plan: readonly Action[]): string => writeScript('powershell', plan, context)['enable-cmk.ps1'] ?? ''

/** The plan's part of a script: what is called, with its values. */
const planIn = (script: string): string => script.slice(script.indexOf('function Invoke-Plan {'))

/**
 * Takes strings and comments out of a script, so that what is left is code alone. Knows the strings that are written here;
 * anything else, and a string or a block that does not end, throws.
 */
function codeOf(script: string): string {
  let code = ''
  const token = /'(?:[^']|'')*'|"(?:[^"`]|`[\s\S])*"|#[^\n]*|`\n|[^'"#]/y
  for (let at = 0; at < script.length; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(script)?.[0]
    if (found === undefined) throw new Error(`Not ended: ${script.slice(at, at + 80)}`)
    code += found.startsWith("'") || found.startsWith('"') ? "''" : found.startsWith('#') ? '' : found
  }
  return code
}

function expectBalanced(code: string): void {
  const open: string[] = []
  const partner: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' }
  for (const sign of code) {
    if ('({['.includes(sign)) open.push(sign)
    if (')}]'.includes(sign)) expect(open.pop()).toBe(partner[sign])
  }
  expect(open).toEqual([])
}

const ACTION_GROUP = actionGroupId(SUBSCRIPTION, 'rg-vaults')
const { emails: EMAILS } = actions['mail-alerts']
const MAIL = `${quoteForPowerShell(JSON.stringify(actionGroupBody(EMAILS)))} @(${EMAILS.map(quoteForPowerShell).join(', ')})`

/** Commands that test and make each action. */
const EXPECTED: Readonly<Record<ActionKind, readonly [isSo: string, make: string]>> = {
  'register-provider': [
    `Test-Provider '${SUBSCRIPTION}' 'Microsoft.PowerPlatform'`,
    `Register-Provider '${SUBSCRIPTION}' 'Microsoft.PowerPlatform'`,
  ],
  'create-resource-group': [
    `Test-Resource '/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-cmk' '2025-04-01'`,
    `New-Resource '/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-cmk' '2025-04-01' '{"location":"westeurope","tags":{"cost center":"rg-cmk"}}'`,
  ],
  'create-vault': [
    `Test-Vault '${VAULT}'`,
    `New-Vault '${VAULT}' '{"location":"westeurope","tags":{"cost center":"rg-cmk","empty":""},"properties":{"tenantId":"${TENANT}","sku":{"family":"A","name":"standard"},"enableSoftDelete":true,"softDeleteRetentionInDays":90,"enablePurgeProtection":true,"enableRbacAuthorization":true,"accessPolicies":[],"networkAcls":{"bypass":"AzureServices","defaultAction":"Allow"},"publicNetworkAccess":"Enabled"}}'`,
  ],
  'turn-on-purge-protection': [`Test-PurgeProtection '${VAULT}'`, `Enable-PurgeProtection '${VAULT}'`],
  'create-key': [`Test-Key '${VAULT}' 'kv-cmk' 'cmk-key'`, "New-Key 'kv-cmk' 'cmk-key' '3072'"],
  'create-policy': [
    `Test-Policy '${POLICY}'`,
    `New-Resource '${POLICY}' '2020-10-30' '{"location":"europe","kind":"Encryption","identity":{"type":"SystemAssigned"},"tags":{"cost center":"rg-cmk"},"properties":{"encryption":{"state":"Enabled","keyVault":{"id":"${VAULT}","key":{"name":"cmk-key"}}}}}'`,
  ],
  'grant-key-access': [
    `Test-KeyAccess '${POLICY}' '${VAULT}'`,
    `Add-KeyAccess '${POLICY}' '${VAULT}' '${VAULT.slice(1).toLowerCase()}' '/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${AZURE_ROLES['key-vault-crypto-service-encryption-user']}'`,
  ],
  'grant-reader': [
    `Test-Reader '${POLICY}' '${ADMINISTRATOR}' 'User'`,
    `Add-Role '${POLICY}' '${assignmentName(POLICY, ADMINISTRATOR, AZURE_ROLES.reader)}' '${ADMINISTRATOR}' 'User' '/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${AZURE_ROLES.reader}'`,
  ],
  'set-rotation-policy': ["Test-RotationPolicy 'kv-cmk' 'cmk-key'", "Set-RotationPolicy 'kv-cmk' 'cmk-key' 'P18M' 'P30D' 'P2Y'"],
  'send-audit-log': [
    `Test-AuditLog '${VAULT}' '${actions['send-audit-log'].workspaceId}'`,
    `New-Resource '${VAULT}/providers/Microsoft.Insights/diagnosticSettings/${AUDIT_LOG_NAME}' '2021-05-01-preview' ${quoteForPowerShell(JSON.stringify(auditLogBody(actions['send-audit-log'])))}`,
  ],
  'mail-alerts': [`Test-MailAlerts '${ACTION_GROUP}' ${MAIL}`, `Add-MailAlerts '${ACTION_GROUP}' ${MAIL}`],
  'alert-near-expiry': [
    `Test-NearExpiry '${VAULT}' '${ACTION_GROUP}'`,
    `New-Resource '${VAULT}/providers/Microsoft.EventGrid/eventSubscriptions/${NEAR_EXPIRY_ALERT_NAME}' '2025-02-15' ${quoteForPowerShell(JSON.stringify(nearExpiryBody(ACTION_GROUP)))}`,
  ],
  'create-lock': [
    `Test-Lock '${VAULT}'`,
    `New-Resource '${VAULT}/providers/Microsoft.Authorization/locks/${LOCK_NAME}' '2020-05-01' ${quoteForPowerShell(JSON.stringify(LOCK_BODY))}`,
  ],
  'enable-managed-environment': [`Test-Managed '${ENVIRONMENT}'`, `Enable-Managed '${ENVIRONMENT}'`],
  'link-environment': [`Test-Link '${ENVIRONMENT}' '${POLICY}'`, `Add-Link '${ENVIRONMENT}' '${POLICY}' '${POLICY}'`],
  'rotate-key': ["Test-Rotation 'kv-cmk' 'cmk-key' '1'", "New-Rotation 'kv-cmk' 'cmk-key' '3072' 'Software'"],
  'unlink-environment': [`Test-Unlinked '${ENVIRONMENT}' '${POLICY}'`, `Remove-Link '${ENVIRONMENT}' '${POLICY}' '${POLICY}'`],
}

const MODULES: Readonly<Partial<Record<ActionKind, string>>> = {
  'create-key': 'Az.KeyVault',
  'enable-managed-environment': 'Microsoft.PowerApps.Administration.PowerShell',
  'link-environment': 'Microsoft.PowerApps.Administration.PowerShell',
  'rotate-key': 'Az.KeyVault',
  'set-rotation-policy': 'Az.KeyVault',
  'unlink-environment': 'Microsoft.PowerApps.Administration.PowerShell',
}

describe('an action as a script for PowerShell', () => {
  for (const action of Object.values(actions)) {
    it(`is asked for before it is made: ${action.kind}`, () => {
      const script = written([action])
      const [isSo, make] = EXPECTED[action.kind]
      expect(planIn(script)).toContain(`        { ${isSo} } \`\n        { ${make} }`)
      for (const call of [isSo, make]) expect(script).toContain(`function ${call.split(' ')[0]}(`)
      const module = MODULES[action.kind]
      expect(script).toContain(`#Requires -Modules Az.Accounts${module === undefined ? '' : `, ${module}`}\n`)
    })
  }

  it('creates a key through Azure Resource Manager where the vault keeps this computer’s network out', () => {
    const script = written([{ ...actions['create-key'], throughAzure: true }])
    const body = '{"properties":{"kty":"RSA","keySize":3072,"attributes":{"enabled":true}}}'
    expect(planIn(script)).toContain(`{ Test-Resource '${VAULT}/keys/${NAMES.key}' '2026-02-01' }`)
    expect(planIn(script)).toContain(`{ New-Resource '${VAULT}/keys/${NAMES.key}' '2026-02-01' '${body}' }`)
    expect(script).not.toContain('Az.KeyVault')
  })

  it('adds to the access policies of a vault that has no roles', () => {
    const script = written([{ ...actions['grant-key-access'], byAccessPolicy: true }])
    expect(planIn(script)).toContain(`{ Test-KeyAccessPolicy '${POLICY}' '${VAULT}' }`)
    expect(script).toContain('/accessPolicies/add?api-version')
  })
})

describe('a script for PowerShell', () => {
  it('is whole: every string, block and bracket that begins also ends', () => {
    for (const plan of everyPlan) expectBalanced(codeOf(written(plan)))
  })

  it('calls no own function that it does not contain, and contains none twice', () => {
    for (const plan of everyPlan) {
      const script = written(plan)
      const brought = [...script.matchAll(/^function ([\w-]+)/gm)].map(([, name]) => name)
      expect(new Set(brought).size).toBe(brought.length)
      const library = [...written(wholeProcedure()).matchAll(/^function ([\w-]+)/gm)].map(([, name]) => name ?? '')
      const called = library.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(codeOf(script)))
      expect(brought).toEqual(expect.arrayContaining(called))
    }
  })

  it('shows the changes first, asks for the environment by name, and ends with what the environment itself says', () => {
    const script = written(wholeProcedure())
    expect(script).toContain("$Confirmation = 'Contoso production'")
    expect(script).toContain(`function Invoke-Proof {\n    Confirm-Link '${ENVIRONMENT}' '${POLICY}'\n}`)
    expect(script.trimEnd().endsWith('Start-Plan')).toBe(true)
    expect(script.match(/^ {4}Step /gm)).toHaveLength(wholeProcedure().length)
  })

  it('is in ASCII, with any names', () => {
    for (const name of HOSTILE) {
      const names = allNamed(name)
      for (const plan of [wholeProcedure(names), [actionsFor(names)['turn-on-purge-protection']]])
        expect(written(plan)).toMatch(/^[\n\x20-\x7e]*$/)
    }
  })

  it('has the same code for hostile names as for harmless ones: names are nothing but strings', () => {
    const shape = (script: string): string =>
      codeOf(script).replaceAll(/\((?:''|\[char\]0x[0-9a-f]{4})(?: \+ (?:''|\[char\]0x[0-9a-f]{4}))*\)/g, "''")
    const harmless = shape(written(wholeProcedure()))
    for (const name of HOSTILE) {
      const names = allNamed(name)
      expect(shape(written(wholeProcedure(names)))).toBe(harmless)
    }
  })

  it('says how to sign in to the cloud it was written for', () => {
    const signIn = (cloud: keyof typeof CLOUDS): string =>
      /\$SignIn = '(.*)'/.exec(
        writeScript('powershell', wholeProcedure(), { ...context, cloud: CLOUDS[cloud] })['enable-cmk.ps1'] ?? '',
      )?.[1] ?? ''
    expect(signIn('commercial')).toContain(
      `Connect-AzAccount -Environment AzureCloud -Tenant ${TENANT}; and: Add-PowerAppsAccount -Endpoint prod`,
    )
    expect(signIn('gcc')).toContain('-Endpoint usgov ')
    expect(signIn('gcc-high')).toContain('-Environment AzureUSGovernment')
    expect(signIn('dod')).toContain('-Endpoint dod ')
    expect(signIn('china')).toContain('-Environment AzureChinaCloud')
    const custom = { ...CLOUDS.commercial, id: 'custom', name: 'Rehearsal' }
    expect(writeScript('powershell', [], { ...context, cloud: custom })['enable-cmk.ps1']).toContain('Add-AzEnvironment')
  })
})
