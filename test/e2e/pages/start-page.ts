import type { Locator, Page } from '@playwright/test'
import { practiceCases } from '#node/practice/gallery.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { english } from '../../english.ts'
import { barStrings, customerStrings, strings } from '../../strings.ts'
import { either, wholly } from '../patterns.ts'

function caseOf(name: ScenarioName): (typeof practiceCases)[number] {
  const found = practiceCases.find((each) => each.name === name)
  if (!found) throw new Error(`The gallery has no case ${name}.`)
  return found
}

const titleOf = (name: ScenarioName): string => english.text(caseOf(name).title)

/** The case to begin with stands above the folded ones. */
const FIRST: ScenarioName = 'ready-to-enable'

/** Above every page. */
export const appBar = (page: Page): Locator => page.getByRole('navigation', { name: barStrings.name })

/** The first page, its ways to practice and to a tenant, and the list of cases behind one of them. */
export class StartPage {
  readonly toCases: Locator
  readonly toSignIn: Locator

  constructor(private readonly page: Page) {
    this.toCases = appBar(page).getByRole('button', { name: barStrings.practice })
    this.toSignIn = page.getByRole('button', { name: strings.start.connect.go })
  }

  /** The button that opens a case. */
  startOf(name: ScenarioName): Locator {
    return this.page.getByRole('button', { name: strings.practiceCases.startOf({ title: titleOf(name) }), exact: true })
  }

  /** The button that opens a case with the trainer's window beside it. */
  presentationOf(name: ScenarioName): Locator {
    return this.page.getByRole('button', { name: strings.practiceCases.presentOf({ title: titleOf(name) }), exact: true })
  }

  /** Its title, by whether something was worked on with this computer. */
  static readonly title = either(wholly(strings.start.title), wholly(customerStrings.heading))

  /** Continues with an environment of the list. */
  engagement(environment: string): Locator {
    return this.page.getByRole('button', { name: strings.engagements.openOf({ environment }) })
  }

  details(environment: string): Locator {
    return this.page.getByRole('button', { name: strings.engagements.detailsOf({ environment }) })
  }

  /** Unfolds the cases that go alike, or what else is folded there. */
  unfold(title: string): Promise<void> {
    return this.page.getByRole('button', { name: title, exact: true, expanded: false }).click()
  }

  async practise(name: ScenarioName): Promise<void> {
    await this.toCases.click()
    const { family, group } = caseOf(name)
    if (name !== FIRST) await this.unfold(strings.practiceCases.groups[group])
    // Of several cases on one card, the cause says which one.
    if (family) await this.page.getByRole('combobox', { name: strings.practiceCases.cause }).selectOption(english.text(family.choice))
    await this.startOf(name).click()
  }
}
