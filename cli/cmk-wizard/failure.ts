import { inspect } from 'node:util'
import { withoutSecrets } from '../../services/azure/service-text.ts'
import { PROGRAM } from './help.ts'
import { visible } from './output.ts'

/** As Node names errors of the operating system: `ENOSPC`. Its own, `ERR_INVALID_ARG_TYPE`, are defects of a program. */
const OF_SYSTEM = /^E[A-Z0-9]+$/

const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && OF_SYSTEM.test(error.code)

const shown = (text: string): string => visible(withoutSecrets(text))

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : inspect(error, { depth: 0 }))

function stackOf(error: unknown): readonly string[] {
  if (isOfSystem(error) || !(error instanceof Error)) return []
  return (error.stack ?? '').split('\n').filter(Boolean).map(shown)
}

/**
 * Why a command didn't finish: one line for an error of the operating system, and where it was thrown for any other, which is a defect.
 * @param error what was thrown
 * @param say the line in the language of the output; where that can't be said either, the error stands alone
 */
export async function failureOf(error: unknown, say: (why: string) => Promise<string>): Promise<string> {
  const why = messageOf(error)
  try {
    return [shown(await say(why)), ...stackOf(error)].join('\n')
  } catch (second) {
    return [shown(`${PROGRAM}: ${why}`), ...stackOf(error), shown(messageOf(second)), ...stackOf(second)].join('\n')
  }
}
