import { describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { LANDSCAPE_IDS } from '#node/practice/landscape.ts'
import { readEntry } from '#node/records/engagement/journal/entry.ts'
import { type Run, type Workplace, workplace } from './working.ts'

const encrypts = ({ step }: WizardView): boolean => step?.id === 'add' && step.wait?.mayClose === true

const linksOf = ({ server }: Workplace): readonly string[] =>
  server.tenant
    .writes()
    .filter(({ changed, path }) => changed && path.endsWith('/Encryption/link'))
    .map(({ path }) => Object.entries(LANDSCAPE_IDS).find(([, id]) => path.includes(id))?.[0] ?? path)

/** The first sandbox is encrypted, and the list of the others is on screen. */
async function begun(): Promise<{ readonly place: Workplace; readonly run: Run }> {
  const place = await workplace('landscape')
  const run = place.start()
  run.signIn()
  await run.walkUntil(({ page }) => page === 'closing')
  await run.openOperation('add')
  return { place, run }
}

async function choose(run: Run, environmentId: string, name: string): Promise<void> {
  run.decide({ kind: 'choose-addition', environmentId })
  await run.until(({ step }) => step?.about === name && step.phase === 'reviewing')
}

async function confirm(run: Run): Promise<void> {
  run.attestAll()
  await run.confirm()
  await run.until(encrypts)
}

/** Killed at this moment, and opened again by another process. */
async function again(place: Workplace, run: Run): Promise<Run> {
  await place.kill()
  await run.host.stop()
  const next = place.start({ processId: 2, isRunning: () => false })
  next.signIn()
  await next.walkUntil(({ step }) => step?.phase === 'choosing')
  next.host.send({ type: 'CHOOSE_ENVIRONMENT', environmentId: place.environmentId })
  await next.until(({ page }) => page === 'recovery')
  await next.until(({ page }) => page !== 'recovery')
  return next
}

/** The names that were typed, in the order of the journal. */
async function typedNames(run: Run): Promise<readonly (string | undefined)[]> {
  const lines = (await run.host.engagement()?.journal.lines()) ?? []
  return lines.flatMap((line) => {
    const read = readEntry(CUSTOMER_MANAGED_KEYS, line)
    return read.ok && read.entry.kind === 'confirmed' ? (read.entry.content.typedName ?? []) : []
  })
}

describe('the record of a landscape', { timeout: 120_000 }, () => {
  it('is taken up after a kill at each point between its environments, and each is added once', async () => {
    const { place, run } = await begun()
    await choose(run, LANDSCAPE_IDS.test, 'contoso-test')
    // Chosen, and nothing confirmed. Whether the choice was on the disk yet makes no difference.
    const second = await again(place, run)
    await second.openOperation('add')
    await choose(second, LANDSCAPE_IDS.test, 'contoso-test')
    expect(second.host.view().step?.receipts).toEqual([])
    await confirm(second)
    // The link runs at Microsoft: it is followed, not asked for again.
    const third = await again(place, second)
    await third.until(encrypts)
    expect(third.host.view()).toMatchObject({ page: 'operations', step: { about: 'contoso-test' } })
    expect((await third.finish()).step).toMatchObject({ about: 'contoso-test', proved: true })
    // Between two environments.
    await choose(third, LANDSCAPE_IDS.production, 'contoso-prod')
    const fourth = await again(place, third)
    await fourth.openOperation('add')
    await choose(fourth, LANDSCAPE_IDS.production, 'contoso-prod')
    await confirm(fourth)
    await choose(fourth, LANDSCAPE_IDS.copy, 'contoso-prod-copy')
    // One runs at Microsoft while another is looked at: what was confirmed for each is where it was.
    const fifth = await again(place, fourth)
    await fifth.openOperation('add')
    await choose(fifth, LANDSCAPE_IDS.copy, 'contoso-prod-copy')
    expect(fifth.host.view().step).toMatchObject({ about: 'contoso-prod-copy', receipts: [], plan: [{}, {}] })
    fifth.decide({ kind: 'choose-addition', environmentId: LANDSCAPE_IDS.production })
    await fifth.until(({ step }) => step?.about === 'contoso-prod' && step.phase === 'waiting')
    const { step } = await fifth.finish()
    expect(step).toMatchObject({ about: 'contoso-prod', proved: true })
    expect(step?.receipts.map(({ title }) => title)).toEqual([expect.stringContaining('contoso-prod to the policy')])
    expect(linksOf(place)).toEqual(['uat', 'test', 'production'])
    expect(await typedNames(fifth)).toEqual(['contoso-uat', 'contoso-test', 'contoso-prod'])
    const report = await fifth.host.report({ format: 'html' }, async () => new Uint8Array())
    for (const name of ['contoso-test', 'contoso-prod']) expect(String(report?.content)).toContain(`Add ${name} to the policy`)
  })
})
