import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

it('chooses by keyboard who gets Reader: by name, through the plan, with the ID in the details', async () => {
  const wizard = await openWizard()
  const { page } = wizard
  const story = new Story(wizard)
  const { frame, step } = story
  await story.practise('ready-to-enable')
  await story.enableIntegration()
  await story.noteEnvironment()
  const field = step.field(strings.policy.administrator)
  await expect(field).toHaveValue('Ada Marsh (ada@contoso.example)')
  await field.selectText()
  await page.keyboard.type('okaf')
  const option = page.getByRole('option', { name: 'Grace Okafor' })
  await expect(option).toBeVisible()
  expectValue(await violations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Grace Okafor (grace@contoso.example)')
  await expect(option).toHaveCount(0)
  await story.checkChoices()
  await expect(step.main.getByRole('region', { name: strings.policy.chosenHeading })).toContainText('Grace Okafor')
  await frame.press(strings.footer.review({ changes: 7 }))
  await expect(step.confirmation).toContainText('Assign Reader on the policy cmk-contoso-prod to Grace Okafor (grace@contoso.example)')
})
