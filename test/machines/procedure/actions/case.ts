import { ENVIRONMENT, NOW, POLICY_ID, SUBSCRIPTION, SYSTEM_ID } from '../../facts.ts'
import type { Said } from '../services.ts'

export const GROUP = 'rg-contoso-cmk'
export const groupId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`
export const linkId = `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption`

/** Pending operation after it, and an example that differs from the plain one. */
interface Else {
  readonly pending?: object
  readonly of?: object
}

/** An action in one situation: what the services say, in the order in which they are asked, and what comes of it. */
export interface Case extends Else {
  readonly when: string
  readonly said: Said
  /** With which arguments the one port of them that writes is called, if it is. */
  readonly written?: readonly unknown[]
  readonly resourceId: string
}

/** The action writes, with these arguments. */
export const writes = (when: string, said: Said, written: readonly unknown[], resourceId: string, others: Else = {}): Case => ({
  when,
  said,
  written,
  resourceId,
  ...others,
})

/** The action finds that nothing is left to write. */
export const leaves = (when: string, said: Said, resourceId: string, others: Else = {}): Case => ({ when, said, resourceId, ...others })

export const accepted = {
  address: 'https://unitedstates.api.bap.microsoft.com/lifecycleOperations/7a9c',
  id: '7a9c',
  retryAfterSeconds: 5,
}

export const followed = (purpose: 'managed-environment' | 'link' | 'unlink', operation: object = accepted) => ({
  kind: 'operation',
  purpose,
  environmentId: ENVIRONMENT,
  ...(purpose !== 'managed-environment' ? { policyId: POLICY_ID, policySystemId: SYSTEM_ID } : {}),
  operation,
  since: NOW,
})
