import { OFFERED } from '#messages/languages.ts'
import { expect } from '../expect.ts'
import type { Wizard } from '../launch.ts'
import { drawn } from '../window-size.ts'
import { showInstead } from './shown.ts'
import { ACCENTED } from './words.ts'

/** From right to left. */
export const MIRRORED = 'en-XB'
/** Translations of the window, and the mirrored English. */
export const OTHER_LANGUAGES: readonly string[] = [MIRRORED, ...OFFERED.filter((each) => each !== 'en')]

/**
 * Shows the page on screen in another language, as a person may change it at any time. The wizard is started in the accented one, to which only
 * such a run goes back. Main is not asked for the mirrored one: it is a matter of the page, until main shows its next view.
 */
export async function speak(wizard: Wizard, language: string): Promise<void> {
  const { page } = wizard
  if (language === MIRRORED) await showInstead(wizard, (view) => ({ ...view, language }))
  else
    await page.evaluate(
      (chosen) => window.wizard.call('settings:change', { language: chosen }),
      language === ACCENTED ? 'system' : language,
    )
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await drawn(wizard)
}
