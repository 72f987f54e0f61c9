import type { TokenCredential } from '@azure/core-auth'
import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import { defined } from '#machines/defined.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { currentGate } from '../azure/through-gate.ts'

export interface Wait {
  /** What is waited for. */
  readonly for: DisplayText
  /** When a busy service asked to come back, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly until?: number
}

export interface Waits {
  /** Watches work. @param what asked only once the work takes long */
  during<Result>(what: () => Wait, work: () => Promise<Result>): Promise<Result>
}

/** Outside of retries and gates: a pause between two attempts is a wait as well. */
export function waitingPolicy(waits: Waits): PipelinePolicy {
  return {
    name: 'waiting',
    sendRequest(request, next) {
      const gate = currentGate()
      const what = (): Wait => ({ for: verbatim(new URL(request.url).host), ...defined({ until: gate?.heldUntil() }) })
      return waits.during(what, () => next(request))
    },
  }
}

/** Of a tool that is asked for tokens, not of a service: those are requests. @param tool its name */
export const waitingCredential = (credential: TokenCredential, tool: DisplayText, waits: Waits | undefined): TokenCredential =>
  waits
    ? {
        getToken: (scopes, options) =>
          waits.during(
            () => ({ for: tool }),
            () => credential.getToken(scopes, options),
          ),
      }
    : credential
