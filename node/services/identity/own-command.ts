import type { TokenCredential } from '@azure/core-auth'
import { runFactorCommand, type TOOLS } from '#machines/sign-in/local-problems.ts'
import { ToldError } from '../told-error.ts'

/** A tool answers no claims: its own command does, which is named with the tenant. @param tenantId absent: the tool's default */
export function byOwnCommand(tool: keyof typeof TOOLS, tenantId: string | undefined, credential: TokenCredential): TokenCredential {
  if (tenantId === undefined) return credential
  return {
    async getToken(scopes, options) {
      if (options?.claims === undefined) return credential.getToken(scopes, options)
      const asked = { scope: String(scopes), claims: Buffer.from(options.claims).toString('base64') }
      throw new ToldError(runFactorCommand(tool, tenantId, asked))
    },
  }
}
