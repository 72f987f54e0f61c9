import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { engagementStore } from '../../../records/engagement/folder-store.ts'
import { AT, storeContract } from './store-contract.ts'

storeContract('a folder on this computer', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'engagements-'))
  return {
    store: (holding) => engagementStore(folder, holding, () => AT),
    close: () => rm(folder, { recursive: true }),
  }
})
