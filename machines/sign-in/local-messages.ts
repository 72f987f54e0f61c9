import { defineMessages } from '../messages/message.ts'

/** What is wrong before, beside or after the sign-in service had its say. */
export const localMessages = {
  cancelled: defineMessages({
    title: { id: 'signIn.cancelled.title', defaultMessage: 'The sign-in was canceled' },
    meaning: { id: 'signIn.cancelled.meaning', defaultMessage: 'No one is signed in, and nothing was read or changed.' },
    remedy: {
      id: 'signIn.cancelled.remedy',
      defaultMessage: 'Sign in again when you are ready. A page that is still open in the browser can be closed.',
    },
  }),
  unknownCloud: defineMessages({
    title: { id: 'signIn.unknownCloud.title', defaultMessage: 'There is no such cloud' },
    meaning: { id: 'signIn.unknownCloud.meaning', defaultMessage: 'The wizard knows no cloud “{cloud}”.' },
    remedy: { id: 'signIn.unknownCloud.remedy', defaultMessage: 'Choose one of the clouds in the list.' },
  }),
  badTenant: defineMessages({
    title: { id: 'signIn.badTenant.title', defaultMessage: 'The tenant has to be named' },
    remedy: { id: 'signIn.badTenant.remedy', defaultMessage: 'Correct the name, then sign in again.' },
  }),
  badClientId: defineMessages({
    title: { id: 'signIn.badClientId.title', defaultMessage: 'The ID of the app registration is not right' },
    remedy: { id: 'signIn.badClientId.remedy', defaultMessage: 'Correct the ID or leave the field empty, then sign in again.' },
  }),
  clientIdMissing: defineMessages({
    title: { id: 'signIn.clientIdMissing.title', defaultMessage: 'The app registration has to be named' },
    meaning: {
      id: 'signIn.clientIdMissing.meaning',
      defaultMessage: 'A certificate or a secret belongs to an app registration, so its application (client) ID is needed.',
    },
    remedy: {
      id: 'signIn.clientIdMissing.remedy',
      defaultMessage: 'Enter the ID from the Entra admin center (App registrations), then sign in again.',
    },
  }),
  secretMissing: defineMessages({
    title: { id: 'signIn.secretMissing.title', defaultMessage: 'The secret is missing' },
    meaning: {
      id: 'signIn.secretMissing.meaning',
      defaultMessage: 'This way to sign in needs the client secret. It is kept in memory for one sign-in and has to be entered each time.',
    },
    remedy: { id: 'signIn.secretMissing.remedy', defaultMessage: 'Enter the secret, then sign in again.' },
  }),
  certificateMissing: defineMessages({
    title: { id: 'signIn.certificateMissing.title', defaultMessage: 'The certificate’s file is not named' },
    meaning: {
      id: 'signIn.certificateMissing.meaning',
      defaultMessage: 'This way to sign in needs a PEM file with the certificate and its private key.',
    },
    remedy: { id: 'signIn.certificateMissing.remedy', defaultMessage: 'Choose the file, then sign in again.' },
  }),
  certificateUnreadable: defineMessages({
    title: { id: 'signIn.certificateUnreadable.title', defaultMessage: 'The certificate’s file cannot be read' },
    meaning: { id: 'signIn.certificateUnreadable.meaning', defaultMessage: '{file}: {error}' },
    remedy: { id: 'signIn.certificateUnreadable.remedy', defaultMessage: 'Choose a file that you may read, then sign in again.' },
  }),
  certificateWithoutCertificate: defineMessages({
    title: { id: 'signIn.certificateWithoutCertificate.title', defaultMessage: 'The file holds no certificate' },
    meaning: {
      id: 'signIn.certificateWithoutCertificate.meaning',
      defaultMessage: '{file} has no part “BEGIN CERTIFICATE”. A .pfx or .p12 file has to be converted to PEM first.',
    },
    remedy: {
      id: 'signIn.certificateWithoutCertificate.remedy',
      defaultMessage: 'Write certificate and key into one PEM file ({command}), then sign in again.',
    },
  }),
  certificateWithoutKey: defineMessages({
    title: { id: 'signIn.certificateWithoutKey.title', defaultMessage: 'The certificate comes without its private key' },
    meaning: {
      id: 'signIn.certificateWithoutKey.meaning',
      defaultMessage:
        '{file} has a certificate, but no part “BEGIN PRIVATE KEY”. The certificate alone proves nothing: anyone may have it.',
    },
    remedy: {
      id: 'signIn.certificateWithoutKey.remedy',
      defaultMessage: 'Put the private key into the same PEM file, then sign in again.',
    },
  }),
  certificateKeyLocked: defineMessages({
    title: { id: 'signIn.certificateKeyLocked.title', defaultMessage: 'The private key does not open' },
    meaning: {
      id: 'signIn.certificateKeyLocked.meaning',
      defaultMessage: 'The key in {file} is protected by a passphrase, and none was entered or it is another one.',
    },
    remedy: { id: 'signIn.certificateKeyLocked.remedy', defaultMessage: 'Enter the key’s passphrase, then sign in again.' },
  }),
  certificateKeyOfAnother: defineMessages({
    title: { id: 'signIn.certificateKeyOfAnother.title', defaultMessage: 'The private key belongs to another certificate' },
    meaning: {
      id: 'signIn.certificateKeyOfAnother.meaning',
      defaultMessage: 'The certificate and the key in {file} do not fit together.',
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
      defaultMessage: 'Create a new certificate, upload it to the app registration under Certificates and secrets, then sign in with it.',
    },
  }),
  toolMissing: defineMessages({
    title: { id: 'signIn.toolMissing.title', defaultMessage: '{tool} was not found on this computer' },
    meaning: {
      id: 'signIn.toolMissing.meaning',
      defaultMessage: 'The account that is signed in there can only be used where the tool is installed and can be started by its name.',
    },
    remedy: { id: 'signIn.toolMissing.remedy', defaultMessage: 'Install {tool}, or choose another way to sign in.' },
  }),
  toolSignedOut: defineMessages({
    title: { id: 'signIn.toolSignedOut.title', defaultMessage: 'No one is signed in to {tool} for this tenant' },
    meaning: {
      id: 'signIn.toolSignedOut.meaning',
      defaultMessage: 'The tool has no account for the tenant you named, or its sign-in has expired.',
    },
    remedy: { id: 'signIn.toolSignedOut.remedy', defaultMessage: 'Run “{command}” in a terminal, then sign in here again.' },
  }),
  tenantDiffers: defineMessages({
    title: { id: 'signIn.tenantDiffers.title', defaultMessage: 'The sign-in ended in another tenant' },
    meaning: {
      id: 'signIn.tenantDiffers.meaning',
      defaultMessage: 'You named the tenant {wanted}, but the account was signed in to {got}. Nothing was read there.',
    },
    remedy: {
      id: 'signIn.tenantDiffers.remedy',
      defaultMessage: 'Sign in again with an account of the tenant you named, or name the other tenant.',
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
      defaultMessage: 'Choose the cloud that the tenant is in, then sign in again.',
    },
  }),
  accountDiffers: defineMessages({
    title: { id: 'signIn.accountDiffers.title', defaultMessage: 'Another account was chosen' },
    meaning: {
      id: 'signIn.accountDiffers.meaning',
      defaultMessage: 'The browser asked once more for this service, and another account was chosen there than the one that is signed in.',
    },
    remedy: { id: 'signIn.accountDiffers.remedy', defaultMessage: 'Sign in again and choose the same account each time.' },
  }),
  accountUnknown: defineMessages({
    title: { id: 'signIn.accountUnknown.title', defaultMessage: 'The sign-in does not say who signed in' },
    meaning: {
      id: 'signIn.accountUnknown.meaning',
      defaultMessage: 'The token that was given holds no tenant and no object ID that the wizard can read.',
    },
    remedy: { id: 'signIn.accountUnknown.remedy', defaultMessage: 'Sign in by the system browser instead.' },
  }),
  notConfirmedInTime: defineMessages({
    title: { id: 'signIn.notConfirmedInTime.title', defaultMessage: 'The browser was not answered in time' },
    meaning: {
      id: 'signIn.notConfirmedInTime.meaning',
      defaultMessage:
        'The service needed your consent or a second factor, and the page in the browser was not completed within five minutes.',
    },
    remedy: {
      id: 'signIn.notConfirmedInTime.remedy',
      defaultMessage: 'Sign in again and complete every page that the browser opens.',
    },
  }),
}
