import { defined } from '#machines/defined.ts'
import type { Pending, Receipt } from '#machines/engine/action.ts'
import type { Choices } from '#machines/engine/choices.ts'
import { reads } from '#machines/engine/drift/baseline.ts'
import { sameId } from '#machines/engine/ids.ts'
import { type ExecutiveFacts, operationIds, type Procedure, type RecordedPart, stepIds, stepWith } from '#machines/engine/procedure.ts'
import type { SequenceId } from '#machines/engine/step/finding.ts'
import { isSent } from '#machines/engine/step/problems.ts'
import type { Line } from '../engagement/journal/chain.ts'
import { type ContentOf, type Recorded, readEntry } from '../engagement/journal/entry.ts'

/*
 * What a journal says last of each step and operation, and what of it a later line has made old: what was verified once isn't what holds now.
 */

type Of<Kind extends Recorded['kind']> = Extract<Recorded, { readonly kind: Kind }>
type Reading = Of<'reading'>

export interface LastKnown extends RecordedPart {
  readonly reading?: ContentOf<'reading'>
  /** A later line shows the environment otherwise. Milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly oldSince?: number
  /** It was verified, and isn't any more: from when. */
  readonly undoneAt?: number
}

const only = <Kind extends Recorded['kind']>(entries: readonly Recorded[], kind: Kind): readonly Of<Kind>[] =>
  entries.filter((entry): entry is Of<Kind> => entry.kind === kind)

export const entriesIn = (procedure: Procedure, lines: readonly Line[]): readonly Recorded[] =>
  lines.flatMap((line) => {
    const read = readEntry(procedure, line)
    return read.ok ? [read.entry] : []
  })

type Question = Pick<ContentOf<'reading'>['findings'][number], 'key' | 'title'>

/** A finding is confirmed by its check, where the question means the same, whichever version stored it. */
export const confirmedIn =
  (procedure: Procedure, entries: readonly Recorded[]) =>
  ({ key, title }: Question): boolean =>
    only(entries, 'attested').some(({ content }) => content.key === key && reads(procedure, content.title, title) === 'same')

const isOfRun = (pending: Pending, other: Pending | undefined): boolean => other?.kind === pending.kind && other.since === pending.since

/** How what runs at the services ended, by its last poll that says so. */
function endOf(pending: Pending, polls: readonly Of<'looked'>[]): Pick<Receipt, 'ended'> {
  const end = polls.findLast(({ content }) => isOfRun(pending, content.pending) && content.state !== 'running')
  return end === undefined ? {} : { ended: end.content.state === 'succeeded' ? 'succeeded' : 'failed' }
}

/** Begun after the last reading, and without an answer that says whether it was made. */
function unanswered(started: readonly Of<'apply-started'>[], entries: readonly Recorded[], since: number): readonly Of<'apply-started'>[] {
  return started.filter(({ sequence }) => {
    const end = entries.find((each) => 'started' in each.content && each.content.started === sequence)
    const isOpen = end === undefined || end.kind === 'interrupted' || (end.kind === 'refused' && isSent(end.content.refusal))
    return sequence > since && isOpen
  })
}

interface Begun {
  readonly sequence: number
  readonly receipt: Receipt
}

function begunIn(id: SequenceId, entries: readonly Recorded[], started: readonly Of<'apply-started'>[]): readonly Begun[] {
  const applied = only(entries, 'applied').filter(({ content }) => started.some(({ sequence }) => sequence === content.started))
  const found = only(entries, 'found').filter(({ content }) => content.step === id)
  const polls = only(entries, 'looked')
  return [...applied, ...found]
    .toSorted((one, other) => one.sequence - other.sequence)
    .map(({ sequence, content: { receipt } }) => ({
      sequence,
      receipt: { ...receipt, ...(receipt.pending ? endOf(receipt.pending, polls) : {}) },
    }))
}

