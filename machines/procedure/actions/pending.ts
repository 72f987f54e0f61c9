import type { Pending as AnyPending } from '../../engine/action.ts'
import type { AcceptedOperation } from '../services.ts'

export interface ProviderRegistration {
  readonly kind: 'provider-registration'
  readonly subscriptionId: string
  readonly since: number
}

/** A role that was just given counts everywhere only after some minutes. Nothing can be asked meanwhile; the time is waited out. */
export interface AccessSpreading {
  readonly kind: 'access-spreading'
  readonly since: number
  readonly until: number
}

/** A new version of the key is picked up by the services within a day. Nobody can be asked meanwhile; the day is waited out. */
export interface Rotation {
  readonly kind: 'rotation'
  readonly since: number
  readonly until: number
}

/** An operation of an environment at Power Platform. */
export interface EnvironmentOperation {
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

/** Something the services go on with after a write was accepted, to be looked at until it ends. */
export type Pending = ProviderRegistration | AccessSpreading | Rotation | EnvironmentOperation

const KINDS: readonly string[] = ['provider-registration', 'access-spreading', 'rotation', 'operation'] satisfies readonly Pending['kind'][]

/** Something of this procedure, by its kind: whatever is followed was started by its own actions. */
export const isPending = (pending: AnyPending): pending is Pending => KINDS.includes(pending.kind)
