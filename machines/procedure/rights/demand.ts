import type { Observation } from '../../engine/step/finding.ts'
import { inItsOwnWords } from '../../engine/step/refusals.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Permission } from '../services.ts'
import { rolesThatGive, rolesThatMayGive } from './azure-roles.ts'
import { giveRole } from './commands.ts'
import { allows, decisionOf, GIVES_ROLES, gives, looksLikeContributor, type Right } from './permissions.ts'
import { type Judged, judgeRights, type Place, type Places } from './places.ts'

/** What a planned write needs of the signed-in account. */
export interface Demand {
  /** Completes "The account may …", for example "create keys in the key vault kv-contoso-cmk". */
  readonly doing: DisplayText
  readonly rights: readonly Right[]
  readonly places: Places
  /** Where the right is to give one certain role: its id. */
  readonly roleToGive?: string
  /** Object id of the signed-in account. */
  readonly accountObjectId: string
  /** The write itself as a command, for somebody who has the right already. */
  readonly instead?: DisplayText
}

/** "Owner", "Owner or Contributor", "Owner, Contributor or Reader". */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

const count = (roles: readonly Permission[]): string => (roles.length === 1 ? '1 role' : `${roles.length} roles`)

/** What the roles say of one right, by the patterns that decide. */
function said(roles: readonly Permission[], right: Right): string {
  const decisions = roles.flatMap((role) => decisionOf(role, right) ?? [])
  const given = decisions.find(({ takenBy }) => takenBy === undefined)
  if (given) return `${right.action} is given by ${given.givenBy}`
  if (roles.length === 0) return `${right.action} is not given: no role reaches the account`
  const taken = decisions.map(({ givenBy, takenBy }) => `a role that gives ${givenBy} takes it away by ${takenBy}`)
  return [`${right.action} is given by none of ${count(roles)}`, ...taken].join('; ')
}

function seenAt({ rights }: Demand, { place, roles }: Extract<Judged, { known: true }>): string {
  return `At ${place.id}: ${rights.map((right) => said(roles, right)).join('. ')}.`
}

/**
 * Judges a demand from what was read. A right that is missing is a fail with the role, the place, who can give it and the command
 * that does; what could not be known is a warning, because the service decides in the end.
 * @returns nothing when nobody asked what the account may do
 */
export function judgeDemand(demand: Demand): Observation | undefined {
  const judged = judgeRights(demand.places, demand.rights)
  if (!judged.known) {
    const { refusal, place } = judged
    if (!refusal) return undefined
    return {
      status: 'warning',
      title: `It could not be known whether the account may ${demand.doing}`,
      seen: `What the account may do at ${place.id} could not be read: ${inItsOwnWords(refusal)}`,
      remedy: 'You can go on: the service decides when the change is made. If it refuses, the wizard says so, and what was done stays.',
      owner: 'you',
      byHand: [],
      refusal,
    }
  }
  const seen = seenAt(demand, judged)
  switch (judged.verdict) {
    case 'yes':
      return { status: 'pass', title: `The account may ${demand.doing}`, seen }
    case 'under-condition':
      return {
        status: 'warning',
        title: `The account may ${demand.doing} only under a condition`,
        seen: `${seen} Condition: ${conditionsOf(judged.roles, demand.rights).join('; ')}`,
        remedy:
          'You can go on: only the service can tell whether the condition allows this change, and it decides when the change is made.',
        owner: 'you',
        byHand: [],
      }
    case 'no':
      return missing(demand, judged, seen)
  }
}

const conditionsOf = (roles: readonly Permission[], rights: readonly Right[]): readonly string[] =>
  roles.filter((role) => rights.some((right) => gives(role, right))).flatMap(({ condition }) => condition ?? [])

function missing(demand: Demand, { place, roles }: Extract<Judged, { known: true }>, seen: string): Observation {
  const enough = rolesThatGive(demand.rights, demand.roleToGive)
  const [role] = enough
  if (!role) throw new Error(`No built-in role gives ${demand.rights.map(({ action }) => action).join(', ')}`)
  const givers = oneOf(rolesThatMayGive(role.id).map(({ name }) => name))
  const others = enough.length > 1 ? ` (${oneOf(enough.slice(1).map(({ name }) => name))} would do as well)` : ''
  const itself = allows(roles, GIVES_ROLES) === 'yes'
  const contributor = looksLikeContributor(roles) ? ': Contributor is not enough' : ''
  const who = itself
    ? `The account may give roles on ${place.name}, also to itself: give it ${role.name} there${others}`
    : `Ask somebody who is ${givers} on ${place.name} to give the account ${role.name} there${others}`
  return {
    status: 'fail',
    title: `The account may not ${demand.doing}${contributor}`,
    seen,
    remedy: `${who}. It can take 5 minutes to count; then check again.${inherits(demand.places[0], place)}${itself ? '' : ' Or hand this step to the key vault administrator.'}`,
    owner: itself ? 'you' : 'key-vault-administrator',
    byHand: [
      `In the Azure portal, open ${place.name}, Access control (IAM), Add role assignment; choose ${role.name} and the account with the object id ${demand.accountObjectId}.`,
      `Or run this in Azure CLI${itself ? '' : `, as ${givers}`}:`,
      giveRole({ principalId: demand.accountObjectId, role: role.name, scope: place.id }),
      ...(demand.instead ? ['Or let somebody who has the right already make this one change:', demand.instead] : []),
    ],
  }
}

/** A role cannot be given at a place that does not exist yet. */
const inherits = (target: Place, place: Place): string =>
  target.id === place.id ? '' : ` ${target.name.charAt(0).toUpperCase()}${target.name.slice(1)} does not exist yet and will inherit it.`
