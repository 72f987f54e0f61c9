import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { WizardView } from '#messages/view.ts'
import { realTimers, type Timers } from '#node/practice/clock.ts'
import { digestOf } from '#node/services/canonical-json.ts'
import { onDisk } from '../engagement/on-disk.ts'
import { type Run, type Workplace, workplace } from '../engagement/working.ts'

/*
 * Engagements as version 1.0.0 left them, never written again: a later version continues where 1.0.0 stopped. The tenant is one in which
 * this version came as far.
 */

/** When 1.0.0 was to begin what it scheduled. */
const START = 1_795_518_460_985.5

/** Of the policy in the tenant that 1.0.0 met. */
const SYSTEM_ID = '/regions/unitedstates/providers/Microsoft.PowerPlatform/enterprisePolicies/6cd8553c-572c-4910-90af-003ec8856ac9'

const kept = async (name: string): Promise<string> =>
  gunzipSync(await readFile(path.join(import.meta.dirname, '1.0.0', `${name}.gz`))).toString('utf8')

/** Ends the run, and leaves in its folder what 1.0.0 left in its own. @param change of the engagement, for what the tenant draws anew */
async function asVersion1Left(place: Workplace, name: string, change: (engagement: string) => string = (same) => same): Promise<void> {
  const [own = ''] = await readdir(place.folder)
  const folder = path.join(place.folder, own)
  for (const file of await readdir(folder)) await rm(path.join(folder, file))
  const { digest: _, ...body } = z.looseObject({ schema: z.literal(5) }).parse(JSON.parse(change(await kept(`${name}-engagement.json`))))
  await writeFile(path.join(folder, 'engagement.json'), JSON.stringify({ ...body, digest: digestOf(body) }))
  await writeFile(path.join(folder, 'journal.jsonl'), await kept(`${name}-journal.jsonl`))
}

/** Opens what the start page lists. @returns how it is listed */
async function openListed(run: Run) {
  const { start } = await run.until(({ start: page }) => page?.engagements !== undefined)
  const [row] = start?.engagements ?? []
  await run.host.openEngagement(row?.id ?? '')
  return row
}

const links = ({ server }: Workplace): number =>
  server.tenant.writes().filter(({ changed, path: called }) => changed && called.endsWith('/Encryption/link')).length

const encrypts = ({ step }: WizardView): boolean => step?.wait?.mayClose === true

describe('an engagement that version 1.0.0 left', { timeout: 60_000 }, () => {
  it('scheduled begins at its time, once, and ends encrypted', async () => {
    let standsStill = false
    const timers: Timers = {
      after: (milliseconds, wake) => (standsStill ? () => undefined : realTimers.after(milliseconds, wake)),
    }
    const place = await workplace('ready-to-enable', timers)
    const before = place.start()
    before.signIn()
    await before.walkUntil(({ step }) => step?.id === 'membership' && step.phase === 'confirming')
    standsStill = true
    await before.host.stop()
    const [policy] = place.server.tenant.inspect().policies
    await asVersion1Left(place, 'scheduled', (content) => content.replaceAll(SYSTEM_ID, policy?.systemId ?? ''))

    const run = place.start()
    expect(await openListed(run)).toMatchObject({ customer: 'Contoso', state: { kind: 'scheduled' } })
    const view = await run.until(({ step }) => step?.phase === 'scheduled')
    expect(view.step?.schedule?.at).toBe(START)
    expect(links(place)).toBe(0)
    place.clock.advance(START - place.clock.now())
    await run.until(encrypts)
    expect(links(place)).toBe(1)
    standsStill = false
    await run.walkUntil(({ page }) => page === 'closing')
    await run.host.stop()
    const { engagement, kinds } = await onDisk(place)
    expect(engagement.reached).toBe('closing')
    expect(kinds.filter((kind) => kind === 'schedule')).toHaveLength(2)
  })

  it('in the middle of the encryption is followed to its end, and written nothing twice', async () => {
    const place = await workplace()
    const before = place.start()
    before.signIn()
    await before.walkUntil(encrypts)
    const { engagement: own } = await onDisk(place)
    await place.kill()
    await before.host.stop()
    const pending = own.steps['membership']?.pending
    await asVersion1Left(place, 'encrypting', (content) => {
      const engagement = JSON.parse(content)
      engagement.steps.membership.pending = pending
      return JSON.stringify(engagement)
    })
    const writes = place.server.tenant.writes().length

    const run = place.start({ processId: 2, isRunning: () => false })
    expect(await openListed(run)).toMatchObject({ customer: 'Contoso', state: { kind: 'encrypting' } })
    await run.until(({ step }) => step?.phase === 'waiting')
    await run.walkUntil(({ page }) => page === 'closing')
    await run.host.stop()
    expect(place.server.tenant.writes()).toHaveLength(writes)
    const { engagement, entries } = await onDisk(place)
    expect(engagement.reached).toBe('closing')
    const version = await kept('encrypting-journal.jsonl')
    expect(entries.length).toBeGreaterThan(version.trimEnd().split('\n').length)
  })
})
