import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect as expectValue, it, onTestFinished } from 'vitest'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { argumentsFor, createProfile, launch, removeProfile, type Wizard, within } from './launch.ts'
import { Entrance, startWords } from './sign-in/entrance.ts'
import { type ServedCloud, serveCloud } from './sign-in/served-cloud.ts'

/** How many times faster than ours the tenant lives: a day at Microsoft takes some seconds. */
const SPEED = 20_000
const DAY = 24 * 3_600_000

interface Told {
  readonly title: string
  readonly body: string
}

/** Takes note of every system notification instead of showing it: a machine without a desktop could not show it. */
const noteNotifications = ({ main }: Wizard): Promise<void> =>
  main.evaluate(({ Notification }) => {
    const told: unknown[] = []
    Reflect.set(globalThis, 'told', told)
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      told.push({ title: this.title, body: this.body, click: () => this.emit('click') })
    }
  })

const toldBy = ({ main }: Wizard): Promise<readonly Told[]> =>
  main.evaluate(() => Reflect.get(globalThis, 'told').map(({ title, body }: Told) => ({ title, body })))

const clickLast = ({ main }: Wizard): Promise<void> => main.evaluate(() => Reflect.get(globalThis, 'told').at(-1).click())

/** These displays have no window manager, so a window can lose the focus, and an earlier end is then told, rightly. */
const forgetNotifications = ({ main }: Wizard): Promise<void> => main.evaluate(() => void Reflect.get(globalThis, 'told').splice(0))

const closeWindow = ({ main }: Wizard): Promise<void> => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

const isVisible = ({ main }: Wizard): Promise<boolean> =>
  main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true)

/** A desktop that says it has a tray; the icon itself is made for real. */
function desktopWithTray(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'desktop-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = path.join(folder, 'gdbus')
  writeFileSync(program, "#!/bin/sh\necho '(<true>,)'\n")
  chmodSync(program, 0o755)
  return { PATH: `${folder}:${process.env['PATH']}` }
}

let cloud: ServedCloud
let startedAt: number
async function serve(...words: readonly string[]): Promise<void> {
  cloud = await serveCloud(...words)
  startedAt = Date.now()
}
afterEach(() => cloud?.stop())

/** To the wait for the encryption, in front of a cloud that the wizard takes for a real one. */
async function waiting(variables: Readonly<Record<string, string>> = {}): Promise<Entrance> {
  await serve('--speed', String(SPEED))
  const clock = path.join(repositoryRoot, 'test', 'e2e', 'sign-in', 'leaping-clock.cjs')
  const entrance = await Entrance.open(cloud, variables, createProfile(), [clock])
  const { story, wizard } = entrance
  await noteNotifications(wizard)
  await entrance.enteredBySecret()
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await story.apply(6)
  await expect(story.step.main).toContainText('Waiting for the role assignment to take effect')
  const ahead = (Date.now() - startedAt) * SPEED + 2 * DAY
  await wizard.main.evaluate((_electron, milliseconds) => Reflect.set(globalThis, 'wizardIsAhead', milliseconds), ahead)
  await story.frame.press(strings.footer.lookNow)
  await expect(story.frame.heading).toHaveText(GUIDES.policy.outcome)
  await story.frame.press(strings.footer.next)
  await story.confirmLicences()
  await story.applyByName(1)
  await expect(story.frame.heading).toHaveText('Microsoft is encrypting the environment')
  await expect(story.step.main).toContainText(strings.wait.mayCloseWhy)
  await forgetNotifications(wizard)
  return entrance
}

const THE_END = { title: 'contoso-prod: done', body: `${GUIDES.membership.outcome}.` }

describe('a window that is closed while Microsoft encrypts', () => {
  it('closes, the wizard stays in the tray and keeps checking; a notification reports the end, and a click on it shows the page', async () => {
    const { story, wizard } = await waiting(desktopWithTray())
    await closeWindow(wizard)
    await expectValue.poll(() => isVisible(wizard)).toBe(false)
    await expectValue.poll(() => toldBy(wizard)).toMatchObject([{ title: 'The wizard is still running' }])
    await expectValue.poll(() => toldBy(wizard), { timeout: 50_000, interval: 500 }).toMatchObject([{}, THE_END])
    await clickLast(wizard)
    await expectValue.poll(() => isVisible(wizard)).toBe(true)
    await expect(story.frame.heading).toHaveText(GUIDES.membership.outcome)
  })

  it('stays where windows are listed where there is no tray, and starting the wizard again shows it', async () => {
    const { story, wizard } = await waiting()
    await closeWindow(wizard)
    await expectValue.poll(() => toldBy(wizard)).toMatchObject([{ title: 'The wizard is still running' }])
    expectValue(await isVisible(wizard)).toBe(true)
    const { path: electron } = await electronBinary()
    const second = spawn(electron, argumentsFor(wizard.profile), { stdio: 'ignore' })
    const [code] = await within(20_000, 'The second start', once(second, 'exit'))
    expectValue(code).toBe(0)
    await expect(story.frame.heading).toHaveText('Microsoft is encrypting the environment')
  })
})

it('quitting while a change is being made asks once, and does what is answered', async () => {
  // The answer to this one change takes half a minute.
  await serve('--speed', '10', '--fault', 'PUT /subscriptions/*/resourcegroups/* slow-body')
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
    await wizard.main.evaluate(({ app }) => app.quit()).catch(() => undefined)
    expectValue(await within(10_000, 'The end of the process', wizard.exitCode)).toBe(0)
    // The app is gone; what it was asked before is in its output.
    expectValue(wizard.printed().match(/^asked: .*$/gm)).toEqual(['asked: A change is in progress'])
  } finally {
    child.kill('SIGKILL')
    await removeProfile(profile)
  }
})
