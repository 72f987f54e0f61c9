import type { Observation } from '../../../engine/step/finding.ts'
import type { Check } from '../../check.ts'
import type { PolicyChoices } from '../../choices.ts'
import { parseResourceId, policyId, sameId } from '../../ids.ts'
import type { Environment } from '../../services.ts'
import { holdingPolicy } from '../membership/link.ts'

/** Words for an environment that is in an encryption policy already, for the steps before a policy is chosen. */
export const existingLink = {
  id: 'F-901',
  owner: 'you',
  why: 'An environment is in one encryption policy at a time, and its data is encrypted with the key of that policy.',
  remedy:
    'There are two ways. Use it: choose this policy, its key vault, and its key in step 3. For another key: continue with this policy now, and change to another policy after the link, with two outages.',
  link: 'admin-center',
  source: 'power-platform-keys',
  look: told,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'look'> & { readonly look: typeof told }

/** @param chosen in step 3: where that is the policy of the environment, there is nothing to tell */
function told(environment: Environment | undefined, chosen: PolicyChoices | undefined): Observation | undefined {
  if (!environment) return undefined
  const id = holdingPolicy(environment)
  const { encryptionPolicy: present } = environment
  if (id === undefined)
    return { status: 'pass', title: 'The environment is in no encryption policy', seen: `Link status: ${present?.linkStatus ?? 'none'}.` }
  if (chosen && sameId(id, policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName))) return undefined
  const place = parseResourceId(id)
  return {
    status: 'warning',
    title: place
      ? `This environment is in policy ${place.name} of subscription ${place.subscriptionId}`
      : 'This environment is in an encryption policy',
    seen: `${id} (${present?.linkStatus ?? 'no status'}).`,
  }
}
