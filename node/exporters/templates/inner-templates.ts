import { NEAR_EXPIRY_EVENT } from '#machines/procedure/actions/alert-near-expiry/near-expiry.ts'
import { VAULT_SETTINGS } from '#machines/procedure/actions/create-vault/vault-settings.ts'
import { AUDIT_LOGS } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { KEY_PERMISSIONS } from '#machines/procedure/rights/key-permissions.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import { plain } from '../words.ts'
import { templateMessages as messages } from './messages.ts'
import type { ModuleName } from './modules.ts'

/** Inner ARM templates: constant texts with parameters. `comments` is Resource Manager's member for readers. */
interface InnerTemplate {
  readonly resources: readonly Readonly<Record<string, unknown>>[]
  readonly outputs?: Readonly<Record<string, { readonly type: 'string'; readonly value: string }>>
}

const parameter = (name: string): string => `[parameters('${name}')]`

const VAULT = "resourceId('Microsoft.KeyVault/vaults', parameters('vaultName'))"
const POLICY = "resourceId('Microsoft.PowerPlatform/enterprisePolicies', parameters('policyName'))"

const assignment = (scope: string, name: string, principalType: string) => ({
  type: 'Microsoft.Authorization/roleAssignments',
  apiVersion: API_VERSIONS.roles,
  scope: `[${scope}]`,
  name,
  properties: {
    roleDefinitionId: "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', parameters('roleId'))]",
    principalId: parameter('principalId'),
    principalType,
  },
})

const lockOn = (scope?: string) => ({
  type: 'Microsoft.Authorization/locks',
  apiVersion: API_VERSIONS.locks,
  ...(scope === undefined ? {} : { scope: `[${scope}]` }),
  name: parameter('lockName'),
  properties: { level: 'CanNotDelete', notes: parameter('notes') },
})

export const INNER_TEMPLATES: Readonly<Record<ModuleName, InnerTemplate>> = {
  'key-vault': {
    resources: [
      {
        type: 'Microsoft.KeyVault/vaults',
        apiVersion: API_VERSIONS.keyVault,
        name: parameter('name'),
        location: parameter('location'),
        tags: parameter('tags'),
        properties: { tenantId: parameter('tenantId'), ...VAULT_SETTINGS },
      },
    ],
  },
  key: {
    resources: [
      {
        comments: plain(messages.keyOnce),
        type: 'Microsoft.KeyVault/vaults/keys',
        apiVersion: API_VERSIONS.keyVault,
        name: "[format('{0}/{1}', parameters('vaultName'), parameters('name'))]",
        properties: { kty: 'RSA', keySize: parameter('size'), attributes: { enabled: true } },
      },
    ],
  },
  'enterprise-policy': {
    resources: [
      {
        comments: plain(messages.policyLocation),
        type: 'Microsoft.PowerPlatform/enterprisePolicies',
        apiVersion: API_VERSIONS.policies,
        name: parameter('name'),
        location: parameter('location'),
        kind: 'Encryption',
        identity: { type: 'SystemAssigned' },
        tags: parameter('tags'),
        properties: { encryption: { state: 'Enabled', keyVault: { id: parameter('vaultId'), key: { name: parameter('keyName') } } } },
      },
    ],
  },
  'policy-identity': {
    resources: [],
    outputs: { principalId: { type: 'string', value: `[reference(${POLICY}, '${API_VERSIONS.policies}', 'full').identity.principalId]` } },
  },
  'key-access': { resources: [assignment(VAULT, `[guid(${VAULT}, parameters('principalId'), parameters('roleId'))]`, 'ServicePrincipal')] },
  'key-access-policy': {
    resources: [
      {
        comments: plain(messages.addsPermissions),
        type: 'Microsoft.KeyVault/vaults/accessPolicies',
        apiVersion: API_VERSIONS.keyVault,
        name: "[format('{0}/add', parameters('vaultName'))]",
        properties: {
          accessPolicies: [
            {
              tenantId: `[reference(${VAULT}, '${API_VERSIONS.keyVault}').tenantId]`,
              objectId: parameter('principalId'),
              permissions: { keys: [...KEY_PERMISSIONS] },
            },
          ],
        },
      },
    ],
  },
  'audit-log': {
    resources: [
      {
        type: 'Microsoft.Insights/diagnosticSettings',
        apiVersion: API_VERSIONS.auditLogs,
        scope: `[${VAULT}]`,
        name: parameter('settingName'),
        properties: { workspaceId: parameter('workspaceId'), logs: AUDIT_LOGS },
      },
    ],
  },
  'action-group': {
    resources: [
      {
        type: 'Microsoft.Insights/actionGroups',
        apiVersion: API_VERSIONS.actionGroups,
        name: parameter('groupName'),
        location: 'Global',
        properties: {
          copy: [
            {
              name: 'emailReceivers',
              count: "[length(parameters('emails'))]",
              input: {
                name: "[parameters('emails')[copyIndex('emailReceivers')]]",
                emailAddress: "[parameters('emails')[copyIndex('emailReceivers')]]",
                useCommonAlertSchema: true,
              },
            },
          ],
          groupShortName: parameter('shortName'),
          enabled: true,
        },
      },
    ],
  },
  'near-expiry-alert': {
    resources: [
      {
        type: 'Microsoft.EventGrid/eventSubscriptions',
        apiVersion: API_VERSIONS.events,
        scope: `[${VAULT}]`,
        name: parameter('alertName'),
        properties: {
          destination: {
            endpointType: 'MonitorAlert',
            properties: {
              severity: 'Sev2',
              description: parameter('alertDescription'),
              actionGroups: ["[resourceId('Microsoft.Insights/actionGroups', parameters('groupName'))]"],
            },
          },
          filter: { includedEventTypes: [NEAR_EXPIRY_EVENT] },
          eventDeliverySchema: 'CloudEventSchemaV1_0',
        },
      },
    ],
  },
  'vault-lock': { resources: [lockOn(VAULT)] },
  'hsm-lock': { resources: [lockOn("resourceId('Microsoft.KeyVault/managedHSMs', parameters('hsmName'))")] },
  'policy-lock': { resources: [lockOn(POLICY)] },
  'group-lock': { resources: [lockOn()] },
  reader: { resources: [assignment(POLICY, parameter('assignmentName'), parameter('principalType'))] },
}
