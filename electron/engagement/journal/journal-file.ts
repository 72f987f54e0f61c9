import { type FileHandle, open, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asideOf, readText } from '../durable-file.ts'
import { type Line, nextLine, type Verdict, verifyText, writeLine } from './chain.ts'
import type { ContentOf } from './entry.ts'
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

/**
 * Opens a journal for appending: one JSON line for each entry, on the disk before `append` resolves.
 *
 * A last line that a kill left half written is moved to a file of its own. A journal whose chain is broken is kept whole
 * under another name, and a new one begun: nothing is thrown away, and nothing is written onto what cannot be trusted.
 * @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z
 * @param head absent where nothing was saved of an earlier run
 */
export async function openJournalFile(file: string, now: () => number, head?: Head): Promise<OpenedJournal> {
  const { texts, fragment } = split((await readText(file)) ?? '')
  const recovered: ContentOf<'recovered'>[] = []
  const whole = fragment === '' ? undefined : verifyText([...texts, fragment])
  // Whole but for its line break: the entry counts.
  const kept = whole?.ok ? [...texts, fragment] : texts
  const verdict = whole?.ok ? whole : verifyText(texts)
  if (!verdict.ok) {
    recovered.push(await setAside(file, verdict, now()))
    return { journal: await appendTo(file, undefined, 0, now), recovered }
  }
  if (fragment !== '' && !whole?.ok) {
    const keptAs = asideOf(file, 'torn', now())
    await writeFile(keptAs, fragment, { mode: 0o600 })
    recovered.push({
      what: 'journal-torn',
      detail: `The last line was half written when the wizard ended: ${Buffer.byteLength(fragment)} bytes.`,
      keptAs: path.basename(keptAs),
    })
  }
  const cut = cutOff(verdict.lines, head)
  if (cut) recovered.push(cut)
  const content = kept.map((text) => `${text}\n`).join('')
  const journal = await appendTo(file, verdict.lines.at(-1), Buffer.byteLength(content), now, whole?.ok ? '\n' : '')
  return { journal, recovered }
}

/** Reads a journal that somebody else may be writing. @returns the verdict on the lines that are whole */
export async function readJournalFile(file: string): Promise<Verdict> {
  return verifyText(split((await readText(file)) ?? '').texts)
}

function split(content: string): { readonly texts: readonly string[]; readonly fragment: string } {
  const texts = content.split('\n')
  const fragment = texts.pop() ?? ''
  return { texts, fragment }
}

async function setAside(file: string, verdict: Extract<Verdict, { ok: false }>, at: number): Promise<ContentOf<'recovered'>> {
  const keptAs = asideOf(file, 'broken', at)
  await rename(file, keptAs)
  return {
    what: 'journal-broken',
    detail: `Line ${verdict.brokenAt} of the journal does not hold: ${verdict.why} The journal before it is kept and a new one begins here.`,
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
