import { expect as expectValue } from 'vitest'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { toField } from '#renderer/step/local-time.ts'
import { strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import type { Wizard } from './launch.ts'
import { CoveragePage } from './pages/coverage-page.ts'
import { Frame } from './pages/frame.ts'
import { StartPage } from './pages/start-page.ts'
import { StepPage } from './pages/step-page.ts'

const HOUR = 3_600_000
/** Labels of the buttons that start step 4 and a removal. */
export const ENCRYPTION = 'Start encryption'
export const REMOVAL = 'Remove the environment from the policy'

/** Heading of the closing page, which the end of step 4 leads to by itself. */
export const IS_ENCRYPTED = 'The environment is encrypted with your key'

/** Heading of the wait for an encryption. */
export const IS_ENCRYPTING = /^Done by .+ at the latest$/

const QUARTER = HOUR / 4

/** A start that can be chosen, at most a quarter of an hour earlier: as the lists of days and times hold it. */
function inLists(at: number): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = toField(Math.floor(at / QUARTER) * QUARTER).split('T')
  return { day, time }
}

/** The way through a scenario with the mouse, a step at a time: for tests whose subject lies further on. */
export class Story {
  readonly frame: Frame
  readonly start: StartPage
  readonly step: StepPage
  readonly coverage: CoveragePage

  constructor(
    private readonly wizard: Wizard,
    /** The environment that gets the key. */
    readonly environment = 'contoso-prod',
  ) {
    this.frame = new Frame(wizard)
    this.start = new StartPage(wizard.page)
    this.step = new StepPage(wizard.page)
    this.coverage = new CoveragePage(wizard.page, this.frame)
  }

  /** From the start page to the list of environments. */
  async practise(scenario: ScenarioName): Promise<void> {
    await this.start.practise(scenario)
    await this.frame.passPrepare()
    await expect(this.frame.heading).toHaveText(GUIDES.integration.title)
    await this.frame.expectPractice()
  }

  /** Opens a case at a stage: the pages before it are walked without being shown, as a trainer has it. From the start page or any case. */
  async openAt(scenario: ScenarioName, at: CaseStage): Promise<void> {
    expectValue(await this.wizard.page.evaluate((asked) => window.wizard.call('practice:start', asked), { scenario, at })).toEqual({
      ok: true,
    })
    await this.frame.expectPractice()
  }

  async pickEnvironment(): Promise<void> {
    await this.coverage.assess()
    await this.chooseEnvironment()
  }

  /** Without a word about the key's coverage: what step 1 finds then has that open. */
  async chooseEnvironment(): Promise<void> {
    await this.step.environment(this.environment).check()
    await this.frame.press(strings.footer.checkEnvironment)
    await expect(this.step.main.getByRole('region', { name: strings.environments.chosen })).toContainText(this.environment)
  }

  /** To the proved end of step 1 and on. */
  async enableIntegration(): Promise<void> {
    await this.pickEnvironment()
    await expect(this.frame.heading).toHaveText(GUIDES.integration.outcome)
    await this.frame.goOn()
    await expect(this.frame.heading).toHaveText(GUIDES.environment.title)
  }

  /** To the proved end of step 2 and on. */
  async noteEnvironment(): Promise<void> {
    await this.step.confirmFinding(`Is ${this.environment} the right environment?`)
    await expect(this.frame.heading).toHaveText(GUIDES.environment.outcome)
    await this.frame.goOn()
    await expect(this.frame.heading).toHaveText(GUIDES.policy.title)
  }

  /** From the form of step 3, as it is suggested, to what was found. */
  async checkChoices(): Promise<void> {
    await this.frame.press(strings.footer.checkChoices)
    await expect(this.step.main.getByRole('region', { name: strings.policy.chosenHeading })).toBeVisible()
    await expect(this.step.main.getByRole('region', { name: strings.findings.heading })).toHaveAttribute('aria-busy', 'false')
  }

  /** Applies the plan that is on screen, without a name to be typed. @param opens the page's button */
  async apply(changes: number, opens: string = strings.footer.review({ changes })): Promise<void> {
    await this.frame.press(opens)
    await this.step.confirm(changes).click()
    await expect(this.step.confirmation).toHaveCount(0)
  }

  /** Applies the plan that is on screen, typing the environment's name. */
  async applyByName(changes: number): Promise<void> {
    await this.frame.press(strings.footer.review({ changes }))
    await this.step.typedName.fill(this.environment)
    await this.step.confirm(changes).click()
    await expect(this.step.confirmation).toHaveCount(0)
  }

  /** Starts what takes users offline at once, typing the environment's name. @param what as its button says it @param opens the page's button */
  async startNow(what: string, opens: string = strings.footer.reviewNamed({ start: what })): Promise<void> {
    await this.frame.press(opens)
    await this.step.startAt('now').check()
    await this.step.typedName.fill(this.environment)
    await this.step.start.click()
    await expect(this.step.confirmation).toHaveCount(0)
  }

  /** Step 3 in a subscription with nothing in it: everything is created, and on. */
  async createEverything(): Promise<void> {
    await this.checkChoices()
    await this.applyPolicy(6)
    await this.frame.goOn()
    await expect(this.frame.heading).toHaveText(GUIDES.membership.title)
  }

  /** The plan of step 3 that is on screen, to its proved end. */
  async applyPolicy(changes: number): Promise<void> {
    await this.apply(changes)
    await expect(this.step.main).toContainText('Waiting for the role assignment to take effect')
    await this.frame.letAnHourPass()
    await expect(this.frame.heading).toHaveText(GUIDES.policy.outcome)
  }

  /** From the proved step 3 to the closing page. */
  async encrypt(): Promise<void> {
    await this.frame.goOn()
    await this.confirmLicences()
    await this.startNow(ENCRYPTION)
    await this.waitForTheEnd()
  }

  async confirmLicences(): Promise<void> {
    await this.step.confirmFinding('Do the environment’s users have the required licenses?')
  }

  /** Leaves the start of the plan on screen to the wizard. @param hours from now, on the practice clock, which begins at the computer's */
  async schedule(hours: number, what = ENCRYPTION): Promise<void> {
    await this.frame.press(strings.footer.reviewNamed({ start: what }))
    await this.step.startAt('later').check()
    await this.#confirmLater(hours)
  }

  /** Changes the time of the start that is scheduled. @param hours likewise */
  async reschedule(hours: number): Promise<void> {
    await this.frame.press(strings.schedule.changeTime)
    await this.#confirmLater(hours)
  }

  async #confirmLater(hours: number): Promise<void> {
    const { frame, step } = this
    const dialog = step.confirmation
    const { day, time } = inLists(Date.now() + hours * HOUR)
    await dialog.getByLabel(strings.schedule.day, { exact: true }).selectOption(day)
    await dialog.getByLabel(strings.schedule.time, { exact: true }).selectOption(time)
    expectValue(await violations(frame.page)).toEqual([])
    await step.typedName.fill(this.environment)
    await step.start.click()
    await expect(dialog).toHaveCount(0)
  }

  /** Two days on the practice clock take the encryption to its end. */
  async waitForTheEnd(): Promise<void> {
    await expect(this.frame.heading).toHaveText(IS_ENCRYPTING)
    await this.frame.letADayPass()
    await expect(this.step.main).toContainText('Stage Run, since')
    await this.frame.letADayPass()
    await this.finish()
  }

  /** The end of step 4 is the closing page. */
  async finish(): Promise<void> {
    await expect(this.frame.heading).toHaveText(IS_ENCRYPTED)
    await this.frame.expectPractice()
  }
}
