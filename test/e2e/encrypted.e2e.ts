import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

describe('the other scenarios that end encrypted', () => {
  it('already-encrypted: every step finds its work done, and nothing is planned or written', async () => {
    const story = new Story(await openWizard())
    const { frame, step } = story
    await story.practise('already-encrypted')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
    await expect(step.plan).toHaveCount(0)
    await frame.press(strings.footer.next)
    await expect(frame.heading).toHaveText(GUIDES.membership.title)
    await expect(step.plan).toHaveCount(0)
    await story.confirmLicences()
    await story.finish()
    await expect(step.main.getByRole('region', { name: strings.receipts.heading })).toHaveCount(0)
  })

  it('key-expires-soon: the expiry is confirmed before the link, and is in the confirmation with both dates', async () => {
    const story = new Story(await openWizard())
    const { frame, step } = story
    await story.practise('key-expires-soon')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await frame.press(strings.footer.next)
    await expect(frame.heading).toHaveText(GUIDES.membership.title)
    await story.confirmLicences()
    await step.confirmFinding(/^The key cmk-contoso-prod expires on .* UTC: add the environment anyway\?$/)
    await frame.press(strings.footer.review({ changes: 1 }))
    await expect(step.confirmation).toContainText(/The key expires on .* UTC.*encryption can take until .* UTC/)
    await step.typedName.fill(story.environment)
    await step.confirm(1).click()
    await story.waitForTheEnd()
  })

  it('not-managed: the environment is made a Managed Environment before it is added', async () => {
    const story = new Story(await openWizard())
    const { frame, step } = story
    await story.practise('not-managed')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.createEverything()
    await step.showPlanned()
    await expect(step.finding('The environment isn’t a Managed Environment')).toContainText(strings.findings.pills.planned)
    await step.showPlan()
    await expect(step.changes()).toContainText([/^Make contoso-prod a Managed Environment/, /^Add contoso-prod to the policy/])
    await story.confirmLicences()
    await story.applyByName(2)
    await expect(step.main).toContainText('Microsoft is enabling Managed Environments')
    await frame.letAnHourPass()
    await story.waitForTheEnd()
  })

  it('unified-environment: there is no Lifecycle Services step', async () => {
    const story = new Story(await openWizard(), 'contoso-unified')
    await story.practise('unified-environment')
    await story.enableIntegration()
    await expect(story.frame.page.getByRole('region', { name: strings.keyMap.heading })).toContainText('Unified')
    await story.noteEnvironment()
    await story.createEverything()
    await story.confirmLicences()
    await story.applyByName(1)
    await story.waitForTheEnd()
  })

  it('throttled: slower, with pauses that the services ask for, and nothing is lost', async () => {
    const story = new Story(await openWizard())
    await story.practise('throttled')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.createEverything()
    await story.confirmLicences()
    await story.applyByName(1)
    await story.waitForTheEnd()
  })
})
