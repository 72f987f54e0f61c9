import type { Locator, Page } from '@playwright/test'
import { SCENARIO_TITLES, type ScenarioName } from '../../../electron/practice/scenario-titles.ts'
import { strings } from '../../../renderer/strings.ts'

const words = strings.start.practise

/** The first page: two doors. */
export class StartPage {
  readonly open: Locator
  readonly signIn: Locator

  constructor(private readonly page: Page) {
    this.open = page.getByRole('button', { name: words.open })
    this.signIn = page.getByRole('button', { name: strings.start.connect.signIn })
  }

  scenario(name: ScenarioName): Locator {
    return this.page.getByRole('group', { name: words.pick }).getByRole('radio', { name: SCENARIO_TITLES[name].title, exact: true })
  }

  async practise(name: ScenarioName): Promise<void> {
    await this.scenario(name).check()
    await this.open.click()
  }
}
