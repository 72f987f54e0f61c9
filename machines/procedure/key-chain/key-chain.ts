import type { Answer, Refusal } from '#machines/engine/answer.ts'
import type {
  Deleted,
  EnterprisePolicy,
  Environment,
  KeyRotation,
  KeyVersion,
  RoleAssignment,
  Vault,
  VaultKey,
} from '../services/services.ts'

/**
 * What an environment's data depends on, from the environment to the versions of its key, as the services answered. A member that is
 * missing wasn't asked for: that says neither yes nor no.
 */
export interface KeyChain {
  readonly environment?: Answer<Environment>
  readonly policy?: Answer<EnterprisePolicy>
  /** The key vault, or the Managed HSM. */
  readonly vault?: Answer<Vault>
  readonly key?: Answer<VaultKey>
  /** Unordered. */
  readonly keyVersions?: Answer<readonly KeyVersion[]>
  readonly keyRotation?: Answer<KeyRotation>
  /** Read only if the key is missing, and only from a vault that this computer can reach. */
  readonly deletedKey?: Answer<Deleted>
  /** The vault's network blocks this computer: the key was read through Azure Resource Manager, or is unknown. */
  readonly keyShutOut?: Refusal
  /** Assignments of the policy's identity at the vault, or at a Managed HSM's key. */
  readonly keyAccess?: Answer<readonly RoleAssignment[]>
}

/** The chain's key by itself. */
export type KeyReading = Required<Pick<KeyChain, 'key' | 'keyVersions' | 'keyRotation'>> & Pick<KeyChain, 'deletedKey' | 'keyShutOut'>
