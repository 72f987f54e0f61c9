import type { Owner } from '../engine/step/finding.ts'
import type { DisplayText } from '../messages/message.ts'
import type { AcceptedOperation, NewPolicy, NewVault, Refusal } from './services.ts'
import { WAITS } from './waits.ts'

/** Every write the wizard can do by itself. Each is safe to repeat. Integration is not here: it is a button in another portal. */
export type Action =
  | { readonly kind: 'register-provider'; readonly subscriptionId: string }
  | { readonly kind: 'create-resource-group'; readonly subscriptionId: string; readonly name: string; readonly location: string }
  | { readonly kind: 'create-vault'; readonly vault: NewVault }
  | {
      readonly kind: 'turn-on-purge-protection'
      readonly subscriptionId: string
      readonly resourceGroup: string
      readonly name: string
      /** How long deleted things stay, in days: fixed when the vault was made. */
      readonly retentionDays?: number
    }
  | {
      readonly kind: 'create-key'
      readonly subscriptionId: string
      readonly vaultResourceGroup: string
      readonly vaultName: string
      readonly name: string
      readonly size: 2048 | 3072
    }
  | { readonly kind: 'create-policy'; readonly policy: NewPolicy }
  | {
      readonly kind: 'grant-key-access'
      readonly subscriptionId: string
      readonly vaultResourceGroup: string
      readonly vaultName: string
      readonly policyResourceGroup: string
      readonly policyName: string
      /** The vault uses access policies instead of Azure roles. */
      readonly byAccessPolicy?: true
    }
  | {
      readonly kind: 'grant-reader'
      readonly subscriptionId: string
      readonly policyResourceGroup: string
      readonly policyName: string
      readonly principalId: string
    }
  | { readonly kind: 'enable-managed-environment'; readonly environmentId: string; readonly environmentName: string }
  | {
      readonly kind: 'link-environment'
      readonly environmentId: string
      readonly environmentName: string
      readonly policyId: string
      readonly policyName: string
      readonly policySystemId: string
    }
  | {
      readonly kind: 'rotate-key'
      readonly subscriptionId: string
      readonly vaultResourceGroup: string
      readonly vaultName: string
      readonly name: string
      readonly size: 2048 | 3072
      /** The key is kept in a hardware security module, and its new version is too. */
      readonly inHardware?: true
      /** The latest version when this was planned: a later one means that somebody has rotated meanwhile. */
      readonly after: string
    }
  | {
      readonly kind: 'unlink-environment'
      readonly environmentId: string
      readonly environmentName: string
      readonly policyId: string
      readonly policyName: string
      readonly policySystemId: string
    }

export type ActionKind = Action['kind']

/** All of them, for what reads actions from elsewhere. That none is missing is proved where they are parsed. */
export const ACTION_KINDS = [
  'register-provider',
  'create-resource-group',
  'create-vault',
  'turn-on-purge-protection',
  'create-key',
  'create-policy',
  'grant-key-access',
  'grant-reader',
  'enable-managed-environment',
  'link-environment',
  'rotate-key',
  'unlink-environment',
] as const satisfies readonly ActionKind[]

/**
 * Whether, and until when, an action can be taken back:
 * - `yes`: at any time, without a trace that matters
 * - `while-unused`: for as long as nothing has been built on it
 * - `until-linked`: until an environment is added to the policy; afterwards it takes environments offline
 * - `with-an-outage`: only by taking the environment offline once more
 * - `no`: never
 */
export const REVERSIBLE = ['yes', 'while-unused', 'until-linked', 'with-an-outage', 'no'] as const
export type Reversible = (typeof REVERSIBLE)[number]

/** What the person reads before the write. */
export interface ActionDescription {
  /** Verb with object, for example "Create the key vault kv-contoso-cmk". */
  readonly title: DisplayText
  /** Resource type or role, as Azure names it. */
  readonly resource: DisplayText
  readonly before: DisplayText
  readonly after: DisplayText
  readonly reversible: Reversible
  /** The same in words: whether and until when it can be taken back. */
  readonly undo: DisplayText
  readonly usersCutOff: boolean
  /** Documented or usual duration, in words. */
  readonly takes: string
  /** Who must run it, or somebody else who holds the same rights. */
  readonly owner: Owner
}

