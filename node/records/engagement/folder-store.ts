import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { moveFile } from '../../services/released-files.ts'
import { inTurn } from '../in-turn.ts'
import { copiedFrom, copiesIn, whyCopied } from './copied-files.ts'
import { diskWords, ownWords } from './disk-words.ts'
import {
  asideOf,
  hasCode,
  isMissing,
  type Kept as KeptBytes,
  REMOVED,
  readKept,
  removeUnfinished,
  replaceCopy,
  setFolderAside,
  writeDurably,
} from './durable-file.ts'
import {
  type Engagement,
  LARGEST_ENGAGEMENT,
  newEngagement,
  type ReadEngagement,
  readKeptEngagement,
  writeEngagement,
} from './engagement.ts'
import type { Line } from './journal/chain.ts'
import type { ContentOf } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import { hasOnlyBegun, type LineFirst, openJournalFile, readJournalFile } from './journal/journal-file.ts'
import { breakLock, type Held, type Holding, holderAtWork, isHeld, type Lock, takeLock } from './lock.ts'
import { fileMessages, recordMessages, recoveredMessages } from './messages.ts'
import { keepReportIn, reportIn, reportsIn } from './report-files.ts'
import { isReportName } from './reports.ts'
import { ANY, type Kept, type WhoseRecord } from './schemas.ts'
import {
  type EngagementStore,
  engagementId,
  isEngagementId,
  type Listed,
  NoAnswer,
  type OpenEngagement,
  type Opening,
  TakenOver,
  type Whose,
} from './store.ts'

export const FILE = 'engagement.json'
export const PREVIOUS = 'engagement.previous.json'
export const JOURNAL = 'journal.jsonl'
export const LOCK = 'lock.json'

export const isRemoved = (name: string): boolean => name.startsWith(REMOVED)

/** Receives each write too; the folder is then its copy. */
export interface Upstream extends LineFirst {
  /** Called after the file is in the folder. */
  saved(content: string): Promise<void>
  /** Findings on opening, and whether the journal has them. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  readonly isWritten: boolean
  readonly watch: NonNullable<OpenEngagement['watch']>
}

export interface Taken extends Lock {
  readonly upstream?: Upstream
}

export type TakeLock = () => Promise<Taken | Held>

/**
 * Engagements on this computer: a folder per environment.
 * @param folder created on the first write
 * @param now of this computer, milliseconds since 1970-01-01T00:00:00Z
 */
export function engagementStore(folder: string, holding: Holding, now: () => number): EngagementStore {
  const at = (id: string): string => path.join(folder, id)
  return {
    list: async () => withHolders(folder, await listEngagements(folder), holding),
    open: (place, whose, procedure) => {
      const own = at(engagementId(place))
      return openIn(own, whose, procedure, now, () => takeLock(path.join(own, LOCK), holding, now()))
    },
    journal: (id) => readJournalFile(path.join(at(isEngagementId(id) ? id : 'none'), JOURNAL)),
    breakLock: (place, lockId) => breakLock(path.join(at(engagementId(place)), LOCK), lockId, now()),
    async remove(id) {
      if (isEngagementId(id)) await setFolderAside(at(id), now())
    },
    reports: async (id) => (isEngagementId(id) ? reportsIn(at(id)) : []),
    report: async (id, name) => (isEngagementId(id) && isReportName(name) ? reportIn(at(id), name) : undefined),
    keepReport: async (id, report) => (isEngagementId(id) ? keepReportIn(at(id), report, now()) : undefined),
  }
}

/** With the wizards that have them open. */
export const withHolders = (folder: string, listed: readonly Listed[], holding: Holding): Promise<readonly Listed[]> =>
  Promise.all(
    listed.map(async (each) => {
      const held = await holderAtWork(path.join(folder, each.id, LOCK), holding).catch(() => undefined)
      return held ? { ...each, held } : each
    }),
  )

/** Initial part of a long list: more than a large window shows. */
const SHOWN_FIRST = 40
const LONG = 400

export interface Listing {
  /** Called once with the start of a long list; reading continues when it resolves. */
  readonly partly?: (some: readonly Listed[]) => Promise<void>
  /** File name if it isn't `FILE`; the backup then belongs to another file. */
  readonly fileIn?: (folder: string) => Promise<string>
}

export async function listEngagements(
  folder: string,
  { partly = async () => undefined, fileIn = async () => FILE }: Listing = {},
): Promise<readonly Listed[]> {
  let names: readonly string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    // Reported in the list: an empty list would claim there were none.
    return [{ id: path.basename(folder), ok: false, why: fileMessages.unlistable({ error: ownWords(error) }) }]
  }
  const listed = await readInTurn(
    names.filter((name) => !isRemoved(name)),
    async (id) => {
      const [own, from] = [path.join(folder, id), copiedFrom(id)]
      if (from === undefined) return withCopies(own, id, await read(ANY, own, id, await fileIn(own)))
      const why = await whyCopied(own, from, names)
      return why && { id, ok: false, why }
    },
    (some) => partly(lastSavedFirst(some)),
  )
  return lastSavedFirst(listed)
}

