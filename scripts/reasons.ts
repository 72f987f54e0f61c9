import type { ActionKind } from '../machines/procedure/action.ts'
import type { SourceId } from '../machines/procedure/source-ids.ts'
import { sourceOf } from '../machines/procedure/sources.ts'
import { plainSigns } from './text.ts'

interface Reason {
  /** Why the step is needed, in one line. */
  readonly why: string
  readonly source: SourceId
}

const REASONS: Readonly<Record<ActionKind, Reason>> = {
  'register-provider': {
    why: 'A subscription takes enterprise policies only with this resource provider; registration takes minutes.',
    source: 'enterprise-policy-scripts',
  },
  'create-resource-group': { why: 'The policy lives in a resource group.', source: 'power-platform-keys' },
  'create-vault': {
    why: 'A key that encrypts data must be recoverable: soft delete and purge protection are required.',
    source: 'power-platform-keys',
  },
  'turn-on-purge-protection': {
    why: 'Without purge protection the vault is not accepted; it can never be turned off again.',
    source: 'soft-delete',
  },
  'create-key': {
    why: 'RSA, 2048 or 3072 bit; without an expiry date, which would lock the environment out.',
    source: 'power-platform-keys',
  },
  'create-policy': {
    why: 'The policy names the key without its version, so that it follows when the key is rotated.',
    source: 'power-platform-keys',
  },
  'grant-key-access': {
    why: "The policy's identity must get, wrap and unwrap with the key; new access counts everywhere after up to 5 minutes.",
    source: 'enterprise-policy-scripts',
  },
  'grant-reader': { why: 'Whoever adds the environment must be able to read the policy.', source: 'power-platform-keys' },
  'enable-managed-environment': { why: 'Only a Managed Environment can be added to an encryption policy.', source: 'managed-environment' },
  'link-environment': {
    why: 'Users are cut off while the data is encrypted again, which takes up to 4 days; then the environment names the policy.',
    source: 'power-platform-keys',
  },
  'rotate-key': {
    why: 'A new version renews the key without an outage; it is in use within 24 hours, and the version before stays enabled for 30 days.',
    source: 'power-platform-keys',
  },
  'unlink-environment': {
    why: 'Users are cut off while the data goes back to the Microsoft-managed key; keep key, vault and access for 30 days after it.',
    source: 'power-platform-keys',
  },
}

/** Why an action is needed and where that is written, in one line of plain signs. */
export function reasonOf(kind: ActionKind): string {
  const { why, source } = REASONS[kind]
  const { title, edition } = sourceOf(source)
  return plainSigns(`${why} Source: ${title}${edition === undefined ? '' : `, ${edition}`}.`)
}
