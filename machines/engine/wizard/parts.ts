import { definitionOf } from '../../procedure/actions/registry.ts'
import { type Attestation, blocks, type Finding, type Part, type StepId } from '../step/finding.ts'
import { isPlanned, type Reading } from '../step/proof.ts'
import type { StepperEntry } from './view.ts'

interface Listed {
  readonly part: Part
  readonly title: string
  /** Keys of the checks that are about the part itself: without one of them it is not known to be in order. */
  readonly proof: readonly string[]
}

/** The parts that the list of steps shows below the step on screen, in the order of the work. */
const PARTS: Readonly<Record<StepId, readonly Listed[]>> = {
  integration: [],
  environment: [],
  policy: [
    { part: 'subscription', title: 'Subscription', proof: ['provider-registered'] },
    { part: 'vault', title: 'Key vault', proof: ['vault-readable'] },
    { part: 'key', title: 'Key', proof: ['key-readable', 'key-within-network'] },
    { part: 'policy', title: 'Policy', proof: ['policy-readable'] },
    { part: 'access', title: 'Access to the vault', proof: ['key-access'] },
    { part: 'reader', title: 'Reader for the admin', proof: ['reader-on-policy'] },
  ],
  membership: [
    { part: 'managed', title: 'Managed Environment', proof: ['managed-environment'] },
    { part: 'link', title: 'Policy and environment', proof: ['linked-to-policy'] },
  ],
}

/** Whether a finding is of this check: one that can be about another thing later names that as well. */
const isOf = ({ key }: Finding, check: string): boolean => key === check || key.startsWith(`${check}:`)

/**
 * What a reading says of each part: the worst of its findings, else whether something is planned for it. In order is only what a check of
 * the part itself has read: other checks pass beside what nobody could read, and a person's word is no reading.
 */
export function partsOf(stepId: StepId, reading: Reading | undefined, attestations: readonly Attestation[]): StepperEntry['parts'] {
  return PARTS[stepId].map(({ part, title, proof }) => {
    if (!reading) return { part, title, state: 'open' as const }
    const findings = reading.findings.filter((finding) => finding.part === part)
    const planned = reading.plan.some((action) => definitionOf(action).part === part)
    const blocking = findings.filter((finding) => blocks(finding, attestations))
    if (blocking.some((finding) => !isPlanned(finding, reading.plan))) return { part, title, state: 'fail' as const }
    if (planned || blocking.length > 0) return { part, title, state: 'planned' as const }
    const proving = findings.filter((finding) => proof.some((check) => isOf(finding, check)))
    if (proving.length === 0) return { part, title, state: 'open' as const }
    const onWord = [...proving, ...findings.filter(({ refusal }) => refusal)].some(({ status }) => status === 'unknown')
    if (onWord) return { part, title, state: 'confirmed' as const }
    return { part, title, state: findings.some(({ status }) => status === 'warning') ? ('warning' as const) : ('pass' as const) }
  })
}
