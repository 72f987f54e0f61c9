import type { Locator, Page } from '@playwright/test'
import type { Owner } from '#machines/engine/step/finding.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'

/** Expected texts of a finding's card. */
export interface FindingWords {
  readonly id: string
  readonly title: string
  readonly owner: Owner
}

/** One page for all four steps: choices, findings, plan, confirmation, progress, waiting. */
export class StepPage {
  readonly main: Locator
  readonly plan: Locator
  readonly confirmation: Locator
  readonly typedName: Locator
  readonly progress: Locator

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main')
    this.plan = this.main.getByRole('region', { name: strings.plan.heading })
    this.confirmation = page.getByRole('dialog').filter({ has: page.locator('button[type=submit]') })
    this.typedName = this.confirmation.getByRole('textbox', { name: 'To confirm, enter ' })
    this.progress = this.main.getByRole('region', { name: strings.progress.heading })
  }

  environment(name: string): Locator {
    return this.page.getByRole('group', { name: strings.environments.legend }).getByRole('radio', { name, exact: true })
  }

  /** The card of a finding that needs a person. */
  finding(title: string | RegExp): Locator {
    const isNamed = (level: number) => ({ has: this.page.getByRole('heading', { level, name: title }) })
    return this.findings()
      .filter(isNamed(3))
      .or(this.main.locator('section[data-task=finding]').filter(isNamed(2)))
  }

  /** All cards: everything that is not settled. */
  findings(): Locator {
    return this.main
      .getByRole('region', { name: strings.findings.heading })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 3 }) })
  }

  async expectFinding({ id, title, owner }: FindingWords): Promise<void> {
    const card = this.finding(title)
    await expect(card).toBeVisible()
    await expect(card).toContainText(id)
    await expect(card).toContainText(strings.owners[ownerOf(owner)])
  }

  /** The button that answers a question; each has its own words. */
  answer(title: string | RegExp): Locator {
    const { attest, answers } = strings.findings
    const words = [attest, ...Object.values(answers)].map((each) => this.page.getByRole('button', { name: each, exact: true }))
    return this.finding(title).locator(words.reduce((all, each) => all.or(each)))
  }

  async confirmFinding(title: string | RegExp): Promise<void> {
    await this.answer(title).click()
  }

  async checkAgain(): Promise<void> {
    await this.page.getByRole('button', { name: strings.keyMap.checkAgain, exact: true }).first().click()
  }

  async showPasses(): Promise<void> {
    await this.unfold(strings.findings.pills.pass)
  }

  /** Unfolds what the plan puts right. */
  async showPlanned(): Promise<void> {
    await this.unfold(strings.findings.pills.planned)
  }

  private async unfold(group: string): Promise<void> {
    const head = this.main.getByRole('region', { name: strings.findings.heading }).getByRole('button', { name: group })
    await expect(head).toBeVisible()
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  }

  /** A field of the form of step 3. */
  field(label: string): Locator {
    // The list that a field opens has the same name.
    return this.main.getByLabel(label, { exact: true }).and(this.page.locator(':not([role=listbox])'))
  }

  /** The changes of the plan on the page, once it is unfolded. */
  changes(): Locator {
    return this.plan.locator('ol > li')
  }

  /** Unfolds the plan on the page, where it is not. */
  async showPlan(): Promise<void> {
    const fold = this.plan.getByRole('button').first()
    await expect(fold).toBeVisible()
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  }

  async expectChanges(count: number): Promise<void> {
    await this.showPlan()
    await expect(this.changes()).toHaveCount(count)
  }

  /** The button of the confirmation that applies the plan, for example "Apply 6 changes". */
  confirm(changes: number): Locator {
    return this.confirmation.getByRole('button', { name: strings.confirmation.apply({ amount: changes }), exact: true })
  }

  /** The button that takes users offline: "Start encryption", "Start encryption now" or "Schedule encryption". */
  get start(): Locator {
    return this.confirmation.locator('button[type=submit]')
  }

  /** When it starts. */
  startAt(when: 'now' | 'later'): Locator {
    return this.confirmation.getByRole('radio', { name: strings.schedule[when], exact: true })
  }

  serviceWords(): Locator {
    return this.main.locator('pre')
  }
}
