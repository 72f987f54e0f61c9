import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyChain } from '#node/records/engagement/journal/chain.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { teamStore } from '#node/records/team/team-store.ts'
import type { Container } from '#node/services/storage/container.ts'
import { type Workplace, workplace } from '../engagement/working.ts'
import { type Line, lineTo } from './azurite.ts'
import { type Team, teamAt } from './desks.ts'
import { sharedAzurite } from './emulator.ts'

const azurite = sharedAzurite()

let line: Line
let team: Team
let place: Workplace
beforeEach(async () => {
  team = await teamAt(azurite)
  line = await lineTo(azurite)
  place = await workplace()
  keepIn(line.container(team.name))
})
afterEach(async () => {
  await line.close()
  await team.close()
})

/** Every run of the wizard from now on keeps its records in the team's store. */
function keepIn(container: Container): void {
  let desks = 0
  place.storeFor = (holding, now) =>
    teamStore({ container, folder: path.join(place.folder, `desk-${desks++}`), holding: { ...holding, newId: thisRun().newId }, now })
}

async function entries() {
  const blobs = await team.container.list('')
  const id = blobs.find(({ name }) => name.endsWith('/journal.jsonl'))?.name.split('/')[0] ?? ''
  const { ok, lines } = await team.desk().store.journal(id)
  expect(ok).toBe(true)
  expect(verifyChain(lines).ok).toBe(true)
  return lines
}

const started = async () => (await entries()).filter(({ kind }) => kind === 'apply-started').length
const changed = () => place.server.tenant.writes().filter((write) => write.changed).length

describe('a walk whose records are in the team’s store', { timeout: 90_000 }, () => {
  it('writes nothing at Microsoft while the store is out of reach, says so, and continues', async () => {
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'confirming')
    line.down(true)
    const before = changed()
    const stopped = await run.walkUntil(({ step }) => step?.phase === 'reviewing' && step.problem !== undefined)
    expect(stopped.record?.problem).toMatch(/^Couldn’t reach the team store\./)
    expect(stopped.step?.problem).toMatchObject({ refusal: { code: 'RecordNotKept' } })
    expect(changed()).toBe(before)
    line.down(false)
    run.host.send({ type: 'CHECK_AGAIN' })
    const end = await run.walkUntil(({ page }) => page === 'closing')
    expect(end.record?.problem).toBeUndefined()
    await run.host.stop()
    expect(await started()).toBeGreaterThanOrEqual(changed())
    const lines = await entries()
    const ended = new Set(lines.map(({ content }) => content['started']))
    for (const { kind, sequence } of lines) if (kind === 'apply-started') expect(ended.has(sequence)).toBe(true)
  })
})
