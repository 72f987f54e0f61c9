import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app } from 'electron'
import type { UpdateSurroundings } from '../host/updates/start.ts'
import type { Updates } from '../host/updates/updates.ts'
import { updatesOf } from '../machines/managed/settings.ts'
import type { SettableWizard } from './first-page.ts'

/** Where updates come from, as who made the package says; a development build takes a file of its own. */
const publisherFile = (): string | undefined =>
  app.isPackaged ? path.join(process.resourcesPath, 'updates.json') : process.env['CMK_WIZARD_UPDATES']

/** What updates need besides what the package and Electron's own app give. */
type Around = Omit<UpdateSurroundings, 'publisher' | 'app' | 'isPackaged' | 'resources' | 'executable' | 'text' | 'running' | 'show'>

/** Looks for updates where they are set up; else nothing of it is loaded. @returns nothing where they aren't set up */
export async function keepUpdated(wizard: SettableWizard, around: Around): Promise<Updates | undefined> {
  const file = publisherFile()
  const publisher = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined)
  if (publisher === undefined && updatesOf(around.managed) === undefined) return undefined
  const { startUpdates } = await import('../host/updates/start.ts')
  const updates = await startUpdates({
    ...{ ...around, publisher, app },
    ...{ isPackaged: app.isPackaged, resources: process.resourcesPath, executable: app.getPath('exe') },
    ...{ text: wizard.text, running: wizard.running, show: wizard.showUpdate },
  })
  wizard.subscribe(() => updates.noticed())
  return updates
}
