import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { Story } from './story.ts'

const HOUR = 3_600_000

/** As a field of type `datetime-local` holds a moment of this computer. */
function inField(at: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** To the confirmation of step 4 of a case in which all before it is done. */
async function beforeTheLink(): Promise<Story> {
  const story = new Story(await openWizard())
  await story.practise('key-expires-soon')
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await story.frame.press(strings.footer.next)
  await expect(story.frame.heading).toHaveText(GUIDES.membership.title)
  await story.confirmLicences()
  await story.step.confirmFinding(/^The key cmk-contoso-prod expires on .* UTC: add the environment anyway\?$/)
  return story
}

/** Leaves the start to the wizard. @param hours from now, on the practice clock, which begins at the computer's */
async function schedule({ frame, step, environment }: Story, hours: number): Promise<void> {
  await frame.press(strings.footer.review({ changes: 1 }))
  const dialog = step.confirmation
  await dialog.getByRole('radio', { name: strings.schedule.later }).check()
  await dialog.getByLabel(strings.schedule.start).fill(inField(Date.now() + hours * HOUR))
  expect(await violations(frame.page)).toEqual([])
  await step.typedName.fill(environment)
  await dialog.getByRole('button', { name: /^Schedule for / }).click()
  await expect(dialog).toHaveCount(0)
}

describe('a start that is scheduled', () => {
  it('waits for its time, reads everything again, and ends encrypted', async () => {
    const story = await beforeTheLink()
    await schedule(story, 5)
    await expect(story.step.main.getByRole('heading', { name: /^Starts in [45] hours/ })).toBeVisible()
    await expect(story.step.main).toContainText('contoso-prod is offline for maintenance')
    expect(await violations(story.frame.page)).toEqual([])
    // A day is let pass at most until the start: then everything is read, and the change is made.
    await story.frame.letADayPass()
    await story.waitForTheEnd()
  })

  it('is canceled, and nothing is written', async () => {
    const story = await beforeTheLink()
    await schedule(story, 5)
    await story.frame.press(strings.schedule.cancel)
    await expect(story.frame.heading).toHaveText(GUIDES.membership.title)
    await story.frame.letADayPass()
    await expect(story.step.plan).toBeVisible()
    await expect(story.step.main.getByRole('heading', { name: /^Starts in / })).toHaveCount(0)
    await expect(story.step.main.getByRole('region', { name: strings.receipts.heading })).toHaveCount(0)
  })

  it('of an operation that takes users offline waits as well', async () => {
    const story = new Story(await openWizard('--practice=already-encrypted'))
    const operations = new OperationsPage(story.frame)
    await story.pickEnvironment()
    await operations.open()
    await operations.choose('revert')
    await schedule(story, 5)
    await expect(story.step.main.getByRole('heading', { name: /^Starts in [45] hours/ })).toBeVisible()
    await story.frame.letADayPass()
    await expect(story.frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
  })
})
