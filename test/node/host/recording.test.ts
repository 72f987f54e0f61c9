import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { seededRandom } from '#node/practice/random.ts'
import { openRecorded } from '#node/practice/recorded.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { writtenRecording } from '#node/services/first-contact/read-recording.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { type Driver, drive } from '../../driver.ts'
import { leapingTime, START } from '../../leaping-time.ts'
import { caseOf, leaping } from '../../practised.ts'

const recorded = (name: string): Promise<Recording> => {
  const { choices, environmentId } = caseOf(name)
  return makeFirstContact(leaping(caseOf(name)), { ...choices, environmentId }, new AbortController().signal)
}

interface Opened extends Driver<KeysHost> {
  /** Each request as method and path. */
  readonly asked: readonly string[]
}

/** A window in which a recording is opened, once everything in it was read. */
async function openedFrom(written: string): Promise<Opened> {
  const asked: string[] = []
  const openRecording = async (recording: Recording): Promise<OpenTenant> =>
    openRecorded(recording, {
      ...leapingTime,
      random: seededRandom('recording'),
      watch: ({ method, path }) => void asked.push(`${method} ${path}`),
    })
  const noCase = async (name: string): Promise<never> => {
    throw new Error(`No case is opened here: ${name}`)
  }
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: noCase, openRecording })
  expect(await host.openRecording(written)).toEqual({ ok: true })
  const driver = drive(host)
  await driver.until(({ preflight }) => preflight?.checkedAt !== undefined && !preflight.reading)
  return { ...driver, asked }
}

/** The page that reads everything, of the case itself. */
async function checkedCase(name: string): Promise<WizardView> {
  const { choices, environmentId } = caseOf(name)
  const tenant = leaping(caseOf(name))
  const chosen: OpenTenant = { ...tenant, tenant: { ...tenant.tenant, chosen: { ...choices, environmentId } } }
  const host = createKeysHost({ wall: () => START, scenarios: [], openPractice: async () => chosen })
  host.send({ type: 'OPEN_PRACTICE', scenario: name, checkFirst: true })
  return drive(host).until(({ preflight }) => preflight?.checkedAt !== undefined && !preflight.reading)
}

/** Texts shown, without their names. */
const toldOn = ({ preflight }: WizardView) => ({
  findings: preflight?.findings.map(({ id, step, status, planned }) => ({ id, step, status, planned })),
  settled: preflight?.settled.map(({ id, status, planned }) => ({ id, status, planned })),
  plans: preflight?.plans.map(({ step, plan }) => ({ step, changes: plan.length })),
})

const caseChosen = ({ choices: { environmentId = '', ...choices } }: Recording) => ({ environmentId, choices })

/** Holds for every event of a page. */
async function expectReadOnly({ host, reviewing, asked }: Opened): Promise<void> {
  const { practice, can, step, now } = await reviewing()
  expect(practice?.readOnly).toBe(true)
  expect(step?.plan.length).toBeGreaterThan(0)
  expect(can.filter((event) => ['REVIEW_PLAN', 'CONFIRM', 'SCHEDULE', 'START_NOW', 'CHANGE_TIME'].includes(event))).toEqual([])
  const said = { typedName: step?.confirmation?.typedName ?? '', window: { from: now, to: now + HOUR, timeZone: 'UTC' } }
  for (const type of ['REVIEW_PLAN', 'START_NOW'] as const) host.send({ type })
  for (const type of ['CONFIRM', 'SCHEDULE'] as const) host.send({ type, ...said })
  expect(host.view().step?.phase).toBe('reviewing')
  expect(asked.filter((request) => !/^(?:GET|HEAD) |checkNameAvailability$/.test(request))).toEqual([])
}

describe('a recording in the window', () => {
  it.each(['ready-to-enable', 'already-encrypted', 'vault-half'])('shows the findings that the case has: %s', async (name) => {
    const { host } = await openedFrom(writtenRecording(await recorded(name)))
    expect(toldOn(host.view())).toEqual(toldOn(await checkedCase(name)))
  })

  it('is read-only: the first plan can’t be applied, and nothing that writes is asked of its services', async () => {
    const recording = await recorded('ready-to-enable')
    const opened = await openedFrom(writtenRecording(recording))
    opened.send({ type: 'NEXT' })
    await opened.walkUntil(caseChosen(recording), ({ step }) => step?.phase === 'reviewing' && step.plan.length > 0)
    await expectReadOnly(opened)
  })

  it('is read-only after the steps too: no operation can be started', async () => {
    const recording = await recorded('already-encrypted')
    const opened = await openedFrom(writtenRecording(recording))
    opened.send({ type: 'NEXT' })
    await opened.walkUntil(caseChosen(recording), ({ page }) => page === 'closing')
    await opened.openOperation('rotate')
    await expectReadOnly(opened)
  })

  it('is compared as it was recorded, with nothing asked', async () => {
    const recording = await recorded('already-encrypted')
    const { host, asked } = await openedFrom(writtenRecording(recording))
    const before = asked.length
    const answer = await host.firstContact()
    expect(answer).toMatchObject({ ok: true, value: { differences: [], file: writtenRecording(recording) } })
    expect(asked).toHaveLength(before)
  })

  it('is refused where the file is none, and no tenant is opened', async () => {
    const host = createKeysHost({
      wall: () => START,
      scenarios: [],
      openPractice: async () => leaping(caseOf('ready-to-enable')),
      openRecording: async (recording) => openRecorded(recording, { ...leapingTime, random: Math.random }),
    })
    expect(await host.openRecording('{"format":"cmk-wizard-handoff"}')).toEqual({
      ok: false,
      why: 'This file isn’t a recording of this wizard.',
    })
    expect(host.view().page).toBe('start')
  })
})
