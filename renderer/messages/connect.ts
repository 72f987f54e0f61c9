import { defineMessages } from '../../machines/messages/message.ts'

/** The words of the sign-in page and of the wait for a sign-in. */
export const connect = {
  ...defineMessages({
    title: { id: 'window.connect.title', defaultMessage: 'Connect a tenant' },
    lead: {
      id: 'window.connect.lead',
      defaultMessage: 'Signing in changes nothing. We check the tenant first and show you every change before it’s made.',
    },
    where: { id: 'window.connect.where', defaultMessage: 'Tenant and cloud' },
    tenantHint: {
      id: 'window.connect.tenantHint',
      defaultMessage: 'The customer’s tenant ID or one of its domains, for example contoso.onmicrosoft.com.',
    },
    cloud: { id: 'window.connect.cloud', defaultMessage: 'Cloud' },
    cloudHint: { id: 'window.connect.cloudHint', defaultMessage: 'The cloud that the tenant is in, usually the commercial cloud.' },
    cloudsManaged: { id: 'window.connect.cloudsManaged', defaultMessage: 'Your organization allows only these clouds.' },
    waysManaged: { id: 'window.connect.waysManaged', defaultMessage: 'Your organization allows only these methods.' },
    noneManaged: {
      id: 'window.connect.noneManaged',
      defaultMessage: 'Your organization allows no cloud or no sign-in method that this window offers.',
    },
    unverified: { id: 'window.connect.unverified', defaultMessage: 'unverified' },
    marked: { id: 'window.connect.marked', defaultMessage: '{name} ({marks})', description: 'A cloud, and what is special about it.' },
    custom: { id: 'window.connect.custom', defaultMessage: 'custom cloud, from a file' },
    doubts: {
      id: 'window.connect.doubts',
      defaultMessage: 'This cloud is unverified: we couldn’t confirm everything about it in Microsoft’s documentation.',
    },
    doubtsNext: {
      id: 'window.connect.doubtsNext',
      defaultMessage: 'You can sign in. Before anything is written, you confirm that you know these points.',
    },
    way: { id: 'window.connect.way', defaultMessage: 'How do you want to sign in?' },
    app: { id: 'window.connect.app', defaultMessage: 'Which app registration do you want to use?' },
    firstParty: {
      id: 'window.connect.firstParty',
      defaultMessage: 'Uses Microsoft’s app registration for Azure CLI ({id}), the default of Microsoft’s identity library.',
    },
    clientIdHint: {
      id: 'window.connect.clientIdHint',
      defaultMessage: 'In the Microsoft Entra admin center: App registrations, your app, Overview.',
    },
    servicePrincipal: { id: 'window.connect.servicePrincipal', defaultMessage: 'App registration' },
    certificateHint: {
      id: 'window.connect.certificateHint',
      defaultMessage: 'The full path, for example C:\\keys\\wizard.pem or /home/ada/wizard.pem.',
    },
    passphrase: { id: 'window.connect.passphrase', defaultMessage: 'Private key passphrase' },
    passphraseHint: {
      id: 'window.connect.passphraseHint',
      defaultMessage: 'Leave empty if the key has none. We keep it for this sign-in only and never store it.',
    },
    secretHint: {
      id: 'window.connect.secretHint',
      defaultMessage: 'The secret’s value, not its ID. We keep it for this sign-in only and never store it, so enter it each time.',
    },
    signIn: { id: 'window.connect.signIn', defaultMessage: 'Sign in' },
    checkFirst: { id: 'window.connect.checkFirst', defaultMessage: 'Sign in and check' },
    resumes: {
      id: 'window.connect.resumes',
      defaultMessage:
        '{way, select, secret {Sign in to continue with {environment}. Enter the client secret below; it’s never stored.} certificate {Sign in to continue with {environment}. If the private key has a passphrase, enter it below; it’s never stored.} other {Sign in to continue with {environment}.}}',
    },
    back: { id: 'window.connect.back', defaultMessage: 'Back' },
    problems: {
      id: 'window.connect.problems',
      defaultMessage: '{count, plural, one {Correct this field: {fields}.} other {Correct these # fields: {fields}.}}',
    },
  }),
  ways: {
    browser: defineMessages({
      title: { id: 'window.connect.ways.browser.title', defaultMessage: 'Your browser' },
      text: {
        id: 'window.connect.ways.browser.text',
        defaultMessage:
          'Opens the sign-in page in your browser, where passkeys, multifactor authentication, and Conditional Access work. Recommended.',
      },
    }),
    'device-code': defineMessages({
      title: { id: 'window.connect.ways.deviceCode.title', defaultMessage: 'Device code' },
      text: {
        id: 'window.connect.ways.deviceCode.text',
        defaultMessage: 'Enter a short code in a browser on any device. Use it when this computer has no browser. Some tenants block it.',
      },
    }),
    'azure-cli': defineMessages({
      title: { id: 'window.connect.ways.azureCli.title', defaultMessage: 'Azure CLI account' },
      text: {
        id: 'window.connect.ways.azureCli.text',
        defaultMessage: 'Uses the account signed in with az login on this computer, without a prompt.',
      },
    }),
    'azure-powershell': defineMessages({
      title: { id: 'window.connect.ways.azurePowershell.title', defaultMessage: 'Azure PowerShell account' },
      text: {
        id: 'window.connect.ways.azurePowershell.text',
        defaultMessage: 'Uses the account signed in with Connect-AzAccount on this computer, without a prompt.',
      },
    }),
    certificate: defineMessages({
      title: { id: 'window.connect.ways.certificate.title', defaultMessage: 'Service principal with a certificate' },
      text: {
        id: 'window.connect.ways.certificate.text',
        defaultMessage: 'An app signs in without a user, for test tenants and automation. The private key stays on this computer.',
      },
    }),
    secret: defineMessages({
      title: { id: 'window.connect.ways.secret.title', defaultMessage: 'Service principal with a secret' },
      text: {
        id: 'window.connect.ways.secret.text',
        defaultMessage:
          'An app signs in without a user, for test tenants and automation. We keep the secret for this sign-in only and never store it.',
      },
    }),
  },
  fields: defineMessages({
    tenant: { id: 'window.connect.fields.tenant', defaultMessage: 'Tenant' },
    clientId: { id: 'window.connect.fields.clientId', defaultMessage: 'Application (client) ID' },
    certificatePath: { id: 'window.connect.fields.certificatePath', defaultMessage: 'PEM file with certificate and private key' },
    secret: { id: 'window.connect.fields.secret', defaultMessage: 'Client secret' },
  }),
  apps: {
    own: defineMessages({
      title: { id: 'window.connect.apps.own.title', defaultMessage: 'Your own app registration' },
      text: {
        id: 'window.connect.apps.own.text',
        defaultMessage: 'Recommended. Your tenant decides what the app can do, and your sign-in logs show its name.',
      },
    }),
    'first-party': defineMessages({
      title: { id: 'window.connect.apps.firstParty.title', defaultMessage: 'Azure CLI app registration (fallback)' },
      text: {
        id: 'window.connect.apps.firstParty.text',
        defaultMessage:
          'For tenants without an app registration for the wizard. Microsoft might restrict this use, and the sign-in logs show Azure CLI.',
      },
    }),
  },
  registration: defineMessages({
    show: { id: 'window.connect.registration.show', defaultMessage: 'How to create the app registration' },
    hide: { id: 'window.connect.registration.hide', defaultMessage: 'Hide app registration steps' },
    intro: {
      id: 'window.connect.registration.intro',
      defaultMessage: 'Someone who can register apps in the tenant creates it once. The text and the commands do the same; use either.',
    },
    permissions: { id: 'window.connect.registration.permissions', defaultMessage: 'Delegated permissions by API' },
    unsure: {
      id: 'window.connect.registration.unsure',
      defaultMessage: 'Not rechecked in Microsoft’s documentation. Compare it in the admin center.',
    },
    text: { id: 'window.connect.registration.text', defaultMessage: 'Copy as text' },
    textOf: { id: 'window.connect.registration.textOf', defaultMessage: 'the description of the app registration' },
    commands: { id: 'window.connect.registration.commands', defaultMessage: 'Azure CLI commands (bash)' },
    commandsOf: { id: 'window.connect.registration.commandsOf', defaultMessage: 'the commands' },
    consent: { id: 'window.connect.registration.consent', defaultMessage: 'Tenant-wide admin consent' },
    consentNeeds: {
      id: 'window.connect.registration.consentNeeds',
      defaultMessage: 'Enter the tenant and the application ID above to get the address for admin consent.',
    },
    consentOf: { id: 'window.connect.registration.consentOf', defaultMessage: 'the admin consent address' },
  }),
  principal: {
    ...defineMessages({
      show: { id: 'window.connect.principal.show', defaultMessage: 'What the service principal needs' },
      hide: { id: 'window.connect.principal.hide', defaultMessage: 'Hide what the service principal needs' },
    }),
    points: Object.values(
      defineMessages({
        first: {
          id: 'window.connect.principal.points.first',
          defaultMessage:
            'Azure: the same roles on the subscription, resource group, and key vault as a person. The permission checks in step 3 name what’s missing, with the command to assign it.',
        },
        second: {
          id: 'window.connect.principal.points.second',
          defaultMessage:
            'Power Platform: a Power Platform admin registers the app as a management application (PowerShell: New-PowerAppManagementApp -ApplicationId ID). Without it, the service refuses the environments with 403.',
        },
        third: {
          id: 'window.connect.principal.points.third',
          defaultMessage:
            'Dataverse: an application user for the app in the environment. Without it, step 1 relies on the admin API alone.',
        },
        fifth: {
          id: 'window.connect.principal.points.fifth',
          defaultMessage:
            'Microsoft Graph, optional: the application permission User.Read.All, to find people by name. Without it, you enter object IDs.',
        },
        fourth: {
          id: 'window.connect.principal.points.fourth',
          defaultMessage: 'The app registration’s delegated permissions don’t apply here, and no user is prompted.',
        },
      }),
    ),
  },
  progress: defineMessages({
    title: { id: 'window.connect.progress.title', defaultMessage: 'Signing in to {tenant}' },
    looking: { id: 'window.connect.progress.looking', defaultMessage: 'Looking up the tenant.' },
    browser: { id: 'window.connect.progress.browser', defaultMessage: 'Your browser shows the tenant’s sign-in page.' },
    browserNext: {
      id: 'window.connect.progress.browserNext',
      defaultMessage: 'Continue there, and come back when it says that you’re signed in. The wizard never sees your password.',
    },
    browserMissing: {
      id: 'window.connect.progress.browserMissing',
      defaultMessage: 'No page? It might be behind this window. To open another one, cancel and sign in again.',
    },
    code: { id: 'window.connect.progress.code', defaultMessage: 'Enter this code' },
    codeAt: { id: 'window.connect.progress.codeAt', defaultMessage: 'at this address, on any device' },
    codeOf: { id: 'window.connect.progress.codeOf', defaultMessage: 'the code' },
    addressOf: { id: 'window.connect.progress.addressOf', defaultMessage: 'the address' },
    expires: { id: 'window.connect.progress.expires', defaultMessage: 'The code expires in {left}.' },
    expired: {
      id: 'window.connect.progress.expired',
      defaultMessage: 'The code has expired. Cancel, then sign in again to get a new one.',
    },
    lastMinute: { id: 'window.connect.progress.lastMinute', defaultMessage: 'The code expires in less than a minute.' },
    waits: {
      id: 'window.connect.progress.waits',
      defaultMessage: 'Waiting for your sign-in. Enter the code only if you just requested it yourself.',
    },
    tokens: { id: 'window.connect.progress.tokens', defaultMessage: 'Signed in. Requesting access to {audience}.' },
    tokensNext: {
      id: 'window.connect.progress.tokensNext',
      defaultMessage: 'Each service decides for itself. If one refuses, we name it and continue with the others.',
    },
    tool: {
      id: 'window.connect.progress.tool',
      defaultMessage: 'No page opens for this method. Starting the tool can take a few seconds.',
    },
    cancel: { id: 'window.connect.progress.cancel', defaultMessage: 'Cancel' },
  }),
}
