import { mayBeScheduled, type Procedure } from '../procedure.ts'
import type { StepContext } from '../step/context.ts'
import type { SequenceId } from '../step/finding.ts'
import { isOpenEnded, timeNeeded } from '../step/maintenance-window.ts'
import type { Schedule } from '../step/scheduled.ts'
import type { OutageView, StepPhase, StepView } from './view-of-step.ts'

const outageOf = ({ actions }: Procedure, { window, plan }: Schedule): OutageView => ({
  at: window.from,
  timeZone: window.timeZone,
  end: window.from + timeNeeded(actions, plan),
  ...(isOpenEnded(actions, plan) ? { openEnded: true as const } : {}),
})

/** The schedule, or one that didn't start and is still needed. */
export function scheduleOf(
  procedure: Procedure,
  { schedule, unstarted, isJustCanceled }: StepContext,
  phase: StepPhase,
  proved: boolean,
): Pick<StepView, 'schedule' | 'unstarted'> {
  if (phase === 'reviewing' && unstarted && !proved) {
    const { how } = unstarted
    return { unstarted: { ...outageOf(procedure, unstarted.schedule), how, ...(isJustCanceled ? { isNews: true as const } : {}) } }
  }
  if ((phase !== 'scheduled' && phase !== 'confirming') || !schedule) return {}
  return { schedule: outageOf(procedure, schedule) }
}

/** Possible starts after the confirmation; undefined if the plan can't be scheduled. */
export function startsOf(
  procedure: Procedure,
  stepId: SequenceId,
  { schedule, unstarted, isTimeAsked, reading }: StepContext,
): NonNullable<StepView['confirmation']>['starts'] {
  if (!mayBeScheduled(procedure, stepId, reading?.plan ?? [])) return undefined
  const isLater = schedule ? isTimeAsked : unstarted?.how === 'not-started'
  return isLater ? { chosen: 'later' } : {}
}
