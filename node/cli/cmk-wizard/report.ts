import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DisplayText } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { validateEnvironmentId } from '#machines/procedure/steps/policy/names.ts'
import type { Formatter } from '#messages/formatter.ts'
import { reportFormatter } from '#messages/report.ts'
import { version } from '../../../package.json'
import { messages as host } from '../../host/messages.ts'
import type { Engagement } from '../../records/engagement/engagement.ts'
import { readJournalFile } from '../../records/engagement/journal/journal-file.ts'
import { reportFile } from '../../records/evidence/report-file.ts'
import { createFolder } from '../../services/create-folder.ts'
import type { Command } from './command.ts'
import { messages } from './messages.ts'
import { engagementsIn, logIn, type Placed } from './records.ts'

const APP = { name: 'CMK Enablement Wizard', version }

export type Chosen =
  | { readonly ok: true; readonly id: string; readonly folder: string; readonly engagement: Engagement }
  | { readonly ok: false; readonly why: DisplayText }

export function chosenRecord(records: readonly Placed[], named: string | undefined, folder: string): Chosen {
  const known = engagementsIn(records)
  if (records.length === 0) return { ok: false, why: messages.noRecords({ folder }) }
  const unread = records.filter(({ ok }) => !ok).map(({ id }) => id)
  const same = (one: string | undefined): boolean => one?.toLowerCase() === named?.trim().toLowerCase()
  const matching =
    named === undefined ? known : known.filter(({ engagement: { environment } }) => same(environment.id) || same(environment.displayName))
  const [first, second] = matching
  // An unreadable one may be the one meant.
  if (unread.length > 0 && (!first || named === undefined))
    return { ok: false, why: messages.unreadRecords({ folder, records: unread.join(', '), option: '--environment' }) }
  if (!first) return { ok: false, why: messages.noRecord({ folder, name: named ?? '' }) }
  if (second && named === undefined) return { ok: false, why: messages.severalRecords({ option: '--environment' }) }
  if (second && validateEnvironmentId(named ?? '') !== undefined)
    return {
      ok: false,
      why: messages.ambiguous({ name: named ?? '', ids: matching.map(({ engagement }) => engagement.environment.id).join(', ') }),
    }
  return { ok: true, id: first.id, folder: first.folder, engagement: first.engagement }
}

export type Written = { readonly ok: true; readonly content: string } | { readonly ok: false; readonly why: DisplayText }

export async function reportOf(
  folder: string,
  id: string,
  format: 'html' | 'json',
  { locale }: Formatter,
  madeAt: number,
): Promise<Written> {
  const journal = await readJournalFile(await logIn(path.join(folder, id)))
  if (!journal.ok) return { ok: false, why: messages.brokenLog({ line: journal.brokenAt, why: journal.why }) }
  if (journal.lines.length === 0) return { ok: false, why: messages.noLog }
  const spoken = await reportFormatter(locale)
  const made = { madeAt, madeBy: spoken.text(host.signedOut), app: APP }
  const { content } = await reportFile(CUSTOMER_MANAGED_KEYS, format, journal.lines, made, neverPrinted, spoken)
  return { ok: true, content: typeof content === 'string' ? content : '' }
}

const neverPrinted = (): Promise<Uint8Array> => Promise.reject(new Error('Only the window prints.'))

const ENDINGS = ['.html', '.htm', '.json']

export const isOtherFormat = (command: Command): boolean => {
  const ending = path.extname(command.value('out') ?? '').toLowerCase()
  return ending !== '' && !command.has('format') && !ENDINGS.includes(ending)
}

/** As requested, otherwise by extension, otherwise a page. */
export const formatOf = (command: Command): 'html' | 'json' => {
  const asked =
    command.value('format') ??
    path
      .extname(command.value('out') ?? '')
      .slice(1)
      .toLowerCase()
  return asked === 'json' ? 'json' : 'html'
}

/** @returns the error, if any */
export async function saveReport(file: string, content: string): Promise<DisplayText | undefined> {
  try {
    await writeFile(file, content)
    return undefined
  } catch (error) {
    return messages.notSaved({ file, error: error instanceof Error ? error.message : String(error) })
  }
}

/** Creates the folder. @returns the error, if any */
export async function saveFiles(folder: string, files: Readonly<Record<string, string>>): Promise<DisplayText | undefined> {
  try {
    createFolder(folder)
    for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
    return undefined
  } catch (error) {
    return messages.notSaved({ file: folder, error: error instanceof Error ? error.message : String(error) })
  }
}
