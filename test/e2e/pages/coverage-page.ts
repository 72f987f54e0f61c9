import type { Locator, Page } from '@playwright/test'
import { verbatim } from '#machines/messages/message.ts'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import type { Keyboard } from '../keyboard.ts'
import { either, wholly } from '../patterns.ts'
import type { Frame } from './frame.ts'

/** The page about what the key covers. */
export class CoveragePage {
  readonly main: Locator
  /** Questions without an answer. */
  readonly unanswered: Locator
  /** Answers No for the rest of a group. */
  readonly none: Locator

  constructor(
    page: Page,
    private readonly frame: Frame,
  ) {
    this.main = page.getByRole('main')
    this.unanswered = this.main.locator('[role=radiogroup][data-open]')
    const { noneOfThese, noneOfTheRest } = strings.coverage
    this.none = this.main.getByRole('button', { name: either(wholly(noneOfThese), wholly(noneOfTheRest)) })
  }

  async open(): Promise<void> {
    await this.frame.openPart('coverage')
    await expect(this.frame.heading).toHaveText(strings.coverage.title)
  }

  answer(item: CoverageItemId, answer: keyof typeof strings.coverage.answers = 'yes'): Locator {
    const question = this.main.getByRole('radiogroup', { name: english.text(coverageItem(item).title), exact: true })
    return question.getByRole('radio', { name: strings.coverage.answers[answer], exact: true })
  }

  /** Answers in this order, so that an app comes before its parts; everything else isn't used. */
  async use(...items: readonly CoverageItemId[]): Promise<void> {
    for (const item of items) await this.answer(item).check()
    if (!items.includes('lifecycle-services')) await this.answer('lifecycle-services', 'no').check()
    while ((await this.none.count()) > 0) await this.none.first().click()
    const no = this.unanswered.first().getByRole('radio', { name: strings.coverage.answers.no, exact: true })
    while ((await this.unanswered.count()) > 0) await no.check()
    await this.frame.press(strings.coverage.assess)
    await expect(this.main.getByRole('heading', { level: 2, name: strings.coverage.gaps })).toBeVisible()
  }

  /** Answers for most environments: both are covered, so that nothing is left to acknowledge. From any page and back to it. */
  async assess(): Promise<void> {
    await this.open()
    await this.use('finance', 'supply-chain-management')
    await this.toTheSteps()
    await expect(this.frame.heading).not.toHaveText(strings.coverage.title)
  }

  /** An app’s line, with all that opens below it. */
  row(item: CoverageItemId): Locator {
    const { within } = coverageItem(item)
    const whole = COVERAGE_ITEM_IDS.find((each) => each === within) ?? item
    const name = this.main.page().getByRole('button', { name: english.text(coverageItem(whole).title), exact: true })
    return this.main.locator('section > ul > li').filter({ has: name })
  }

  /** A gap, in the words that acknowledge it. */
  gap(item: CoverageItemId): Locator {
    const known = english.text(coverageItem(item).known ?? verbatim(''))
    return this.row(item).getByRole('group', { name: strings.coverage.know({ known }), exact: true })
  }

  async unfold(item: CoverageItemId): Promise<Locator> {
    const row = this.row(item)
    const press = row.locator('h3 button')
    if ((await press.getAttribute('aria-expanded')) === 'false') await press.click()
    return row
  }

  async acknowledge(item: CoverageItemId): Promise<void> {
    await this.unfold(item)
    await this.gap(item).getByRole('button', { name: strings.coverage.acknowledge }).click()
    await expect(this.gap(item).getByRole('button')).toHaveCount(0)
  }

  async toTheSteps(): Promise<void> {
    await this.frame.press(strings.coverage.toSteps)
  }
}

/** Answers No to everything that is left, without a mouse. */
export async function answerNone(keyboard: Keyboard, { unanswered, none }: CoveragePage): Promise<void> {
  while ((await none.count()) > 0) {
    await keyboard.tabTo(none.first())
    await keyboard.press('Enter')
  }
  while ((await unanswered.count()) > 0) {
    const yes = unanswered.first().getByRole('radio').first()
    if (!(await yes.evaluate((element) => element === document.activeElement))) await keyboard.tabTo(yes)
    await keyboard.press('ArrowRight')
  }
}
