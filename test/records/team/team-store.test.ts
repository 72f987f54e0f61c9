import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { teamStore } from '../../../records/team/team-store.ts'
import { AT, storeContract } from '../engagement/store-contract.ts'
import { type Azurite, startAzurite } from './azurite.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(() => azurite.stop())

let containers = 0

storeContract('a container of the team', async () => {
  const name = `team-${containers++}`
  await azurite.administer(name, 'create')
  const folder = await mkdtemp(path.join(tmpdir(), 'team-'))
  await teamStore({
    container: azurite.container(name),
    folder: path.join(folder, 'admin'),
    holding: { user: '', host: '', processId: 0, isRunning: () => true, newId: () => '' },
    now: () => AT,
  }).connect()
  let desks = 0
  return {
    store: (holding) =>
      teamStore({ container: azurite.container(name), folder: path.join(folder, `desk-${desks++}`), holding, now: () => AT }),
    close: () => rm(folder, { recursive: true }),
  }
})
