import type { Action, Pending } from '../../engine/action.ts'
import { restsOnWord } from '../../engine/handoff/claims.ts'
import { type Attestation, blocks, type Finding } from '../../engine/step/finding.ts'
import { blockingFindings, isProved, type Reading } from '../../engine/step/proof.ts'
import { partsOf } from '../../engine/wizard/parts.ts'
import { asking } from '../../engine/wizard/step-asks.ts'
import { actions as known } from '../actions/registry.ts'
import { guideOf, STEP_IDS, type StepId } from '../procedure.ts'
import { elementOf, elementOfPart, type MapElement, PROVED_BY } from './elements.ts'

/**
 * The one that matters most comes first. `not-checked`: not read in this session, so nothing is said of it. `checked`: read in order beside
 * the steps, while the step that proves it isn't done.
 */
export const MAP_STATES = ['action-required', 'confirm', 'running', 'not-checked', 'planned', 'missing', 'checked', 'verified'] as const
export type MapState = (typeof MAP_STATES)[number]

/** Everything that the states of the Key Map follow from: the readings that the list of steps and the findings follow from as well. */
export interface MapFacts {
  readonly readings: Partial<Readonly<Record<StepId, Reading>>>
  /** When a change made the newest reading of a step old: it is none of these readings. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly oldSince?: Partial<Readonly<Record<StepId, number>>>
  /** The steps that were only read beside the others: what their readings show verifies nothing. */
  readonly beside?: readonly StepId[]
  readonly attestations: readonly Attestation[]
  /** The last step whose plan counts: the one on screen, or the one to be continued with. */
  readonly until: StepId
  /** What an operation after the steps would write. */
  readonly operationPlan: readonly Action[]
  /** What the services continue with. */
  readonly pending: readonly Pending[]
  /** What is being written. */
  readonly writing?: Action
  /** The environment was locked when it was read. */
  readonly locked?: boolean
  /** The policy that holds it was read, and can't use its key: also where a change that is planned restores that. */
  readonly keyLost?: boolean
  /** Another policy was chosen than the one that holds the environment: of that one and its key nothing was read. */
  readonly inOther?: boolean
  /** Whether each of these is there, as far as it was read. */
  readonly exists: Partial<Readonly<Record<MapElement, boolean>>>
}

export interface ElementState {
  readonly state: MapState
  /** How many findings ask for it: only where action is required, or something is to be confirmed. */
  readonly count?: number
  /** The findings that the state comes from, or that are left to be read beside it, worst first. */
  readonly findings: readonly Finding[]
  /** On a person's word, because the services could not be read for it. */
  readonly onWord: boolean
}

const REALLY_OPEN: readonly Finding['status'][] = ['fail', 'unknown']

/** The plans that count: of the step on screen and of those before it, and of the operation on screen. */
export function countedPlan({ readings, until, operationPlan }: MapFacts): readonly Action[] {
  const counted = STEP_IDS.slice(0, STEP_IDS.indexOf(until) + 1)
  return [...counted.flatMap((stepId) => readings[stepId]?.plan ?? []), ...operationPlan]
}

const changes = (element: MapElement, plan: readonly Action[]): boolean =>
  plan.some((action) => elementOfPart(known.definitionOf(action).part) === element)

/** Whether a change that counts creates or alters it. */
export const isInPlan = (element: MapElement, facts: MapFacts): boolean => changes(element, countedPlan(facts))

/** Whether a change is made to it now, or one that was made continues at the services. */
export function runningIn(element: MapElement, { pending, writing }: MapFacts): 'written' | 'followed' | undefined {
  if (writing && elementOfPart(known.definitionOf(writing).part) === element) return 'written'
  return pending.some((each) => elementOfPart(known.startOf(each).part) === element) ? 'followed' : undefined
}

/** True while the environment's data is being encrypted with another key. */
export const isEncrypting = ({ pending }: Pick<MapFacts, 'pending'>, purpose: 'link' | 'unlink'): boolean =>
  pending.some((each) => each.kind === 'operation' && 'purpose' in each && each.purpose === purpose)

function isRunning(element: MapElement, facts: MapFacts): boolean {
  // While it is encrypted, all of the environment and of the app in it is.
  if ((element === 'environment' || element === 'app') && (isEncrypting(facts, 'link') || isEncrypting(facts, 'unlink'))) return true
  return runningIn(element, facts) !== undefined
}

/** How one part of the map stands. Pure: the same readings give the same map, list of steps, and findings. */
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
    // Nothing of it was read: it counts as the step does that proves it.
    (facts.exists[element] === undefined && prove.some((finding) => restsOnWord(finding) && !blocks(finding, attestations)))
  const told = {
    findings: [...actions, ...confirms, ...left.filter((finding) => !actions.includes(finding) && !confirms.includes(finding))],
    onWord,
  }
  if (actions.length > 0) return { state: 'action-required', count: actions.length, ...told }
  if (confirms.length > 0) return { state: 'confirm', count: confirms.length, ...told }
  if (isRunning(element, facts)) return { state: 'running', ...told }
  if (unread.length > 0) return { state: 'not-checked', ...told }
  // What an operation would change is there as it was read until it is changed: looking at its page opens no lock.
  if (changes(element, countedPlan({ ...facts, operationPlan: [] }))) return { state: 'planned', ...told }
  const state = settled(element, facts)
  return { state: state !== 'verified' && isInPlan(element, facts) ? 'planned' : state, ...told }
}

/** What is neither open, running nor planned: there and read, read and not there, or not read. */
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
  // The app is there, and what the key reaches it through isn't.
  if (element === 'app' && reading.findings.some((each) => elementOf(each) === 'integration' && each.status === 'fail')) return 'checked'
  // It is there, and a step that comes later still changes it.
  return changes(element, reading.plan) ? 'planned' : inOrder
}
