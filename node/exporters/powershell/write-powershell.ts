import { defineMessages, verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { NEAR_EXPIRY_ALERT_NAME, NEAR_EXPIRY_EVENT, nearExpiryBody } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME, lockScope } from '#machines/procedure/actions/create-lock/lock.ts'
import { actionGroupBody, actionGroupId } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { namespaceOf } from '#machines/procedure/actions/register-provider/action.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { ROTATION_POLICY } from '#machines/procedure/actions/set-rotation-policy/rotation-policy.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { LOCAL_ROLES, LOCAL_ROLES_THAT_WRAP } from '#machines/procedure/rights/local-roles.ts'
import { AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP, roleName } from '#machines/procedure/rights/roles.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { assignmentName } from '../../services/azure/assignment-name.ts'
import { NAMESPACE_ID } from '../../services/azure/guid.ts'
import { changeOf, confirmationOf, heading, isLast, type Section, sectionsOf } from '../changes.ts'
import { cloudWords } from '../cloud-words.ts'
import { filled } from '../filled.ts'
import { scriptMessages } from '../messages.ts'
import { quoteForPowerShell } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import {
  auditLogBody,
  groupAddress,
  groupBody,
  inAddress,
  KEY_ACCESS_ROLE,
  keyAccessIds,
  keyBody,
  LOCK_BODY,
  type Of,
  policyAddress,
  policyBody,
  roleDefinitionId,
  storeAddress,
  vaultAddress,
  vaultBody,
} from '../requests.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { asciiLine } from '../text.ts'
import { plainAscii } from '../words.ts'
import auditLog from './audit-log.ps1?raw'
import environment from './environment.ps1?raw'
import hsm from './hsm.ps1?raw'
import hsmAccess from './hsm-access.ps1?raw'
import key from './key.ps1?raw'
import keyAccess from './key-access.ps1?raw'
import keyAccessPolicy from './key-access-policy.ps1?raw'
import link from './link.ps1?raw'
import lock from './lock.ps1?raw'
import mailAlerts from './mail-alerts.ps1?raw'
import managed from './managed.ps1?raw'
import nearExpiry from './near-expiry.ps1?raw'
import policy from './policy.ps1?raw'
import provider from './provider.ps1?raw'
import purgeProtection from './purge-protection.ps1?raw'
import reader from './reader.ps1?raw'
import resource from './resource.ps1?raw'
import roles from './roles.ps1?raw'
import rotation from './rotation.ps1?raw'
import rotationPolicy from './rotation-policy.ps1?raw'
import several from './several.ps1?raw'
import start from './start.ps1?raw'
import unlink from './unlink.ps1?raw'
import vault from './vault.ps1?raw'

const messages = defineMessages('scripts.powerShell', {
  signIn: 'Sign in with: {azure}',
  signInToBoth: 'Sign in with: {azure}; and: {platform}',
  ownCloud: 'Connect-AzAccount, after Add-AzEnvironment for your cloud',
  ownPlatform: 'Add-PowerAppsAccount with the overrides for your cloud',
  show: 'Only shows what would change.',
  yes: 'Makes the changes without asking.',
  only: 'Does one environment, by its name or ID.',
  waits:
    'Wait times in seconds: until new access takes effect everywhere; between two checks; for Azure to prepare something; for an operation on the environment (4 days).',
})

const KEY_VAULT_MODULE = 'Az.KeyVault'
const ADMINISTRATION_MODULE = 'Microsoft.PowerApps.Administration.PowerShell'

interface Step {
  readonly parts: readonly string[]
  readonly module?: string
  readonly isSo: readonly string[]
  readonly make: readonly string[]
}

const command = (name: string, ...values: readonly string[]): readonly string[] => [name, ...values.map(quoteForPowerShell)]

