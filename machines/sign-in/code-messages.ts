import { defineMessages } from '../messages/message.ts'

/** What the codes of Entra mean for the person, and what to do. */
export const codeMessages = {
  noSuchTenant: defineMessages({
    title: { id: 'signIn.code.noSuchTenant.title', defaultMessage: 'There is no such tenant in this cloud' },
    meaning: { id: 'signIn.code.noSuchTenant.meaning', defaultMessage: 'The sign-in service does not know the tenant you named.' },
    remedy: {
      id: 'signIn.code.noSuchTenant.remedy',
      defaultMessage:
        'Compare the ID or domain with the Entra admin center (Overview, Tenant ID), and whether the right cloud is chosen. Then sign in again.',
    },
  }),
  otherCloud: defineMessages({
    title: { id: 'signIn.code.otherCloud.title', defaultMessage: 'The tenant is in another cloud' },
    meaning: {
      id: 'signIn.code.otherCloud.meaning',
      defaultMessage: 'The sign-in service says that this tenant or this app belongs to another of Microsoft’s clouds.',
    },
    remedy: { id: 'signIn.code.otherCloud.remedy', defaultMessage: 'Choose the cloud that the tenant is in, then sign in again.' },
  }),
  unknownGuest: defineMessages({
    title: { id: 'signIn.code.unknownGuest.title', defaultMessage: 'The account is a guest that this tenant does not know' },
    meaning: {
      id: 'signIn.code.unknownGuest.meaning',
      defaultMessage: 'The account comes from another directory and has not been invited into the tenant you named.',
    },
    remedy: {
      id: 'signIn.code.unknownGuest.remedy',
      defaultMessage:
        'Sign in with an account of the tenant itself, or have the account invited as a guest and given its roles there. A partner with delegated administration (GDAP) signs in with the partner’s own account and names the customer’s tenant.',
    },
  }),
  noSuchAccount: defineMessages({
    title: { id: 'signIn.code.noSuchAccount.title', defaultMessage: 'The tenant does not have this account' },
    meaning: { id: 'signIn.code.noSuchAccount.meaning', defaultMessage: 'The account is not in the directory of the tenant you named.' },
    remedy: {
      id: 'signIn.code.noSuchAccount.remedy',
      defaultMessage: 'Compare the account’s domain with the tenant you named, then sign in again with an account of that tenant.',
    },
  }),
  personalAccount: defineMessages({
    title: { id: 'signIn.code.personalAccount.title', defaultMessage: 'This is a personal account' },
    meaning: {
      id: 'signIn.code.personalAccount.meaning',
      defaultMessage:
        'Personal Microsoft accounts (outlook.com, hotmail.com, live.com and the like) cannot administer a tenant, or the app registration is not meant for this kind of account.',
    },
    remedy: { id: 'signIn.code.personalAccount.remedy', defaultMessage: 'Sign in with a work or school account of the tenant.' },
  }),
  accountBlocked: defineMessages({
    title: { id: 'signIn.code.accountBlocked.title', defaultMessage: 'The account cannot sign in' },
    meaning: {
      id: 'signIn.code.accountBlocked.meaning',
      defaultMessage: 'The account is disabled or locked, or its password is wrong or has run out.',
    },
    remedy: {
      id: 'signIn.code.accountBlocked.remedy',
      defaultMessage:
        'Sign in to another Microsoft page with the account to see what it needs, or ask the Entra administrator. Then sign in again.',
    },
  }),
  secretExpired: defineMessages({
    title: { id: 'signIn.code.secretExpired.title', defaultMessage: 'The client secret has expired' },
    meaning: { id: 'signIn.code.secretExpired.meaning', defaultMessage: 'The app registration no longer accepts this secret.' },
    remedy: {
      id: 'signIn.code.secretExpired.remedy',
      defaultMessage:
        'Create a new secret in the Entra admin center (App registrations, Certificates and secrets), then sign in with its value.',
    },
  }),
  secretWrong: defineMessages({
    title: { id: 'signIn.code.secretWrong.title', defaultMessage: 'The client secret is wrong' },
    meaning: {
      id: 'signIn.code.secretWrong.meaning',
      defaultMessage: 'The app registration has no such secret. Often the secret’s ID was copied instead of its value.',
    },
    remedy: {
      id: 'signIn.code.secretWrong.remedy',
      defaultMessage:
        'Copy the value of the secret, which is shown only once after it was created, or create a new one. Then sign in again.',
    },
  }),
  certificateRefused: defineMessages({
    title: { id: 'signIn.code.certificateRefused.title', defaultMessage: 'The certificate is not accepted' },
    meaning: {
      id: 'signIn.code.certificateRefused.meaning',
      defaultMessage: 'The app registration does not know this certificate, or the certificate is not valid.',
    },
    remedy: {
      id: 'signIn.code.certificateRefused.remedy',
      defaultMessage:
        'Upload the certificate (without its key) to the app registration under Certificates and secrets, compare the thumbprint, then sign in again.',
    },
  }),
  clockWrong: defineMessages({
    title: { id: 'signIn.code.clockWrong.title', defaultMessage: 'The clock of this computer is wrong' },
    meaning: {
      id: 'signIn.code.clockWrong.meaning',
      defaultMessage: 'What this computer signed is dated in the future or in the past for the sign-in service.',
    },
    remedy: {
      id: 'signIn.code.clockWrong.remedy',
      defaultMessage: 'Set the computer’s clock, date and time zone by the network, then sign in again.',
    },
  }),
  noSuchApp: defineMessages({
    title: { id: 'signIn.code.noSuchApp.title', defaultMessage: 'The tenant does not have this app registration' },
    meaning: {
      id: 'signIn.code.noSuchApp.meaning',
      defaultMessage: 'The app registration was created in another tenant, was deleted or is disabled.',
    },
    remedy: {
      id: 'signIn.code.noSuchApp.remedy',
      defaultMessage:
        'Compare the application (client) ID with the Entra admin center of this tenant (App registrations), then sign in again.',
    },
  }),
  appNotSetUp: defineMessages({
    title: { id: 'signIn.code.appNotSetUp.title', defaultMessage: 'The app registration is not set up for this way to sign in' },
    meaning: {
      id: 'signIn.code.appNotSetUp.meaning',
      defaultMessage: 'It does not allow public client flows, or does not have the redirect URI http://localhost.',
    },
    remedy: {
      id: 'signIn.code.appNotSetUp.remedy',
      defaultMessage:
        'In the app registration, open Authentication: add the platform “Mobile and desktop applications” with http://localhost and set “Allow public client flows” to Yes. Then sign in again.',
    },
  }),
  noConsent: defineMessages({
    title: { id: 'signIn.code.noConsent.title', defaultMessage: 'No one has consented to this' },
    meaning: {
      id: 'signIn.code.noConsent.meaning',
      defaultMessage: 'The app registration may not ask for this service in your name until you or an administrator consent.',
    },
    remedy: {
      id: 'signIn.code.noConsent.remedy',
      defaultMessage:
        'Ask an Entra administrator (Cloud Application Administrator or Global Administrator) to open the app registration, API permissions, and select “Grant admin consent”. Then sign in again.',
    },
  }),
  declined: defineMessages({
    title: { id: 'signIn.code.declined.title', defaultMessage: 'The sign-in was declined in the browser' },
    meaning: {
      id: 'signIn.code.declined.meaning',
      defaultMessage: 'The page that asked whether the app may work in your name was answered with no, or was canceled.',
    },
    remedy: {
      id: 'signIn.code.declined.remedy',
      defaultMessage:
        'Sign in again and consent. If the page asks for an administrator: Ask an Entra administrator (Cloud Application Administrator or Global Administrator) to open the app registration, API permissions, and select “Grant admin consent”. Then sign in again.',
    },
  }),
  unknownService: defineMessages({
    title: { id: 'signIn.code.unknownService.title', defaultMessage: 'The tenant or the app registration does not know this service' },
    meaning: {
      id: 'signIn.code.unknownService.meaning',
      defaultMessage:
        'The service’s own application is missing or disabled in the tenant, or the app registration does not list its permission.',
    },
    remedy: {
      id: 'signIn.code.unknownService.remedy',
      defaultMessage:
        'Ask an Entra administrator to add the permission to the app registration, and to create the service’s application where it is missing (New-MgServicePrincipal -AppId with the ID from the list of permissions). Then sign in again.',
    },
  }),
  firstPartyRefused: defineMessages({
    title: { id: 'signIn.code.firstPartyRefused.title', defaultMessage: 'Microsoft’s own app may not ask for this service' },
    meaning: {
      id: 'signIn.code.firstPartyRefused.meaning',
      defaultMessage: 'No app registration of yours was named, and the Microsoft app used instead is not admitted to this service.',
    },
    remedy: {
      id: 'signIn.code.firstPartyRefused.remedy',
      defaultMessage: 'Create an app registration with the permissions that the sign-in page lists, and sign in with its ID.',
    },
  }),
  conditionalAccess: defineMessages({
    title: { id: 'signIn.code.conditionalAccess.title', defaultMessage: 'Conditional Access does not allow it' },
    meaning: {
      id: 'signIn.code.conditionalAccess.meaning',
      defaultMessage: 'A policy of your company refuses this sign-in: because of the device, the place, the app or the risk it sees.',
    },
    remedy: {
      id: 'signIn.code.conditionalAccess.remedy',
      defaultMessage:
        'Ask the Entra administrator which policy it was: the sign-in logs show it under the correlation ID below. Sign in from a place and a device that the policy allows, or use another way to sign in.',
    },
  }),
  notAssigned: defineMessages({
    title: { id: 'signIn.code.notAssigned.title', defaultMessage: 'The account is not assigned to the app' },
    meaning: { id: 'signIn.code.notAssigned.meaning', defaultMessage: 'The app registration admits only people who were assigned to it.' },
    remedy: {
      id: 'signIn.code.notAssigned.remedy',
      defaultMessage:
        'Ask an Entra administrator to assign the account to the app (Enterprise applications, Users and groups), then sign in again.',
    },
  }),
  secondFactor: defineMessages({
    title: { id: 'signIn.code.secondFactor.title', defaultMessage: 'A second factor is needed' },
    meaning: {
      id: 'signIn.code.secondFactor.meaning',
      defaultMessage: 'This service wants multifactor authentication, or a newer one than the account has shown.',
    },
    remedy: {
      id: 'signIn.code.secondFactor.remedy',
      defaultMessage:
        'Sign in again by the system browser and confirm with the second factor. If none is registered, the browser leads through it.',
    },
  }),
  signInEnded: defineMessages({
    title: { id: 'signIn.code.signInEnded.title', defaultMessage: 'The sign-in has ended' },
    meaning: {
      id: 'signIn.code.signInEnded.meaning',
      defaultMessage:
        'It was revoked or has run out: after a change of password, by an administrator, by a policy, or because it was not used for long.',
    },
    remedy: { id: 'signIn.code.signInEnded.remedy', defaultMessage: 'Sign in again.' },
  }),
  deviceCodeUnused: defineMessages({
    title: { id: 'signIn.code.deviceCodeUnused.title', defaultMessage: 'The device code was not used' },
    meaning: { id: 'signIn.code.deviceCodeUnused.meaning', defaultMessage: 'It was declined, has expired, or was used already.' },
    remedy: { id: 'signIn.code.deviceCodeUnused.remedy', defaultMessage: 'Sign in again; a new code is shown.' },
  }),
  browserNotOpened: defineMessages({
    title: { id: 'signIn.code.browserNotOpened.title', defaultMessage: 'The system browser could not be opened' },
    meaning: { id: 'signIn.code.browserNotOpened.meaning', defaultMessage: 'The system did not start a browser for the sign-in page.' },
    remedy: {
      id: 'signIn.code.browserNotOpened.remedy',
      defaultMessage: 'Set a default browser, or sign in by device code: its page can be opened on any device.',
    },
  }),
  serviceBusy: defineMessages({
    title: { id: 'signIn.code.serviceBusy.title', defaultMessage: 'The sign-in service cannot answer now' },
    meaning: {
      id: 'signIn.code.serviceBusy.meaning',
      defaultMessage: 'The service says that it is overloaded or temporarily unavailable.',
    },
    remedy: { id: 'signIn.code.serviceBusy.remedy', defaultMessage: 'Wait a few minutes, then sign in again.' },
  }),
}
