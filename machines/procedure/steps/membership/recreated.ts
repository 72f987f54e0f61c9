import type { Observation } from '../../../engine/step/finding.ts'
import type { Check } from '../../check.ts'
import type { PolicyIds } from '../../ids.ts'
import type { EnterprisePolicy, Environment } from '../../services.ts'
import { namesPolicy, predecessorOf } from './link.ts'

/** The words for a policy that took the name of the one that holds the environment, wherever the two are compared. */
export const recreatedPolicy = {
  id: 'F-913',
  owner: 'microsoft',
  why: 'A policy that is deleted and created again keeps its name and its ID in Azure. It is another policy all the same: it has another identity and another system ID, and the environment is not in it. This is inferred from the two system IDs; no page from Microsoft describes the case.',
  remedy:
    'Change nothing. Open a support request with Microsoft, give both system IDs, and ask how the environment gets back to a policy that exists. Keep the key, the vault and all access to it.',
  link: 'admin-center',
  source: 'lock-unlock',
  look: compared,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'look'> & { readonly look: typeof compared }

function compared(environment: Environment | undefined, policy: EnterprisePolicy | undefined): Observation | undefined {
  if (!environment || !policy) return undefined
  const before = predecessorOf(environment, policy)
  if (before)
    return {
      status: 'fail',
      title: `The environment is in an earlier policy named ${policy.name}, not in the one that is there now`,
      seen: bothOf(before, policy),
    }
  return namesPolicy(environment, policy) && environment.encryptionPolicy?.systemId !== undefined && policy.systemId !== undefined
    ? { status: 'pass', title: `The environment names the policy ${policy.name} by the same system ID`, seen: policy.systemId }
    : undefined
}

const bothOf = (before: PolicyIds, { systemId }: PolicyIds): string =>
  `System ID in the environment: ${before.systemId}. System ID of the policy that is there now: ${systemId}.`
