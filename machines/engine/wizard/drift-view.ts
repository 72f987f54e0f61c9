import type { DisplayText } from '../../messages/message.ts'
import { titled } from '../../messages/sentences.ts'
import { messages } from '../drift/messages.ts'
import { guideOf } from '../procedure.ts'
import type { WizardContext } from './context.ts'
import { problemView } from './step-view.ts'
import type { DriftView } from './view-of-side-pages.ts'

/** What was true at the end against what is true now; nothing where no end is on record. */
export function driftView({ procedure, atEnd, drift, driftProblem }: WizardContext, reading: boolean): DriftView | undefined {
  if (!atEnd) return undefined
  return {
    endAt: atEnd.at,
    endBy: atEnd.by,
    reading,
    ...(drift ? { comparedAt: drift.at } : {}),
    changes: (drift?.changes ?? []).map(({ step, key, what, ...change }) => ({
      key: `${step} ${key}`,
      what: what ?? guideOf(procedure, step).title,
      ...change,
    })),
    ...(driftProblem ? { problem: problemView(driftProblem) } : {}),
  }
}

/** One sentence for the live region; nothing while there is nothing to say of it. */
export function driftAnnouncement(drift: DriftView | undefined): DisplayText | undefined {
  if (drift?.reading) return messages.comparing
  if (drift?.problem) return titled(drift.problem.title, drift.problem.remedy)
  if (drift?.comparedAt === undefined) return undefined
  const count = drift.changes.length
  return count === 0 ? messages.unchanged : messages.changed({ count })
}
