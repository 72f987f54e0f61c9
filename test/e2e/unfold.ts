import type { Page } from '@playwright/test'

/** Opens every part of the page that is folded under its heading. */
export async function unfoldAll(page: Page): Promise<void> {
  const folded = page.getByRole('main').locator('h2 > button[aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().click()
}
