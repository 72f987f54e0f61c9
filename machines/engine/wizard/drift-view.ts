import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { messages } from '../drift/messages.ts'
import { changeId, countingSnooze, maySnooze, subjectOf } from '../drift/review.ts'
import type { WizardContext } from './context.ts'
import { problemView } from './step-view.ts'
import type { DriftView } from './view-of-side-pages.ts'

/** The baseline compared with the current state; undefined without a baseline. @param now milliseconds since 1970-01-01T00:00:00Z */
export function driftView(context: WizardContext, reading: boolean, now: number): DriftView | undefined {
  const { atEnd, drift, problems } = context
  if (!atEnd) return undefined
  return {
    endAt: atEnd.at,
    endBy: atEnd.by,
    reading,
    ...(drift ? { comparedAt: drift.at } : {}),
    changes: (drift?.changes ?? []).map((change) => {
      const { step: _step, key: _key, what: _what, state: _state, acceptable, ...shown } = change
      const { until, reason, by } = countingSnooze(context, change, now) ?? {}
      return {
        key: changeId(change),
        what: subjectOf(context, change),
        ...shown,
        mayAccept: acceptable !== undefined,
        maySnooze: maySnooze(context, change),
        ...(until === undefined || by === undefined ? {} : { snoozed: { until, by, reason: reason ?? '' } }),
      }
    }),
    accepted: (atEnd.reviews ?? [])
      .filter(({ answer }) => answer === 'accepted')
      .map(({ what, was, is, reason = '', by, at }) => ({ what, was, is, reason, by, at })),
    ...defined({ problem: problems.drift && problemView(problems.drift) }),
  }
}

/** One sentence for the live region, if there is news. */
export function driftAnnouncement(drift: DriftView | undefined): DisplayText | undefined {
  if (drift?.reading) return messages.comparing
  if (drift?.problem) return titled(drift.problem.title, drift.problem.remedy)
  if (drift?.comparedAt === undefined) return undefined
  const count = drift.changes.filter(({ snoozed }) => snoozed === undefined).length
  return count === 0 ? messages.unchanged : messages.changed({ count })
}
