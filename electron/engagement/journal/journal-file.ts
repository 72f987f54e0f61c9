import { isUtf8 } from 'node:buffer'
import { type FileHandle, open, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asideOf, readKept } from '../durable-file.ts'
import { type Line, nextLine, type Verdict, verifyText, writeLine } from './chain.ts'
import { type ContentOf, readEntry } from './entry.ts'
import { contentWithoutSecrets, type Journal } from './journal.ts'

export interface JournalFile extends Journal {
  close(): Promise<void>
}

export interface OpenedJournal {
  readonly journal: JournalFile
  /** What was found broken, and under which name it is kept. Written into the journal by whoever opens it. */
  readonly recovered: readonly ContentOf<'recovered'>[]
}

/** The line that was the last when the engagement was saved: a journal that lacks it was cut off at its end. */
export interface Head {
  readonly sequence: number
  readonly hash: string
}

/** Longer than any journal of one environment, and short enough to be one text. In bytes. */
const LARGEST_JOURNAL = 256 * 1024 * 1024

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
 * @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z
 * @param head absent where nothing was saved of an earlier run
 * @param place a journal of another environment is no journal of this one, however whole it is
 */
export async function openJournalFile(file: string, now: () => number, head?: Head, place?: JournalPlace): Promise<OpenedJournal> {
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
    return { journal: await appendTo(file, undefined, 0, now), recovered }
  }
  if (fragment.length > 0 && !last?.ok) {
    const keptAs = asideOf(file, 'torn', now())
    await writeFile(keptAs, fragment, { mode: 0o600 })
    recovered.push({
      what: 'journal-torn',
      detail: `The last line was half written when the wizard ended: ${fragment.length} bytes.`,
      keptAs: path.basename(keptAs),
    })
  }
  const cut = cutOff(verdict.lines, head)
  if (cut) recovered.push(cut)
  const start = last?.ok ? '\n' : ''
  const size = whole.length + (last?.ok ? fragment.length + start.length : 0)
  return { journal: await appendTo(file, verdict.lines.at(-1), size, now, start), recovered }
}

/** Reads a journal that somebody else may be writing. @returns the verdict on the lines that are whole */
export async function readJournalFile(file: string): Promise<Verdict> {
  const kept = await readKept(file, LARGEST_JOURNAL)
  if (kept?.ok === false) return { ok: false, lines: [], brokenAt: 1, why: kept.why }
  return verifyText(linesOf(split(kept?.bytes ?? Buffer.alloc(0)).whole))
}

/** What ends with a line break, and what stands behind the last one: byte by byte, since a torn file need not be text. */
function split(content: Buffer): { readonly whole: Buffer; readonly fragment: Buffer } {
  const end = content.lastIndexOf(0x0a) + 1
  return { whole: content.subarray(0, end), fragment: content.subarray(end) }
}

const linesOf = (whole: Buffer): readonly string[] => whole.toString('utf8').split('\n').slice(0, -1)

/** Why nothing may be written onto the journal, as a sentence; nothing where it holds. */
function breakIn(whole: Buffer, verdict: Verdict, place: JournalPlace | undefined): string | undefined {
  if (!verdict.ok) return `Line ${verdict.brokenAt} of the journal does not hold: ${verdict.why}`
  // Bytes that are no text can read like the sign that stands in for them.
  if (!isUtf8(whole)) return 'The journal holds bytes that are no text.'
  const foreign = place && verdict.lines.find((each) => isOfAnother(each, place))
  return foreign && `Line ${foreign.sequence} of the journal is of another tenant or environment.`
}

function isOfAnother(line: Line, { tenantId, environmentId }: JournalPlace): boolean {
  const read = readEntry(line)
  if (!read.ok || read.entry.kind !== 'opened') return false
  const { tenant, environment } = read.entry.content
  return tenant.id.toLowerCase() !== tenantId.toLowerCase() || environment.id.toLowerCase() !== environmentId.toLowerCase()
}

async function setAside(file: string, why: string, at: number): Promise<ContentOf<'recovered'>> {
  const keptAs = asideOf(file, 'broken', at)
  await rename(file, keptAs)
  return {
    what: 'journal-broken',
    detail: `${why} The journal before it is kept and a new one begins here.`,
    keptAs: path.basename(keptAs),
  }
}

function cutOff(lines: readonly Line[], head: Head | undefined): ContentOf<'recovered'> | undefined {
  if (head === undefined || lines[head.sequence - 1]?.hash === head.hash) return undefined
  return {
    what: 'journal-cut',
    detail: `The engagement was saved when the journal had ${head.sequence} lines; ${lines.length < head.sequence ? `only ${lines.length} are there` : `line ${head.sequence} is another one now`}.`,
  }
}

/** @param size of what is kept, in bytes; what stands behind it is taken away. @param start written first */
async function appendTo(file: string, last: Line | undefined, size: number, now: () => number, start = ''): Promise<JournalFile> {
  const handle = await open(file, 'a', 0o600)
  const writer = new Writer(handle, last, start === '' ? size : size - Buffer.byteLength(start), now)
  await handle.truncate(writer.size)
  if (start !== '') await writer.write(start)
  return {
    append: (entry) => writer.append(entry.kind, contentWithoutSecrets(entry.content)),
    lines: async () => (await readJournalFile(file)).lines,
    last: () => writer.last,
    close: () => writer.close(),
  }
}

class Writer {
  readonly #handle: FileHandle
  readonly #now: () => number
  #queue: Promise<unknown> = Promise.resolve()
  last: Line | undefined
  size: number

  constructor(handle: FileHandle, last: Line | undefined, size: number, now: () => number) {
    this.#handle = handle
    this.last = last
    this.size = size
    this.#now = now
  }

  /** One after the other: each line holds the hash of the one before. */
  append(kind: string, content: Line['content']): Promise<Line> {
    const appended = this.#queue.then(async () => {
      const line = nextLine(this.last, kind, content, this.#now())
      await this.write(`${writeLine(line)}\n`)
      this.last = line
      return line
    })
    this.#queue = appended.catch(() => undefined)
    return appended
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    try {
      await this.#handle.appendFile(bytes)
      await this.#handle.datasync()
      this.size += bytes.length
    } catch (error) {
      // A full disk takes half a line: what is there of it must not stand before the next one.
      await this.#handle.truncate(this.size).catch(() => undefined)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#queue
    await this.#handle.close()
  }
}
