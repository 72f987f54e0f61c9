import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action, Pending } from '../../action.ts'
import type { AcceptedOperation, Answer, Environment, Services } from '../../services.ts'
import { isKeyOperation } from '../environment/facts.ts'
import type { Written } from '../policy/apply.ts'
import { managing } from './checks.ts'
import { isLinkedTo, otherPolicy } from './facts.ts'

type Followed = Extract<Pending, { kind: 'operation' }>
type Following = (operation: AcceptedOperation) => Followed

/** The operation that makes an environment a Managed Environment, by the name the admin API gives it. */
const isManaging = (type: string | undefined): boolean => type?.toLowerCase() === 'enablegovernanceconfiguration'

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
  const environment = read.value
  if (action.kind === 'enable-managed-environment') {
    const resourceId = `/environments/${environmentId}/governanceConfiguration`
    const following: Following = (operation) => ({
      kind: 'operation',
      purpose: 'managed-environment',
      environmentId,
      operation,
      since: now,
    })
    if (managing(environment) === 'managed') return { ok: true, resourceId, written: false }
    if (isManaging(environment.ongoingOperation?.type)) return alreadyRuns(environment, resourceId, following)
    return followed(
      await namingWhatRuns(powerPlatform.enableManagedEnvironment(environmentId, signal), environmentId, powerPlatform, signal),
      resourceId,
      following,
    )
  }
  const { policyId, policySystemId } = action
  const policy = { id: policyId, systemId: policySystemId }
  const resourceId = `/environments/${environmentId}/enterprisePolicies/Encryption`
  const following: Following = (operation) => ({
    kind: 'operation',
    purpose: 'link',
    environmentId,
    policyId,
    policySystemId,
    operation,
    since: now,
  })
  if (isLinkedTo(environment, policy)) return { ok: true, resourceId, written: false }
  const other = otherPolicy(environment, policy)
  if (other !== undefined) return putElsewhere(environmentId, other)
  if (isKeyOperation(environment.ongoingOperation?.type) || environment.encryptionPolicy?.linkStatus?.toLowerCase() === 'linking')
    return alreadyRuns(environment, resourceId, following)
  const asked = powerPlatform.linkEncryptionPolicy(environmentId, policySystemId, signal)
  return followed(await namingWhatRuns(asked, environmentId, powerPlatform, signal), resourceId, following)
}

/** Adds to a refusal for being busy what runs on the environment, where its list of operations says so. */
export async function namingWhatRuns<T>(
  asked: Promise<Answer<T>>,
  environmentId: string,
  powerPlatform: Services['powerPlatform'],
  signal: AbortSignal,
): Promise<Answer<T>> {
  const answer = await asked
  if (answer.ok || answer.refusal.reason !== 'busy') return answer
  const runs = valueIn(await powerPlatform.listOperations(environmentId, signal))?.find(
    ({ state }) => state === 'running' || state === 'not-started',
  )
  if (!runs) return answer
  const { type, typeDisplayName: name, createdAt: since } = runs
  return {
    ...answer,
    refusal: { ...answer.refusal, running: { type, ...(name ? { name } : {}), ...(since ? { since } : {}) } },
  }
}

export const followed = (accepted: Answer<AcceptedOperation>, resourceId: string, following: Following): Written =>
  accepted.ok ? { ok: true, resourceId, written: true, pending: following(accepted.value) } : accepted

export function alreadyRuns({ ongoingOperation }: Environment, resourceId: string, following: Following): Written {
  const operation = ongoingOperation?.id === undefined ? {} : { id: ongoingOperation.id }
  return { ok: true, resourceId, written: false, pending: following(operation) }
}

/** The same request would take an environment from one policy to another, which means two outages: somebody else's doing, so nobody's to overrule. */
export const putElsewhere = (environmentId: string, other: string): Written => ({
  ok: false,
  refusal: {
    reason: 'conflict',
    request: `GET /environments/${environmentId}`,
    message: `The environment is in another encryption policy now: ${other}.`,
  },
})
