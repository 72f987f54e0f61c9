import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { boundedAnswerPolicy, USUAL_ANSWER } from '../azure/bounded-answer.ts'
import { USER_AGENT } from '../azure/client-options.ts'
import { authorityHost, hostPolicy } from '../azure/hosts.ts'
import { retryPolicy } from '../azure/retry.ts'
import { type Waits, waitingPolicy } from '../network/waits.ts'
import { deviceCodePolicy } from './device-code-answer.ts'
import { evidencePolicy } from './evidence.ts'

/** Disables the SDKs' own HTTPS_PROXY handling, which fails without `http://`. Never used, because each request is routed here. */
const DECIDED_HERE = { host: 'http://localhost', port: 9 } as const

export interface SignInPipeline {
  readonly clientOptions: {
    readonly retryOptions: { readonly maxRetries: 0 }
    readonly redirectOptions: { readonly maxRetries: 0 }
    readonly userAgentOptions: { readonly userAgentPrefix: string }
    readonly proxyOptions: typeof DECIDED_HERE
  }
  readonly policies: { policy: PipelinePolicy; position: 'perCall' | 'perRetry' }[]
}

/** In bytes. Entra's answers have some kilobytes. */
const LARGEST_ANSWER = 1024 * 1024

/**
 * Same rules as for services: the cloud's hosts only, no redirects, one retry policy, one way out.
 * @param dates hears what time the sign-in service has
 */
export function signInPipeline(
  cloud: Cloud,
  {
    clock,
    random,
    proxy,
    dates,
    waits,
  }: {
    readonly clock: Clock
    readonly random: () => number
    readonly proxy: PipelinePolicy
    readonly dates?: PipelinePolicy
    readonly waits?: Waits
  },
): SignInPipeline {
  return {
    clientOptions: {
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      userAgentOptions: { userAgentPrefix: USER_AGENT },
      proxyOptions: DECIDED_HERE,
    },
    policies: [
      // Before the waits: a pause that the service asks for isn't an answer that takes long.
      { policy: deviceCodePolicy(clock), position: 'perCall' },
      ...(waits ? [{ policy: waitingPolicy(waits), position: 'perCall' } as const] : []),
      // Outermost: keeps the outcome after all retries.
      { policy: evidencePolicy, position: 'perCall' },
      { policy: hostPolicy(authorityHost(cloud)), position: 'perCall' },
      { policy: retryPolicy({ clock, random }), position: 'perRetry' },
      { policy: boundedAnswerPolicy({ ...USUAL_ANSWER, bytes: LARGEST_ANSWER }), position: 'perRetry' },
      { policy: proxy, position: 'perRetry' },
      ...(dates ? [{ policy: dates, position: 'perRetry' } as const] : []),
    ],
  }
}
