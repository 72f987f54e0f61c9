import type { Action } from '../../action.ts'
import type { AcceptedOperation, Services } from '../../services.ts'
import { alreadyRuns, followed, namingWhatRuns, putElsewhere } from '../../steps/membership/apply.ts'
import { holdingPolicy, inBothIds, isLinkedTo } from '../../steps/membership/facts.ts'
import type { Written } from '../../steps/policy/apply.ts'

/**
 * Removes an environment from its policy, unless it is out of it, or on its way out, already.
 * @param now milliseconds since 1970-01-01T00:00:00Z: the time the operation is followed from
 */
export async function removeFromPolicy(
  action: Extract<Action, { kind: 'unlink-environment' }>,
  { powerPlatform }: Services,
  now: number,
  signal: AbortSignal,
): Promise<Written> {
  const { environmentId, policyId, policySystemId } = action
  const read = await powerPlatform.readEnvironment(environmentId, signal)
  if (!read.ok) return read
  const environment = read.value
  const resourceId = `/environments/${environmentId}/enterprisePolicies/Encryption`
  const following = (operation: AcceptedOperation) =>
    ({ kind: 'operation', purpose: 'unlink', environmentId, policyId, policySystemId, operation, since: now }) as const
  const holding = environment.encryptionPolicy
  if (!holding || holdingPolicy(environment) === undefined) return { ok: true, resourceId, written: false }
  if (environment.ongoingOperation?.type?.toLowerCase() === 'reverttomicrosoftkey') return alreadyRuns(environment, resourceId, following)
  if (holding.linkStatus?.toLowerCase() === 'unlinking') return alreadyRuns(environment, resourceId, following)
  if (!isLinkedTo(environment, { id: policyId, systemId: policySystemId })) return putElsewhere(environmentId, inBothIds(holding))
  const asked = powerPlatform.unlinkEncryptionPolicy(environmentId, policySystemId, signal)
  return followed(await namingWhatRuns(asked, environmentId, powerPlatform, signal), resourceId, following)
}
