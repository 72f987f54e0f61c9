import { defineMessages } from '../messages/message.ts'

export const localMessages = {
  cancelled: defineMessages('signIn.cancelled', {
    title: 'The sign-in was canceled',
    meaning: 'No one is signed in, and nothing was read or changed.',
    remedy: 'Sign in again when you’re ready. If a sign-in page is still open in the browser, you can close it.',
  }),
  unknownCloud: defineMessages('signIn.unknownCloud', {
    title: 'Unknown cloud',
    meaning: 'The wizard doesn’t recognize the cloud “{cloud}”.',
    remedy: 'Choose a cloud from the list.',
  }),
  badTenant: defineMessages('signIn.badTenant', {
    title: 'The tenant isn’t valid',
    remedy: 'Correct the tenant, then sign in again.',
  }),
  badClientId: defineMessages('signIn.badClientId', {
    title: 'The app registration ID isn’t valid',
    remedy: 'Correct the ID or leave the field empty, then sign in again.',
  }),
  clientIdMissing: defineMessages('signIn.clientIdMissing', {
    title: 'The app registration ID is missing',
    meaning: 'A certificate or secret belongs to an app registration, so its application (client) ID is required.',
    remedy: 'Enter the ID from the Microsoft Entra admin center (App registrations), then sign in again.',
  }),
  secretMissing: defineMessages('signIn.secretMissing', {
    title: 'The secret is missing',
    meaning: 'This sign-in method requires the client secret. We keep it in memory for one sign-in, so enter it each time.',
    remedy: 'Enter the secret, then sign in again.',
  }),
  certificateMissing: defineMessages('signIn.certificateMissing', {
    title: 'The certificate file is missing',
    meaning: 'This sign-in method requires a PEM file with the certificate and its private key.',
    remedy: 'Choose the file, then sign in again.',
  }),
  certificateNotChosen: defineMessages('signIn.certificateNotChosen', {
    title: 'Choose the certificate file again',
    meaning: 'The wizard opens only certificate files that someone chose in its window on this computer. A saved record can name others.',
    remedy: 'On the sign-in page, choose the file, then sign in.',
  }),
  fileElsewhere: defineMessages('signIn.fileElsewhere', {
    title: 'The file isn’t on this computer',
    meaning: 'Its path leads to another computer or to a device. Windows can send your credentials there, so the wizard doesn’t open it.',
    remedy: 'Copy the file to this computer, and choose it there.',
  }),
  tokenFileMissing: defineMessages('signIn.tokenFileMissing', {
    title: 'The token file is missing',
    meaning: 'A workload identity proves itself by a file that its pipeline or cluster provides.',
    remedy: 'Set AZURE_FEDERATED_TOKEN_FILE to the file’s path, then sign in again.',
  }),
  certificateUnreadable: defineMessages('signIn.certificateUnreadable', {
    title: 'Couldn’t read the certificate file',
    meaning: '{file}: {error}',
    remedy: 'Choose a file that you can read, then sign in again.',
  }),
  certificateWithoutCertificate: defineMessages('signIn.certificateWithoutCertificate', {
    title: 'The file has no certificate',
    meaning: '{file} has no “BEGIN CERTIFICATE” section. Convert a .pfx or .p12 file to PEM first.',
    remedy: 'Write the certificate and the key to one PEM file ({command}), then sign in again.',
  }),
  certificateWithoutKey: defineMessages('signIn.certificateWithoutKey', {
    title: 'The certificate’s private key is missing',
    meaning: '{file} has a certificate but no “BEGIN PRIVATE KEY” section. The certificate alone proves nothing: anyone can have it.',
    remedy: 'Put the private key into the same PEM file, then sign in again.',
  }),
  certificateKeyLocked: defineMessages('signIn.certificateKeyLocked', {
    title: 'Couldn’t open the private key',
    meaning: 'A passphrase protects the key in {file}. You entered none, or a wrong one.',
    remedy: 'Enter the key’s passphrase, then sign in again.',
  }),
  certificateKeyOfAnother: defineMessages('signIn.certificateKeyOfAnother', {
    title: 'The private key belongs to another certificate',
    meaning: 'The certificate and the key in {file} don’t match.',
    remedy: 'Put the certificate and its own key into one file, then sign in again.',
  }),
  certificateExpired: defineMessages('signIn.certificateExpired', {
    title: 'The certificate has expired',
    meaning: 'The certificate in {file} was valid until {ended, date, moment}.',
    remedy: 'Create a new certificate, upload it to the app registration under Certificates & secrets, then sign in with it.',
  }),
  toolMissing: defineMessages('signIn.toolMissing', {
    title: '{tool} wasn’t found on this computer',
    meaning: 'To use the account that’s signed in there, the tool must be installed and start by its name.',
    remedy: 'Install {tool}, or choose another sign-in method.',
  }),
  toolSignedOut: defineMessages('signIn.toolSignedOut', {
    title: 'No one is signed in to {tool} for this tenant',
    meaning: 'The tool has no account for the tenant you entered, or its sign-in has expired.',
    remedy: 'Run “{command}” in a terminal, then sign in here again.',
  }),
  toolLacksFactor: defineMessages('signIn.toolLacksFactor', {
    title: '{tool} must sign in with a second factor',
    meaning: 'A service asks for it, and {tool} signs in only by its own command.',
    remedy: 'Run “{command}” in a terminal, then try again. An older {tool} doesn’t know this option: update it first.',
  }),
  appCannotConfirm: defineMessages('signIn.appCannotConfirm', {
    title: 'An app can’t confirm this sign-in',
    meaning:
      'A service asks for more than the app’s certificate, secret, or identity shows. An app has no second factor. Nothing was changed.',
    remedy: 'Ask your Entra admin which policy asks the app for this, or sign in as a person who has a second factor.',
  }),
  toolWithoutAccount: defineMessages('signIn.toolWithoutAccount', {
    title: 'No one is signed in to {tool}',
    meaning: 'The tool has no account, or its sign-in has expired.',
    remedy: 'Run “{command}” in a terminal, then sign in here again.',
  }),
  noTenants: defineMessages('signIn.noTenants', {
    title: 'There are no tenants to choose from',
    meaning: 'You signed in, but Azure Resource Manager listed no tenant for this account.',
    remedy: 'Enter the tenant ID or one of its domains, then sign in again.',
  }),
  tenantsNotListed: defineMessages('signIn.tenantsNotListed', {
    title: 'Couldn’t list your tenants',
    meaning: 'You signed in, but Azure Resource Manager didn’t list the tenants that this account can reach.',
    remedy: 'Enter the tenant ID or one of its domains, then sign in again.',
  }),
  tenantDiffers: defineMessages('signIn.tenantDiffers', {
    title: 'You signed in to another tenant',
    meaning: 'You entered the tenant {wanted}, but the account signed in to {got}. Nothing was read there.',
    remedy: 'Sign in again with an account of the tenant you entered, or enter the other tenant.',
  }),
  tenantInOtherCloud: defineMessages('signIn.tenantInOtherCloud', {
    title: 'The tenant is in another cloud',
    meaning: 'The sign-in service says that this tenant signs in at {host}.',
    remedy: 'Choose the tenant’s cloud, then sign in again.',
  }),
  accountDiffers: defineMessages('signIn.accountDiffers', {
    title: 'You chose another account',
    meaning: 'The browser asked again for this service, and you chose a different account from the one that’s signed in.',
    remedy: 'Sign in again and choose the same account each time.',
  }),
  accountChanged: defineMessages('signIn.accountChanged', {
    title: 'The account has changed',
    meaning: 'The sign-in gave a token for another account or tenant than the one that’s signed in here. The token wasn’t used.',
    remedy: 'Sign out and sign in again. With Azure CLI or Azure PowerShell, first sign in to the tool with the account you want.',
  }),
  accountUnknown: defineMessages('signIn.accountUnknown', {
    title: 'The sign-in doesn’t say who signed in',
    meaning: 'The token has no tenant and no object ID that the wizard can read.',
    remedy: 'Sign in with the system browser instead.',
  }),
  signInFirst: defineMessages('signIn.signInFirst', {
    title: 'Sign in first',
    meaning: 'Checking many environments opens no sign-in page. There’s no saved sign-in for this tenant, or it has ended.',
    remedy: 'Open the environment once to sign in, and check again.',
  }),
  noneKept: defineMessages('signIn.noneKept', {
    title: 'No sign-in is saved on this computer',
    meaning: 'Checking many environments opens no sign-in page and uses saved sign-ins. This computer has no keyring to protect one.',
    remedy:
      'Open each environment to check it. Or unlock a keyring (on Linux: GNOME Keyring or KWallet), start the wizard again, and sign in to each tenant once.',
  }),
  notConfirmedInTime: defineMessages('signIn.notConfirmedInTime', {
    title: 'The sign-in in the browser timed out',
    meaning:
      'The service needed your consent or multifactor authentication, but the page in the browser wasn’t completed within five minutes.',
    remedy: 'Sign in again and complete every page that the browser opens.',
  }),
}
