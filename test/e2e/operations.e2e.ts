import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import type { ProtectionDefaults } from '../../machines/procedure/templates/protections.ts'
import { BUILT_IN, type Template } from '../../machines/procedure/templates/template.ts'
import type { ScenarioName } from '../../practice/scenario-titles.ts'
import { writeTemplates } from '../../records/templates/templates-file.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { createProfile, endedWithTest, launch, openWizard } from './launch.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { picture } from './picture.ts'
import { Story } from './story.ts'

/** An environment that has been encrypted before, chosen, and nothing of the four steps proved. */
async function chosen(scenario: ScenarioName = 'already-encrypted') {
  const story = new Story(await openWizard(`--practice=${scenario}`))
  const operations = new OperationsPage(story.frame)
  await expect(operations.entry).toHaveCount(0)
  await story.pickEnvironment()
  return { story, operations }
}

it('rotates the key: one change, no downtime, a day’s wait, and a confirmation at the end', async () => {
  const { story, operations } = await chosen()
  await operations.open()
  await story.frame.expectNewPage(strings.operations.title)
  await operations.choose('rotate')
  await story.frame.expectNewPage(GUIDES.rotate.title)
  await story.step.expectChanges(1)
  await story.apply(1)
  await expect(story.frame.heading).toHaveText('The new key version is taking effect')
  await story.frame.letADayPass()
  await story.step.confirmFinding('Does everything work on the new key version?')
  await expect(story.frame.heading).toHaveText(GUIDES.rotate.outcome)
  await expect(story.step.main).toContainText('Keep the old one until')
  await story.frame.press(strings.footer.back)
  await story.frame.expectNewPage(strings.operations.title)
})

it('proposes a template’s protections, which are planned together and confirmed as any change is', async () => {
  const profile = createProfile()
  const protection: ProtectionDefaults = { locks: ['vault', 'policy'], rotation: true, auditLog: true }
  const list: readonly Template[] = [{ ...BUILT_IN, name: 'Standard', protection }]
  await writeFile(path.join(profile, 'templates.json'), writeTemplates({ list, chosen: 'Standard' }))
  const wizard = endedWithTest(await launch(profile, ['--practice=already-encrypted']))
  const story = new Story(wizard)
  const operations = new OperationsPage(story.frame)
  await story.pickEnvironment()
  await operations.open()
  await operations.choose('protect')
  const { main } = story.step
  await expect(main).toContainText('Proposed by the template Standard')
  await expect(main).toContainText('Audit log: choose a workspace below.')
  await picture(wizard, 'proposed-protections')
  expectValue(await violations(wizard.page)).toEqual([])
  await main.getByRole('button', { name: 'Plan all 3' }).click()
  await story.step.expectChanges(3)
  // What was wished isn't proposed again.
  await expect(main.getByRole('button', { name: 'Plan all 3' })).toHaveCount(0)
  await picture(wizard, 'proposed-protections-planned')
  await story.apply(3)
  await expect(main).toContainText('Audit log: choose a workspace below.')
})

it('goes back to the Microsoft-managed key, by the environment’s name, and says what to keep', async () => {
  const { story, operations } = await chosen()
  await operations.open()
  await operations.choose('revert')
  await story.applyByName(1)
  await expect(story.frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
  await story.frame.letADayPass()
  await story.frame.letADayPass()
  await expect(story.frame.heading).toHaveText(GUIDES.revert.outcome)
  await story.step.showPasses()
  await expect(story.step.main).toContainText(/Keep the key, its key vault, and the policy’s access until \w{3} \d{1,2}, 20\d\d/)
  await story.frame.press(strings.footer.back)
  await expect(operations.list).toContainText('Done here')
})

it('compares with the end: nothing at first, and after a rotation the version of the key', async () => {
  const story = new Story(await openWizard())
  const operations = new OperationsPage(story.frame)
  await story.practise('already-encrypted')
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await story.frame.press(strings.footer.next)
  await story.confirmLicences()
  await story.finish()
  await operations.open()
  await operations.compare.click()
  await expect(operations.drift).toContainText(strings.drift.nothing)
  await expect(operations.compare).toBeFocused()
  await operations.choose('rotate')
  await story.apply(1)
  await story.frame.letADayPass()
  await story.step.confirmFinding('Does everything work on the new key version?')
  await story.frame.press(strings.footer.back)
  await operations.compare.click()
  await expect(operations.drift.getByRole('row', { name: 'Current key version' })).toContainText(strings.drift.turns.other)
  await expect(operations.drift).toContainText(strings.drift.toPutRight({ worse: 0 }))
})

it('changes the policy: nothing without a choice, three changes by name, two outages, and what to keep', async () => {
  const { story, operations } = await chosen('another-policy')
  await operations.open()
  await operations.choose('change')
  await story.frame.expectNewPage(GUIDES.change.title)
  await story.frame.press(strings.footer.checkPolicy)
  await expect(story.frame.footer).toContainText('Choose the policy first.')
  await operations.policy('cmk-contoso-next').check()
  await story.frame.press(strings.footer.checkPolicy)
  await story.step.expectChanges(3)
  await expect(story.step.changes().nth(0)).toContainText('kv-contoso-cmk')
  await story.applyByName(3)
  await expect(story.frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
  await story.frame.letADayPass()
  await story.frame.letADayPass()
  await expect(story.frame.heading).toHaveText('Microsoft is encrypting the environment')
  await story.frame.letADayPass()
  await story.frame.letADayPass()
  await expect(story.frame.heading).toHaveText(GUIDES.change.outcome)
  await story.step.showPasses()
  await expect(story.step.main).toContainText(/Keep the old key, its key vault, and the old policy’s access until \w{3} \d{1,2}, 20\d\d/)
})

it('re-enables a locked environment: gives the access back, says that a person presses the button, and sees it on', async () => {
  const { story, operations } = await chosen('locked')
  await operations.open()
  await operations.choose('re-enable')
  await expect(story.step.finding(/^The environment is locked\. A production environment is deleted 30 days/)).toBeVisible()
  await story.apply(1)
  await expect(story.step.finding('The environment is disabled, and you can re-enable it now')).toBeVisible()
  await story.frame.letAnHourPass()
  await story.step.checkAgain()
  await expect(story.frame.heading).toHaveText(GUIDES['re-enable'].outcome)
})

it('says of an environment that is on that nothing has to be re-enabled', async () => {
  const { story, operations } = await chosen()
  await operations.open()
  await operations.choose('re-enable')
  await expect(story.frame.heading).toHaveText(GUIDES['re-enable'].outcome)
  await story.step.showPasses()
  await expect(story.step.main).toContainText('The environment is enabled')
})
