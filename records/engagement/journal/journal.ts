import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { withoutSecrets } from '../../../services/azure/service-text.ts'
import { type Line, nextLine } from './chain.ts'
import type { Entry } from './entry.ts'

/** What happened in one engagement, in order. The report is a view of it. */
export interface Journal {
  /**
   * Writes one entry. Entries keep the order of the calls.
   * @returns the line, once it is stored: for a file, after the disk has it
   */
  append(entry: Entry): Promise<Line>
  /** Every line, oldest first. */
  lines(): Promise<readonly Line[]>
  /** The stored lines of some kinds, oldest first. Not checked against the lines around them. */
  linesOf(kinds: ReadonlySet<string>): Promise<readonly Line[]>
  /** Calls back with each line as soon as it is stored. @returns ends that */
  follow(listener: (line: Line) => void): () => void
  /** The last line; nothing in an empty journal. */
  last(): Line | undefined
}

/**
 * The journal of the practice tenant in this process: nothing of it reaches a disk. A practice can last for hours, so each line is kept
 * packed: the objects of a reading take four times the room.
 * @param now the engagement's time
 */
export function memoryJournal(now: () => number): Journal {
  const written: { readonly kind: string; readonly packed: string }[] = []
  let last: Line | undefined
  const { follow, tell } = createFollowers()
  return {
    async append({ kind, content }) {
      const line = nextLine(last, kind, contentWithoutSecrets(content), now())
      written.push({ kind, packed: pack(line) })
      last = line
      tell(line)
      return line
    },
    lines: async () => written.map(({ packed }) => unpack(packed)),
    linesOf: async (kinds) => written.filter(({ kind }) => kinds.has(kind)).map(({ packed }) => unpack(packed)),
    follow,
    last: () => last,
  }
}

// In a string of bytes: a small buffer would hold on to the large one that it was cut from.
const pack = (line: Line): string => deflateRawSync(JSON.stringify(line)).toString('latin1')

/** Only for what this process packed itself: a line of a file is checked. */
const unpack = (packed: string): Line => JSON.parse(inflateRawSync(Buffer.from(packed, 'latin1')).toString())

/** Who is told of each line that is stored. */
export function createFollowers(): Pick<Journal, 'follow'> & { tell(line: Line): void } {
  const listeners = new Set<(line: Line) => void>()
  return {
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(line) {
      for (const listener of listeners) listener(line)
    },
  }
}

/**
 * A second lock behind the first: the services' words are cleaned where they come in, and whatever is written for good is
 * cleaned once more. Members that are `undefined` are left out, so that what is hashed is what is read again.
 */
export function contentWithoutSecrets(content: Entry['content']): Line['content'] {
  return JSON.parse(JSON.stringify(content, (_name, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value)))
}
