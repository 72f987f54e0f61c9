import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { Engagement } from '#node/records/engagement/engagement.ts'
import { testFolder } from '#test/folder.ts'
import { type SecondPorts, secondPorts } from '../../../second-procedure/ports.ts'
import { until } from '../../../until.ts'
import { answering, carryOut, gate, type Opens, onDisk, openedWith, quiet, type Run, receipts, runIn, worked } from './opening.ts'

describe('a record whose store takes its time', () => {
  it('is as it was where the tenant is left before the answer', async () => {
    const store = answering()
    const { run, folder, was } = await openedWith(store.opens)
    await run.choose('e1')
    await store.asked(1)
    run.host.send({ type: 'CLOSE_TENANT' })
    store.answer(0)
    await until(async () => (await onDisk(folder)).kinds.length > was.kinds.length)
    await until(async () => !(await onDisk(folder)).isLocked)
    expect(run.host.view().page).toBe('start')
    expect(run.host.engagement()).toBeUndefined()
    expect((await onDisk(folder)).file).toEqual(was.file)
  })

  it('is as it was where another environment is chosen, which has a record of its own', async () => {
    const store = answering()
    const { run, folder, was } = await openedWith(store.opens)
    await run.choose('e1')
    await store.asked(1)
    await run.choose('e2')
    store.answer(0)
    await store.asked(2)
    expect(run.host.view()).toMatchObject({ page: 'step', step: { phase: 'reading' } })
    store.answer(1)
    expect(await run.record()).toMatchObject({ environment: { id: 'e2' }, steps: { 'turn-on': { receipts: [] } } })
    expect(await run.shows(({ step }) => step?.phase === 'reviewing')).toMatchObject({ page: 'step' })
    await run.host.stop()
    expect((await onDisk(folder)).file).toEqual(was.file)
    expect((await onDisk(folder, 'contoso', 'e2')).file).toMatchObject({ choices: { environmentId: 'e2' } })
  })

  it('is asked for again where its environment is chosen again, and is taken up', async () => {
    const store = answering()
    const { run, folder, was } = await openedWith(store.opens)
    await run.choose('e1')
    await store.asked(1)
    await run.choose('e2')
    await run.choose('e1')
    store.answer(0)
    await store.asked(2)
    store.answer(1)
    await store.asked(3)
    store.answer(2)
    expect(receipts({ file: await run.record() })).toEqual(receipts(was))
    await run.shows(({ step }) => step?.receipts.length === 1)
    await run.host.stop()
    expect(receipts(await onDisk(folder))).toEqual(receipts(was))
  })

  it.each([
    ['prepare', ['prepare']],
    ['hand-over', ['hand-over', 'recovery', 'step']],
  ] as const)('is taken up on the page that the person has gone to: %s', async (page, pages) => {
    const store = answering()
    const { run, folder, was } = await openedWith(store.opens)
    await run.choose('e1')
    await store.asked(1)
    run.host.send({ type: 'GO_TO_PAGE', page })
    const shown = new Set([run.host.view().page])
    run.host.subscribe((view) => void shown.add(view.page))
    store.answer(0)
    if (page === 'hand-over') await run.shows(({ step }) => step?.receipts.length === 1)
    else await until(async () => (await onDisk(folder)).kinds.length > was.kinds.length)
    await quiet()
    expect([...shown]).toEqual(pages)
    if (page === 'prepare') run.host.send({ type: 'BACK' })
    await run.shows(({ step }) => step?.receipts.length === 1)
    await run.host.stop()
    expect(receipts(await onDisk(folder))).toEqual(receipts(was))
    expect((await onDisk(folder)).kinds.slice(was.kinds.length)).not.toContain('choice')
  })

  it('is taken up after “Continue where you left off”, and read before anything counts', async () => {
    const store = answering()
    const { folder, was, ports } = await worked()
    const run = runIn(folder, { ...ports, opens: store.opens })
    const { start } = await run.shows((view) => view.start?.engagements?.length === 1)
    expect(await run.host.openEngagement(start?.engagements?.[0]?.id ?? '')).toEqual({ ok: true })
    await store.asked(1)
    expect(run.host.view()).toMatchObject({ page: 'step', step: { phase: 'reading', receipts: [] } })
    const pages: string[] = []
    run.host.subscribe((view) => void pages.push(view.page))
    store.answer(0)
    await run.shows(({ step }) => step?.proved === true && step.receipts.length === 1)
    expect(pages).toContain('recovery')
    await run.host.stop()
    expect(receipts(await onDisk(folder))).toEqual(receipts(was))
  })
})

