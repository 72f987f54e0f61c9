import { spawn } from 'node:child_process'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { electronBinary } from '../../tools/electron.mjs'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { argumentsFor, createProfile, openWizard, removeProfile, within } from './launch.ts'
import { Story } from './story.ts'

const ENDS_WITHIN_MS = 15_000

/** Starts the app without looking into it. @returns exit code and what it printed */
async function startAgain(profile: string, words: readonly string[] = []): Promise<{ code: number | null; printed: string }> {
  const { path } = await electronBinary()
  const child = spawn(path, argumentsFor(profile, words), { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let printed = ''
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk
  })
  const code = await within(
    ENDS_WITHIN_MS,
    'The end of the second start',
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  )
  return { code, printed }
}

it('ends the practice with its window, also while Microsoft works: the app ends with code 0', async () => {
  const wizard = await openWizard('--practice=link-fails')
  const story = new Story(wizard)
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await story.frame.press(strings.footer.next)
  await story.confirmLicences()
  await story.applyByName(1)
  await expect(story.step.main).toContainText(strings.wait.practiceEnds)
  const closed = wizard.page.waitForEvent('close')
  // The page goes away under the call.
  await wizard.page
    .evaluate(() => window.wizard.call('window:close', {}))
    .catch((reason: unknown) => {
      if (!wizard.page.isClosed()) throw reason
    })
  await closed
  expectValue(await within(ENDS_WITHIN_MS, 'The end of the wizard', wizard.exitCode)).toBe(0)
})

it('is open once: a second start brings the first window to the front and ends', async () => {
  const wizard = await openWizard()
  const isVisible = () => wizard.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await wizard.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expectValue(await isVisible()).toEqual([false])
  const { code, printed } = await startAgain(wizard.profile)
  expectValue(printed).toContain('The wizard is already open.')
  expectValue(code).toBe(0)
  await expect.poll(isVisible).toEqual([true])
})

it('says which scenarios there are, with code 2, when it is started with one that does not exist', async () => {
  const profile = createProfile()
  onTestFinished(() => removeProfile(profile))
  const { code, printed } = await startAgain(profile, ['--practice=no-such-scenario'])
  expectValue(printed).toMatch(/There’s no scenario “no-such-scenario”\. The scenarios are: ready-to-enable, /)
  expectValue(code).toBe(2)
})
