import { defined } from '#machines/defined.ts'
import type { Proposing } from '../operation.ts'
import type { ProposedFacts } from './protection.ts'

/** Proposed protections: a pilot's before a template's, as in step 3. */
export function proposedBy({ template, proposal }: Proposing): ProposedFacts | undefined {
  const { protection } = (proposal ?? { template }).template ?? {}
  if (!protection) return undefined
  if (!proposal) return { by: 'template', from: template?.name ?? '', isElsewhere: false, protection }
  const { from, subscriptionId, auditLog, mail } = proposal
  // Values of the pilot's tenant are only in proposals for the same tenant.
  return { by: 'pilot', from, isElsewhere: subscriptionId === undefined, protection, ...defined({ auditLog, mail }) }
}
