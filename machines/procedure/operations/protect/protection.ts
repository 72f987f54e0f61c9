import type { Answer } from '../../../engine/answer.ts'
import type { Lockable, LockedKind } from '../../actions/create-lock/lock.ts'
import type {
  DiagnosticSetting,
  EligibleRole,
  GroupMembers,
  KeyRotation,
  Lock,
  Permission,
  Person,
  RoleDefinition,
  RoleHolder,
  Workspace,
} from '../../services.ts'
import type { ProtectionDefaults } from '../../templates/protections.ts'
import type { AlertFacts } from './alerts.ts'

/** What a lock would be set on, and what holds there. */
export interface LockFacts {
  /** The wish that it is about. */
  readonly wish: Lockable
  readonly of: LockedKind
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  /** Set on it or above. */
  readonly locks: Answer<readonly Lock[]>
  /** A person asked for a lock on it. */
  readonly wanted: boolean
  /** What the account may do there; read where a lock is wanted. */
  readonly permissions?: Answer<readonly Permission[]>
}

/** What protecting the key reads besides. */
export interface ProtectionFacts {
  /** The vault, the policy, and the vault's resource group, as far as they were found. */
  readonly locks: readonly LockFacts[]
  /** What renews the key by itself; absent where no rotation policy can help or be read. */
  readonly rotation?: {
    readonly found: Answer<KeyRotation>
    readonly wanted: boolean
    /** Of an HSM-protected key: versions that Key Vault makes don't come from the customer's own HSM. */
    readonly origin?: 'imported' | 'unknown'
  }
  /** Where the audit log goes, and could go; absent where the key store was not found. */
  readonly auditLog?: AuditLogFacts
  /** Who is told before the key expires; absent where no document names an event for it. */
  readonly alert?: AlertFacts
  /** What the account may do at the key vault and in its resource group; read where one of these is wished. */
  readonly permissions?: { readonly vault: Answer<readonly Permission[]>; readonly group: Answer<readonly Permission[]> }
  /** What a template or a pilot's choices propose. */
  readonly proposed?: ProposedFacts
  /** Who could take the key away; absent where the key store was not found. */
  readonly holders?: HolderFacts
}

/** Proposed protections, as far as they may be known here: a workspace and addresses are of this tenant, or absent. */
export interface ProposedFacts {
  readonly by: 'template' | 'pilot'
  /** Name of the template or the pilot. */
  readonly from: string
  /** The pilot is in another tenant, whose workspace and people are not carried over. */
  readonly isElsewhere: boolean
  readonly protection: ProtectionDefaults
  readonly auditLog?: string
  readonly mail?: readonly string[]
}

export interface AuditLogFacts {
  readonly settings: Answer<readonly DiagnosticSetting[]>
  /** Of the key store's subscription. */
  readonly workspaces: Answer<readonly Workspace[]>
  /** ID of the workspace that a person chose. */
  readonly wanted?: string
}

interface RolesRead {
  readonly active: Answer<readonly RoleHolder[]>
  /** Refused where the tenant has no license for Privileged Identity Management. */
  readonly eligible: Answer<readonly EligibleRole[]>
}

export interface HolderFacts {
  readonly vault: RolesRead
  readonly policy?: RolesRead
  readonly definitions: Answer<readonly RoleDefinition[]>
  /** Those whose names could be read. */
  readonly people: readonly Person[]
  readonly groups: readonly GroupFacts[]
}

/** A group that could take the key away, as far as the directory could be read. */
export interface GroupFacts {
  /** Object ID. */
  readonly id: string
  readonly name: Answer<string>
  readonly members: Answer<GroupMembers>
}
