import path from 'node:path'
import * as z from 'zod/mini'
import { type ProfileFile, profileFile } from '../profile-file.ts'
import { sha256 } from './local-copy.ts'

const config = z.object({ address: z.exactOptional(z.string()), tenant: z.exactOptional(z.string()) })

/** Which store the team has, and the team's own tenant. No token, secret or key is among it. */
export interface TeamConfig {
  readonly address?: string
  readonly tenant?: string
}

export const teamConfigFile = (userData: string): ProfileFile<TeamConfig> =>
  profileFile(path.join(userData, 'team-store.json'), (content) => config.parse(content), {})

/** Where this computer keeps what it has of a store: another folder for each. */
export const copyFolder = (userData: string, address: string): string =>
  path.join(userData, 'team-store', sha256(address.toLowerCase()).slice(0, 16))
