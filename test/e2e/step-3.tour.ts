import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { clipboardOf, picking } from './desk.ts'
import { expect } from './expect.ts'
import { oneWizard } from './one-wizard.ts'
import { Story } from './story.ts'

const started = oneWizard()

it('writes the plan as a script that can be read, copied, saved, and put in place of the wizard’s own hands', async () => {
  const folder = testFolder()
  const wizard = started()
  const story = new Story(wizard)
  const { page } = wizard
  const guide = page.getByRole('complementary', { name: strings.frame.guide })
  const openTab = async () => (await story.frame.openHelp()).getByRole('tab', { name: strings.script.tab }).click()
  await story.openAt('ready-to-enable', 'step-2')
  await openTab()
  await expect(guide).toContainText(strings.script.nothing.step)
  // The help lies over what leads on.
  await story.frame.closeHelp()
  await story.noteEnvironment()
  await story.checkChoices()
  await openTab()
  const text = guide.getByLabel(strings.script.contentOf({ file: 'enable-cmk.sh' }))
  await expect(text).toContainText('#!/usr/bin/env bash')
  await expect(text).not.toContainText('Add contoso-prod to the policy')

  await guide.getByLabel(strings.script.of).selectOption('whole')
  await expect(text).toContainText('Add contoso-prod to the policy')
  await guide.getByRole('button', { name: strings.copy.what({ of: 'enable-cmk.sh' }) }).click()
  await expect.poll(() => clipboardOf(wizard)).toBe(await text.textContent())

  await picking(wizard, undefined)
  await guide.getByRole('button', { name: strings.script.saveFile({ file: 'enable-cmk.sh' }) }).click()
  await picking(wizard, path.join(folder, 'mine.sh'))
  await guide.getByRole('button', { name: strings.script.saveFile({ file: 'enable-cmk.sh' }) }).click()
  await expect(guide).toContainText(strings.script.saved({ name: 'mine.sh' }))
  expectValue(readFileSync(path.join(folder, 'mine.sh'), 'utf8')).toContain('Add contoso-prod to the policy')

  await guide.getByLabel(strings.script.language).selectOption('bicep')
  await expect(guide.getByLabel(strings.script.contentOf({ file: 'main.bicep' }), { exact: true })).toContainText('targetScope')
  await guide.getByRole('button', { name: strings.script.checkAgain }).click()
  await expect(story.step.main.getByRole('region', { name: strings.findings.heading })).toHaveAttribute('aria-busy', 'false')
  await story.frame.closeHelp()
})

it('chooses by keyboard who gets Reader: by name, through the plan, with the ID in the details', async () => {
  const wizard = started()
  const { page } = wizard
  const story = new Story(wizard)
  const { frame, step } = story
  await story.openAt('ready-to-enable', 'step-3')
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
