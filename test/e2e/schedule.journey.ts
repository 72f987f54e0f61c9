import { readFileSync } from 'node:fs'
import path from 'node:path'
import ICAL from 'ical.js'
import { expect as expectValue, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { picture } from './picture.ts'
import { Story } from './story.ts'

it('a start that is scheduled waits for its time, reads everything again, and ends encrypted', async () => {
  const wizard = await openWizard()
  const folder = testFolder()
  const story = new Story(wizard)
  const { main } = story.step
  await story.openAt('key-expires-soon', 'step-4')
  await story.confirmLicences()
  await story.step.confirmFinding(/^The key cmk-contoso-prod expires on .* UTC: add the environment anyway\?$/)
  await expect(main).toContainText('Now, or at a time you choose')

  // Before anything is confirmed, those who approve it get the plan.
  await main.getByRole('button', { name: strings.changeRequest.heading }).click()
  await picture(wizard, 'change-request')
  await picking(wizard, path.join(folder, 'request.pdf'))
  await main.getByRole('button', { name: strings.evidence.formats.pdf.button }).click()
  await expect(main).toContainText(strings.evidence.saved({ name: 'request.pdf' }))
  expectValue(readFileSync(path.join(folder, 'request.pdf')).subarray(0, 5).toString()).toBe('%PDF-')

  await story.schedule(5)
  await expect(main).toContainText(/Starts in [45] hours/)
  expectValue(await violations(story.frame.page)).toEqual([])
  await picture(wizard, 'scheduled')
  await main.getByRole('button', { name: strings.schedule.draft }).click()
  await expect(main).toContainText('Finance and operations will be offline for part of the time from')
  expectValue(await violations(story.frame.page)).toEqual([])
  await main.getByRole('button', { name: strings.schedule.draft }).click()
  const entry = path.join(folder, 'entry.ics')
  await picking(wizard, entry)
  await main.getByRole('button', { name: strings.calendar.saveOutage }).click()
  await expect(main).toContainText(strings.evidence.saved({ name: 'entry.ics' }))
  const eventIn = (file: string) =>
    new ICAL.Event(new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8'))).getFirstSubcomponent('vevent') ?? undefined)
  expectValue(eventIn(entry).duration.toString()).toBe('P4D')

  await expect(main).toContainText(strings.schedule.doneHere({ done: 1, of: 3 }))

  // The time is changed in the same dialog; until another is confirmed, the first one counts.
  const first = await story.frame.heading.textContent()
  await story.frame.press(strings.schedule.changeTime)
  await expect(story.step.startAt('later')).toBeChecked()
  await picture(wizard, 'schedule-change-time')
  expectValue(await violations(story.frame.page)).toEqual([])
  await story.step.confirmation.getByRole('button', { name: strings.confirmation.cancel }).click()
  await expect(story.frame.heading).toHaveText(first ?? '')
  await story.reschedule(7)
  await expect(main).toContainText(/Starts in [67] hours/)
  await expect(story.frame.heading).not.toHaveText(first ?? '')
  await expect(main).toContainText(strings.schedule.doneHere({ done: 0, of: 3 }))
  await picking(wizard, entry)
  await main.getByRole('button', { name: strings.calendar.saveOutage }).click()
  await expect(main).toContainText(strings.evidence.saved({ name: 'entry.ics' }))

  // Canceling the start withdraws the message to the users.
  await story.frame.press(strings.schedule.cancel)
  await expect(main).toContainText(strings.schedule.wasCanceled)
  await main.getByRole('button', { name: strings.schedule.mail.canceled }).click()
  await picture(wizard, 'schedule-canceled')
  expectValue(await violations(story.frame.page)).toEqual([])
  const canceled = path.join(folder, 'canceled.ics')
  await picking(wizard, canceled)
  await main.getByRole('button', { name: strings.calendar.saveCanceled }).click()
  await expect(main).toContainText(strings.evidence.saved({ name: 'canceled.ics' }))
  expectValue([eventIn(canceled).uid, eventIn(canceled).component.getFirstPropertyValue('status')]).toEqual([
    eventIn(entry).uid,
    'CANCELLED',
  ])

  await story.schedule(5)
  await expect(main).not.toContainText(strings.schedule.wasCanceled)
  // A day is let pass at most until the start: then everything is read, and the change is made.
  await story.frame.letADayPass()
  await story.waitForTheEnd()
})
