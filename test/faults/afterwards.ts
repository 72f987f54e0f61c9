import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { decide } from '#machines/procedure/decide.ts'
import type { StepView, WizardView } from '#messages/view.ts'
import { LANDSCAPE_IDS, landscape } from '#node/practice/landscape.ts'
import { PEOPLE } from '#node/practice/people.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { adaOwns, kimOwns, outOfReach, policyInPlace, REGION } from '#node/practice/scenario-parts.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import type { OwnWay, PersonsEnd, Told } from './person.ts'

/* After the four steps: other environments are added to the policy, then the key is protected. */

function caseOf(name: string): Scenario {
  const found = scenarioByName(name)
  if (!found) throw new Error(`There is no scenario ${name}.`)
  return found
}

/** Not among the practice cases: the first of six environments is in the policy already, so that a walk begins where this is about. */
export const AFTERWARDS: Scenario = {
  ...caseOf('landscape'),
  build(world) {
    kimOwns(world)
    adaOwns(world)
    const [first] = landscape(world, outOfReach)
    if (first) world.encrypted(first, policyInPlace(world))
    world.workspace(world.group('rg-log-contoso', REGION), 'log-contoso')
  },
}

/** Its name beside those of the practice cases. */
export const AFTERWARDS_NAME = 'afterwards'

/** In which order the others are added: sandboxes first. */
export const OTHERS = [LANDSCAPE_IDS.test, LANDSCAPE_IDS.copy, LANDSCAPE_IDS.train, LANDSCAPE_IDS.production] as const

/** Requests that only adding one of the others makes. */
export const isOfAdding = (path: string): boolean => OTHERS.some((id) => path.toLowerCase().includes(id))

/** Requests that only protecting the key makes. */
export const isOfProtecting = (path: string): boolean =>
  /\/(locks|diagnosticSettings|rotationpolicy|workspaces|eventSubscriptions|systemTopics|actionGroups)(\/|$)/i.test(path)

/** Tasks of a walk after the four steps. */
export interface Afterwards {
  /** IDs of the environments that are added, in their order. */
  readonly toAdd: readonly string[]
  readonly protects: boolean
}

/** From where a walk begins, and what it does after the four steps; absent: it ends with them. */
export interface Way {
  readonly scenario: Scenario
  readonly after?: Afterwards
}

/** Apart from each other: where one of them is disturbed, the other has nothing to do with it. */
const AFTER = { adding: { toAdd: OTHERS, protects: false }, protecting: { toAdd: [], protects: true } } as const

/** @param name of a practice case, or of what comes after the four steps */
export function wayOf(name: string): Way {
  return name === 'adding' || name === 'protecting' ? { scenario: AFTERWARDS, after: AFTER[name] } : { scenario: caseOf(name) }
}

/**
 * @param putRight called with what could not be read: the person has it fixed
 */
export function goingOn({ after }: Way, putRight: (told: Told) => void = () => undefined): OwnWay {
  if (!after) return () => undefined
  const { toAdd, protects } = after
  let areAdded = toAdd.length === 0
  return (view) => {
    if (view.page === 'closing') return { type: 'GO_TO_PAGE', page: 'operations' }
    const { step } = view
    if (view.page !== 'operations') return undefined
    if (areAdded && !protects) return { end: 'encrypted' }
    if (!step) return { type: 'OPEN_OPERATION', operation: areAdded ? 'protect' : 'add' }
    if (step.id === 'protect') return protecting(step)
    if (step.id !== 'add') return { type: 'BACK' }
    const next = adding(step, toAdd)
    if (next !== 'done') return next
    areAdded = true
    return { type: 'BACK' }
  }

  function adding(step: StepView & Pick<WizardView['step'] & object, 'picture'>, ids: readonly string[]): WizardEvent | undefined | 'done' {
    const { picture, phase, proved } = step
    if (phase === 'reviewing' && proved) return decide({ kind: 'choose-addition' })
    if (phase !== 'choosing' || picture.kind !== 'targets' || picture.problem) return undefined
    const left = picture.targets.filter(({ standing }) => standing !== 'this-policy')
    const next = ids.find((id) => left.some((each) => each.id === id))
    return next === undefined ? 'done' : decide({ kind: 'choose-addition', environmentId: next })
  }

  function protecting({
    phase,
    picture,
    findings,
    plan,
    proved,
  }: StepView & Pick<WizardView['step'] & object, 'picture'>): WizardEvent | PersonsEnd | undefined {
    if (phase !== 'reviewing') return undefined
    const unread = findings.filter(({ refusal, status }) => refusal !== undefined && status !== 'pass')
    for (const { title, seen, why, remedy, owner } of unread) putRight({ title, meaning: `${seen} ${why}`, remedy, owner })
    if (unread.length > 0) return { type: 'CHECK_AGAIN' }
    const [workspace] = picture.kind === 'protection' && picture.workspaceId === undefined ? picture.workspaces : []
    if (workspace && plan.length === 0 && !isDone(findings, 'protect-audit-log'))
      return decide({ kind: 'wish-audit-log', workspaceId: workspace.id })
    const mail = picture.kind === 'protection' && picture.mail?.emails === undefined ? picture.mail : undefined
    if (mail && plan.length === 0 && !isDone(findings, 'protect-near-expiry'))
      return decide({ kind: 'wish-mail', emails: [PEOPLE.ada.userName] })
    for (const { offer } of findings) {
      if (offer?.event !== 'DECIDE' || !('wanted' in offer.decision) || offer.decision.wanted !== true) continue
      return { type: 'DECIDE', decision: offer.decision }
    }
    return proved ? { end: 'encrypted' } : undefined
  }
}

const isDone = (findings: StepView['findings'], key: string): boolean => findings.some((each) => each.key === key && each.status === 'pass')
