import { guid } from '../../random.ts'
import type { Practice } from '../../service.ts'
import { timestamp } from '../../state.ts'

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

/** The real service repeats its IDs in the message, which is all that some clients and browsers pass on. */
export const withIds = (message: string, { traceId, correlationId, at }: SignInIds): string =>
  `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${at}`
