/** electron-builder calls this on the unpacked app, before it sets the fuses and makes installers. */
import { rmSync } from 'node:fs'
import path from 'node:path'

/**
 * An unpacked Electron brings a default app, which would run any path it is given (`resources/app` in the one from
 * the registry), and a version file; electron-builder leaves them out only when it unpacks the archive itself.
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') return
  for (const leftover of ['resources/default_app.asar', 'resources/app', 'version']) {
    rmSync(path.join(appOutDir, leftover), { recursive: true, force: true })
  }
}
