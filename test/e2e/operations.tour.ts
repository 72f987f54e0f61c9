import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import type { ProtectionDefaults } from '#machines/procedure/templates/protections.ts'
import { BUILT_IN, type Template } from '#machines/procedure/templates/template.ts'
import { writeTemplates } from '#node/records/templates/templates-file.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { createProfile, launch } from './launch.ts'
import { oneWizard } from './one-wizard.ts'
import { OperationsPage } from './pages/operations-page.ts'
import { picture } from './picture.ts'
import { REMOVAL, Story } from './story.ts'

const PROTECTION: ProtectionDefaults = { locks: ['vault', 'policy'], rotation: true, auditLog: true }

/** On a computer with a template that proposes protections. */
const started = oneWizard(async () => {
  const profile = createProfile()
  const list: readonly Template[] = [{ ...BUILT_IN, name: 'Standard', protection: PROTECTION }]
  await writeFile(path.join(profile, 'templates.json'), writeTemplates({ list, chosen: 'Standard' }))
  return launch(profile)
})

/** An environment that has been encrypted before, chosen, and nothing of the four steps proved. */
async function chosen() {
  const story = new Story(started())
  const operations = new OperationsPage(story.frame)
  await story.openAt('already-encrypted', 'step-1')
  await expect(operations.entry).toHaveCount(0)
  await story.chooseEnvironment()
  return { story, operations }
}

it('proposes a template’s protections, which are planned together and confirmed as any change is', async () => {
  const wizard = started()
  const { story, operations } = await chosen()
  await operations.open()
  await operations.choose('protect')
  const { main } = story.step
  await expect(main).toContainText('Proposed by the template Standard')
  await expect(main).toContainText('Audit log: choose a workspace below.')
  await picture(wizard, 'proposed-protections')
  expectValue(await violations(wizard.page)).toEqual([])
  await main.getByRole('button', { name: 'Plan all 3' }).click()
  await story.step.expectChanges(3)
  // Planned protections aren't proposed again.
  await expect(main.getByRole('button', { name: 'Plan all 3' })).toHaveCount(0)
  await picture(wizard, 'proposed-protections-planned')
  await story.apply(3)
  await expect(main).toContainText('Audit log: choose a workspace below.')
})

it('cancels a start that is scheduled, and nothing is written', async () => {
  const story = new Story(started())
  await story.openAt('key-expires-soon', 'step-4')
  await story.confirmLicences()
  await story.step.confirmFinding(/^The key cmk-contoso-prod expires on .* UTC: add the environment anyway\?$/)
  await story.schedule(5)
  await story.frame.press(strings.schedule.cancel)
  await expect(story.frame.heading).toHaveText(GUIDES.membership.title)
  await story.frame.letADayPass()
  await expect(story.step.plan).toBeVisible()
  await expect(story.step.main).not.toContainText(/Starts in /)
  await expect(story.step.main.getByRole('region', { name: strings.receipts.heading })).toHaveCount(0)
})

it('lets an operation that takes users offline wait for a scheduled start as well', async () => {
  const { story, operations } = await chosen()
  await operations.open()
  await operations.choose('revert')
  await story.schedule(5, REMOVAL)
  await expect(story.step.main).toContainText(/Starts in [45] hours/)
  await story.reschedule(7)
  await expect(story.step.main).toContainText(/Starts in [67] hours/)
  await story.frame.letADayPass()
  await expect(story.frame.heading).toHaveText('Microsoft is returning the environment to the Microsoft-managed key')
})
