import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Reply } from '#contract/contract.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { messages } from '../messages.ts'

interface OtherStart {
  readonly command: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Options of this window only, including separate values. */
const OF_THIS_WINDOW = /^--(?:profile|practice|class)(?<joined>=|$)/

const ofAnyWindow = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => {
    const before = OF_THIS_WINDOW.exec(words[index - 1] ?? '')
    return !OF_THIS_WINDOW.test(word) && (before === null || before.groups?.['joined'] === '=')
  })

/**
 * Start of another window with its own profile.
 * Decision 0164: a process for each customer, not several windows in one.
 * @param running this program's file, arguments and environment
 * @param profile fits `profileName`
 */
export function otherWindow(
  running: { readonly execPath: string; readonly argv: readonly string[]; readonly environment: OtherStart['environment'] },
  profile: string,
): OtherStart {
  // The other window would overwrite the startup marks.
  const { CMK_WIZARD_MARKS: _, ...environment } = running.environment
  return {
    // An AppImage's mount ends with the first window; its file stays.
    command: environment['APPIMAGE'] || running.execPath,
    words: [...ofAnyWindow(running.argv.slice(1)), `--profile=${profile}`],
    environment,
  }
}

/** Starts another instance that outlives this one. @param profile fits `profileName` */
export async function openOtherWindow(profile: string, text: (text: DisplayText) => string): Promise<Reply> {
  const { argv, env, execPath } = process
  const { command, words, environment } = otherWindow({ execPath, argv, environment: env }, profile)
  const started = spawn(command, words, { detached: true, stdio: 'ignore', env: environment })
  try {
    await once(started, 'spawn')
  } catch (error) {
    return { ok: false, why: text(messages.noOtherWindow({ error: error instanceof Error ? error.message : String(error) })) }
  }
  started.unref()
  return { ok: true }
}
