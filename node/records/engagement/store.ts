import { createHash } from 'node:crypto'
import type { DisplayText } from '#machines/messages/message.ts'
import { REMOVED } from './durable-file.ts'
import type { Engagement, newEngagement } from './engagement.ts'
import type { Line, Verdict } from './journal/chain.ts'
import type { ContentOf } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import type { Held, Holder } from './lock.ts'
import type { KeptReport, ReportToKeep } from './reports.ts'
import type { Kept } from './schemas.ts'

export interface Place {
  readonly tenantId: string
  readonly environmentId: string
}

export type Whose = Parameters<typeof newEngagement>[0]

/** Writable, because this run holds the lock. */
export interface OpenEngagement {
  readonly engagement: Engagement
  /** True if nothing was stored before. */
  readonly isNew: boolean
  readonly journal: Journal
  /** Damage and repairs, already in the journal. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** All lines, or the end of a long journal. */
  readonly lines: readonly Line[]
  /** Checks the unchecked part of a long journal. @returns damage, already in the journal */
  checkRest(): Promise<ContentOf<'recovered'> | undefined>
  /** After a takeover the journal and `save` reject with `TakenOver`. */
  takenOver(): Promise<Held | undefined>
  /** Synced when it resolves; keeps a backup. Later calls are written afterwards. */
  save(engagement: Engagement): Promise<void>
  /** Reports why writes wait on this computer, and undefined once they arrived. */
  watch?(listener: (why: DisplayText | undefined) => void): void
  close(): Promise<void>
}

export type Opening =
  | { readonly ok: true; readonly open: OpenEngagement }
  /** Another run may be active; stored data is readable. */
  | { readonly ok: false; readonly held: Held; readonly found?: Engagement }
  /** A newer file, or an unwritable folder, with its readable data. Unchanged. */
  | { readonly ok: false; readonly why: DisplayText; readonly found?: Engagement }

/** `held`: active holder. `here`: open in this wizard. `inTeam`: in the team's store, not only on this computer. `note`: parts in unexpected places. */
export type Listed = {
  readonly id: string
  readonly held?: Holder
  readonly here?: true
  readonly inTeam?: true
  readonly note?: DisplayText
} & ({ readonly ok: true; readonly engagement: Engagement } | { readonly ok: false; readonly why: DisplayText })

/**
 * Store of engagements. Implementations share the tests in `test/node/records/engagement/store-contract.ts`.
 * `list` and `journal` need no lock and write nothing, so that others can read.
 * Decision 0156: the team's store is the folder and an upstream.
 */
export interface EngagementStore {
  /** Last saved first; unreadable ones with their error. */
  list(): Promise<readonly Listed[]>
  /** Missing entries of the last list, and why. */
  lacks?(): DisplayText | undefined
  /** Journal of a listed engagement, checked; empty if none. */
  journal(id: string): Promise<Verdict>
  /** @param procedure that restores the data */
  open(place: Place, whose: Whose, procedure: Kept): Promise<Opening>
  /** Removes a lock on request. @param lockId of the lock that was shown; undefined if unreadable */
  breakLock(place: Place, lockId: string | undefined): Promise<boolean>
  /** Removes from the list by renaming, because it contains the journal. */
  remove(id: string): Promise<void>
  /** Copies of saved reports, newest first. Rejects if they can't be listed. */
  reports(id: string): Promise<readonly KeptReport[]>
  /** Content of a copy; undefined if missing. Rejects if unreadable. */
  report(id: string, name: string): Promise<Uint8Array | undefined>
  /** Stores a copy of a report without a lock or overwriting. @returns undefined if copies aren't kept */
  keepReport(id: string, report: ReportToKeep): Promise<KeptReport | undefined>
}

/** IDs with other characters are named by their hash. */
const safe = (id: string): string => {
  const lower = id.toLowerCase()
  return /^[a-z0-9-]{1,64}$/.test(lower) && !lower.startsWith(REMOVED)
    ? lower
    : createHash('sha256').update(lower).digest('hex').slice(0, 32)
}

/** Case-insensitive, and valid on every file system. */
export const engagementId = ({ tenantId, environmentId }: Place): string => `${safe(tenantId)}_${safe(environmentId)}`

/** Validates an untrusted engagement name. */
export const isEngagementId = (id: string): boolean => !id.startsWith(REMOVED) && /^[a-z0-9-]{1,64}_[a-z0-9-]{1,64}$/.test(id)

/** Another run took over: writing would change its file. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
  constructor(readonly held: Held) {
    super('The engagement was taken over by another wizard.')
  }
}

/** The line is stored here but not in the store: what it starts must not start. */
export class NotInStore extends Error {
  override readonly name = 'NotInStore'
  constructor(readonly why: DisplayText) {
    super('not-in-store')
  }
}

/** The remote side refused or didn't answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  constructor(override readonly cause: Error) {
    super('no-answer')
  }
}
