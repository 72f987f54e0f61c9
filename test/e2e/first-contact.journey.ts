import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect as expectValue, it } from 'vitest'
import { compare } from '#machines/procedure/first-contact/compare.ts'
import { isObject } from '#machines/procedure/first-contact/recording.ts'
import type { ResultDocument } from '#node/cli/cmk-wizard/results.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { known } from '#node/services/first-contact/known.ts'
import { readRecording, writtenRecording } from '#node/services/first-contact/read-recording.ts'
import { testFolder } from '../folder.ts'
import { command } from '../node/cli/cmk-wizard/in-process.ts'
import { caseOf, leaping } from '../practised.ts'
import { receivedView } from '../received-view.ts'
import { strings, firstContactStrings as words } from '../strings.ts'
import { picking, selectItem } from './desk.ts'
import { expect } from './expect.ts'
import { oneWizard } from './one-wizard.ts'
import { StartPage } from './pages/start-page.ts'
import { Story } from './story.ts'

const started = oneWizard()

it('compares an open tenant, shows the whole file, and saves it without a name of the tenant', async () => {
  const wizard = started()
  const story = new Story(wizard)
  await story.openAt('ready-to-enable', 'step-4')
  expectValue(await selectItem(wizard, words.title)).toBe(true)
  const dialog = wizard.page.getByRole('dialog', { name: words.title })
  await dialog.getByRole('button', { name: words.compare }).click()
  await expect(dialog).toContainText('Nothing differs from what the wizard expects.')
  const shown = await dialog.getByRole('group', { name: words.file }).textContent()

  const file = path.join(testFolder(), 'mine.json')
  await picking(wizard, file)
  await dialog.getByRole('button', { name: words.save }).click()
  await expect(dialog).toContainText(words.saved({ name: 'mine.json' }))
  const saved = readFileSync(file, 'utf8')
  expectValue(saved).toBe(shown)
  expectValue(saved).not.toMatch(/contoso|Ada Marsh/i)
  const recording = readRecording(saved)
  expectValue(recording && compare(recording, known).differences).toEqual([])
})

/** A recording in which one member is new. @returns its file */
async function recordedWithNewMember(): Promise<string> {
  const { choices, environmentId } = caseOf('already-encrypted')
  const recording = await makeFirstContact(
    leaping(caseOf('already-encrypted')),
    { ...choices, environmentId },
    new AbortController().signal,
  )
  const answers = recording.answers.map((each) =>
    each.url.includes('/subscriptions?') && isObject(each.body) ? { ...each, body: { ...each.body, shade: {} } } : each,
  )
  const file = path.join(testFolder(), 'theirs.json')
  writeFileSync(file, writtenRecording({ ...recording, answers }))
  return file
}

/** Each once: the window keeps what two steps have found alike. */
const named = (findings: readonly { readonly id: string; readonly status: string }[]): readonly string[] =>
  [...new Set(findings.map(({ id, status }) => `${id} ${status}`))].toSorted()

it('opens a recording read-only, with the findings and the differences that the command line has', async () => {
  const file = await recordedWithNewMember()
  const [checked, compared] = await Promise.all([
    command(['check', '--recording', file, '--quiet', '--json']),
    command(['first-contact', '--recording', file, '--quiet', '--json']),
  ])
  const check: ResultDocument = JSON.parse(checked.out)
  const wizard = started()
  const { start, frame, step } = new Story(wizard)
  await start.toCases.click()
  await picking(wizard, file)
  await start.unfold(strings.practiceCases.recording.heading)
  await wizard.page.getByRole('button', { name: strings.practiceCases.recording.open }).click()
  await expect(frame.heading).toHaveText(strings.preflight.title)
  await expect(frame.banner).toContainText(strings.practice.recording.word)
  await expect(frame.banner).toContainText(strings.practice.recording.readOnly)
  await expect.poll(() => frame.windowTitle()).toContain(strings.practice.recording.word)
  const viewed = async () => receivedView(await wizard.page.evaluate(() => window.wizard.getView())).preflight
  await expect.poll(async () => (await viewed())?.reading).toBe(false)
  const shown = await viewed()
  const found =
    check.verb === 'check' ? check.customers.flatMap(({ environments }) => environments.flatMap(({ findings }) => findings)) : []
  expectValue(found.length).toBeGreaterThan(20)
  expectValue(named([...(shown?.findings ?? []), ...(shown?.settled ?? [])])).toEqual(named(found))

  await frame.banner.getByRole('button', { name: strings.practice.recording.compare }).click()
  const dialog = wizard.page.getByRole('dialog', { name: words.titleOfRecording })
  await expect(dialog).toContainText('New member: shade')
  expectValue(compared.out).toContain('New member: shade')
  await expect(dialog.getByRole('button', { name: words.save })).toHaveCount(0)
  await wizard.page.keyboard.press('Escape')

  await frame.goOn()
  await expect(step.main).toBeVisible()
  await frame.banner.getByRole('button', { name: strings.practice.recording.leave }).click()
  await expect(frame.heading).toHaveText(StartPage.title)
})
