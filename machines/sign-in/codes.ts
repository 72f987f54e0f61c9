import type { Owner } from '../engine/step/finding.ts'

/** What a code of Entra means for the person, and what to do. */
export interface CodeReading {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
  readonly owner: Owner
  /**
   * `sign-in`: no service will give a token. `service`: this one gives none, others may: consent and conditional access are
   * decided for each service.
   */
  readonly reach: 'sign-in' | 'service'
  /** True when asking the person once more, in the browser, can get the token. */
  readonly askAgain?: true
}

interface Entry extends CodeReading {
  readonly codes: readonly number[]
  /** Words of OAuth and of Microsoft's library that say the same where no code is given. */
  readonly words?: readonly string[]
}

const CONSENT_REMEDY =
  'Ask an Entra administrator (Cloud Application Administrator or Global Administrator) to open the app registration, API permissions, and select “Grant admin consent”. Then sign in again.'
const CONDITIONAL_ACCESS_REMEDY =
  'Ask the Entra administrator which policy it was: the sign-in logs show it under the correlation id below. Sign in from a place and a device that the policy allows, or use another way to sign in.'

/*
 * Source: Microsoft Learn, “Microsoft Entra authentication and authorization error codes”, and what people report of them. The numbers
 * are stable; Microsoft's texts behind them change and are always shown as they came.
 */