function stepOf(action: Action): Step {
  switch (action.kind) {
    case 'register-provider': {
      const values = [encodeURIComponent(action.subscriptionId), namespaceOf(action)]
      return { parts: [provider], isSo: command('Test-Provider', ...values), make: command('Register-Provider', ...values) }
    }
    case 'create-resource-group': {
      const id = groupAddress(action.subscriptionId, action.name)
      const version = API_VERSIONS.resources
      const body = JSON.stringify(groupBody(action))
      return { parts: [resource], isSo: command('Test-Resource', id, version), make: command('New-Resource', id, version, body) }
    }
    case 'create-vault': {
      const id = vaultAddress(action.vault.subscriptionId, action.vault.resourceGroup, action.vault.name)
      const body = JSON.stringify(vaultBody(action.vault))
      return { parts: [resource, vault], isSo: command('Test-Vault', id), make: command('New-Vault', id, body) }
    }
    case 'turn-on-purge-protection': {
      const id = vaultAddress(action.subscriptionId, action.resourceGroup, action.name)
      return { parts: [purgeProtection], isSo: command('Test-PurgeProtection', id), make: command('Enable-PurgeProtection', id) }
    }
    case 'create-key':
      return keyStep(action)
    case 'create-policy': {
      const { subscriptionId, resourceGroup, name } = action.policy
      const id = policyAddress(subscriptionId, resourceGroup, name)
      const body = JSON.stringify(policyBody(action.policy))
      return { parts: [resource, policy], isSo: command('Test-Policy', id), make: command('New-Resource', id, API_VERSIONS.policies, body) }
    }
    case 'grant-key-access':
      return keyAccessStep(action)
    case 'grant-reader':
      return readerStep(action)
    case 'enable-managed-environment': {
      const id = encodeURIComponent(action.environmentId)
      return {
        parts: [environment, managed],
        module: ADMINISTRATION_MODULE,
        isSo: command('Test-Managed', id),
        make: command('Enable-Managed', id),
      }
    }
    case 'link-environment': {
      const values = [encodeURIComponent(action.environmentId), action.policyId]
      return {
        parts: [environment, link],
        module: ADMINISTRATION_MODULE,
        isSo: command('Test-Link', ...values),
        make: command('Add-Link', ...values, inAddress(action.policyId)),
      }
    }
    case 'unlink-environment': {
      const id = encodeURIComponent(action.environmentId)
      return {
        parts: [environment, unlink],
        module: ADMINISTRATION_MODULE,
        isSo: command('Test-Unlinked', id, action.policyId),
        make: command('Remove-Link', id, action.policyId, inAddress(action.policyId)),
      }
    }
    case 'set-rotation-policy':
    case 'send-audit-log':
    case 'create-lock':
    case 'mail-alerts':
    case 'alert-near-expiry':
      return protectionStep(action)
    case 'rotate-key': {
      const { vaultName, name, size, inHardware, after, keyStore } = action
      if (keyStore)
        return {
          parts: [hsm],
          module: KEY_VAULT_MODULE,
          isSo: command('Test-HsmRotation', vaultName, name, after),
          make: command('New-HsmKey', vaultName, name, String(size)),
        }
      return {
        parts: [rotation],
        module: KEY_VAULT_MODULE,
        isSo: command('Test-Rotation', vaultName, name, after),
        make: command('New-Rotation', vaultName, name, String(size), inHardware ? 'HSM' : 'Software'),
      }
    }
  }
}

type Protecting = Of<'set-rotation-policy' | 'send-audit-log' | 'create-lock' | 'mail-alerts' | 'alert-near-expiry'>

function protectionStep(action: Protecting): Step {
  switch (action.kind) {
    case 'set-rotation-policy': {
      const { vaultName, name } = action
      const { rotateAfter, notifyBefore, newVersionsLast } = ROTATION_POLICY
      return {
        parts: [rotationPolicy],
        module: KEY_VAULT_MODULE,
        isSo: command('Test-RotationPolicy', vaultName, name),
        make: command('Set-RotationPolicy', vaultName, name, rotateAfter, notifyBefore, newVersionsLast),
      }
    }
    case 'send-audit-log': {
      const store = storeAddress(action)
      const id = `${store}/providers/Microsoft.Insights/diagnosticSettings/${AUDIT_LOG_NAME}`
      return {
        parts: [resource, auditLog],
        isSo: command('Test-AuditLog', store, action.workspaceId),
        make: command('New-Resource', id, API_VERSIONS.auditLogs, JSON.stringify(auditLogBody(action))),
      }
    }
    case 'create-lock': {
      const scope = inAddress(lockScope(action))
      const id = `${scope}/providers/Microsoft.Authorization/locks/${LOCK_NAME}`
      const body = JSON.stringify(LOCK_BODY)
      return { parts: [resource, lock], isSo: command('Test-Lock', scope), make: command('New-Resource', id, API_VERSIONS.locks, body) }
    }
    case 'mail-alerts': {
      const { subscriptionId, resourceGroup, emails } = action
      const [id, body] = [inAddress(actionGroupId(subscriptionId, resourceGroup)), JSON.stringify(actionGroupBody(emails))]
      const values = [...[id, body].map(quoteForPowerShell), listOf(emails)]
      return { parts: [mailAlerts], isSo: ['Test-MailAlerts', ...values], make: ['Add-MailAlerts', ...values] }
    }
    case 'alert-near-expiry': {
      const { subscriptionId, vaultResourceGroup, vaultName } = action
      const address = vaultAddress(subscriptionId, vaultResourceGroup, vaultName)
      const group = actionGroupId(subscriptionId, vaultResourceGroup)
      const id = `${address}/providers/Microsoft.EventGrid/eventSubscriptions/${NEAR_EXPIRY_ALERT_NAME}`
      return {
        parts: [resource, nearExpiry],
        isSo: command('Test-NearExpiry', address, group),
        make: command('New-Resource', id, API_VERSIONS.events, JSON.stringify(nearExpiryBody(group))),
      }
    }
  }
}