const savedAt = (each: Listed): number => (each.ok ? each.engagement.savedAt : 0)

const lastSavedFirst = (listed: readonly (Listed | undefined)[]): readonly Listed[] =>
  listed.filter((each) => each !== undefined).sort((a, b) => savedAt(b) - savedAt(a))

/** More in parallel take memory without being faster. */
const READ_AT_ONCE = 16

async function readInTurn(
  names: readonly string[],
  readOne: (id: string) => Promise<Listed | undefined>,
  partly: (some: readonly (Listed | undefined)[]) => Promise<void>,
): Promise<(Listed | undefined)[]> {
  const found: (Listed | undefined)[] = names.map(() => undefined)
  let next = 0
  let done = 0
  let shown: Promise<void> | undefined
  const worker = async (): Promise<void> => {
    for (let place = next++; place < names.length; place = next++) {
      found[place] = await readOne(names[place] ?? '')
      done += 1
      if (done === SHOWN_FIRST && names.length > LONG) shown = partly(found)
      // Rendering has priority.
      await shown
    }
  }
  await Promise.all(Array.from({ length: READ_AT_ONCE }, worker))
  return found
}

/** Names the copies that another program made in the folder. */
async function withCopies(folder: string, id: string, found: Listed | undefined): Promise<Listed | undefined> {
  if (!isEngagementId(id)) return found
  const copies = await copiesIn(folder)
  const [file] = copies
  if (file === undefined) return found
  // Without a file of its own, it would be in no list.
  return found
    ? { ...found, note: fileMessages.copiedFiles({ count: copies.length, file }) }
    : { id, ok: false, why: fileMessages.onlyCopies({ file }) }
}

/** For the list: the file, otherwise its backup. Undefined for other folders. */
async function read(procedure: WhoseRecord, folder: string, id: string, file = FILE): Promise<Listed | undefined> {
  try {
    const found = await readIn(procedure, folder, file)
    if (found?.ok) return { id, ...found }
    if (found?.newer) return { id, ok: false, why: found.why }
    const previous = file === FILE ? await readIn(procedure, folder, PREVIOUS) : undefined
    if (previous?.ok) return { id, ...previous }
    const unread = found ?? previous
    if (unread?.newer) return { id, ok: false, why: unread.why }
    if (unread) return { id, ok: false, why: fileMessages.closed({ why: unread.why }) }
    return isEngagementId(id) && (await hasLostWork(folder)) ? { id, ok: false, why: fileMessages.logOnly } : undefined
  } catch (error) {
    if (isMissing(error) || hasCode(error, 'ENOTDIR')) return undefined
    return { id, ok: false, why: ownWords(error) }
  }
}

/** Lines of a run before its first save, which alone leave nothing to lose. */
const BEFORE_THE_FIRST_SAVE: readonly string[] = ['opened', 'choice', 'reading', 'recovered']

const tellsOfWork = (lines: readonly Line[]): boolean => lines.some(({ kind }) => !BEFORE_THE_FIRST_SAVE.includes(kind))

/** A log of work without a file with saved work is on the list: without it the environment would look new. */
async function hasLostWork(folder: string): Promise<boolean> {
  const file = path.join(folder, JOURNAL)
  if (await hasOnlyBegun(file)) return false
  const log = await readJournalFile(file)
  return !log.ok || tellsOfWork(log.lines)
}

