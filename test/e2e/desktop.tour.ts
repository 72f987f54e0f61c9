import { readlinkSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { clipboardOf, selectItem } from './desk.ts'
import { expect } from './expect.ts'
import { Keyboard } from './keyboard.ts'
import { createProfile, endedWithTest, openWizard, start, takeFocus, type Wizard, within } from './launch.ts'
import { drawn } from './window-size.ts'

const { desktop } = strings

/** Presses keys as the system hands them to the window: only those reach the menu, and only of a window that has the focus. */
async function pressKey({ main }: Wizard, keyCode: string): Promise<void> {
  await within(10_000, 'The focus of the window', main.evaluate(takeFocus))
  await main.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] })
  }, keyCode)
}

/** Ends it as a person does, and keeps its profile. */
async function quit(wizard: Wizard): Promise<void> {
  await within(10_000, 'Closing the app', wizard.app.close())
  expectValue(await within(10_000, 'The end of the process', wizard.exitCode)).toBe(0)
  expectValue(wizard.complaints()).toEqual([])
}

/** Started for the test that calls this, with the window as it opens. Ends in any case. */
async function started(profile: string, ...words: readonly string[]): Promise<Wizard> {
  const wizard = await start(profile, words)
  const child = wizard.app.process()
  onTestFinished(() => void child.kill('SIGKILL'))
  return wizard
}

/** True while a process runs. */
function isThere(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

const opened = ({ page }: Wizard): Locator => page.getByRole('dialog')

/** In light and in dark. */
async function expectAccessible(wizard: Wizard): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await wizard.page.emulateMedia({ colorScheme })
    await drawn(wizard)
    expectValue(await violations(wizard.page), colorScheme).toEqual([])
  }
  await wizard.page.emulateMedia({ colorScheme: 'light' })
}

const zoomOf = ({ main }: Wizard): Promise<number> =>
  main.evaluate(({ BrowserWindow }) => Math.round((BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0) * 100))
const themeOf = ({ main }: Wizard): Promise<string> => main.evaluate(({ nativeTheme }) => nativeTheme.themeSource)

