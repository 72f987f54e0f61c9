import type { Poll } from '../../engine/step/poll.ts'
import type { DisplayText } from '../../messages/message.ts'
import { actionMessages as messages } from './messages.ts'

/** What no one can be asked about is waited out. @param stateWord what stands for the state meanwhile */
export function waitedOut({ until }: { readonly until: number }, stateWord: DisplayText, now: number): Poll {
  const left = until - now
  return left <= 0
    ? { state: 'succeeded', stateWord: messages.longEnough }
    : { state: 'running', stateWord, retryAfterSeconds: Math.ceil(left / 1000) }
}
