import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LicenseText } from '../ipc/contract.ts'

/**
 * The license of the app, and those of all that is bundled, word for word.
 * @param out where the build is
 * @param resources of the package, which carries them beside its archive; absent before there is a package
 */
export async function licenseTexts(out: string, resources: string | undefined): Promise<readonly LicenseText[]> {
  const read = async (of: LicenseText['of'], packaged: string, built: string): Promise<LicenseText> => ({
    of,
    text: await readFile(resources === undefined ? path.join(out, built) : path.join(resources, packaged), 'utf8'),
  })
  return Promise.all([
    read('app', 'LICENSE.txt', '../LICENSE'),
    read('main', 'third-party-licenses/main-process.md', 'main/third-party-licenses.md'),
    read('window', 'third-party-licenses/window.md', 'renderer/third-party-licenses.md'),
  ])
}
