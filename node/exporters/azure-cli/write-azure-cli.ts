import type { Action } from '#machines/procedure/action.ts'
import { NEAR_EXPIRY_ALERT_NAME, NEAR_EXPIRY_EVENT, nearExpiryBody } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME, lockScope } from '#machines/procedure/actions/create-lock/lock.ts'
import { actionGroupBody, actionGroupId, emailReceiver } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { namespaceOf } from '#machines/procedure/actions/register-provider/action.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { LOCAL_ROLES, LOCAL_ROLES_THAT_WRAP } from '#machines/procedure/rights/local-roles.ts'
import { AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP } from '#machines/procedure/rights/roles.ts'
import { assignmentName } from '../../services/azure/assignment-name.ts'
import { NAMESPACE_ID } from '../../services/azure/guid.ts'
import { changeOf, confirmationOf, heading, isLast, type Section, sectionsOf } from '../changes.ts'
import { filled } from '../filled.ts'
import { scriptMessages } from '../messages.ts'
import { quoteForBash, quoteForJson } from '../quoting.ts'
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
  ROTATION_BODY,
  roleDefinitionId,
  storeAddress,
  vaultAddress,
  vaultBody,
} from '../requests.ts'
import type { ScriptContext, ScriptFiles } from '../script.ts'
import { plain } from '../words.ts'
import assignment from './assignment-name.sh?raw'
import auditLog from './audit-log.sh?raw'
import environment from './environment.sh?raw'
import group from './group.sh?raw'
import hsm from './hsm.sh?raw'
import hsmAccess from './hsm-access.sh?raw'
import hsmKey from './hsm-key.sh?raw'
import hsmRotation from './hsm-rotation.sh?raw'
import identity from './identity.sh?raw'
import key from './key.sh?raw'
import keyAccess from './key-access.sh?raw'
import keyAccessPolicy from './key-access-policy.sh?raw'
import keyResource from './key-resource.sh?raw'
import link from './link.sh?raw'
import lock from './lock.sh?raw'
import mailAlerts from './mail-alerts.sh?raw'
import managed from './managed.sh?raw'
import { azureCliMessages as messages } from './messages.ts'
import nearExpiry from './near-expiry.sh?raw'
import policy from './policy.sh?raw'
import provider from './provider.sh?raw'
import purgeProtection from './purge-protection.sh?raw'
import reader from './reader.sh?raw'
import roles from './roles.sh?raw'
import rotation from './rotation.sh?raw'
import rotationPolicy from './rotation-policy.sh?raw'
import several from './several.sh?raw'
import start from './start.sh?raw'
import unlink from './unlink.sh?raw'
import vault from './vault.sh?raw'

interface Step {
  readonly parts: readonly string[]
  readonly thing: string
  readonly values: readonly string[]
}

function stepOf(action: Action): Step {
  switch (action.kind) {
    case 'register-provider':
      return {
        parts: [provider],
        thing: 'provider',
        values: [`/subscriptions/${encodeURIComponent(action.subscriptionId)}/providers/${namespaceOf(action)}`],
      }
    case 'create-resource-group':
      return {
        parts: [group],
        thing: 'group',
        values: [groupAddress(action.subscriptionId, action.name), JSON.stringify(groupBody(action))],
      }
    case 'create-vault': {
      const { subscriptionId, resourceGroup, name } = action.vault
      const values = [vaultAddress(subscriptionId, resourceGroup, name), JSON.stringify(vaultBody(action.vault))]
      return { parts: [vault], thing: 'vault', values }
    }
    case 'turn-on-purge-protection':
      return {
        parts: [purgeProtection],
        thing: 'purge_protection',
        values: [vaultAddress(action.subscriptionId, action.resourceGroup, action.name)],
      }
    case 'create-key':
      return keyStep(action)
    case 'create-policy': {
      const { subscriptionId, resourceGroup, name } = action.policy
      return {
        parts: [policy],
        thing: 'policy',
        values: [policyId(subscriptionId, resourceGroup, name), JSON.stringify(policyBody(action.policy))],
      }
    }
    case 'grant-key-access': {
      if (action.keyStore) return hsmAccessStep(action)
      const ids = keyAccessIds(action)
      return action.byAccessPolicy
        ? { parts: [identity, keyAccessPolicy], thing: 'key_access_policy', values: [ids.policy, ids.vaultAddress] }
        : {
            parts: [identity, roles, assignment, keyAccess],
            thing: 'key_access',
            values: [ids.policy, ids.vaultAddress, ids.scope, quoteForJson(ids.roleDefinition)],
          }
    }
    case 'grant-reader':
      return readerStep(action)
    case 'enable-managed-environment':
      return { parts: [environment, managed], thing: 'managed', values: [encodeURIComponent(action.environmentId)] }
    case 'link-environment':
      return { parts: [environment, link], thing: 'link', values: [encodeURIComponent(action.environmentId), action.policyId] }
    case 'unlink-environment':
      return { parts: [environment, unlink], thing: 'unlink', values: [encodeURIComponent(action.environmentId), action.policyId] }
    case 'rotate-key':
      return rotationStep(action)
    case 'set-rotation-policy':
    case 'send-audit-log':
    case 'create-lock':
    case 'mail-alerts':
    case 'alert-near-expiry':
      return protectionStep(action)
  }
}

