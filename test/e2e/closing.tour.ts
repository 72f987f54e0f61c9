import { spawn } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { isRoot } from '../../tools/system.mjs'
import { strings } from '../strings.ts'
import { presented } from './class.ts'
import { expect } from './expect.ts'
import { argumentsFor, createProfile, finish, launch, openWizard, removeProfile, within } from './launch.ts'
import { picture } from './picture.ts'
import { Entrance, startWords } from './sign-in/entrance.ts'
import { serveCloud } from './sign-in/served-cloud.ts'
import { Story } from './story.ts'

const ENDS_WITHIN_MS = 15_000
/** Answers the dialogs of a start, as a person would. */
const PRESSED = path.join(repositoryRoot, 'test', 'e2e', 'pressed-dialog.cjs')

/** Starts the app without looking into it. @returns exit code and what it printed */
async function startAgain(
  profile: string,
  words: readonly string[] = [],
  before: readonly string[] = [],
): Promise<{ code: number | null; printed: string }> {
  const { path: executable } = await electronBinary()
  const [program = executable, ...rest] = [...before, executable, '-r', PRESSED, ...argumentsFor(profile, words)]
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
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

/** Words before a program that can't write in the folder. Root may write in each folder that isn't on a read-only mount. */
function readOnly(folder: string): readonly string[] {
  if (isRoot()) return ['unshare', '--mount', 'sh', '-c', 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', folder]
  chmodSync(folder, 0o555)
  return []
}

it('ends the practice with its window, also while Microsoft works: the app ends with code 0', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  await story.openAt('link-fails', 'waiting')
  await expect(story.step.main).toContainText(strings.wait.practiceEnds)
  const closed = wizard.page.waitForEvent('close')
  await wizard.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
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
  expectValue(printed).not.toContain('shown: ')
  expectValue(code).toBe(0)
  await expect.poll(isVisible).toEqual([true])
})

it.skipIf(process.platform !== 'linux')(
  'says, with code 1, that it cannot write in its folder, instead of that it is already open',
  async () => {
    const profile = createProfile()
    onTestFinished(() => removeProfile(profile))
    const { code, printed } = await startAgain(profile, [], readOnly(profile))
    expectValue(printed).toContain(`can’t write in its folder: ${profile}`)
    expectValue(printed).not.toContain('already open')
    // Started by an icon, no terminal shows it.
    expectValue(printed).toMatch(/^shown: The wizard can’t write in its folder: /m)
    expectValue(code).toBe(1)
    chmodSync(profile, 0o700)
    // The folder of a named profile lies inside.
    writeFileSync(path.join(profile, 'profiles'), '')
    const named = await startAgain(profile, ['--profile=contoso'])
    expectValue(named.printed).toContain(`can’t write in its folder: ${profile}`)
    expectValue(named.printed).toMatch(/^shown: The wizard can’t write in its folder: /m)
    expectValue(named.code).toBe(1)
  },
)

it('says which scenarios there are, with code 2, when it is started with one that does not exist', async () => {
  const profile = createProfile()
  onTestFinished(() => removeProfile(profile))
  const { code, printed } = await startAgain(profile, ['--practice=no-such-scenario'])
  expectValue(printed).toMatch(/^There’s no scenario “no-such-scenario”\. The scenarios are: ready-to-enable, /m)
  // A script would wait for the press without end.
  expectValue(printed).not.toContain('shown: ')
  expectValue(code).toBe(2)
})

it('names in the terminal each variable that it ignores', async () => {
  const profile = createProfile()
  onTestFinished(() => removeProfile(profile))
  const { printed } = await startAgain(profile, ['--practice=no-such-scenario'], ['env', 'NODE_TLS_REJECT_UNAUTHORIZED=0'])
  expectValue(printed).toContain('The environment variable NODE_TLS_REJECT_UNAUTHORIZED is set. It would make connections trust any server')
})

it('says on Home which preferences it couldn’t read, and that another Electron runs than the tested one', async () => {
  const profile = createProfile()
  for (const name of ['settings.json', 'brand.json']) writeFileSync(path.join(profile, name), 'half a li')
  const wizard = await launch(profile, [], { CMK_WIZARD_TESTED_ELECTRON: '99.9.9' })
  wizard.expectComplaints(/settings\.json could not be read/)
  try {
    await expect(wizard.page.getByText('and was tested with 99.9.9, which couldn’t be downloaded.')).toBeVisible()
    await expect(wizard.page.getByText('Your settings couldn’t be read, so the defaults apply.')).toBeVisible()
    await expect(wizard.page.getByText('The name and logo for reports couldn’t be read')).toBeVisible()
    await picture(wizard, 'start-notices')
  } finally {
    await finish(wizard)
  }
})

it('quitting while changes are made says how many haven’t started, stops after this one, and asks once more to end it at once', async () => {
  // The answer to this one change takes half a minute.
  const cloud = await serveCloud('--speed', '10', '--fault', 'PUT /subscriptions/*/resourcegroups/* slow-body')
  onTestFinished(() => cloud.stop())
  const profile = createProfile()
  const wizard = await launch(profile, startWords(cloud))
  // Taken now: once the app has ended, it can no longer be asked for its process.
  const child = wizard.app.process()
  try {
    const { story } = await Entrance.at(wizard, cloud).enteredBySecret()
    await wizard.main.evaluate(({ dialog }) => {
      dialog.showMessageBox = async (...given: readonly unknown[]) => {
        console.error(`asked: ${Reflect.get(Object(given.at(-1)), 'message')}`)
        return { response: 1, checkboxChecked: false }
      }
    })
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await story.apply(6)
    await expect(story.step.main.getByRole('listitem').filter({ hasText: 'Create the resource group' })).toContainText(
      strings.progress.states.running,
      { timeout: 20_000 },
    )
    const asked = () => wizard.printed().match(/^asked: .*$/gm)
    await wizard.main.evaluate(({ app }) => app.quit())
    await expect.poll(asked).toEqual(['asked: 4 changes haven’t started'])
    await wizard.main.evaluate(({ app }) => app.quit()).catch(() => undefined)
    expectValue(await within(10_000, 'The end of the process', wizard.exitCode)).toBe(0)
    // The app is gone; what it was asked before is in its output.
    expectValue(asked()).toEqual(['asked: 4 changes haven’t started', 'asked: A change is in progress'])
  } finally {
    child.kill('SIGKILL')
    await removeProfile(profile)
  }
})

it.each([
  ['the start page', []],
  ['a tenant', ['--practice=ready-to-enable']],
])('the app ends with its window, on %s', async (_where, words) => {
  const { app, page, profile, exitCode } = await launch(createProfile(), words)
  // Taken now: once the app has ended, it can no longer be asked for its process.
  const child = app.process()
  try {
    await page.close()
    expectValue(await within(10_000, 'The end of the process', exitCode)).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await removeProfile(profile)
  }
})

it('the app ends with the class’s window, whatever its trainer has open', async () => {
  const { wizard } = await presented(await openWizard())
  await wizard.page.close()
  expectValue(await within(15_000, 'The end of the wizard', wizard.exitCode)).toBe(0)
})
