import { describe, it } from 'vitest'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import { environmentChecks } from '#machines/procedure/steps/environment/checks.ts'
import { integrationChecks } from '#machines/procedure/steps/integration/checks.ts'
import { membershipChecks } from '#machines/procedure/steps/membership/checks.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { PEOPLE } from '#node/practice/world.ts'
import { english } from '../english.ts'
import { strings } from '../strings.ts'
import { clipboardOf } from './desk.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { oneWizard } from './one-wizard.ts'
import { ENCRYPTION, IS_ENCRYPTING, Story } from './story.ts'

const started = oneWizard()

const CHECKS = [...integrationChecks, ...environmentChecks, ...policyStepChecks, ...membershipChecks]

async function practising(scenario: ScenarioName, at: CaseStage = 'step-3'): Promise<Story> {
  const story = new Story(started())
  await story.openAt(scenario, at)
  return story
}

function checkOf(key: string) {
  const check = CHECKS.find((candidate) => candidate.key === key)
  if (check === undefined) throw new Error(`There is no check ${key}.`)
  return check
}

/** The finding is on screen with its id, title, owner and remedy, and why it matters. */
async function expectRefusal({ step }: Story, key: string, title: string): Promise<void> {
  const { id, owner, remedy, why } = english.all(checkOf(key))
  await step.expectFinding({ id, title, owner })
  await expect(step.finding(title)).toContainText(remedy)
  await expect(step.finding(title)).toContainText(why)
}

/** The finding is on screen with its id, title and owner, and the plan would put it right. */
async function expectPlanned({ step }: Story, key: string, title: string): Promise<void> {
  const { id, owner } = english.all(checkOf(key))
  await step.showPlanned()
  await step.expectFinding({ id, title, owner })
  await expect(step.finding(title)).toContainText(strings.findings.pills.planned)
}

/** Nothing on the page leads on. */
async function expectNoWayOn({ frame, step }: Story, title: string): Promise<void> {
  await expect(step.finding(title)).toBeVisible()
  await expect(frame.onward).toHaveCount(0)
}

/** When what had the focus is gone, the focus is somewhere a person can continue from. */
async function expectSomethingFocused({ frame }: Story): Promise<void> {
  await expect(frame.page.locator('body :focus')).toHaveCount(1)
}

describe('a scenario that is refused shows why, who can put it right and how, and goes no further', () => {
  it('integration-missing: the integration is to be enabled in Lifecycle Services', async () => {
    const story = await practising('integration-missing', 'step-1')
    const title = 'The Power Platform integration isn’t enabled yet'
    await story.chooseEnvironment()
    await expectRefusal(story, 'dataverse-present', title)
    await expectNoWayOn(story, title)
    const card = story.step.finding(title)
    await card.getByRole('button', { name: strings.findings.byHand }).click()
    await expect(card.getByRole('list').getByRole('listitem')).not.toHaveCount(0)
    await expect(card.getByRole('button', { name: 'Open Lifecycle Services' })).toBeVisible()
    await story.frame.expectStep(1)
  })

  it('vault-without-purge-protection: only a button puts it into the plan, and the permanent asks for the name', async () => {
    const story = await practising('vault-without-purge-protection')
    const { frame, step } = story
    const title = 'Purge protection is off'
    await story.checkChoices()
    await expectRefusal(story, 'purge-protection', title)
    await step.expectChanges(2)
    await expectNoWayOn(story, title)

    await step.finding(title).getByRole('button', { name: 'Add to plan' }).click()
    await step.showPlanned()
    await expect(step.finding(title)).toContainText(strings.findings.pills.planned)
    await step.expectChanges(3)
    await expect(step.changes().filter({ hasText: 'Turn on purge protection for the key vault kv-contoso-cmk' })).toContainText(
      'Purge protection can’t be turned off',
    )
    await frame.press(strings.footer.review({ changes: 3 }))
    await expect(step.confirmation).toContainText('Purge protection can’t be turned off')
    await step.confirm(3).click()
    await expect(step.confirmation).toContainText(strings.confirmation.mismatch({ name: 'contoso-prod' }))
    await step.typedName.fill('contoso-prod')
    await step.confirm(3).click()
    await expect(step.main).toContainText('Waiting for the role assignment to take effect')
    await frame.letAnHourPass()
    await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
  })

  it('no-reader: Contributor may not give the role, found before the first write, with the command that helps', async () => {
    const story = await practising('no-reader')
    const { frame, step } = story
    const title = 'The Contributor role can’t assign roles on the policy cmk-contoso-prod'
    await story.checkChoices()
    await expectPlanned(
      story,
      'reader-on-policy',
      `${PEOPLE.grace.displayName} (${PEOPLE.grace.userName}) doesn’t have Reader on the policy`,
    )
    const { id, owner, why } = english.all(checkOf('may-give-reader'))
    await step.expectFinding({ id, title, owner })
    const card = step.finding(title)
    await expect(card).toContainText(why)
    await expect(card).toContainText('A role that allows * excludes it with Microsoft.Authorization/*/Write')
    await expect(card).toContainText('Ask for User Access Administrator on the policy cmk-contoso-prod')
    // Nothing was tried, so no service has said no.
    await expect(step.serviceWords()).toHaveCount(0)
    await expectNoWayOn(story, title)

    await card.getByRole('button', { name: strings.findings.byHand }).click()
    const command =
      /^az role assignment create --assignee-object-id '[0-9a-f-]{36}' --role 'User Access Administrator' --scope '\/subscriptions\/.+'$/
    await expect(card.getByRole('listitem').filter({ hasText: command })).toHaveCount(1)
    await card.getByRole('button', { name: strings.findings.copyMessage[ownerOf(owner)] }).click()
    await expect.poll(() => clipboardOf(started())).toContain("--role 'User Access Administrator'")
    await expect(frame.heading).toHaveText(GUIDES.policy.title)
    await expectSomethingFocused(story)
  })

  it('busy-environment: passes once the backup has ended and the environment is read again', async () => {
    const story = await practising('busy-environment', 'step-2')
    const { frame, step } = story
    const title = 'Another operation is running: Backup'
    await expectRefusal(story, 'no-other-operation', title)
    await step.confirmFinding(/^Is contoso-prod the right environment\?/)
    await expectNoWayOn(story, title)

    await frame.letAnHourPass()
    await step.checkAgain()
    await expect(frame.heading).toHaveText(GUIDES.environment.outcome)
    await expect(step.findings()).toHaveCount(0)
    await frame.goOn()
    await expect(frame.heading).toHaveText(GUIDES.policy.title)
  })

  it('link-fails: nothing is lost, and adding the environment once more ends encrypted', async () => {
    const story = await practising('link-fails', 'step-4')
    const { frame, step } = story
    const title = 'Adding the environment didn’t finish'
    await story.confirmLicences()
    await story.startNow(ENCRYPTION)
    await expect(frame.heading).toHaveText(IS_ENCRYPTING)
    await frame.letADayPass()
    await expect(frame.heading).toHaveText('Encryption failed at Microsoft')
    await expect(frame.page.getByRole('main')).toHaveAttribute('data-situation', 'failed')
    await expectPlanned(story, 'linked-to-policy', title)
    await expect(step.finding(title)).toContainText('The service gave no reason.')
    await expect((await frame.openHelp()).getByRole('tabpanel')).toContainText('Add the environment again to resume. Don’t revert')
    await frame.closeHelp()
    await expectSomethingFocused(story)

    await story.startNow(ENCRYPTION, 'Resume encryption…')
    await story.waitForTheEnd()
  })
})
