import { defineMessages } from '#machines/messages/message.ts'

export const connect = {
  ...defineMessages('window.connect', {
    title: 'Connect a tenant',
    lead: 'Signing in changes nothing. We check the tenant first and show you every change before it’s made.',
    notRunYet: 'The wizard hasn’t been run on a real tenant yet, only on the practice tenant. Begin with a sandbox environment.',
    where: 'Tenant and cloud',
    tenantHint: 'The customer’s tenant ID or one of its domains, for example contoso.onmicrosoft.com.',
    tenantOptional:
      'Leave it empty to choose one after you sign in. Or enter the tenant ID or one of its domains, for example contoso.onmicrosoft.com.',
    cloud: 'Cloud',
    cloudHint: 'The cloud that the tenant is in, usually the commercial cloud.',
    cloudsManaged: 'Your organization allows only these clouds.',
    waysManaged: 'Your organization allows only these methods.',
    noneManaged: 'Your organization allows no cloud or no sign-in method that this window offers.',
    unverified: 'unverified',
    unverifiedMeans: '“Unverified” means that we couldn’t confirm everything about that cloud in Microsoft’s documentation.',
    marked: { id: 'window.connect.marked', defaultMessage: '{name} ({marks})', description: 'A cloud, and what is special about it.' },
    custom: 'custom cloud, from a file',
    doubts: 'This cloud is unverified: we couldn’t confirm everything about it in Microsoft’s documentation.',
    doubtsNext: 'You can sign in. Before anything is written, you confirm that you know these points.',
    way: 'How do you want to sign in?',
    wayNote:
      'With an account, you sign in on Microsoft’s own page, and the wizard acts with your rights. Service principals are for automation.',
    app: 'Which app registration do you want to use?',
    firstParty: 'Uses Microsoft’s app registration for Azure CLI ({id}), the default of Microsoft’s identity library.',
    clientIdHint: 'In the Microsoft Entra admin center: App registrations, your app, Overview.',
    servicePrincipal: 'App registration',
    certificateHint: 'On this computer. The wizard opens only files that were chosen here.',
    chooseCertificate: 'Choose file…',
    passphrase: 'Private key passphrase',
    passphraseHint: 'Leave empty if the key has none. We keep it for this sign-in only and never store it.',
    secretHint: 'The secret’s value, not its ID. We keep it for this sign-in only and never store it, so enter it each time.',
    signIn: 'Sign in',
    checkFirst: 'Check all four steps after signing in. Nothing is changed.',
    resumes:
      '{way, select, secret {Sign in to continue with {environment}. Enter the client secret below; it’s never stored.} certificate {Sign in to continue with {environment}. If the private key has a passphrase, enter it below; it’s never stored.} other {Sign in to continue with {environment}.}}',
    back: 'Back',
    problems: '{count, plural, one {Correct this field: {fields}.} other {Correct these # fields: {fields}.}}',
  }),
  ways: {
    browser: defineMessages('window.connect.ways.browser', {
      title: 'Your browser',
      text: 'Opens the sign-in page in your browser, where passkeys, multifactor authentication, and Conditional Access work. Recommended.',
    }),
    'device-code': defineMessages('window.connect.ways.deviceCode', {
      title: 'Device code',
      text: 'Enter a short code in a browser on any device. Use it when this computer has no browser. Some tenants block it.',
    }),
    'azure-cli': defineMessages('window.connect.ways.azureCli', {
      title: 'Azure CLI account',
      text: 'Uses the account signed in with az login on this computer, without a prompt.',
    }),
    'azure-powershell': defineMessages('window.connect.ways.azurePowershell', {
      title: 'Azure PowerShell account',
      text: 'Uses the account signed in with Connect-AzAccount on this computer, without a prompt.',
    }),
    certificate: defineMessages('window.connect.ways.certificate', {
      title: 'Service principal with a certificate',
      text: 'An app signs in without a user, for test tenants and automation. The private key stays on this computer.',
    }),
    secret: defineMessages('window.connect.ways.secret', {
      title: 'Service principal with a secret',
      text: 'An app signs in without a user, for test tenants and automation. We keep the secret for this sign-in only and never store it.',
    }),
  },
  fields: defineMessages('window.connect.fields', {
    tenant: 'Tenant',
    clientId: 'Application (client) ID',
    certificatePath: 'PEM file with certificate and private key',
    secret: 'Client secret',
  }),
  apps: {
    own: defineMessages('window.connect.apps.own', {
      title: 'Your own app registration',
      text: 'Recommended for production. Your tenant decides what the app can do, and your sign-in logs show its name.',
    }),
    'first-party': defineMessages('window.connect.apps.firstParty', {
      title: 'Microsoft’s app registration for Azure CLI',
      text: 'Nothing to set up. Microsoft might restrict this use, and the sign-in logs show Azure CLI.',
    }),
  },
  tenants: defineMessages('window.connect.tenants', {
    title: 'Choose a tenant',
    lead: 'Your account can reach {count, number} tenants. Opening one signs you in to it. Nothing is changed.',
    group: 'Your tenants',
    search: 'Search by name, domain, or ID',
    found: '{count, plural, one {# tenant found.} other {# tenants found.}}',
    noMatch: 'No tenant matches.',
    notListed: 'Not in the list? Go back and enter the tenant ID or one of its domains.',
    open: 'Open tenant',
    missing: 'Choose a tenant.',
  }),
  registration: defineMessages('window.connect.registration', {
    show: 'How to create the app registration',
    hide: 'Hide app registration steps',
    intro: 'A person who can register apps in the tenant does this once, in three steps.',
    create: '1. Create the app registration',
    createText:
      'Run these Azure CLI commands in bash. Or create it in the Microsoft Entra admin center from the same details, copied as text.',
    permissions: 'Delegated permissions by API',
    permissionsHide: 'Hide the delegated permissions',
    unsure: 'Not rechecked in Microsoft’s documentation. Compare it in the admin center.',
    text: 'Copy as text',
    textOf: 'the description of the app registration',
    commands: 'Azure CLI commands',
    commandsOf: 'the commands',
    consent: '2. Grant admin consent',
    consentText: 'The commands do this if an administrator runs them. Otherwise, an administrator opens this address.',
    consentAddress: 'Address',
    consentNeeds:
      'The commands do this if an administrator runs them. Otherwise, enter the tenant and the application ID above to get the address for an administrator.',
    consentOf: 'the admin consent address',
    enter: '3. Enter its ID',
    enterText: 'In the field above, enter the application (client) ID that the commands print. Then sign in.',
  }),
  principal: {
    ...defineMessages('window.connect.principal', {
      show: 'What the service principal needs',
      hide: 'Hide what the service principal needs',
    }),
    points: Object.values(
      defineMessages('window.connect.principal.points', {
        first:
          'Azure: the same roles on the subscription, resource group, and key vault as a person. The permission checks in step 3 name what’s missing, with the command to assign it.',
        second:
          'Power Platform: a Power Platform admin registers the app as a management application (PowerShell: New-PowerAppManagementApp -ApplicationId ID). Without it, the service refuses the environments with 403.',
        third: 'Dataverse: an application user for the app in the environment. Without it, step 1 relies on the admin API alone.',
        fifth:
          'Microsoft Graph, optional: the application permission User.Read.All, to find people by name. Without it, you enter object IDs.',
        fourth: 'The app registration’s delegated permissions don’t apply here, and no user is prompted.',
      }),
    ),
  },
  progress: defineMessages('window.connect.progress', {
    title: 'Signing in to {tenant}',
    titleAny: 'Signing in',
    looking: 'Looking up the tenant.',
    browser: 'Your browser shows the sign-in page.',
    browserNext: 'Continue there, and come back when it says that you’re signed in. The wizard never sees your password.',
    browserMissing: 'No page? It might be behind this window. To open another one, cancel and sign in again.',
    code: 'Enter this code',
    codeAt: 'at this address, on any device',
    codeOf: 'the code',
    addressOf: 'the address',
    expires: 'The code expires in {left}.',
    expired: 'The code has expired. Cancel, then sign in again to get a new one.',
    lastMinute: 'The code expires in less than a minute.',
    waits: 'Waiting for your sign-in. Enter the code only if you just requested it yourself.',
    tokens: 'Signed in. Requesting access to {audience}.',
    tokensNext: 'Each service decides for itself. If one refuses, we name it and continue with the others.',
    tool: 'No page opens for this method. Starting the tool can take a few seconds.',
    cancel: 'Cancel',
  }),
}