type Protecting = Of<'set-rotation-policy' | 'send-audit-log' | 'create-lock' | 'mail-alerts' | 'alert-near-expiry'>

function protectionStep(action: Protecting): Step {
  switch (action.kind) {
    case 'set-rotation-policy': {
      const values = [storeAddress(action), encodeURIComponent(action.name), JSON.stringify(ROTATION_BODY)]
      return { parts: [rotationPolicy], thing: 'rotation_policy', values }
    }
    case 'send-audit-log': {
      const values = [storeAddress(action), AUDIT_LOG_NAME, action.workspaceId, JSON.stringify(auditLogBody(action))]
      return { parts: [auditLog], thing: 'audit_log', values }
    }
    case 'create-lock':
      return { parts: [lock], thing: 'lock', values: [inAddress(lockScope(action)), LOCK_NAME, JSON.stringify(LOCK_BODY)] }
    case 'mail-alerts': {
      const { subscriptionId, resourceGroup, emails } = action
      // A word of az: "=@" in it would name a file.
      const people = emails.flatMap((email) => [email, JSON.stringify(emailReceiver(email)).replaceAll('=', '\\u003d')])
      const values = [inAddress(actionGroupId(subscriptionId, resourceGroup)), JSON.stringify(actionGroupBody(emails)), ...people]
      return { parts: [mailAlerts], thing: 'mail_alerts', values }
    }
    case 'alert-near-expiry': {
      const { subscriptionId, vaultResourceGroup, vaultName } = action
      const group = actionGroupId(subscriptionId, vaultResourceGroup)
      const vaultAt = vaultAddress(subscriptionId, vaultResourceGroup, vaultName)
      const values = [vaultAt, NEAR_EXPIRY_ALERT_NAME, group, JSON.stringify(nearExpiryBody(group))]
      return { parts: [nearExpiry], thing: 'near_expiry', values }
    }
  }
}

function hsmAccessStep(action: Of<'grant-key-access'>): Step {
  const policyOf = policyId(action.subscriptionId, action.policyResourceGroup, action.policyName)
  return { parts: [identity, assignment, hsm, hsmAccess], thing: 'hsm_access', values: [policyOf, storeAddress(action)] }
}

function keyStep(action: Of<'create-key'>): Step {
  const { name, size, throughAzure, keyStore } = action
  const store = storeAddress(action)
  const values = [store, encodeURIComponent(name), String(size)]
  if (keyStore) return { parts: [hsm, hsmKey], thing: 'hsm_key', values }
  if (!throughAzure) return { parts: [key], thing: 'key', values }
  const id = `${store}/keys/${encodeURIComponent(name)}`
  return { parts: [keyResource], thing: 'key_resource', values: [id, JSON.stringify(keyBody(action))] }
}

function rotationStep(action: Of<'rotate-key'>): Step {
  const { name, size, inHardware, after, keyStore } = action
  const version = [storeAddress(action), encodeURIComponent(name), String(size)]
  if (keyStore) return { parts: [hsm, hsmRotation], thing: 'hsm_rotation', values: [...version, after] }
  return { parts: [rotation], thing: 'rotation', values: [...version, inHardware ? 'RSA-HSM' : 'RSA', after] }
}

function readerStep({ subscriptionId, policyResourceGroup, policyName, principalId, principalType }: Of<'grant-reader'>): Step {
  const scope = policyId(subscriptionId, policyResourceGroup, policyName)
  const address = policyAddress(subscriptionId, policyResourceGroup, policyName)
  const name = assignmentName(scope, principalId, AZURE_ROLES.reader)
  const definition = quoteForJson(roleDefinitionId(subscriptionId, AZURE_ROLES.reader))
  return {
    parts: [roles, reader],
    thing: 'reader',
    values: [scope, address, encodeURIComponent(principalId), name, definition, principalType ?? 'User'],
  }
}

const escapedBytes = (guid: string): string => guid.replaceAll('-', '').replaceAll(/../g, (byte) => `\\x${byte}`)

