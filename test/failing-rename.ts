import { createRequire, syncBuiltinESMExports } from 'node:module'

type Files = typeof import('node:fs/promises')

// Node's own module: assigned to, and the names that others have imported follow it.
const files = createRequire(import.meta.url)('node:fs/promises') as { -readonly [Name in keyof Files]: Files[Name] }

const refuse = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }))

/** No file can be moved into its place while this runs, as on a disk that refuses. */
export const whileNothingIsMoved = <Given>(code: string, work: () => Promise<Given>): Promise<Given> =>
  whileMovedBy(() => refuse(code), work)

/** A move is refused while another to the same place is under way, as Windows does now and then. */
export const whileMovesMeet = <Given>(work: () => Promise<Given>): Promise<Given> => {
  const { rename } = files
  const places = new Set<unknown>()
  const moved: Files['rename'] = async (from, to) => {
    if (places.has(to)) return refuse('EPERM')
    places.add(to)
    await rename(from, to).finally(() => places.delete(to))
  }
  return whileMovedBy(moved, work)
}

async function whileMovedBy<Given>(move: Files['rename'], work: () => Promise<Given>): Promise<Given> {
  const { rename } = files
  files.rename = move
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    files.rename = rename
    syncBuiltinESMExports()
  }
}
