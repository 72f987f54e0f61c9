const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi

/** Replaces each GUID with an ellipsis. */
export const shortPath = (path: string): string => path.replaceAll(GUID, '…')

/** Path segments with their slashes, for line breaks. */
export const partsOf = (path: string): readonly string[] => path.split(/(?=\/)/)

/** Style of an answer; undefined without one. */
export function lookOf(status: number | undefined): 'good' | 'missing' | 'wait' | 'bad' {
  if (status === undefined) return 'bad'
  if (status < 400) return 'good'
  if (status === 404) return 'missing'
  return status === 429 ? 'wait' : 'bad'
}
