import { type Cloud, doubtsOf } from '#machines/cloud/cloud.ts'
import { question } from '#machines/engine/step/observations.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { messages } from './messages.ts'

export interface CloudFact {
  /** Absent in tests with one known cloud. */
  readonly cloud?: Cloud
}

/**
 * In step 1, so that it comes before any write. A verified cloud needs no check.
 * Source: the failure catalogue; Microsoft's texts name only the commercial cloud.
 */
export const cloudCheck: Check<CloudFact> = {
  key: 'cloud-verified',
  id: 'F-007',
  part: 'integration',
  owner: 'microsoft',
  ...textsOf(messages.cloudVerified),
  source: 'power-platform-keys',
  heading: 'Field definitions for JSON template',
  judge: ({ cloud }) => {
    if (cloud === undefined || cloud.verified) return undefined
    const [first, ...others] = doubtsOf(cloud)
    return question(
      messages.cloudVerified.cloudUncertain({ cloud: cloud.name }),
      first === undefined ? messages.cloudVerified.unverifiedWithoutReason : sentences(first, ...others),
    )
  },
}
