const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

/** A path without the IDs that no one reads aloud: each is one sign. */
export const shortPath = (path: string): string => path.replaceAll(GUID, '…')

/** The parts of a path, each with the slash before it: where it may be broken into lines. */
export const partsOf = (path: string): readonly string[] => path.split(/(?=\/)/)

/** How an answer looks. Absent: none came. */
export function lookOf(status: number | undefined): 'good' | 'missing' | 'wait' | 'bad' {
  if (status === undefined) return 'bad'
  if (status < 400) return 'good'
  if (status === 404) return 'missing'
  return status === 429 ? 'wait' : 'bad'
}
