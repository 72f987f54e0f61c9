import { execFile } from 'node:child_process'
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TokenCredential } from '@azure/core-auth'
import { CredentialUnavailableError } from '@azure/identity'
import { lazily } from '../azure/lazily.ts'
import { ToldError } from '../told-error.ts'
import { toolMessages } from './messages.ts'

interface Surroundings {
  readonly platform: NodeJS.Platform
  /** The current one. */
  readonly folder: () => string
  readonly isThere: (file: string) => Promise<boolean>
  /** Whether the program starts by its name. */
  readonly starts: (command: string) => Promise<boolean>
}

const thisComputer = (timeout: number): Surroundings => ({
  platform: process.platform,
  folder: () => process.cwd(),
  isThere: (file) => lstat(file).then(Boolean, () => false),
  starts: (command) => promisify(execFile)(command, ['/?'], { timeout, windowsHide: true }).then(Boolean, () => false),
})

const WINDOWS = ['pwsh.exe', 'powershell.exe']

/** What Windows' search for a program adds to its name. */
const ENDINGS = ['', '.com', '.exe']

/**
 * Microsoft's library starts PowerShell by its name, for which Windows looks in the current folder first: a file that was planted there,
 * among downloads for example, would run.
 * @throws ToldError where there is one
 */
async function refusePlanted({ platform, folder, isThere }: Surroundings): Promise<void> {
  if (platform !== 'win32') return
  for (const name of WINDOWS.flatMap((command) => ENDINGS.map((ending) => `${command}${ending}`)))
    if (await isThere(path.win32.join(folder(), name))) throw new ToldError(toolMessages.planted({ program: name, folder: folder() }))
}

/** @throws where PowerShell doesn't start */
async function find({ platform, starts }: Surroundings): Promise<void> {
  for (const command of platform === 'win32' ? WINDOWS : ['pwsh']) if (await starts(command)) return
  throw new CredentialUnavailableError('PowerShell could not be found.')
}

/**
 * Microsoft's library remembers until the process ends that a start of PowerShell failed, also once it's installed. So it's asked only
 * where PowerShell starts.
 * @param timeout of a start, in milliseconds
 */
export function wherePowerShellIs(
  credential: TokenCredential,
  timeout: number,
  surroundings: Surroundings = thisComputer(timeout),
): TokenCredential {
  const found = lazily(() => find(surroundings))
  return {
    async getToken(...asked) {
      await refusePlanted(surroundings)
      await found()
      return credential.getToken(...asked)
    },
  }
}
