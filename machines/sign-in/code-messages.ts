import { defineMessages } from '../messages/message.ts'

export const codeMessages = {
  noSuchTenant: defineMessages('signIn.code.noSuchTenant', {
    title: 'The tenant wasn’t found in this cloud',
    meaning: 'The sign-in service doesn’t recognize the tenant you entered.',
    remedy:
      'Compare the ID or domain with the Microsoft Entra admin center (Overview, Tenant ID), and check that you chose the right cloud. Then sign in again.',
  }),
  otherCloud: defineMessages('signIn.code.otherCloud', {
    title: 'The tenant is in another cloud',
    meaning: 'The sign-in service says that this tenant or app belongs to another Microsoft cloud.',
    remedy: 'Choose the tenant’s cloud, then sign in again.',
  }),
  unknownGuest: defineMessages('signIn.code.unknownGuest', {
    title: 'The account isn’t a guest in this tenant',
    meaning: 'The account comes from another directory and hasn’t been invited to the tenant you entered.',
    remedy:
      'Sign in with an account of the tenant, or have this account invited as a guest and assigned its roles. Partners with delegated admin privileges (GDAP) sign in with their own account and enter the customer’s tenant.',
  }),
  noSuchAccount: defineMessages('signIn.code.noSuchAccount', {
    title: 'The tenant doesn’t have this account',
    meaning: 'The account isn’t in the directory of the tenant you entered.',
    remedy: 'Compare the account’s domain with the tenant you entered, then sign in again with an account of that tenant.',
  }),
  personalAccount: defineMessages('signIn.code.personalAccount', {
    title: 'This is a personal account',
    meaning:
      'Personal Microsoft accounts (such as outlook.com, hotmail.com, or live.com) can’t manage a tenant, or the app registration doesn’t allow this type of account.',
    remedy: 'Sign in with a work or school account of the tenant.',
  }),
  singleTenant: defineMessages('signIn.code.singleTenant', {
    title: 'The app registration is for one tenant',
    meaning: 'It isn’t configured as multitenant, so it can’t be used to sign in without a tenant.',
    remedy: 'Enter the tenant, then sign in again.',
  }),
  accountBlocked: defineMessages('signIn.code.accountBlocked', {
    title: 'The account can’t sign in',
    meaning: 'The account is disabled or locked, or its password is wrong or has expired.',
    remedy: 'Sign in to another Microsoft page with the account to see what it needs, or ask your Entra admin. Then sign in again.',
  }),
  secretExpired: defineMessages('signIn.code.secretExpired', {
    title: 'The client secret has expired',
    meaning: 'The app registration no longer accepts this secret.',
    remedy:
      'In the Microsoft Entra admin center, create a new secret (App registrations, Certificates & secrets), then sign in with its value.',
  }),
  secretWrong: defineMessages('signIn.code.secretWrong', {
    title: 'The client secret is wrong',
    meaning: 'The app registration has no such secret. You might have copied the secret’s ID instead of its value.',
    remedy: 'Copy the secret’s value, which is shown only once after it’s created, or create a new secret. Then sign in again.',
  }),
  certificateRefused: defineMessages('signIn.code.certificateRefused', {
    title: 'The certificate isn’t accepted',
    meaning: 'The app registration doesn’t recognize this certificate, or the certificate isn’t valid.',
    remedy:
      'Upload the certificate (without its key) to the app registration under Certificates & secrets, compare the thumbprint, then sign in again.',
  }),
  clockWrong: defineMessages('signIn.code.clockWrong', {
    title: 'This computer’s clock is wrong',
    meaning: 'For the sign-in service, what this computer signed is dated in the future or in the past.',
    remedy: 'Sync this computer’s clock, date, and time zone with the network, then sign in again.',
  }),
  noSuchApp: defineMessages('signIn.code.noSuchApp', {
    title: 'The tenant doesn’t have this app registration',
    meaning: 'The app registration was created in another tenant, or it was deleted or disabled.',
    remedy: 'Compare the application (client) ID with App registrations in this tenant’s Microsoft Entra admin center, then sign in again.',
  }),
  appNotSetUp: defineMessages('signIn.code.appNotSetUp', {
    title: 'The app registration isn’t set up for this sign-in method',
    meaning: 'It doesn’t allow public client flows, or it doesn’t have the redirect URI http://localhost.',
    remedy:
      'In the app registration, open Authentication. Add the platform “Mobile and desktop applications” with http://localhost, and set “Allow public client flows” to Yes. Then sign in again.',
  }),
  noConsent: defineMessages('signIn.code.noConsent', {
    title: 'Consent is missing',
    meaning: 'The app registration can’t access this service on your behalf until you or an administrator consents.',
    remedy:
      'Ask an Entra admin (Cloud Application Administrator or Global Administrator) to open API permissions in the app registration and select “Grant admin consent”. Then sign in again.',
  }),
  declined: defineMessages('signIn.code.declined', {
    title: 'The sign-in was declined in the browser',
    meaning: 'The consent page in the browser was declined or canceled.',
    remedy:
      'Sign in again and consent. If the page asks for an administrator, ask an Entra admin (Cloud Application Administrator or Global Administrator) to open API permissions in the app registration and select “Grant admin consent”. Then sign in again.',
  }),
  unknownService: defineMessages('signIn.code.unknownService', {
    title: 'The tenant or the app registration doesn’t recognize this service',
    meaning: 'The service’s own application is missing or disabled in the tenant, or the app registration doesn’t list its permission.',
    remedy:
      'Ask an Entra admin to add the permission to the app registration and to create the service’s application if it’s missing (New-MgServicePrincipal -AppId with the ID from the list of permissions). Then sign in again.',
  }),
  firstPartyRefused: defineMessages('signIn.code.firstPartyRefused', {
    title: 'Microsoft’s own app can’t access this service',
    meaning: 'You didn’t enter an app registration, and the Microsoft app used instead isn’t allowed to access this service.',
    remedy: 'Create an app registration with the permissions listed on the sign-in page, and sign in with its ID.',
  }),
  conditionalAccess: defineMessages('signIn.code.conditionalAccess', {
    title: 'Conditional Access blocks this sign-in',
    meaning: 'A policy of your organization blocks this sign-in because of the device, the location, the app, or the detected risk.',
    remedy:
      'Ask your Entra admin which policy applies: the sign-in logs show it under the correlation ID below. Use an allowed location, device, or method. Instead of a device code, try Azure CLI: on Windows, “az login” uses Web Account Manager.',
  }),
  tokenProtection: defineMessages('signIn.code.tokenProtection', {
    title: 'Conditional Access requires a sign-in bound to the device',
    meaning:
      'A policy of your organization accepts only tokens that are bound to this device. A sign-in by browser or device code doesn’t bind them.',
    remedy:
      'Ask your Entra admin which policy applies. On Windows, “az login” signs in through Web Account Manager: try Azure CLI as the sign-in method. We didn’t verify that the policy accepts it.',
  }),
  flowBlocked: defineMessages('signIn.code.flowBlocked', {
    title: 'Conditional Access no longer accepts how this sign-in began',
    meaning: 'A policy of your organization checks how a sign-in began, and doesn’t accept this one, for example one with a device code.',
    remedy: 'Sign in again with the system browser or with Azure CLI. Only an Entra admin can change the policy.',
  }),
  riskAtHome: defineMessages('signIn.code.riskAtHome', {
    title: 'The account’s own organization blocks it',
    meaning: 'The directory that the account comes from sees a risk and blocks the account.',
    remedy: 'Ask the Entra admin of the account’s own organization, then sign in again.',
  }),
  chooseAccount: defineMessages('signIn.code.chooseAccount', {
    title: 'The sign-in service asks for an account',
    meaning: 'It found more than one account, and can’t choose between them.',
    remedy: 'Sign in again with the system browser, and choose an account of the tenant.',
  }),
  confirmApp: defineMessages('signIn.code.confirmApp', {
    title: 'The sign-in has to be confirmed',
    meaning: 'For security reasons, the sign-in service asks whether you meant to sign in to this app.',
    remedy: 'Sign in again with the system browser, and confirm the app that it names.',
  }),
  notAvailable: defineMessages('signIn.code.notAvailable', {
    title: 'The sign-in service doesn’t offer this tenant',
    meaning:
      'It says that what was asked for isn’t available. According to Microsoft’s developers, this happens after a tenant was closed.',
    remedy: 'Compare the tenant with the Microsoft Entra admin center. If it’s right, ask your Entra admin to contact Microsoft Support.',
  }),
  keyNotFound: defineMessages('signIn.code.keyNotFound', {
    title: 'The sign-in service didn’t find a key',
    meaning: 'It gives no other reason than “KeyNotFound”.',
    remedy:
      'Sign in again with the system browser. If it happens again, your Entra admin can find the sign-in by the correlation ID below.',
  }),
  notAssigned: defineMessages('signIn.code.notAssigned', {
    title: 'The account isn’t assigned to the app',
    meaning: 'The app registration allows only assigned users.',
    remedy: 'Ask an Entra admin to assign the account to the app (Enterprise applications, Users and groups), then sign in again.',
  }),
  secondFactor: defineMessages('signIn.code.secondFactor', {
    title: 'Multifactor authentication is required',
    meaning: 'This service requires multifactor authentication, or a more recent one than the account has shown.',
    remedy:
      'Sign in again with the system browser and complete multifactor authentication. If no method is registered, the browser guides you through it.',
  }),
  signInEnded: defineMessages('signIn.code.signInEnded', {
    title: 'Your sign-in has ended',
    meaning: 'It was revoked or has expired: after a password change, by an administrator, by a policy, or after a long time without use.',
    remedy: 'Sign in again.',
  }),
  deviceCodeUnused: defineMessages('signIn.code.deviceCodeUnused', {
    title: 'The device code wasn’t used',
    meaning: 'It was declined, has expired, or was already used.',
    remedy: 'Sign in again to get a new code.',
  }),
  browserNotOpened: defineMessages('signIn.code.browserNotOpened', {
    title: 'Couldn’t open the system browser',
    meaning: 'The system didn’t start a browser for the sign-in page.',
    remedy: 'Set a default browser, or sign in with a device code, which works on any device.',
  }),
  serviceBusy: defineMessages('signIn.code.serviceBusy', {
    title: 'The sign-in service can’t answer right now',
    meaning: 'The service says that it’s overloaded or temporarily unavailable.',
    remedy: 'Wait a few minutes, then sign in again.',
  }),
}
