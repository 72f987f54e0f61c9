import type { Action, Pending } from '../../engine/action.ts'
import { type Attestation, blocks, type Finding } from '../../engine/step/finding.ts'
import { isPlanned, isProved, type Reading } from '../../engine/step/proof.ts'
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
  /** The newest reading of each step. */
  readonly readings: Partial<Readonly<Record<StepId, Reading>>>
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
  /** The environment is locked, or the policy that holds it was read, and can't use its key: also where a change that is planned restores that. */
  readonly keyLost?: boolean
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

/** What runs at the services belongs to the part that its action changes. */
const isPending = (element: MapElement, { pending }: MapFacts): boolean =>
  pending.some((each) => elementOfPart(known.startOf(each).part) === element)

/** True while the environment's data is being encrypted with another key. */
export const isEncrypting = ({ pending }: Pick<MapFacts, 'pending'>, purpose: 'link' | 'unlink'): boolean =>
  pending.some((each) => each.kind === 'operation' && 'purpose' in each && each.purpose === purpose)

function isRunning(element: MapElement, facts: MapFacts): boolean {
  const { writing } = facts
  // While it is encrypted, all of the environment and of the app in it is.
  if ((element === 'environment' || element === 'app') && (isEncrypting(facts, 'link') || isEncrypting(facts, 'unlink'))) return true
  return isPending(element, facts) || (writing !== undefined && elementOfPart(known.definitionOf(writing).part) === element)
}

/** How one part of the map stands. Pure: the same readings give the same map, list of steps, and findings. */
export function elementState(element: MapElement, facts: MapFacts): ElementState {
  const { readings, attestations } = facts
  const own = STEP_IDS.flatMap((stepId) => {
    const reading = readings[stepId]
    return (reading?.findings ?? [])
      .filter((finding) => elementOf(finding) === element)
      .map((finding) => ({ finding, planned: reading !== undefined && isPlanned(finding, reading.plan) }))
  })
  const open = own.filter(({ finding, planned }) => !planned && blocks(finding, attestations)).map(({ finding }) => finding)
  const { actions, confirms } = asking(open)
  const unread = open.filter((finding) => !actions.includes(finding) && !confirms.includes(finding))
  const left = own.map(({ finding }) => finding).filter(({ status }) => status !== 'pass')
  const onWord = left.some((finding) => REALLY_OPEN.includes(finding.status) && !blocks(finding, attestations))
  const told = {
    findings: [...actions, ...confirms, ...left.filter((finding) => !actions.includes(finding) && !confirms.includes(finding))],
    onWord,
  }
  if (actions.length > 0) return { state: 'action-required', count: actions.length, ...told }
  if (confirms.length > 0) return { state: 'confirm', count: confirms.length, ...told }
  if (isRunning(element, facts)) return { state: 'running', ...told }
  if (unread.length > 0) return { state: 'not-checked', ...told }
  if (isInPlan(element, facts)) return { state: 'planned', ...told }
  return { state: settled(element, facts), ...told }
}

/** What is neither open, running nor planned: there and read, read and not there, or not read. */
function settled(element: MapElement, { readings, beside, attestations, exists }: MapFacts): MapState {
  const reading = readings[PROVED_BY[element]]
  const inOrder = beside?.includes(PROVED_BY[element]) ? 'checked' : 'verified'
  if (isProved(reading, attestations)) return inOrder
  if (exists[element] === false) return 'missing'
  if (!reading || reading.choiceMissing) return 'not-checked'
  const unproved = partsOf(guideOf(PROVED_BY[element]), known, reading, attestations).some(
    ({ part, state }) => elementOfPart(part) === element && (state === 'open' || state === 'fail'),
  )
  if (unproved || exists[element] === undefined) return 'not-checked'
  // It is there, and a step that comes later still changes it.
  return changes(element, reading.plan) ? 'planned' : inOrder
}
