import { type Cloud, doubtsOf } from '../../../cloud/cloud.ts'
import { sentences } from '../../../messages/sentences.ts'
import type { Check } from '../../check.ts'
import { messages } from './messages.ts'

/** The cloud that is worked in, as far as it is judged. */
export interface CloudFact {
  /** Absent in tests and walks that are about one known cloud. */
  readonly cloud?: Cloud
}

/**
 * Stands in step 1, so that nothing can be written before a person has looked at it. A verified cloud leaves nothing to judge.
 * Source: the failure catalogue; Microsoft's texts name no other cloud than the commercial one.
 */
export const cloudCheck: Check<CloudFact> = {
  key: 'cloud-verified',
  id: 'F-007',
  part: 'integration',
  owner: 'microsoft',
  why: messages.cloudVerified.why,
  remedy: messages.cloudVerified.remedy,
  source: 'power-platform-keys',
  judge: ({ cloud }) => {
    if (cloud === undefined || cloud.verified) return undefined
    const [first, ...others] = doubtsOf(cloud)
    return {
      status: 'unknown',
      title: messages.cloudVerified.cloudUncertain({ cloud: cloud.name }),
      seen: first === undefined ? messages.cloudVerified.unverifiedWithoutReason : sentences(first, ...others),
      attestable: true,
    }
  },
}
