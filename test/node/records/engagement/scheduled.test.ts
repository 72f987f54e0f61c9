import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { realTimers, type Timers } from '#node/practice/clock.ts'
import { confirmed } from '#node/practice/presenting/walk/person.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import { until } from '#test/until.ts'
import { type Run, type Workplace, workplace } from './working.ts'

const HOUR = 3_600_000
const isScheduled = ({ step }: WizardView): boolean => step?.phase === 'scheduled'
const encrypts = ({ step }: WizardView): boolean => step?.wait?.mayClose === true

/** Time that stands still once something is scheduled, until the test lets it pass. */
function stopwatch(): Timers & { stop(): void } {
  let stands = false
  return {
    after: (milliseconds, wake) => (stands ? () => undefined : realTimers.after(milliseconds, wake)),
    stop() {
      stands = true
    },
  }
}

const links = ({ server }: Workplace): number =>
  server.tenant.writes().filter(({ changed, path }) => changed && path.endsWith('/Encryption/link')).length

/** Schedules in the journal, in order. */
async function told(run: Run): Promise<readonly (string | undefined)[]> {
  const lines = (await run.host.engagement()?.journal.lines()) ?? []
  return lines.flatMap((line) => {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, line)
    return read.ok && read.entry.kind === 'schedule' ? [read.entry.content.state] : []
  })
}

/** Walks to step 4, where the start is left to the wizard: two hours from then. */
async function scheduled(): Promise<{ readonly place: Workplace; readonly run: Run; readonly file: string; readonly start: number }> {
  const watch = stopwatch()
  const place = await workplace('ready-to-enable', watch)
  const run = place.start()
  run.signIn()
  const view = await run.walkUntil(({ step }) => step?.id === 'membership' && step.phase === 'confirming')
  watch.stop()
  const start = place.clock.now() + 2 * HOUR
  run.host.send({ type: 'SCHEDULE', ...confirmed(view.step?.confirmation, start) })
  await run.until(isScheduled)
  await until(async () => (await told(run)).length > 0)
  // Only what is on the disk is left by a kill.
  const [id = ''] = await readdir(place.folder)
  const file = path.join(place.folder, id, 'engagement.json')
  await until(async () => (await readFile(file, 'utf8')).includes('"setAt"'))
  expect(await told(run)).toEqual(['set'])
  return { place, run, file, start }
}

async function again(place: Workplace, holding = {}): Promise<Run> {
  const run = place.start(holding)
  run.signIn()
  await run.walkUntil(({ step }) => step?.phase === 'choosing')
  run.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: place.environmentId })
  return run
}

