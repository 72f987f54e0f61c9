import { readFile } from 'node:fs/promises'
import path from 'node:path'
import ICAL from 'ical.js'
import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { Story } from './story.ts'

it('tells of a key that is to expire: by what changed, by the dates for a calendar, and once it is locked by the cause', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  const { frame } = story
  const operations = new OperationsPage(frame)
  const main = frame.page.getByRole('main')
  await story.openAt('lock-key-expired', 'done')
  const dates = main.getByRole('region', { name: strings.calendar.heading })
  await expect(dates).toContainText('Practice: Review the customer-managed key (contoso-prod)')

  await frame.letAnHourPass()
  await operations.open()
  await operations.compareWithEnd()
  await expect(operations.drift.getByRole('row', { name: 'Key dates' })).toBeVisible()
  await dates.getByRole('button', { name: strings.calendar.heading }).click()
  await expect(dates).toContainText('Practice: Key cmk-contoso-prod expires (contoso-prod)')
  const { drift } = strings
  await operations.drift.getByRole('button', { name: drift.snoozeOf({ what: 'Key dates' }) }).click()
  const review = frame.page.getByRole('dialog')
  await review.getByRole('button', { name: drift.snooze }).click()
  await expect(review).toContainText(drift.reasonMissing)
  await review.getByLabel(drift.reason).fill('Renewed next week')
  await review.getByRole('button', { name: drift.snooze }).click()
  await expect(review).toHaveCount(0)
  await operations.drift.getByRole('button', { name: drift.snoozed({ count: 1 }) }).click()
  await expect(operations.drift).toContainText('Renewed next week')
  await operations.drift.getByRole('button', { name: drift.resumeOf({ what: 'Key dates' }) }).click()
  await expect(operations.drift.getByRole('button', { name: drift.snoozeOf({ what: 'Key dates' }) })).toBeVisible()
  const file = path.join(wizard.profile, 'dates.ics')
  await picking(wizard, file)
  await dates.getByRole('button', { name: strings.calendar.save }).click()
  await expect(dates).toContainText(strings.evidence.saved({ name: 'dates.ics' }))
  const events = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8'))).getAllSubcomponents('vevent')
  expectValue(events.map((event) => new ICAL.Event(event).summary)).toEqual([
    'Practice: Key cmk-contoso-prod expires (contoso-prod)',
    'Practice: Review the customer-managed key (contoso-prod)',
  ])

  await operations.showCauses()
  const cause = operations.causes.getByRole('row', { name: /^The key expires/ })
  await expect(cause).toContainText('Known:')
  await expect(cause).toContainText(strings.whatIf.states.clear)
  await frame.letAnHourPass()
  await operations.compareWithEnd()
  await expect(cause).toContainText(strings.whatIf.states.lost)
  await expect(main).toContainText('Clear the expiration date and save.')
})
