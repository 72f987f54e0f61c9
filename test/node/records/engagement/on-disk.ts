import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readEngagement } from '#node/records/engagement/engagement.ts'
import { type Recorded, readEntry } from '#node/records/engagement/journal/entry.ts'
import { readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { english } from '#test/english.ts'
import type { Workplace } from './working.ts'

/** The one engagement of a workplace as its files have it. */
export async function onDisk({ folder }: Workplace) {
  const [id] = await readdir(folder)
  const own = path.join(folder, id ?? '')
  const read = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(path.join(own, 'engagement.json'), 'utf8'))
  const verdict = await readJournalFile(path.join(own, 'journal.jsonl'))
  if (!read.ok || !verdict.ok) throw new Error('Expected an engagement and a journal that hold.')
  const entries = verdict.lines.map((line): Recorded => {
    const entry = readEntry(CUSTOMER_MANAGED_KEYS, line)
    if (!entry.ok) throw new Error(english.text(entry.why))
    return entry.entry
  })
  return { engagement: read.engagement, entries, kinds: entries.map(({ kind }) => kind), files: await readdir(own) }
}
