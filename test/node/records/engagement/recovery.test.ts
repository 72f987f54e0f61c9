import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

import type { WizardView } from '#messages/view.ts'

import { realTimers } from '#node/practice/clock.ts'
import { TENANT } from '#node/practice/world.ts'
import { engagementId } from '#node/records/engagement/store.ts'
import { english } from '#test/english.ts'

import { onDisk } from './on-disk.ts'
import { A_DAY, type Run, type Workplace, workplace } from './working.ts'

/** A run of the wizard, as far as a view that fits. */
async function walked(place: Workplace, fits: (view: WizardView) => boolean): Promise<Run> {
  const run = place.start()
  run.signIn()
  await run.walkUntil(fits)
  return run
}

/** Opens what is listed on the start page. @returns how it is listed */
async function openListed({ host, until }: Run) {
  const { start } = await until(({ start: page }) => page?.engagements !== undefined)
  const [row] = start?.engagements ?? []
  await host.openEngagement(row?.id ?? '')
  return row
}

describe('an engagement on the practice tenant over HTTPS', { timeout: 60_000 }, () => {
  it('is on the disk from the first step to the last, with a journal that holds', async () => {
    const place = await workplace('ready-to-enable', realTimers, A_DAY)
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ page }) => page === 'closing')
    await run.host.stop()
    const { engagement, entries, kinds, files } = await onDisk(place)
    expect(engagement).toMatchObject({
      tenant: { name: 'Contoso' },
      environment: { id: place.environmentId },
      signIn: { way: 'browser' },
      reached: 'closing',
    })
    expect(Object.values(engagement.steps).map(({ proved }) => proved)).toEqual([true, true, true, true])
    expect(kinds[0]).toBe('opened')
    for (const kind of ['choice', 'reading', 'attested', 'confirmed', 'apply-started', 'applied', 'looked', 'proved'] as const)
      expect(kinds, kind).toContain(kind)
    const started = entries.filter(({ kind }) => kind === 'apply-started')
    const ended = entries.flatMap((entry) => (entry.kind === 'applied' || entry.kind === 'refused' ? [entry.content.started] : []))
    expect(ended).toEqual(started.map(({ sequence }) => sequence))
    const reading = entries.find((entry) => entry.kind === 'reading' && entry.content.step === 'membership')
    if (reading?.kind !== 'reading') throw new Error('No reading of step 4 is in the journal.')
    expect(reading.content.requests.length).toBeGreaterThan(2)
    expect(reading.content.requests[0]).toMatchObject({ method: 'GET', status: 200 })
    expect(files).not.toContain('lock.json')
    expect(JSON.stringify(entries)).not.toMatch(/eyJ|Bearer|access_token/)
  })

  it('continues the wait from the stored address after a kill, and writes nothing twice', async () => {
    const place = await workplace()
    const first = place.start()
    first.signIn()
    const { step: left } = await first.walkUntil(({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    expect(left?.window).toBeDefined()
    const before = await onDisk(place)
    const writes = place.server.tenant.writes().length
    expect(before.engagement.steps.membership?.pending).toMatchObject({
      kind: 'operation',
      purpose: 'link',
      operation: { address: expect.stringContaining('https://') },
    })

    await place.kill()
    const second = place.start({ processId: 2, isRunning: (id) => id === 2 })
    expect(await openListed(second)).toMatchObject({ customer: 'Contoso', state: { kind: 'encrypting' } })
    // The process that held it is known to be gone: there is no question.
    const { step: found, record } = await second.until(({ step }) => step?.phase === 'waiting')
    // The confirmed window is kept.
    expect(found?.window).toEqual(left?.window)
    expect(record).toBeUndefined()
    await second.walkUntil(({ page }) => page === 'closing')
    expect(place.server.tenant.writes()).toHaveLength(writes)
    await second.host.stop()
    const { kinds, entries } = await onDisk(place)
    expect(kinds.filter((kind) => kind === 'opened')).toHaveLength(2)
    expect(english.all(entries)).toContainEqual(
      expect.objectContaining({
        kind: 'recovered',
        content: { what: 'lock-broken', detail: expect.stringContaining('(process 1 on desk-1)') },
      }),
    )
  })

  it('shows what is recorded while another computer may hold it, and writes nothing', async () => {
    const place = await workplace()
    await walked(place, ({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    await place.kill()
    const second = place.start({ host: 'desk-2' })
    await openListed(second)
    const held = await second.until(({ step, record }) => record?.held !== undefined && step?.phase === 'waiting')
    expect(held).toMatchObject({ page: 'step', step: { id: 'membership' }, record: { held: { state: 'elsewhere' } } })
    expect((await onDisk(place)).kinds.filter((kind) => kind === 'opened')).toHaveLength(1)
    await second.host.takeOver()
    const taken = await second.until(({ step, record }) => record === undefined && step?.phase === 'waiting')
    expect(taken.step?.id).toBe('membership')
    await second.walkUntil(({ page }) => page === 'closing')
  })

  it('says that no one holds it any more, once it was taken over from another computer before it had saved anything', async () => {
    const place = await workplace()
    const folder = path.join(place.folder, engagementId({ tenantId: TENANT.id, environmentId: place.environmentId }))
    await mkdir(folder)
    await writeFile(path.join(folder, 'lock.json'), JSON.stringify({ id: 'killed', user: 'ada', host: 'desk-1', processId: 1, since: 0 }))
    const run = place.start({ processId: 2, host: 'desk-2' })
    run.signIn()
    await run.walkUntil(({ step }) => step?.phase === 'choosing')
    run.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: place.environmentId })
    const held = await run.until(({ record, step }) => record?.held !== undefined && step?.phase === 'reviewing')
    expect(held.record?.held).toMatchObject({ state: 'elsewhere', processId: 1 })
    await run.host.takeOver()
    expect(run.host.view().record?.held).toBeUndefined()
  })

  it('tells what a kill tore off even where nothing had been saved before', async () => {
    const place = await workplace()
    const folder = path.join(place.folder, engagementId({ tenantId: TENANT.id, environmentId: place.environmentId }))
    await mkdir(folder)
    await writeFile(path.join(folder, 'journal.jsonl'), '{"sequence":1,"at":')
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.phase === 'choosing')
    run.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: place.environmentId })
    const { recovery } = await run.until(({ page, recovery: shown }) => page === 'recovery' && shown?.reading === false)
    expect(recovery?.recovered).toEqual([expect.stringContaining('incomplete when the wizard ended: 19 bytes')])
  })

  it('continues an operation after the link, on its own page, and writes nothing twice', async () => {
    const place = await workplace('already-encrypted')
    const first = await walked(place, ({ page }) => page === 'closing')
    first.host.send({ type: 'GO_TO_PAGE', page: 'operations' })
    first.host.send({ type: 'OPEN_OPERATION', operation: 'rotate' })
    await first.walkUntil(({ step }) => step?.id === 'rotate' && step.phase === 'waiting')
    const writes = place.server.tenant.writes().length
    await first.host.stop()
    expect((await onDisk(place)).engagement.operations.rotate?.pending).toMatchObject({ kind: 'rotation' })

    const second = place.start({ processId: 2 })
    expect(await openListed(second)).toMatchObject({ state: { kind: 'rotating' } })
    const { page, step } = await second.until((view) => view.step?.phase === 'waiting')
    expect([page, step?.id, step?.receipts.length]).toEqual(['operations', 'rotate', 1])
    place.clock.advance(25 * 3_600_000)
    await second.until((view) => view.step?.id === 'rotate' && view.step.phase === 'reviewing')
    expect(place.server.tenant.writes()).toHaveLength(writes)
    await second.host.stop()
    expect((await onDisk(place)).engagement.operations.rotate).not.toHaveProperty('pending')
  })

  it('compares with the end on a later day, in a run that was not there', async () => {
    const place = await workplace('already-encrypted')
    const first = await walked(place, ({ page }) => page === 'closing')
    await first.host.stop()
    const { engagement } = await onDisk(place)
    expect(engagement.end).toMatchObject({ environmentId: place.environmentId, by: 'ada@contoso.example' })

    place.clock.advance(9 * 86_400_000)
    const second = place.start({ processId: 2 })
    await openListed(second)
    await second.until(({ page }) => page === 'closing')
    second.host.send({ type: 'GO_TO_PAGE', page: 'operations' })
    second.host.send({ type: 'CHECK_AGAIN' })
    const { operations } = await second.until(({ operations: page }) => page?.drift?.comparedAt !== undefined && !page.drift.reading)
    // Coming back to the closing page is no other end.
    expect(operations?.drift).toMatchObject({ endAt: engagement.end?.at, changes: [] })
    await second.host.stop()
  })

  it('tells the person what was found broken, also where nothing of the engagement could be read any more', async () => {
    const place = await workplace()
    const first = await walked(place, ({ step }) => step?.id === 'policy' && step.phase === 'choosing')
    await first.host.stop()
    const [id] = await readdir(place.folder)
    const own = path.join(place.folder, id ?? '')
    for (const file of ['engagement.json', 'engagement.previous.json']) await writeFile(path.join(own, file), 'x')
    const second = place.start()
    second.signIn()
    const { recovery } = await second.walkUntil(({ page, recovery: shown }) => page === 'recovery' && shown?.reading === false)
    expect(recovery?.recovered).toMatchObject([
      expect.stringContaining('There’s no earlier copy'),
      expect.stringContaining('Couldn’t read the previous copy'),
    ])
    for (const sentence of recovery?.recovered ?? []) expect(sentence).toMatch(/It’s kept as engagement\.\S*unreadable-\S+\.json\./)
    await second.host.stop()
  })

  it('says on the start page and once it is opened that only the log is left of an environment', async () => {
    const place = await workplace()
    const first = await walked(place, ({ step }) => step?.id === 'policy' && step.phase === 'choosing')
    await first.host.stop()
    const [id] = await readdir(place.folder)
    for (const file of ['engagement.json', 'engagement.previous.json']) await rm(path.join(place.folder, id ?? '', file))
    const second = place.start()
    const { start } = await second.until(({ start: page }) => page?.engagements !== undefined)
    const state = { kind: 'closed', why: expect.stringContaining('The log is here') }
    expect(start?.engagements).toMatchObject([{ id, state }])
    second.signIn()
    const { recovery } = await second.walkUntil(({ page, recovery: shown }) => page === 'recovery' && shown?.reading === false)
    expect(recovery?.recovered).toEqual(['The file with your saved work is missing. There’s no earlier copy that we can read.'])
    await second.host.stop()
  })

  it('refuses to write while another wizard holds the engagement, and says so', async () => {
    const place = await workplace()
    await walked(place, ({ step }) => step?.id === 'policy' && step.phase === 'choosing')
    const second = place.start({ processId: 2 })
    second.signIn()
    const refused = await second.walkUntil(({ step }) => step?.id === 'policy' && step.problem !== undefined)
    expect(refused.record?.held).toMatchObject({ state: 'here', processId: 1 })
    expect(refused.step?.problem).toMatchObject({ meaning: expect.stringContaining('open in another wizard') })
    expect(place.server.tenant.writes()).toEqual([])
  })
})
