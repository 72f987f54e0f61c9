import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Reply } from '../../ipc/contract.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { messages } from '../messages.ts'
import { otherWindow } from './other-window.ts'

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
