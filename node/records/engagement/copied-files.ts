import { readdir } from 'node:fs/promises'
import type { DisplayText } from '#machines/messages/message.ts'
import { REMOVED } from './durable-file.ts'
import { fileMessages as messages } from './messages.ts'
import { isEngagementId } from './store.ts'

/*
 * Copies that other programs make, such as those that sync folders: a record's folder "ID (1)", and files such as "engagement (1).json" in one.
 * They are named in the list, and neither opened nor changed: which one has the latest work is for a person to see.
 */

/** Names that the wizard gives: the files in use, the copy before, a downloaded store's numbered ones, and those that were kept. */
const OWN = /^(?:engagement|journal)(?:\.previous|\.\d{1,6}|\.[a-z]+-[\dTZ-]+)?\.jsonl?$/
const ALIKE = /^(?:engagement|journal).*\.jsonl?$/i

const isCopy = (file: string): boolean => ALIKE.test(file) && !OWN.test(file)

/** Name of a record's folder, and what another program added to it. */
const COPIED = /^([a-z0-9-]{1,64}_[a-z0-9-]*[a-z0-9]).+$/

/** The folder of whose name another program made this one; undefined for a record's own folder and for other names. */
export const copiedFrom = (folder: string): string | undefined =>
  isEngagementId(folder) || folder.startsWith(REMOVED) ? undefined : COPIED.exec(folder)?.[1]

/** Files of a folder that other programs made of a record's, by name. */
export async function copiesIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter(isCopy).sort()
}

/** Why a copied folder isn't opened; undefined if it has no file of a record. @param beside names of all folders */
export async function whyCopied(folder: string, from: string, beside: readonly string[]): Promise<DisplayText | undefined> {
  if (!(await namesIn(folder)).some((name) => ALIKE.test(name))) return undefined
  return beside.includes(from) ? messages.copiedFolder : messages.renamedFolder({ folder: from })
}

/** Nothing where it can't be listed: the reading of the record itself tells why. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])
