import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { expect as expectValue, it, onTestFinished } from 'vitest'
import { PEOPLE } from '../../../practice/people.ts'
import { scenarioByName } from '../../../practice/scenarios.ts'
import { repositoryRoot } from '../../../tools/location.mjs'
import { strings } from '../../strings.ts'
import { expect } from '../expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../guides.ts'
import { createProfile, type Wizard } from '../launch.ts'
import { choose, chromiumMissing, openChromium, PersonAtBrowser } from './browser.ts'
import { Entrance } from './entrance.ts'
import { expectNothingLeft } from './leaks.ts'
import { type ServedCloud, serveCloud } from './served-cloud.ts'

const words = strings.handOver

/** How many times faster than ours the tenant lives. */
const SPEED = 20_000
const DAY = 24 * 3_600_000

/** A person at another computer: another app, another profile, another account. */
async function sitDown(cloud: ServedCloud, chromium: Browser, name: string, userName: string): Promise<Entrance> {
  const clock = path.join(repositoryRoot, 'test', 'e2e', 'sign-in', 'leaping-clock.cjs')
  const entrance = await Entrance.open(cloud, {}, createProfile(), [clock])
  const person = await PersonAtBrowser.sitDown(entrance.wizard, chromium)
  await entrance.signIn({ way: 'browser' })
  await choose(await person.page(), name)
  await entrance.expectInside(userName)
  return entrance
}

/** Answers the dialogs for files as a person would who picks this one. */
const picking = ({ main }: Wizard, file: string): Promise<void> =>
  main.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)

const toPage = ({ story: { frame } }: Entrance): Promise<void> =>
  frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES['hand-over'] }).click()

async function open(entrance: Entrance, file: string): Promise<void> {
  await picking(entrance.wizard, file)
  await entrance.story.step.main.getByRole('button', { name: words.open }).click()
}

it.skipIf(chromiumMissing)('two people with one side each do the procedure at two computers, and hand it over as files', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wizard-hand-over-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const cloud = await serveCloud('--speed', String(SPEED))
  const startedAt = Date.now()
  const chromium = await openChromium(cloud)
  try {
    const grace = await sitDown(cloud, chromium, 'Grace Okafor', PEOPLE.grace.userName)
    await grace.story.enableIntegration()
    await grace.story.noteEnvironment()
    const policy = { ...scenarioByName('ready-to-enable')?.choices.policy, administratorObjectId: PEOPLE.grace.objectId }
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

    const kim = await sitDown(cloud, chromium, 'Kim Lindqvist', PEOPLE.kim.userName)
    const { frame, step } = kim.story
    // What the key covers each person answers for themselves: the other's answers are for information.
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
    await frame.press(strings.footer.next)
    await step.confirmFinding(/Couldn’t read the environment/)
    await frame.press(strings.footer.next)
    await step.confirmFinding(/^Is the environment in United States/)
    await kim.story.apply(7)
    await expect(step.main).toContainText('Waiting for the role assignment to take effect')
    await kim.wizard.main.evaluate(
      (_electron, ahead) => void Reflect.set(globalThis, 'wizardIsAhead', ahead),
      (Date.now() - startedAt) * SPEED + 2 * DAY,
    )
    await frame.press(strings.footer.lookNow)
    await expect(frame.heading).toHaveText(GUIDES.policy.outcome)
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
      await grace.story.step.main.getByRole('button', { name: strings.findings.attest }).count(),
      'what a word stands in for',
    ).toBe(3)
    for (let left = 3; left > 0; left--) await grace.story.step.main.getByRole('button', { name: strings.findings.attest }).first().click()
    await expect(grace.story.frame.heading).toHaveText(GUIDES.policy.outcome)
    await grace.story.frame.press(strings.footer.next)
    await expect(grace.story.frame.heading).toHaveText(GUIDES.membership.title)
    await expect(grace.story.step.main).toContainText('Add contoso-prod to the policy')
    await expectNothingLeft(grace.wizard)
  } finally {
    await chromium.close()
    await cloud.stop()
  }
})
