import { afterAll, beforeAll, expect as expectValue, it } from 'vitest'
import { barStrings, behindStrings, strings } from '../strings.ts'
import { violations } from './accessibility.ts'
import { expect } from './expect.ts'
import { appBar, StartPage } from './pages/start-page.ts'
import { picture } from './picture.ts'
import { Entrance } from './sign-in/entrance.ts'
import { contoso, type ServedTenants, serveTenants } from './sign-in/served-tenants.ts'

const company = contoso()
let tenants: ServedTenants
beforeAll(async () => {
  tenants = await serveTenants(company)
})
afterAll(() => tenants.stop())

it('goes on with the changes of step 3 while the window shows Home, and its page shows all of them made', async () => {
  const entrance = await Entrance.open(tenants.of(company))
  const { story, wizard } = entrance
  const { page } = wizard
  const note = page.getByRole('status').filter({ hasText: 'contoso-prod' })
  await entrance.enteredBySecret()
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  await story.apply(6)
  // The first of them is with Microsoft for minutes.
  await expect(story.step.main).toContainText('Register Microsoft.PowerPlatform')

  await appBar(page).getByRole('button', { name: barStrings.home }).click()
  await expect(story.frame.heading).toHaveText(StartPage.title)
  await expect(note).toContainText(/Making change 1 of 6/)
  await picture(wizard, 'home-over-a-run')
  expectValue(await violations(page)).toEqual([])
  // No other environment meanwhile, in words.
  await appBar(page).getByRole('button', { name: barStrings.practice }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Start/ })
    .first()
    .click()
  await expect(page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'aren’t all made yet' }).first()).toBeVisible()
  await picture(wizard, 'practice-over-a-run')
  await appBar(page).getByRole('button', { name: barStrings.home }).click()

  tenants.rush(company)
  await expect(note).not.toContainText('Making change 1 of 6')
  await note.getByRole('button', { name: behindStrings.open({ environment: 'contoso-prod' }) }).click()
  await expect(story.step.main).toContainText('Waiting for the role assignment to take effect')
  const created = tenants
    .tenant(company)
    .writes()
    .map(({ method, path }) => `${method} ${path}`)
  expectValue(created).toHaveLength(new Set(created).size)
  expectValue(created.filter((each) => each.includes('enterprisePolicies/'))).not.toEqual([])
  await expect(page.getByRole('button', { name: strings.frame.signOut })).toBeVisible()
})
