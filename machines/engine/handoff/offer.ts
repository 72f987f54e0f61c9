import type { DisplayText } from '../../messages/message.ts'
import { type Procedure, placeOf } from '../procedure.ts'
import type { Finding, Owner, SequenceId, StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { handStepTo, messages } from './messages.ts'

/** Who does a step for another person with this wizard. */
const isOther = (owner: Owner): owner is keyof typeof handStepTo => owner in handStepTo

/** Findings about what the account may do or reach, beside those whose key begins with `may-`. */
const ABOUT_THE_ACCOUNT: readonly string[] = [
  'account-of-this-tenant',
  'power-platform-administrator',
  'environment-in-sight',
  'subscription-usable',
]

/** True for what another account could do or read: no change of what was found is needed, only another person. */
const takesAnotherAccount = ({ key, status, refusal }: Finding): boolean =>
  status !== 'pass' && (refusal?.reason === 'forbidden' || key.startsWith('may-') || ABOUT_THE_ACCOUNT.includes(key))

/** The way that a finding about the account leaves open: another person does the step. Nothing where there is no such person. */
export function handingOverOf(
  procedure: Procedure,
  finding: Finding,
  id: SequenceId,
  { choiceMissing }: Pick<Reading, 'choiceMissing'>,
): { readonly step?: StepId; readonly title: DisplayText } | undefined {
  const { owner } = finding
  if (placeOf(procedure, id) === undefined || !isOther(owner) || !takesAnotherAccount(finding)) return undefined
  // Without an environment there is nothing to hand over yet: the other person begins.
  if (placeOf(procedure, id) === 1 && choiceMissing) return { title: messages.open }
  return { step: id, title: handStepTo[owner]({ number: placeOf(procedure, id) ?? 0 }) }
}
