import type { Refusal } from '#machines/engine/answer.ts'
import { verbatim } from '#machines/messages/message.ts'
import { toolMissing, toolSignedOut } from '#machines/sign-in/local-problems.ts'
import { waitingCredential } from '../network/waits.ts'
import { type AcquisitionOutcome, acquireTokensWithCredential, type TokenAcquisition } from './acquire-tokens.ts'
import { isOnPath } from './program-on-path.ts'
import { azureCliWay, azurePowerShellWay } from './ways.ts'

const NOT_FOUND = /could not be found|Unable to execute PowerShell|ENOENT|Az\.Accounts?.*(?:not installed|not loaded)/i
const SIGNED_OUT = /\baz login\b|Connect-AzAccount/i

/** Better words for a tool's own errors; Entra's stay verbatim. */
function byTool(tool: 'Azure CLI' | 'Azure PowerShell', tenant: string | undefined, outcome: AcquisitionOutcome): AcquisitionOutcome {
  const refusal: Refusal | undefined = outcome.ok ? undefined : outcome.refusal
  // Only the tool's own message, not the wizard's.
  if (!refusal || refusal.code !== undefined || typeof refusal.message !== 'string') return outcome
  if (NOT_FOUND.test(refusal.message)) return { ok: false, problem: { ...toolMissing(tool), refusal } }
  if (SIGNED_OUT.test(refusal.message)) return { ok: false, problem: { ...toolSignedOut(tool, tenant), refusal } }
  return outcome
}

/** @param at tenant as entered and by ID; absent: the tool's default */
export async function acquireTokensByTool(
  way: 'azure-cli' | 'azure-powershell',
  acquisition: TokenAcquisition,
  at?: { readonly tenant: string; readonly tenantId: string },
): Promise<AcquisitionOutcome> {
  const [tool, wayOf] = way === 'azure-cli' ? (['Azure CLI', azureCliWay] as const) : (['Azure PowerShell', azurePowerShellWay] as const)
  // Azure PowerShell is started before the library is asked (`power-shell.ts`).
  if (way === 'azure-cli' && !(await isOnPath('az'))) return { ok: false, problem: toolMissing(tool) }
  const { credential } = wayOf(at?.tenantId, () => acquisition.clock.now())
  const waiting = waitingCredential(credential, verbatim(tool), acquisition.waits)
  return byTool(tool, at?.tenant, await acquireTokensWithCredential(waiting, acquisition))
}
