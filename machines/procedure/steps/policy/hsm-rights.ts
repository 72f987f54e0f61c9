import type { Observation } from '#machines/engine/step/finding.ts'
import { pass } from '#machines/engine/step/observations.ts'
import { inItsOwnWords, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { giveLocalRole } from '../../rights/commands.ts'
import { LOCAL_RIGHTS, LOCAL_ROLES } from '../../rights/local-roles.ts'
import { demandMessages, verdictMessages } from '../../rights/messages.ts'
import { allowsAll, decisionOf, type Right } from '../../rights/permissions.ts'
import { roleName } from '../../rights/roles.ts'
import type { PolicyFacts } from './facts.ts'
import { messages } from './hsm-messages.ts'

interface Demanded {
  /** Completes "The account can …". */
  readonly doing: DisplayText
  readonly actions: readonly string[]
  readonly role: string
}

/** Permissions in a Managed HSM by local roles. Roles through groups aren't listed, so only a refusal proves that one is missing. */
function judged(facts: PolicyFacts, hsm: string, { doing, actions, role }: Demanded): Observation | undefined {
  const refusal = refusalOf(facts.localPermissions)
  const roles = valueIn(facts.localPermissions)
  if (!refusal && !roles) return undefined
  const place = hsm
  const rights = actions.map((action): Right => ({ plane: 'data', action }))
  const open = { status: 'warning', title: verdictMessages.unknown({ doing }), owner: 'you' } as const
  const remedy = messages.hsm.decides({ role: roleName(role) })
  const byHand = [
    messages.hsm.openLocalRoles({ role: roleName(role), principal: facts.accountObjectId }),
    verbatim(giveLocalRole(hsm, roleName(role), facts.accountObjectId)),
  ]
  if (refusal || !roles)
    return {
      ...open,
      seen: refusal ? demandMessages.unread({ place, error: inItsOwnWords(refusal) }) : messages.hsm.noLocalRole,
      remedy,
      byHand,
      ...(refusal ? { refusal } : {}),
    }
  if (allowsAll(roles, rights) !== 'yes') return { ...open, seen: messages.hsm.noLocalRole, remedy, byHand }
  const given = rights.flatMap((right) => {
    const pattern = roles.flatMap((each) => decisionOf(each, right) ?? []).find(({ takenBy }) => takenBy === undefined)?.givenBy
    return pattern === undefined ? [] : [demandMessages.givenBy({ action: right.action, pattern })]
  })
  return pass(verdictMessages.may({ doing }), sentences(demandMessages.atPlace({ place }), ...given))
}

export const usingKeysOfHsm = (facts: PolicyFacts, hsm: string): Observation | undefined =>
  judged(facts, hsm, {
    doing: messages.workWithKeys({ hsm }),
    actions: [LOCAL_RIGHTS.readKeys, LOCAL_RIGHTS.createKeys],
    role: LOCAL_ROLES['crypto-user'],
  })

export const givingLocalRoles = (facts: PolicyFacts, hsm: string): Observation | undefined =>
  judged(facts, hsm, {
    doing: messages.giveRoles({ hsm }),
    actions: [LOCAL_RIGHTS.giveRoles],
    role: LOCAL_ROLES['policy-administrator'],
  })
