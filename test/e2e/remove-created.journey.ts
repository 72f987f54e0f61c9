import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { removalStrings as words } from '../strings.ts'
import { picking } from './desk.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'

it('leaves after step 3: reads what was created, shows what can go in which order, and saves the script', async () => {
  const wizard = await openWizard()
  const story = new Story(wizard)
  await story.openAt('ready-to-enable', 'step-4')
  await wizard.page.getByRole('button', { name: words.open }).click()
  const dialog = wizard.page.getByRole('dialog', { name: words.title })
  await expect(dialog).toContainText('Key vault kv-contoso-cmk')
  await expect(dialog).toContainText('Resource group rg-contoso-cmk')
  const shown = await dialog.getByRole('group', { name: words.script }).textContent()

  const file = path.join(testFolder(), 'mine.sh')
  await picking(wizard, file)
  await dialog.getByRole('button', { name: words.save }).click()
  await expect(dialog).toContainText(words.saved({ name: 'mine.sh' }))
  expectValue(readFileSync(file, 'utf8')).toBe(shown)
})
