import { inspect } from 'node:util'
import { withoutSecrets } from '../../services/azure/service-text.ts'
import { PROGRAM } from './help.ts'
import { visible } from './output.ts'

/** Node's system error codes, such as `ENOSPC`. Its own, such as `ERR_INVALID_ARG_TYPE`, are defects. */
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
 * Why a command failed: one line for system errors, with a stack for defects.
 * @param error the thrown value
 * @param say formats the line; if that fails too, the error stands alone
 */
export async function failureOf(error: unknown, say: (why: string) => Promise<string>): Promise<string> {
  const why = messageOf(error)
  try {
    return [shown(await say(why)), ...stackOf(error)].join('\n')
  } catch (second) {
    return [shown(`${PROGRAM}: ${why}`), ...stackOf(error), shown(messageOf(second)), ...stackOf(second)].join('\n')
  }
}
