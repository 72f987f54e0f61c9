import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import { createRecorder } from '#node/records/engagement/recorder.ts'
import { isOf } from '#node/records/engagement/remembering.ts'
import { until } from '../until.ts'
import { openPorts, secondPorts } from './ports.ts'
import { SECOND } from './procedure.ts'
import { openWindow } from './window.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'second-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A run of the wizard that keeps its record in the folder. */
function run(ports = secondPorts()) {
  const holding = { user: 'ada', host: 'desk', processId: 1, isRunning: () => true, newId: () => 'lock' }
  const recorder = createRecorder({
    procedure: SECOND,
    listed: () => ({}),
    appVersion: '0.0.0',
    changed: () => undefined,
    store: engagementStore(folder, holding, ports.now),
    ports: openPorts(ports),
  })
  const window = openWindow(recorder.ports, ({ context }) => recorder.follow(context))
  return { ...window, recorder, ports }
}

async function begin({ send, until }: ReturnType<typeof run>): Promise<void> {
  send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  await until(({ step }) => step?.phase === 'choosing')
  send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
}

describe('the record of a procedure that is not the product’s', () => {
  it('holds its steps, changes and confirmations, and is taken up by the next run', async () => {
    const first = run()
    await begin(first)
    await first.until(({ step }) => step?.phase === 'reviewing')
    await until(() => first.recorder.current()?.engagement)
    first.send({ type: 'REVIEW_PLAN' })
    await first.until(({ step }) => step?.phase === 'confirming')
    first.send({ type: 'CONFIRM', typedName: '' })
    await first.until(({ step }) => step?.proved === true)
    first.machine.stop()
    await first.recorder.end()

    const second = run(first.ports)
    await begin(second)
    await second.until(({ step }) => (step?.receipts.length ?? 0) > 0)
    const { engagement, journal } = second.recorder.current() ?? {}
    expect(engagement).toMatchObject({
      reached: 'turn-on',
      steps: { 'turn-on': { proved: true, receipts: [{ kind: 'turn-on-feature', written: true }] }, confirm: { proved: false } },
    })
    const entries = ((await journal?.lines()) ?? []).map((line) => readEntry(SECOND, line))
    expect(entries.every(({ ok }) => ok)).toBe(true)
    expect(entries.flatMap((each) => (each.ok ? [each.entry.kind] : []))).toEqual(
      expect.arrayContaining(['opened', 'reading', 'apply-started', 'applied', 'looked', 'proved']),
    )
    expect(first.ports.service.written()).toBe(1)
    second.machine.stop()
    await second.recorder.end()
  })

  it('is known as another procedure’s where something of it is still to be followed', async () => {
    const step = { proved: false, findings: [], planned: 0, receipts: [], pending: { kind: 'feature-turning-on', since: 0 } }
    const held = { steps: { 'turn-on': step }, operations: {} }
    expect(isOf(SECOND.actions, held)).toBe(true)
    expect(isOf(CUSTOMER_MANAGED_KEYS.actions, held)).toBe(false)
  })
})