/** Runs as far as the last lines say: its own change, or what another person started and is followed. A later reading says more. */
function runningIn(procedure: Procedure, id: SequenceId, entries: readonly Recorded[], begun: readonly Begun[], since: number) {
  const polls = only(entries, 'looked')
  const own = begun.findLast(({ receipt }) => receipt.pending !== undefined)
  const isOwn = (pending: Pending) => only(entries, 'applied').some(({ content }) => isOfRun(pending, content.receipt.pending))
  const followed = polls.findLast(
    ({ content: { pending } }) => !isOwn(pending) && stepWith(procedure, procedure.actions.startOf(pending)) === id,
  )
  const newest = own === undefined || (followed !== undefined && followed.sequence > own.sequence) ? followed : own
  const pending = newest && ('receipt' in newest ? newest.receipt.pending : newest.content.pending)
  if (newest === undefined || pending === undefined || endOf(pending, polls).ended !== undefined) return undefined
  const last = polls.findLast(({ content }) => isOfRun(pending, content.pending))
  return Math.max(newest.sequence, last?.sequence ?? 0) > since ? pending : undefined
}

function workIn(procedure: Procedure, id: SequenceId, entries: readonly Recorded[], newest: Reading | undefined) {
  const started = only(entries, 'apply-started').filter(({ content }) => content.step === id)
  const begun = begunIn(id, entries, started)
  const since = newest?.sequence ?? 0
  const confirmed = only(entries, 'confirmed').findLast(({ content }) => content.step === id)
  const isDone = only(entries, 'reading').some(
    ({ sequence, content }) => content.step === id && content.plan.length === 0 && confirmed !== undefined && sequence > confirmed.sequence,
  )
  return {
    receipts: begun.map(({ receipt }) => receipt),
    sent: unanswered(started, entries, since),
    ...defined({
      pending: runningIn(procedure, id, entries, begun, since),
      confirmed: isDone ? undefined : confirmed?.content.plan.length,
    }),
  }
}

/** The first later line that shows a lock, its end, or another holder than this reading: as the window makes readings old. */
function oldSince({ sequence, content }: Reading, readings: readonly Reading[], adds: boolean): number | undefined {
  const was = content.environment
  if (was === undefined) return undefined
  const later = readings.find(({ sequence: line, content: { environment: is } }) => {
    if (line <= sequence || is === undefined) return false
    return is.locked !== was.locked || (adds && (was.heldBy ?? is.heldBy) !== undefined && !sameId(was.heldBy, is.heldBy))
  })
  return later?.content.readAt
}

/** Steps in their order, then the operations that changed something. */
export function lastKnownIn(procedure: Procedure, entries: readonly Recorded[]): readonly LastKnown[] {
  const readings = only(entries, 'reading')
  const isConfirmed = confirmedIn(procedure, entries)
  const isOpen = ({ findings, plan }: ContentOf<'reading'>): boolean =>
    plan.length > 0 || findings.some((finding) => finding.status === 'fail' || (finding.status === 'unknown' && !isConfirmed(finding)))
  const partOf = (id: SequenceId, place?: number): LastKnown => {
    const newest = readings.findLast(({ content }) => content.step === id)
    const proved = only(entries, 'proved').findLast(({ content }) => content.step === id)
    const old = newest && oldSince(newest, readings, id === stepIds(procedure).at(-1))
    const isOtherwise = newest !== undefined && proved !== undefined && newest.sequence > proved.sequence && isOpen(newest.content)
    const isProved = proved !== undefined && !isOtherwise && old === undefined
    return {
      id,
      isProved,
      planned: old === undefined ? (newest?.content.plan.length ?? 0) : 0,
      ...workIn(procedure, id, entries, newest),
      ...defined({
        place,
        reading: newest?.content,
        readAt: newest?.content.readAt,
        oldSince: old,
        undoneAt: proved === undefined ? undefined : (old ?? (isOtherwise ? newest?.content.readAt : undefined)),
      }),
    }
  }
  return [
    ...stepIds(procedure).map((id, index) => partOf(id, index + 1)),
    ...operationIds(procedure)
      .map((id) => partOf(id))
      .filter(({ receipts }) => receipts.length > 0),
  ]
}

/** The environment as the newest reading shows it; undefined where none does, as in older journals. */
export function environmentIn(entries: readonly Recorded[]): ExecutiveFacts['environment'] {
  const newest = only(entries, 'reading').findLast(({ content }) => content.environment !== undefined)
  return newest?.content.environment && { ...newest.content.environment, at: newest.content.readAt }
}

export const choicesIn = (entries: readonly Recorded[]): Choices => only(entries, 'choice').at(-1)?.content.choices ?? {}
