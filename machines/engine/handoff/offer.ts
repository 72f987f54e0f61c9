import type { DisplayText } from '../../messages/message.ts'
import { type Procedure, placeOf } from '../procedure.ts'
import type { Finding, SequenceId, StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { messages } from './messages.ts'

const takesAnotherAccount = ({ status, refusal, aboutAccount }: Finding): boolean =>
  status !== 'pass' && (refusal?.reason === 'forbidden' || aboutAccount !== undefined)

/** Offer to hand the step over, if someone can take it. */
export function handingOverOf(
  procedure: Procedure,
  finding: Finding,
  id: SequenceId,
  { choiceMissing }: Pick<Reading, 'choiceMissing'>,
): { readonly step?: StepId; readonly title: DisplayText } | undefined {
  const number = placeOf(procedure, id)
  const handStepTo = procedure.owners.find((owner) => owner.id === finding.owner)?.handStepTo
  if (number === undefined || !handStepTo || !takesAnotherAccount(finding)) return undefined
  // Without an environment the other person must begin.
  if (number === 1 && choiceMissing) return { title: messages.open }
  return { step: id, title: handStepTo({ number }) }
}
