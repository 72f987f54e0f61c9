import { createHash } from 'node:crypto'
import type { DisplayText } from '../../machines/messages/message.ts'
import { REMOVED } from './durable-file.ts'
import type { Engagement, newEngagement } from './engagement.ts'
import type { Line, Verdict } from './journal/chain.ts'
import type { ContentOf } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import type { Held, Holder } from './lock.ts'
import type { KeptReport, ReportToKeep } from './reports.ts'
import type { Kept } from './schemas.ts'

/** Whose engagement it is: what its folder is named after. */
export interface Place {
  readonly tenantId: string
  readonly environmentId: string
}

/** What is known of an environment when it is opened for the first time. */
export type Whose = Parameters<typeof newEngagement>[0]

/** An engagement that this run may write, because it holds the lock. */
export interface OpenEngagement {
  readonly engagement: Engagement
  /** True when nothing of it was on the disk before. */
  readonly isNew: boolean
  readonly journal: Journal
  /** What was found broken, and what was done about it; already in the journal. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** The lines that were there: all of them, or the end of a long journal. */
  readonly lines: readonly Line[]
  /** Checks what of a long journal was not checked when it was opened. @returns what was found broken; already in the journal */
  checkRest(): Promise<ContentOf<'recovered'> | undefined>
  /** Who has taken over on purpose: nothing may be written any more, and the journal and `save` reject with `TakenOver`. */
  takenOver(): Promise<Held | undefined>
  /** On the disk when it resolves; the copy before is kept. What is asked for while it writes is written after it. */
  save(engagement: Engagement): Promise<void>
  /** Calls back with why what is written waits on this computer, and with nothing once it is where it belongs. */
  watch?(listener: (why: DisplayText | undefined) => void): void
  close(): Promise<void>
}

export type Opening =
  | { readonly ok: true; readonly open: OpenEngagement }
  /** Another run may be at work on it; what is on the disk can still be read. */
  | { readonly ok: false; readonly held: Held; readonly found?: Engagement }
  /** A file of a newer version, or a folder that cannot be written, with what can be read in it all the same. Nothing was touched. */
  | { readonly ok: false; readonly why: DisplayText; readonly found?: Engagement }

/**
 * `held`: who is at work on it now; absent where no one is. `inTeam`: it is in the team's store, and not on this computer alone. `note`: what of
 * it is elsewhere than a person would look for it.
 */
export type Listed = { readonly id: string; readonly held?: Holder; readonly inTeam?: true; readonly note?: DisplayText } & (
  | { readonly ok: true; readonly engagement: Engagement }
  | { readonly ok: false; readonly why: DisplayText }
)

/**
 * Where engagements are kept. Every implementation passes the same tests: `test/records/engagement/store-contract.ts`.
 * `list` and `journal` need no lock and write nothing, so that boards, reports and the command line can read while others work.
 * Decision 0156: the team's store is the folder and an upstream.
 */
export interface EngagementStore {
  /** Every engagement, last saved first; one that cannot be read says why. */
  list(): Promise<readonly Listed[]>
  /** What the last list doesn't show, and why; nothing where it shows all. */
  lacks?(): DisplayText | undefined
  /** The journal of one that is listed, checked line by line; an empty one where there is none. */
  journal(id: string): Promise<Verdict>
  /** @param procedure that takes up what is found */
  open(place: Place, whose: Whose, procedure: Kept): Promise<Opening>
  /** Takes a lock away on purpose. @param lockId of the lock that was shown; nothing for one that could not be read */
  breakLock(place: Place, lockId: string | undefined): Promise<boolean>
  /** Takes an engagement off the list: what there is of it is kept under another name, since it holds the journal. */
  remove(id: string): Promise<void>
  /** The copies that are kept of saved reports, the newest first. Rejects where they can't be listed now. */
  reports(id: string): Promise<readonly KeptReport[]>
  /** What is in one of them; nothing where it isn't there. Rejects where it can't be read now. */
  report(id: string, name: string): Promise<Uint8Array | undefined>
  /** Keeps a copy of a report beside the journal. It needs no lock, and overwrites nothing. @returns nothing where no copies are kept */
  keepReport(id: string, report: ReportToKeep): Promise<KeptReport | undefined>
}

/** Ids of tenants and environments are words of these letters; anything else is named by its hash. */
const safe = (id: string): string => {
  const lower = id.toLowerCase()
  return /^[a-z0-9-]{1,64}$/.test(lower) && !lower.startsWith(REMOVED)
    ? lower
    : createHash('sha256').update(lower).digest('hex').slice(0, 32)
}

/** The same for ids that differ in case alone, and a name that every file system takes. */
export const engagementId = ({ tenantId, environmentId }: Place): string => `${safe(tenantId)}_${safe(environmentId)}`

/** Whether something foreign can be the name of an engagement. */
export const isEngagementId = (id: string): boolean => !id.startsWith(REMOVED) && /^[a-z0-9-]{1,64}_[a-z0-9-]{1,64}$/.test(id)

/** Another run has taken over: this one would now write into the other's file. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver'
  constructor(readonly held: Held) {
    super('The engagement was taken over by another wizard.')
  }
}

/** The line is kept here, and the store does not have it yet: what it begins must not be begun. */
export class NotInStore extends Error {
  override readonly name = 'NotInStore'
  constructor(readonly why: DisplayText) {
    super('not-in-store')
  }
}

/** What is beyond the folder refused, or didn't answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  constructor(override readonly cause: Error) {
    super('no-answer')
  }
}
