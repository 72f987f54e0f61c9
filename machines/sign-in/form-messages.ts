import { defineMessages } from '../messages/message.ts'

/** What the window says of the sign-in's form and of the app registration by itself: part of its own catalog as well (`tools/messages.mjs`). */
export const formMessages = {
  tenant: defineMessages({
    missing: {
      id: 'signIn.tenant.missing',
      defaultMessage: 'Name the tenant: its ID or one of its domains, for example contoso.onmicrosoft.com.',
    },
    any: {
      id: 'signIn.tenant.any',
      defaultMessage: '“{tenant}” stands for any tenant. Name the one customer’s tenant: its ID or one of its domains.',
    },
    account: {
      id: 'signIn.tenant.account',
      defaultMessage: 'This is the name of an account. Name the tenant: the part after the @, or the tenant’s ID.',
    },
    neither: {
      id: 'signIn.tenant.neither',
      defaultMessage: 'This is neither the ID of a tenant nor a domain. The Entra admin center shows the ID under Overview, Tenant ID.',
    },
  }),
  ...defineMessages({
    clientId: {
      id: 'signIn.clientId.wrong',
      defaultMessage:
        'This is not the ID of an app registration. The Entra admin center shows it under App registrations, Application (client) ID.',
    },
    secret: { id: 'signIn.secret.missing', defaultMessage: 'Enter the client secret. It is kept for one sign-in only.' },
  }),
  certificate: defineMessages({
    missing: {
      id: 'signIn.certificate.missing',
      defaultMessage: 'Name the PEM file that holds the certificate and its private key.',
    },
    archive: {
      id: 'signIn.certificate.archive',
      defaultMessage: 'A .pfx or .p12 file has to be converted to PEM first: {command}',
    },
    notWhole: {
      id: 'signIn.certificate.notWhole',
      defaultMessage: 'Give the whole path of the file, starting at the root or the drive.',
    },
  }),
  permission: defineMessages({
    'resource-manager': {
      id: 'signIn.permission.resourceManager',
      defaultMessage: 'Reads and creates the resource group, the key vault, the enterprise policy and the role assignments.',
    },
    'key-vault': { id: 'signIn.permission.keyVault', defaultMessage: 'Reads and creates the key in the vault.' },
    'power-platform': {
      id: 'signIn.permission.powerPlatform',
      defaultMessage: 'Reads the environments, makes one a Managed Environment and adds it to the policy.',
    },
    dataverse: {
      id: 'signIn.permission.dataverse',
      defaultMessage: 'Asks the environment’s Dataverse organization whether finance and operations is linked.',
    },
  }),
  registration: defineMessages({
    title: { id: 'signIn.registration.title', defaultMessage: 'App registration for the CMK Enablement Wizard' },
    accounts: {
      id: 'signIn.registration.accounts',
      defaultMessage: 'Supported account types: accounts in this organizational directory only.',
    },
    platform: {
      id: 'signIn.registration.platform',
      defaultMessage: 'Platform: Mobile and desktop applications, with the redirect URI {uri}.',
    },
    publicClient: {
      id: 'signIn.registration.publicClient',
      defaultMessage: 'Allow public client flows: Yes (the device code needs it).',
    },
    permissions: {
      id: 'signIn.registration.permissions',
      defaultMessage: 'API permissions, all delegated, then “Grant admin consent”:',
    },
    permission: { id: 'signIn.registration.permission', defaultMessage: '- {api} ({appId}): {permission}. {why}' },
    noSecret: { id: 'signIn.registration.noSecret', defaultMessage: 'No client secret and no application permission is needed.' },
  }),
}
