import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { profileName } from '#contract/profile-name.ts'
import type { DisplayText, Message } from '#machines/messages/message.ts'
import { startMessages } from '../messages.ts'

const file = z.string().check(z.minLength(1), z.maxLength(4096))

/** The app's options. Chromium's switches (`--user-data-dir`, `--no-sandbox`) aren't parsed. */
const options = z.strictObject({
  practice: z.exactOptional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  cloudFile: z.exactOptional(file),
  authoritiesFile: z.exactOptional(file),
  language: z.exactOptional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/))),
  profile: z.exactOptional(profileName),
  classFile: z.exactOptional(file),
  marksFile: z.exactOptional(file),
})

export interface StartOptions {
  readonly practice?: string
  readonly cloudFile?: string
  readonly authoritiesFile?: string
  /** BCP 47. */
  readonly language?: string
  /** Named windows have separate sign-ins, records and settings, and run in parallel. */
  readonly profile?: string
  readonly classFile?: string
  readonly marksFile?: string
}

export type StartOptionsResult =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly why: DisplayText }
  /** Output instead of a window: version or help. */
  | { readonly ok: false; readonly tell: 'version' | readonly DisplayText[] }

const SWITCHES = {
  practice: 'practice',
  'cloud-file': 'cloudFile',
  'ca-file': 'authoritiesFile',
  language: 'language',
  profile: 'profile',
  class: 'classFile',
} as const

type Switch = keyof typeof SWITCHES

const isSwitch = (name: string): name is Switch => Object.hasOwn(SWITCHES, name)

const asOptions = {
  practice: { type: 'string' },
  'cloud-file': { type: 'string' },
  'ca-file': { type: 'string' },
  language: { type: 'string' },
  profile: { type: 'string' },
  class: { type: 'string' },
} as const

const FILES = ['cloud-file', 'ca-file', 'class'] as const

/** Parses the command line. A missing value is empty, which its schema refuses. The last one counts. */
function readSwitches(argv: readonly string[]): Readonly<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const token of parseArgs({ args: [...argv], options: asOptions, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option' || !isSwitch(token.name)) continue
    // Only a file may be a separate value, not a switch. Otherwise it may be the program's folder.
    const isWord = FILES.some((name) => name === token.name) && token.value?.startsWith('-') === false
    said[SWITCHES[token.name]] = token.inlineValue || isWord ? (token.value ?? '') : ''
  }
  return said
}

/** Reads command line and environment. @param argv all arguments; foreign ones are ignored */
export function readStartOptions(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): StartOptionsResult {
  if (argv.includes('--help')) return { ok: false, tell: Object.values(SWITCHES).map((option) => startMessages.usage[option]) }
  if (argv.includes('--version')) return { ok: false, tell: 'version' }
  const marksFile = environment['CMK_WIZARD_MARKS']
  const parsed = options.safeParse({ ...readSwitches(argv), ...(marksFile ? { marksFile } : {}) })
  if (parsed.success) return { ok: true, options: parsed.data }
  const broken = parsed.error.issues[0]?.path[0]
  const option = Object.values(SWITCHES).find((each) => each === broken)
  return { ok: false, why: startMessages.usage[option ?? 'marksFile'] }
}

/** @param known existing scenarios @returns message for an unknown scenario, otherwise undefined */
export function unknownScenario(wanted: string, known: readonly string[]): Message | undefined {
  return known.includes(wanted) ? undefined : startMessages.unknownScenario({ scenario: wanted, known })
}
