import { isUtf8 } from 'node:buffer'
import { type FileHandle, open, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as othersFirst, setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod/mini'
import { defined } from '#machines/defined.ts'
import { sameId } from '#machines/engine/ids.ts'
import { type DisplayText, isMessage } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { FileNotRead, openRegular } from '#node/services/regular-file.ts'
import { moveFile, onceReleased } from '#node/services/released-files.ts'
import { inTurn } from '../../in-turn.ts'
import { asideOf, isMissing, readKept } from '../durable-file.ts'
import { ANY } from '../schemas.ts'
import {
  BEFORE_THE_FIRST,
  type Before,
  type Line,
  LONGEST_LINE,
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
  /** Damage found, and the backup's name. The opener records it. */
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** All lines, or the end of a long journal. */
  readonly lines: readonly Line[]
  /**
   * Checks the rest of a long journal whose end was checked.
   * @param mayWrite rejects if nothing may be renamed anymore; called only if necessary
   * @returns damage that was set aside
   */
  readonly checkRest: (mayWrite?: () => Promise<void>) => Promise<ContentOf<'recovered'> | undefined>
}

/** Last line at the last save: a journal without it was truncated. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

/** In bytes: longer than any journal, and short enough for one string. */
export const LARGEST_JOURNAL = 256 * 1024 * 1024

/** Receives each line before the file. */
export interface LineFirst {
  /**
   * Rejects if the line must not be written.
   * @param at offset in the file, in bytes
   * @returns an error to throw after writing the line: what it starts must not start
   */
  line(text: string, at: number, kind: string): Promise<Error | undefined>
}

export interface JournalPlace {
  readonly tenantId: string
  readonly environmentId: string
}

/**
 * Opens a journal for appending: a JSON line per entry, synced before `append` resolves. An incomplete last line is moved to its own file.
 * A journal with a broken chain is renamed as a whole and a new one started: nothing is deleted, and nothing is appended to untrusted data.
 * In a long journal the end is checked first, from before the line that the engagement names; the caller has the rest checked later.
 * @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z
 * @param head absent without an earlier save
 * @param place rejects a valid journal of another environment
 */
export async function openJournalFile(
  file: string,
  now: () => number,
  head?: Head,
  place?: JournalPlace,
  first?: LineFirst,
): Promise<OpenedJournal> {
  const own: Own = { file, now, ...defined({ first }) }
  return (head && (await openByItsEnd(own, head, place))) ?? openWhole(own, head, place)
}

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
  // Only the line break is missing: the entry counts.
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

/** Bytes checked before continuing: some dozen lines. */
const CHECKED_FIRST = 128 * 1024

/** Undefined for a short journal, or if its end doesn't suffice. */
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

const numbered = z.looseObject({ sequence: z.number(), previous: z.string() })

function beforeThat(text: string | undefined): Before | undefined {
  const { data } = numbered.safeParse(parsedJson(text ?? '', LONGEST_LINE))
  return data && { sequence: data.sequence - 1, hash: data.previous }
}

/** @returns undefined without a file, or for one that is short or too large */
async function readEnd(file: string, length: number): Promise<{ readonly bytes: Buffer; readonly size: number } | undefined> {
  const opened = await openRegular(file).catch((error: unknown) => {
    if (isMissing(error) || error instanceof FileNotRead) return undefined
    throw error
  })
  if (!opened) return undefined
  const { handle, found } = opened
  try {
    if (found.size <= length || found.size > LARGEST_JOURNAL) return undefined
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, found.size - length)
    return { bytes: buffer.subarray(0, bytesRead), size: found.size }
  } finally {
    await handle.close()
  }
}

/** In bytes: more than the first line ever has. */
const LONGEST_FIRST_LINE = 64 * 1024
/** Each line begins with its moment, since members are sorted. */
const LINE_START = '{"at":'

/** A run was killed while it wrote the journal's first line: nothing was on record yet. */
export async function hasOnlyBegun(file: string): Promise<boolean> {
  const kept = await readKept(file, LONGEST_FIRST_LINE)
  return kept?.ok === true && !kept.bytes.includes(LINE_BREAK) && kept.bytes.toString('latin1').startsWith(LINE_START)
}

/** Reads a journal that may be in use. @returns the verdict on complete lines */
export async function readJournalFile(file: string): Promise<Verdict> {
  const kept = await readKept(file, LARGEST_JOURNAL)
  if (kept?.ok === false) return { ok: false, lines: [], brokenAt: 1, why: kept.why }
  const content = kept?.bytes ?? Buffer.alloc(0)
  const { whole, fragment } = split(content)
  // No line was ever finished: something else wrote it, or its only line was cut off.
  if (whole.length === 0 && fragment.length > 0) return verifyText([fragment.toString('utf8')])
  return verifyJournal(content)
}

export async function verifyJournal(content: Buffer): Promise<Verdict> {
  const check = lineAfterLine()
  const lines: Line[] = []
  for (const text of linesOf(split(content).whole)) {
    const line = check(text)
    if (isMessage(line)) return { ok: false, lines, brokenAt: lines.length + 1, why: line }
    lines.push(line)
    // A long journal takes a second: checked in parts.
    if (lines.length % 16 === 0) await othersFirst()
  }
  return { ok: true, lines, head: lines.at(-1)?.hash ?? BEFORE_THE_FIRST }
}

const LINE_BREAK = 0x0a

/** Complete lines, and the rest; as bytes, because a torn file may not be text. */
function split(content: Buffer): { readonly whole: Buffer; readonly fragment: Buffer } {
  const end = content.lastIndexOf(LINE_BREAK) + 1
  return { whole: content.subarray(0, end), fragment: content.subarray(end) }
}

const linesOf = (whole: Buffer): readonly string[] => whole.toString('utf8').split('\n').slice(0, -1)

/** Why nothing may be appended; undefined if valid. */
function breakIn(whole: Buffer, verdict: Verdict, place: JournalPlace | undefined): DisplayText | undefined {
  if (!verdict.ok) return messages.brokenLine({ line: verdict.brokenAt, why: verdict.why })
  // Invalid bytes could decode to the replacement character.
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

/** @param size kept bytes; the rest is truncated. @param start written first */
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

/** In bytes; a few milliseconds of work. */
const PART = 32 * 1024
/** Long relative to a part, so that the person's actions come first. */
const BETWEEN_PARTS_MS = 15

class Writer {
  #handle: FileHandle
  readonly #file: string
  readonly #now: () => number
  readonly #first: LineFirst | undefined
  readonly #inTurn = inTurn()
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

  /** Sequential: each line contains the previous hash. */
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

  /** Checks a journal in use. A broken one is set aside and a new one continues. @param size bytes to check */
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

  /** Undefined also if closed meanwhile: the next run checks again. */
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
      // A full disk may have written half a line, which must not precede the next.
      await this.cutOff().catch(() => undefined)
      throw error
    }
  }

  /**
   * Truncates after the last complete line. Windows can't truncate a file opened for appending (nodejs/node#3177), so
   * it is reopened; if another run replaced it, that file stays.
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
    await this.#inTurn(() => this.#handle.close())
  }
}

/** Complete lines in parts. @param size limit in bytes */
async function* partsOf(file: string, size: number): AsyncGenerator<Buffer> {
  const { handle } = await openRegular(file)
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
