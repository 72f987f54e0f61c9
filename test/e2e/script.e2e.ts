import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { picking } from './save-dialog.ts'
import { Story } from './story.ts'

it('writes the plan as a script that can be read, copied, saved, and put in place of the wizard’s own hands', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wizard-script-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const wizard = await openWizard('--practice=ready-to-enable')
  const story = new Story(wizard)
  const { page } = wizard
  const guide = page.getByRole('complementary', { name: strings.frame.guide })
  const openTab = async () => (await story.frame.openHelp()).getByRole('tab', { name: strings.script.tab }).click()
  await openTab()
  await expect(guide).toContainText(strings.script.nothing.step)
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await openTab()
  const text = guide.getByLabel(strings.script.contentOf({ file: 'enable-cmk.sh' }))
  await expect(text).toContainText('#!/usr/bin/env bash')
  await expect(text).not.toContainText('Add contoso-prod to the policy')

  await guide.getByLabel(strings.script.of).selectOption('whole')
  await expect(text).toContainText('Add contoso-prod to the policy')
  await guide.getByRole('button', { name: strings.copy.what({ of: 'enable-cmk.sh' }) }).click()
  await expect.poll(() => story.clipboard()).toBe(await text.textContent())

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
})
