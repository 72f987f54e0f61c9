import type { AzureService, PowerPlatformService } from '../../../../machines/procedure/services.ts'
import { ENVIRONMENT, NOW, POLICY_ID, SUBSCRIPTION, SYSTEM_ID } from '../../facts.ts'

export const GROUP = 'rg-contoso-cmk'
export const groupId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`
export const linkId = `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption`

export type Answers = Partial<AzureService & PowerPlatformService>

export const says =
  <T>(answer: T) =>
  async () =>
    answer

/** An action in one situation: what the services answer, what is read, what is written with which arguments, what is waited for. */
export interface Case {
  readonly when: string
  /** Where the example is another than the plain one. */
  readonly of?: object
  readonly answers: Answers
  readonly reads: readonly string[]
  readonly writes: readonly (readonly [string, ...unknown[]])[]
  readonly resourceId: string
  readonly pending?: object
}

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
