import { defined } from '../../defined.ts'
import type { DecisionBasis, DecisionDefinition } from '../../engine/decisions.ts'
import type { AcknowledgedGap } from '../../engine/procedure.ts'
import { type Attestation, type Finding, judge } from '../../engine/step/finding.ts'
import type { Reading } from '../../engine/step/proof.ts'
import type { Choices } from '../choices.ts'
import { answered, type CoverageAnswers, coverageItem, normalise, normaliseUnsure, openGaps } from './assess.ts'
import { coverageChecks, UNSURE } from './checks.ts'
import type { CoverageItemId } from './item-ids.ts'

export interface UseApps {
  readonly kind: 'use-apps'
  readonly apps: readonly CoverageItemId[]
  readonly unsure?: readonly CoverageItemId[]
}

export interface AcknowledgeGap {
  readonly kind: 'acknowledge-gap'
  readonly item: CoverageItemId
}

const answersIn = ({ coverage }: Choices): CoverageAnswers | undefined => coverage

export const isAnswered = (choices: Choices): boolean => answersIn(choices) !== undefined

/** An assessment made before any choice applies to the first chosen environment only. */
export const assessedBefore = ({ environmentId, coverage }: Choices): Choices =>
  environmentId === undefined && coverage ? { coverage } : {}

export const acknowledged = (choices: Choices): readonly AcknowledgedGap[] =>
  (answersIn(choices)?.acknowledged ?? []).map(({ item, by, at }) => {
    const { title, known } = coverageItem(item)
    return { key: item, title, ...defined({ known }), by, at }
  })

const ofCoverage = ({ key }: Finding): boolean => coverageChecks.some((check) => check.key === key)

/** Judges the same reading with new answers; no service has to be asked. */
const rejudged = (reading: Reading, coverage: CoverageAnswers, now: number): Reading => ({
  ...reading,
  findings: [
    ...judge(coverageChecks, { environment: reading.environment, coverage }, now),
    ...reading.findings.filter((finding) => !ofCoverage(finding)),
  ],
})

/** New answers apply at once and can close an open step. */
function withCoverage({ choices: before, steps }: DecisionBasis, coverage: CoverageAnswers, now: number) {
  const { integration } = steps
  const reading = integration?.reading
  const choices: Choices = { ...before, coverage }
  return {
    choices,
    steps: integration && reading ? { ...steps, integration: { ...integration, reading: rejudged(reading, coverage, now) } } : steps,
  }
}

export const useApps: DecisionDefinition<UseApps> = {
  kind: 'use-apps',
  place: { coverage: 'answering' },
  // An answer without any app is invalid.
  may: (_, { apps, unsure = [] }) => normalise(apps).length + normaliseUnsure(unsure, apps).length > 0,
  make(basis, said, now) {
    if (!basis.tenant) return {}
    const coverage = answered(answersIn(basis.choices), said, basis.tenant.account.userName, now)
    // Confirmations for other answers expire.
    return { ...withCoverage(basis, coverage, now), attestations: basis.attestations.filter(({ key }) => key !== UNSURE) }
  },
}

const gapsIn = (choices: Choices): readonly CoverageItemId[] => {
  const answers = answersIn(choices)
  return answers ? openGaps(answers) : []
}

export const openGapsIn = (choices: Choices): number => gapsIn(choices).length

/** All unknown items form one question, which can be confirmed. */
export const openQuestions = (choices: Choices, attestations: readonly Attestation[]): number =>
  (answersIn(choices)?.unsure ?? []).length > 0 && !attestations.some(({ key }) => key === UNSURE) ? 1 : 0

export const acknowledgeGap: DecisionDefinition<AcknowledgeGap> = {
  kind: 'acknowledge-gap',
  place: { coverage: 'assessed' },
  isOpen: ({ choices }) => openGapsIn(choices) > 0,
  may: ({ choices }, { item }) => gapsIn(choices).includes(item),
  make(basis, { item }, now) {
    const coverage = answersIn(basis.choices)
    if (!coverage || !basis.tenant) return {}
    const by = basis.tenant.account.userName
    return withCoverage(basis, { ...coverage, acknowledged: [...coverage.acknowledged, { item, by, at: now }] }, now)
  },
}
