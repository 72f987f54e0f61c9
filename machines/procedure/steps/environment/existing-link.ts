import type { Observation } from '#machines/engine/step/finding.ts'
import { pass, warning } from '#machines/engine/step/observations.ts'
import type { Check } from '../../check.ts'
import type { PolicyChoices } from '../../choices.ts'
import { parseResourceId, policyId, sameId } from '../../ids.ts'
import { serviceWordOr } from '../../service-words.ts'
import type { Environment } from '../../services/services.ts'
import { holdingPolicy } from '../membership/link.ts'
import { messages } from './messages.ts'

/** Texts for an environment that is already in a policy, before one is chosen. */
export const existingLink = {
  id: 'F-901',
  owner: 'you',
  why: messages.existingPolicyWhy,
  remedy: messages.existingPolicyRemedy,
  link: 'admin-center',
  source: 'power-platform-keys',
  heading: 'Add an environment to the enterprise policy to encrypt data',
  judge: told,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'judge'> & { readonly judge: typeof told }

/** @param chosen in step 3; the environment's own policy needs no message */
function told(environment: Environment | undefined, chosen: PolicyChoices | undefined): Observation | undefined {
  if (!environment) return undefined
  const id = holdingPolicy(environment)
  const { encryptionPolicy: existing } = environment
  if (id === undefined)
    return pass(messages.inNoPolicy, messages.linkStatus({ status: serviceWordOr(existing?.linkStatus, messages.none) }))
  if (chosen && sameId(id, policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName))) return undefined
  const place = parseResourceId(id)
  return warning(
    place ? messages.inPolicyOf({ name: place.name, subscriptionId: place.subscriptionId }) : messages.inPolicy,
    messages.policyAndStatus({ policy: id, status: serviceWordOr(existing?.linkStatus, messages.noStatus) }),
  )
}
