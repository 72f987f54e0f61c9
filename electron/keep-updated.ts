import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app } from 'electron'
import { updatesOf } from '#machines/managed/settings.ts'
import type { UpdateSurroundings } from '#node/host/updates/start.ts'
import type { Updates } from '#node/host/updates/updates.ts'
import type { SettableWizard } from './first-page.ts'

/** The package's update source; development builds use a file. */
const publisherFile = (): string | undefined =>
  app.isPackaged ? path.join(process.resourcesPath, 'updates.json') : process.env['CMK_WIZARD_UPDATES']

/** Dependencies besides the package and Electron's app. */
type Around = Omit<UpdateSurroundings, 'publisher' | 'app' | 'isPackaged' | 'resources' | 'executable' | 'text' | 'running' | 'show'>

/** Starts updates if configured; otherwise loads nothing. @returns undefined if not configured */
export async function keepUpdated(wizard: SettableWizard, around: Around): Promise<Updates | undefined> {
  const file = publisherFile()
  const publisher = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined)
  if (publisher === undefined && updatesOf(around.managed) === undefined) return undefined
  const { startUpdates } = await import('#node/host/updates/start.ts')
  const updates = await startUpdates({
    ...around,
    publisher,
    app,
    isPackaged: app.isPackaged,
    resources: process.resourcesPath,
    executable: app.getPath('exe'),
    text: wizard.text,
    running: wizard.running,
    show: wizard.showUpdate,
  })
  wizard.subscribe(() => updates.noticed())
  return updates
}
