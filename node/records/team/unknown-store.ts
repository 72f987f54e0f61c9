import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '#machines/messages/message.ts'
import { JOURNAL } from '../engagement/folder-store.ts'
import { readJournalFile, verifyJournal } from '../engagement/journal/journal-file.ts'
import { type EngagementStore, engagementId, isEngagementId } from '../engagement/store.ts'
import { copiesOf, listAllCopies } from './copies.ts'
import { teamMessages as messages } from './messages.ts'
import { NotThisStore } from './words.ts'

/**
 * A team's store whose address this computer can't read: its environments can be seen, and no work begins or is removed until the person sets
 * the store again.
 */
export function unknownStore(userData: string, why: DisplayText): EngagementStore {
  const refuse = async (): Promise<never> => {
    throw new NotThisStore(why)
  }
  return {
    list: () => listAllCopies(userData),
    lacks: () => messages.copiesOnly({ why }),
    async journal(id) {
      const folder = isEngagementId(id) ? await folderOf(userData, id) : undefined
      return folder === undefined ? verifyJournal(Buffer.alloc(0)) : readJournalFile(path.join(folder, JOURNAL))
    },
    async open(place) {
      const found = (await listAllCopies(userData)).find(({ id }) => id === engagementId(place))
      return found?.ok ? { ok: false, why, found: found.engagement } : { ok: false, why }
    },
    breakLock: refuse,
    remove: refuse,
    reports: async () => [],
    report: async () => undefined,
    keepReport: async () => undefined,
  }
}

/** The copy of an environment, in whichever store. */
async function folderOf(userData: string, id: string): Promise<string | undefined> {
  for (const folder of await copiesOf(userData)) if ((await namesIn(folder)).includes(id)) return path.join(folder, id)
  return undefined
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch((): readonly string[] => [])