function keyStep(action: Of<'create-key'>): Step {
  const { subscriptionId, vaultResourceGroup, vaultName, name, size, throughAzure, keyStore } = action
  if (keyStore)
    return {
      parts: [hsm],
      module: KEY_VAULT_MODULE,
      isSo: command('Test-HsmKey', vaultName, name),
      make: command('New-HsmKey', vaultName, name, String(size)),
    }
  const address = vaultAddress(subscriptionId, vaultResourceGroup, vaultName)
  if (throughAzure) {
    const [id, version] = [`${address}/keys/${encodeURIComponent(name)}`, API_VERSIONS.keyVault]
    const body = JSON.stringify(keyBody(action))
    return { parts: [resource], isSo: command('Test-Resource', id, version), make: command('New-Resource', id, version, body) }
  }
  return {
    parts: [key],
    module: KEY_VAULT_MODULE,
    isSo: command('Test-Key', address, vaultName, name),
    make: command('New-Key', vaultName, name, String(size)),
  }
}

function readerStep({ subscriptionId, policyResourceGroup, policyName, principalId, principalType }: Of<'grant-reader'>): Step {
  const address = policyAddress(subscriptionId, policyResourceGroup, policyName)
  const principal = encodeURIComponent(principalId)
  const type = principalType ?? 'User'
  const name = assignmentName(policyId(subscriptionId, policyResourceGroup, policyName), principalId, AZURE_ROLES.reader)
  return {
    parts: [roles, reader],
    isSo: command('Test-Reader', address, principal, type),
    make: command('Add-Role', address, name, principal, type, roleDefinitionId(subscriptionId, AZURE_ROLES.reader)),
  }
}

function keyAccessStep(action: Of<'grant-key-access'>): Step {
  const ids = keyAccessIds(action)
  if (action.keyStore)
    return {
      parts: [roles, hsm, hsmAccess],
      module: KEY_VAULT_MODULE,
      isSo: command('Test-HsmAccess', ids.policyAddress, action.vaultName),
      make: command('Add-HsmAccess', ids.policyAddress, action.vaultName),
    }
  const both = [ids.policyAddress, ids.vaultAddress]
  return action.byAccessPolicy
    ? {
        parts: [roles, keyAccessPolicy],
        isSo: command('Test-KeyAccessPolicy', ...both),
        make: command('Add-KeyAccessPolicy', ...both),
      }
    : {
        parts: [roles, keyAccess],
        isSo: command('Test-KeyAccess', ...both),
        make: command('Add-KeyAccess', ...both, ids.scope, ids.roleDefinition),
      }
}

const listOf = (ids: readonly string[]): string => `@(${ids.map(quoteForPowerShell).join(', ')})`

const CONSTANTS: Readonly<Record<string, string>> = {
  NAMESPACE:
    NAMESPACE_ID.replaceAll('-', '')
      .match(/../g)
      ?.map((byte) => `0x${byte}`)
      .join(', ') ?? '',
  KEY_ACCESS_ROLE: quoteForPowerShell(KEY_ACCESS_ROLE),
  ROLES_THAT_WRAP: listOf(ROLES_THAT_WRAP),
  LOCAL_KEY_ACCESS_ROLE: quoteForPowerShell(roleName(LOCAL_ROLES['crypto-service-encryption-user'])),
  LOCAL_ROLES_THAT_WRAP: listOf(LOCAL_ROLES_THAT_WRAP.map(roleName)),
  NEAR_EXPIRY_EVENT,
  ROLES_THAT_READ: listOf(ROLES_THAT_READ),
}

function planned(action: Action): string {
  const { title, effect } = changeOf(action)
  const { isSo, make } = stepOf(action)
  return [
    `    # ${asciiLine(reasonOf(action.kind))}`,
    `    Step ${quoteForPowerShell(title)} \``,
    `        ${quoteForPowerShell(effect)} \``,
    `        { ${isSo.join(' ')} } \``,
    `        { ${make.join(' ')} }`,
  ].join('\n')
}

