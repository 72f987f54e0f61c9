import { listEngagements } from '../engagement/folder-store.ts'
import type { Listed } from '../engagement/store.ts'
import { copyFolder, teamConfigFile } from './config.ts'
import { joinedLists } from './shared-store.ts'

/**
 * Lists this computer's copy of the team's store and its own folder, without reading the store.
 * @param managed store address set by an organization, which replaces the person's
 */
export async function listedCopies(userData: string, here: readonly Listed[], managed?: string): Promise<readonly Listed[]> {
  const address = managed ?? (await teamConfigFile(userData).read()).address
  return joinedLists(here, address === undefined ? [] : await listEngagements(copyFolder(userData, address)))
}
