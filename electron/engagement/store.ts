import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { asideOf, isMissing, readText, writeDurably } from './durable-file.ts'
import { type Engagement, newEngagement, readEngagement } from './engagement.ts'
import type { ContentOf } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import { openJournalFile } from './journal/journal-file.ts'
import { breakLock, type Held, type Holding, isHeld, type Lock, takeLock } from './lock.ts'

/** Whose engagement it is: what its folder is named after. */
export interface Place {
  readonly tenantId: string
  readonly environmentId: string
}

/** An engagement that this run may write: nobody else has it meanwhile. */
export interface OpenEngagement {
  readonly engagement: Engagement
  /** True when nothing of it was on the disk before. */
  readonly isNew: boolean
  readonly journal: Journal
  /** What was found broken, and what was done about it; already in the journal. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** False once somebody else has taken over on purpose: nothing may be written any more. */
  isOurs(): Promise<boolean>
  /** On the disk when it resolves; the copy before is kept. What is asked for while it writes is written after it. */
  save(engagement: Engagement): Promise<void>
  close(): Promise<void>
}

export type Opening =
  | { readonly ok: true; readonly open: OpenEngagement }
  | { readonly ok: false; readonly held: Held }
  /** A file of a newer version, or a folder that cannot be written. Nothing was touched. */
  | { readonly ok: false; readonly why: string }

export type Listed =
  | { readonly id: string; readonly ok: true; readonly engagement: Engagement }
  | { readonly id: string; readonly ok: false; readonly why: string }

export interface EngagementStore {
  /** Every engagement on this computer, last saved first; one that cannot be read says why. Writes nothing. */
  list(): Promise<readonly Listed[]>
  open(place: Place, whose: Parameters<typeof newEngagement>[0]): Promise<Opening>
  /** Takes a lock away on purpose. @param lockId of the lock that was shown; nothing for one that could not be read */
  breakLock(place: Place, lockId: string | undefined): Promise<boolean>
  /** Takes an engagement off the list: its folder is kept under another name, since it holds the journal. */
  remove(id: string): Promise<void>
}

const FILE = 'engagement.json'
const PREVIOUS = 'engagement.previous.json'
const JOURNAL = 'journal.jsonl'
const LOCK = 'lock.json'
const REMOVED = 'removed-'

/** Ids of tenants and environments are words of these letters; whatever else somebody sends is named by its hash. */
const safe = (id: string): string => {
  const lower = id.toLowerCase()
  return /^[a-z0-9-]{1,64}$/.test(lower) ? lower : createHash('sha256').update(lower).digest('hex').slice(0, 32)
}

/** The same for ids that differ in case alone, and a name that every file system takes. */
export const engagementId = ({ tenantId, environmentId }: Place): string => `${safe(tenantId)}_${safe(environmentId)}`

/**
 * Engagements on this computer: one folder for each customer environment.
 * @param folder is made when something is first written
 * @param now of this computer, milliseconds since 1970-01-01T00:00:00Z
 */
export function engagementStore(folder: string, holding: Holding, now: () => number): EngagementStore {
  const at = (id: string): string => path.join(folder, id)
  return {
    list: () => list(folder),
    open: (place, whose) => open(at(engagementId(place)), whose, holding, now),
    breakLock: (place, lockId) => breakLock(path.join(at(engagementId(place)), LOCK), lockId),
    async remove(id) {
      if (!/^[a-z0-9-]{1,64}_[a-z0-9-]{1,64}$/.test(id)) return
      await rename(at(id), at(`${REMOVED}${now()}-${id}`))
    },
  }
}

async function list(folder: string): Promise<readonly Listed[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const listed = await Promise.all(names.filter((name) => !name.startsWith(REMOVED)).map((id) => read(path.join(folder, id), id)))
  const savedAt = (each: Listed): number => (each.ok ? each.engagement.savedAt : 0)
  return listed.filter((each) => each !== undefined).sort((a, b) => savedAt(b) - savedAt(a))
}

