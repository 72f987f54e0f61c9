import type { Page } from '@playwright/test'
import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { oneWizard } from './one-wizard.ts'
import { Story } from './story.ts'

const started = oneWizard()

const mapOf = (page: Page) => page.getByRole('region', { name: strings.keyMap.heading })

it('keeps the map in sight in one row while the page scrolls, without a jump and without covering what has the focus', async () => {
  const wizard = started()
  const { page } = wizard
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const story = new Story(wizard)
  await story.openAt('ready-to-enable', 'step-3')
  await story.checkChoices()
  const scrolled = page.locator('main').locator('..')
  await mapOf(page).getByRole('button', { name: strings.keyMap.more }).click()
  const compact = scrolled.locator('> [aria-hidden=true] > div')
  await expect(compact).toHaveCount(0)
  const height = await scrolled.evaluate((element) => element.scrollHeight)
  await scrolled.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await expect(compact).toBeVisible()
  expectValue(await scrolled.evaluate((element) => element.scrollHeight)).toBe(height)
  expectValue(await violations(page)).toEqual([])
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button')].flatMap((button) => {
      // Closed details take no focus.
      if (!button.checkVisibility()) return []
      button.focus()
      const { left, top, width } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + 2)
      return hit !== null && button.contains(hit) ? [] : [button.textContent]
    }),
  )
  expectValue(covered).toEqual([])
  await scrolled.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(compact).toHaveCount(0)
  // It’s remembered: the next page begins with one line again.
  await mapOf(page).getByRole('button', { name: strings.keyMap.less }).click()
})

/** Words on the map that end in an ellipsis. */
const shortened = (page: Page): Promise<(string | null)[]> =>
  mapOf(page)
    .locator('span')
    .evaluateAll((words) =>
      words
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
        )
        .filter((each) => getComputedStyle(each).textOverflow === 'ellipsis')
        .map((each) => each.textContent),
    )

it('stays in one line of at most 56 pixels on a working page, in sight wherever the page is scrolled to, with every word whole', async () => {
  const { page } = started()
  await new Story(started()).openAt('ready-to-enable', 'step-1')
  const scrolled = page.locator('main').locator('..')
  await scrolled.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await expect(mapOf(page)).toBeInViewport()
  expectValue(await mapOf(page).evaluate((element) => element.getBoundingClientRect().height)).toBeLessThanOrEqual(57)
  expectValue(await shortened(page)).toEqual([])
})

it('shows only the findings of the part that is selected, by keyboard, until all are shown again', async () => {
  const wizard = started()
  const { page } = wizard
  const story = new Story(wizard)
  await story.openAt('no-reader', 'step-3')
  await story.checkChoices()
  const map = mapOf(page)
  const main = page.getByRole('main')
  await map.getByRole('button', { name: 'Membership' }).press('Enter')
  await expect(map.getByRole('dialog')).toBeFocused()
  const showing = strings.keyMap.showing({ part: 'Membership' })
  await expect(main).toContainText(showing)
  await page.keyboard.press('Escape')
  await expect(map.getByRole('button', { name: 'Membership' })).toBeFocused()
  await expect(main).toContainText(showing)
  expectValue(await violations(page)).toEqual([])
  await main.getByRole('button', { name: strings.keyMap.showAll }).press('Enter')
  await expect(main).not.toContainText(showing)
  await expect(main.getByRole('heading', { name: strings.findings.heading })).toBeFocused()
})
