import type { Observation } from '../../engine/step/finding.ts'
import type { Environment, SignedInAccount } from '../services.ts'
import { giveDirectoryRole } from './commands.ts'

/** Template ids of the Entra roles that administer Power Platform, the same in every tenant. Source: Microsoft's enterprise policy scripts for the first, its list of built-in roles for the others. */
const ADMINISTRATORS = [
  { id: '11648597-926c-4cf3-9c36-bcebb0ba8dcc', name: 'Power Platform Administrator' },
  { id: '44367163-eba1-44c3-98af-f5787879f96a', name: 'Dynamics 365 Administrator' },
  { id: '62e90394-69f5-4237-9190-012177145e10', name: 'Global Administrator' },
] as const

const [POWER_PLATFORM, DYNAMICS] = ADMINISTRATORS

/** What the admin API calls the right to put an environment on another key. */
const MANAGES_KEYS = 'ManageProtectionKeys'

/** Names of the roles in the sign-in that administer Power Platform. */
export const administratorRolesOf = ({ directoryRoles }: Pick<SignedInAccount, 'directoryRoles'>): readonly string[] =>
  ADMINISTRATORS.filter(({ id }) => directoryRoles.some((role) => role.toLowerCase() === id)).map(({ name }) => name)

/** Whether the environment itself says that the account may manage its keys; nothing when it was not asked or does not say. */
function environmentSays(environment: Environment | undefined): boolean | undefined {
  return environment?.permissions?.some((permission) => permission.toLowerCase() === MANAGES_KEYS.toLowerCase())
}

function inWords(account: SignedInAccount, environment: Environment | undefined): string {
  const roles = administratorRolesOf(account)
  const says = environmentSays(environment)
  const environmentWords =
    says === undefined ? '' : ` The environment ${says ? 'gives' : 'does not give'} the account the permission ${MANAGES_KEYS}.`
  return `Roles in the sign-in of ${account.userName}: ${roles.join(', ') || 'none that administers Power Platform'}.${environmentWords}`
}

/** How the role is given. Source for who may give it: general knowledge of Entra's roles, not looked up in a document. */
const giving = ({ objectId, userName }: SignedInAccount): readonly string[] => [
  `If the account is eligible for the role in Privileged Identity Management: open My roles in the Entra admin center, activate ${POWER_PLATFORM.name}, sign out and in again.`,
  `Otherwise a Privileged Role Administrator or Global Administrator opens Roles and administrators in the Entra admin center, ${POWER_PLATFORM.name}, Add assignments, and adds ${userName}.`,
  'Or runs this in Azure CLI:',
  giveDirectoryRole(objectId, POWER_PLATFORM.id),
]

/**
 * Judges whether the account administers Power Platform, from the roles named in its sign-in and from what the environment gives it.
 * Never a fail: roles that come through a group or were activated later are not in the sign-in, and the service decides.
 * @param doing completes "The account may …"
 */
export function judgeAdministrator(account: SignedInAccount, environment: Environment | undefined, doing: string): Observation {
  const roles = administratorRolesOf(account)
  const says = environmentSays(environment)
  const seen = inWords(account, environment)
  if (says === false && roles.length > 0) {
    return {
      status: 'warning',
      title: `${roles[0]} is in the sign-in, but the environment does not let the account manage its keys`,
      seen,
      remedy: `If the only role is ${DYNAMICS.name}, the account must also be in the environment’s security group: have it added, then check again. You can go on; the service decides.`,
      byHand: ['In the admin center, open the environment, look at its security group, and have the account added to it in Entra.'],
    }
  }
  if (says || roles.length > 0) return { status: 'pass', title: `The account may ${doing}`, seen }
  return {
    status: 'warning',
    title: `No role is in the sign-in that lets the account ${doing}`,
    seen,
    remedy: `Have the account given ${POWER_PLATFORM.name}, the scope is the whole directory, then sign out and in again. If it has the role through a group, you can go on: the service decides. Or hand the step to a Power Platform administrator.`,
    byHand: giving(account),
  }
}

/**
 * Judges whether a Dynamics 365 administrator sees the environment: that role reaches only environments whose security group the
 * account is in. Nothing for accounts with another role that administers Power Platform, or with none.
 * @param environment what could be read of it; `unseen` when none of the tenant's, or not the chosen one, is shown to the account
 */
export function judgeSight(account: SignedInAccount, environment: Environment | 'unseen' | undefined): Observation | undefined {
  const roles = administratorRolesOf(account)
  if (environment === undefined || roles.length !== 1 || roles[0] !== DYNAMICS.name) return undefined
  const only = `The only role in the sign-in of ${account.userName} that administers Power Platform is ${DYNAMICS.name}.`
  if (environment === 'unseen')
    return {
      status: 'warning',
      title: `The account may be missing from the environment’s security group`,
      seen: `${only} No environment is shown to it.`,
    }
  const { dataverse } = environment
  const group = dataverse?.securityGroupId
  const seen = `${only} Security group of the environment: ${group ?? 'none named'}.`
  return environmentSays(environment) === false
    ? {
        status: 'warning',
        title: 'The environment does not let the account manage its keys: it may be missing from the security group',
        seen,
      }
    : { status: 'pass', title: 'The environment is shown to the account', seen }
}
