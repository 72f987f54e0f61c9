import { fail, pass, warning } from '#machines/engine/step/observations.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { inItsOwnWords } from '../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import type { Permission } from '../services/services.ts'
import { rolesThatGive, rolesThatMayGive } from './azure-roles.ts'
import { giveRole } from './commands.ts'
import { demandMessages as messages, verdictMessages } from './messages.ts'
import { allows, decisionOf, GIVES_ROLES, gives, looksLikeContributor, type Right } from './permissions.ts'
import { type Judged, judgeRights, type Place, type Places } from './places.ts'

/** The account's object ID for commands, and user name for people. */
export interface AccountNames {
  readonly objectId: string
  readonly userName: string
  /** A partner's account: without a user object in the tenant, it can't get a role. */
  readonly elsewhere?: true
}

export interface Demand {
  /** Completes "The account can …", for example "create keys in the key vault kv-contoso-cmk". */
  readonly doing: DisplayText
  readonly rights: readonly Right[]
  readonly places: Places
  readonly roleToGive?: string
  readonly account: AccountNames
  /** The write as a command, for someone with the right. */
  readonly instead?: DisplayText
}

function said(roles: readonly Permission[], right: Right): readonly DisplayText[] {
  const { action } = right
  const decisions = roles.flatMap((role) => decisionOf(role, right) ?? [])
  const given = decisions.find(({ takenBy }) => takenBy === undefined)
  if (given) return [messages.givenBy({ action, pattern: given.givenBy })]
  if (roles.length === 0) return [messages.noRole({ action })]
  return [
    messages.givenByNone({ action, count: roles.length }),
    ...decisions.flatMap(({ givenBy, takenBy }) => (takenBy === undefined ? [] : messages.takenAway({ givenBy, takenBy }))),
  ]
}

const seenAt = ({ rights }: Demand, { place, roles }: Extract<Judged, { known: true }>): DisplayText =>
  sentences(messages.atPlace({ place: place.id }), ...rights.flatMap((right) => said(roles, right)))

/**
 * Judges a demand. A missing right is a failure with the role, the place, who can assign it and the command; an unknown
 * one is a warning, because the service decides.
 * @returns undefined if the permissions were not read
 */
export function judgeDemand(demand: Demand): Observation | undefined {
  const judged = judgeRights(demand.places, demand.rights)
  if (!judged.known) {
    const { refusal, place } = judged
    if (!refusal) return undefined
    return warning(verdictMessages.unknown({ doing: demand.doing }), messages.unread({ place: place.id, error: inItsOwnWords(refusal) }), {
      remedy: messages.serviceDecides,
      owner: 'you',
      byHand: [],
      refusal,
    })
  }
  const seen = seenAt(demand, judged)
  switch (judged.verdict) {
    case 'yes':
      return pass(verdictMessages.may({ doing: demand.doing }), seen)
    case 'under-condition':
      return warning(
        verdictMessages.underCondition({ doing: demand.doing }),
        sentences(seen, ...conditionsOf(judged.roles, demand.rights).map((condition) => messages.condition({ condition }))),
        { remedy: messages.conditionDecides, owner: 'you', byHand: [] },
      )
    case 'no':
      return missing(demand, judged, seen)
  }
}

const conditionsOf = (roles: readonly Permission[], rights: readonly Right[]): readonly string[] =>
  roles.filter((role) => rights.some((right) => gives(role, right))).flatMap(({ condition }) => condition ?? [])

/** A partner's object ID can never get a role: another person acts, or the partner's group gets the role. */
const forPartner = ({ doing, instead }: Pick<Demand, 'doing' | 'instead'>, role: string, seen: DisplayText): Observation =>
  fail(verdictMessages.mayNot({ doing }), seen, {
    remedy: sentences(messages.partnerGetsNoRole, messages.partnerAlternatives({ role })),
    owner: 'customer',
    byHand: instead ? [messages.letOthersDoIt, instead] : [],
  })

function missing(demand: Demand, { place, roles }: Extract<Judged, { known: true }>, seen: DisplayText): Observation {
  const [role, ...others] = rolesThatGive(demand.rights, demand.roleToGive)
  if (!role) throw new Error(`No built-in role gives ${demand.rights.map(({ action }) => action).join(', ')}`)
  if (demand.account.elsewhere) return forPartner(demand, role.name, seen)
  const givers = { anyOf: rolesThatMayGive(role.id).map(({ name }) => name) }
  const itself = allows(roles, GIVES_ROLES) === 'yes'
  const { doing } = demand
  const where = { kind: place.kind, place: place.name, role: role.name }
  return fail(looksLikeContributor(roles) ? verdictMessages.mayNotAsContributor({ doing }) : verdictMessages.mayNot({ doing }), seen, {
    remedy: sentences(
      itself ? messages.giveYourself(where) : messages.askFor({ ...where, givers }),
      ...(others.length > 0 ? [messages.othersDo({ roles: { anyOf: others.map(({ name }) => name) } })] : []),
      messages.thenCheck,
      ...inherits(demand.places[0], place),
      ...(itself ? [] : [messages.handOver]),
    ),
    owner: itself ? 'you' : 'key-vault-administrator',
    byHand: [
      messages.inPortal({ ...where, account: demand.account.userName }),
      itself ? verdictMessages.runCommand : verdictMessages.runCommandAs({ roles: givers }),
      verbatim(giveRole({ principalId: demand.account.objectId, role: role.name, scope: place.id })),
      ...(demand.instead ? [messages.letOthersDoIt, demand.instead] : []),
    ],
  })
}

/** A role can't be assigned at a place that doesn't exist yet. */
const inherits = (target: Place, place: Place): readonly DisplayText[] =>
  target.id === place.id ? [] : [messages.inherits({ kind: target.kind, place: target.name })]
