import type { Page } from '@playwright/test'
import { type Command, PUSH_COMMAND } from '#contract/channels.ts'
import { expect } from '../e2e/expect.ts'
import { GUIDES, SIDE_PAGE_TITLES } from '../e2e/guides.ts'
import { createProfile, launch, type Wizard } from '../e2e/launch.ts'
import { OperationsPage } from '../e2e/pages/operations-page.ts'
import { Entrance, startWords } from '../e2e/sign-in/entrance.ts'
import { type ServedCloud, serveCloud } from '../e2e/sign-in/served-cloud.ts'
import { Story } from '../e2e/story.ts'
import { strings } from '../strings.ts'

/** A round of clicks that ends where it began. */
export interface Round {
  readonly wizard: Wizard
  /** Setup before the first round. */
  readonly begin: () => Promise<void>
  readonly walk: () => Promise<void>
  /** Ends what it needs besides the window. */
  readonly end: () => Promise<void>
}

/** The ways to go round, by what is opened again and again on them. Each opens a window, which its caller ends. */
export const rounds = { pages, cases, 'tenant-pages': tenantPages, engagements } as const

/** Waits until nothing is being read. */
const settle = (page: Page) => expect(page.locator('[aria-busy=true]')).toHaveCount(0)

const nothing = async (): Promise<void> => undefined

/** An environment on a key, with another policy to change to: there are operations, and something to choose. */
const CASE = 'another-policy'

/** Through every page of one engagement, which stays open. */
async function pages(): Promise<Round> {
  const wizard = await launch(createProfile())
  const story = new Story(wizard)
  const begin = async () => {
    await story.practise(CASE)
    await toTheLastStep(story)
  }
  return { wizard, begin, walk: () => everyPage(wizard, story), end: nothing }
}

/** From the start page through the case of an environment that is ready, to its plan, and back. */
async function cases(): Promise<Round> {
  const wizard = await launch(createProfile())
  const story = new Story(wizard)
  const { frame, step } = story
  const walk = async () => {
    await story.practise('ready-to-enable')
    await story.enableIntegration()
    await story.noteEnvironment()
    await story.checkChoices()
    await settle(wizard.page)
    await frame.press(strings.footer.review({ changes: 6 }))
    await step.confirmation.getByRole('button', { name: strings.confirmation.cancel }).click()
    await expect(step.confirmation).toHaveCount(0)
    await frame.leavePractice()
  }
  return { wizard, begin: nothing, walk, end: nothing }
}

/** The same pages in a tenant that was signed in to, over HTTPS: the journal is a file. */
async function tenantPages(): Promise<Round> {
  const { entrance, cloud } = await atACloud()
  const { wizard, story } = entrance
  const begin = async () => {
    await enter(entrance)
    await story.frame.reachFirstStep()
    await toTheLastStep(story)
  }
  return { wizard, begin, walk: () => everyPage(wizard, story), end: cloud.stop }
}

/** From the list of engagements into the one that there is, to its preparation and first step, and back. */
async function engagements(): Promise<Round> {
  const { entrance, cloud } = await atACloud()
  const { wizard, story, form } = entrance
  const begin = async () => {
    await enter(entrance)
    await story.frame.reachFirstStep()
    await story.pickEnvironment()
    await entrance.closeTenant()
  }
  const walk = async () => {
    await story.start.engagement(story.environment).click()
    await story.frame.expectNewPage(strings.connect.title)
    await form.secret.fill(cloud.clientSecret)
    await form.signIn.click()
    await story.frame.expectNewPage(GUIDES.integration.outcome)
    await preparation(story)
    await stepAndHelp(story, 1)
    await entrance.closeTenant()
  }
  return { wizard, begin, walk, end: cloud.stop }
}

async function atACloud(): Promise<{ readonly entrance: Entrance; readonly cloud: ServedCloud }> {
  const cloud = await serveCloud('--scenario', CASE)
  try {
    return { cloud, entrance: Entrance.at(await launch(createProfile(), startWords(cloud)), cloud) }
  } catch (reason) {
    await cloud.stop()
    throw reason
  }
}

const enter = (entrance: Entrance) =>
  entrance.signIn({ way: 'secret', clientId: entrance.cloud.clientId, secret: entrance.cloud.clientSecret })