describe('a start that is scheduled', { timeout: 60_000 }, () => {
  it('is there again after a restart, begins at its time, and once', async () => {
    const { place, run, start } = await scheduled()
    await run.host.stop()
    const second = await again(place)
    const view = await second.until(isScheduled)
    expect(view).toMatchObject({ page: 'step', step: { id: 'membership', schedule: { at: start } } })
    expect(links(place)).toBe(0)
    place.clock.advance(2 * HOUR)
    await second.until(encrypts)
    expect(links(place)).toBe(1)
    expect(await told(second)).toEqual(['set', 'started'])
  })

  it('is not made up for after a start that came too late, which says so and forgets it', async () => {
    const { place, run } = await scheduled()
    await place.kill()
    await run.host.stop()
    place.clock.advance(3 * HOUR)
    const second = await again(place, { processId: 2, isRunning: () => false })
    const view = await second.until(({ step }) => step?.problem !== undefined)
    expect(view.step).toMatchObject({ phase: 'reviewing', problem: { title: 'Not started: the wizard was closed at the start time' } })
    await until(async () => (await told(second)).length > 1)
    expect(await told(second)).toEqual(['set', 'not-started'])
    await second.host.stop()
    const third = await again(place)
    await third.reviewing('membership')
    expect(links(place)).toBe(0)
  })

  it('that came while the wizard waited for an answer after a restart says so, and not that the wizard was closed', async () => {
    const { place, run, file } = await scheduled()
    await run.host.stop()
    await writeFile(path.join(path.dirname(file), 'engagement.previous.json'), await readFile(file))
    await writeFile(file, '{')
    const second = await again(place)
    await second.until(({ page }) => page === 'recovery')
    await second.until(({ can }) => can.includes('ANSWER_DRIFT'))
    place.clock.advance(3 * HOUR)
    second.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
    const view = await second.until(({ step }) => step?.problem !== undefined)
    expect(view.step?.problem?.title).toBe('Not started: the wizard wasn’t on this page at the start time')
    expect(links(place)).toBe(0)
  })

  it('that was killed once it had begun is followed and not begun again', async () => {
    const { place, run } = await scheduled()
    place.clock.advance(2 * HOUR)
    await run.until(encrypts)
    await place.kill()
    const second = await again(place, { processId: 2, isRunning: () => false })
    await second.until(encrypts)
    expect(links(place)).toBe(1)
  })

  it('that was canceled stays so where only the copy of the file before is left', async () => {
    const { place, run, file } = await scheduled()
    const copy = await readFile(file)
    run.host.send({ type: 'CANCEL_SCHEDULE' })
    // On the page, and to those who hear it.
    const canceled = run.host.view()
    expect([canceled.step?.unstarted?.how, canceled.announcement.text]).toEqual([
      'canceled',
      'Step 4 of 4: the schedule is canceled. Nothing starts. 1 change · Downtime · Up to 4 days.',
    ])
    // It's news once: not after another question, and not after another check.
    run.host.send({ type: 'REVIEW_PLAN' })
    run.host.send({ type: 'CANCEL' })
    const checked = 'Step 4 of 4: checked. 1 change · Downtime · Up to 4 days.'
    expect([run.host.view().step?.phase, run.host.view().announcement.text]).toEqual(['reviewing', checked])
    run.host.send({ type: 'CHECK_AGAIN' })
    const reread = await run.until(({ step }) => step?.phase === 'reviewing')
    expect([reread.step?.unstarted?.how, reread.announcement.text]).toEqual(['canceled', checked])
    await until(async () => (await told(run)).length > 1)
    expect(await told(run)).toEqual(['set', 'canceled'])
    run.host.send({ type: 'GO_TO_PAGE', page: 'evidence' })
    const { evidence } = await run.until(({ evidence: shown }) => shown?.rows.some(({ label }) => label === 'Scheduled start 1') === true)
    expect(evidence?.rows.find(({ label }) => label === 'Scheduled start 1')?.value).toMatch(/^Add the environment.*: canceled$/)
    await run.host.stop()
    await writeFile(path.join(path.dirname(file), 'engagement.previous.json'), copy)
    await writeFile(file, '{')
    const second = await again(place)
    await second.until(({ page }) => page === 'recovery')
    await second.until(({ can }) => can.includes('ANSWER_DRIFT'))
    second.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
    const view = await second.until(({ step }) => step?.phase === 'scheduled' || step?.phase === 'reviewing')
    expect(view.step?.phase).toBe('reviewing')
  })

  it.each([
    ['the new time is on disk before its line in the log', 'file'],
    ['the line in the log is there, and the file is still that of before', 'line'],
  ] as const)('whose time was changed keeps the new one, and only that, where it was killed once %s', async (_when, left) => {
    const { place, run, file, start } = await scheduled()
    const names = ['engagement.json', 'journal.jsonl'] as const
    const [engagement, journal] = await Promise.all(names.map((name) => readFile(path.join(path.dirname(file), name))))
    const later = start + HOUR
    run.host.send({ type: 'CHANGE_TIME' })
    const { step } = await run.until((view) => view.step?.phase === 'confirming')
    expect([step?.confirmation?.starts, step?.schedule?.at]).toEqual([{ chosen: 'later' }, start])
    place.clock.advance(1)
    run.host.send({ type: 'SCHEDULE', ...confirmed(step?.confirmation, later) })
    await until(async () => (await told(run)).length > 1)
    await until(async () => (await readFile(file, 'utf8')).includes(String(later)))
    await place.kill()
    // It would start at the same time, and one of the two would find the other's outage.
    await run.host.stop()
    const [lost, before] = left === 'file' ? [names[1], journal] : [names[0], engagement]
    await writeFile(path.join(place.folder, path.basename(path.dirname(file)), lost), before ?? '')
    const second = await again(place, { processId: 2, isRunning: () => false })
    expect((await second.until(isScheduled)).step?.schedule?.at).toBe(later)
    place.clock.advance(2 * HOUR)
    expect(links(place)).toBe(0)
    place.clock.advance(HOUR)
    await second.until(encrypts)
    expect(links(place)).toBe(1)
  })

  it('begins where the engagement was taken over, and not where it was scheduled', async () => {
    const { place, run } = await scheduled()
    const second = await again(place, { host: 'desk-2', processId: 2 })
    await second.until(({ record, step }) => record?.held !== undefined && step?.phase === 'reviewing')
    await second.host.takeOver()
    await second.until(isScheduled)
    place.clock.advance(2 * HOUR)
    const refused = await run.until(({ step }) => step?.phase === 'reviewing')
    expect(refused.step?.problem?.title).toMatch(/^Not done: /)
    await second.until(encrypts)
    expect(links(place)).toBe(1)
  })

  it('that is on record, and was taken over and back, ends there too where the page said that nothing starts', async () => {
    const { place, run } = await scheduled()
    const second = await again(place, { host: 'desk-2', processId: 2 })
    await second.until(({ record, step }) => record?.held !== undefined && step?.phase === 'reviewing')
    await second.host.takeOver()
    await second.until(isScheduled)
    // Anything that is saved shows that another has it.
    place.clock.advance(60_000)
    run.host.send({ type: 'ATTEST', key: 'licences-in-place' })
    await run.until(({ record }) => record?.held !== undefined)
    await run.host.takeOver()
    expect(run.host.view().announcement.text).toMatch(/the schedule is canceled\. Nothing starts\./)
    await until(async () => (await told(run)).length > 1)
    expect(await told(run)).toEqual(['set', 'canceled'])
    const view = await run.until(({ step }) => step?.phase === 'reviewing')
    expect(view.step?.unstarted?.how).toBe('canceled')
    place.clock.advance(2 * HOUR)
    expect(run.host.view().step?.phase).toBe('reviewing')
    expect(links(place)).toBe(0)
  })

  it('set while another wizard has the record ends with the take-over, and the page says so at once', async () => {
    const watch = stopwatch()
    const place = await workplace('ready-to-enable', watch)
    const isConfirming = ({ step }: WizardView): boolean => step?.id === 'membership' && step.phase === 'confirming'
    const first = place.start()
    first.signIn()
    await first.walkUntil(isConfirming)
    const second = await again(place, { host: 'desk-2', processId: 2 })
    const { step } = await second.walkUntil(isConfirming)
    watch.stop()
    second.host.send({ type: 'SCHEDULE', ...confirmed(step?.confirmation, place.clock.now() + 2 * HOUR) })
    const { record } = await second.until(isScheduled)
    expect(record?.held).toMatchObject({ state: 'elsewhere' })
    await first.host.stop()
    await second.host.takeOver()
    expect(second.host.view().announcement.text).toMatch(/the schedule is canceled\. Nothing starts\./)
    await until(async () => second.host.engagement() !== undefined)
    await second.until(({ page }) => page === 'recovery')
    const view = await second.until(({ step: shown }) => shown?.phase === 'reviewing')
    expect(view.step?.unstarted?.how).toBe('canceled')
    expect(await told(second)).toEqual([])
    place.clock.advance(2 * HOUR)
    expect(second.host.view().step?.phase).toBe('reviewing')
    expect(links(place)).toBe(0)
  })
})
