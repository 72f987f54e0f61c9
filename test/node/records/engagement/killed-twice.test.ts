import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { EngagementStore } from '#node/records/engagement/store.ts'
import { digestOf } from '#node/services/canonical-json.ts'
import { onDisk } from './on-disk.ts'
import { type Workplace, workplace } from './working.ts'

const saved = z.looseObject({
  journal: z.looseObject({}),
  steps: z.looseObject({ policy: z.looseObject({ receipts: z.array(z.looseObject({ kind: z.string() })) }) }),
})

/** Leaves the files as a kill does between the created key and its answer. */
async function asKilledAtTheKey({ folder }: Workplace): Promise<void> {
  const [id = ''] = await readdir(folder)
  const own = path.join(folder, id)
  const lines = (await readFile(path.join(own, 'journal.jsonl'), 'utf8')).trimEnd().split('\n')
  const last = lines.findIndex((line) => line.includes('"kind":"apply-started"') && line.includes('"kind":"create-key"'))
  await writeFile(path.join(own, 'journal.jsonl'), `${lines.slice(0, last + 1).join('\n')}\n`)
  const { digest: _, ...file } = saved.parse(JSON.parse(await readFile(path.join(own, 'engagement.json'), 'utf8')))
  const { policy } = file.steps
  const at = policy.receipts.findIndex(({ kind }) => kind === 'create-key')
  const { hash } = z.looseObject({ hash: z.string() }).parse(JSON.parse(lines[last] ?? ''))
  const body = {
    ...file,
    journal: { ...file.journal, sequence: last + 1, hash },
    steps: { ...file.steps, policy: { ...policy, receipts: policy.receipts.slice(0, at) } },
  }
  await writeFile(path.join(own, 'engagement.json'), JSON.stringify({ ...body, digest: digestOf(body) }))
}

/** A store in which nothing is saved, as where a kill comes before the save. */
const withoutSaves = (store: EngagementStore): EngagementStore => ({
  ...store,
  open: async (...asked) => {
    const opening = await store.open(...asked)
    return opening.ok
      ? { ...opening, open: Object.assign(opening.open, { save: () => Promise.reject(new Error('Killed before')) }) }
      : opening
  },
})

it('a change in doubt stays in doubt where the run that found it was killed before it had saved that', { timeout: 60_000 }, async () => {
  const place = await workplace()
  const first = place.start()
  first.signIn()
  await first.walkUntil(({ step }) => step?.id === 'membership' && step.phase === 'reviewing')
  await first.host.stop()
  await asKilledAtTheKey(place)
  const writes = place.server.tenant.writes().length

  place.storeFor = (holding, now) => withoutSaves(engagementStore(place.folder, holding, now))
  for (const isKilled of [true, false]) {
    if (!isKilled) delete place.storeFor
    const run = place.start()
    const { start } = await run.until(({ start: page }) => page?.engagements !== undefined)
    await run.host.openEngagement(start?.engagements?.[0]?.id ?? '')
    const { recovery } = await run.until(({ page, recovery: shown }) => page === 'recovery' && shown?.reading === false)
    expect(recovery?.recovered).toEqual([expect.stringContaining('Create the key')])
    if (!isKilled) {
      run.host.send({ type: 'ANSWER_DRIFT', answer: 'keep' })
      await run.until(({ page }) => page === 'step')
      run.host.send({ type: 'GO_TO_STEP', step: 'policy' })
      await run.until(({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
    }
    await run.host.stop()
  }
  expect(place.server.tenant.writes()).toHaveLength(writes)
  const { engagement, entries } = await onDisk(place)
  expect(engagement.steps['policy']?.receipts).toContainEqual(expect.objectContaining({ kind: 'create-key', found: true }))
  expect(entries.filter((entry) => entry.kind === 'recovered' && entry.content.what === 'write-in-doubt')).toHaveLength(1)
})
