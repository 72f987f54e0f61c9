import { question } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { parseResourceId, policyId, sameId } from '../../ids.ts'
import { holdingPolicy } from '../membership/link.ts'
import { recreatedPolicy } from '../membership/recreated.ts'
import type { PolicyFacts } from './facts.ts'
import { encryptionPolicyIn } from './policy-checks.ts'
import { messages } from './policy-messages.ts'

export const linkedChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'policy-as-linked',
    part: 'policy',
    ...recreatedPolicy,
    // A missing policy can't be restored as that remedy says.
    supersedes: ['key-within-reach'],
    judge: ({ choices, environment, policy }) =>
      choices ? recreatedPolicy.judge(valueIn(environment), encryptionPolicyIn(policy)) : undefined,
  },
  {
    key: 'policy-beside-linked',
    id: 'F-901',
    part: 'policy',
    owner: 'you',
    ...textsOf(messages.besideLinked),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge({ choices, environment }) {
      const read = valueIn(environment)
      const holding = read && holdingPolicy(read)
      if (!choices || holding === undefined) return undefined
      if (sameId(holding, policyId(choices.subscriptionId, choices.resourceGroup, choices.policyName))) return undefined
      return question(
        messages.besideLinked.title({ policy: choices.policyName, holding: parseResourceId(holding)?.name ?? holding }),
        verbatim(holding),
        { subject: holding },
      )
    },
  },
]
