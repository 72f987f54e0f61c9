import { type Cloud, doubtsOf } from '../../../cloud/cloud.ts'
import { sentences } from '../../../messages/sentences.ts'
import type { Check } from '../../check.ts'

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
  why: 'Parts of what the wizard knows of this cloud rest on sources that disagree, or on none. A wrong address only leads to a refusal, but the feature itself may not be offered there.',
  remedy:
    'Ask Microsoft, or look into its table of functional parity (aka.ms/BAPFunctionalParity), whether customer-managed keys for finance and operations are offered in this cloud. Then confirm it here.',
  source: 'power-platform-keys',
  look: ({ cloud }) => {
    if (cloud === undefined || cloud.verified) return undefined
    const [first, ...others] = doubtsOf(cloud)
    return {
      status: 'unknown',
      title: `Whether the wizard knows ${cloud.name} rightly is not certain`,
      seen: first === undefined ? 'The cloud is marked as unverified, without a reason.' : sentences(first, ...others),
      attestable: true,
    }
  },
}
