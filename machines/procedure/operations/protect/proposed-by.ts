import { present } from '../../../present.ts'
import type { Proposing } from '../operation.ts'
import type { ProposedFacts } from './protection.ts'

/** What is proposed for the key: by a pilot before a template, as in step 3. */
export function proposedBy({ template, proposal }: Proposing): ProposedFacts | undefined {
  const { protection } = (proposal ?? { template }).template ?? {}
  if (!protection) return undefined
  if (!proposal) return { by: 'template', from: template?.name ?? '', isElsewhere: false, protection }
  const { from, subscriptionId, auditLog, mail } = proposal
  // What belongs to the pilot's tenant is in a proposal for the same tenant alone.
  return { by: 'pilot', from, isElsewhere: subscriptionId === undefined, protection, ...present({ auditLog, mail }) }
}
