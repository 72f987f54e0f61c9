import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { OwnView } from '#machines/engine/wizard/presentation.ts'
import type { Opened, Product } from '#node/host/product.ts'
import { createWizardHost } from '#node/host/wizard-host.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { until } from '../until.ts'
import { openPorts } from './ports.ts'
import { SECOND } from './procedure.ts'
import { presentation } from './window.ts'

const PRODUCT: Product<OwnView, Opened> = {
  procedure: SECOND,
  presentation,
  listed: () => ({}),
  listedAs: { underWay: () => undefined, isInEffect: () => true },
  addressesIn: () => (link) => `https://${link}.example/`,
  writeScript: async (_, plan) => ({ kind: 'files', files: [{ name: 'plan.txt', text: plan.map(({ kind }) => kind).join('\n') }] }),
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'second-host-'))
})
afterEach(() => rm(folder, { recursive: true }))

function open(over: Partial<ReturnType<typeof openPorts>> = {}, opens: Promise<void> = Promise.resolve()) {
  const ports = { ...openPorts(), ...over }
  const holding = { user: 'ada', host: 'desk', processId: 1, isRunning: () => true, newId: () => 'lock' }
  const store = engagementStore(folder, holding, ports.now)
  const host = createWizardHost(PRODUCT, {
    ports,
    holdSecret: () => undefined,
    scenarios: [],
    store: { ...store, open: (...asked) => opens.then(() => store.open(...asked)) },
  })
  const until = (fits: (view: ReturnType<typeof host.view>) => boolean) =>
    new Promise<void>((resolve) => {
      const leave = host.subscribe(look)
      look(host.view())
      function look(view: ReturnType<typeof host.view>): void {
        if (!fits(view)) return
        leave()
        resolve()
      }
    })
  return { host, until }
}

/** Opens the tenant, chooses the environment, and waits until its record is open. */
async function begun(over: Partial<ReturnType<typeof openPorts>> = {}) {
  const run = open(over)
  run.host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
  await run.until(({ step }) => step?.phase === 'choosing')
  run.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
  await run.until(({ step }) => step?.phase === 'reviewing')
  await until(() => run.host.engagement()?.engagement)
  return run
}

it('shows one event once, though the machine of the step has its say as well', async () => {
  const { host } = await begun()
  const shown: string[] = []
  host.subscribe(({ step }) => shown.push(step?.phase ?? 'none'))
  host.send({ type: 'CHECK_AGAIN' })
  expect(shown).toEqual(['reading'])
  expect(host.view().step?.phase).toBe('reading')
  await host.stop()
})

it('stays as it was after a defect of its machine: the tenant is still open', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const { host } = await begun({
    closeTenant() {
      throw new Error('planted')
    },
  })
  host.send({ type: 'CLOSE_TENANT' })
  const { page, step, can } = host.view()
  host.speak(host.formatter())
  expect(host.view()).toMatchObject({ page: 'step', step: { phase: 'reviewing' } })
  expect(host.view()).toMatchObject({ page, step, can })
  expect(log.mock.lastCall?.[1]).toMatchObject({ message: 'planted' })
  log.mockRestore()
  await host.stop()
})

it('runs in the host, which writes its plan as a script and knows its links', async () => {
  const { host } = await begun()
  expect(await host.writeScript({ language: 'powershell', of: 'whole' })).toEqual({
    kind: 'files',
    files: [{ name: 'plan.txt', text: 'turn-on-feature' }],
  })
  expect(host.addressOf('handbook')).toBe('https://handbook.example/')
  await host.stop()
})

it.each(['json', 'html'] as const)('has its report as %s, about its own steps, which holds when it is checked', async (format) => {
  const { host, until } = await begun()
  host.send({ type: 'REVIEW_PLAN' })
  await until(({ step }) => step?.phase === 'confirming')
  host.send({ type: 'CONFIRM', typedName: '' })
  await until(({ step }) => step?.proved === true)
  const report = await host.report({ format }, async () => new Uint8Array())
  expect(report?.name).toMatch(/^feature-evidence-contoso-test-.*\.(?:json|html)$/)
  const text = String(report?.content)
  expect(text).toContain('Turn on the feature')
  expect(text).not.toMatch(/customer-managed|Microsoft|Azure/i)
  expect(await verifyReportFile(SECOND, text)).toMatchObject({
    ok: true,
    report: { summary: { steps: [{ step: 'turn-on', actions: [{ tries: [{ ended: 'written' }] }] }, { step: 'confirm' }] } },
  })
  await host.stop()
})

it('hands its step to another person in a file, who opens it in the host', async () => {
  const first = await begun()
  let file = { name: '', text: '' }
  const given = await first.host.handOver({ purpose: 'ask', step: 'turn-on', note: '' }, async ({ name, content }) => {
    file = { name, text: String(content) }
    return { ok: true, value: { savedAs: name } }
  })
  expect(given).toMatchObject({ ok: true, value: { savedAs: expect.stringMatching(/^feature-hand-over-contoso-test-step-1-/) } })
  expect(await first.host.openHandOver(file)).toEqual({ ok: true })
  expect(await first.host.openHandOver({ ...file, text: file.text.replace('turn-on', 'policy') })).toMatchObject({ ok: false })
  await first.host.stop()
})

it('is on the list of engagements once it was opened', async () => {
  const { host } = await begun()
  await host.stop()
  const again = open()
  await again.until(({ start }) => start?.engagements?.length === 1)
  expect(again.host.view().start?.engagements).toMatchObject([
    { environment: 'contoso-test', state: { kind: 'ready', step: 1, planned: 1 } },
  ])
  await again.host.stop()
})

it('keeps what is on record where its record is left, and opened again, before the store has answered', async () => {
  const first = await begun()
  first.host.send({ type: 'REVIEW_PLAN' })
  await first.until(({ step }) => step?.phase === 'confirming')
  first.host.send({ type: 'CONFIRM', typedName: '' })
  await first.until(({ step }) => step?.proved === true)
  await first.host.stop()
  const kept = async () => {
    const [id = ''] = await readdir(folder)
    const { steps } = JSON.parse(await readFile(path.join(folder, id, 'engagement.json'), 'utf8'))
    return { receipts: steps['turn-on'].receipts, journal: await readFile(path.join(folder, id, 'journal.jsonl'), 'utf8') }
  }
  const before = await kept()
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const again = open({}, answered)
  for (const isLeft of [true, false]) {
    again.host.send({ type: 'OPEN_PRACTICE', scenario: 'any' })
    await again.until(({ step }) => step?.phase === 'choosing')
    again.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: 'e1' })
    // Its reading waits for the record, and this for neither.
    await new Promise(setImmediate)
    expect(again.host.view().step?.phase).toBe('reading')
    if (isLeft) again.host.send({ type: 'CLOSE_TENANT' })
  }
  answer()
  await until(() => again.host.engagement()?.engagement)
  await again.until(({ page }) => page === 'recovery')
  await again.host.stop()
  const after = await kept()
  expect(after.receipts).toEqual(before.receipts)
  expect(after.journal.slice(before.journal.length)).not.toContain('"choice"')
})
