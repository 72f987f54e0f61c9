import { answered, type CoverageAnswers, type CoverageItemId, normalise, openGaps } from '../coverage/assess.ts'
import type { WizardContext } from './context.ts'

const account = ({ tenant }: WizardContext): string => tenant?.account.userName ?? 'unknown account'

const withCoverage = ({ choices }: WizardContext, coverage: CoverageAnswers): Pick<WizardContext, 'choices'> => ({
  choices: { ...choices, coverage },
})

/** Something is always used: an answer without any is not one. */
export const mayUse = (apps: readonly CoverageItemId[]): boolean => normalise(apps).length > 0

export const mayAcknowledge = ({ choices }: WizardContext, item: CoverageItemId): boolean =>
  choices.coverage !== undefined && openGaps(choices.coverage).includes(item)

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export const usingApps = (context: WizardContext, apps: readonly CoverageItemId[], now: number): Partial<WizardContext> =>
  withCoverage(context, answered(context.choices.coverage, apps, account(context), now))

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function acknowledging(context: WizardContext, item: CoverageItemId, now: number): Partial<WizardContext> {
  const { coverage } = context.choices
  if (!coverage) return {}
  return withCoverage(context, { ...coverage, acknowledged: [...coverage.acknowledged, { item, by: account(context), at: now }] })
}
