import { isUtf8 } from 'node:buffer'
import { type FileHandle, open, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as othersFirst, setTimeout as pause } from 'node:timers/promises'
import { sameId } from '../../../machines/engine/ids.ts'
import { type DisplayText, isMessage } from '../../../machines/messages/message.ts'
import { present } from '../../../machines/present.ts'
import { moveFile, onceReleased } from '../../../services/released-files.ts'
import { asideOf, isMissing, readKept } from '../durable-file.ts'
import { ANY } from '../schemas.ts'
import {
  BEFORE_THE_FIRST,
  type Before,
  type Line,
  lineAfterLine,
  lineOfKind,
  nextLine,
  type Verdict,
  verifyText,
  writeLine,
} from './chain.ts'
import { type ContentOf, type Entry, readEntry } from './entry.ts'
import { contentWithoutSecrets, createFollowers, type Journal } from './journal.ts'
import { journalMessages as messages } from './messages.ts'

export interface JournalFile extends Journal {
  close(): Promise<void>
}

export interface OpenedJournal {
  readonly journal: JournalFile
  /** What was found broken, and under which name it is kept. The opener writes it into the journal. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** The lines that are there: all of them, or the end of a long journal. */
  readonly lines: readonly Line[]
  /**
   * Checks the rest of a long journal of which only the end was checked.
   * @param mayWrite rejects where nothing may be set aside any more; asked only where something is to be
   * @returns what was found broken there, and is set aside by now
   */
  readonly checkRest: (mayWrite?: () => Promise<void>) => Promise<ContentOf<'recovered'> | undefined>
}

/** The line that was the last when the engagement was saved: a journal that lacks it was cut off at its end. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

/** Longer than any journal of one environment, and short enough to be one text. In bytes. */
export const LARGEST_JOURNAL = 256 * 1024 * 1024

/** Has each line before the file does. */
export interface LineFirst {
  /**
   * Rejects where the line must not be written.
   * @param at its place in the file, in bytes
   * @returns what is thrown after the line was written: it stays, and what it begins must not be begun
   */
  line(text: string, at: number, kind: string): Promise<Error | undefined>
}

/** Whose journal it is, by ids of the tenant and the environment. */
export interface JournalPlace {
  readonly tenantId: string
  readonly environmentId: string
}

/**
 * Opens a journal for appending: one JSON line for each entry, on the disk before `append` resolves.
 *
 * A last line that a kill left half written is moved to a file of its own. A journal whose chain is broken is kept whole
 * under another name, and a new one begun: nothing is thrown away, and nothing is written onto what cannot be trusted.
 *
 * The end of a long journal is checked first, from before the line that the engagement's file names. The caller continues with
 * it and has the rest checked later.
 * @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z
 * @param head absent where nothing was saved of an earlier run
 * @param place a journal of another environment is no journal of this one, however whole it is
 */
export async function openJournalFile(
  file: string,
  now: () => number,
  head?: Head,
  place?: JournalPlace,
  first?: LineFirst,
): Promise<OpenedJournal> {
  const own: Own = { file, now, ...present({ first }) }
  return (head && (await openByItsEnd(own, head, place))) ?? openWhole(own, head, place)
}

/** What every journal is opened with. */
interface Own {
  readonly file: string
  readonly now: () => number
  readonly first?: LineFirst
}

const nothing = async (): Promise<undefined> => undefined

async function openWhole(own: Own, head?: Head, place?: JournalPlace): Promise<OpenedJournal> {
  const { file, now } = own
  const kept = await readKept(file, LARGEST_JOURNAL)
  const { whole, fragment } = split(kept?.ok ? kept.bytes : Buffer.alloc(0))
  const recovered: ContentOf<'recovered'>[] = []
  const texts = linesOf(whole)
  // Whole but for its line break: the entry counts.
  const last = fragment.length > 0 && isUtf8(fragment) ? verifyText([...texts, fragment.toString('utf8')]) : undefined
  const verdict = last?.ok ? last : verifyText(texts)
  const why = kept?.ok === false ? kept.why : breakIn(whole, verdict, place)
  if (why !== undefined) {
    recovered.push(await setAside(file, why, now()))
    return { ...(await appendTo(own, undefined, 0)), recovered, lines: [], checkRest: nothing }
  }
  if (fragment.length > 0 && !last?.ok) {
    const keptAs = asideOf(file, 'torn', now())
    await writeFile(keptAs, fragment, { mode: 0o600 })
    recovered.push({
      what: 'journal-torn',
      detail: messages.torn({ size: fragment.length }),
      keptAs: path.basename(keptAs),
    })
  }
  const cut = cutOff(verdict.lines, head)
  if (cut) recovered.push(cut)
  const start = last?.ok ? '\n' : ''
  const size = whole.length + (last?.ok ? fragment.length + start.length : 0)
  const { journal } = await appendTo(own, verdict.lines.at(-1), size, start)
  return { journal, recovered, lines: verdict.lines, checkRest: nothing }
}

/** How much of its end is checked before a journal is continued, in bytes: some dozen lines. */
const CHECKED_FIRST = 128 * 1024

