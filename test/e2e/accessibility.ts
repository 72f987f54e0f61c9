import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** All of axe's violations on the current page, in a line or two each. */
export async function violations(page: Page): Promise<string[]> {
  // It is half a megabyte, and would be put into the page twice for each look.
  const isThere = await page.evaluate(async () => {
    // A color on its way to that of the other theme is neither's.
    const changes = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(changes.map(({ finished }) => finished))
    return 'axe' in window
  })
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'window.axe !== undefined' } : {}) })
  // axe opens its own page unless configured not to, and Electron has none to give. Of what is in order, it describes one element.
  const found = await axe
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()
  return found.violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact ?? 'minor'} ${id}: ${help}. ${target.join(' ')}\n${failureSummary}`),
  )
}

/** Levels of all headings, in the order of the document. */
export const headingLevels = (page: Page): Promise<number[]> =>
  page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => Number(localName.slice(1))))

/** Levels of the headings that lack the one above them. */
export const gaps = (levels: readonly number[]): number[] => levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)

/** The parts of the page that a screen reader can jump to, as it announces them: roles with their names. */
export async function landmarks(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot()
  return tree.split('\n').flatMap((line) => /^- ((?:banner|navigation|main|complementary|contentinfo)(?: "[^"]*")?)/.exec(line)?.[1] ?? [])
}
