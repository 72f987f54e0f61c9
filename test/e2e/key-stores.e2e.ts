import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { said } from './said.ts'
import { Story } from './story.ts'

describe('other places and origins of a key, to the encrypted end', () => {
  it('private-vault: the key is read and created beside the vault’s network, and it says so', async () => {
    const story = new Story(await openWizard())
    const { step } = story
    await story.practise('private-vault')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await step.expectFinding({
      id: 'F-405',
      title: 'The key vault blocks this computer’s network; Azure Resource Manager shows no key cmk-contoso-prod',
      owner: 'you',
    })
    await step.expectChanges(3)
    await story.applyPolicy(3)
    await step.expectFinding({
      id: 'F-405',
      title: 'The key vault blocks this computer’s network, so the key was read through Azure Resource Manager',
      owner: 'you',
    })
    await story.encrypt()
  })

  it('imported-key: no policy is planned before a colleague has imported the key', async () => {
    const story = new Story(await openWizard())
    const { frame, step } = story
    await story.practise('imported-key')
    await story.enableIntegration()
    await story.noteEnvironment()
    await step.main.getByRole('radio', { name: strings.policy.keyImported }).check()
    await expect(step.main.getByRole('group', { name: strings.policy.keySize })).toHaveCount(0)
    await story.checkChoices()
    const title = 'Import the key cmk-contoso-prod before the policy is created'
    await step.expectFinding({ id: 'F-414', title, owner: 'key-vault-administrator' })
    await step.finding(title).getByRole('button', { name: strings.findings.byHand }).click()
    await expect(step.finding(title)).toContainText('az keyvault key import')
    await expect(step.plan).toHaveCount(0)
    await frame.letAnHourPass()
    await step.checkAgain()
    await step.expectChanges(2)
    await story.applyPolicy(2)
    await story.encrypt()
  })

  it('earlier-key: what differs is said before the change, and the end says until when Microsoft keeps the earlier key', async () => {
    const story = new Story(await openWizard())
    const { frame, step } = story
    await story.practise('earlier-key')
    await story.enableIntegration()
    await step.expectFinding({
      id: 'F-008',
      title: 'The environment seems to have an earlier, self-managed key (BYOK)',
      owner: 'power-platform-administrator',
    })
    await story.noteEnvironment()
    await story.createEverything()
    await step.expectFinding({
      id: 'F-008',
      title: 'The environment moves from its earlier, self-managed key (BYOK) to yours',
      owner: 'power-platform-administrator',
    })
    await story.confirmLicences()
    await frame.press(strings.footer.review({ changes: 2 }))
    await expect(step.confirmation).toContainText('Microsoft keeps it for at least 28 days')
    await step.typedName.fill(story.environment)
    await step.confirm(2).click()
    await expect(step.main).toContainText(said`Microsoft is enabling Managed Environments`)
    await frame.letAnHourPass()
    await expect(frame.heading).toHaveText(said`Microsoft is encrypting the environment`)
    await frame.letADayPass()
    await story.finish()
    await step.main.getByRole('button', { name: 'The earlier key (BYOK)' }).click()
    await expect(step.main).toContainText('Microsoft keeps the earlier key (BYOK) at least until')
  })
})
