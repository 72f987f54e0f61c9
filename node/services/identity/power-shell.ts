import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TokenCredential } from '@azure/core-auth'
import { CredentialUnavailableError } from '@azure/identity'
import { lazily } from '../azure/lazily.ts'

const COMMANDS = process.platform === 'win32' ? ['pwsh.exe', 'powershell.exe'] : ['pwsh']

/** @throws where PowerShell doesn't start */
async function find(timeout: number): Promise<void> {
  for (const command of COMMANDS) {
    const started = promisify(execFile)(command, ['/?'], { timeout, windowsHide: true })
    if (await started.then(Boolean, () => false)) return
  }
  throw new CredentialUnavailableError('PowerShell could not be found.')
}

/**
 * Microsoft's library remembers until the process ends that a start of PowerShell failed, also once it's installed. So it's asked only
 * where PowerShell starts.
 * @param timeout of a start, in milliseconds
 */
export function wherePowerShellIs(credential: TokenCredential, timeout: number): TokenCredential {
  const found = lazily(() => find(timeout))
  return {
    async getToken(...asked) {
      await found()
      return credential.getToken(...asked)
    },
  }
}