describe('a store that fails', () => {
  const fails: Opens = () => Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))
  const refuses: Opens = async () => ({ ok: false, why: verbatim('Not with this version') })

  it.each([
    ['an error', fails, 'EIO'],
    ['a file of a newer version', refuses, 'Not with this version'],
  ])('lets the tenant be read, and nothing be changed: %s', async (_, opens, why) => {
    const { run, folder, was } = await openedWith(opens, { ...secondPorts() })
    await run.choose('e1')
    const { record } = await run.shows(({ step }) => step?.phase === 'reviewing')
    expect(record?.problem).toContain(why)
    run.host.send({ type: 'REVIEW_PLAN' })
    await run.shows(({ step }) => step?.phase === 'confirming')
    run.host.send({ type: 'CONFIRM', typedName: '' })
    const { step } = await run.shows((view) => view.step?.problem !== undefined)
    expect(step?.problem).toMatchObject({ meaning: 'Nothing was sent.' })
    expect(run.ports.service.written()).toBe(0)
    await run.host.stop()
    expect(await onDisk(folder)).toEqual(was)
  })

  it('says so of no other tenant, where it fails once its tenant was left', async () => {
    const [failing, second] = [gate(), gate()]
    const all = [failing, second]
    const opens: Opens = async (open) => {
      const own = all.shift()
      await own?.opened
      return own === failing ? fails(open) : open()
    }
    const { run } = await openedWith(opens)
    await run.choose('e1')
    run.host.send({ type: 'CLOSE_TENANT' })
    await run.openTenant('fabrikam')
    await run.choose('e1')
    failing.open()
    await quiet()
    expect(run.host.view().record).toBeUndefined()
    second.open()
    await run.record()
    expect(run.host.view().record).toBeUndefined()
  })

  it('is asked again where the environment is opened again', async () => {
    const answers = [fails]
    const { run, was } = await openedWith((open) => (answers.shift() ?? ((ask: typeof open) => ask()))(open))
    await run.choose('e1')
    await run.shows(({ record }) => record?.problem !== undefined)
    run.host.send({ type: 'CLOSE_TENANT' })
    await run.openTenant('contoso')
    await run.choose('e1')
    expect(receipts({ file: await run.record() })).toEqual(receipts(was))
    expect(await run.shows(({ step }) => step?.receipts.length === 1)).not.toHaveProperty('record')
  })
})

describe('a tenant that is left for another whose environment has the same ID', () => {
  it('leaves nothing of its record there', async () => {
    const store = answering()
    const { run, folder, was } = await openedWith(store.opens)
    await run.choose('e1')
    await store.asked(1)
    run.host.send({ type: 'CLOSE_TENANT' })
    await run.openTenant('fabrikam')
    await run.choose('e1')
    const seen: (readonly [string, number])[] = []
    run.host.subscribe(({ page, step }) => void seen.push([page, step?.receipts.length ?? 0]))
    store.answer(0)
    await store.asked(2)
    await quiet()
    store.answer(1)
    expect(await run.record()).toMatchObject({ tenant: { id: 'fabrikam' } })
    await run.shows(({ step }) => step?.phase === 'reviewing')
    await run.host.stop()
    expect(seen.filter(([page, count]) => page !== 'step' || count > 0)).toEqual([])
    expect((await onDisk(folder)).file).toEqual(was.file)
    expect(receipts(await onDisk(folder, 'fabrikam'))).toEqual([])
  })
})

