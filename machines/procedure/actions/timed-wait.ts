import type { Look } from '../../engine/step/look.ts'

/** What nobody can be asked about is waited out. @param stateWord what stands for the state meanwhile */
export function waitedOut({ until }: { readonly until: number }, stateWord: string, now: number): Look {
  const left = until - now
  return left <= 0
    ? { state: 'succeeded', stateWord: 'Long enough' }
    : { state: 'running', stateWord, retryAfterSeconds: Math.ceil(left / 1000) }
}