it('settings are changed by keyboard, apply at once, and are the same at the next start', async () => {
  const profile = createProfile()
  const first = await started(profile)
  const keyboard = new Keyboard(first.page)
  const { settings } = desktop
  await keyboard.tabTo(first.page.getByRole('button', { name: strings.start.connect.go }))
  await pressKey(first, ',')
  await expect(opened(first)).toBeVisible()
  await expectAccessible(first)
  const group = (name: string) => opened(first).getByRole('group', { name })
  await keyboard.tabTo(group(settings.theme).getByRole('radio', { name: settings.system }))
  await keyboard.press('ArrowRight', 'ArrowRight')
  await expect(group(settings.theme).getByRole('radio', { name: settings.themes.dark })).toBeChecked()
  await expect.poll(() => themeOf(first)).toBe('dark')
  await keyboard.tabTo(group(settings.textSize).getByRole('radio', { name: '100%' }))
  await keyboard.press('ArrowRight', 'ArrowRight')
  await expect.poll(() => zoomOf(first)).toBe(125)
  await keyboard.press('Escape')
  await expect(opened(first)).toHaveCount(0)
  await expect(first.page.getByRole('button', { name: strings.start.connect.go })).toBeFocused()
  await pressKey(first, '-')
  await expect.poll(() => zoomOf(first)).toBe(110)
  await quit(first)

  const second = endedWithTest(await start(profile))
  await expect.poll(() => zoomOf(second)).toBe(110)
  expectValue(await themeOf(second)).toBe('dark')
  // As the system says it, and not as tests are used to.
  await second.page.emulateMedia({ colorScheme: null })
  await expect.poll(() => second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

it('the window opens where it was closed', async () => {
  const profile = createProfile()
  const bounds = { x: 60, y: 40, width: 900, height: 650 }
  const boundsOf = ({ main }: Wizard) => main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  const first = await started(profile)
  await first.main.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds)
  await expect.poll(() => boundsOf(first)).toEqual(bounds)
  await quit(first)
  const second = endedWithTest(await start(profile))
  await expect.poll(() => boundsOf(second)).toEqual(bounds)
})

it('what the menu is asked for while the page loads is shown when it is there, once', async () => {
  const wizard = await openWizard()
  await wizard.main.evaluate(async ({ BrowserWindow, Menu }, wanted) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loading = new Promise((resolve) => contents?.once('did-start-navigation', resolve))
    contents?.reload()
    await loading
    for (const { submenu } of Menu.getApplicationMenu()?.items ?? []) submenu?.items.find(({ label }) => label === wanted)?.click()
  }, 'About CMK Enablement Wizard')
  await expect(opened(wizard)).toBeVisible()
  await wizard.page.keyboard.press('Escape')
  await expect(opened(wizard)).toHaveCount(0)
})

it('text is found on the page, one result after the other, and the focus goes back', async () => {
  const wizard = await openWizard('--practice=ready-to-enable')
  const { page } = wizard
  const keyboard = new Keyboard(page)
  const check = page.locator('[data-actions]').getByRole('button').last()
  await expect(check).toBeVisible()
  await check.focus()
  await pressKey(wizard, 'F')
  const bar = page.getByRole('search')
  await expect(bar.getByRole('textbox')).toBeFocused()
  // In a step's name beside the page, on the Key Map, and on the page.
  await page.keyboard.type('environment')
  await expect(bar).toContainText(/1 of \d+/)
  const rail = page.getByRole('navigation', { name: strings.frame.steps })
  expectValue(
    await rail.evaluate((element) => [...(CSS.highlights.get('find') ?? [])].some((range) => element.contains(range.startContainer))),
  ).toBe(true)
  const count = await page.evaluate(() => CSS.highlights.get('find')?.size)
  await keyboard.press('Enter')
  await expect(bar).toContainText(`2 of ${count}`)
  await keyboard.press('Shift+Enter', 'Shift+Enter')
  await expect(bar).toContainText(`${count} of ${count}`)
  await expect(page.locator('[aria-live="polite"]').first()).toHaveText(`${count} of ${count}`)
  await expectAccessible(wizard)
  await keyboard.typeInstead('no such words')
  await expect(bar).toContainText(desktop.find.folded)
  await keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(check).toBeFocused()
  expectValue(await page.evaluate(() => CSS.highlights.size)).toBe(0)
})

it('Help says which keys there are, what is new, what the app is made of and under which licenses, and copies diagnostics without names', async () => {
  const wizard = await openWizard('--practice=ready-to-enable')
  const { page } = wizard
  await expect(page.getByRole('contentinfo')).toBeVisible()
  for (const title of [desktop.shortcuts.title, desktop.whatsNew.title]) {
    expectValue(await selectItem(wizard, title)).toBe(true)
    await expect(opened(wizard)).toHaveAccessibleName(title)
    await expectAccessible(wizard)
  }
  expectValue(await selectItem(wizard, 'About CMK Enablement Wizard')).toBe(true)
  await opened(wizard).locator('summary').click()
  await expect(opened(wizard).getByRole('cell', { name: 'react', exact: true })).toBeVisible()
  await expectAccessible(wizard)
  await opened(wizard).getByRole('button', { name: desktop.licenses.title }).click()
  await expect(opened(wizard).getByRole('group', { name: desktop.licenses.of.window })).toContainText('react')
  await expectAccessible(wizard)
  expectValue(await selectItem(wizard, desktop.report.title)).toBe(true)
  await expect(opened(wizard).getByRole('group', { name: desktop.report.diagnostics })).toContainText('"integration"')
  await page.getByRole('button', { name: desktop.about.copy }).click()
  await expect(opened(wizard).getByRole('status')).toHaveText(desktop.about.copied)
  const copied = await clipboardOf(wizard)
  expectValue(JSON.parse(copied)).toMatchObject({ cloud: 'practice', page: 'step', step: 'integration', settings: { theme: 'system' } })
  expectValue(copied.toLowerCase()).not.toContain('contoso')
})

// The lock of a profile names its process in this form on Linux alone.
it.runIf(process.platform === 'linux')('the menu opens another window with a profile of its own, which outlives the first', async () => {
  const wizard = await started(createProfile())
  const lock = path.join(wizard.profile, 'profiles', 'contoso', 'SingletonLock')
  const holder = (): number | undefined => {
    try {
      return Number(readlinkSync(lock).split('-').at(-1))
    } catch {
      return undefined
    }
  }
  const { newWindow } = desktop
  expectValue(await selectItem(wizard, 'New window for another customer…')).toBe(true)
  await expect(opened(wizard)).toHaveAccessibleName(newWindow.title)
  await expectAccessible(wizard)
  await wizard.page.getByLabel(newWindow.name).fill('Contoso GmbH')
  await wizard.page.getByRole('button', { name: newWindow.open }).click()
  await expect(opened(wizard)).toContainText(newWindow.broken)
  await wizard.page.getByLabel(newWindow.name).fill('contoso')
  await wizard.page.getByRole('button', { name: newWindow.open }).click()
  await expect(opened(wizard)).toHaveCount(0)
  await expect.poll(holder).toBeGreaterThan(0)
  const other = Number(holder())
  onTestFinished(() => expect.poll(() => isThere(other)).toBe(false))
  onTestFinished(() => void process.kill(other, 'SIGTERM'))
  await wizard.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  expectValue(await within(10_000, 'The end of the process', wizard.exitCode)).toBe(0)
  expectValue(holder()).toBe(other)
})