describe('a record that another computer holds', () => {
  /** Two computers with the record open, of which the first holds it. */
  async function held(more: Partial<SecondPorts> = {}) {
    const { folder, was, ports } = await worked()
    const first = runIn(folder, ports)
    await first.openTenant('contoso')
    await first.choose('e1')
    await first.record()
    await first.shows(({ step }) => step?.receipts.length === 1)
    const run = runIn(folder, { ...ports, ...more, host: 'laptop' })
    await run.openTenant('contoso')
    await run.choose('e1')
    return { folder, was, first, run }
  }
  const isHeld = ({ record }: ReturnType<Run['host']['view']>) => record?.held?.state === 'elsewhere'

  it('is shown, and written once it was taken over', async () => {
    const { folder, was, run } = await held()
    const shown = await run.shows((view) => isHeld(view) && view.step?.receipts.length === 1)
    expect(shown.page).toBe('step')
    expect(run.host.engagement()).toBeUndefined()
    await run.host.takeOver()
    await run.record()
    await run.shows((view) => view.record === undefined && view.step?.phase === 'reviewing')
    await run.host.stop()
    expect(receipts(await onDisk(folder))).toEqual(receipts(was))
  })

  it('stays free where the tenant is left while it is taken over', async () => {
    const { folder, was, run } = await held()
    await run.shows((view) => isHeld(view) && view.step?.receipts.length === 1)
    const taken = run.host.takeOver()
    run.host.send({ type: 'CLOSE_TENANT' })
    await taken
    await quiet()
    expect(run.host.view().page).toBe('start')
    expect(run.host.engagement()).toBeUndefined()
    expect(await onDisk(folder)).toMatchObject({ isLocked: false, file: { steps: { 'turn-on': { receipts: receipts(was) } } } })
  })

  it('is taken up where it is taken over on the way back, which is read to its end first', async () => {
    const reading = gate()
    let isHolding = false
    const base = secondPorts()
    const { run, was, folder } = await held({
      ...base,
      async observe(...asked) {
        const read = await base.observe(...asked)
        if (isHolding) await reading.opened
        return read
      },
    })
    await run.shows(isHeld)
    await run.shows(({ page, recovery }) => page === 'recovery' && recovery?.reading === false)
    isHolding = true
    run.host.send({ type: 'CHECK_AGAIN' })
    await run.host.takeOver()
    await run.record()
    expect(run.host.view()).toMatchObject({ page: 'recovery', recovery: { reading: true } })
    reading.open()
    await run.shows(({ page, recovery }) => page === 'recovery' && recovery?.reading === false)
    run.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
    await quiet()
    await run.shows(({ page, recovery }) => page === 'recovery' && recovery?.reading === false)
    run.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
    await run.shows(({ step }) => step?.phase === 'reviewing')
    run.host.send({ type: 'CHECK_AGAIN' })
    await run.shows(({ step }) => step?.phase === 'reviewing')
    await run.host.stop()
    const now = await onDisk(folder)
    expect(receipts(now)).toEqual(receipts(was))
    expect(now.kinds.slice(was.kinds.length)).not.toContain('choice')
  })

  it('is taken up where it is taken over at the end, on the way to a step', async () => {
    const { run, folder, was } = await held()
    await run.shows((view) => isHeld(view) && view.step?.receipts.length === 1)
    run.host.send({ type: 'NEXT' })
    await run.shows(({ step }) => step?.id === 'confirm' && step.phase === 'reviewing')
    run.host.send({ type: 'ATTEST', key: 'people-told' })
    await run.shows(({ page }) => page === 'closing')
    await run.host.takeOver()
    await run.record()
    await quiet()
    // Nothing is saved over the record before it is taken up.
    expect(run.host.view().page).toBe('closing')
    expect((await onDisk(folder)).file.attestations).toEqual([])
    run.host.send({ type: 'BACK' })
    await run.shows(({ step }) => step?.phase === 'reviewing')
    await run.host.stop()
    const now = await onDisk(folder)
    expect(receipts(now)).toEqual(receipts(was))
    // What was said while it was held is said again.
    expect(now.file.attestations).toMatchObject([{ key: 'people-told' }])
    expect(now.kinds.slice(was.kinds.length)).toContain('attested')
  })

  it('is as it was, and taken up, where a plan is confirmed while it is taken over', async () => {
    const folder = testFolder()
    const first = runIn(folder)
    await first.openTenant('contoso')
    await first.choose('e1')
    await first.record()
    const store = answering()
    const saved: Engagement[] = []
    const opens: Opens = async (open) => {
      const opening = await store.opens(open)
      if (!opening.ok) return opening
      const save = (engagement: Engagement) => {
        saved.push(engagement)
        return opening.open.save(engagement)
      }
      return { ok: true, open: { ...opening.open, save } }
    }
    const run = runIn(folder, { opens, host: 'laptop' })
    await run.openTenant('contoso')
    await run.choose('e1')
    await store.asked(1)
    store.answer(0)
    await run.shows((view) => isHeld(view) && view.step?.phase === 'reviewing')
    run.host.send({ type: 'REVIEW_PLAN' })
    await run.shows(({ step }) => step?.phase === 'confirming')
    await carryOut(first)
    await first.host.stop()
    const was = await onDisk(folder)
    const taken = run.host.takeOver()
    await store.asked(2)
    run.host.send({ type: 'CONFIRM', typedName: '' })
    await run.shows(({ step }) => step?.phase === 'rechecking')
    store.answer(1)
    await taken
    // The service of this computer knows nothing of the change.
    await run.shows(({ page, recovery }) => page === 'recovery' && recovery?.reading === false)
    run.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
    await run.shows(({ step }) => step?.receipts.length === 1)
    await run.host.stop()
    expect(run.ports.service.written()).toBe(0)
    for (const file of saved) expect(receipts({ file })).toEqual(receipts(was))
    expect(receipts(await onDisk(folder))).toEqual(receipts(was))
  })
})

it('has no reading in its journal that was made in the tenant that was open before', async () => {
  const folder = testFolder()
  const ports = secondPorts()
  let isHere = false
  const observe: SecondPorts['observe'] = async (...asked) => {
    const { environment, ...reading } = await ports.observe(...asked)
    return isHere && environment ? { ...reading, environment } : reading
  }
  const run = runIn(folder, { ...ports, observe })
  await run.openTenant('contoso')
  await run.choose('e1')
  await run.shows(({ step }) => step?.phase === 'reviewing')
  run.host.send({ type: 'CLOSE_TENANT' })
  await run.shows(({ page }) => page === 'start')
  isHere = true
  await run.openTenant('fabrikam')
  await run.choose('e1')
  await run.record()
  await run.shows(({ step }) => step?.phase === 'reviewing')
  await run.host.stop()
  expect((await onDisk(folder, 'fabrikam')).kinds.filter((kind) => kind === 'reading')).toHaveLength(1)
})
