import { it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { Story } from './story.ts'

it('compares with the end: nothing at first, and after the key is rotated its version', async () => {
  const story = new Story(await openWizard())
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
