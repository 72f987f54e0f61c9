import path from 'node:path'
import * as z from 'zod/mini'
import type { DisplayText } from '#machines/messages/message.ts'
import { type ProfileFile, profileFile } from '../profile-file.ts'
import { sha256 } from './copy-state.ts'
import { teamMessages as messages } from './messages.ts'

const config = z.object({ address: z.exactOptional(z.string()), tenant: z.exactOptional(z.string()) })

/** Address of the team's store, and the team's tenant. Contains no token, secret or key. */
export interface TeamConfig {
  readonly address?: string
  readonly tenant?: string
}

export const TEAM_CONFIG = 'team-store.json'

export const teamConfigFile = (userData: string): ProfileFile<TeamConfig> =>
  profileFile(path.join(userData, TEAM_CONFIG), (content) => config.parse(content), {})

/**
 * Which store is set. A file that can't be read isn't one without a store: work would begin on this computer beside a colleague's.
 * @returns why it isn't known
 */
export async function setTeamStore(
  file: Pick<ProfileFile<TeamConfig>, 'find'>,
): Promise<{ readonly ok: true; readonly content: TeamConfig } | { readonly ok: false; readonly why: DisplayText }> {
  const found = await file.find()
  if (!found.ok) return { ok: false, why: messages.configUnreadable({ why: found.why }) }
  const { address, tenant } = found.content
  return address === undefined || tenant !== undefined ? found : { ok: false, why: messages.configUnreadable({ why: messages.noTenant }) }
}

/** Folder of this computer's copies of stores. */
export const copyFolders = (userData: string): string => path.join(userData, 'team-store')

/** Folder of this computer's copy of a store, one per store. */
export const copyFolder = (userData: string, address: string): string =>
  path.join(copyFolders(userData), sha256(address.toLowerCase()).slice(0, 16))