function signIn({ cloud, tenantId }: ScriptContext, usesPlatform: boolean): string {
  const words = cloudWords(cloud)
  const azure = words ? verbatim(`Connect-AzAccount -Environment ${words.azure} -Tenant ${tenantId}`) : messages.ownCloud
  const platform = words ? verbatim(`Add-PowerAppsAccount -Endpoint ${words.powerApps} -TenantID ${tenantId}`) : messages.ownPlatform
  return plainAscii(usesPlatform ? messages.signInToBoth({ azure, platform }) : messages.signIn({ azure }))
}

const ONLY = `    # ${plainAscii(messages.only)}
    [string] $Only,
`

const parameters = (only: string): string => `[CmdletBinding()]
param(
    # ${plainAscii(messages.show)}
    [switch] $Show,
    # ${plainAscii(messages.yes)}
    [switch] $Yes,
${only}    # ${plainAscii(messages.waits)}
    [int] $AccessWaitSeconds = 300,
    [int] $PollSeconds = 15,
    [int] $ReadyTimeoutSeconds = 1200,
    [int] $OperationTimeoutSeconds = 345600
)`

const functionOf = (name: string, body: readonly string[]): string => `function ${name} {\n${body.map((line) => `${line}\n`).join('')}}`

const planFunction = (name: string, actions: readonly Action[]): string => functionOf(name, actions.map(planned))

/** Proof by the service. @param plan that contains the actions */
const proofFunction = (name: string, actions: readonly Action[], plan: readonly Action[]): string =>
  functionOf(
    name,
    actions.flatMap((action) => {
      if (action.kind === 'link-environment')
        return [`    ${command('Confirm-Link', encodeURIComponent(action.environmentId), action.policyId).join(' ')}`]
      if (action.kind !== 'unlink-environment' || !isLast(action, plan)) return []
      return [`    ${command('Confirm-Unlinked', encodeURIComponent(action.environmentId)).join(' ')}`]
    }),
  )

const inSections = (sections: readonly Section[]): readonly string[] => [
  several.trim(),
  ...sections.flatMap(({ actions }, index) => [
    planFunction(`Invoke-Plan${index}`, actions),
    proofFunction(`Invoke-Proof${index}`, actions, actions),
  ]),
  [
    '$Environments = @(',
    sections
      .map(({ id, name }, index) => {
        const [quotedId, quotedName] = [id, name].map(quoteForPowerShell)
        return `    @{ Id = ${quotedId}; Name = ${quotedName}; Plan = { Invoke-Plan${index} }; Proof = { Invoke-Proof${index} }; Left = 0 }`
      })
      .join(',\n'),
    ')',
  ].join('\n'),
  'Start-Each',
]

/** A script for Windows PowerShell 5.1 and PowerShell 7, in ASCII. Safe to repeat. */
export function writePowerShell(plan: readonly Action[], context: ScriptContext): ScriptFiles {
  const steps = plan.map(stepOf)
  const sections = sectionsOf(plan)
  const modules = new Set(['Az.Accounts', ...steps.flatMap(({ module }) => (module === undefined ? [] : [module]))])
  const usesPlatform = modules.has(ADMINISTRATION_MODULE)
  const text = [
    [
      ...heading(plan, context, scriptMessages.whereNotSo).map((line) => `# ${line.replace(/\S.*/, asciiLine)}`.trimEnd()),
      `# ${signIn(context, usesPlatform)}`,
      `#Requires -Modules ${[...modules].join(', ')}`,
    ].join('\n'),
    parameters(sections.length > 0 ? ONLY : ''),
    [
      `$TenantId = ${quoteForPowerShell(context.tenantId)}`,
      `$SignIn = ${quoteForPowerShell(signIn(context, usesPlatform))}`,
      `# ${plainAscii(scriptMessages.toBeTyped)}`,
      `$Confirmation = ${quoteForPowerShell(confirmationOf(plan))}`,
    ].join('\n'),
    ...[...new Set([start, ...steps.flatMap(({ parts }) => parts)])].map((part) => filled(part, CONSTANTS).trim()),
    ...(sections.length > 0
      ? inSections(sections)
      : [planFunction('Invoke-Plan', plan), proofFunction('Invoke-Proof', plan, plan), 'Start-Plan']),
  ].join('\n\n')
  return { 'enable-cmk.ps1': `${text}\n` }
}
