import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { oneWizard } from './one-wizard.ts'
import { Story } from './story.ts'

const started = oneWizard()

describe('other places and origins of a key, to the encrypted end', () => {
  it('imported-key: no policy is planned before a colleague has imported the key', async () => {
    const story = new Story(started())
    const { frame, step } = story
    await story.openAt('imported-key', 'step-3')
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
})

const HSM = 'hsm-contoso'

describe('a key in a Managed HSM', () => {
  it('managed-hsm: it is picked from the list, confirmed by a person, and ends encrypted', async () => {
    const story = new Story(started())
    const { step } = story
    await story.openAt('managed-hsm', 'step-3')
    await step.field(strings.policy.vault).selectOption(`managed-hsm/${HSM}`)
    await expect(step.main).toContainText(strings.policy.hsmExists({ group: 'rg-contoso-cmk' }))
    await story.checkChoices()
    await expect(step.main.getByRole('region', { name: strings.policy.chosenHeading })).toContainText(strings.policy.hsm)
    await step.expectFinding({ id: 'F-412', title: 'Can a Managed HSM hold the key of this environment?', owner: 'you' })
    await step.confirmFinding('Can a Managed HSM hold the key of this environment?')
    await step.expectChanges(4)
    await story.applyPolicy(4)
    await story.encrypt()
  })
})
