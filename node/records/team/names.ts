import { type Blob, type Container, ContainerRefused } from '../../services/storage/container.ts'
import { LARGEST_JOURNAL } from '../engagement/journal/journal-file.ts'

interface Named {
  readonly name: string
}

/*
 * One prefix per environment. A log or file that can't be continued stays, and the next one gets a number in its name, so that nothing is
 * renamed or overwritten.
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

/** Rejects after the last number: what has a longer one is found by no one. */
function next(pattern: RegExp, stem: string, ending: string, name: string): string {
  const following = `${name.slice(0, name.indexOf('/'))}/${stem}.${(numberIn(pattern, name) ?? 0) + 1}.${ending}`
  if (numberIn(pattern, following) === undefined) throw new ContainerRefused('full', following)
  return following
}

/** Logs and files of one environment, oldest first. */
export const logsInOrder = <Each extends Named>(blobs: readonly Each[]): readonly Each[] => inOrder(LOG, blobs)
export const filesInOrder = <Each extends Named>(blobs: readonly Each[]): readonly Each[] => inOrder(FILE, blobs)

/** Files kept beside the one in use, named in the log. Anyone can put a blob whose name leads to another folder, into which it would be moved. */
export const keptBeside = <Each extends Named>(blobs: readonly Each[]): readonly Each[] =>
  blobs.filter(({ name }) => /^[a-z0-9_-]+\/(?:engagement|journal)\.[a-z]+-[\dTZ-]+\.jsonl?$/.test(name))

/** Newest log, and the file in use. */
export const currentLog = <Each extends Named>(blobs: readonly Each[]): Each | undefined => logsInOrder(blobs).at(-1)
export const currentFile = <Each extends Named>(blobs: readonly Each[]): Each | undefined => filesInOrder(blobs).at(-1)

/** The log in use: the newest. One that equals only the beginning of the previous log is an unfinished copy, and isn't in use. */
export async function logInUse(container: Container, blobs: readonly Blob[]): Promise<Blob | undefined> {
  const [before, last] = logsInOrder(blobs).slice(-2)
  if (!before || !last || last.size >= before.size) return last ?? before
  const [whole, part] = await Promise.all([before, last].map(({ name }) => container.read(name, 0, LARGEST_JOURNAL)))
  return whole && part && whole.bytes.subarray(0, part.bytes.length).equals(part.bytes) ? before : last
}

/** True if a file is older than another of the same environment. */
export const isFileBefore = (name: string, other: string): boolean => (numberIn(FILE, name) ?? 0) < (numberIn(FILE, other) ?? 0)

export const firstLog = (id: string): string => `${id}/journal.jsonl`
export const firstFile = (id: string): string => `${id}/engagement.json`
export const nextLog = (name: string): string => next(LOG, 'journal', 'jsonl', name)
export const nextFile = (name: string): string => next(FILE, 'engagement', 'json', name)
