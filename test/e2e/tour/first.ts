import { customerStrings, strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { SIDE_PAGE_TITLES } from '../guides.ts'
import type { Wizard } from '../launch.ts'
import { ConnectPage } from '../pages/connect-page.ts'
import type { Story } from '../story.ts'
import { type Guide, guideOf } from './guide.ts'
import type { AnyPlace, BesidePlace, StartPlace } from './places.ts'
import { showInstead } from './shown.ts'
import { work } from './work.ts'

type Arrive<Place extends AnyPlace> = Guide<Place>['arrive']

/** Takes a window to the start page and behind its doors. */
export async function startTour(wizard: Wizard, arrive: Arrive<StartPlace>): Promise<void> {
  await startPage(wizard, guideOf(wizard, arrive))
}

/** Takes a window to the pages beside the first step. */
export async function besideTour(wizard: Wizard, arrive: Arrive<BesidePlace>): Promise<void> {
  const guide = guideOf(wizard, arrive)
  await preflight(guide)
  await coverage(guide)
}

async function startPage(wizard: Wizard, guide: Guide<StartPlace>): Promise<void> {
  const { story, arrive } = guide
  await arrive('start')
  await startWithWork(wizard, guide)
  await story.start.toCases.click()
  await story.frame.expectNewPage(strings.start.practise.title)
  await arrive('start-cases')
  await story.frame.press(strings.footer.back)
  await connectPage(story, arrive)
}

/** The same page on a computer that work in every state was done with. */
async function startWithWork(wizard: Wizard, { story, arrive }: Guide<StartPlace>): Promise<void> {
  const { page } = wizard
  await showInstead(wizard, (view) => ({ ...view, ...(view.start ? { start: { ...view.start, engagements: work(view.now) } } : {}) }))
  await expect(story.frame.heading).toHaveText(customerStrings.heading)
  await arrive('start-work')
  await story.start.details('contoso-prod').first().click()
  await page.getByRole('button', { name: strings.engagements.removeOf({ environment: 'contoso-prod' }) }).click()
  await arrive('start-work-details')
  await page.getByLabel(strings.engagements.search).fill('fabrikam')
  await expect(page.getByRole('main')).toContainText(strings.engagements.none)
  await arrive('start-work-none')
  await showInstead(wizard, (view) => view)
  await expect(story.frame.heading).toHaveText(strings.start.title)
}

/** The sign-in page: each way with what it asks for, nothing filled in, and what its app registration needs. */
async function connectPage({ start, frame }: Story, arrive: Arrive<StartPlace>): Promise<void> {
  const connect = new ConnectPage(frame.page)
  await start.toSignIn.click()
  await frame.expectNewPage(strings.connect.title)
  await arrive('start-sign-in')
  await connect.cloud.selectOption('china')
  await frame.page.getByRole('button', { name: strings.connect.registration.show }).click()
  await arrive('start-sign-in-registration')
  await connect.way('device-code').check()
  await connect.app('first-party').check()
  await arrive('start-sign-in-device-code')
  await connect.way('azure-cli').check()
  await arrive('start-sign-in-azure-cli')
  await connect.way('azure-powershell').check()
  await arrive('start-sign-in-azure-powershell')
  await connect.way('certificate').check()
  await connect.tenant.fill('common')
  await connect.clientId.fill('ada')
  await connect.signIn.click()
  await expect(frame.footer.getByRole('alert')).toBeVisible()
  await arrive('start-sign-in-errors')
  await connect.way('secret').check()
  await frame.page.getByRole('button', { name: strings.connect.principal.show }).click()
  await arrive('start-sign-in-secret')
  await frame.press(strings.connect.back)
  await frame.expectNewPage(strings.start.title)
}

async function preflight({ story, arrive }: Guide<BesidePlace>): Promise<void> {
  const { frame, step } = story
  await story.practise('no-reader')
  await frame.openPrepare()
  await arrive('prepare-unknown')
  await frame.prepareAction('preflight').click()
  await expect(step.environment('contoso-prod')).toBeVisible()
  await arrive('preflight-choosing')
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(step.main.getByRole('button', { name: strings.preflight.checkAll })).toBeVisible()
  await arrive('preflight-found')
  await frame.openPrepare()
  await arrive('prepare-found')
  await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await arrive('evidence-none')
  await frame.leavePractice()
}

async function coverage({ story, arrive }: Guide<BesidePlace>): Promise<void> {
  const { frame, coverage: page } = story
  await story.practise('ready-to-enable')
  await page.open()
  await arrive('coverage-answering')
  await frame.press(strings.coverage.assess)
  await expect(page.main.getByRole('alert')).toBeVisible()
  await arrive('coverage-nothing-ticked')
  await page.use('finance', 'finance-rcs', 'commerce', 'commerce-recommendations', 'tax-calculation', 'demand-planning')
  await arrive('coverage-gaps')
  for (const item of ['finance-rcs', 'commerce-recommendations', 'tax-calculation', 'demand-planning'] as const)
    await page.acknowledge(item)
  await arrive('coverage-acknowledged')
  await frame.leavePractice()
}
