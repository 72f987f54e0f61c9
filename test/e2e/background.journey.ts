import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect as expectValue, it } from 'vitest'
import { electronBinary } from '../../tools/electron.mjs'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { argumentsFor, createProfile, type Wizard, within } from './launch.ts'
import { desktopBus, notificationsUnseen, type SessionBus } from './session-bus.ts'
import { Entrance } from './sign-in/entrance.ts'
import { contoso, DAY, HOUR, LEAPING_CLOCK, type ServedTenants, serveTenants } from './sign-in/served-tenants.ts'
import { ENCRYPTION, IS_ENCRYPTED, IS_ENCRYPTING } from './story.ts'

const closeWindow = ({ main }: Wizard): Promise<void> => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

const isVisible = ({ main }: Wizard): Promise<boolean> =>
  main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true)

/** A desktop that says it has a tray; the icon itself is made for real. */
function desktopWithTray(): Readonly<Record<string, string>> {
  const folder = testFolder({ gdbus: "#!/bin/sh\necho '(<true>,)'\n" })
  chmodSync(path.join(folder, 'gdbus'), 0o755)
  return { PATH: `${folder}:${process.env['PATH']}` }
}

let desktop: SessionBus
const company = contoso()
let tenants: ServedTenants
beforeEach(async () => {
  desktop = await desktopBus()
  tenants = await serveTenants(company)
})
afterEach(() => tenants.stop())

/** The computer slept meanwhile: what is under way at Microsoft is looked at when it wakes up. */
async function sleepFor(wizard: Wizard, milliseconds: number): Promise<void> {
  await tenants.letPass(company, milliseconds, wizard)
  await wizard.main.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))
}

/** To the wait for the first access, in front of a cloud that the wizard takes for a real one. */
async function waiting(variables?: Readonly<Record<string, string>>): Promise<Entrance> {
  const entrance = await Entrance.open(tenants.of(company), variables, createProfile(), [LEAPING_CLOCK])
  const { story } = entrance
  await entrance.enteredBySecret()
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  tenants.rush(company)
  await story.apply(6)
  await expect(story.step.main).toContainText('Waiting for the role assignment to take effect')
  // These displays have no window manager, so a window can lose the focus, and an earlier end is then told, rightly.
  desktop.forget()
  return entrance
}

/** To the wait for the encryption. */
async function encrypting(variables: Readonly<Record<string, string>>): Promise<Entrance> {
  const entrance = await waiting(variables)
  const { story, wizard } = entrance
  await sleepFor(wizard, HOUR)
  await expect(story.frame.heading).toHaveText(GUIDES.policy.outcome)
  await story.frame.goOn()
  await story.confirmLicences()
  await story.startNow(ENCRYPTION)
  await expect(story.frame.heading).toHaveText(IS_ENCRYPTING)
  await expect(story.step.main).toContainText(strings.wait.mayCloseWhy)
  desktop.forget()
  return entrance
}

const THE_END = { title: 'contoso-prod: done', body: `${IS_ENCRYPTED}.` }

describe.skipIf(notificationsUnseen)('a window that is closed while Microsoft works', () => {
  it('closes, the wizard stays in the tray and keeps checking; a notification reports the end, and a click on it shows the page', async () => {
    const { story, wizard } = await encrypting(desktopWithTray())
    await closeWindow(wizard)
    await expect.poll(() => isVisible(wizard)).toBe(false)
    await expect.poll(() => desktop.shown()).toMatchObject([{ title: 'The wizard is still running' }])
    await sleepFor(wizard, 2 * DAY)
    await expect.poll(() => desktop.shown()).toMatchObject([{}, THE_END])
    desktop.clickNewest()
    await expect.poll(() => isVisible(wizard)).toBe(true)
    await expect(story.frame.heading).toHaveText(IS_ENCRYPTED)
  })

  it('stays where windows are listed where there is no tray, and starting the wizard again shows it', async () => {
    const { story, wizard } = await waiting()
    await closeWindow(wizard)
    await expect.poll(() => desktop.shown()).toMatchObject([{ title: 'The wizard is still running' }])
    expectValue(await isVisible(wizard)).toBe(true)
    const { path: electron } = await electronBinary()
    const second = spawn(electron, argumentsFor(wizard.profile), { stdio: 'ignore' })
    const [code] = await within(20_000, 'The second start', once(second, 'exit'))
    expectValue(code).toBe(0)
    await expect(story.step.main).toContainText('Waiting for the role assignment to take effect')
  })
})
