import type { Action, Pending } from '../../engine/action.ts'
import { restsOnWord } from '../../engine/handoff/claims.ts'
import { type Attestation, blocks, type Finding } from '../../engine/step/finding.ts'
import { blockingFindings, isProved, type Reading } from '../../engine/step/proof.ts'
import { partsOf } from '../../engine/wizard/parts.ts'
import { asking } from '../../engine/wizard/step-asks.ts'
import { actions as known } from '../actions/registry.ts'
import { guideOf, STEP_IDS, type StepId } from '../procedure.ts'
import { elementOf, elementOfPart, type MapElement, PROVED_BY } from './elements.ts'

/** Most important first. `not-checked`: not read in this session. `checked`: read and fine, while its own step isn't done. */
export const MAP_STATES = ['action-required', 'confirm', 'running', 'not-checked', 'planned', 'missing', 'checked', 'verified'] as const
export type MapState = (typeof MAP_STATES)[number]

export interface MapFacts {
  readonly readings: Partial<Readonly<Record<StepId, Reading>>>
  /** When a change made a step's latest reading outdated, and thus absent here. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly oldSince?: Partial<Readonly<Record<StepId, number>>>
  /** Steps read beside others: their readings verify nothing. */
  readonly beside?: readonly StepId[]
  readonly attestations: readonly Attestation[]
  /** Last step whose plan counts: the current or next one. */
  readonly until: StepId
  readonly operationPlan: readonly Action[]
  readonly pending: readonly Pending[]
  readonly writing?: Action
  readonly locked?: boolean
  /** Its policy was read and can't use its key, even if a plan restores that. */
  readonly keyLost?: boolean
  /** The environment is in another policy than the chosen one; that policy and its key were not read. */
  readonly inOther?: boolean
  /** Microsoft couldn't finish the encryption. */
  readonly failed?: boolean
  readonly exists: Partial<Readonly<Record<MapElement, boolean>>>
}

export interface ElementState {
  readonly state: MapState
  readonly count?: number
  /** Findings behind the state, or to read beside it, worst first. */
  readonly findings: readonly Finding[]
  /** Confirmed by a person, because the account can't read it. */
  readonly onWord: boolean
}

const REALLY_OPEN: readonly Finding['status'][] = ['fail', 'unknown']

/** Plans of the current and earlier steps, and of the current operation. */
export function countedPlan({ readings, until, operationPlan }: MapFacts): readonly Action[] {
  const counted = STEP_IDS.slice(0, STEP_IDS.indexOf(until) + 1)
  return [...counted.flatMap((stepId) => readings[stepId]?.plan ?? []), ...operationPlan]
}

const changes = (element: MapElement, plan: readonly Action[]): boolean =>
  plan.some((action) => elementOfPart(known.definitionOf(action).part) === element)

export const isInPlan = (element: MapElement, facts: MapFacts): boolean => changes(element, countedPlan(facts))

/** Whether a change to it is being written or runs at the services. */
export function runningIn(element: MapElement, { pending, writing }: MapFacts): 'written' | 'followed' | undefined {
  if (writing && elementOfPart(known.definitionOf(writing).part) === element) return 'written'
  // A new version leaves everything as it was read.
  return pending.some((each) => !isCalm(each) && elementOfPart(known.startOf(each).part) === element) ? 'followed' : undefined
}

/** It runs for days, and nothing changes for the environment. */
const isCalm = (pending: Pending): boolean => {
  const { takesDays, unsettles } = known.waitOf(pending)
  return takesDays && !unsettles
}

export const isRotating = ({ pending }: Pick<MapFacts, 'pending'>): boolean => pending.some(({ kind }) => kind === 'rotation')

/** Whether the environment's data is being encrypted with another key. */
export const isEncrypting = ({ pending }: Pick<MapFacts, 'pending'>, purpose: 'link' | 'unlink'): boolean =>
  pending.some((each) => each.kind === 'operation' && 'purpose' in each && each.purpose === purpose)

function isRunning(element: MapElement, facts: MapFacts): boolean {
  // Encryption affects the whole environment and its app.
  if ((element === 'environment' || element === 'app') && (isEncrypting(facts, 'link') || isEncrypting(facts, 'unlink'))) return true
  // A role that was just given may not have taken effect, also where the step doesn't wait because something else is missing.
  const access = facts.readings[PROVED_BY.access]?.findings.find(({ key }) => key === 'key-access')
  if (element === 'access' && access?.status === 'warning') return true
  return runningIn(element, facts) !== undefined
}

/** State of one part. Pure. */
export function elementState(element: MapElement, facts: MapFacts): ElementState {
  const { readings, attestations } = facts
  const read = STEP_IDS.flatMap((stepId) => readings[stepId] ?? [])
  const ofIt = (finding: Finding) => elementOf(finding) === element
  const own = read.flatMap(({ findings }) => findings.filter(ofIt))
  const open = read.flatMap((each) => blockingFindings(each, attestations).filter(ofIt))
  const { actions, confirms } = asking(open)
  const unread = open.filter((finding) => !actions.includes(finding) && !confirms.includes(finding))
  const left = own.filter(({ status }) => status !== 'pass')
  const prove = readings[PROVED_BY[element]]?.findings ?? []
  const onWord =
    left.some((finding) => REALLY_OPEN.includes(finding.status) && !blocks(finding, attestations)) ||
    // Unread: it has the state of its step.
    (facts.exists[element] === undefined && prove.some((finding) => restsOnWord(finding) && !blocks(finding, attestations)))
  const told = {
    findings: [...actions, ...confirms, ...left.filter((finding) => !actions.includes(finding) && !confirms.includes(finding))],
    onWord,
  }
  if (actions.length > 0) return { state: 'action-required', count: actions.length, ...told }
  if (confirms.length > 0) return { state: 'confirm', count: confirms.length, ...told }
  if (isRunning(element, facts)) return { state: 'running', ...told }
  // What would resume it is planned, and hasn't begun.
  if (facts.failed && !facts.locked && !facts.keyLost && element === 'membership') return { state: 'action-required', ...told }
  if (unread.length > 0) return { state: 'not-checked', ...told }
  // An operation's plan is ignored until it runs, so that viewing its page doesn't open the lock.
  if (changes(element, countedPlan({ ...facts, operationPlan: [] }))) return { state: 'planned', ...told }
  const state = settled(element, facts)
  return { state: state !== 'verified' && isInPlan(element, facts) ? 'planned' : state, ...told }
}

/** State without open, running or planned work: present, absent or unread. */
function settled(element: MapElement, { readings, beside, attestations, exists, inOther }: MapFacts): MapState {
  if (inOther && PROVED_BY[element] === PROVED_BY.policy) return 'not-checked'
  const reading = readings[PROVED_BY[element]]
  const inOrder = beside?.includes(PROVED_BY[element]) ? 'checked' : 'verified'
  if (isProved(reading, attestations)) return inOrder
  if (exists[element] === false) return 'missing'
  if (!reading || reading.choiceMissing) return 'not-checked'
  const unproved = partsOf(guideOf(PROVED_BY[element]), known, reading, attestations).some(
    ({ part, state }) => elementOfPart(part) === element && (state === 'open' || state === 'fail'),
  )
  if (unproved || exists[element] === undefined) return 'not-checked'
  // The app exists, but not its integration.
  if (element === 'app' && reading.findings.some((each) => elementOf(each) === 'integration' && each.status === 'fail')) return 'checked'
  // It exists, and a later step changes it.
  return changes(element, reading.plan) ? 'planned' : inOrder
}
