import { type Finding, isStep, type Owner, placeOf, type SequenceId, type StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'

/** Who does a step for somebody else with this wizard, in the middle of a sentence. */
const OTHERS: Readonly<Partial<Record<Owner, string>>> = {
  'key-vault-administrator': 'the key vault administrator',
  'power-platform-administrator': 'the Power Platform administrator',
  customer: 'a user of this tenant',
}

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
  finding: Finding,
  id: SequenceId,
  { choiceMissing }: Pick<Reading, 'choiceMissing'>,
): { readonly step?: StepId; readonly title: string } | undefined {
  const other = OTHERS[finding.owner]
  if (!isStep(id) || other === undefined || !takesAnotherAccount(finding)) return undefined
  // Without an environment there is nothing to hand over yet: the other person begins.
  if (id === 'integration' && choiceMissing) return { title: 'Open a hand-over file' }
  return { step: id, title: `Hand step ${placeOf(id)} to ${other}` }
}
