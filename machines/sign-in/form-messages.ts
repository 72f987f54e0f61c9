import { defineMessages } from '../messages/message.ts'

/** Sign-in form and app registration; also in the window's catalog (`tools/messages.mjs`). */
export const formMessages = {
  tenant: defineMessages('signIn.tenant', {
    missing: 'Enter the tenant ID or one of its domains, for example contoso.onmicrosoft.com.',
    any: '“{tenant}” stands for any tenant. Enter the customer’s tenant ID or one of its domains.',
    account: 'This is an account name. Enter the part after the @, or the tenant ID.',
    neither: 'This isn’t a tenant ID or a domain. Find the ID in the Microsoft Entra admin center under Overview, Tenant ID.',
  }),
  ...defineMessages({
    clientId: {
      id: 'signIn.clientId.wrong',
      defaultMessage:
        'This isn’t an app registration ID. Find it in the Microsoft Entra admin center under App registrations, Application (client) ID.',
    },
    secret: { id: 'signIn.secret.missing', defaultMessage: 'Enter the client secret. We keep it for this sign-in only.' },
  }),
  certificate: defineMessages('signIn.certificate', {
    missing: 'Choose the PEM file that has the certificate and its private key.',
    archive: 'Convert a .pfx or .p12 file to PEM first: {command}',
    elsewhere: 'Choose a file on this computer. The wizard opens none on other computers.',
  }),
  permission: defineMessages('signIn.permission', {
    'resource-manager': {
      id: 'signIn.permission.resourceManager',
      defaultMessage: 'Reads and creates the resource group, key vault, enterprise policy, and role assignments.',
    },
    'key-vault': { id: 'signIn.permission.keyVault', defaultMessage: 'Reads and creates the key in the vault.' },
    'power-platform': {
      id: 'signIn.permission.powerPlatform',
      defaultMessage: 'Reads the environments, makes one a Managed Environment, and adds it to the policy.',
    },
    dataverse: 'Checks in the environment’s Dataverse organization whether finance and operations is linked.',
    directory: 'Optional: finds people by name. Without it, you enter object IDs.',
  }),
  registration: defineMessages('signIn.registration', {
    title: 'App registration for the CMK Enablement Wizard',
    accounts: 'Supported account types: accounts in this organizational directory only.',
    platform: 'Platform: Mobile and desktop applications, with the redirect URI {uri}.',
    publicClient: 'Allow public client flows: Yes (required for the device code).',
    permissions: 'API permissions, all delegated, then “Grant admin consent”:',
    permission: '- {api} ({appId}): {permission}. {why}',
    noSecret: 'No client secret or application permission is needed.',
  }),
}