/** Nothing where the journal is short, or where its end alone doesn't prove that it can be continued. */
async function openByItsEnd(own: Own, head: Head, place?: JournalPlace): Promise<OpenedJournal | undefined> {
  const { file } = own
  const end = await readEnd(file, CHECKED_FIRST)
  if (end === undefined) return undefined
  const { whole, fragment } = split(end.bytes.subarray(end.bytes.indexOf(LINE_BREAK) + 1))
  const texts = linesOf(whole)
  const before = beforeThat(texts[0])
  if (fragment.length > 0 || before === undefined) return undefined
  const verdict = verifyText(texts, before)
  const isSaved = verdict.lines.some(({ sequence, hash }) => sequence === head.sequence && hash === head.hash)
  if (!isSaved || breakIn(whole, verdict, place) !== undefined) return undefined
  const { journal, writer } = await appendTo(own, verdict.lines.at(-1), end.size)
  return { journal, recovered: [], lines: verdict.lines, checkRest: (mayWrite) => writer.check(file, end.size, place, mayWrite) }
}

/** What a line says of the one before it; nothing where it says nothing. */
function beforeThat(text: string | undefined): Before | undefined {
  try {
    const { sequence, previous } = JSON.parse(text ?? '')
    return typeof sequence === 'number' && typeof previous === 'string' ? { sequence: sequence - 1, hash: previous } : undefined
  } catch {
    return undefined
  }
}

/** @returns nothing where there is no file, or none that is longer than that and is read at all */
async function readEnd(file: string, length: number): Promise<{ readonly bytes: Buffer; readonly size: number } | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!found?.isFile() || found.size <= length || found.size > LARGEST_JOURNAL) return undefined
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, found.size - length)
    return { bytes: buffer.subarray(0, bytesRead), size: found.size }
  } finally {
    await handle.close()
  }
}

/** Reads a journal that another run may be writing. @returns the verdict on the lines that are whole */
export async function readJournalFile(file: string): Promise<Verdict> {
  const kept = await readKept(file, LARGEST_JOURNAL)
  if (kept?.ok === false) return { ok: false, lines: [], brokenAt: 1, why: kept.why }
  return verifyJournal(kept?.bytes ?? Buffer.alloc(0))
}

/** The verdict on the lines that are whole. */
export async function verifyJournal(content: Buffer): Promise<Verdict> {
  const check = lineAfterLine()
  const lines: Line[] = []
  for (const text of linesOf(split(content).whole)) {
    const line = check(text)
    if (isMessage(line)) return { ok: false, lines, brokenAt: lines.length + 1, why: line }
    lines.push(line)
    // A long journal is a second of work: it is checked in parts.
    if (lines.length % 16 === 0) await othersFirst()
  }
  return { ok: true, lines, head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST }
}

const LINE_BREAK = 0x0a

/** What ends with a line break, and what follows the last one: as bytes, since a torn file need not be text. */
function split(content: Buffer): { readonly whole: Buffer; readonly fragment: Buffer } {
  const end = content.lastIndexOf(LINE_BREAK) + 1
  return { whole: content.subarray(0, end), fragment: content.subarray(end) }
}

const linesOf = (whole: Buffer): readonly string[] => whole.toString('utf8').split('\n').slice(0, -1)

/** Why nothing may be written onto the journal; nothing where it holds. */
function breakIn(whole: Buffer, verdict: Verdict, place: JournalPlace | undefined): DisplayText | undefined {
  if (!verdict.ok) return messages.brokenLine({ line: verdict.brokenAt, why: verdict.why })
  // Invalid bytes can decode to the replacement character.
  if (!isUtf8(whole)) return messages.notText
  const foreign = verdict.lines.find((each) => isOfAnother(each, place))
  return foreign && messages.foreignLine({ line: foreign.sequence })
}

function isOfAnother(line: Line, place: JournalPlace | undefined): boolean {
  if (!place || line.kind !== 'opened') return false
  const read = readEntry(ANY, line)
  if (!read.ok || read.entry.kind !== 'opened') return false
  const { tenant, environment } = read.entry.content
  return !sameId(tenant.id, place.tenantId) || !sameId(environment.id, place.environmentId)
}

async function setAside(file: string, why: DisplayText, at: number): Promise<ContentOf<'recovered'>> {
  const keptAs = asideOf(file, 'broken', at)
  await moveFile(file, keptAs)
  return {
    what: 'journal-broken',
    detail: messages.setAside({ why }),
    keptAs: path.basename(keptAs),
  }
}

function cutOff(lines: readonly Line[], head: Head | undefined): ContentOf<'recovered'> | undefined {
  if (head === undefined || lines[head.sequence - 1]?.hash === head.hash) return undefined
  const [saved, found] = [head.sequence, lines.length]
  return { what: 'journal-cut', detail: found < saved ? messages.cut({ saved, found }) : messages.otherEnd({ saved }) }
}

