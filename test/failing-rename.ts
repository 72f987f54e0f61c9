import { createRequire, syncBuiltinESMExports } from 'node:module'

type Files = typeof import('node:fs/promises')

// Node's own module: assigned to, and the names that others have imported follow it.
const files = createRequire(import.meta.url)('node:fs/promises') as { -readonly [Name in keyof Files]: Files[Name] }

/** No file can be moved into its place while this runs, as on a disk that refuses. */
export async function whileNothingIsMoved<Given>(code: string, work: () => Promise<Given>): Promise<Given> {
  const { rename } = files
  files.rename = () => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }))
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    files.rename = rename
    syncBuiltinESMExports()
  }
}
