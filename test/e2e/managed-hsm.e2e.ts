import { describe, it } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

const HSM = 'hsm-contoso'

describe('a key in a Managed HSM', () => {
  it('managed-hsm: it is picked from the list, confirmed by a person, and ends encrypted', async () => {
    const wizard = await openWizard()
    const story = new Story(wizard)
    const { step } = story
    await story.practise('managed-hsm')
    await story.enableIntegration()
    await story.noteEnvironment()
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

  it('managed-hsm-not-activated: says what is missing, who can do it and how, and plans no key', async () => {
    const wizard = await openWizard()
    const story = new Story(wizard)
    const { step } = story
    await story.practise('managed-hsm-not-activated')
    await story.enableIntegration()
    await story.noteEnvironment()
    await step.field(strings.policy.vault).selectOption(`managed-hsm/${HSM}`)
    await story.checkChoices()
    await step.expectFinding({ id: 'F-411', title: `The Managed HSM ${HSM} isn’t activated`, owner: 'key-vault-administrator' })
  })
})
