import { defineMessages } from '../messages/message.ts'

/** What the codes of Entra mean for the person, and what to do. */
export const codeMessages = {
  noSuchTenant: defineMessages({
    title: { id: 'signIn.code.noSuchTenant.title', defaultMessage: 'The tenant wasn’t found in this cloud' },
    meaning: { id: 'signIn.code.noSuchTenant.meaning', defaultMessage: 'The sign-in service doesn’t recognize the tenant you entered.' },
    remedy: {
      id: 'signIn.code.noSuchTenant.remedy',
      defaultMessage:
        'Compare the ID or domain with the Microsoft Entra admin center (Overview, Tenant ID), and check that you chose the right cloud. Then sign in again.',
    },
  }),
  otherCloud: defineMessages({
    title: { id: 'signIn.code.otherCloud.title', defaultMessage: 'The tenant is in another cloud' },
    meaning: {
      id: 'signIn.code.otherCloud.meaning',
      defaultMessage: 'The sign-in service says that this tenant or app belongs to another Microsoft cloud.',
    },
    remedy: { id: 'signIn.code.otherCloud.remedy', defaultMessage: 'Choose the tenant’s cloud, then sign in again.' },
  }),
  unknownGuest: defineMessages({
    title: { id: 'signIn.code.unknownGuest.title', defaultMessage: 'The account isn’t a guest in this tenant' },
    meaning: {
      id: 'signIn.code.unknownGuest.meaning',
      defaultMessage: 'The account comes from another directory and hasn’t been invited to the tenant you entered.',
    },
    remedy: {
      id: 'signIn.code.unknownGuest.remedy',
      defaultMessage:
        'Sign in with an account of the tenant, or have this account invited as a guest and assigned its roles. Partners with delegated admin privileges (GDAP) sign in with their own account and enter the customer’s tenant.',
    },
  }),
  noSuchAccount: defineMessages({
    title: { id: 'signIn.code.noSuchAccount.title', defaultMessage: 'The tenant doesn’t have this account' },
    meaning: { id: 'signIn.code.noSuchAccount.meaning', defaultMessage: 'The account isn’t in the directory of the tenant you entered.' },
    remedy: {
      id: 'signIn.code.noSuchAccount.remedy',
      defaultMessage: 'Compare the account’s domain with the tenant you entered, then sign in again with an account of that tenant.',
    },
  }),
  personalAccount: defineMessages({
    title: { id: 'signIn.code.personalAccount.title', defaultMessage: 'This is a personal account' },
    meaning: {
      id: 'signIn.code.personalAccount.meaning',
      defaultMessage:
        'Personal Microsoft accounts (such as outlook.com, hotmail.com, or live.com) can’t manage a tenant, or the app registration doesn’t allow this type of account.',
    },
    remedy: { id: 'signIn.code.personalAccount.remedy', defaultMessage: 'Sign in with a work or school account of the tenant.' },
  }),
  accountBlocked: defineMessages({
    title: { id: 'signIn.code.accountBlocked.title', defaultMessage: 'The account can’t sign in' },
    meaning: {
      id: 'signIn.code.accountBlocked.meaning',
      defaultMessage: 'The account is disabled or locked, or its password is wrong or has expired.',
    },
    remedy: {
      id: 'signIn.code.accountBlocked.remedy',
      defaultMessage:
        'Sign in to another Microsoft page with the account to see what it needs, or ask your Entra admin. Then sign in again.',
    },
  }),
  secretExpired: defineMessages({
    title: { id: 'signIn.code.secretExpired.title', defaultMessage: 'The client secret has expired' },
    meaning: { id: 'signIn.code.secretExpired.meaning', defaultMessage: 'The app registration no longer accepts this secret.' },
    remedy: {
      id: 'signIn.code.secretExpired.remedy',
      defaultMessage:
        'In the Microsoft Entra admin center, create a new secret (App registrations, Certificates & secrets), then sign in with its value.',
    },
  }),
  secretWrong: defineMessages({
    title: { id: 'signIn.code.secretWrong.title', defaultMessage: 'The client secret is wrong' },
    meaning: {
      id: 'signIn.code.secretWrong.meaning',
      defaultMessage: 'The app registration has no such secret. You might have copied the secret’s ID instead of its value.',
    },
    remedy: {
      id: 'signIn.code.secretWrong.remedy',
      defaultMessage: 'Copy the secret’s value, which is shown only once after it’s created, or create a new secret. Then sign in again.',
    },
  }),
  certificateRefused: defineMessages({
    title: { id: 'signIn.code.certificateRefused.title', defaultMessage: 'The certificate isn’t accepted' },
    meaning: {
      id: 'signIn.code.certificateRefused.meaning',
      defaultMessage: 'The app registration doesn’t recognize this certificate, or the certificate isn’t valid.',
    },
    remedy: {
      id: 'signIn.code.certificateRefused.remedy',
      defaultMessage:
        'Upload the certificate (without its key) to the app registration under Certificates & secrets, compare the thumbprint, then sign in again.',
    },
  }),
  clockWrong: defineMessages({
    title: { id: 'signIn.code.clockWrong.title', defaultMessage: 'This computer’s clock is wrong' },
    meaning: {
      id: 'signIn.code.clockWrong.meaning',
      defaultMessage: 'For the sign-in service, what this computer signed is dated in the future or in the past.',
    },
    remedy: {
      id: 'signIn.code.clockWrong.remedy',
      defaultMessage: 'Sync this computer’s clock, date, and time zone with the network, then sign in again.',
    },
  }),
  noSuchApp: defineMessages({
    title: { id: 'signIn.code.noSuchApp.title', defaultMessage: 'The tenant doesn’t have this app registration' },
    meaning: {
      id: 'signIn.code.noSuchApp.meaning',
      defaultMessage: 'The app registration was created in another tenant, or it was deleted or disabled.',
    },
    remedy: {
      id: 'signIn.code.noSuchApp.remedy',
      defaultMessage:
        'Compare the application (client) ID with App registrations in this tenant’s Microsoft Entra admin center, then sign in again.',
    },
  }),
  appNotSetUp: defineMessages({
    title: { id: 'signIn.code.appNotSetUp.title', defaultMessage: 'The app registration isn’t set up for this sign-in method' },
    meaning: {
      id: 'signIn.code.appNotSetUp.meaning',
      defaultMessage: 'It doesn’t allow public client flows, or it doesn’t have the redirect URI http://localhost.',
    },
    remedy: {
      id: 'signIn.code.appNotSetUp.remedy',
      defaultMessage:
        'In the app registration, open Authentication. Add the platform “Mobile and desktop applications” with http://localhost, and set “Allow public client flows” to Yes. Then sign in again.',
    },
  }),
  noConsent: defineMessages({
    title: { id: 'signIn.code.noConsent.title', defaultMessage: 'Consent is missing' },
    meaning: {
      id: 'signIn.code.noConsent.meaning',
      defaultMessage: 'The app registration can’t access this service on your behalf until you or an administrator consents.',
    },
    remedy: {
      id: 'signIn.code.noConsent.remedy',
      defaultMessage:
        'Ask an Entra admin (Cloud Application Administrator or Global Administrator) to open API permissions in the app registration and select “Grant admin consent”. Then sign in again.',
    },
  }),
  declined: defineMessages({
    title: { id: 'signIn.code.declined.title', defaultMessage: 'The sign-in was declined in the browser' },
    meaning: {
      id: 'signIn.code.declined.meaning',
      defaultMessage: 'The consent page in the browser was declined or canceled.',
    },
    remedy: {
      id: 'signIn.code.declined.remedy',
      defaultMessage:
        'Sign in again and consent. If the page asks for an administrator, ask an Entra admin (Cloud Application Administrator or Global Administrator) to open API permissions in the app registration and select “Grant admin consent”. Then sign in again.',
    },
  }),
  unknownService: defineMessages({
    title: { id: 'signIn.code.unknownService.title', defaultMessage: 'The tenant or the app registration doesn’t recognize this service' },
    meaning: {
      id: 'signIn.code.unknownService.meaning',
      defaultMessage:
        'The service’s own application is missing or disabled in the tenant, or the app registration doesn’t list its permission.',
    },
    remedy: {
      id: 'signIn.code.unknownService.remedy',
      defaultMessage:
        'Ask an Entra admin to add the permission to the app registration and to create the service’s application if it’s missing (New-MgServicePrincipal -AppId with the ID from the list of permissions). Then sign in again.',
    },
  }),
  firstPartyRefused: defineMessages({
    title: { id: 'signIn.code.firstPartyRefused.title', defaultMessage: 'Microsoft’s own app can’t access this service' },
    meaning: {
      id: 'signIn.code.firstPartyRefused.meaning',
      defaultMessage: 'You didn’t enter an app registration, and the Microsoft app used instead isn’t allowed to access this service.',
    },
    remedy: {
      id: 'signIn.code.firstPartyRefused.remedy',
      defaultMessage: 'Create an app registration with the permissions listed on the sign-in page, and sign in with its ID.',
    },
  }),
  conditionalAccess: defineMessages({
    title: { id: 'signIn.code.conditionalAccess.title', defaultMessage: 'Conditional Access blocks this sign-in' },
    meaning: {
      id: 'signIn.code.conditionalAccess.meaning',
      defaultMessage:
        'A policy of your organization blocks this sign-in because of the device, the location, the app, or the detected risk.',
    },
    remedy: {
      id: 'signIn.code.conditionalAccess.remedy',
      defaultMessage:
        'Ask your Entra admin which policy applies: the sign-in logs show it under the correlation ID below. Sign in from an allowed location and device, or use another sign-in method.',
    },
  }),
  notAssigned: defineMessages({
    title: { id: 'signIn.code.notAssigned.title', defaultMessage: 'The account isn’t assigned to the app' },
    meaning: { id: 'signIn.code.notAssigned.meaning', defaultMessage: 'The app registration allows only assigned users.' },
    remedy: {
      id: 'signIn.code.notAssigned.remedy',
      defaultMessage:
        'Ask an Entra admin to assign the account to the app (Enterprise applications, Users and groups), then sign in again.',
    },
  }),
  secondFactor: defineMessages({
    title: { id: 'signIn.code.secondFactor.title', defaultMessage: 'Multifactor authentication is required' },
    meaning: {
      id: 'signIn.code.secondFactor.meaning',
      defaultMessage: 'This service requires multifactor authentication, or a more recent one than the account has shown.',
    },
    remedy: {
      id: 'signIn.code.secondFactor.remedy',
      defaultMessage:
        'Sign in again with the system browser and complete multifactor authentication. If no method is registered, the browser guides you through it.',
    },
  }),
  signInEnded: defineMessages({
    title: { id: 'signIn.code.signInEnded.title', defaultMessage: 'Your sign-in has ended' },
    meaning: {
      id: 'signIn.code.signInEnded.meaning',
      defaultMessage:
        'It was revoked or has expired: after a password change, by an administrator, by a policy, or after a long time without use.',
    },
    remedy: { id: 'signIn.code.signInEnded.remedy', defaultMessage: 'Sign in again.' },
  }),
  deviceCodeUnused: defineMessages({
    title: { id: 'signIn.code.deviceCodeUnused.title', defaultMessage: 'The device code wasn’t used' },
    meaning: { id: 'signIn.code.deviceCodeUnused.meaning', defaultMessage: 'It was declined, has expired, or was already used.' },
    remedy: { id: 'signIn.code.deviceCodeUnused.remedy', defaultMessage: 'Sign in again to get a new code.' },
  }),
  browserNotOpened: defineMessages({
    title: { id: 'signIn.code.browserNotOpened.title', defaultMessage: 'Couldn’t open the system browser' },
    meaning: { id: 'signIn.code.browserNotOpened.meaning', defaultMessage: 'The system didn’t start a browser for the sign-in page.' },
    remedy: {
      id: 'signIn.code.browserNotOpened.remedy',
      defaultMessage: 'Set a default browser, or sign in with a device code, which works on any device.',
    },
  }),
  serviceBusy: defineMessages({
    title: { id: 'signIn.code.serviceBusy.title', defaultMessage: 'The sign-in service can’t answer right now' },
    meaning: {
      id: 'signIn.code.serviceBusy.meaning',
      defaultMessage: 'The service says that it’s overloaded or temporarily unavailable.',
    },
    remedy: { id: 'signIn.code.serviceBusy.remedy', defaultMessage: 'Wait a few minutes, then sign in again.' },
  }),
}