/** Undefined if missing. */
async function readIn(procedure: WhoseRecord, folder: string, file: string): Promise<ReadEngagement | undefined> {
  const kept = await readKept(path.join(folder, file), LARGEST_ENGAGEMENT)
  return kept && readOwn(procedure, folder, kept)
}

/** @param folder named for the environment that the file must be of */
export function readOwn(procedure: WhoseRecord, folder: string, kept: KeptBytes): ReadEngagement {
  const found = readKeptEngagement(procedure, kept)
  if (!found.ok) return found
  const { tenant, environment } = found.engagement
  const isOwn = engagementId({ tenantId: tenant.id, environmentId: environment.id }) === path.basename(folder)
  return isOwn ? found : { ok: false, newer: false, why: fileMessages.ofAnother }
}

export async function openIn(folder: string, whose: Whose, procedure: Kept, now: () => number, take: TakeLock): Promise<Opening> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = await take()
    if (isHeld(lock)) {
      const listed = await read(procedure, folder, path.basename(folder))
      return { ok: false, held: lock, ...(listed?.ok ? { found: listed.engagement } : {}) }
    }
    try {
      const opening = await openFiles(folder, whose, procedure, now, lock)
      if (!opening.ok) await lock.release()
      return opening
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    const listed = await read(procedure, folder, path.basename(folder))
    return {
      ok: false,
      why: recordMessages.folderUnusable({ why: diskWords(error) }),
      ...(listed?.ok ? { found: listed.engagement } : {}),
    }
  }
}

async function openFiles(folder: string, whose: Whose, procedure: Kept, now: () => number, lock: Taken): Promise<Opening> {
  const { upstream } = lock
  await removeUnfinished(folder)
  const saved = await load(procedure, folder, now())
  if ('refused' in saved) return { ok: false, why: saved.refused }
  const engagement = saved.engagement ?? newEngagement(whose, now())
  const place = { tenantId: whose.tenant.id, environmentId: whose.environment.id }
  const { journal, recovered, lines, checkRest } = await openJournalFile(
    path.join(folder, JOURNAL),
    now,
    engagement.journal,
    place,
    upstream,
  )
  const there = upstream?.recovered ?? []
  const found = [...saved.recovered, ...recovered]
  // Its log is continued, and would otherwise say nothing of the loss.
  if (saved.engagement === undefined && tellsOfWork(lines) && found.length + there.length === 0) found.push(MISSING)
  for (const content of [...(upstream?.isWritten ? [] : there), ...found, ...takenOverFrom(lock)])
    await journal.append({ kind: 'recovered', content })
  const stillOurs = async (): Promise<void> => {
    const held = await lock.takenOver()
    if (held) throw new TakenOver(held)
  }
  const saving = new Saving(folder, now, stillOurs, upstream)
  let latest = saved.engagement
  const save = (wanted: Engagement): Promise<void> => {
    latest = withHead(wanted, journal.last())
    return saving.save(latest)
  }
  return {
    ok: true,
    open: {
      engagement,
      isNew: saved.engagement === undefined,
      journal: whileOurs(journal, stillOurs),
      recovered: [...there, ...found],
      lines,
      checkRest: () => checkRest(stillOurs),
      takenOver: () => lock.takenOver(),
      ...defined({ watch: upstream?.watch }),
      save: (wanted) => save({ ...wanted, savedAt: now() }),
      async close() {
        await saving.settled()
        // The engagement's file stores the journal's last line, to detect truncation. If the disk refuses, the earlier save remains.
        if (latest && journal.last()?.hash !== latest.journal?.hash && !(await lock.takenOver())) await save(latest).catch(() => undefined)
        await journal.close()
        await lock.release()
      },
    },
  }
}

const MISSING: ContentOf<'recovered'> = {
  what: 'engagement-unreadable',
  detail: recoveredMessages.fileMissing({ copy: recoveredMessages.noCopy }),
}

/** Recorded without a question: the holder's process had ended. */
function takenOverFrom({ insteadOf }: Lock): readonly ContentOf<'recovered'>[] {
  if (insteadOf === undefined) return []
  const { user, processId, host } = insteadOf
  return [{ what: 'lock-broken', detail: recoveredMessages.takenOverFrom({ user, processId, host }) }]
}

