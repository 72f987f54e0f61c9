import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LicenseText } from '#contract/contract.ts'

/**
 * Licenses of the app and its dependencies, verbatim.
 * @param out build folder
 * @param resources the package's, beside its archive; absent before packaging
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
