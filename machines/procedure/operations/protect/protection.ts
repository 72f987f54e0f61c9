import type { Answer } from '#machines/engine/answer.ts'
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
} from '../../services/services.ts'
import type { ProtectionDefaults } from '../../templates/protections.ts'
import type { AlertFacts } from './alerts.ts'

export interface LockFacts {
  readonly wish: Lockable
  readonly of: LockedKind
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  readonly locks: Answer<readonly Lock[]>
  readonly wanted: boolean
  /** Permissions there; read only if a lock is wanted. */
  readonly permissions?: Answer<readonly Permission[]>
}

export interface ProtectionFacts {
  /** Vault, policy and the vault's resource group, if found. */
  readonly locks: readonly LockFacts[]
  /** Rotation; absent where no policy can help or be read. */
  readonly rotation?: {
    readonly found: Answer<KeyRotation>
    readonly wanted: boolean
    /** HSM-protected key: Key Vault's own versions don't come from the customer's HSM. */
    readonly origin?: 'imported' | 'unknown'
  }
  /** Absent: the key store was not found. */
  readonly auditLog?: AuditLogFacts
  /** Absent: no documented event. */
  readonly alert?: AlertFacts
  /** Permissions at the key vault and its resource group; read only if needed. */
  readonly permissions?: { readonly vault: Answer<readonly Permission[]>; readonly group: Answer<readonly Permission[]> }
  readonly proposed?: ProposedFacts
  /** Absent: the key store was not found. */
  readonly holders?: HolderFacts
}

/** Proposed protections known here: a workspace and addresses belong to this tenant, or are absent. */
export interface ProposedFacts {
  readonly by: 'template' | 'pilot'
  readonly from: string
  /** The pilot is in another tenant: its workspace and people aren't carried over. */
  readonly isElsewhere: boolean
  readonly protection: ProtectionDefaults
  readonly auditLog?: string
  readonly mail?: readonly string[]
}

export interface AuditLogFacts {
  readonly settings: Answer<readonly DiagnosticSetting[]>
  readonly workspaces: Answer<readonly Workspace[]>
  readonly wanted?: string
}

interface RolesRead {
  readonly active: Answer<readonly RoleHolder[]>
  /** Refused without a license for Privileged Identity Management. */
  readonly eligible: Answer<readonly EligibleRole[]>
}

export interface HolderFacts {
  readonly vault: RolesRead
  readonly policy?: RolesRead
  readonly definitions: Answer<readonly RoleDefinition[]>
  readonly people: readonly Person[]
  readonly groups: readonly GroupFacts[]
}

/** A group that could remove the key, as far as the directory is readable. */
export interface GroupFacts {
  readonly id: string
  readonly name: Answer<string>
  readonly members: Answer<GroupMembers>
}
