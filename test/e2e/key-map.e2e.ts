import type { Page } from '@playwright/test'
import { expect as expectValue, it } from 'vitest'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { openWizard } from './launch.ts'
import { Story } from './story.ts'
import { resize } from './window-size.ts'

const mapOf = (page: Page) => page.getByRole('region', { name: strings.keyMap.heading })

it('keeps the map in sight in one row while the page scrolls, without a jump and without covering what has the focus', async () => {
  const wizard = await openWizard('--practice=ready-to-enable')
  const { page } = wizard
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const story = new Story(wizard)
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  const scrolled = page.locator('main').locator('..')
  const compact = scrolled.locator('> [aria-hidden=true] > div')
  await expect(compact).toHaveCount(0)
  const height = await scrolled.evaluate((element) => element.scrollHeight)
  await scrolled.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await expect(compact).toBeVisible()
  expectValue(await scrolled.evaluate((element) => element.scrollHeight)).toBe(height)
  expectValue(await violations(page)).toEqual([])
  const covered = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button')].flatMap((button) => {
      button.focus()
      const { left, top, width } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + 2)
      return hit !== null && button.contains(hit) ? [] : [button.textContent]
    }),
  )
  expectValue(covered).toEqual([])
  await scrolled.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(compact).toHaveCount(0)
})

it('keeps the outlines of its parts in one row, where the window is low', async () => {
  const wizard = await openWizard('--practice=ready-to-enable')
  await resize(wizard, { width: 1200, height: 620, zoom: 1 })
  const parts = mapOf(wizard.page).getByRole('button', { name: /Finance and operations|Key vault/ })
  const outlines = await parts.evaluateAll((buttons) =>
    buttons.map((button) => [getComputedStyle(button).borderTopWidth, getComputedStyle(button).paddingInlineStart]),
  )
  expectValue(outlines).toEqual([
    ['1px', '9px'],
    ['1px', '9px'],
  ])
})

it('shows only the findings of the part that is selected, by keyboard, until all are shown again', async () => {
  const wizard = await openWizard('--practice=no-reader')
  const { page } = wizard
  const story = new Story(wizard)
  await story.enableIntegration()
  await story.noteEnvironment()
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
