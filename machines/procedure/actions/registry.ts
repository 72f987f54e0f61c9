import { type ActionDefinition, type Action as AnyAction, actionsOf } from '../../engine/action.ts'
import { SERVICE_OWNERS } from '../owners.ts'
import type { Services } from '../services.ts'
import { type CreateKey, createKey } from './create-key/action.ts'
import { type CreatePolicy, createPolicy } from './create-policy/action.ts'
import { type CreateResourceGroup, createResourceGroup } from './create-resource-group/action.ts'
import { type CreateVault, createVault } from './create-vault/action.ts'
import { type EnableManagedEnvironment, enableManagedEnvironment } from './enable-managed-environment/action.ts'
import { type GrantKeyAccess, grantKeyAccess } from './grant-key-access/action.ts'
import { type GrantReader, grantReader } from './grant-reader/action.ts'
import { type LinkEnvironment, linkEnvironment } from './link-environment/action.ts'
import type { Pending } from './pending.ts'
import { type RegisterProvider, registerProvider } from './register-provider/action.ts'
import { type RotateKey, rotateKey } from './rotate-key/action.ts'
import { type TurnOnPurgeProtection, turnOnPurgeProtection } from './turn-on-purge-protection/action.ts'
import { type UnlinkEnvironment, unlinkEnvironment } from './unlink-environment/action.ts'

/** Every write the wizard can do by itself. Each is safe to repeat. Integration is not here: it is a button in another portal. */
export type Action =
  | RegisterProvider
  | CreateResourceGroup
  | CreateVault
  | TurnOnPurgeProtection
  | CreateKey
  | CreatePolicy
  | GrantKeyAccess
  | GrantReader
  | EnableManagedEnvironment
  | LinkEnvironment
  | RotateKey
  | UnlinkEnvironment

export type ActionKind = Action['kind']

/** One object for each, found by its kind. */
const ACTIONS: { readonly [Kind in ActionKind]: ActionDefinition<Extract<Action, { kind: Kind }>, Pending, Services> } = {
  'register-provider': registerProvider,
  'create-resource-group': createResourceGroup,
  'create-vault': createVault,
  'turn-on-purge-protection': turnOnPurgeProtection,
  'create-key': createKey,
  'create-policy': createPolicy,
  'grant-key-access': grantKeyAccess,
  'grant-reader': grantReader,
  'enable-managed-environment': enableManagedEnvironment,
  'link-environment': linkEnvironment,
  'rotate-key': rotateKey,
  'unlink-environment': unlinkEnvironment,
}

export const ALL_ACTIONS: readonly ActionDefinition[] = Object.values(ACTIONS)

export const actions = actionsOf(ALL_ACTIONS, SERVICE_OWNERS)

/** An action of this procedure, by its kind: whatever is planned here was planned by this procedure's own steps. */
export const isAction = (action: AnyAction): action is Action => action.kind in ACTIONS
