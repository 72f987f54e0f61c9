import { sameId } from '../../ids.ts'
import type { AcceptedOperation, Answer, Services } from '../../services.ts'
import type { Action, Pending } from '../../step/action.ts'
import type { Written } from '../policy/apply.ts'
import { isManaged } from './checks.ts'

/**
 * Carries out one action of step 4. Each reads the environment first: what already is, or already runs, is not asked for again.
 * @param now milliseconds since 1970-01-01T00:00:00Z: the time the operation is followed from
 */
export async function applyMembershipAction(
  action: Action,
  { powerPlatform }: Services,
  now: number,
  signal: AbortSignal,
): Promise<Written> {
  if (action.kind !== 'enable-managed-environment' && action.kind !== 'link-environment')
    throw new Error(`Step 4 does not carry out ${action.kind}`)
  const { environmentId } = action
  const read = await powerPlatform.readEnvironment(environmentId, signal)
  if (!read.ok) return read
  if (action.kind === 'enable-managed-environment') {
    const resourceId = `/environments/${environmentId}/governanceConfiguration`
    if (isManaged(read.value)) return { ok: true, resourceId, written: false }
    const accepted = await powerPlatform.enableManagedEnvironment(environmentId, signal)
    return followed(accepted, resourceId, (operation) => ({
      kind: 'operation',
      purpose: 'managed-environment',
      environmentId,
      operation,
      since: now,
    }))
  }
  const resourceId = `/environments/${environmentId}/enterprisePolicies/Encryption`
  const present = read.value.encryptionPolicy
  if (sameId(present?.id, action.policyId) && present?.linkStatus?.toLowerCase() === 'linked')
    return { ok: true, resourceId, written: false }
  const accepted = await powerPlatform.linkEncryptionPolicy(environmentId, action.policySystemId, signal)
  return followed(accepted, resourceId, (operation) => ({
    kind: 'operation',
    purpose: 'link',
    environmentId,
    policyId: action.policyId,
    operation,
    since: now,
  }))
}

function followed(accepted: Answer<AcceptedOperation>, resourceId: string, pending: (operation: AcceptedOperation) => Pending): Written {
  return accepted.ok ? { ok: true, resourceId, written: true, pending: pending(accepted.value) } : accepted
}
