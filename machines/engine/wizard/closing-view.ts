import { defined } from '../../defined.ts'
import { verbatim } from '../../messages/message.ts'
import { guideOf, stepIds } from '../procedure.ts'
import type { WizardContext } from './context.ts'
import { recordIn } from './context.ts'
import { unsettles } from './recovery.ts'
import type { StepRecord } from './step-record.ts'
import { findingView, receiptViews } from './step-view.ts'
import type { ClosingView } from './view.ts'
import type { FindingView } from './view-of-step.ts'

/** The findings of all steps, as they were read last. */
export const findingsOfAll = (context: WizardContext): readonly FindingView[] =>
  stepIds(context.procedure).flatMap((stepId) => {
    const { reading } = recordIn(context, stepId)
    return reading ? reading.findings.map((finding) => findingView(context.procedure, finding, reading, context.attestations)) : []
  })

/** A change that took users offline has ended, no matter who started it. */
const isAfterOutage = ({ procedure: { actions } }: WizardContext, records: readonly StepRecord[]): boolean =>
  records.some(({ receipts, pending: running }) =>
    receipts.some(
      ({ pending, ended }) => unsettles(actions, pending) && (ended === undefined ? running === undefined : ended === 'succeeded'),
    ),
  )

/** The end: what was done, and who confirmed what. What was verified is in the procedure's own words. */
export function closingView(context: WizardContext, findings: readonly FindingView[], checking: boolean): ClosingView {
  const last = stepIds(context.procedure).at(-1)
  const records = stepIds(context.procedure).map((stepId) => recordIn(context, stepId))
  return {
    // The last step shows the end: what the page claims rests on its reading.
    ...defined({ checkedAt: last === undefined ? undefined : recordIn(context, last).reading?.readAt }),
    checking,
    isAfterOutage: isAfterOutage(context, records),
    receipts: records.flatMap(({ receipts, pending }) => receiptViews(receipts, pending)),
    windows: stepIds(context.procedure).flatMap((stepId) => {
      const { window } = recordIn(context, stepId)
      return window ? [{ title: guideOf(context.procedure, stepId).title, ...window }] : []
    }),
    attestations: context.attestations.map(({ key, by, at, title }) => ({
      title: findings.find((finding) => finding.key === key)?.title ?? title ?? verbatim(key),
      by,
      at,
    })),
    warnings: findings.filter((finding) => finding.status === 'warning'),
  }
}