/** For the list: the file, else the copy before it. Nothing for what is no engagement's folder. */
async function read(folder: string, id: string): Promise<Listed | undefined> {
  try {
    const content = await readText(path.join(folder, FILE))
    const found = content === undefined ? undefined : readEngagement(content)
    if (found?.ok) return { id, ...found }
    if (found?.newer) return { id, ok: false, why: found.why }
    const before = await readText(path.join(folder, PREVIOUS))
    const previous = before === undefined ? undefined : readEngagement(before)
    if (previous?.ok) return { id, ...previous }
    return found && { id, ok: false, why: found.why }
  } catch (error) {
    if (isMissing(error) || (error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) return undefined
    return { id, ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

async function open(folder: string, whose: Parameters<typeof newEngagement>[0], holding: Holding, now: () => number): Promise<Opening> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = await takeLock(path.join(folder, LOCK), holding, now())
    if (isHeld(lock)) return { ok: false, held: lock }
    try {
      const opening = await openFiles(folder, whose, now, lock)
      if (!opening.ok) await lock.release()
      return opening
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    return { ok: false, why: `The engagement’s folder cannot be used: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function openFiles(folder: string, whose: Parameters<typeof newEngagement>[0], now: () => number, lock: Lock): Promise<Opening> {
  const found = await load(folder, now())
  if ('refused' in found) return { ok: false, why: found.refused }
  const engagement = found.engagement ?? newEngagement(whose, now())
  const { journal, recovered } = await openJournalFile(path.join(folder, JOURNAL), now, engagement.journal)
  const all = [...found.recovered, ...recovered]
  for (const content of all) await journal.append({ kind: 'recovered', content })
  const saving = new Saving(folder)
  return {
    ok: true,
    open: {
      engagement,
      isNew: found.engagement === undefined,
      journal,
      recovered: all,
      isOurs: () => lock.holds(),
      save(wanted) {
        const last = journal.last()
        return saving.save({
          ...wanted,
          savedAt: now(),
          ...(last ? { journal: { sequence: last.sequence, hash: last.hash } } : {}),
        })
      },
      async close() {
        await saving.settled()
        await journal.close()
        await lock.release()
      },
    },
  }
}

type Loaded = { readonly engagement?: Engagement; readonly recovered: readonly ContentOf<'recovered'>[] } | { readonly refused: string }

/** The file; where it cannot be read it is kept under another name and the copy before it is taken. */
async function load(folder: string, at: number): Promise<Loaded> {
  const file = path.join(folder, FILE)
  const content = await readText(file)
  const found = content === undefined ? undefined : readEngagement(content)
  if (found?.ok) return { engagement: found.engagement, recovered: [] }
  if (found?.newer) return { refused: found.why }
  const previousText = await readText(path.join(folder, PREVIOUS))
  const previous = previousText === undefined ? undefined : readEngagement(previousText)
  if (previous && !previous.ok && previous.newer) return { refused: previous.why }
  const recovered: ContentOf<'recovered'>[] = []
  const kept = previous?.ok ? 'The copy saved before it was opened instead.' : 'There is no copy before it that can be read.'
  if (found) recovered.push(await quarantine(file, `${found.why} ${kept}`, at))
  else if (previous?.ok) recovered.push({ what: 'engagement-unreadable', detail: `The engagement’s file is not there. ${kept}` })
  if (previous && !previous.ok) recovered.push(await quarantine(path.join(folder, PREVIOUS), previous.why, at))
  return previous?.ok ? { engagement: previous.engagement, recovered } : { recovered }
}

async function quarantine(file: string, why: string, at: number): Promise<ContentOf<'recovered'>> {
  const keptAs = asideOf(file, 'unreadable', at)
  await rename(file, keptAs)
  return { what: 'engagement-unreadable', detail: `The engagement’s file could not be read. ${why}`, keptAs: path.basename(keptAs) }
}

/** One save at a time; of those asked for meanwhile only the last is written, since it holds what the others held. */
class Saving {
  readonly #folder: string
  #last: Promise<void> = Promise.resolve()
  #next: { engagement: Engagement; readonly saved: Promise<void> } | undefined

  constructor(folder: string) {
    this.#folder = folder
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
    const file = path.join(this.#folder, FILE)
    const previous = path.join(this.#folder, PREVIOUS)
    // Copied and moved into place, so that there is no moment without either.
    await copyFile(file, `${previous}.unfinished`).then(
      () => rename(`${previous}.unfinished`, previous),
      async (error: unknown) => {
        await rm(`${previous}.unfinished`, { force: true })
        if (!isMissing(error)) throw error
      },
    )
    await writeDurably(file, `${JSON.stringify(engagement, undefined, 1)}\n`)
  }
}
