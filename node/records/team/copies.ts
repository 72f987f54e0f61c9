import { listEngagements } from '../engagement/folder-store.ts'
import type { Listed } from '../engagement/store.ts'
import { copyFolder, teamConfigFile } from './config.ts'
import { joinedLists } from './shared-store.ts'

/**
 * What this computer has of the team's store and in its own folder, without asking the store.
 * @param managed the address of the store that an organization sets, in place of the person's
 */
export async function listedCopies(userData: string, here: readonly Listed[], managed?: string): Promise<readonly Listed[]> {
  const address = managed ?? (await teamConfigFile(userData).read()).address
  return joinedLists(here, address === undefined ? [] : await listEngagements(copyFolder(userData, address)))
}
