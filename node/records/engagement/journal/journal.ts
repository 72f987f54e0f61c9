import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { withoutSecrets } from '#node/services/azure/secrets-in-text.ts'
import { type Line, nextLine } from './chain.ts'
import type { Entry } from './entry.ts'

export interface Journal {
  /** Appends entries in call order. @returns the line once stored; for a file, once synced */
  append(entry: Entry): Promise<Line>
  lines(): Promise<readonly Line[]>
  /** Stored lines of some kinds, oldest first, unchecked. */
  linesOf(kinds: ReadonlySet<string>): Promise<readonly Line[]>
  /** @returns unsubscribe */
  follow(listener: (line: Line) => void): () => void
  last(): Line | undefined
}

/**
 * In-memory journal of the practice tenant. Lines are compressed, because a practice can last hours and a reading's
 * objects take four times the memory.
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

// As a binary string: a small buffer would retain its large parent.
const pack = (line: Line): string => deflateRawSync(JSON.stringify(line)).toString('latin1')

/** Only for lines packed by this process; file lines are checked. */
const unpack = (packed: string): Line => JSON.parse(inflateRawSync(Buffer.from(packed, 'latin1')).toString())

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
 * Second filter: services' texts are cleaned on arrival, and everything permanent once more. Drops `undefined` members,
 * so that the hash matches what is read back.
 */
export function contentWithoutSecrets(content: Entry['content']): Line['content'] {
  return JSON.parse(JSON.stringify(content, (_name, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value)))
}
