import type { DecisionBasis, DecisionDefinition } from '../../engine/decisions.ts'
import type { AcknowledgedGap } from '../../engine/procedure.ts'
import { type Attestation, type Finding, judge } from '../../engine/step/finding.ts'
import type { Reading } from '../../engine/step/proof.ts'
import { present } from '../../present.ts'
import type { Choices } from '../choices.ts'
import { answered, type CoverageAnswers, coverageItem, normalise, normaliseUnsure, openGaps } from './assess.ts'
import { coverageChecks, UNSURE } from './checks.ts'
import type { CoverageItemId } from './item-ids.ts'

/** Which apps, parts of apps and add-ins are used: what the key covers is assessed from it. */
export interface UseApps {
  readonly kind: 'use-apps'
  readonly apps: readonly CoverageItemId[]
  /** Of which the person doesn't know whether it is used. */
  readonly unsure?: readonly CoverageItemId[]
}

/** The person knows that this is not covered. */
export interface AcknowledgeGap {
  readonly kind: 'acknowledge-gap'
  readonly item: CoverageItemId
}

const answersIn = ({ coverage }: Choices): CoverageAnswers | undefined => coverage

/** True once the person has said what is used. */
export const isAnswered = (choices: Choices): boolean => answersIn(choices) !== undefined

/** What was assessed before any environment was chosen is about the one that is chosen first, and about no other. */
export const assessedBefore = ({ environmentId, coverage }: Choices): Choices =>
  environmentId === undefined && coverage ? { coverage } : {}

/** The gaps that a person said they know of. */
export const acknowledged = (choices: Choices): readonly AcknowledgedGap[] =>
  (answersIn(choices)?.acknowledged ?? []).map(({ item, by, at }) => {
    const { title, known } = coverageItem(item)
    return { key: item, title, ...present({ known }), by, at }
  })

const ofCoverage = ({ key }: Finding): boolean => coverageChecks.some((check) => check.key === key)

/** The same reading, judged by other answers: no service has to be asked again for what only the person knows. */
const rejudged = (reading: Reading, coverage: CoverageAnswers, now: number): Reading => ({
  ...reading,
  findings: [
    ...judge(coverageChecks, { environment: reading.environment, coverage }, now),
    ...reading.findings.filter((finding) => !ofCoverage(finding)),
  ],
})

/** Other answers count at once: a step that was open by the old ones may not be any more. */
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
  // Something is always used: an answer without any is not one.
  may: (_, { apps, unsure = [] }) => normalise(apps).length + normaliseUnsure(unsure, apps).length > 0,
  make(basis, said, now) {
    if (!basis.tenant) return {}
    const coverage = answered(answersIn(basis.choices), said, basis.tenant.account.userName, now)
    // What was confirmed of other answers is asked anew.
    return { ...withCoverage(basis, coverage, now), attestations: basis.attestations.filter(({ key }) => key !== UNSURE) }
  },
}

const gapsIn = (choices: Choices): readonly CoverageItemId[] => {
  const answers = answersIn(choices)
  return answers ? openGaps(answers) : []
}

/** How many gaps aren’t acknowledged yet. */
export const openGapsIn = (choices: Choices): number => gapsIn(choices).length

/** Answers that are open are one question: a person may go on without knowing. */
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
