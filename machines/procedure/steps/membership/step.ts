import { defined } from '#machines/defined.ts'
import type { LifecycleOperation } from '#machines/engine/answer.ts'
import { judge } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { carryingThings, type ShownHold, shownEnvironment, shownPolicy } from '../../key-map/shown.ts'
import type { Reading, StepDefinition } from '../../observing.ts'
import type { Environment } from '../../services/services.ts'
import { cameFromEarlierKey, earlierKeyKeptUntil } from '../earlier-key.ts'
import { identified, named, word } from '../reading-parts.ts'
import { linkUnderway, type MembershipFacts, observeMembership } from './facts.ts'
import { membershipGuide } from './guide.ts'
import { namesPolicy, predecessorOf } from './link.ts'
import { messages } from './messages.ts'
import { planMembership } from './plan.ts'
import { shownByMembership } from './shown.ts'
import { membershipStepChecks } from './step-checks.ts'

/** For the calendar: Microsoft's retention, which customers can't shorten. */
function holdOfEarlierKey(environment: Environment | undefined, operations: readonly LifecycleOperation[] = []): ShownHold | undefined {
  const until = environment && cameFromEarlierKey(environment) ? earlierKeyKeptUntil(operations) : undefined
  return until === undefined ? undefined : { operation: 'earlier-key', until }
}

/** @param status of the link, in the service's words */
const noteOf = (status: string, policy: string): DisplayText =>
  /^link(ed|ing)$/i.test(status) ? messages.noteLinked({ status, policy }) : messages.noteStatus({ status, policy })

export function readMembership(facts: MembershipFacts, now: number): Reading {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  const linked = environment && policy && namesPolicy(environment, policy) ? environment.encryptionPolicy?.linkStatus : undefined
  const before = predecessorOf(environment, policy)
  const underway = linkUnderway(facts, now)
  return {
    stepId: 'membership',
    readAt: now,
    findings: judge(membershipStepChecks, facts, now),
    plan: planMembership(facts),
    shows: shownByMembership(facts),
    ...defined({ underway }),
    choiceMissing: facts.choices === undefined,
    picture:
      environment && policy
        ? {
            kind: 'membership',
            rows: [
              identified(messages.rowEnvironment, { name: environment.displayName, id: environment.id }),
              identified(messages.rowPolicy, policy),
              word(messages.rowLink, before ? messages.rowEarlierPolicy : linked === undefined ? messages.rowNotAdded : verbatim(linked)),
              {
                ...word(messages.rowKeyManagedBy, environment.keyManagedBy === undefined ? undefined : verbatim(environment.keyManagedBy)),
                about: 'key-manager',
              },
            ],
          }
        : { kind: 'none' },
    note: before ? messages.noteEarlierPolicy : linked ? noteOf(linked, policy?.name ?? '') : messages.noteNotAdded,
    things: carryingThings({
      ...shownEnvironment(environment),
      ...(policy ? { policy: shownPolicy(policy) } : {}),
      ...defined({ hold: holdOfEarlierKey(environment, valueIn(facts.operations)) }),
    }),
    ...named(environment),
    found: policy ? { policyId: policy.id } : {},
  }
}

export const membership: StepDefinition<'membership'> = {
  id: 'membership',
  guide: membershipGuide,
  checks: membershipStepChecks,
  observe: async ({ services, choices, now, signal }) => readMembership(await observeMembership(services, choices, signal), now()),
}
