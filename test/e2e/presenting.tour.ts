import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { describe, it } from 'vitest'
import { CASE_STAGES, type CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { presented, pressIn } from './class.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import type { Wizard } from './launch.ts'
import { oneWizard } from './one-wizard.ts'
import { picture } from './picture.ts'
import { ENCRYPTION, IS_ENCRYPTING } from './story.ts'

const words = strings.presenter

const started = oneWizard()

/** As the system gives a key to a window: main sees it before the page does. */
const press = (wizard: Wizard, keyCode: string, where: 'class' | 'trainer') =>
  wizard.main.evaluate(
    ({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows().find(
        ({ webContents }) => webContents.getURL().endsWith('#presenter') === (wanted.where === 'trainer'),
      )
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: wanted.keyCode })
    },
    { keyCode, where },
  )

describe('the trainer’s window', () => {
  it('has the notes of the stage, what comes next, the pace, the requests, and the machine, and follows what the class sees', async () => {
    const { story, trainer } = await presented(started())
    await expect(trainer.getByText(words.classSees({ page: strings.prepare.title }))).toBeVisible()
    await expect(trainer.getByText(words.now({ number: 1, of: 7 }))).toBeVisible()
    await trainer.keyboard.press('n')
    await expect(trainer.getByRole('heading', { name: 'What it covers' })).toBeVisible()
    await trainer.getByRole('button', { name: words.previous }).click()
    await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
    await story.frame.passPrepare()
    await story.pickEnvironment()
    await expect(trainer.getByRole('cell', { name: /scopes\/admin\/environments/ }).first()).toBeVisible()
    await expect(trainer.getByText('reviewing', { exact: true })).toHaveAttribute('aria-current', 'true')
    await trainer.keyboard.press('n')
    await expect(trainer.getByRole('heading', { name: 'What it covers' })).toBeVisible()
    await picture({ page: trainer }, 'presenter')
  })

  it('skips a day for the class, begins the case again, and closes alone', async () => {
    const { wizard, story, trainer } = await presented(started())
    const clock = trainer.getByText(/^Practice clock/)
    const before = await clock.textContent()
    await trainer.getByRole('button', { name: strings.practice.day }).click()
    await expect(clock).not.toHaveText(before ?? '')
    await story.frame.passPrepare()
    await trainer.keyboard.press('n')
    await trainer.getByRole('button', { name: words.reset }).click()
    await expect(trainer.getByText(words.resetQuestion)).toBeVisible()
    await trainer.getByRole('button', { name: words.resetNow }).click()
    await story.frame.expectNewPage(strings.prepare.title)
    await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
    await trainer.close()
    expect(wizard.app.windows()).toHaveLength(1)
    await expect(story.frame.heading).toBeVisible()
  })

  it('jumps to each stage of the case, forward and back', async () => {
    const { story, trainer } = await presented(started())
    const jump = trainer.getByRole('combobox', { name: words.jump })
    const { integration, environment, policy, membership } = GUIDES
    const pages: Readonly<Record<CaseStage, string | RegExp>> = {
      prepare: strings.prepare.title,
      check: strings.preflight.title,
      'step-1': integration.title,
      'step-2': environment.title,
      'step-3': policy.title,
      'step-4': membership.title,
      waiting: IS_ENCRYPTING,
      done: 'The environment is encrypted with your key',
    }
    // Forward and back: no stage may need the one before it.
    for (const stage of [...CASE_STAGES.toReversed(), ...CASE_STAGES]) {
      await jump.selectOption(strings.practiceCases.stages[stage])
      await story.frame.expectNewPage(pages[stage])
    }
  }, 120_000)

  it('saves its notes, and opens them as edited; what can’t be read is named, and the notes in use stay', async () => {
    const { wizard, trainer } = await presented(started())
    const file = path.join(testFolder(), 'notes.md')
    await picking(wizard, file)
    await trainer.getByRole('button', { name: words.saveNotes }).click()
    const saved = () => readFileSync(file, { encoding: 'utf8', flag: 'a+' })
    await expect.poll(saved).toContain('## Set the scene (2 min)')

    writeFileSync(file, saved().replace('## Set the scene (2 min)', '## Bread & <b>butter</b> (7 min)'))
    await trainer.getByRole('button', { name: words.openNotes }).click()
    const own = trainer.getByRole('heading', { name: 'Bread & <b>butter</b>' })
    await expect(own).toBeVisible()
    await expect(trainer.getByRole('combobox', { name: words.notes })).toHaveValue('own')
    await expect(trainer.getByText('notes.md')).toHaveCount(1)

    writeFileSync(file, 'no notes')
    await trainer.getByRole('button', { name: words.openNotes }).click()
    await expect(trainer.getByRole('alert')).toContainText('notes.md')
    await expect(own).toBeVisible()
    // Saved again, they are those that were opened, and not what the file has become.
    await trainer.getByRole('button', { name: words.saveNotes }).click()
    await expect.poll(saved).toContain('## Bread & <b>butter</b> (7 min)')
    await expect(trainer.getByRole('alert')).toHaveCount(0)
    await trainer.getByRole('combobox', { name: words.notes }).selectOption('20-minutes')
    await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
  })

  it('lets the network be lost until faults are ended', async () => {
    const { story, trainer } = await presented(started())
    await story.frame.passPrepare()
    await trainer.getByRole('combobox', { name: words.fault }).selectOption('lost-network')
    await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
    await story.coverage.assess()
    await expect(trainer.getByText(words.noAnswer).first()).toBeVisible()
    await trainer.getByRole('button', { name: words.endFaults }).click()
    await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
  })

  it('dims the class’s window around the card, hides its navigation, and enlarges its text alone', async () => {
    const { wizard, story, trainer } = await presented(started())
    const light = wizard.page.locator('[popover]')
    await press(wizard, 'F9', 'trainer')
    await expect(trainer.getByRole('button', { name: words.spotlight })).toHaveAttribute('aria-pressed', 'true')
    const button = wizard.page.getByRole('button', { name: strings.practice.hour })
    await button.hover()
    await expect(light).toBeVisible()
    // It takes no press.
    await button.click()
    await trainer.getByRole('button', { name: words.spotlight }).click()
    await expect(light).toHaveCount(0)

    const rail = wizard.page.getByRole('navigation', { name: strings.frame.steps })
    await expect(rail).toBeVisible()
    await press(wizard, 'F7', 'class')
    await expect(rail).toHaveCount(0)
    await expect(wizard.page.getByText(strings.practice.word, { exact: true })).toBeVisible()

    const zooms = () => Promise.all([trainer, wizard.page].map((page) => page.evaluate(() => devicePixelRatio)))
    const [ofTrainer = 1] = await zooms()
    await trainer.getByRole('button', { name: words.larger }).click()
    await expect.poll(async () => (await zooms())[1]).toBeCloseTo(1.1)
    expect((await zooms())[0]).toBe(ofTrainer)

    await trainer.close()
    await expect(rail).toBeVisible()
    await expect(story.frame.heading).toBeVisible()
  })

  it('changes places with the class’s window by one key in either', async () => {
    const { wizard } = await presented(started())
    const inFront = () => wizard.main.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? '')
    await press(wizard, 'F8', 'trainer')
    await expect.poll(inFront).not.toContain('#presenter')
    await press(wizard, 'F8', 'class')
    await expect.poll(inFront).toContain('#presenter')
  })

  it('has a bridge of its own: nothing of the class’s window, and refuses what isn’t agreed', async () => {
    const { wizard, trainer } = await presented(started())
    expect(await trainer.evaluate(() => ['wizard' in window, 'presenter' in window, 'require' in window])).toEqual([false, true, false])
    expect(await wizard.page.evaluate(() => ['wizard' in window, 'presenter' in window])).toEqual([true, false])
    wizard.expectComplaints(/^Refused presenter:do: The message doesn’t have the expected format\.$/)
    expect(await trainer.evaluate(() => window.presenter?.act({ do: 'quit' }))).toEqual({
      ok: false,
      why: 'The message doesn’t have the expected format.',
    })
  })
})

