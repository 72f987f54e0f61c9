import type { Blob, Container } from '../../services/storage/container.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'

interface Named {
  readonly name: string
}

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

const inOrder = <Each extends Named>(pattern: RegExp, blobs: readonly Each[]): readonly Each[] =>
  blobs
    .filter(({ name }) => numberIn(pattern, name) !== undefined)
    .sort((a, b) => (numberIn(pattern, a.name) ?? 0) - (numberIn(pattern, b.name) ?? 0))

const next = (pattern: RegExp, stem: string, ending: string, name: string): string =>
  `${name.slice(0, name.indexOf('/'))}/${stem}.${(numberIn(pattern, name) ?? 0) + 1}.${ending}`

/** All logs and files among the blobs of one environment, as they were begun. */
export const logsInOrder = <Each extends Named>(blobs: readonly Each[]): readonly Each[] => inOrder(LOG, blobs)
export const filesInOrder = <Each extends Named>(blobs: readonly Each[]): readonly Each[] => inOrder(FILE, blobs)

/** Files that are kept beside the one in use: the log names them. */
export const keptBeside = <Each extends Named>(blobs: readonly Each[]): readonly Each[] =>
  blobs.filter(({ name }) => /\/engagement\.[a-z]+-[\dTZ-]+\.json$/.test(name))

/** The last log that was begun, and the file that is in use. */
export const currentLog = <Each extends Named>(blobs: readonly Each[]): Each | undefined => logsInOrder(blobs).at(-1)
export const currentFile = <Each extends Named>(blobs: readonly Each[]): Each | undefined => filesInOrder(blobs).at(-1)

/**
 * The log that is in use: the last that was begun. One that is only the beginning of the log before is a copy of it that wasn't finished, and
 * isn't in use.
 */
export async function logInUse(container: Container, blobs: readonly Blob[]): Promise<Blob | undefined> {
  const [before, last] = logsInOrder(blobs).slice(-2)
  if (!before || !last || last.size >= before.size) return last ?? before
  const [whole, part] = await Promise.all([before, last].map(({ name }) => container.read(name, 0, LARGEST_JOURNAL)))
  return whole && part && whole.bytes.subarray(0, part.bytes.length).equals(part.bytes) ? before : last
}

/** Whether a file was begun before another of the same environment. */
export const isFileBefore = (name: string, other: string): boolean => (numberIn(FILE, name) ?? 0) < (numberIn(FILE, other) ?? 0)

export const firstLog = (id: string): string => `${id}/journal.jsonl`
export const firstFile = (id: string): string => `${id}/engagement.json`
export const nextLog = (name: string): string => next(LOG, 'journal', 'jsonl', name)
export const nextFile = (name: string): string => next(FILE, 'engagement', 'json', name)
