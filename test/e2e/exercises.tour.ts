import { expect as expectValue, it } from 'vitest'
import { exerciseStrings as words } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

it('an exercise says its goal, gives a hint, and is solved when the services say so', async () => {
  const wizard = await openWizard()
  const { page } = wizard
  const { start, step, frame } = new Story(wizard)
  await start.toCases.click()
  await start.unfold(words.heading)
  await page.getByRole('button', { name: words.startOf({ title: 'The backup comes first' }) }).click()

  const exercise = page.getByRole('region', { name: words.underWay({ title: 'The backup comes first' }) })
  await expect(exercise).toContainText(words.notSolved)
  await exercise.getByRole('button', { name: words.hint({ number: 1, of: 3 }) }).click()
  await expect(exercise).toContainText(words.hintShown({ number: 1, hint: 'Something is running in the environment.' }))
  expectValue(await violations(page)).toEqual([])

  await frame.letAnHourPass()
  await step.checkAgain()
  await step.confirmFinding('Is contoso-prod the right environment?')
  await expect(exercise).toContainText(words.solved)
  await expect(exercise.getByRole('button')).toHaveCount(0)
})
