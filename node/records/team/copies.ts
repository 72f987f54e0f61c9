import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from '../engagement/durable-file.ts'
import { listEngagements } from '../engagement/folder-store.ts'
import type { Listed } from '../engagement/store.ts'
import { copyFolder, copyFolders, setTeamStore, TEAM_CONFIG, teamConfigFile } from './config.ts'
import { joinedLists } from './shared-store.ts'

/** Folders of this computer's copies of any store. */
export async function copiesOf(userData: string): Promise<readonly string[]> {
  const folder = copyFolders(userData)
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names.map((name) => path.join(folder, name))
}

/** This computer's copies of any store, each environment once. */
export async function listAllCopies(userData: string): Promise<readonly Listed[]> {
  const found = await Promise.all((await copiesOf(userData)).map((folder) => listEngagements(folder)))
  return [...new Map(found.flat().map((each) => [each.id, each])).values()]
}

/**
 * Lists this computer's copy of the team's store and its own folder, without reading the store. If it can't be read which store is set, the
 * list says so, and has the copies of all.
 * @param managed store address set by an organization, which replaces the person's
 */
export async function listedCopies(userData: string, here: readonly Listed[], managed?: string): Promise<readonly Listed[]> {
  const set = managed === undefined ? await setTeamStore(teamConfigFile(userData)) : { ok: true as const, content: { address: managed } }
  if (!set.ok) return [...joinedLists(here, await listAllCopies(userData)), { id: TEAM_CONFIG, ok: false, why: set.why }]
  const { address } = set.content
  return joinedLists(here, address === undefined ? [] : await listEngagements(copyFolder(userData, address)))
}
