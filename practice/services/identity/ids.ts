import { guid } from '../../random.ts'
import type { Practice } from '../../service.ts'
import { timestamp } from '../../state.ts'

/** By what an administrator finds a refused sign-in in the logs. */
export interface SignInIds {
  readonly traceId: string
  readonly correlationId: string
  readonly at: string
}

export const drawIds = ({ random, clock }: Pick<Practice, 'random' | 'clock'>): SignInIds => ({
  traceId: guid(random),
  correlationId: guid(random),
  at: timestamp(clock.now()),
})

/** The real service writes its ids into the text too, which is all that some clients pass on, and all that a browser brings back. */
export const withIds = (message: string, { traceId, correlationId, at }: SignInIds): string =>
  `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${at}`
