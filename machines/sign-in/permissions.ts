import type { Cloud, Confidence } from '../cloud/cloud.ts'
import type { DisplayText } from '../messages/message.ts'
import { formMessages } from './form-messages.ts'
import type { RefusedAudience } from './sign-in.ts'

export interface ApiPermission {
  readonly audience: RefusedAudience['audience'] | 'directory'
  /** Name in the Entra admin center. */
  readonly api: string
  /** The same in every tenant. */
  readonly appId: string
  readonly permission: string
  readonly why: DisplayText
  readonly confidence: Confidence
}

/** All permissions of the wizard's calls. The newer Power Platform API (api.powerplatform.com) isn't called. */
export const API_PERMISSIONS: readonly ApiPermission[] = [
  {
    audience: 'resource-manager',
    api: 'Azure Service Management',
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    permission: 'user_impersonation',
    why: formMessages.permission['resource-manager'],
    confidence: 'documentation',
  },
  {
    audience: 'key-vault',
    api: 'Azure Key Vault',
    appId: 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093',
    permission: 'user_impersonation',
    why: formMessages.permission['key-vault'],
    confidence: 'general-knowledge',
  },
  {
    audience: 'power-platform',
    api: 'PowerApps Service',
    appId: '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
    permission: 'User',
    why: formMessages.permission['power-platform'],
    confidence: 'documentation',
  },
  {
    audience: 'dataverse',
    api: 'Dynamics CRM',
    appId: '00000007-0000-0000-c000-000000000000',
    permission: 'user_impersonation',
    why: formMessages.permission.dataverse,
    confidence: 'general-knowledge',
  },
  {
    // Least permission per "List users" and "Get a user" in Microsoft Graph v1.0.
    audience: 'directory',
    api: 'Microsoft Graph',
    appId: '00000003-0000-0000-c000-000000000000',
    permission: 'User.ReadBasic.All',
    why: formMessages.permission.directory,
    confidence: 'documentation',
  },
]

export const REDIRECT_URI = 'http://localhost'

export const AUDIENCE_TITLES: Readonly<Record<RefusedAudience['audience'], string>> = {
  'resource-manager': 'Azure Resource Manager',
  'key-vault': 'Azure Key Vault',
  'power-platform': 'Power Platform',
  dataverse: 'Dataverse',
}

/** Permissions by line, for creating the app registration in the Entra admin center. */
export function registrationLines(): readonly DisplayText[] {
  const { title, accounts, platform, publicClient, permissions, permission, noSecret } = formMessages.registration
  return [
    title,
    accounts,
    platform({ uri: REDIRECT_URI }),
    publicClient,
    permissions,
    ...API_PERMISSIONS.map(({ api, appId, permission: name, why }) => permission({ api, appId, permission: name, why })),
    noSecret,
  ]
}

/**
 * As Azure CLI commands for bash. Permission IDs are looked up in the tenant, after creating the API's service
 * principal if missing: otherwise consent fails with AADSTS650052.
 */
export function registrationCommands(): string {
  const permissions = API_PERMISSIONS.map(({ appId, permission }) => `grant ${appId} ${permission}`)
  return [
    'set -euo pipefail',
    `app=$(az ad app create --display-name 'CMK Enablement Wizard' --sign-in-audience AzureADMyOrg --is-fallback-public-client true --public-client-redirect-uris ${REDIRECT_URI} --query appId --output tsv)`,
    'az ad sp create --id "$app" --output none',
    'grant() {',
    '  az ad sp show --id "$1" --output none 2>/dev/null || az ad sp create --id "$1" --output none',
    `  scope=$(az ad sp show --id "$1" --query "oauth2PermissionScopes[?value=='$2'].id | [0]" --output tsv)`,
    '  az ad app permission add --id "$app" --api "$1" --api-permissions "$scope=Scope"',
    '}',
    ...permissions,
    'az ad app permission admin-consent --id "$app"',
    'echo "Application (client) ID: $app"',
  ].join('\n')
}

/** Admin consent page. @param cloud of the sign-in service */
export function adminConsentAddress({ authority }: Pick<Cloud, 'authority'>, tenant: string, clientId: string): string {
  return `${authority}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(clientId)}`
}
