import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { PEOPLE } from '#node/practice/people.ts'
import { testFolder } from '../../folder.ts'
import { strings } from '../../strings.ts'
import { picking } from '../desk.ts'
import { expect } from '../expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../guides.ts'
import { chromiumMissing, openChromium } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { contoso, HOUR, LEAPING_CLOCK, serveTenants } from './served-tenants.ts'

const words = strings.handOver
const toPage = ({ story: { frame } }: Entrance): Promise<void> =>
  frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES['hand-over'] }).click()

async function open(entrance: Entrance, file: string): Promise<void> {
  await picking(entrance.wizard, file)
  await entrance.story.step.main.getByRole('button', { name: words.open }).click()
}

it.skipIf(chromiumMissing)('two people with one side each do the procedure at two computers, and hand it over as files', async () => {
  const folder = testFolder()
  const company = contoso()
  const tenants = await serveTenants(company)
  onTestFinished(() => tenants.stop())
  const cloud = tenants.of(company)
  const chromium = await openChromium(cloud)
  onTestFinished(() => chromium.close())
  const grace = await Entrance.byBrowser(cloud, chromium, PEOPLE.grace)
  await grace.story.enableIntegration()
  await grace.story.noteEnvironment()
  const policy = { ...company.scenario.choices.policy, administratorObjectId: PEOPLE.grace.objectId }
  await grace.wizard.page.evaluate(
    (chosen) => window.wizard.call('wizard:send', { type: 'DECIDE', decision: { kind: 'choose-policy', policy: chosen } }),
    policy,
  )
  await expect(grace.story.step.main).toContainText('Couldn’t read')
  const asked = path.join(folder, 'asked.json')
  await picking(grace.wizard, asked)
  await toPage(grace)
  await grace.story.frame.expectNewPage(SIDE_PAGE_TITLES['hand-over'])
  await grace.wizard.page.getByLabel(words.note).fill('You own the key vault. <b>Thank you</b>')
  await grace.story.step.main.getByRole('button', { name: words.save }).click()
  await expect(grace.story.step.main).toContainText(words.saved({ name: 'asked.json' }))

  const kim = await Entrance.byBrowser(cloud, chromium, PEOPLE.kim, LEAPING_CLOCK)
  const { frame, step } = kim.story
  // Each person answers the coverage questions; the other's answers are only for information.
  await kim.story.coverage.assess()
  const edited = path.join(folder, 'edited.json')
  writeFileSync(edited, readFileSync(asked, 'utf8').replace('"kv-contoso-cmk"', '"kv-contoso-evil"'))
  kim.wizard.expectComplaints(/^Refused hand-over:open/)
  await toPage(kim)
  await open(kim, edited)
  await expect(step.main.getByRole('alert')).toContainText('edited or damaged')

  await open(kim, asked)
  await frame.expectNewPage(words.from)
  await expect(step.main).toContainText('Grace Okafor (grace@contoso.example)')
  await expect(step.main).toContainText('<b>Thank you</b>')
  await frame.press(words.takeOver)
  await expect(step.main).toContainText('grace@contoso.example verified this step')
  await step.confirmFinding(/Couldn’t find the environment/)
  await frame.goOn()
  await step.confirmFinding(/Couldn’t read the environment/)
  await frame.goOn()
  await step.confirmFinding(/^Is the environment in United States/)
  tenants.rush(company)
  await kim.story.apply(7)
  await expect(step.main).toContainText('Waiting for the role assignment to take effect')
  await tenants.letPass(company, HOUR, kim.wizard)
  await frame.checkUntil(GUIDES.policy.outcome)
  const back = path.join(folder, 'back.json')
  await picking(kim.wizard, back)
  await toPage(kim)
  await step.main.getByRole('button', { name: words.back({ by: PEOPLE.grace.userName }) }).click()
  await expect(step.main).toContainText(words.saved({ name: 'back.json' }))
  await expectNothingLeft(kim.wizard)

  await open(grace, back)
  await grace.story.frame.expectNewPage(words.backFrom)
  await grace.story.frame.press(words.takeOver)
  await expect(grace.story.frame.heading).toHaveText(GUIDES.policy.title)
  await expect(grace.story.step.main).toContainText('kim@contoso.example verified this step')
  expectValue(
    await grace.story.step.main.getByRole('button', { name: strings.findings.answers.onWord }).count(),
    'what a word stands in for',
  ).toBe(3)
  for (let left = 3; left > 0; left--)
    await grace.story.step.main.getByRole('button', { name: strings.findings.answers.onWord }).first().click()
  await expect(grace.story.frame.heading).toHaveText(GUIDES.policy.outcome)
  await grace.story.frame.goOn()
  await expect(grace.story.frame.heading).toHaveText(GUIDES.membership.title)
  await expect(grace.story.step.main).toContainText('Add contoso-prod to the policy')
  await expectNothingLeft(grace.wizard)
})
