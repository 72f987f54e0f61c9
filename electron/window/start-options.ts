import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { profileName } from '../../ipc/profile-name.ts'
import type { DisplayText, Message } from '../../machines/messages/message.ts'
import { startMessages } from '../messages.ts'

const file = z.string().check(z.minLength(1), z.maxLength(4096))

/** The app's own command-line options. Chromium's own switches (`--user-data-dir`, `--no-sandbox`) are not ours to read. */
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
  /** Scenario of the practice tenant that is opened at once. */
  readonly practice?: string
  /** JSON file that describes a cloud beside those the wizard knows. */
  readonly cloudFile?: string
  /** PEM file of certificate authorities that are trusted besides the known ones. */
  readonly authoritiesFile?: string
  /** Language of the wizard, BCP 47. */
  readonly language?: string
  /** Of this window: with a name, it has sign-ins, records and settings of its own, and runs beside windows with other names. */
  readonly profile?: string
  /** JSON file that says how the app opens before a class. */
  readonly classFile?: string
  /** File that gets the moments of the start. */
  readonly marksFile?: string
}

export type StartOptionsResult =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly why: DisplayText }
  /** Asked for instead of the window: its version, or how each option is written. */
  | { readonly ok: false; readonly tell: 'version' | readonly DisplayText[] }

/** The wizard's own switches: the option each sets. */
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

/** Those whose value may be a word of its own. */
const FILES = ['cloud-file', 'ca-file', 'class'] as const

/** What the command line says, by option; a value that is missing is empty and is refused by its schema. The last one counts. */
function readSwitches(argv: readonly string[]): Readonly<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const token of parseArgs({ args: [...argv], options: asOptions, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option' || !isSwitch(token.name)) continue
    // A file may follow its switch as a separate word, another switch may not. Nor may what names no file: it could be the program's folder.
    const isWord = FILES.some((name) => name === token.name) && token.value?.startsWith('-') === false
    said[SWITCHES[token.name]] = token.inlineValue || isWord ? (token.value ?? '') : ''
  }
  return said
}

/**
 * Reads the command line and the environment.
 * @param argv all arguments; those that are not the wizard's own are left alone
 */
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

/**
 * @param known names of the scenarios that exist
 * @returns what to say when the scenario does not exist, else nothing
 */
export function unknownScenario(wanted: string, known: readonly string[]): Message | undefined {
  return known.includes(wanted) ? undefined : startMessages.unknownScenario({ scenario: wanted, known })
}
