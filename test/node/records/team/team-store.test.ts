import { storeContract } from '../engagement/store-contract.ts'
import { teamAt } from './desks.ts'
import { sharedAzurite } from './emulator.ts'

const azurite = sharedAzurite()

storeContract('a container of the team', async () => {
  const team = await teamAt(azurite)
  return { store: (holding) => team.desk(holding, team.container, `of-${holding.host}`).store, close: () => team.close() }
})