/** After sleeping, the computer doesn't know of takeovers: checks the lock before each line. */
function whileOurs(journal: Journal, stillOurs: () => Promise<void>): Journal {
  const ownTurn = inTurn()
  return {
    ...journal,
    append: (entry) =>
      ownTurn(async () => {
        await stillOurs()
        return journal.append(entry)
      }),
  }
}

const withHead = (engagement: Engagement, last: Line | undefined): Engagement =>
  last ? { ...engagement, journal: { sequence: last.sequence, hash: last.hash } } : engagement

type Loaded =
  | { readonly engagement?: Engagement; readonly recovered: readonly ContentOf<'recovered'>[] }
  | { readonly refused: DisplayText }

/** Loads the file; an unreadable one is renamed and its backup used. */
async function load(procedure: Kept, folder: string, at: number): Promise<Loaded> {
  const [file, before] = [path.join(folder, FILE), path.join(folder, PREVIOUS)]
  const [found, previous] = await Promise.all([readIn(procedure, folder, FILE), readIn(procedure, folder, PREVIOUS)])
  if (found && !found.ok && found.newer) return { refused: found.why }
  if (found?.ok) {
    if (previous?.ok !== false) return { engagement: found.engagement, recovered: [] }
    return {
      engagement: found.engagement,
      recovered: [await quarantine(before, recoveredMessages.copyUnreadable({ why: previous.why }), at)],
    }
  }
  if (previous && !previous.ok && previous.newer) return { refused: previous.why }
  const recovered: ContentOf<'recovered'>[] = []
  const copy = previous?.ok ? recoveredMessages.copyOpened : recoveredMessages.noCopy
  if (found) recovered.push(await quarantine(file, recoveredMessages.fileUnreadable({ why: found.why, copy }), at))
  else if (previous?.ok) recovered.push({ what: 'engagement-unreadable', detail: recoveredMessages.fileMissing({ copy }) })
  if (previous && !previous.ok) recovered.push(await quarantine(before, recoveredMessages.copyUnreadable({ why: previous.why }), at))
  return previous?.ok ? { engagement: previous.engagement, recovered } : { recovered }
}

async function quarantine(file: string, detail: DisplayText, at: number): Promise<ContentOf<'recovered'>> {
  const keptAs = asideOf(file, 'unreadable', at)
  await moveFile(file, keptAs)
  return { what: 'engagement-unreadable', detail, keptAs: path.basename(keptAs) }
}

/** Serializes saves; of those waiting only the last is written, because it contains the others. */
class Saving {
  readonly #folder: string
  readonly #now: () => number
  readonly #stillOurs: () => Promise<void>
  readonly #upstream: Upstream | undefined
  #last: Promise<void> = Promise.resolve()
  #next: { engagement: Engagement; readonly saved: Promise<void> } | undefined

  /** @param stillOurs rejects after a takeover */
  constructor(folder: string, now: () => number, stillOurs: () => Promise<void>, upstream: Upstream | undefined) {
    this.#folder = folder
    this.#now = now
    this.#stillOurs = stillOurs
    this.#upstream = upstream
  }

  save(engagement: Engagement): Promise<void> {
    if (this.#next) {
      this.#next.engagement = engagement
      return this.#next.saved
    }
    const saved = this.#last.then(() => {
      const latest = this.#next?.engagement ?? engagement
      this.#next = undefined
      return this.#write(latest)
    })
    this.#next = { engagement, saved }
    this.#last = saved.catch(() => undefined)
    return saved
  }

  async settled(): Promise<void> {
    await this.#last
  }

  async #write(engagement: Engagement): Promise<void> {
    await this.#stillOurs()
    const file = path.join(this.#folder, FILE)
    const previous = path.join(this.#folder, PREVIOUS)
    // Read like any file, not copied by the system: another program may have put a pipe in its place, which would never end.
    const kept = await readKept(file, LARGEST_ENGAGEMENT)
    if (kept?.ok) await replaceCopy(previous, kept.bytes)
    else if (kept) await moveFile(file, asideOf(file, 'unreadable', this.#now()))
    const content = writeEngagement(engagement)
    await writeDurably(file, content)
    await this.#upstream?.saved(content)
  }
}
