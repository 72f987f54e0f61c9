import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass } from '#machines/engine/step/observations.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import type { Check } from '../../check.ts'
import type { PolicyIds } from '../../ids.ts'
import type { EnterprisePolicy, Environment } from '../../services/services.ts'
import { namesPolicy, predecessorOf } from './link.ts'
import { messages } from './messages.ts'

export const recreatedPolicy = {
  id: 'F-913',
  owner: 'microsoft',
  why: messages.policyRecreatedWhy,
  remedy: messages.policyRecreatedRemedy,
  link: 'admin-center',
  source: 'lock-unlock',
  judge: compared,
} as const satisfies Omit<Check<never>, 'key' | 'part' | 'judge'> & { readonly judge: typeof compared }

function compared(environment: Environment | undefined, policy: EnterprisePolicy | undefined): Observation | undefined {
  if (!environment || !policy) return undefined
  const before = predecessorOf(environment, policy)
  if (before) return fail(messages.inEarlierPolicy({ policy: policy.name }), bothOf(before, policy))
  return namesPolicy(environment, policy) && environment.encryptionPolicy?.systemId !== undefined && policy.systemId !== undefined
    ? pass(messages.sameSystemId({ policy: policy.name }), verbatim(policy.systemId))
    : undefined
}

const bothOf = (before: PolicyIds, { systemId }: PolicyIds): DisplayText =>
  messages.policyRecreated.bothSystemIds({ before: before.systemId ?? '', now: systemId ?? '' })
