import { describe, expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { clipboardOf } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

describe('everything is checked before any step', () => {
  it('reads all four steps at once, lists what is missing with who can help, and leads on to the steps', async () => {
    const wizard = await openWizard()
    const story = new Story(wizard)
    const { frame, step } = story
    await story.practise('no-reader')
    await story.coverage.assess()
    await frame.openPart('preflight')
    await frame.expectNewPage(strings.preflight.title)

    await step.environment('contoso-prod').check()
    await frame.press(strings.footer.checkEnvironment)
    await expect(step.main.getByRole('button', { name: strings.preflight.checkAll })).toBeVisible()
    // The licences are a question of step 4: it is asked here though no step has been taken.
    await expect(step.main.getByRole('button', { name: 'Do the environment’s users have the required licenses?' })).toBeVisible()

    await step.main.getByRole('button', { name: strings.preflight.checkAll }).click()
    await expect(step.main).toContainText(/checked today/)

    await frame.goOn()
    await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
    await frame.openPart('preflight')
    await frame.press(strings.footer.back)
    await expect(frame.heading).toHaveText(strings.prepare.title)
    await frame.press(strings.footer.back)
    await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
    expectValue(await clipboardOf(wizard)).not.toContain('undefined')
  })
})
