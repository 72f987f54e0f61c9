import { customerStrings, strings } from '../strings.ts'
import { expect } from './expect.ts'
import { SIDE_PAGE_TITLES } from './guides.ts'
import { ConnectPage } from './pages/connect-page.ts'
import { type Guide, guideOf } from './tour/guide.ts'
import { showInstead } from './tour/shown.ts'
import { BEFORE_A_TENANT, ONLY_MAIN, tour } from './tour/tour.ts'
import { work } from './tour/work.ts'
import { unfoldAll } from './unfold.ts'

tour('the start page and what is behind its doors', async (wizard, arrive) => {
  const guide = guideOf(wizard, arrive)
  const { story } = guide
  await arrive('start', { around: ONLY_MAIN, everyLanguage: true, forced: true })
  await startWithWork(guide)
  await story.start.toCases.click()
  await story.frame.expectNewPage(strings.start.practise.title)
  await arrive('start-cases', { around: BEFORE_A_TENANT, everyLanguage: true })
  await unfoldAll(wizard.page)
  await arrive('start-cases-unfolded', { around: BEFORE_A_TENANT })
  await story.frame.press(strings.footer.back)
  await connectPage(guide)
})

tour('the pages beside the first step', async (wizard, arrive) => {
  const guide = guideOf(wizard, arrive)
  await preflight(guide)
  await coverage(guide)
})

/** The same page on a computer that work in every state was done with. */
async function startWithWork({ wizard, story, arrive }: Guide): Promise<void> {
  const { page } = wizard
  const show = () =>
    showInstead(wizard, (view, words) => ({
      ...view,
      ...(view.start ? { start: { ...view.start, engagements: work(view.now, words) } } : {}),
    }))
  await show()
  await expect(story.frame.heading).toHaveText(customerStrings.heading)
  await arrive('start-work', { around: ONLY_MAIN, forced: true, again: show })
  await story.start.details('contoso-prod').first().click()
  await page.getByRole('button', { name: strings.engagements.removeOf({ environment: 'contoso-prod' }) }).click()
  await arrive('start-work-details', { around: ONLY_MAIN, again: show })
  const search = page.getByRole('searchbox')
  await search.fill('fabrikam')
  await expect(page.getByRole('main')).toContainText(strings.engagements.none)
  // How many are left is announced in the language of that moment: typed once more, it's announced in the one of now.
  const typeAgain = async () => {
    await show()
    await search.fill('')
    await search.fill('fabrikam')
  }
  await arrive('start-work-none', { around: ONLY_MAIN, again: typeAgain })
  // With it goes what was announced last.
  await page.reload()
  await expect(story.frame.heading).toHaveText(strings.start.title)
}

/** The sign-in page: each way with what it asks for, nothing filled in, and what its app registration needs. */
async function connectPage({ story: { start, frame }, arrive }: Guide): Promise<void> {
  const connect = new ConnectPage(frame.page)
  await start.toSignIn.click()
  await frame.expectNewPage(strings.connect.title)
  await arrive('start-sign-in', { around: BEFORE_A_TENANT, everyLanguage: true })
  await connect.cloud.selectOption('china')
  await connect.app('own').check()
  await frame.page.getByRole('button', { name: strings.connect.registration.show }).click()
  await arrive('start-sign-in-registration', { around: BEFORE_A_TENANT })
  await connect.way('device-code').check()
  await connect.app('first-party').check()
  await arrive('start-sign-in-device-code', { around: BEFORE_A_TENANT })
  await connect.way('azure-cli').check()
  await arrive('start-sign-in-azure-cli', { around: BEFORE_A_TENANT })
  await connect.way('azure-powershell').check()
  await arrive('start-sign-in-azure-powershell', { around: BEFORE_A_TENANT })
  await connect.way('certificate').check()
  await connect.tenant.fill('common')
  await connect.clientId.fill('ada')
  await connect.signIn.click()
  await expect(frame.footer.getByRole('alert')).toBeVisible()
  await arrive('start-sign-in-errors', { around: BEFORE_A_TENANT, forced: true })
  await connect.way('secret').check()
  await frame.page.getByRole('button', { name: strings.connect.principal.show }).click()
  await arrive('start-sign-in-secret', { around: BEFORE_A_TENANT })
  await frame.press(strings.connect.back)
  await frame.expectNewPage(strings.start.title)
}

async function preflight({ story, arrive }: Guide): Promise<void> {
  const { frame, step } = story
  await story.practise('no-reader')
  await frame.openPrepare()
  await arrive('prepare-unknown', { everyLanguage: true })
  await frame.prepareAction('preflight').click()
  await expect(step.environment('contoso-prod')).toBeVisible()
  await arrive('preflight-choosing')
  await step.environment('contoso-prod').check()
  await frame.press(strings.footer.checkEnvironment)
  await expect(step.main.getByRole('button', { name: strings.preflight.checkAll })).toBeVisible()
  await arrive('preflight-found', { everyLanguage: true })
  await frame.openPrepare()
  await unfoldAll(frame.page)
  await arrive('prepare-found')
  await frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES.evidence }).click()
  await arrive('evidence-none')
  await frame.leavePractice()
}

async function coverage({ story, arrive }: Guide): Promise<void> {
  const { frame, coverage: page } = story
  await story.practise('ready-to-enable')
  await page.open()
  await arrive('coverage-answering')
  await frame.press(strings.coverage.assess)
  await expect(page.main.getByRole('alert')).toBeVisible()
  await arrive('coverage-nothing-ticked')
  await page.use('finance', 'finance-rcs', 'commerce', 'commerce-recommendations', 'tax-calculation', 'demand-planning')
  await arrive('coverage-gaps', { everyLanguage: true, forced: true })
  for (const item of ['finance-rcs', 'commerce-recommendations', 'tax-calculation', 'demand-planning'] as const)
    await page.acknowledge(item)
  await arrive('coverage-acknowledged')
  await frame.leavePractice()
}