/** Something the services go on with after a write was accepted, to be looked at until it ends. */
export type Pending =
  | { readonly kind: 'provider-registration'; readonly subscriptionId: string; readonly since: number }
  /** A role that was just given counts everywhere only after some minutes. Nothing can be asked meanwhile; the time is waited out. */
  | { readonly kind: 'access-spreading'; readonly since: number; readonly until: number }
  /** A new version of the key is picked up by the services within a day. Nobody can be asked meanwhile; the day is waited out. */
  | { readonly kind: 'rotation'; readonly since: number; readonly until: number }
  | {
      readonly kind: 'operation'
      readonly purpose: 'managed-environment' | 'link' | 'unlink'
      readonly environmentId: string
      /** For a link: the policy that the environment must name in the end; for an unlink: the one that it must not name any more. */
      readonly policyId?: string
      /** Its system id as well: another policy can have taken its name meanwhile. */
      readonly policySystemId?: string
      readonly operation: AcceptedOperation
      /** Milliseconds since 1970-01-01T00:00:00Z. */
      readonly since: number
    }

export interface Receipt {
  readonly kind: ActionKind
  readonly title: DisplayText
  /** Id of the resource that now is as it should be. */
  readonly resourceId: string
  readonly at: number
  /** False when the resource already was as wanted and nothing was written. */
  readonly written: boolean
  /** Its answer was lost; a reading found it: absent before the change was sent, there afterwards. */
  readonly found?: true
  readonly pending?: Pending
}

export type Applied = { readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly refusal: Refusal }

/** Unlike any other action's: names the same wish for the same resource. */
export function actionKey(action: Action): string {
  return JSON.stringify(action)
}

/** Case-blind: services give the same id in changing case, and two names that differ in case alone name one thing. */
export const sameAction = (a: Action, b: Action): boolean => actionKey(a).toLowerCase() === actionKey(b).toLowerCase()

/** Two plans are the same when they hold the same wishes in the same order. */
export function samePlan(a: readonly Action[], b: readonly Action[]): boolean {
  return a.length === b.length && a.every((action, index) => sameAction(action, b[index] as Action))
}

function reader(action: Extract<Action, { kind: 'grant-reader' }>): ActionDescription {
  return {
    title: `Give the Power Platform administrator Reader on the policy ${action.policyName}`,
    resource: 'Reader',
    before: `${action.principalId} has no role on the policy`,
    after: `${action.principalId} can read the policy`,
    undo: 'Yes, any time',
    reversible: 'yes',
    usersCutOff: false,
    takes: 'Seconds',
    owner: 'key-vault-administrator',
  }
}

function operationWords(action: Extract<Action, { kind: 'rotate-key' | 'unlink-environment' }>): ActionDescription {
  if (action.kind === 'rotate-key')
    return {
      title: `Create a new version of the key ${action.name} in ${action.vaultName}`,
      resource: 'Microsoft.KeyVault/vaults/keys/versions',
      before: `The latest version is ${action.after}`,
      after: `A new RSA ${action.size} bit version, enabled, no expiry date; the version before it stays enabled`,
      undo: 'Only before it is in use. Afterwards by another new version; keep the one before it enabled for 30 days',
      reversible: 'while-unused',
      usersCutOff: false,
      takes: 'Up to 24 hours until it is in use',
      owner: 'key-vault-administrator',
    }
  return {
    title: `Remove ${action.environmentName} from the policy ${action.policyName}`,
    resource: 'enterprisePolicies/Encryption/unlink',
    before: 'Encrypted with your key',
    after: 'Encrypted with the Microsoft-managed key',
    undo: 'By adding it to a policy again: another outage of up to 4 days',
    reversible: 'with-an-outage',
    usersCutOff: true,
    takes: 'Hours to days; no document gives an upper limit for the way back',
    owner: 'power-platform-administrator',
  }
}

/**
 * Says what an action changes, in words for the person who confirms it.
 * Sources: undo and durations from "Manage your customer-managed encryption key" (9 June 2025), purge protection from "Key Vault soft-delete overview" (25 January 2022).
 */
