import type { DisplayText } from '../../messages/message.ts'
import type { Actions } from '../action.ts'
import { type Attestation, blocks, type Finding, type Part } from '../step/finding.ts'
import type { Guide } from '../step/guide.ts'
import { currentOf, isPlanned, type Reading } from '../step/proof.ts'

/** State of a part of a step. */
export interface PartState {
  readonly part: Part
  readonly title: DisplayText
  /** `confirmed`: on a person's word, because the services could not be read for it; `open`: not known yet. */
  readonly state: 'pass' | 'confirmed' | 'warning' | 'fail' | 'planned' | 'open'
}

/** True if the finding is of this check. A check with changing subjects adds the subject to its key. */
const isOf = ({ key }: Finding, check: string): boolean => key === check || key.startsWith(`${check}:`)

/**
 * State of each part in a reading: its worst finding, otherwise whether a change is planned. Only a part's own check can make it verified:
 * other checks pass despite unreadable facts, and a person's confirmation is no reading.
 */
export function partsOf(
  guide: Guide,
  actions: Actions,
  reading: Reading | undefined,
  attestations: readonly Attestation[],
): readonly PartState[] {
  return guide.parts.map(({ part, title, proof }) => {
    if (!reading || !currentOf(reading)) return { part, title, state: 'open' as const }
    const findings = reading.findings.filter((finding) => finding.part === part)
    const planned = reading.plan.some((action) => actions.definitionOf(action).part === part)
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
