import * as z from 'zod/mini'

/** What a start of the app may be told. Chromium's own switches (`--user-data-dir`, `--no-sandbox`) are not ours to read. */
const options = z.strictObject({
  practice: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))),
  marksFile: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
})

export interface StartOptions {
  /** Scenario of the practice tenant that is opened at once. */
  readonly practice?: string
  /** File that gets the moments of the start. */
  readonly marksFile?: string
}

export type StartOptionsResult = { readonly ok: true; readonly options: StartOptions } | { readonly ok: false; readonly why: string }

const PRACTICE = '--practice='
const PRACTICE_USAGE = 'Write --practice=SCENARIO with the name of a scenario, for example --practice=ready-to-enable.'

/**
 * Reads the command line and the environment.
 * @param argv all arguments; those that are not the wizard's own are left alone
 */
export function readStartOptions(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): StartOptionsResult {
  const asked = argv.filter((argument) => argument === '--practice' || argument.startsWith(PRACTICE))
  if (asked.includes('--practice')) return { ok: false, why: PRACTICE_USAGE }
  const practice = asked.at(-1)?.slice(PRACTICE.length)
  const marksFile = environment['CMK_WIZARD_MARKS']
  const parsed = options.safeParse({ practice, marksFile: marksFile === '' ? undefined : marksFile })
  if (!parsed.success) {
    const broken = parsed.error.issues[0]?.path[0]
    return { ok: false, why: broken === 'marksFile' ? 'CMK_WIZARD_MARKS must name a file.' : PRACTICE_USAGE }
  }
  return {
    ok: true,
    options: {
      ...(parsed.data.practice === undefined ? {} : { practice: parsed.data.practice }),
      ...(parsed.data.marksFile === undefined ? {} : { marksFile: parsed.data.marksFile }),
    },
  }
}

/**
 * @param known names of the scenarios that exist
 * @returns what to say when the scenario does not exist, else nothing
 */
export function unknownScenario(wanted: string, known: readonly string[]): string | undefined {
  return known.includes(wanted) ? undefined : `There is no scenario "${wanted}". The scenarios are: ${known.join(', ')}.`
}
