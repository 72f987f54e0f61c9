import type { Pending, Receipt } from '../step/action.ts'
import type { Choices } from '../step/choices.ts'
import {
  type Attestation,
  blocks,
  type Finding,
  type FindingStatus,
  isStep,
  type SequenceId,
  STEP_IDS,
  type StepId,
} from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { recordIn, type StepRecord, type WizardContext } from './context.ts'
import type { EngagementEvent } from './from-main.ts'

/** What was on the disk of an engagement when it was opened: what cannot be observed, and what was last seen. */
export interface Remembered {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly savedAt: number
  readonly account: string
  readonly reached: StepId | 'closing'
  readonly choices: Choices
  readonly attestations: readonly Attestation[]
  readonly steps: Readonly<Record<StepId, RememberedStep>>
  /** What was found broken and what was done about it, as sentences. */
  readonly recovered: readonly string[]
}

export interface RememberedStep {
  readonly proved: boolean
  readonly findings: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
  readonly pending?: Pending
  readonly receipts: readonly Receipt[]
}

/** Something that reads otherwise than when it was recorded. */
export interface Difference {
  readonly step: StepId
  readonly key: string
  readonly title: string
  readonly was: string
  readonly is: string
}

const ORDER: readonly FindingStatus[] = ['pass', 'warning', 'unknown', 'fail']

const WORDS: Readonly<Record<FindingStatus, string>> = {
  pass: 'In order',
  warning: 'A warning',
  unknown: 'Unknown',
  fail: 'To be put right',
}

const inWords = (finding: Pick<Finding, 'status' | 'title'> | undefined): string =>
  finding ? `${WORDS[finding.status]}: ${finding.title}` : 'Not there'

/**
 * What is worse now than when it was recorded. A step that was waiting for Microsoft is expected to read otherwise, and one that
 * was never read has nothing to compare.
 */
export function differencesOf(remembered: Remembered, readings: readonly Reading[]): readonly Difference[] {
  // While the environment is being encrypted it is off: that it reads otherwise then says nothing.
  if (remembered.steps.membership.pending) return []
  return readings.flatMap((reading) => {
    const { stepId } = reading
    // An operation after the link has nothing remembered to compare with.
    if (!isStep(stepId)) return []
    const before = remembered.steps[stepId]
    if (before.findings.length === 0 || before.pending || reading.choiceMissing) return []
    const worse = reading.findings.flatMap((finding): Difference[] => {
      const was = before.findings.find(({ key }) => key === finding.key)
      const isWorse = was
        ? ORDER.indexOf(finding.status) > ORDER.indexOf(was.status)
        : before.proved && blocks(finding, remembered.attestations)
      return isWorse ? [{ step: stepId, key: finding.key, title: finding.title, was: inWords(was), is: inWords(finding) }] : []
    })
    if (!before.proved || reading.plan.length === 0) return worse
    const left = reading.plan.length === 1 ? 'One change is to be made' : `${reading.plan.length} changes are to be made`
    return [...worse, { step: stepId, key: 'plan', title: left, was: 'Nothing was left to make', is: left }]
  })
}

/** What stays of an engagement picked from the list until its tenant is open, refusals included. */
export function resuming({ request, environmentId, environment }: Extract<EngagementEvent, { type: 'RESUME' }>) {
  return { signIn: { request }, resumes: { environmentId, environment, tenant: request.tenant, cloud: request.cloud } }
}

/** The sequence as it was left: what was chosen, confirmed and done, and what still runs. Nothing counts as read. */
export function restored(remembered: Remembered): Pick<WizardContext, 'choices' | 'attestations' | 'steps' | 'remembered' | 'lastStep'> {
  const records = STEP_IDS.map((stepId): readonly [StepId, StepRecord] => {
    const { pending, receipts } = remembered.steps[stepId]
    return [stepId, { phase: pending ? 'waiting' : 'reading', receipts, ...(pending ? { pending } : {}) }]
  })
  const { choices, attestations, reached } = remembered
  return { remembered, lastStep: reached, choices, attestations, steps: Object.fromEntries(records) as WizardContext['steps'] }
}

/** Puts readings of all steps where each step's own would stand, and what differs beside them. What still runs goes on. */
export function compared(context: WizardContext, readings: readonly Reading[]): Pick<WizardContext, 'steps' | 'differences'> {
  const read = readings.map((reading): readonly [SequenceId, StepRecord] => {
    const before = recordIn(context, reading.stepId)
    return [reading.stepId, { ...before, reading, phase: before.pending ? before.phase : 'reviewing' }]
  })
  return {
    steps: { ...context.steps, ...Object.fromEntries(read) },
    differences: context.remembered ? differencesOf(context.remembered, readings) : [],
  }
}

/** Whether the person has to say how it goes on: something differs, or something was found broken. */
export const isToBeAnswered = ({ differences, remembered }: WizardContext): boolean =>
  (differences?.length ?? 0) > 0 || (remembered?.recovered.length ?? 0) > 0