/** From the first step to the fourth, and to the operation in which another policy is chosen. */
async function toTheLastStep(story: Story): Promise<void> {
  await story.enableIntegration()
  await story.noteEnvironment()
  await story.checkChoices()
  const operations = new OperationsPage(story.frame)
  await toOperations(operations)
  await operations.choose('change')
  await choosePolicy(story, operations)
}

async function everyPage(wizard: Wizard, story: Story): Promise<void> {
  await preparation(story)
  for (const number of [1, 2, 3, 4]) await stepAndHelp(story, number)
  await anotherPolicy(story)
  for (const beside of ['hand-over', 'landscape', 'evidence'] as const) {
    await story.frame.steps.getByRole('button', { name: SIDE_PAGE_TITLES[beside] }).click()
    await story.frame.expectNewPage(SIDE_PAGE_TITLES[beside])
    await settle(wizard.page)
  }
  await overThePage(wizard)
}

/** The preparation, the check of everything, and the apps that are used: changed and left as they were. */
async function preparation({ frame, step, coverage }: Story): Promise<void> {
  await frame.openPart('preflight')
  await step.main.getByRole('button', { name: strings.preflight.checkAll }).click()
  await settle(frame.page)
  await coverage.open()
  await step.main.getByRole('button', { name: strings.coverage.change }).click()
  await coverage.answer('commerce').check()
  await frame.press(strings.coverage.keep)
  await expect(coverage.answer('commerce')).toHaveCount(0)
}

/** A step, read again, with its help from tab to tab, and one part of its map. */
async function stepAndHelp({ frame, step }: Story, number: number): Promise<void> {
  await frame.steps.locator('ol > li').nth(number).getByRole('button').click()
  await frame.expectStep(number)
  await settle(frame.page)
  await step.checkAgain()
  await settle(frame.page)
  await step.showPasses()
  const drawer = await frame.openHelp()
  for (const tab of await drawer.getByRole('tab').all()) await tab.click()
  await frame.closeHelp()
  await expect(drawer).toHaveCount(0)
  const part = frame.page.getByRole('region', { name: strings.keyMap.heading }).getByRole('listitem').getByRole('button').first()
  await part.click()
  await expect(part).toHaveAttribute('aria-expanded', 'true')
  await part.click()
  await expect(part).toHaveAttribute('aria-expanded', 'false')
}

/** The causes of an outage, and another policy: chosen once more, planned, about to be confirmed, and left. */
async function anotherPolicy(story: Story): Promise<void> {
  const { frame, step } = story
  const operations = new OperationsPage(frame)
  await toOperations(operations)
  await operations.showCauses()
  await operations.choose('change')
  await step.main.getByRole('button', { name: strings.operations.changePolicy }).click()
  await choosePolicy(story, operations)
  await step.expectChanges(3)
  await frame.press(strings.footer.review({ changes: 3 }))
  await step.confirmation.getByRole('button', { name: strings.confirmation.cancel }).click()
  await expect(step.confirmation).toHaveCount(0)
  await frame.press(strings.footer.back)
  await frame.expectNewPage(strings.operations.title)
}

async function toOperations(operations: OperationsPage): Promise<void> {
  await operations.open()
  await expect(operations.list).toBeVisible()
}

async function choosePolicy({ frame }: Story, operations: OperationsPage): Promise<void> {
  await operations.policy('cmk-contoso-next').check()
  await frame.press(strings.footer.checkPolicy)
  await settle(frame.page)
}

/** Dialogs that the menu opens over the page; the theme is changed there and back. */
async function overThePage({ main, page }: Wizard): Promise<void> {
  const words = strings.desktop.settings
  for (const command of ['settings', 'shortcuts', 'whats-new', 'first-contact', 'about'] satisfies readonly Command[]) {
    await main.evaluate(({ BrowserWindow }, [channel, asked]) => BrowserWindow.getAllWindows()[0]?.webContents.send(channel, asked), [
      PUSH_COMMAND,
      command,
    ] as const)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    if (command === 'settings')
      for (const name of [words.themes.dark, words.system])
        await dialog.getByRole('group', { name: words.theme }).getByRole('radio', { name }).check()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
}
