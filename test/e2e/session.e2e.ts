import path from 'node:path'
import type { Page } from '@playwright/test'
import { describe, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { createProfile, endedWithTest, launch, type Wizard, within } from './launch.ts'
import { said } from './said.ts'
import { Story } from './story.ts'

const words = strings.presenter
const MINUTE = 60_000

interface Session {
  readonly wizard: Wizard
  readonly story: Story
  readonly trainer: Page
}

/** Both windows on a case, in a main process whose clock the test moves. */
async function session(scenario: Parameters<Story['start']['presentationOf']>[0] = 'ready-to-enable'): Promise<Session> {
  const clock = path.join(repositoryRoot, 'test', 'e2e', 'sign-in', 'leaping-clock.cjs')
  const wizard = endedWithTest(await launch(createProfile(), [], {}, [clock]))
  const story = new Story(wizard)
  await story.start.toCases.click()
  const opened = wizard.app.waitForEvent('window')
  await story.start.presentationOf(scenario).click()
  const trainer = await opened
  await trainer.getByRole('heading', { name: 'Set the scene' }).waitFor()
  await story.frame.expectNewPage(strings.prepare.title)
  return { wizard, story, trainer }
}

/** The time of the whole main process stands this much ahead. */
const standAhead = ({ wizard }: Session, minutes: number) =>
  wizard.main.evaluate((_electron, ahead) => void Object.assign(globalThis, { wizardIsAhead: ahead }), minutes * MINUTE)

const speak = ({ wizard }: Session, language: string) =>
  wizard.page.evaluate((wanted) => window.wizard.call('settings:change', { language: wanted }), language)

const inject = ({ trainer }: Session, fault: string) => trainer.getByRole('combobox', { name: words.fault }).selectOption(fault)

/** By the keyboard: a window that the other one covers draws nothing, and a mouse would wait for that. */
const pressIn = (page: Page, name: string) => page.getByRole('button', { name }).press('Enter')

describe('a session of 20 minutes', () => {
  it('leads a class to the encrypted environment on time, in another language for a while, and begins again', async () => {
    const held = await session()
    const { story, trainer } = held
    let minutes = 0
    /** The stage takes its time and ends; the next one begins. */
    const pass = async (spent: number, next: string) => {
      minutes += spent
      await standAhead(held, minutes)
      await trainer.keyboard.press('n')
      await expect(trainer.getByRole('heading', { name: next })).toBeVisible()
      await expect(trainer.getByText(words.onTime)).toBeVisible()
    }
    await pass(2, 'What it covers')
    await story.frame.prepareAction('coverage').click()
    await story.frame.expectNewPage(strings.coverage.title)
    await story.coverage.use('finance', 'human-resources-stand-alone')
    await story.coverage.acknowledge('human-resources-stand-alone')
    await story.coverage.toTheSteps()
    await story.frame.expectNewPage(GUIDES.integration.title)
    await pass(2, 'Steps 1 and 2')
    await story.step.environment(story.environment).check()
    await story.frame.press(strings.footer.checkEnvironment)
    await expect(story.frame.heading).toHaveText(GUIDES.integration.outcome)
    await story.frame.press(strings.footer.next)
    await story.noteEnvironment()
    await expect(trainer.getByText(words.classSees({ page: GUIDES.policy.title }))).toBeVisible()
    await pass(3, 'Review the plan')
    await speak(held, 'de')
    await expect(trainer.getByRole('heading', { name: 'Den Plan prüfen' })).toBeVisible()
    await expect(trainer.locator('html')).toHaveAttribute('lang', 'de')
    await speak(held, 'en')
    await expect(trainer.getByRole('heading', { name: 'Review the plan' })).toBeVisible()
    await story.checkChoices()
    await story.frame.press(strings.footer.review({ changes: 6 }))
    await expect(story.step.confirmation).toContainText('purge protection is permanent')
    await pass(4, 'Create it')
    await story.step.confirm(6).click()
    await expect(story.step.confirmation).toHaveCount(0)
    await expect(story.step.main).toContainText(said`Waiting for the role assignment to take effect`)
    await pressIn(trainer, strings.practice.hour)
    await expect(story.frame.heading).toHaveText(GUIDES.policy.outcome)
    await pass(3, 'The wait')
    // An hour of questions: the check of step 3 is too old, and Continue says so instead of doing nothing.
    await pressIn(trainer, strings.practice.hour)
    await story.frame.press(strings.footer.next)
    await expect(story.frame.footer).toContainText('so we checked again')
    await story.frame.press(strings.footer.next)
    await story.frame.expectNewPage(GUIDES.membership.title)
    await story.confirmLicences()
    await story.frame.press(strings.footer.review({ changes: 1 }))
    await expect(story.step.confirmation.getByRole('radio', { name: strings.schedule.now })).toBeChecked()
    await story.step.typedName.fill(story.environment)
    await story.step.confirm(1).click()
    await expect(story.frame.heading).toHaveText(said`Microsoft is encrypting the environment`)
    for (const _day of [1, 2]) await pressIn(trainer, strings.practice.day)
    await expect(story.frame.heading).toHaveText(GUIDES.membership.outcome)
    await pass(4, 'Encrypted')
    await story.finish()
    await expect(trainer.getByText(words.now({ number: 7, of: 7 }))).toBeVisible()
    await pressIn(trainer, words.reset)
    await story.frame.expectNewPage(strings.prepare.title)
    await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
  })

  it('shows what an expired token and throttling look like, and continues', async () => {
    const held = await session()
    const { story, trainer } = held
    await story.frame.passPrepare()
    for (const [fault, status] of [
      ['throttling', '429'],
      ['expired-token', '401'],
    ] as const) {
      // A reading that goes on would meet the fault before anything here has seen it.
      await expect(story.step.environment(story.environment)).toBeVisible()
      await expect(story.frame.page.getByText(strings.keyMap.checking, { exact: true })).toHaveCount(0)
      await inject(held, fault)
      await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
      await story.step.checkAgain()
      await expect(trainer.getByRole('cell', { name: status }).first()).toBeVisible()
      await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
    }
  })

  it('lets the next addition fail after hours, and the one after it succeed', async () => {
    const held = await session()
    const { story, trainer } = held
    const { frame, step } = story
    await trainer.getByRole('combobox', { name: words.jump }).selectOption(strings.practiceCases.stages['step-4'])
    await frame.expectNewPage(GUIDES.membership.title)
    await inject(held, 'failed-link')
    await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
    await story.confirmLicences()
    await story.applyByName(1)
    await expect(frame.heading).toHaveText('Microsoft is encrypting the environment')
    await pressIn(trainer, strings.practice.day)
    await expect(step.main.getByRole('heading', { name: 'Adding the environment didn’t finish' }).first()).toBeVisible()
    await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
    await story.applyByName(1)
    await story.waitForTheEnd()
  })

  it('ends with the class’s window', async () => {
    const { wizard } = await session()
    await wizard.page.close()
    expect(await within(15_000, 'The end of the wizard', wizard.exitCode)).toBe(0)
  })
})

describe('both windows', () => {
  it.each([
    ['a projector of 1024×768', { width: 1024, height: 768, zoom: 1 }],
    ['150 %', { width: 1280, height: 860, zoom: 1.5 }],
  ] as const)('have nothing cut off on %s', async (_where, size) => {
    const held = await session()
    const { wizard, story, trainer } = held
    await wizard.main.evaluate(({ BrowserWindow }, wanted) => {
      for (const window of BrowserWindow.getAllWindows()) {
        window.setContentSize(wanted.width, wanted.height)
        window.webContents.setZoomFactor(wanted.zoom)
      }
    }, size)
    for (const page of [wizard.page, trainer])
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(size.width / size.zoom))
    await story.frame.passPrepare()
    await story.enableIntegration()
    for (const page of [wizard.page, trainer]) expect(await page.evaluate(cutOff)).toEqual([])
  })
})

/** What reaches over the edge at the side, and what can't be reached below. */
function cutOff(): readonly string[] {
  const outside = [...document.querySelectorAll('button, h1, h2, select, li, dd')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect()
    // A table may be scrolled in its own box.
    return width > 0 && element.closest('table') === null && (left < -1 || right > innerWidth + 1)
  })
  const below = document.documentElement.scrollHeight > innerHeight + 1 ? ['the page is longer than its window'] : []
  return [...outside.map((element) => element.textContent ?? ''), ...below]
}
