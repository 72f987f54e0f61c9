import type { Blob } from '../../services/storage/container.ts'

/*
 * One prefix an environment. A log or a file that can't be continued stays, and its next one has a number in its name, so that nothing has
 * to be renamed or overwritten.
 */

const LOG = /^journal(?:\.(\d{1,6}))?\.jsonl$/
const FILE = /^engagement(?:\.(\d{1,6}))?\.json$/

const numberIn = (pattern: RegExp, name: string): number | undefined => {
  const found = pattern.exec(name.slice(name.indexOf('/') + 1))
  return found ? Number(found[1] ?? 1) : undefined
}

const newest = (pattern: RegExp, blobs: readonly Blob[]): Blob | undefined =>
  blobs
    .filter(({ name }) => numberIn(pattern, name) !== undefined)
    .sort((a, b) => (numberIn(pattern, b.name) ?? 0) - (numberIn(pattern, a.name) ?? 0))[0]

const next = (pattern: RegExp, stem: string, ending: string, name: string): string =>
  `${name.slice(0, name.indexOf('/'))}/${stem}.${(numberIn(pattern, name) ?? 0) + 1}.${ending}`

/** The log and the file that are in use, among the blobs of one environment. */
export const currentLog = (blobs: readonly Blob[]): Blob | undefined => newest(LOG, blobs)
export const currentFile = (blobs: readonly Blob[]): Blob | undefined => newest(FILE, blobs)

export const firstLog = (id: string): string => `${id}/journal.jsonl`
export const firstFile = (id: string): string => `${id}/engagement.json`
export const nextLog = (name: string): string => next(LOG, 'journal', 'jsonl', name)
export const nextFile = (name: string): string => next(FILE, 'engagement', 'json', name)
