import { it } from 'vitest'
import { barStrings, strings } from '../strings.ts'
import { expect } from './expect.ts'
import { GUIDES } from './guides.ts'
import { Keyboard } from './keyboard.ts'
import { openWizard } from './launch.ts'
import { answerNone } from './pages/coverage-page.ts'
import { appBar } from './pages/start-page.ts'
import { ENCRYPTION, IS_ENCRYPTED, IS_ENCRYPTING, Story } from './story.ts'

const ENVIRONMENT = 'contoso-prod'

it('takes an environment from nothing to encrypted with the keyboard alone', async () => {
  const wizard = await openWizard()
  // So that a stop is looked at as it is, and not on its way there.
  await wizard.page.emulateMedia({ reducedMotion: 'reduce' })
  const story = new Story(wizard)
  const keyboard = new Keyboard(wizard.page)
  await openTenant(story, keyboard)
  await enableIntegration(story, keyboard)
  await noteEnvironment(story, keyboard)
  await createPolicy(story, keyboard)
  await addEnvironment(story, keyboard)
  await expect(story.frame.heading).toHaveText(IS_ENCRYPTED)
  await keyboard.tabTo(story.frame.button(strings.footer.another))
  await keyboard.press('Enter')
  await story.frame.expectNewPage(strings.start.title)
})

async function openTenant({ frame, start }: Story, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(appBar(frame.page).getByRole('button', { name: barStrings.search }))
  await keyboard.press('Enter')
  const search = frame.page.getByRole('combobox', { name: strings.desktop.search.title })
  await expect(search).toBeFocused()
  await keyboard.typeInstead('sett')
  await expect(frame.page.getByRole('dialog').getByRole('option', { selected: true })).toHaveText(strings.desktop.settings.title)
  await keyboard.typeInstead(barStrings.practice)
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.start.practise.title)
  // The bar leads back and here again.
  await keyboard.tabBackTo(appBar(frame.page).getByRole('button', { name: barStrings.home }))
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.start.title)
  await keyboard.tabTo(start.toCases)
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.start.practise.title)
  await keyboard.tabTo(start.startOf('ready-to-enable'))
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.prepare.title)
  await keyboard.tabTo(frame.onward)
  await keyboard.press('Enter')
  await frame.expectNewPage(GUIDES.integration.title)
}

async function enableIntegration({ frame, step, coverage }: Story, keyboard: Keyboard): Promise<void> {
  const guide = frame.page.getByRole('complementary', { name: strings.frame.guide })
  await keyboard.press('F1')
  await expect(guide).toBeFocused()
  await keyboard.tabTo(guide.getByRole('tab', { name: strings.frame.whyTab }))
  await keyboard.press('ArrowRight', 'End')
  await expect(guide.getByRole('tab', { name: strings.frame.sourcesTab })).toBeFocused()
  await expect(guide.getByRole('tabpanel')).toContainText('Updated')
  // The page beside the help stays in reach: nothing of it lies under the help.
  await keyboard.tabBackTo(frame.button(strings.footer.checkEnvironment))
  await keyboard.press('F1')
  await expect(guide).toHaveCount(0)

  // Backwards into a group of radio buttons leads to its last one; the arrows go round.
  await keyboard.tabBackTo(step.environment('Expense pilot'))
  await keyboard.press('ArrowDown')
  await expect(step.environment(ENVIRONMENT)).toBeChecked()
  // Enter in the form does what the page's one primary button does.
  await keyboard.press('Enter')
  await keyboard.tabTo(step.finding('The key’s coverage isn’t assessed yet').getByRole('button', { name: 'Assess what the key covers' }))
  await keyboard.press('Enter')
  await frame.expectNewPage(strings.coverage.title)
  // The environment's type shows that these are used.
  await keyboard.tabTo(coverage.answer('finance'))
  await keyboard.tabTo(coverage.answer('lifecycle-services'))
  await keyboard.press('ArrowRight')
  await answerNone(keyboard, coverage)
  await keyboard.press('Enter')
  await keyboard.tabTo(frame.button(strings.coverage.toSteps))
  await keyboard.press('Enter')
  await expect(frame.heading).toHaveText(GUIDES.integration.outcome)
  await keyboard.tabTo(frame.onward)
  await keyboard.press('Space')
  await frame.expectNewPage(GUIDES.environment.title)
}

