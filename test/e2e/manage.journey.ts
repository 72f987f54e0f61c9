import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { Story } from './story.ts'

it('compares with the end: nothing at first, and after the key is rotated its version', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  const operations = new OperationsPage(story.frame)
  await story.openAt('already-encrypted', 'done')
  await operations.open()
  await story.frame.expectNewPage(strings.operations.title)
  await operations.compareWithEnd()
  await expect(operations.drift).toContainText(strings.drift.nothing)
  await expect(operations.compare).toBeFocused()

  await operations.choose('rotate')
  await story.frame.expectNewPage(GUIDES.rotate.title)
  // One change and no downtime, a day’s wait, and a confirmation at the end.
  await story.step.expectChanges(1)
  await story.apply(1)
  await expect(story.frame.heading).toHaveText(/^Rotated by .+ at the latest$/)
  // Nothing loses its tick: a rotation touches only the key's versions.
  const map = wizard.page.getByRole('region', { name: strings.keyMap.heading })
  await expect(map.filter({ hasText: 'New version taking effect' }).first()).toContainText('Encrypted with your key')
  await expect(wizard.page.getByRole('navigation', { name: strings.frame.steps })).not.toContainText('Not checked')
  await expect(story.step.main).toContainText('You have nothing to do. Users keep working.')
  const date = path.join(testFolder(), 'date.ics')
  await picking(wizard, date)
  await story.step.main.getByRole('button', { name: strings.versions.saveDate }).click()
  await expect(story.step.main).toContainText(strings.evidence.saved({ name: 'date.ics' }))
  expectValue(readFileSync(date, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(1)
  await story.frame.letADayPass()
  await story.step.confirmFinding('Does everything work on the new key version?')
  await expect(story.frame.heading).toHaveText(GUIDES.rotate.outcome)
  await expect(story.step.main).toContainText('Keep the old one until')
  await story.frame.press(strings.footer.back)
  await story.frame.expectNewPage(strings.operations.title)

  await operations.compareWithEnd()
  await expect(operations.drift.getByRole('row', { name: 'Current key version' })).toContainText(strings.drift.turns.other)
  await expect(operations.drift).toContainText(strings.drift.toPutRight({ worse: 0 }))
})
