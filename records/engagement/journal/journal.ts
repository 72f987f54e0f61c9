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
  /** The last line; nothing in an empty journal. */
  last(): Line | undefined
}

/** The journal of the practice tenant in this process: nothing of it reaches a disk. @param now the engagement's time */
export function memoryJournal(now: () => number): Journal {
  const written: Line[] = []
  return {
    async append({ kind, content }) {
      const line = nextLine(written.at(-1), kind, contentWithoutSecrets(content), now())
      written.push(line)
      return line
    },
    lines: async () => [...written],
    last: () => written.at(-1),
  }
}

/**
 * A second lock behind the first: the services' words are cleaned where they come in, and whatever is written for good is
 * cleaned once more. Members that are `undefined` are left out, so that what is hashed is what is read again.
 */
export function contentWithoutSecrets(content: Entry['content']): Line['content'] {
  return JSON.parse(JSON.stringify(content, (_name, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value)))
}