const ENTRIES: readonly Entry[] = [
  {
    codes: [90002, 900023, 90013],
    title: 'There is no such tenant in this cloud',
    meaning: 'The sign-in service does not know the tenant you named.',
    remedy:
      'Compare the id or domain with the Entra admin center (Overview, Tenant ID), and whether the right cloud is chosen. Then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [900382, 900384, 900432, 900439],
    title: 'The tenant is in another cloud',
    meaning: 'The sign-in service says that this tenant or this app belongs to another of Microsoft’s clouds.',
    remedy: 'Choose the cloud that the tenant is in, then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [50020, 50177, 50178],
    title: 'The account is a guest that this tenant does not know',
    meaning: 'The account comes from another directory and has not been invited into the tenant you named.',
    remedy:
      'Sign in with an account of the tenant itself, or have the account invited as a guest and given its roles there. A partner with delegated administration (GDAP) signs in with the partner’s own account and names the customer’s tenant.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [50034, 51004, 500341],
    title: 'The tenant does not have this account',
    meaning: 'The account is not in the directory of the tenant you named.',
    remedy: 'Compare the account’s domain with the tenant you named, then sign in again with an account of that tenant.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [500200, 500208, 9002331, 9002332, 9001023, 50194],
    title: 'This is a personal account',
    meaning:
      'Personal Microsoft accounts (outlook.com, hotmail.com, live.com and the like) cannot administer a tenant, or the app registration is not made for this kind of account.',
    remedy: 'Sign in with a work or school account of the tenant.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [50055, 50056, 50057, 50053, 50126, 50144],
    title: 'The account cannot sign in',
    meaning: 'The account is disabled or locked, or its password is wrong or has run out.',
    remedy: 'Sign in to another Microsoft page with the account to see what it needs, or ask the Entra administrator. Then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [7000222],
    title: 'The client secret has expired',
    meaning: 'The app registration no longer accepts this secret.',
    remedy: 'Make a new secret in the Entra admin center (App registrations, Certificates and secrets), then sign in with its value.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [7000215],
    title: 'The client secret is wrong',
    meaning: 'The app registration has no such secret. Often the secret’s id was copied instead of its value.',
    remedy: 'Copy the value of the secret, which is shown only once after it was made, or make a new one. Then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [700027, 700030, 700023, 50012],
    title: 'The certificate is not accepted',
    meaning: 'The app registration does not know this certificate, or the certificate is not valid.',
    remedy:
      'Upload the certificate (without its key) to the app registration under Certificates and secrets, compare the thumbprint, then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [700024, 700021, 500133, 50013],
    title: 'The clock of this computer is wrong',
    meaning: 'What this computer signed is dated in the future or in the past for the sign-in service.',
    remedy: 'Set the computer’s clock, date and time zone by the network, then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [700016, 7000112, 700054, 900144],
    title: 'The tenant does not have this app registration',
    meaning: 'The app registration was made in another tenant, was deleted or is disabled.',
    remedy: 'Compare the application (client) id with the Entra admin center of this tenant (App registrations), then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [7000218, 50011, 500112, 7000113],
    title: 'The app registration is not set up for this way to sign in',
    meaning: 'It does not allow public client flows, or does not have the redirect URI http://localhost.',
    remedy:
      'In the app registration, open Authentication: add the platform “Mobile and desktop applications” with http://localhost and set “Allow public client flows” to Yes. Then sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [65001, 90094, 90095, 900941],
    title: 'Nobody has consented to this',
    meaning: 'The app registration may not ask for this service in your name until you or an administrator consent.',
    remedy: CONSENT_REMEDY,
    owner: 'you',
    reach: 'service',
    askAgain: true,
  },
  {
    codes: [65004],
    words: ['access_denied'],
    title: 'The sign-in was declined in the browser',
    meaning: 'The page that asked whether the app may work in your name was answered with no, or was called off.',
    remedy: `Sign in again and consent. If the page asks for an administrator: ${CONSENT_REMEDY}`,
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [650052, 650051, 500011, 500014, 650057, 650056, 650053, 65005],
    title: 'The tenant or the app registration does not know this service',
    meaning: 'The service’s own application is missing or disabled in the tenant, or the app registration does not list its permission.',
    remedy:
      'Ask an Entra administrator to add the permission to the app registration, and to make the service’s application where it is missing (New-MgServicePrincipal -AppId with the id from the list of permissions). Then sign in again.',
    owner: 'you',
    reach: 'service',
  },
  {
    codes: [65002],
    title: 'Microsoft’s own app may not ask for this service',
    meaning: 'No app registration of yours was named, and the one of Microsoft’s that stands in for it is not admitted to this service.',
    remedy: 'Make an app registration with the permissions that the sign-in page lists, and sign in with its id.',
    owner: 'you',
    reach: 'service',
  },
  {
    codes: [53003, 53000, 53001, 53002, 53004, 53009, 53010, 530002, 530003, 530004, 530032, 530034, 50005, 50097],
    title: 'Conditional access does not allow it',
    meaning: 'A policy of your company refuses this sign-in: because of the device, the place, the app or the risk it sees.',
    remedy: CONDITIONAL_ACCESS_REMEDY,
    owner: 'you',
    reach: 'service',
  },
  {
    codes: [50105],
    title: 'The account is not assigned to the app',
    meaning: 'The app registration admits only people who were assigned to it.',
    remedy: 'Ask an Entra administrator to assign the account to the app (Enterprise applications, Users and groups), then sign in again.',
    owner: 'you',
    reach: 'service',
  },
  {
    codes: [50076, 50079, 50074, 50078, 50072, 50158, 500121],
    title: 'A second factor is needed',
    meaning: 'This service wants multi-factor authentication, or a newer one than the account has shown.',
    remedy: 'Sign in again by the system browser and confirm with the second factor. If none is registered, the browser leads through it.',
    owner: 'you',
    reach: 'service',
    askAgain: true,
  },
  {
    codes: [50173, 70008, 700082, 700084, 50132, 50133, 50089, 70043, 70044, 70046, 700081, 50085],
    title: 'The sign-in has ended',
    meaning:
      'It was revoked or has run out: after a change of password, by an administrator, by a policy, or because it was not used for long.',
    remedy: 'Sign in again.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [70018, 70019, 70020],
    words: ['expired_token', 'device_code_expired', 'device_code_polling_timeout', 'authorization_declined'],
    title: 'The device code was not used',
    meaning: 'It was declined, has expired, or was used already.',
    remedy: 'Sign in again; a new code is shown.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [],
    words: ['browser_not_opened'],
    title: 'The system browser could not be opened',
    meaning: 'The system did not start a browser for the sign-in page.',
    remedy: 'Set a default browser, or sign in by device code: its page can be opened on any device.',
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [90033, 90055, 90024, 50196, 90036, 90006],
    title: 'The sign-in service cannot answer now',
    meaning: 'The service says that it is overloaded or temporarily unavailable.',
    remedy: 'Wait a few minutes, then sign in again.',
    owner: 'microsoft',
    reach: 'sign-in',
  },
]

const BY_CODE: ReadonlyMap<string, CodeReading> = new Map(
  ENTRIES.flatMap(({ codes, words = [], ...reading }) =>
    [...codes.map((code) => `AADSTS${code}`), ...words].map((code) => [code, reading] as const),
  ),
)

/** Every code that has a reading of its own, for tests and for looking up. */
export const KNOWN_CODES: readonly string[] = [...BY_CODE.keys()]

/** What is known of a code, for example `AADSTS65001` or `access_denied`; nothing for any other. */
export const readingOfCode = (code: string | undefined): CodeReading | undefined => (code === undefined ? undefined : BY_CODE.get(code))

/** The first of Entra's codes in a text. */
export const codeIn = (text: string): string | undefined => /\bAADSTS\d+\b/.exec(text)?.[0]
