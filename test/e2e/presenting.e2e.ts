import type { Page } from '@playwright/test'
import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { openWizard, type Wizard } from './launch.ts'
import { Story } from './story.ts'

const words = strings.presenter

/** The class's window, with the trainer's beside it. */
async function presented(): Promise<{ readonly wizard: Wizard; readonly story: Story; readonly trainer: Page }> {
  const wizard = await openWizard()
  const story = new Story(wizard)
  await story.start.toCases.click()
  const opened = wizard.app.waitForEvent('window')
  await story.start.presentationOf('ready-to-enable').click()
  const trainer = await opened
  await trainer.getByRole('heading', { name: 'Set the scene' }).waitFor()
  await story.frame.expectNewPage(strings.prepare.title)
  return { wizard, story, trainer }
}

describe('the trainer’s window', () => {
  it('has the notes of the stage, what comes next, the pace, the requests, and the machine, and follows what the class sees', async () => {
    const { story, trainer } = await presented()
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
  })

  it('skips a day for the class, begins the case again, and closes alone', async () => {
    const { wizard, story, trainer } = await presented()
    const clock = trainer.getByText(/^Practice clock/)
    const before = await clock.textContent()
    await trainer.getByRole('button', { name: strings.practice.day }).click()
    await expect(clock).not.toHaveText(before ?? '')
    await story.frame.passPrepare()
    await trainer.keyboard.press('n')
    await trainer.getByRole('button', { name: words.reset }).click()
    await story.frame.expectNewPage(strings.prepare.title)
    await expect(trainer.getByRole('heading', { name: 'Set the scene' })).toBeVisible()
    await trainer.close()
    expect(wizard.app.windows()).toHaveLength(1)
    await expect(story.frame.heading).toBeVisible()
  })

  it('lets the network be lost until faults are ended', async () => {
    const { story, trainer } = await presented()
    await story.frame.passPrepare()
    await trainer.getByRole('combobox', { name: words.fault }).selectOption('lost-network')
    await expect(trainer.getByRole('button', { name: words.endFaults })).toBeVisible()
    await story.coverage.assess()
    await expect(trainer.getByText(words.noAnswer).first()).toBeVisible()
    await trainer.getByRole('button', { name: words.endFaults }).click()
    await expect(trainer.getByRole('button', { name: words.endFaults })).toHaveCount(0)
  })

  it('has a bridge of its own: nothing of the class’s window, and refuses what isn’t agreed', async () => {
    const { wizard, trainer } = await presented()
    expect(await trainer.evaluate(() => ['wizard' in window, 'presenter' in window, 'require' in window])).toEqual([false, true, false])
    expect(await wizard.page.evaluate(() => ['wizard' in window, 'presenter' in window])).toEqual([true, false])
    wizard.expectComplaints(/^Refused presenter:do: The message doesn’t have the expected format\.$/)
    expect(await trainer.evaluate(() => window.presenter?.act({ do: 'quit' }))).toEqual({
      ok: false,
      why: 'The message doesn’t have the expected format.',
    })
  })
})
