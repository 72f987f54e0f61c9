import { listEngagements } from '../engagement/folder-store.ts'
import type { Listed } from '../engagement/store.ts'
import { copyFolder, teamConfigFile } from './config.ts'
import { joinedLists } from './shared-store.ts'

/** What this computer has of the team's store and in its own folder, without asking the store. */
export async function listedCopies(userData: string, here: readonly Listed[]): Promise<readonly Listed[]> {
  const { address } = await teamConfigFile(userData).read()
  return joinedLists(here, address === undefined ? [] : await listEngagements(copyFolder(userData, address)))
}