const inject = (trainer: Page, fault: string) => trainer.getByRole('combobox', { name: words.fault }).selectOption(fault)

describe('faults on demand', () => {
  it('shows what an expired token and throttling look like, and continues', async () => {
    const { story, trainer } = await presented(started())
    await story.frame.passPrepare()
    for (const [fault, status] of [
      ['throttling', '429'],
      ['expired-token', '401'],
    ] as const) {
      // A reading that goes on would meet the fault before anything here has seen it.
      await expect(story.step.environment(story.environment)).toBeVisible()
      await expect(story.frame.page.getByText(strings.keyMap.checking, { exact: true })).toHaveCount(0)
      await inject(trainer, fault)
      await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
      await story.step.checkAgain()
      await expect(trainer.getByRole('cell', { name: status }).first()).toBeVisible()
      await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
    }
  })

  it('lets the next addition fail after hours, and the one after it succeed', async () => {
    const { story, trainer } = await presented(started())
    const { frame } = story
    await trainer.getByRole('combobox', { name: words.jump }).selectOption(strings.practiceCases.stages['step-4'])
    await frame.expectNewPage(GUIDES.membership.title)
    await inject(trainer, 'failed-link')
    await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
    await story.confirmLicences()
    await story.startNow(ENCRYPTION)
    await expect(frame.heading).toHaveText(IS_ENCRYPTING)
    await pressIn(trainer, strings.practice.day)
    await expect(frame.heading).toHaveText('Encryption failed at Microsoft')
    await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
    await story.startNow(ENCRYPTION, 'Resume encryption…')
    await story.waitForTheEnd()
  })
})

describe('both windows', () => {
  it.each([
    ['a projector of 1024×768', { width: 1024, height: 768, zoom: 1 }],
    ['150 %', { width: 1280, height: 860, zoom: 1.5 }],
  ] as const)('have nothing cut off on %s', async (_where, size) => {
    const { wizard, story, trainer } = await presented(started())
    await wizard.main.evaluate(({ BrowserWindow }, wanted) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setContentSize(wanted.width, wanted.height)
        window.webContents.setZoomFactor(wanted.zoom)
      }
    }, size)
    for (const page of [wizard.page, trainer])
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(size.width / size.zoom))
    await trainer.getByRole('combobox', { name: words.jump }).selectOption(strings.practiceCases.stages['step-2'])
    await story.frame.expectNewPage(GUIDES.environment.title)
    for (const page of [wizard.page, trainer]) expect(await page.evaluate(cutOff)).toEqual([])
  })
})

/** Elements beyond the right edge, or out of reach below. */
function cutOff(): readonly string[] {
  const outside = [...document.querySelectorAll('button, h1, h2, select, li, dd')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    // A table may be scrolled in its own box.
    return width > 0 && element.closest('table') === null && (left < -1 || right > innerWidth + 1)
  })
  const below = document.documentElement.scrollHeight > innerHeight + 1 ? ['the page is longer than its window'] : []
  return [...outside.map((element) => element.textContent ?? ''), ...below]
}