/** The library's constants: safe for bash. */
const CONSTANTS: Readonly<Record<string, string>> = {
  NAMESPACE: escapedBytes(NAMESPACE_ID),
  KEY_ACCESS_ROLE,
  ROLES_THAT_WRAP: ROLES_THAT_WRAP.join(' '),
  LOCAL_KEY_ACCESS_ROLE: LOCAL_ROLES['crypto-service-encryption-user'],
  LOCAL_ROLES_THAT_WRAP: LOCAL_ROLES_THAT_WRAP.join(' '),
  NEAR_EXPIRY_EVENT,
  ROLES_THAT_READ: ROLES_THAT_READ.join(' '),
}

function planned(action: Action): string {
  const { title, effect } = changeOf(action)
  const { thing, values } = stepOf(action)
  return [
    `  # ${reasonOf(action.kind)}`,
    `  step ${quoteForBash(title)} \\`,
    `    ${quoteForBash(effect)} \\`,
    `    ${[thing, ...values.map(quoteForBash)].join(' ')}`,
  ].join('\n')
}

function settings({ cloud, tenantId }: ScriptContext, plan: readonly Action[]): readonly string[] {
  const { url, audience } = cloud.powerPlatform
  return [
    `TENANT_ID=${quoteForBash(tenantId)}`,
    `# ${plain(messages.address)}`,
    `# ${plain(messages.variable)}`,
    `POWER_PLATFORM_URL=${quoteForBash(url)}`,
    `POWER_PLATFORM_AUDIENCE=${quoteForBash(audience)}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not JavaScript
    'POWER_PLATFORM_URL="${CMK_POWER_PLATFORM_URL:-$POWER_PLATFORM_URL}"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not JavaScript
    'POWER_PLATFORM_AUDIENCE="${CMK_POWER_PLATFORM_AUDIENCE:-$POWER_PLATFORM_AUDIENCE}"',
    `# ${plain(scriptMessages.toBeTyped)}`,
    `CONFIRMATION=${quoteForBash(confirmationOf(plan))}`,
  ]
}

/** A bash function; must not be empty. */
const functionOf = (name: string, body: readonly string[]): string => `${name}() {\n${(body.length === 0 ? ['  :'] : body).join('\n')}\n}`

const planFunction = (name: string, actions: readonly Action[]): string => functionOf(name, actions.map(planned))

/** Proof by the service. @param plan that contains the actions */
const proofFunction = (name: string, actions: readonly Action[], plan: readonly Action[]): string =>
  functionOf(
    name,
    actions.flatMap((action) => {
      const values = stepOf(action).values.map(quoteForBash)
      if (action.kind === 'link-environment') return [`  prove_linked ${values.join(' ')}`]
      return action.kind === 'unlink-environment' && isLast(action, plan) ? [`  prove_unlinked ${values[0]}`] : []
    }),
  )

const arrayOf = (name: string, values: readonly string[]): string => `${name}=(${values.map(quoteForBash).join(' ')})`

const inSections = (sections: readonly Section[]): readonly string[] => [
  [
    arrayOf(
      'ENVIRONMENT_IDS',
      sections.map(({ id }) => id),
    ),
    arrayOf(
      'ENVIRONMENT_NAMES',
      sections.map(({ name }) => name),
    ),
  ].join('\n'),
  several.trim(),
  ...sections.flatMap(({ actions }, index) => [planFunction(`plan_${index}`, actions), proofFunction(`proof_${index}`, actions, actions)]),
  'main_each "$@"',
]

/** A bash script for Azure CLI. Safe to repeat. Decision 0225: versions of Azure's interfaces are named here, not by az. */
export function writeAzureCli(plan: readonly Action[], context: ScriptContext): ScriptFiles {
  const parts = [start, ...new Set(plan.flatMap((action) => stepOf(action).parts))]
  const sections = sectionsOf(plan)
  const text = [
    [
      '#!/usr/bin/env bash',
      ...heading(plan, context, scriptMessages.whereNotSo).map((line) => `# ${line}`.trimEnd()),
      `# ${plain(sections.length > 0 ? messages.usageForEach : messages.usage)}`,
      `# ${plain(messages.tested)}`,
    ].join('\n'),
    'set -euo pipefail',
    settings(context, plan).join('\n'),
    ...parts.map((part) => filled(part, CONSTANTS).trim()),
    ...(sections.length > 0 ? inSections(sections) : [planFunction('plan', plan), proofFunction('proof', plan, plan), 'main "$@"']),
  ].join('\n\n')
  return { 'enable-cmk.sh': `${text}\n` }
}
