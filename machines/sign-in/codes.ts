import type { Owner } from '../engine/step/finding.ts'
import type { DisplayText, Message } from '../messages/message.ts'
import { titled } from '../messages/sentences.ts'
import { codeMessages } from './code-messages.ts'

export interface CodeReading {
  readonly title: Message
  readonly meaning: Message
  readonly remedy: Message
  readonly owner: Owner
  /** `sign-in`: affects all services. `service`: only this one, because consent and Conditional Access are per service. */
  readonly reach: 'sign-in' | 'service'
  /** Another prompt in the browser can help. */
  readonly askAgain?: true
}

interface Entry extends CodeReading {
  readonly codes: readonly number[]
  /** Equivalent OAuth or library errors without a code. */
  readonly words?: readonly string[]
}

/* Source: Microsoft Learn, “Microsoft Entra authentication and authorization error codes”, and user reports. 530036: Microsoft Learn,
   “Block authentication flows with Conditional Access policy”. 530084: Azure/azure-dev, which calls it blocked by token protection.
   5000224: AzureAD/microsoft-authentication-library-for-dotnet, issue 5251. Codes are
   stable; their texts change and are shown verbatim. */
const ENTRIES: readonly Entry[] = [
  { codes: [90002, 900023, 90013], ...codeMessages.noSuchTenant, owner: 'you', reach: 'sign-in' },
  { codes: [900382, 900384, 900432, 900439], ...codeMessages.otherCloud, owner: 'you', reach: 'sign-in' },
  { codes: [50020, 50177, 50178, 90072], ...codeMessages.unknownGuest, owner: 'you', reach: 'sign-in' },
  { codes: [50034, 51004, 500341], ...codeMessages.noSuchAccount, owner: 'you', reach: 'sign-in' },
  { codes: [500200, 500208, 9002331, 9002332, 9001023], ...codeMessages.personalAccount, owner: 'you', reach: 'sign-in' },
  { codes: [50194], ...codeMessages.singleTenant, owner: 'you', reach: 'sign-in' },
  { codes: [50055, 50056, 50057, 50053, 50126, 50144], ...codeMessages.accountBlocked, owner: 'you', reach: 'sign-in' },
  { codes: [7000222], ...codeMessages.secretExpired, owner: 'you', reach: 'sign-in' },
  { codes: [7000215], ...codeMessages.secretWrong, owner: 'you', reach: 'sign-in' },
  { codes: [700027, 700030, 700023, 50012], ...codeMessages.certificateRefused, owner: 'you', reach: 'sign-in' },
  { codes: [700024, 700021, 500133, 50013], ...codeMessages.clockWrong, owner: 'you', reach: 'sign-in' },
  { codes: [700016, 7000112, 700054, 900144], ...codeMessages.noSuchApp, owner: 'you', reach: 'sign-in' },
  { codes: [7000218, 50011, 500112, 7000113], ...codeMessages.appNotSetUp, owner: 'you', reach: 'sign-in' },
  { codes: [65001, 90094, 90095, 900941], ...codeMessages.noConsent, owner: 'you', reach: 'service', askAgain: true },
  { codes: [65004], words: ['access_denied'], ...codeMessages.declined, owner: 'you', reach: 'sign-in' },
  {
    codes: [650052, 650051, 500011, 500014, 650057, 650056, 650053, 65005],
    ...codeMessages.unknownService,
    owner: 'you',
    reach: 'service',
  },
  { codes: [65002], ...codeMessages.firstPartyRefused, owner: 'you', reach: 'service' },
  {
    codes: [53003, 53000, 53001, 53002, 53004, 53009, 53010, 530002, 530003, 530004, 530032, 530034, 50005, 50097, 50131],
    ...codeMessages.conditionalAccess,
    owner: 'you',
    reach: 'service',
  },
  { codes: [530084], ...codeMessages.tokenProtection, owner: 'you', reach: 'service' },
  { codes: [530036], ...codeMessages.flowBlocked, owner: 'you', reach: 'sign-in' },
  { codes: [53011], ...codeMessages.riskAtHome, owner: 'you', reach: 'sign-in' },
  { codes: [16000], ...codeMessages.chooseAccount, owner: 'you', reach: 'service', askAgain: true },
  { codes: [50199], ...codeMessages.confirmApp, owner: 'you', reach: 'service', askAgain: true },
  { codes: [5000224], ...codeMessages.notAvailable, owner: 'you', reach: 'sign-in' },
  { codes: [135010], ...codeMessages.keyNotFound, owner: 'you', reach: 'sign-in' },
  { codes: [50105], ...codeMessages.notAssigned, owner: 'you', reach: 'service' },
  {
    codes: [50076, 50079, 50074, 50078, 50072, 50158, 500121],
    ...codeMessages.secondFactor,
    owner: 'you',
    reach: 'service',
    askAgain: true,
  },
  {
    codes: [50173, 70008, 700082, 700084, 50132, 50133, 50089, 70043, 70044, 70046, 700081, 50085],
    ...codeMessages.signInEnded,
    owner: 'you',
    reach: 'sign-in',
  },
  {
    codes: [70018, 70019, 70020],
    words: ['expired_token', 'device_code_expired', 'device_code_polling_timeout', 'authorization_declined'],
    ...codeMessages.deviceCodeUnused,
    owner: 'you',
    reach: 'sign-in',
  },
  { codes: [], words: ['browser_not_opened'], ...codeMessages.browserNotOpened, owner: 'you', reach: 'sign-in' },
  { codes: [90033, 90055, 90024, 50196, 90036, 90006], ...codeMessages.serviceBusy, owner: 'microsoft', reach: 'sign-in' },
]

const BY_CODE: ReadonlyMap<string, CodeReading> = new Map(
  ENTRIES.flatMap(({ codes, words = [], ...reading }) =>
    [...codes.map((code) => `AADSTS${code}`), ...words].map((code) => [code, reading] as const),
  ),
)

export const KNOWN_CODES: readonly string[] = [...BY_CODE.keys()]

/** For example `AADSTS65001` or `access_denied`; undefined if unknown. */
export const readingOfCode = (code: string | undefined): CodeReading | undefined => (code === undefined ? undefined : BY_CODE.get(code))

export const isSignInCode = (code: string | undefined): boolean => code?.startsWith('AADSTS') ?? false

export const codeInWords = ({ title, meaning }: CodeReading): DisplayText => titled(title, meaning)

export const codeIn = (text: string): string | undefined => /\bAADSTS\d+\b/.exec(text)?.[0]
