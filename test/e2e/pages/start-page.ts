import type { Locator, Page } from '@playwright/test'
import { SCENARIO_TITLES, type ScenarioName } from '../../../practice/scenario-titles.ts'
import { english } from '../../english.ts'
import { strings } from '../../strings.ts'
import { either, wholly } from '../said.ts'

const words = strings.start.practise

/** The first page, its ways to practice and to a tenant, and the list of cases behind one of them. */
export class StartPage {
  readonly toCases: Locator
  readonly toSignIn: Locator
  readonly open: Locator

  constructor(private readonly page: Page) {
    this.toCases = page.getByRole('button', { name: words.go })
    this.toSignIn = page.getByRole('button', { name: strings.start.connect.go })
    this.open = page.getByRole('button', { name: words.open })
  }

  scenario(name: ScenarioName): Locator {
    return this.page
      .getByRole('group', { name: words.pick })
      .getByRole('radio', { name: english.text(SCENARIO_TITLES[name].title), exact: true })
  }

  /** Its title, by whether something was worked on with this computer. */
  static readonly title = either(wholly(strings.start.title), wholly(strings.engagements.heading))

  /** Continues with an environment of the list. */
  engagement(environment: string): Locator {
    return this.page.getByRole('button', { name: strings.engagements.openOf({ environment }) })
  }

  details(environment: string): Locator {
    return this.page.getByRole('button', { name: strings.engagements.detailsOf({ environment }) })
  }

  async practise(name: ScenarioName): Promise<void> {
    await this.toCases.click()
    await this.scenario(name).check()
    await this.open.click()
  }
}
