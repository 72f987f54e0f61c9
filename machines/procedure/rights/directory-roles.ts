import { pass, warning } from '#machines/engine/step/observations.ts'
import type { Answer } from '../../engine/answer.ts'
import type { Observation } from '../../engine/step/finding.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import type { Environment, SignedInAccount } from '../services/services.ts'
import { giveDirectoryRole } from './commands.ts'
import { directoryMessages as messages, verdictMessages } from './messages.ts'

/**
 * Template IDs of Entra roles that administer Power Platform, the same in every tenant. Sources: Microsoft's enterprise
 * policy scripts for the first, its list of built-in roles for the others.
 */
export const ADMINISTRATORS = [
  { id: '11648597-926c-4cf3-9c36-bcebb0ba8dcc', name: 'Power Platform Administrator' },
  { id: '44367163-eba1-44c3-98af-f5787879f96a', name: 'Dynamics 365 Administrator' },
  { id: '62e90394-69f5-4237-9190-012177145e10', name: 'Global Administrator' },
] as const

const [POWER_PLATFORM, DYNAMICS] = ADMINISTRATORS

/** The admin API's right to change an environment's key. */
const MANAGES_KEYS = 'ManageProtectionKeys'

export const administratorRolesOf = ({ directoryRoles }: Pick<SignedInAccount, 'directoryRoles'>): readonly string[] =>
  ADMINISTRATORS.filter(({ id }) => directoryRoles.some((role) => role.toLowerCase() === id)).map(({ name }) => name)

/** Whether the environment lists the right to manage its keys; undefined if unread or not listed. */
function environmentSays(environment: Environment | undefined): boolean | undefined {
  return environment?.permissions?.some((permission) => permission.toLowerCase() === MANAGES_KEYS.toLowerCase())
}

/**
 * Whether the account may change the environment's key, and the evidence. The environment's permissions decide, then
 * roles in the sign-in. An application's registration shows in its answers. A role's absence from the sign-in proves
 * nothing: roles through groups or later activation aren't in it.
 */
export function rightsInPowerPlatform(
  account: Pick<SignedInAccount, 'directoryRoles' | 'isApplication'>,
  answer: Answer<Environment> | undefined,
): { readonly held: 'yes' | 'no' | 'unknown'; readonly seen: DisplayText } {
  const permission = MANAGES_KEYS
  const environment = valueIn(answer)
  const says = environmentSays(environment)
  if (says) return { held: 'yes', seen: messages.environmentGives({ permission }) }
  if (says === false) return { held: 'no', seen: messages.environmentDoesNotGive({ permission }) }
  const roles = administratorRolesOf(account)
  if (roles.length > 0) return { held: 'yes', seen: messages.inPowerPlatform({ roles }) }
  if (account.isApplication && environment) return { held: 'yes', seen: messages.registeredApplication }
  const reason = refusalOf(answer)?.reason
  const isKept = reason === 'forbidden' || reason === 'not-found'
  return isKept
    ? { held: 'no', seen: sentences(messages.notInPowerPlatform, messages.environmentKept) }
    : { held: 'unknown', seen: sentences(messages.notInPowerPlatform, messages.permissionsNotShown) }
}

function seenOf(account: SignedInAccount, environment: Environment | undefined): DisplayText {
  const roles = administratorRolesOf(account)
  const says = environmentSays(environment)
  const user = account.userName
  const named = roles.length === 0 ? messages.noRoles({ user }) : messages.roles({ user, roles })
  if (says === undefined) return named
  const permission = MANAGES_KEYS
  return sentences(named, says ? messages.environmentGives({ permission }) : messages.environmentDoesNotGive({ permission }))
}

/** Assignment of the role. Source for who may assign it: general knowledge of Entra's roles, not looked up in a document. */
const giving = ({ objectId, userName }: SignedInAccount): readonly DisplayText[] => [
  messages.activate({ role: POWER_PLATFORM.name }),
  messages.assign({ role: POWER_PLATFORM.name, user: userName }),
  messages.assignByCommand,
  verbatim(giveDirectoryRole(objectId, POWER_PLATFORM.id)),
]

/**
 * Judges whether the account administers Power Platform. Never a failure: roles through groups or later activation
 * aren't in the sign-in, and the service decides.
 * @param doing completes "The account can …"
 */
export function judgeAdministrator(
  account: SignedInAccount,
  environment: Environment | undefined,
  doing: DisplayText | string,
): Observation {
  const { held } = rightsInPowerPlatform(account, environment && { ok: true, value: environment })
  const seen = seenOf(account, environment)
  const [role] = administratorRolesOf(account)
  if (held === 'no' && role !== undefined)
    return warning(messages.keptFromKeys({ role }), seen, {
      remedy: messages.keptFromKeysRemedy({ role: DYNAMICS.name }),
      byHand: [messages.checkSecurityGroup],
    })
  if (held === 'yes') return pass(verdictMessages.may({ doing }), seen)
  return warning(messages.noRole({ doing }), seen, {
    remedy: messages.noRoleRemedy({ role: POWER_PLATFORM.name }),
    byHand: giving(account),
  })
}

/**
 * Judges whether a Dynamics 365 administrator sees the environment: the role covers only environments whose security
 * group includes the account. Undefined for other roles.
 * @param environment as read; `unseen` if none, or not the chosen one, is visible
 */
export function judgeSight(account: SignedInAccount, environment: Environment | 'unseen' | undefined): Observation | undefined {
  const roles = administratorRolesOf(account)
  if (environment === undefined || roles.length !== 1 || roles[0] !== DYNAMICS.name) return undefined
  const only = messages.onlyRole({ user: account.userName, role: DYNAMICS.name })
  if (environment === 'unseen') return warning(messages.maybeNotInGroup, sentences(only, messages.noEnvironment))
  const { dataverse } = environment
  const group = dataverse?.securityGroupId
  const seen = sentences(only, group === undefined ? messages.noSecurityGroup : messages.securityGroup({ group }))
  return environmentSays(environment) === false ? warning(messages.notInGroup, seen) : pass(messages.environmentShown, seen)
}
