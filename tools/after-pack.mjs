/** electron-builder calls this on the unpacked app, before it sets the fuses and makes installers. */
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { UPDATE_SOURCE_FILE, updateSourceFile } from './update-source.mjs'

/**
 * An unpacked Electron brings a default app, which would run any path it is given (`resources/app` in the one from
 * the registry), and a version file; electron-builder leaves them out only when it unpacks the archive itself.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin'
  const resources = isMac ? path.join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources') : 'resources'
  const updates = updateSourceFile(process.env)
  if (updates !== undefined) writeFileSync(path.join(appOutDir, resources, UPDATE_SOURCE_FILE), updates)
  if (isMac) return
  for (const leftover of ['resources/default_app.asar', 'resources/app', 'version']) {
    rmSync(path.join(appOutDir, leftover), { recursive: true, force: true })
  }
}
