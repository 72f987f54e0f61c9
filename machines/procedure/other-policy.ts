import type { Reading } from '../engine/step/proof.ts'
import { policyId, sameId } from './ids.ts'

interface WantedPolicy {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly policyName: string
}

/** It is in a policy, also where the policy's ID couldn't be read. */
export const isInPolicy = ({ heldBy, heldUnnamed }: NonNullable<Reading['environment']>): boolean =>
  heldBy !== undefined || heldUnnamed === true

/** The environment is in another policy than the one that is wanted. @param heldBy Azure's ID of the policy that it is in */
export const isElsewhere = (wanted: WantedPolicy | undefined, heldBy: string | undefined): boolean =>
  wanted !== undefined && heldBy !== undefined && !sameId(policyId(wanted.subscriptionId, wanted.resourceGroup, wanted.policyName), heldBy)
