import { type Action as AnyAction, actionsOf, knowsAction } from '../../engine/action.ts'
import { SERVICE_OWNERS } from '../owners/owners.ts'
import { alertNearExpiry } from './alert-near-expiry/action.ts'
import { createKey } from './create-key/action.ts'
import { createLock } from './create-lock/action.ts'
import { createPolicy } from './create-policy/action.ts'
import { createResourceGroup } from './create-resource-group/action.ts'
import { createVault } from './create-vault/action.ts'
import type { Definition } from './definition.ts'
import { enableManagedEnvironment } from './enable-managed-environment/action.ts'
import { grantKeyAccess } from './grant-key-access/action.ts'
import { grantReader } from './grant-reader/action.ts'
import { linkEnvironment } from './link-environment/action.ts'
import { mailAlerts } from './mail-alerts/action.ts'
import { registerProvider } from './register-provider/action.ts'
import { rotateKey } from './rotate-key/action.ts'
import { sendAuditLog } from './send-audit-log/action.ts'
import { setRotationPolicy } from './set-rotation-policy/action.ts'
import { turnOnPurgeProtection } from './turn-on-purge-protection/action.ts'
import { unlinkEnvironment } from './unlink-environment/action.ts'

/** All writes of the wizard, each safe to repeat. Integration is absent: it is a button in another portal. */
export const ALL_ACTIONS = [
  registerProvider,
  createResourceGroup,
  createVault,
  turnOnPurgeProtection,
  createKey,
  createPolicy,
  grantKeyAccess,
  grantReader,
  enableManagedEnvironment,
  linkEnvironment,
  rotateKey,
  unlinkEnvironment,
  createLock,
  setRotationPolicy,
  sendAuditLog,
  mailAlerts,
  alertNearExpiry,
] as const

type Defined = (typeof ALL_ACTIONS)[number]

export type Action = Defined extends infer Each ? (Each extends Definition<infer Of, infer _> ? Of : never) : never

export type ActionKind = Action['kind']

/** An accepted operation that a service completes itself, to be polled. */
export type Pending = Defined extends infer Each ? (Each extends Definition<infer _, infer Own> ? Own : never) : never

export const actions = actionsOf(ALL_ACTIONS, SERVICE_OWNERS)

export const isAction = (action: AnyAction): action is Action => knowsAction(actions, action)

export function whyOf(kind: ActionKind): Defined['why'] {
  const found = ALL_ACTIONS.find((each) => each.kind === kind)
  if (!found) throw new Error(`No action is of the kind ${kind}`)
  return found.why
}
