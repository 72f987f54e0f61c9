import type { Locator } from '@playwright/test'
import { STAGE_TITLES } from '#machines/engine/wizard/side-page-words.ts'
import type { OperationId } from '#machines/procedure/procedure.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES } from '../guides.ts'
import type { Frame } from './frame.ts'

/** The page beside the steps that holds what can be done after the link. */
export class OperationsPage {
  /** The way there, which is a button only once the environment is on a key. */
  readonly entry: Locator
  readonly list: Locator
  /** Changes since the baseline, and the button that compares: collapsed without changes. */
  readonly drift: Locator
  readonly compare: Locator
  /** Causes that would take the environments offline. */
  readonly causes: Locator

  constructor(private readonly frame: Frame) {
    this.entry = frame.steps.getByRole('button', { name: english.text(STAGE_TITLES.manage) })
    this.list = frame.page.getByRole('main').getByRole('region', { name: strings.operations.choose })
    this.drift = frame.page.getByRole('main').getByRole('region', { name: strings.drift.heading })
    this.causes = frame.page.getByRole('main').getByRole('table', { name: strings.whatIf.heading })
    this.compare = this.drift.getByRole('button', { name: strings.drift.compare })
  }

  /** Unfolds the causes while none has happened. */
  async showCauses(): Promise<void> {
    await this.frame.page.getByRole('main').getByRole('button', { name: strings.whatIf.heading }).click()
    await expect(this.causes).toBeVisible()
  }

  async compareWithEnd(): Promise<void> {
    const folded = this.drift.getByRole('button', { name: strings.drift.heading, expanded: false })
    await expect(this.compare.or(folded)).toBeVisible()
    if (await folded.isVisible()) await folded.click()
    await this.compare.click()
  }

  async open(): Promise<void> {
    await this.entry.click()
  }

  /** By its line, or by the card's button where it applies first. */
  async choose(operation: OperationId): Promise<void> {
    await this.frame.page.getByRole('main').getByRole('button', { name: GUIDES[operation].title, exact: true }).click()
  }

  /** One of the policies that the environment can be changed to. */
  policy(name: string): Locator {
    return this.frame.page.getByRole('group', { name: strings.operations.choosePolicy }).getByRole('radio', { name, exact: true })
  }
}
