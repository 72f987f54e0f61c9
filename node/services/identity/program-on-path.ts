import { constants } from 'node:fs'
import { access, lstat } from 'node:fs/promises'
import path from 'node:path'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isThere: (file: string) => Promise<boolean>
}

/** Windows' own order, where PATHEXT isn't set. */
const EXTENSIONS = '.COM;.EXE;.BAT;.CMD'

const thisComputer: Surroundings = {
  platform: process.platform,
  environment: process.env,
  async isThere(file) {
    // Windows' aliases of apps can't be opened, only looked at.
    const looked = process.platform === 'win32' ? lstat(file) : access(file, constants.X_OK)
    return looked.then(
      () => true,
      () => false,
    )
  },
}

/**
 * Whether a program starts by its name. The system says in its own language that one doesn't, and the identity library knows English.
 * @param name without an extension
 */
export async function isOnPath(name: string, { platform, environment, isThere }: Surroundings = thisComputer): Promise<boolean> {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix
  const folders = (environment['PATH'] ?? environment['Path'] ?? '')
    .split(delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => folder !== '')
  const extensions = platform === 'win32' ? (environment['PATHEXT'] || EXTENSIONS).split(delimiter) : ['']
  for (const folder of folders) for (const extension of extensions) if (await isThere(join(folder, `${name}${extension}`))) return true
  return false
}
