import type { Choices, HandoffClaims } from '../choices.ts'
import type { Decision } from '../decision.ts'
import type { Baseline } from '../drift/baseline.ts'
import type { Attestation } from '../step/finding.ts'

/** Something that a person said, in a form that can be said again. */
export type Said =
  | { readonly decision: Decision; readonly at: number }
  | { readonly attestation: Attestation }
  /** The newest review of a change since the baseline. */
  | { readonly reviewed: Baseline }
  /** A hand-over was taken over, with what it chose. */
  | { readonly told: HandoffClaims; readonly chosen: Choices }

function subjectOf(said: Said): string {
  if ('decision' in said) return JSON.stringify(said.decision)
  if ('attestation' in said) return said.attestation.key
  return 'told' in said ? 'told' : `${said.reviewed.at} ${said.reviewed.reviews?.length}`
}

/** Said once more, it counts as the newest. */
export const saying = ({ said }: { readonly said: readonly Said[] }, newest: Said): { readonly said: readonly Said[] } => ({
  said: [...said.filter((each) => subjectOf(each) !== subjectOf(newest)), newest],
})
