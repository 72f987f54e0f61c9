import path from 'node:path'
import * as z from 'zod/mini'
import { type ProfileFile, profileFile } from '../profile-file.ts'
import { sha256 } from './copy-state.ts'

const config = z.object({ address: z.exactOptional(z.string()), tenant: z.exactOptional(z.string()) })

/** Address of the team's store, and the team's tenant. Contains no token, secret or key. */
export interface TeamConfig {
  readonly address?: string
  readonly tenant?: string
}

export const teamConfigFile = (userData: string): ProfileFile<TeamConfig> =>
  profileFile(path.join(userData, 'team-store.json'), (content) => config.parse(content), {})

/** Folder of this computer's copy of a store, one per store. */
export const copyFolder = (userData: string, address: string): string =>
  path.join(userData, 'team-store', sha256(address.toLowerCase()).slice(0, 16))
