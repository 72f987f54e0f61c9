import { afterAll, afterEach, beforeAll, beforeEach, expect as expectValue } from 'vitest'
import { receivedView } from '../received-view.ts'
import { expect } from './expect.ts'
import { createProfile, finish, launch, record, type Wizard } from './launch.ts'
import { resize, USUAL } from './window-size.ts'

/**
 * One wizard for all tests of the block or file that calls this: a start takes a second, and few tests are about it. Each test begins on
 * the start page, loaded anew, in a window of the usual size; whatever the one before it left open is closed.
 * @param start for one that needs more than a new profile
 */
export function oneWizard(start = () => launch(createProfile())): () => Wizard {
  let opened: Wizard | undefined
  const wizard = (): Wizard => {
    if (!opened) throw new Error('The wizard has not started.')
    return opened
  }
  beforeAll(async () => {
    opened = await start()
  })
  beforeEach(() => startOver(wizard()))
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') throw new Error(await record(wizard(), task.name))
    expectValue(wizard().complaints(), 'The wizard complained').toEqual([])
  })
  afterAll(async () => {
    if (opened) await finish(opened)
  })
  return wizard
}

/** The page that main has on screen. */
export const pageOf = async ({ page }: Wizard): Promise<string> => receivedView(await page.evaluate(() => window.wizard.getView())).page

async function startOver(wizard: Wizard): Promise<void> {
  const { app, page } = wizard
  for (const other of app.windows()) if (other !== page) await other.close()
  if ((await pageOf(wizard)) !== 'start') await page.evaluate(() => window.wizard.call('wizard:send', { type: 'CLOSE_TENANT' }))
  await expect.poll(() => pageOf(wizard)).toBe('start')
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await resize(wizard, USUAL)
  wizard.listenAnew()
}
