import type { Action } from '#machines/procedure/action.ts'
import {
  NEAR_EXPIRY_ALERT_NAME,
  NEAR_EXPIRY_DESCRIPTION,
  NEAR_EXPIRY_EVENT,
} from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { LOCK_NAME, LOCK_NOTES, lockScope } from '#machines/procedure/actions/create-lock/lock.ts'
import { VAULT_SETTINGS } from '#machines/procedure/actions/create-vault/vault-settings.ts'
import { ACTION_GROUP_NAME, ACTION_GROUP_SHORT_NAME, actionGroupId } from '#machines/procedure/actions/mail-alerts/action-group.ts'
import { namespaceOf } from '#machines/procedure/actions/register-provider/action.ts'
import { AUDIT_LOG_NAME, AUDIT_LOGS } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { parseResourceId, policyId, vaultId } from '#machines/procedure/ids.ts'
import type { StorePlace } from '#machines/procedure/key-store.ts'
import { storeId } from '#machines/procedure/key-store.ts'
import { KEY_PERMISSIONS } from '#machines/procedure/rights/key-permissions.ts'
import { ALL_KEYS, LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { Tag } from '#machines/procedure/tags.ts'
import { assignmentName } from '../../services/azure/assignment-name.ts'
import { NAMESPACE_ID } from '../../services/azure/guid.ts'
import { quoteForTerraform as quoted } from '../quoting.ts'
import { reasonOf } from '../reasons.ts'
import { KEY_ACCESS_ROLE, keyAccessIds, keyBody, type Of, roleDefinitionId } from '../requests.ts'
import { plain } from '../words.ts'
import { attribute, type Block, block, object } from './blocks.ts'
import { terraformMessages as messages } from './messages.ts'
import { listOf, settingEntries } from './settings.ts'

export type ProviderName = 'azapi' | 'azurerm' | 'powerplatform' | 'time'

/** An action in Terraform; empty if impossible. The last block marks completion. */
export interface Piece {
  readonly providers: readonly ProviderName[]
  readonly blocks: readonly Block[]
}

/** Empty for the first action of its kind. */
type Suffix = string

const POLICY_TYPE = quoted(`Microsoft.PowerPlatform/enterprisePolicies@${API_VERSIONS.policies}`)
const VAULT_TYPE = quoted(`Microsoft.KeyVault/vaults@${API_VERSIONS.keyVault}`)

const addressOf = ({ type, labels }: Block): string => (type === 'data' ? ['data', ...labels] : labels).join('.')

const after = (blocks: readonly Block[]) => (blocks.length === 0 ? [] : [attribute('depends_on', `[${blocks.map(addressOf).join(', ')}]`)])

/** Destroying it would cause an outage: Terraform refuses until a person removes this. */
const KEEP = block('lifecycle', [], [attribute('prevent_destroy', 'true')])

type Entries = Parameters<typeof block>[2]

const resource = (type: string, name: string, entries: Entries, comments: readonly string[] = []): Block =>
  block('resource', [type, name], entries, comments)

/** Blocks of an action in sequence. @param before last block of the previous action */
export function pieceOf(action: Action, suffix: Suffix, before: readonly Block[]): Piece {
  const why = [reasonOf(action.kind)]
  const one = (provider: ProviderName, type: string, name: string, entries: Entries, last: Entries = []): Piece => ({
    providers: [provider],
    blocks: [resource(`${provider}_${type}`, `${name}${suffix}`, [...entries, ...after(before), ...last], why)],
  })
  switch (action.kind) {
    case 'register-provider': {
      const name = action.namespace === 'Microsoft.KeyVault' ? 'key_vault' : 'power_platform'
      return one('azurerm', 'resource_provider_registration', name, [attribute('name', quoted(namespaceOf(action)))])
    }
    case 'create-resource-group':
      return one('azurerm', 'resource_group', 'group', groupEntries(action))
    case 'create-vault':
      return one('azapi', 'resource', 'vault', vaultEntries(action.vault), [KEEP])
    case 'turn-on-purge-protection':
      return purgeProtection(action, suffix, before, why)
    case 'create-key':
      if (action.keyStore) return hsmKey(action, suffix, before, why)
      return one('azapi', 'resource', 'key', keyEntries(action), [KEEP])
    case 'create-policy':
      return one('azapi', 'resource', 'policy', policyEntries(action.policy), [KEEP])
    case 'grant-key-access':
      return keyAccess(action, suffix, before, why)
    case 'grant-reader':
      return one('azurerm', 'role_assignment', 'reader', readerEntries(action))
    case 'enable-managed-environment':
      return { providers: ['powerplatform'], blocks: [managed(action.environmentId, suffix, before, why)] }
    case 'link-environment':
      return link(action, suffix, before, why)
    case 'send-audit-log':
      return one('azurerm', 'monitor_diagnostic_setting', 'audit_log', auditLogEntries(action))
    case 'create-lock':
      return one('azurerm', 'management_lock', 'lock', lockEntries(action))
    case 'mail-alerts':
      return action.groupExists ? NONE : one('azurerm', 'monitor_action_group', 'alerts', actionGroupEntries(action))
    case 'alert-near-expiry':
      return one('azapi', 'resource', 'near_expiry', nearExpiryEntries(action))
    // Terraform describes states; another key version, a change of an existing key, or leaving a policy can't be described.
    case 'rotate-key':
    case 'set-rotation-policy':
    case 'unlink-environment':
      return NONE
  }
}

const groupId = (subscriptionId: string, name: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${name}`

const NONE: Piece = { providers: [], blocks: [] }

const groupEntries = ({ name, location, tags }: Of<'create-resource-group'>) => [
  attribute('name', quoted(name)),
  attribute('location', quoted(location)),
  ...tagEntries(tags),
]

/** Quoted, because tag names can be anything. */
const tagEntries = (tags: readonly Tag[] | undefined) =>
  tags
    ? [
        object(
          'tags',
          tags.map(({ name, value }) => attribute(quoted(name), quoted(value))),
        ),
      ]
    : []

/**
 * azapi names the version of Key Vault's control plane itself; the other provider sends its own (Decision 0225).
 * Unchecked against the provider's schemas, which know only the versions that are older than the provider.
 */
const vaultEntries = ({ subscriptionId, resourceGroup, name, location, tenantId, tags }: Of<'create-vault'>['vault']) => [
  attribute('type', VAULT_TYPE),
  attribute('name', quoted(name)),
  attribute('parent_id', quoted(groupId(subscriptionId, resourceGroup))),
  attribute('location', quoted(location)),
  ...tagEntries(tags),
  attribute('schema_validation_enabled', 'false'),
  object('body', [object('properties', [attribute('tenantId', quoted(tenantId)), ...settingEntries(VAULT_SETTINGS)])]),
]

const KEY_OPERATIONS = listOf(['decrypt', 'encrypt', 'sign', 'unwrapKey', 'verify', 'wrapKey'])

/** Through Azure Resource Manager: independent of the vault's network. */
const keyEntries = (action: Of<'create-key'>) => [
  attribute('type', quoted(`Microsoft.KeyVault/vaults/keys@${API_VERSIONS.keyVault}`)),
  attribute('name', quoted(action.name)),
  attribute('parent_id', quoted(vaultId(action.subscriptionId, action.vaultResourceGroup, action.vaultName))),
  attribute('schema_validation_enabled', 'false'),
  object('body', settingEntries(keyBody(action))),
]

const policyEntries = ({ subscriptionId, resourceGroup, name, location, vaultId: vault, keyName, tags }: Of<'create-policy'>['policy']) => [
  attribute('type', POLICY_TYPE),
  attribute('name', quoted(name)),
  attribute('parent_id', quoted(groupId(subscriptionId, resourceGroup))),
  attribute('location', quoted(location)),
  ...tagEntries(tags),
  attribute('schema_validation_enabled', 'false'),
  attribute('response_export_values', `[${quoted('properties.systemId')}]`),
  object('body', [
    attribute('kind', quoted('Encryption')),
    object('identity', [attribute('type', quoted('SystemAssigned'))]),
    object('properties', [
      object('encryption', [
        attribute('state', quoted('Enabled')),
        object('keyVault', [attribute('id', quoted(vault)), object('key', [attribute('name', quoted(keyName))])]),
      ]),
    ]),
  ]),
]

function purgeProtection(action: Of<'turn-on-purge-protection'>, suffix: Suffix, before: readonly Block[], why: readonly string[]): Piece {
  const entries = [
    attribute('type', VAULT_TYPE),
    attribute('resource_id', quoted(vaultId(action.subscriptionId, action.resourceGroup, action.name))),
    attribute('method', quoted('PATCH')),
    object('body', [object('properties', [attribute('enablePurgeProtection', 'true')])]),
    ...after(before),
  ]
  const comment = plain(messages.oneSetting)
  return { providers: ['azapi'], blocks: [resource('azapi_resource_action', `purge_protection${suffix}`, entries, [...why, comment])] }
}

/** Reads the policy after its creation: identity and system ID are unknown before. */
const policyData = (id: string, name: string, before: readonly Block[], comments: readonly string[]): Block =>
  block(
    'data',
    ['azapi_resource', name],
    [
      attribute('type', POLICY_TYPE),
      attribute('resource_id', quoted(id)),
      attribute('response_export_values', `[${[quoted('identity.principalId'), quoted('properties.systemId')].join(', ')}]`),
      ...after(before),
    ],
    comments,
  )

/** An existing Managed HSM; may be read under several names. */
const hsmData = (action: StorePlace, name: string): Block =>
  block(
    'data',
    ['azurerm_key_vault_managed_hardware_security_module', name],
    [attribute('name', quoted(action.vaultName)), attribute('resource_group_name', quoted(action.vaultResourceGroup))],
  )

function hsmKey(action: Of<'create-key'>, suffix: Suffix, before: readonly Block[], why: readonly string[]): Piece {
  const hsm = hsmData(action, `key_hsm${suffix}`)
  const entries = [
    attribute('name', quoted(action.name)),
    attribute('managed_hsm_id', `${addressOf(hsm)}.id`),
    attribute('key_type', quoted('RSA-HSM')),
    attribute('key_size', String(action.size)),
    attribute('key_opts', KEY_OPERATIONS),
  ]
  const key = resource('azurerm_key_vault_managed_hardware_security_module_key', `key${suffix}`, [...entries, ...after(before), KEEP], why)
  return { providers: ['azurerm'], blocks: [hsm, key] }
}

/** The HSM's own role, with the wizard's assignment name. */
function hsmGrant(action: Of<'grant-key-access'>, suffix: Suffix, principal: string, why: readonly string[]): readonly Block[] {
  const hsm = hsmData(action, `access_hsm${suffix}`)
  const role = LOCAL_ROLES['crypto-service-encryption-user']
  const definition = block(
    'data',
    ['azurerm_key_vault_managed_hardware_security_module_role_definition', `key_access${suffix}`],
    [attribute('managed_hsm_id', `${addressOf(hsm)}.id`), attribute('name', quoted(role))],
  )
  const host = `trimprefix(trimsuffix(${addressOf(hsm)}.hsm_uri, "/"), "https://")`
  const name = `uuidv5(${quoted(NAMESPACE_ID)}, join("\\n", [lower(format("%s%s", ${host}, ${quoted(ALL_KEYS)})), lower(${principal}), ${quoted(role)}]))`
  const grant = resource(
    'azurerm_key_vault_managed_hardware_security_module_role_assignment',
    `key_access${suffix}`,
    [
      attribute('name', name),
      attribute('managed_hsm_id', `${addressOf(hsm)}.id`),
      attribute('scope', quoted(ALL_KEYS)),
      attribute('role_definition_id', `${addressOf(definition)}.resource_manager_id`),
      attribute('principal_id', principal),
    ],
    [...why, plain(messages.assignmentName)],
  )
  return [hsm, definition, grant]
}

function keyAccess(action: Of<'grant-key-access'>, suffix: Suffix, before: readonly Block[], why: readonly string[]): Piece {
  const ids = keyAccessIds(action)
  const known = resource(
    'time_sleep',
    `identity_known${suffix}`,
    [attribute('create_duration', quoted('90s')), ...after(before)],
    [plain(messages.identityKnown)],
  )
  const policy = policyData(ids.policy, `policy_identity${suffix}`, [known], [plain(messages.identity)])
  const principal = `${addressOf(policy)}.output.identity.principalId`
  const name = `uuidv5(${quoted(NAMESPACE_ID)}, join("\\n", [${quoted(ids.scope)}, lower(${principal}), ${quoted(KEY_ACCESS_ROLE)}]))`
  if (action.keyStore)
    return { providers: ['azapi', 'azurerm', 'time'], blocks: [known, policy, ...hsmGrant(action, suffix, principal, why)] }
  const grant = action.byAccessPolicy
    ? resource('azapi_resource_action', `key_access${suffix}`, accessPolicyEntries(ids.vault, principal), why)
    : resource(
        'azurerm_role_assignment',
        `key_access${suffix}`,
        [
          attribute('name', name),
          attribute('scope', quoted(ids.vault)),
          attribute('role_definition_id', quoted(ids.roleDefinition)),
          attribute('principal_id', principal),
          attribute('principal_type', quoted('ServicePrincipal')),
        ],
        [...why, plain(messages.assignmentName)],
      )
  return { providers: action.byAccessPolicy ? ['azapi', 'time'] : ['azapi', 'azurerm', 'time'], blocks: [known, policy, grant] }
}

/** "add" joins these permissions to those that the identity has. */
const accessPolicyEntries = (vault: string, principal: string) => [
  attribute('type', VAULT_TYPE),
  attribute('resource_id', quoted(vault)),
  attribute('action', quoted('accessPolicies/add')),
  attribute('method', quoted('PUT')),
  object('body', [
    object('properties', [
      attribute(
        'accessPolicies',
        `[{ tenantId = local.tenant_id, objectId = ${principal}, permissions = { keys = ${listOf(KEY_PERMISSIONS)} } }]`,
      ),
    ]),
  ]),
]

function readerEntries(action: Of<'grant-reader'>) {
  const scope = policyId(action.subscriptionId, action.policyResourceGroup, action.policyName)
  return [
    attribute('name', quoted(assignmentName(scope, action.principalId, AZURE_ROLES.reader))),
    attribute('scope', quoted(scope)),
    attribute('role_definition_id', quoted(roleDefinitionId(action.subscriptionId, AZURE_ROLES.reader))),
    attribute('principal_id', quoted(action.principalId)),
    attribute('principal_type', quoted(action.principalType ?? 'User')),
  ]
}

const auditLogEntries = (action: Of<'send-audit-log'>) => [
  attribute('name', quoted(AUDIT_LOG_NAME)),
  attribute('target_resource_id', quoted(storeId(action))),
  attribute('log_analytics_workspace_id', quoted(action.workspaceId)),
  block('enabled_log', [], [attribute('category', quoted(AUDIT_LOGS[0].category))]),
]

const actionGroupEntries = ({ resourceGroup, emails }: Of<'mail-alerts'>) => [
  attribute('name', quoted(ACTION_GROUP_NAME)),
  attribute('resource_group_name', quoted(resourceGroup)),
  attribute('short_name', quoted(ACTION_GROUP_SHORT_NAME)),
  ...emails.map((email) =>
    block(
      'email_receiver',
      [],
      [attribute('name', quoted(email)), attribute('email_address', quoted(email)), attribute('use_common_alert_schema', 'true')],
    ),
  ),
]

/** The other provider doesn't support alerts as event destinations. */
function nearExpiryEntries({ subscriptionId, vaultResourceGroup, vaultName }: Of<'alert-near-expiry'>) {
  const group = actionGroupId(subscriptionId, vaultResourceGroup)
  return [
    attribute('type', quoted(`Microsoft.EventGrid/eventSubscriptions@${API_VERSIONS.events}`)),
    attribute('name', quoted(NEAR_EXPIRY_ALERT_NAME)),
    attribute('parent_id', quoted(vaultId(subscriptionId, vaultResourceGroup, vaultName))),
    object('body', [
      object('properties', [
        object('destination', [
          attribute('endpointType', quoted('MonitorAlert')),
          object('properties', [
            attribute('severity', quoted('Sev2')),
            attribute('description', quoted(NEAR_EXPIRY_DESCRIPTION)),
            attribute('actionGroups', `[${quoted(group)}]`),
          ]),
        ]),
        object('filter', [attribute('includedEventTypes', `[${quoted(NEAR_EXPIRY_EVENT)}]`)]),
        attribute('eventDeliverySchema', quoted('CloudEventSchemaV1_0')),
      ]),
    ]),
  ]
}

const lockEntries = (action: Of<'create-lock'>) => [
  attribute('name', quoted(LOCK_NAME)),
  attribute('scope', quoted(lockScope(action))),
  attribute('lock_level', quoted('CanNotDelete')),
  attribute('notes', quoted(LOCK_NOTES)),
]

/** The provider requires all settings; these are the defaults. */
const managed = (environmentId: string, suffix: Suffix, before: readonly Block[], why: readonly string[]): Block =>
  resource(
    'powerplatform_managed_environment',
    `environment${suffix}`,
    [
      attribute('environment_id', quoted(environmentId)),
      attribute('is_usage_insights_disabled', 'false'),
      attribute('is_group_sharing_disabled', 'false'),
      attribute('limit_sharing_mode', quoted('NoLimit')),
      attribute('max_limit_user_sharing', '-1'),
      attribute('solution_checker_mode', quoted('None')),
      attribute('suppress_validation_emails', 'true'),
      attribute('maker_onboarding_markdown', quoted('')),
      attribute('maker_onboarding_url', quoted('')),
      ...after(before),
    ],
    [...why, plain(messages.everySetting)],
  )

function link(action: Of<'link-environment'>, suffix: Suffix, before: readonly Block[], why: readonly string[]): Piece {
  const policyBefore = resource(
    'time_sleep',
    `access_counts${suffix}`,
    [attribute('create_duration', quoted(`${ACCESS_SPREADS_IN / 1000}s`)), ...after(before)],
    [plain(messages.accessInEffect)],
  )
  const { subscriptionId, resourceGroup, name } = parseResourceId(action.policyId) ?? {}
  const id = subscriptionId && resourceGroup && name ? policyId(subscriptionId, resourceGroup, name) : action.policyId
  const policy = policyData(id, `policy_system_id${suffix}`, [policyBefore], [plain(messages.systemId)])
  const linked = resource(
    'powerplatform_enterprise_policy',
    `environment${suffix}`,
    [
      attribute('environment_id', quoted(action.environmentId)),
      attribute('policy_type', quoted('Encryption')),
      attribute('system_id', `${addressOf(policy)}.output.properties.systemId`),
      object('timeouts', [attribute('create', quoted('96h'))]),
    ],
    [...why, plain(messages.startsAgain)],
  )
  return { providers: ['azapi', 'powerplatform', 'time'], blocks: [policyBefore, policy, linked] }
}
