import type { Poll } from '../../engine/step/poll.ts'
import type { DisplayText } from '../../messages/message.ts'
import { actionMessages as messages } from './messages.ts'

/** Waits a fixed time that no service can report on. @param stateWord status shown meanwhile */
export function waitedOut({ until }: { readonly until: number }, stateWord: DisplayText, now: number): Poll {
  const left = until - now
  return left <= 0
    ? { state: 'succeeded', stateWord: messages.longEnough }
    : { state: 'running', stateWord, retryAfterSeconds: Math.ceil(left / 1000) }
}
