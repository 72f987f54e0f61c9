import { defineMessages } from '../../machines/messages/message.ts'

/** The words of the sign-in page and of the wait for a sign-in. */
export const connect = {
  ...defineMessages({
    title: { id: 'window.connect.title', defaultMessage: 'Connect a tenant' },
    lead: {
      id: 'window.connect.lead',
      defaultMessage:
        'Signing in changes nothing. What is in the tenant is read and checked first, and every change is shown to you before it is made.',
    },
    where: { id: 'window.connect.where', defaultMessage: 'Tenant and cloud' },
    tenantHint: {
      id: 'window.connect.tenantHint',
      defaultMessage: 'The customer’s own: its ID, or one of its domains, for example contoso.onmicrosoft.com.',
    },
    cloud: { id: 'window.connect.cloud', defaultMessage: 'Cloud' },
    cloudHint: { id: 'window.connect.cloudHint', defaultMessage: 'Where the tenant is. Most tenants are in the commercial cloud.' },
    unverified: { id: 'window.connect.unverified', defaultMessage: 'unverified' },
    marked: { id: 'window.connect.marked', defaultMessage: '{name} ({marks})', description: 'A cloud, and what is special about it.' },
    custom: { id: 'window.connect.custom', defaultMessage: 'custom cloud, from a file' },
    doubts: {
      id: 'window.connect.doubts',
      defaultMessage: 'This cloud is unverified: not everything about it was found in Microsoft’s sources.',
    },
    doubtsNext: {
      id: 'window.connect.doubtsNext',
      defaultMessage: 'You can sign in. Before anything is written you are asked to confirm that you know these points.',
    },
    way: { id: 'window.connect.way', defaultMessage: 'How do you sign in?' },
    app: { id: 'window.connect.app', defaultMessage: 'Which app registration asks for access?' },
    firstParty: {
      id: 'window.connect.firstParty',
      defaultMessage:
        'Microsoft’s app registration for Azure CLI is used: {id}, the one that Microsoft’s identity library takes when none is named.',
    },
    clientIdHint: {
      id: 'window.connect.clientIdHint',
      defaultMessage: 'From the Entra admin center: App registrations, your app, Overview.',
    },
    servicePrincipal: { id: 'window.connect.servicePrincipal', defaultMessage: 'App registration' },
    certificateHint: {
      id: 'window.connect.certificateHint',
      defaultMessage: 'The whole path, for example C:\\keys\\wizard.pem or /home/ada/wizard.pem.',
    },
    passphrase: { id: 'window.connect.passphrase', defaultMessage: 'Passphrase of the private key' },
    passphraseHint: {
      id: 'window.connect.passphraseHint',
      defaultMessage: 'Empty when the key has none. It is kept for one sign-in and never stored.',
    },
    secretHint: {
      id: 'window.connect.secretHint',
      defaultMessage: 'The value, not the secret’s ID. It is kept for one sign-in and never stored, so you enter it each time.',
    },
    signIn: { id: 'window.connect.signIn', defaultMessage: 'Sign in' },
    checkFirst: { id: 'window.connect.checkFirst', defaultMessage: 'Sign in and check everything first' },
    resumes: {
      id: 'window.connect.resumes',
      defaultMessage:
        '{way, select, secret {Sign in to continue with {environment}. The client secret is never stored: enter it below.} certificate {Sign in to continue with {environment}. If the private key has a passphrase, enter it below: it is never stored.} other {Sign in to continue with {environment}.}}',
    },
    back: { id: 'window.connect.back', defaultMessage: 'Back' },
    problems: {
      id: 'window.connect.problems',
      defaultMessage: '{count, plural, one {One field needs another value: {fields}.} other {# fields need other values: {fields}.}}',
    },
  }),
  ways: {
    browser: defineMessages({
      title: { id: 'window.connect.ways.browser.title', defaultMessage: 'Your browser' },
      text: {
        id: 'window.connect.ways.browser.text',
        defaultMessage:
          'The sign-in page opens in your own browser, where passkeys, second factors and conditional access work. Recommended.',
      },
    }),
    'device-code': defineMessages({
      title: { id: 'window.connect.ways.deviceCode.title', defaultMessage: 'A device code' },
      text: {
        id: 'window.connect.ways.deviceCode.text',
        defaultMessage:
          'You enter a short code in a browser on any device. Use it when this computer has no browser. Some tenants forbid it.',
      },
    }),
    'azure-cli': defineMessages({
      title: { id: 'window.connect.ways.azureCli.title', defaultMessage: 'The account in Azure CLI' },
      text: {
        id: 'window.connect.ways.azureCli.text',
        defaultMessage: 'Uses the account that signed in with az login on this computer. Nothing is asked.',
      },
    }),
    'azure-powershell': defineMessages({
      title: { id: 'window.connect.ways.azurePowershell.title', defaultMessage: 'The account in Azure PowerShell' },
      text: {
        id: 'window.connect.ways.azurePowershell.text',
        defaultMessage: 'Uses the account that signed in with Connect-AzAccount on this computer. Nothing is asked.',
      },
    }),
    certificate: defineMessages({
      title: { id: 'window.connect.ways.certificate.title', defaultMessage: 'A service principal with a certificate' },
      text: {
        id: 'window.connect.ways.certificate.text',
        defaultMessage: 'An app signs in by itself: for rehearsal tenants and automation. The private key stays on this computer.',
      },
    }),
    secret: defineMessages({
      title: { id: 'window.connect.ways.secret.title', defaultMessage: 'A service principal with a secret' },
      text: {
        id: 'window.connect.ways.secret.text',
        defaultMessage:
          'An app signs in by itself: for rehearsal tenants and automation. The secret is kept for one sign-in and never stored.',
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
        defaultMessage: 'The main path: your tenant decides what it may do, and your sign-in logs name it.',
      },
    }),
    'first-party': defineMessages({
      title: { id: 'window.connect.apps.firstParty.title', defaultMessage: 'Azure CLI’s, as a fallback' },
      text: {
        id: 'window.connect.apps.firstParty.text',
        defaultMessage:
          'For a tenant without an app registration for the wizard. Microsoft may restrict this use, and the sign-in logs then name Azure CLI.',
      },
    }),
  },
  registration: defineMessages({
    show: { id: 'window.connect.registration.show', defaultMessage: 'How to make the app registration' },
    hide: { id: 'window.connect.registration.hide', defaultMessage: 'Hide how to make the app registration' },
    intro: {
      id: 'window.connect.registration.intro',
      defaultMessage:
        'An account that can register apps in the tenant creates it once. The text and the commands say the same; use either.',
    },
    permissions: { id: 'window.connect.registration.permissions', defaultMessage: 'Delegated permissions, per API' },
    unsure: {
      id: 'window.connect.registration.unsure',
      defaultMessage: 'Known, but not looked up again in a source of Microsoft’s. Compare it in the admin center.',
    },
    text: { id: 'window.connect.registration.text', defaultMessage: 'Copy as text for the administrator' },
    textOf: { id: 'window.connect.registration.textOf', defaultMessage: 'the description of the app registration' },
    commands: { id: 'window.connect.registration.commands', defaultMessage: 'The same as Azure CLI commands, for bash' },
    commandsOf: { id: 'window.connect.registration.commandsOf', defaultMessage: 'the commands' },
    consent: { id: 'window.connect.registration.consent', defaultMessage: 'Admin consent for the whole tenant' },
    consentNeeds: {
      id: 'window.connect.registration.consentNeeds',
      defaultMessage: 'When tenant and application ID are entered above, the address for an administrator’s consent appears here.',
    },
    consentOf: { id: 'window.connect.registration.consentOf', defaultMessage: 'the address for admin consent' },
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
            'Azure: the same roles on subscription, resource group and key vault as a person. The rights checks of step 3 name what is missing, with the command that gives it.',
        },
        second: {
          id: 'window.connect.principal.points.second',
          defaultMessage:
            'Power Platform: the app has to be registered as a management application by a Power Platform administrator (PowerShell: New-PowerAppManagementApp -ApplicationId ID). Without it the environments are refused with 403.',
        },
        third: {
          id: 'window.connect.principal.points.third',
          defaultMessage: 'Dataverse: an application user for the app in the environment, or step 1 is told by the admin API alone.',
        },
        fourth: {
          id: 'window.connect.principal.points.fourth',
          defaultMessage: 'No delegated permission of the app registration counts here, and no person is asked.',
        },
      }),
    ),
  },
  progress: defineMessages({
    title: { id: 'window.connect.progress.title', defaultMessage: 'Signing in to {tenant}' },
    looking: { id: 'window.connect.progress.looking', defaultMessage: 'The tenant is being looked up.' },
    browser: { id: 'window.connect.progress.browser', defaultMessage: 'Your browser shows the sign-in page of the tenant.' },
    browserNext: {
      id: 'window.connect.progress.browserNext',
      defaultMessage: 'Go on there, and come back when it says that you are signed in. The wizard waits; it never sees your password.',
    },
    browserMissing: {
      id: 'window.connect.progress.browserMissing',
      defaultMessage: 'No page? It may have opened behind this window. Cancel and sign in again to open another one.',
    },
    code: { id: 'window.connect.progress.code', defaultMessage: 'Enter this code' },
    codeAt: { id: 'window.connect.progress.codeAt', defaultMessage: 'at this address, on any device' },
    codeOf: { id: 'window.connect.progress.codeOf', defaultMessage: 'the code' },
    addressOf: { id: 'window.connect.progress.addressOf', defaultMessage: 'the address' },
    expires: { id: 'window.connect.progress.expires', defaultMessage: 'The code can be used for another {left}.' },
    expired: {
      id: 'window.connect.progress.expired',
      defaultMessage: 'The code has run out. Cancel and sign in again to get another one.',
    },
    lastMinute: { id: 'window.connect.progress.lastMinute', defaultMessage: 'The code runs out in less than a minute.' },
    waits: {
      id: 'window.connect.progress.waits',
      defaultMessage: 'Waiting for your sign-in. Enter the code only if you asked for it yourself, just now.',
    },
    tokens: { id: 'window.connect.progress.tokens', defaultMessage: 'Signed in. {audience} is being asked for access.' },
    tokensNext: {
      id: 'window.connect.progress.tokensNext',
      defaultMessage: 'Each service decides for itself. One that refuses is named, and the others go on.',
    },
    tool: { id: 'window.connect.progress.tool', defaultMessage: 'No page opens for this way. Starting the tool can take some seconds.' },
    cancel: { id: 'window.connect.progress.cancel', defaultMessage: 'Cancel' },
  }),
}
