import { createRequire, syncBuiltinESMExports } from 'node:module'

type Files = typeof import('node:fs/promises')
type Handle = Awaited<ReturnType<Files['open']>>

// Node's own module: assigned to, and the names that others have imported follow it.
const files = createRequire(import.meta.url)('node:fs/promises') as { -readonly [Name in keyof Files]: Files[Name] }

const refuse = (what: string) => (): Promise<never> =>
  Promise.reject(Object.assign(new Error(`EPERM: operation not permitted, ${what}`), { code: 'EPERM' }))

/** What was opened to append can't be cut off (nodejs/node#3177), and what was opened to be read can't be brought to the disk. */
function asOpened(handle: Handle, flags: string | number | undefined): Handle {
  if (typeof flags === 'string' && flags.startsWith('a')) return Object.assign(handle, { truncate: refuse('ftruncate') })
  return flags === undefined || flags === 'r' ? Object.assign(handle, { sync: refuse('fsync'), datasync: refuse('fdatasync') }) : handle
}

/** Refuses what Windows refuses and other systems, and Wine, don't. @returns ends that */
export function refuseAsWindows(): () => void {
  const { open } = files
  files.open = async (file, flags, mode) => asOpened(await open(file, flags, mode), flags)
  syncBuiltinESMExports()
  return () => {
    files.open = open
    syncBuiltinESMExports()
  }
}
