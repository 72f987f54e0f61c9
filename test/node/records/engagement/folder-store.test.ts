import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { testFolder } from '#test/folder.ts'
import { AT, storeContract } from './store-contract.ts'

storeContract('a folder on this computer', async () => {
  const folder = testFolder()
  return {
    store: (holding) => engagementStore(folder, holding, () => AT),
    close: async () => undefined,
  }
})
