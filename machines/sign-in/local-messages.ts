import { defineMessages } from '../messages/message.ts'

/** What is wrong before, beside or after the sign-in service had its say. */
export const localMessages = {
  cancelled: defineMessages({
    title: { id: 'signIn.cancelled.title', defaultMessage: 'The sign-in was canceled' },
    meaning: { id: 'signIn.cancelled.meaning', defaultMessage: 'No one is signed in, and nothing was read or changed.' },
    remedy: {
      id: 'signIn.cancelled.remedy',
      defaultMessage: 'Sign in again when you’re ready. If a sign-in page is still open in the browser, you can close it.',
    },
  }),
  unknownCloud: defineMessages({
    title: { id: 'signIn.unknownCloud.title', defaultMessage: 'Unknown cloud' },
    meaning: { id: 'signIn.unknownCloud.meaning', defaultMessage: 'The wizard doesn’t recognize the cloud “{cloud}”.' },
    remedy: { id: 'signIn.unknownCloud.remedy', defaultMessage: 'Choose a cloud from the list.' },
  }),
  badTenant: defineMessages({
    title: { id: 'signIn.badTenant.title', defaultMessage: 'The tenant isn’t valid' },
    remedy: { id: 'signIn.badTenant.remedy', defaultMessage: 'Correct the tenant, then sign in again.' },
  }),
  badClientId: defineMessages({
    title: { id: 'signIn.badClientId.title', defaultMessage: 'The app registration ID isn’t valid' },
    remedy: { id: 'signIn.badClientId.remedy', defaultMessage: 'Correct the ID or leave the field empty, then sign in again.' },
  }),
  clientIdMissing: defineMessages({
    title: { id: 'signIn.clientIdMissing.title', defaultMessage: 'The app registration ID is missing' },
    meaning: {
      id: 'signIn.clientIdMissing.meaning',
      defaultMessage: 'A certificate or secret belongs to an app registration, so its application (client) ID is required.',
    },
    remedy: {
      id: 'signIn.clientIdMissing.remedy',
      defaultMessage: 'Enter the ID from the Microsoft Entra admin center (App registrations), then sign in again.',
    },
  }),
  secretMissing: defineMessages({
    title: { id: 'signIn.secretMissing.title', defaultMessage: 'The secret is missing' },
    meaning: {
      id: 'signIn.secretMissing.meaning',
      defaultMessage: 'This sign-in method requires the client secret. We keep it in memory for one sign-in, so enter it each time.',
    },
    remedy: { id: 'signIn.secretMissing.remedy', defaultMessage: 'Enter the secret, then sign in again.' },
  }),
  certificateMissing: defineMessages({
    title: { id: 'signIn.certificateMissing.title', defaultMessage: 'The certificate file is missing' },
    meaning: {
      id: 'signIn.certificateMissing.meaning',
      defaultMessage: 'This sign-in method requires a PEM file with the certificate and its private key.',
    },
    remedy: { id: 'signIn.certificateMissing.remedy', defaultMessage: 'Choose the file, then sign in again.' },
  }),
  tokenFileMissing: defineMessages({
    title: { id: 'signIn.tokenFileMissing.title', defaultMessage: 'The token file is missing' },
    meaning: {
      id: 'signIn.tokenFileMissing.meaning',
      defaultMessage: 'A workload identity proves itself by a file that its pipeline or cluster provides.',
    },
    remedy: {
      id: 'signIn.tokenFileMissing.remedy',
      defaultMessage: 'Set AZURE_FEDERATED_TOKEN_FILE to the file’s path, then sign in again.',
    },
  }),
  certificateUnreadable: defineMessages({
    title: { id: 'signIn.certificateUnreadable.title', defaultMessage: 'Couldn’t read the certificate file' },
    meaning: { id: 'signIn.certificateUnreadable.meaning', defaultMessage: '{file}: {error}' },
    remedy: { id: 'signIn.certificateUnreadable.remedy', defaultMessage: 'Choose a file that you can read, then sign in again.' },
  }),
  certificateWithoutCertificate: defineMessages({
    title: { id: 'signIn.certificateWithoutCertificate.title', defaultMessage: 'The file has no certificate' },
    meaning: {
      id: 'signIn.certificateWithoutCertificate.meaning',
      defaultMessage: '{file} has no “BEGIN CERTIFICATE” section. Convert a .pfx or .p12 file to PEM first.',
    },
    remedy: {
      id: 'signIn.certificateWithoutCertificate.remedy',
      defaultMessage: 'Write the certificate and the key to one PEM file ({command}), then sign in again.',
    },
  }),
  certificateWithoutKey: defineMessages({
    title: { id: 'signIn.certificateWithoutKey.title', defaultMessage: 'The certificate’s private key is missing' },
    meaning: {
      id: 'signIn.certificateWithoutKey.meaning',
      defaultMessage:
        '{file} has a certificate but no “BEGIN PRIVATE KEY” section. The certificate alone proves nothing: anyone can have it.',
    },
    remedy: {
      id: 'signIn.certificateWithoutKey.remedy',
      defaultMessage: 'Put the private key into the same PEM file, then sign in again.',
    },
  }),
  certificateKeyLocked: defineMessages({
    title: { id: 'signIn.certificateKeyLocked.title', defaultMessage: 'Couldn’t open the private key' },
    meaning: {
      id: 'signIn.certificateKeyLocked.meaning',
      defaultMessage: 'A passphrase protects the key in {file}. You entered none, or a wrong one.',
    },
    remedy: { id: 'signIn.certificateKeyLocked.remedy', defaultMessage: 'Enter the key’s passphrase, then sign in again.' },
  }),
  certificateKeyOfAnother: defineMessages({
    title: { id: 'signIn.certificateKeyOfAnother.title', defaultMessage: 'The private key belongs to another certificate' },
    meaning: {
      id: 'signIn.certificateKeyOfAnother.meaning',
      defaultMessage: 'The certificate and the key in {file} don’t match.',
    },
    remedy: {
      id: 'signIn.certificateKeyOfAnother.remedy',
      defaultMessage: 'Put the certificate and its own key into one file, then sign in again.',
    },
  }),
  certificateExpired: defineMessages({
    title: { id: 'signIn.certificateExpired.title', defaultMessage: 'The certificate has expired' },
    meaning: {
      id: 'signIn.certificateExpired.meaning',
      defaultMessage: 'The certificate in {file} was valid until {ended, date, moment}.',
    },
    remedy: {
      id: 'signIn.certificateExpired.remedy',
      defaultMessage: 'Create a new certificate, upload it to the app registration under Certificates & secrets, then sign in with it.',
    },
  }),
  toolMissing: defineMessages({
    title: { id: 'signIn.toolMissing.title', defaultMessage: '{tool} wasn’t found on this computer' },
    meaning: {
      id: 'signIn.toolMissing.meaning',
      defaultMessage: 'To use the account that’s signed in there, the tool must be installed and start by its name.',
    },
    remedy: { id: 'signIn.toolMissing.remedy', defaultMessage: 'Install {tool}, or choose another sign-in method.' },
  }),
  toolSignedOut: defineMessages({
    title: { id: 'signIn.toolSignedOut.title', defaultMessage: 'No one is signed in to {tool} for this tenant' },
    meaning: {
      id: 'signIn.toolSignedOut.meaning',
      defaultMessage: 'The tool has no account for the tenant you entered, or its sign-in has expired.',
    },
    remedy: { id: 'signIn.toolSignedOut.remedy', defaultMessage: 'Run “{command}” in a terminal, then sign in here again.' },
  }),
  tenantDiffers: defineMessages({
    title: { id: 'signIn.tenantDiffers.title', defaultMessage: 'You signed in to another tenant' },
    meaning: {
      id: 'signIn.tenantDiffers.meaning',
      defaultMessage: 'You entered the tenant {wanted}, but the account signed in to {got}. Nothing was read there.',
    },
    remedy: {
      id: 'signIn.tenantDiffers.remedy',
      defaultMessage: 'Sign in again with an account of the tenant you entered, or enter the other tenant.',
    },
  }),
  tenantInOtherCloud: defineMessages({
    title: { id: 'signIn.tenantInOtherCloud.title', defaultMessage: 'The tenant is in another cloud' },
    meaning: {
      id: 'signIn.tenantInOtherCloud.meaning',
      defaultMessage: 'The sign-in service says that this tenant signs in at {host}.',
    },
    remedy: {
      id: 'signIn.tenantInOtherCloud.remedy',
      defaultMessage: 'Choose the tenant’s cloud, then sign in again.',
    },
  }),
  accountDiffers: defineMessages({
    title: { id: 'signIn.accountDiffers.title', defaultMessage: 'You chose another account' },
    meaning: {
      id: 'signIn.accountDiffers.meaning',
      defaultMessage: 'The browser asked again for this service, and you chose a different account from the one that’s signed in.',
    },
    remedy: { id: 'signIn.accountDiffers.remedy', defaultMessage: 'Sign in again and choose the same account each time.' },
  }),
  accountUnknown: defineMessages({
    title: { id: 'signIn.accountUnknown.title', defaultMessage: 'The sign-in doesn’t say who signed in' },
    meaning: {
      id: 'signIn.accountUnknown.meaning',
      defaultMessage: 'The token has no tenant and no object ID that the wizard can read.',
    },
    remedy: { id: 'signIn.accountUnknown.remedy', defaultMessage: 'Sign in with the system browser instead.' },
  }),
  signInFirst: defineMessages({
    title: { id: 'signIn.signInFirst.title', defaultMessage: 'Sign in first' },
    meaning: {
      id: 'signIn.signInFirst.meaning',
      defaultMessage: 'Checking many environments opens no sign-in page. There’s no saved sign-in for this tenant, or it has ended.',
    },
    remedy: { id: 'signIn.signInFirst.remedy', defaultMessage: 'Open the environment once to sign in, and check again.' },
  }),
  notConfirmedInTime: defineMessages({
    title: { id: 'signIn.notConfirmedInTime.title', defaultMessage: 'The sign-in in the browser timed out' },
    meaning: {
      id: 'signIn.notConfirmedInTime.meaning',
      defaultMessage:
        'The service needed your consent or multifactor authentication, but the page in the browser wasn’t completed within five minutes.',
    },
    remedy: {
      id: 'signIn.notConfirmedInTime.remedy',
      defaultMessage: 'Sign in again and complete every page that the browser opens.',
    },
  }),
}