/** @param size of what is kept, in bytes; what follows is removed. @param start written first */
async function appendTo(
  own: Own,
  last: Line | undefined,
  size: number,
  start = '',
): Promise<{ readonly journal: JournalFile; readonly writer: Writer }> {
  const { file } = own
  const handle = await openToAppend(file)
  const writer = new Writer(handle, last, start === '' ? size : size - Buffer.byteLength(start), own)
  await writer.cutOff()
  if (start !== '') await writer.write(start)
  const journal: JournalFile = {
    append: (entry) => writer.append(entry),
    lines: async () => (await readJournalFile(file)).lines,
    async linesOf(kinds) {
      const found: Line[] = []
      for await (const whole of partsOf(file, writer.size))
        for (const text of linesOf(whole)) {
          const line = lineOfKind(kinds, text)
          if (line) found.push(line)
        }
      return found
    },
    follow: writer.followers.follow,
    last: () => writer.last,
    close: () => writer.close(),
  }
  return { journal, writer }
}

const openToAppend = (file: string): Promise<FileHandle> => onceReleased(() => open(file, 'a', 0o600))

/** In bytes: some lines, and a few milliseconds of work. */
const PART = 32 * 1024
/** Long against a part: what a person does meanwhile comes first. */
const BETWEEN_PARTS_MS = 15

class Writer {
  #handle: FileHandle
  readonly #file: string
  readonly #now: () => number
  readonly #first: LineFirst | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #isClosed = false
  readonly followers = createFollowers()
  last: Line | undefined
  size: number

  constructor(handle: FileHandle, last: Line | undefined, size: number, { file, now, first }: Own) {
    this.#handle = handle
    this.#file = file
    this.last = last
    this.size = size
    this.#now = now
    this.#first = first
  }

  /** One after the other: each line holds the hash of the one before. */
  append(entry: Entry): Promise<Line> {
    return this.#inTurn(() => this.#append(entry))
  }

  async #append({ kind, content }: Entry): Promise<Line> {
    const line = nextLine(this.last, kind, contentWithoutSecrets(content), this.#now())
    const text = `${writeLine(line)}\n`
    const after = await this.#first?.line(text, this.size, kind)
    await this.write(text)
    this.last = line
    this.followers.tell(line)
    if (after) throw after
    return line
  }

  #inTurn<Given>(work: () => Promise<Given>): Promise<Given> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  /**
   * Checks a journal that is already in use. One whose chain is broken is set aside, and a new one continues.
   * @param size of what is to be checked, in bytes
   */
  async check(
    file: string,
    size: number,
    place: JournalPlace | undefined,
    mayWrite?: () => Promise<void>,
  ): Promise<ContentOf<'recovered'> | undefined> {
    const why = await this.#firstBroken(file, size, place)
    if (why === undefined || this.#isClosed) return undefined
    return this.#inTurn(async () => {
      await mayWrite?.()
      await this.#handle.close()
      const found = await setAside(file, why, this.#now())
      this.#handle = await openToAppend(file)
      this.last = undefined
      this.size = 0
      await this.#append({ kind: 'recovered', content: found })
      return found
    })
  }

  /** Nothing as well where the journal is closed before it is checked: the next run begins the check anew. */
  async #firstBroken(file: string, size: number, place: JournalPlace | undefined): Promise<DisplayText | undefined> {
    const check = lineAfterLine()
    let count = 0
    for await (const whole of partsOf(file, size)) {
      if (this.#isClosed) return undefined
      for (const text of linesOf(whole)) {
        const line = check(text)
        count += 1
        if (isMessage(line)) return messages.brokenLine({ line: count, why: line })
        if (isOfAnother(line, place)) return messages.foreignLine({ line: count })
      }
      if (!isUtf8(whole)) return messages.notText
      await pause(BETWEEN_PARTS_MS)
    }
    return undefined
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    try {
      await this.#handle.appendFile(bytes)
      await this.#handle.datasync()
      this.size += bytes.length
    } catch (error) {
      // A full disk takes half a line: that half must not precede the next one.
      await this.cutOff().catch(() => undefined)
      throw error
    }
  }

  /**
   * Removes what is behind the last whole line. Windows lets nothing that was opened to append cut a file off (nodejs/node#3177), so that it's
   * opened once more: where another run has replaced it since, that run's file stays.
   */
  async cutOff(): Promise<void> {
    const own = await this.#handle.stat({ bigint: true })
    if (own.size <= this.size) return
    const again = await onceReleased(() => open(this.#file, 'r+'))
    try {
      const { dev, ino } = await again.stat({ bigint: true })
      if (dev === own.dev && ino === own.ino) await again.truncate(this.size)
    } finally {
      await again.close()
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#queue
    await this.#handle.close()
  }
}

/** The whole lines of a file, some at a time. @param size up to where, in bytes */
async function* partsOf(file: string, size: number): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r')
  try {
    let begun: Buffer = Buffer.alloc(0)
    for (let at = 0; at < size; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PART), 0, Math.min(PART, size - at), at)
      if (bytesRead === 0) return
      at += bytesRead
      const { whole, fragment } = split(Buffer.concat([begun, buffer.subarray(0, bytesRead)]))
      begun = fragment
      yield whole
    }
  } finally {
    await handle.close()
  }
}
