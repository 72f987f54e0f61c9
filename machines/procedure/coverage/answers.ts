import { type Finding, judge } from '../../engine/step/finding.ts'
import type { Reading } from '../../engine/step/proof.ts'
import type { WizardContext } from '../../engine/wizard/context.ts'
import { answered, type CoverageAnswers, normalise, openGaps } from './assess.ts'
import { coverageChecks } from './checks.ts'
import type { CoverageItemId } from './item-ids.ts'

const account = ({ tenant }: WizardContext): string => tenant?.account.userName ?? 'unknown account'

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
function withCoverage({ choices, steps }: WizardContext, coverage: CoverageAnswers, now: number): Pick<WizardContext, 'choices' | 'steps'> {
  const { integration } = steps
  const reading = integration?.reading
  return {
    choices: { ...choices, coverage },
    steps: integration && reading ? { ...steps, integration: { ...integration, reading: rejudged(reading, coverage, now) } } : steps,
  }
}

/** Something is always used: an answer without any is not one. */
export const mayUse = (apps: readonly CoverageItemId[]): boolean => normalise(apps).length > 0

export const mayAcknowledge = ({ choices }: WizardContext, item: CoverageItemId): boolean =>
  choices.coverage !== undefined && openGaps(choices.coverage).includes(item)

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export const usingApps = (context: WizardContext, apps: readonly CoverageItemId[], now: number): Partial<WizardContext> =>
  withCoverage(context, answered(context.choices.coverage, apps, account(context), now), now)

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function acknowledging(context: WizardContext, item: CoverageItemId, now: number): Partial<WizardContext> {
  const { coverage } = context.choices
  if (!coverage) return {}
  return withCoverage(context, { ...coverage, acknowledged: [...coverage.acknowledged, { item, by: account(context), at: now }] }, now)
}