async function noteEnvironment({ frame, step }: Story, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(step.answer(/^Is contoso-prod the right environment\?/))
  await keyboard.press('Enter')
  await expect(frame.heading).toHaveText(GUIDES.environment.outcome)
  await keyboard.tabTo(frame.onward)
  await keyboard.press('Enter')
  await frame.expectNewPage(GUIDES.policy.title)
}

async function createPolicy({ frame, step }: Story, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(step.field(strings.policy.vaultName))
  await keyboard.typeInstead('kv')
  await keyboard.tabBackTo(frame.button(strings.footer.checkChoices))
  await keyboard.press('Enter')
  await expect(step.field(strings.policy.vaultName)).toBeFocused()
  await keyboard.typeInstead('kv-contoso-cmk')
  await keyboard.tabTo(step.main.getByRole('radio', { name: strings.policy.bits({ size: 3072 }) }))
  await keyboard.press('ArrowUp')
  await expect(step.main.getByRole('radio', { name: strings.policy.bits({ size: 2048 }) })).toBeChecked()
  await keyboard.press('ArrowDown')
  await expect(step.main.getByRole('radio', { name: strings.policy.bits({ size: 3072 }) })).toBeChecked()
  await keyboard.tabBackTo(frame.button(strings.footer.checkChoices))
  await keyboard.press('Enter')
  await keyboard.tabBackTo(frame.button(strings.footer.review({ changes: 6 })))
  await keyboard.press('Enter')
  await expect(step.confirmation.getByRole('button', { name: strings.confirmation.cancel })).toBeFocused()
  await keyboard.tabTo(step.confirm(6))
  await keyboard.press('Enter')
  await expect(step.main).toContainText('Waiting for the role assignment to take effect')
  await keyboard.tabBackTo(frame.banner.getByRole('button', { name: strings.practice.hour }))
  await keyboard.press('Space')
  await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
  await keyboard.tabTo(frame.onward)
  await keyboard.press('Enter')
  await frame.expectNewPage(GUIDES.membership.title)
}

async function addEnvironment({ frame, step }: Story, keyboard: Keyboard): Promise<void> {
  await keyboard.tabTo(step.answer(/licenses/))
  await keyboard.press('Enter')
  await keyboard.tabBackTo(frame.button(strings.footer.reviewNamed({ start: ENCRYPTION })))
  await keyboard.press('Enter')
  await expect(step.startAt('now')).toBeFocused()
  await keyboard.press('Space')
  await keyboard.tabTo(step.typedName)
  await keyboard.typeInstead('contoso')
  await keyboard.press('Enter')
  await expect(step.confirmation).toContainText(strings.confirmation.mismatch({ name: ENVIRONMENT }))
  await expect(step.typedName).toBeFocused()
  await keyboard.typeInstead(ENVIRONMENT)
  await keyboard.press('Enter')
  await frame.expectNewPage(IS_ENCRYPTING)
  const bell = appBar(frame.page).getByRole('button', { name: barStrings.activity({ count: 1 }) })
  await keyboard.tabBackTo(bell)
  await keyboard.press('Enter')
  await expect(frame.page.getByRole('dialog').getByRole('listitem')).toContainText(ENVIRONMENT)
  await keyboard.press('Escape')
  await expect(bell).toBeFocused()
  const day = frame.banner.getByRole('button', { name: strings.practice.day })
  await keyboard.tabTo(day)
  await keyboard.press('Enter')
  await expect(step.main).toContainText('Stage Run, since')
  await expect(day).toBeFocused()
  await keyboard.press('Enter')
  // The page changes by itself, and leaves the focus where it is.
  await expect(frame.heading).toHaveText(IS_ENCRYPTED)
  await expect(day).toBeFocused()
}
