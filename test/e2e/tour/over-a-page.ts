import { openOver } from '../desk.ts'
import { expect } from '../expect.ts'
import type { Wizard } from '../launch.ts'
import type { Arrive } from './tour.ts'

const OVER = { everyLanguage: true, forced: true } as const

/** Dialogs that the menu opens over the page. Opened by main's message to the page: the menu has other words in another language. */
export async function overAPage(wizard: Wizard, arrive: Arrive): Promise<void> {
  const { page } = wizard
  await openOver(wizard, 'find')
  await expect(page.getByRole('search')).toBeVisible()
  await arrive('over-find', OVER)
  await page.getByRole('search').getByRole('textbox').press('Escape')
  for (const command of [
    'settings',
    'search',
    'activity',
    'shortcuts',
    'whats-new',
    'first-contact',
    'help',
    'report',
    'licenses',
    'about',
  ] as const) {
    await openOver(wizard, command)
    await expect(page.getByRole('dialog')).toBeVisible()
    await arrive(`over-${command}`, OVER)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}
