import { defined } from '../../defined.ts'
import type { Pending, Receipt } from '../action.ts'
import type { Reading } from '../step/proof.ts'
import type { PartFacts, Run } from './situation.ts'
import type { UnderWay } from './under-way.ts'

/** The procedure's words for what runs. Small, because the first page needs it before the procedure is loaded. */
export interface RunsListedAs {
  /** Running work for the environment, if the list has words for it. */
  underWay(pending: Pending, environmentId: string): UnderWay | undefined
  /** Step that requires a usable key. */
  readonly keyStep?: string
}

/** What was done in a step or an operation, from the machine or from a record. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface CarriedOut {
  readonly readAt?: number | undefined
  readonly receipts: readonly Receipt[]
  readonly pending?: Pending | undefined
  readonly schedule?: { readonly window: { readonly from: number } } | undefined
  readonly sent?: readonly unknown[] | undefined
  readonly confirmed?: number | undefined
}

/** Newer than the last reading: which changes are made isn't known before the next one. */
const isWrittenSince = ({ receipts, readAt = 0, sent = [] }: CarriedOut): boolean =>
  sent.length > 0 || receipts.some(({ written, at }) => written && at > readAt)

/** What a reading saw running that no one here may follow. */
export function runIn(as: RunsListedAs, { underway }: Pick<Reading, 'underway'>, environmentId = ''): Run | undefined {
  const kind = underway && as.underWay(underway, environmentId)
  return kind && { kind, since: underway.since }
}

/** The last change that a service took has ended there without success. */
export function failedIn(
  as: RunsListedAs,
  environmentId: string,
  { receipts, pending: running }: Pick<CarriedOut, 'receipts' | 'pending'>,
): Run | undefined {
  const last = receipts.findLast(({ pending }) => pending !== undefined)
  if (running !== undefined || last?.ended !== 'failed' || !last.pending) return undefined
  const kind = as.underWay(last.pending, environmentId)
  return kind && { kind, since: last.at }
}

/**
 * A part's run, as far as what was done tells it.
 * @param state `writing`: changes are being made now. `busy`: a run may be going on, and says nothing yet. `left`: a run ended in the middle
 */
export function carriedOutIn(
  as: RunsListedAs,
  environmentId: string,
  done: CarriedOut,
  state: 'writing' | 'busy' | 'left' | 'at-rest',
): Pick<PartFacts, 'run' | 'startsAt' | 'isWriting' | 'isInterrupted' | 'failed' | 'confirmed'> {
  const { pending, schedule, confirmed } = done
  const kind = pending && as.underWay(pending, environmentId)
  // A run that the list has no words for ends with its change, and the others haven't started.
  const isInterrupted = state === 'left' ? kind === undefined : state === 'at-rest' && pending === undefined && isWrittenSince(done)
  return {
    ...(state === 'writing' ? { isWriting: true } : {}),
    ...(isInterrupted ? { isInterrupted } : {}),
    ...defined({
      run: pending && kind && { kind, since: pending.since },
      startsAt: schedule?.window.from,
      failed: failedIn(as, environmentId, done),
      confirmed,
    }),
  }
}