export function describeAction(action: Action): ActionDescription {
  const calm = { usersCutOff: false, owner: 'key-vault-administrator' } as const
  switch (action.kind) {
    case 'register-provider':
      return {
        ...calm,
        title: 'Register Microsoft.PowerPlatform in the subscription',
        resource: 'Microsoft.PowerPlatform',
        before: 'Not registered',
        after: 'Registered',
        reversible: 'while-unused',
        undo: 'Yes, while no policy exists',
        takes: 'A few minutes',
      }
    case 'create-resource-group':
      return {
        ...calm,
        title: `Create the resource group ${action.name} in ${action.location}`,
        resource: 'Microsoft.Resources/resourceGroups',
        before: 'Does not exist',
        after: `Exists in ${action.location}`,
        reversible: 'while-unused',
        undo: 'Yes, while it is empty',
        takes: 'Seconds',
      }
    case 'create-vault':
      return {
        ...calm,
        title: `Create the key vault ${action.vault.name} in ${action.vault.location}`,
        resource: 'Microsoft.KeyVault/vaults',
        before: 'Does not exist',
        after: 'Standard vault with soft delete (90 days), purge protection and Azure role-based access',
        reversible: 'while-unused',
        undo: 'Can be deleted while unused, and stays recoverable for 90 days with its name taken. Purge protection is permanent: nobody can purge it earlier',
        takes: 'About a minute',
      }
    case 'turn-on-purge-protection':
      return {
        title: `Turn on purge protection for the key vault ${action.name}`,
        resource: 'Microsoft.KeyVault/vaults',
        before: 'Purge protection off',
        after:
          action.retentionDays === undefined
            ? 'Purge protection on'
            : `Purge protection on: what is deleted stays for ${action.retentionDays} days`,
        reversible: 'no',
        undo: 'No. It cannot be turned off again',
        usersCutOff: false,
        takes: 'Seconds',
        owner: 'key-vault-administrator',
      }
    case 'create-key':
      return {
        ...calm,
        title: `Create the key ${action.name} in ${action.vaultName}`,
        resource: 'Microsoft.KeyVault/vaults/keys',
        before: 'Does not exist',
        after: `RSA ${action.size} bit, enabled, no expiry date`,
        reversible: 'until-linked',
        undo: 'Until an environment uses it',
        takes: 'Seconds',
      }
    case 'create-policy':
      return {
        ...calm,
        title: `Create the enterprise policy ${action.policy.name} in ${action.policy.location}`,
        resource: 'Microsoft.PowerPlatform/enterprisePolicies',
        before: 'Does not exist',
        after: `Encryption policy that uses the latest version of the key ${action.policy.keyName}`,
        reversible: 'until-linked',
        undo: 'Until an environment is added',
        takes: 'Seconds',
      }
    case 'grant-key-access':
      return {
        ...calm,
        title: `Let the policy ${action.policyName} use the key in ${action.vaultName}`,
        resource: action.byAccessPolicy ? 'Vault access policy: Get, Wrap Key, Unwrap Key' : 'Key Vault Crypto Service Encryption User',
        before: 'The policy’s identity has no access to the vault',
        after: 'It may get, wrap and unwrap keys',
        reversible: 'until-linked',
        undo: 'Yes, until an environment is added. Afterwards it takes environments offline',
        takes: WAITS['role-assignment'].takes,
      }
    case 'grant-reader':
      return reader(action)
    case 'enable-managed-environment':
      return {
        ...calm,
        title: `Make ${action.environmentName} a Managed Environment`,
        resource: 'governanceConfiguration: Standard',
        before: 'Not managed (Basic)',
        after: 'Managed (Standard) with default settings. Every app, flow and site in it then needs a premium or Dynamics 365 licence',
        reversible: 'while-unused',
        undo: 'Yes, while no managed feature is in use',
        takes: 'A few minutes',
        owner: 'power-platform-administrator',
      }
    case 'rotate-key':
    case 'unlink-environment':
      return operationWords(action)
    case 'link-environment':
      return {
        title: `Add ${action.environmentName} to the policy ${action.policyName}`,
        resource: 'enterprisePolicies/Encryption/link',
        before: 'Encrypted with the Microsoft-managed key',
        after: 'Encrypted with your key',
        reversible: 'with-an-outage',
        undo: 'By removing it from the policy: a second outage; keep the key 30 days',
        usersCutOff: true,
        takes: WAITS.encryption.takes,
        owner: 'power-platform-administrator',
      }
  }
}

/** A plan that cuts users off or cannot be taken back is confirmed by typing the environment's name. */
export function needsTypedName(plan: readonly Action[]): boolean {
  return plan.some((action) => {
    const { reversible, usersCutOff } = describeAction(action)
    return reversible === 'no' || usersCutOff
  })
}
