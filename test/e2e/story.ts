import type { ScenarioName } from '../../practice/scenario-titles.ts'
import { strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import type { Wizard } from './launch.ts'
import { CoveragePage } from './pages/coverage-page.ts'
import { Frame } from './pages/frame.ts'
import { StartPage } from './pages/start-page.ts'
import { StepPage } from './pages/step-page.ts'
import { said } from './said.ts'

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

  async pickEnvironment(): Promise<void> {
    await this.coverage.assess()
    await this.step.environment(this.environment).check()
    await this.frame.press(strings.footer.checkEnvironment)
    await expect(this.step.main.getByRole('region', { name: strings.environments.chosen })).toContainText(this.environment)
  }

  /** To the proved end of step 1 and on. */
  async enableIntegration(): Promise<void> {
    await this.pickEnvironment()
    await expect(this.frame.heading).toHaveText(GUIDES.integration.outcome)
    await this.frame.press(strings.footer.next)
    await expect(this.frame.heading).toHaveText(GUIDES.environment.title)
  }

  /** To the proved end of step 2 and on. */
  async noteEnvironment(): Promise<void> {
    await this.step.confirmFinding(said`Is ${this.environment} the right environment?`)
    await expect(this.frame.heading).toHaveText(GUIDES.environment.outcome)
    await this.frame.press(strings.footer.next)
    await expect(this.frame.heading).toHaveText(GUIDES.policy.title)
  }

  /** From the form of step 3, as it is suggested, to what was found. */
  async checkChoices(): Promise<void> {
    await this.frame.press(strings.footer.checkChoices)
    await expect(this.step.main.getByRole('region', { name: strings.policy.chosenHeading })).toBeVisible()
    await expect(this.step.main.getByRole('region', { name: strings.findings.heading })).toHaveAttribute('aria-busy', 'false')
  }

  /** Applies the plan that is on screen, without a name to be typed. */
  async apply(changes: number): Promise<void> {
    await this.frame.press(strings.footer.review({ changes }))
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

  /** Step 3 in a subscription with nothing in it: everything is created, and on. */
  async createEverything(): Promise<void> {
    await this.checkChoices()
    await this.applyPolicy(6)
    await this.frame.press(strings.footer.next)
    await expect(this.frame.heading).toHaveText(GUIDES.membership.title)
  }

  /** The plan of step 3 that is on screen, to its proved end. */
  async applyPolicy(changes: number): Promise<void> {
    await this.apply(changes)
    await expect(this.step.main).toContainText(said`Waiting for the role assignment to take effect`)
    await this.frame.letAnHourPass()
    await expect(this.frame.heading).toHaveText(GUIDES.policy.outcome)
  }

  /** From the proved step 3 to the closing page. */
  async encrypt(): Promise<void> {
    await this.frame.press(strings.footer.next)
    await this.confirmLicences()
    await this.applyByName(1)
    await this.waitForTheEnd()
  }

  async confirmLicences(): Promise<void> {
    await this.step.confirmFinding(said`Do the environment’s users have the required licenses?`)
  }

  /** Two days on the practice clock take the encryption to its end. */
  async waitForTheEnd(): Promise<void> {
    await expect(this.frame.heading).toHaveText(said`Microsoft is encrypting the environment`)
    await this.frame.letADayPass()
    await expect(this.step.main.getByRole('list', { name: strings.wait.stages })).toContainText(`Run (${strings.wait.stageStates.running})`)
    await this.frame.letADayPass()
    await this.finish()
  }

  /** What a paste would insert now. */
  clipboard(): Promise<string> {
    return this.wizard.main.evaluate(async ({ clipboard }) => clipboard.readText())
  }

  /** From the proved step 4 to the closing page. */
  async finish(): Promise<void> {
    await expect(this.frame.heading).toHaveText(GUIDES.membership.outcome)
    await this.frame.press(strings.footer.next)
    await expect(this.frame.heading).toHaveText(said`The environment is encrypted with your key`)
    await this.frame.expectPractice()
  }
}
