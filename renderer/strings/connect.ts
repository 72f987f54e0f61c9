import type { SignInField } from '../../machines/sign-in/draft.ts'
import type { SignInWay } from '../../machines/sign-in/sign-in.ts'

const ways: Readonly<Record<SignInWay, readonly [title: string, text: string]>> = {
  browser: [
    'Your browser',
    'The sign-in page opens in your own browser, where passkeys, second factors and conditional access work. Recommended.',
  ],
  'device-code': [
    'A device code',
    'You enter a short code in a browser on any device: for a computer without a browser of its own. Some tenants forbid it.',
  ],
  'azure-cli': ['The account in Azure CLI', 'Uses whoever signed in with az login on this computer. Nothing is asked.'],
  'azure-powershell': [
    'The account in Azure PowerShell',
    'Uses whoever signed in with Connect-AzAccount on this computer. Nothing is asked.',
  ],
  certificate: [
    'A service principal with a certificate',
    'An app signs in by itself: for rehearsal tenants and automation. The private key stays on this computer.',
  ],
  secret: [
    'A service principal with a secret',
    'An app signs in by itself: for rehearsal tenants and automation. The secret is kept for one sign-in and never stored.',
  ],
}

const fields: Readonly<Record<SignInField, string>> = {
  tenant: 'Tenant',
  clientId: 'Application (client) ID',
  certificatePath: 'PEM file with certificate and private key',
  secret: 'Client secret',
}

/** What a sign-in asks for each time, because it is never stored. */
const asked: Readonly<Partial<Record<SignInWay, string>>> = {
  secret: 'The client secret is never stored: enter it below.',
  certificate: 'Where the private key has a passphrase, enter it below: it is never stored.',
}

/** The words of the sign-in page and of the wait for a sign-in. */
export const connectStrings = {
  title: 'Connect a tenant',
  lead: 'Signing in changes nothing. What is in the tenant is read and checked first, and every change is shown to you before it is made.',
  ways,
  fields,
  where: 'Tenant and cloud',
  tenantHint: 'The customer’s own: its id, or one of its domains, for example contoso.onmicrosoft.com.',
  cloud: 'Cloud',
  cloudHint: 'Where the tenant is. Most tenants are in the commercial cloud.',
  unverified: 'unverified',
  custom: 'custom cloud, from a file',
  doubts: 'This cloud is unverified: not everything about it was found in Microsoft’s sources.',
  doubtsNext: 'You can sign in. Before anything is written you are asked to confirm that you know these points.',
  way: 'How do you sign in?',
  app: 'Which app registration asks for access?',
  apps: {
    own: ['Your own app registration', 'The main path: your tenant decides what it may do, and your sign-in logs name it.'],
    'first-party': [
      'Azure CLI’s, as a fallback',
      'For a tenant without an app registration for the wizard. Microsoft may restrict this use, and the sign-in logs then name Azure CLI.',
    ],
  },
  firstParty: (id: string) =>
    `Microsoft’s app registration for Azure CLI is used: ${id}, the one that Microsoft’s identity library takes when none is named.`,
  clientIdHint: 'From the Entra admin center: App registrations, your app, Overview.',
  servicePrincipal: 'App registration',
  certificateHint: 'The whole path, for example C:\\keys\\wizard.pem or /home/ada/wizard.pem.',
  passphrase: 'Passphrase of the private key',
  passphraseHint: 'Empty when the key has none. It is kept for one sign-in and never stored.',
  secretHint: 'The value, not the secret’s id. It is kept for one sign-in and never stored, so it has to be entered each time.',
  signIn: 'Sign in',
  checkFirst: 'Sign in and check everything first',
  resumes: (environment: string, way: SignInWay) => `Signing in goes on with ${environment}. ${asked[way] ?? ''}`.trimEnd(),
  back: 'Back',
  problems: (names: readonly string[]) =>
    names.length === 1 ? `One field needs another value: ${names[0]}.` : `${names.length} fields need other values: ${names.join(', ')}.`,
  registration: {
    show: 'How to make the app registration',
    hide: 'Hide how to make the app registration',
    intro: 'Whoever may register apps in the tenant makes it once. The text and the commands say the same; take the one that suits them.',
    permissions: 'Delegated permissions, per API',
    unsure: 'Known, but not looked up again in a source of Microsoft’s. Compare it in the admin center.',
    text: 'Copy as text for the administrator',
    textOf: 'the description of the app registration',
    commands: 'The same as Azure CLI commands, for bash',
    commandsOf: 'the commands',
    consent: 'Admin consent for the whole tenant',
    consentNeeds: 'Once tenant and application id stand above, the address at which an administrator consents stands here.',
    consentOf: 'the address for admin consent',
  },
  principal: {
    show: 'What the service principal needs',
    hide: 'Hide what the service principal needs',
    points: [
      'Azure: the same roles on subscription, resource group and key vault as a person. The rights checks of step 3 name what is missing, with the command that gives it.',
      'Power Platform: the app has to be registered as a management application by a Power Platform administrator (PowerShell: New-PowerAppManagementApp -ApplicationId ID). Without it the environments are refused with 403.',
      'Dataverse: an application user for the app in the environment, or step 1 is told by the admin API alone.',
      'No delegated permission of the app registration counts here: nobody is asked.',
    ],
  },
  progress: {
    title: (tenant: string) => `Signing in to ${tenant}`,
    looking: 'The tenant is being looked up.',
    browser: 'Your browser shows the sign-in page of the tenant.',
    browserNext: 'Go on there, and come back when it says that you are signed in. The wizard waits; it never sees your password.',
    browserMissing: 'No page? It may have opened behind this window. Cancel and sign in again to open another one.',
    code: 'Enter this code',
    codeAt: 'at this address, on any device',
    codeOf: 'the code',
    addressOf: 'the address',
    expires: (left: string) => `The code can be used for another ${left}.`,
    expired: 'The code has run out. Cancel and sign in again to get another one.',
    lastMinute: 'The code runs out in less than a minute.',
    waits: 'The wizard waits until the code was entered and you signed in there. Enter it only if you asked for it yourself, just now.',
    tokens: (audience: string) => `Signed in. ${audience} is being asked for access.`,
    tokensNext: 'Each service decides for itself. One that refuses is named, and the others go on.',
    tool: 'No page opens for this way. Starting the tool can take some seconds.',
    cancel: 'Cancel',
  },
} as const
