import { isDeepStrictEqual } from 'node:util'
import { actionKey } from '#machines/engine/action.ts'
import { blocks } from '#machines/engine/step/finding.ts'
import { stepIsProved } from '#machines/engine/wizard/context.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { acceptedEvents } from '#machines/engine/wizard/offers.ts'
import { isBehindStart, type StartSnapshot, tenantIn } from '#machines/engine/wizard/start.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { STEP_IDS, type StepId } from '#machines/procedure/procedure.ts'
import type { ProblemView, WizardView } from '#messages/view.ts'
import { english } from '../../english.ts'
import type { Hand } from './hand.ts'
import { offered } from './offered.ts'

/** Events that the sequence hands on: whether they count is for the step's own machine to say. */
const HANDED_ON: readonly WizardEvent['type'][] = [
  'CHECK_AGAIN',
  'REVIEW_PLAN',
  'CONFIRM',
  'SCHEDULE',
  'CANCEL_SCHEDULE',
  'START_NOW',
  'CHANGE_TIME',
  'CANCEL',
  'STOP_AFTER_THIS',
  'POLL_NOW',
  'PAUSE',
  'CHANGE_CHOICES',
]

function accepts(start: StartSnapshot, event: WizardEvent): boolean {
  if (event.type === 'GO_HOME' || isBehindStart(start)) return acceptedEvents(start).some((type) => type === event.type)
  const snapshot = tenantIn(start)
  if (!(snapshot ?? start).can(event)) return false
  const step = snapshot?.children.step?.getSnapshot()
  if (!step || !HANDED_ON.includes(event.type)) return true
  // What the step's own machine does not know by this type is the sequence's alone.
  return step.can(event as Parameters<typeof step.can>[0])
}

/** What is wrong at this moment, in sentences; none when everything holds. */
export function brokenNow(view: WizardView, snapshot: StartSnapshot, hand: Hand): readonly string[] {
  return [
    ...hand.broken,
    ...unreadable(view),
    ...refusedOffers(view, snapshot),
    ...doneWithoutAFact(view, snapshot, hand),
    ...carriedOutOtherwise(snapshot, hand),
    ...stopsWithoutAWord(view, snapshot, hand),
    ...runsUnsaid(view, snapshot),
  ]
}

/** What `JSON.parse(JSON.stringify(…))` gives back as it was, in a quarter of the time. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return value === null || typeof value === 'string' || typeof value === 'boolean'
  const form: unknown = Object.getPrototypeOf(value)
  const members: readonly unknown[] = Object.values(value)
  const isWhole = Array.isArray(value) ? members.length === value.length : Object.getOwnPropertySymbols(value).length === 0
  return (form === Object.prototype || form === Array.prototype) && isWhole && members.every(isPlain)
}

function unreadable(view: WizardView): readonly string[] {
  const text = JSON.stringify(view)
  return [
    // What is sent must arrive as it was: plain data, without a member that is there and undefined.
    ...(isPlain(view) ? [] : ['The view is not plain data']),
    ...(/\bundefined\b|\[object |\bNaN\b|Invalid Date/.exec(text) ?? []).map(
      (found) => `The view says “${found}”: ${text.slice(Math.max(0, text.indexOf(found) - 60), text.indexOf(found) + 40)}`,
    ),
  ]
}

const refusedOffers = (view: WizardView, snapshot: StartSnapshot): readonly string[] =>
  offered(view)
    .filter((event) => !accepts(snapshot, event))
    .map((event) => `Offered and refused, on ${view.page} ${view.step?.id ?? ''} ${view.step?.phase ?? ''}: ${JSON.stringify(event)}`)

/** The plan that was confirmed is carried out completely, and a write in progress is never abandoned. */
function carriedOutOtherwise(snapshot: StartSnapshot, { held, confirmed }: Hand): readonly string[] {
  const step = tenantIn(snapshot)?.children.step?.getSnapshot()
  const queue = step && (step.matches('applying') || step.matches('pausing')) ? step.context.queue.map(actionKey) : undefined
  return [
    ...(queue && !isDeepStrictEqual(new Set(queue), confirmed) ? ['Another plan is carried out than the one that was confirmed'] : []),
    ...held.filter((each) => each.what.startsWith('apply') && each.isAbandoned()).map(({ what }) => `Left behind on its way: ${what}`),
  ]
}

/** A step counts as done by a reading that the services gave for what is chosen now, judged here once more. */
function doneWithoutAFact(view: WizardView, snapshot: StartSnapshot, { readings }: Hand): readonly string[] {
  const context = tenantIn(snapshot)?.context
  if (!context) return []
  const { attestations, steps } = context
  const choices: Choices = context.choices
  const isForThis = (of: Choices, id: StepId): boolean =>
    of.environmentId === choices.environmentId &&
    (['integration', 'environment'].includes(id) || isDeepStrictEqual(of.policy, choices.policy))
  return STEP_IDS.filter((id) => stepIsProved(context, id)).flatMap((id) => {
    const reading = steps[id]?.reading
    // A re-evaluation with other answers is a copy; its plan is the one that was read.
    const given = [...readings].find(([each]) => each.stepId === id && each.readAt === reading?.readAt && each.plan === reading.plan)?.[1]
    if (reading === undefined || given === undefined) return [`${id} counts as done without a reading of the services`]
    return [
      ...(isForThis(given.choices, id) ? [] : [`${id} counts as done by what was read for another choice`]),
      ...(reading.plan.length > 0 ? [`${id} counts as done while something is planned`] : []),
      ...reading.findings.filter((finding) => blocks(finding, attestations)).map(({ key }) => `${id} counts as done in spite of ${key}`),
      ...(id === 'membership' && !given.linked ? ['membership counts as done, and the tenant does not say that it is linked'] : []),
      ...(view.page === 'closing' && view.closing?.checking !== true && !STEP_IDS.every((each) => stepIsProved(context, each))
        ? ['The end is shown before every step is proved']
        : []),
    ]
  })
}

/** What runs at Microsoft is shown beside every page of the environment, also right after a restart. */
function runsUnsaid(view: WizardView, snapshot: StartSnapshot): readonly string[] {
  const context = tenantIn(snapshot)?.context
  if (!context) return []
  const onScreen = [view.start?.behind?.runs ?? '', ...(view.others ?? []).map(({ title }) => title)]
  const notes = [...view.stepper, ...Object.values(view.stages ?? {})].map(({ note }) => note).concat(onScreen)
  return [...Object.values(context.steps), ...Object.values(context.operations)].flatMap(({ pending }) => {
    if (pending === undefined) return []
    const { title, short = title } = actions.waitOf(pending)
    const said = [title, short].map((each) => english.text(each))
    return notes.some((note) => said.some((each) => note.includes(each))) ? [] : [`“${said[0]}” is not said on ${view.page}`]
  })
}

function stopsWithoutAWord(view: WizardView, snapshot: StartSnapshot, { held }: Hand): readonly string[] {
  const { step, start, recovery, preflight, handOver } = view
  const problems = [step?.problem, step?.wait?.problem, start?.problem, recovery?.problem, preflight?.problem, handOver?.problem]
  const silent = problems.flatMap((each) => (each && !isNamed(each) ? [`Not named or not actionable: ${JSON.stringify(each)}`] : []))
  const where = `${view.page} ${step?.id ?? ''} ${step?.phase ?? ''}`
  const ways = offered(view).filter((event) => accepts(snapshot, event))
  // Away from the page counts as a way on only where the page is done or asks for nothing.
  // Continue only says what is missing, until the step is proved.
  const leaving = ['CLOSE_TENANT', 'GO_HOME', 'SIGN_OUT', 'BACK', 'GO_TO_STEP', 'GO_TO_PAGE', ...(step?.proved ? [] : ['NEXT'])]
  const onward = ways.filter(({ type }) => !leaving.includes(type))
  const waits = held.some((each) => !each.isAbandoned())
  const stuck =
    step === undefined
      ? ways.length === 0 && !waits
      : step.phase === 'stopped' || (step.phase === 'reviewing' && !step.proved)
        ? onward.length === 0
        : onward.length === 0 && !waits
  const unsaid =
    step?.phase === 'stopped'
      ? step.problem === undefined
      : step?.phase === 'reviewing' && !step.proved
        ? step.problem === undefined &&
          step.plan.length === 0 &&
          !step.findings.some((finding) => !['pass', 'warning'].includes(finding.status))
        : false
  const vague = (step?.findings ?? []).filter(
    ({ status, remedy, why, planned, attestable }) => status === 'fail' && !planned && !attestable && (remedy === '' || why === ''),
  )
  return [
    ...silent,
    ...(stuck ? [`No way on: ${where}`] : []),
    ...(unsaid ? [`Stopped without a reason: ${where}`] : []),
    ...vague.map(({ key }) => `A finding that blocks and does not say how to fix it: ${key}`),
  ]
}

const isNamed = ({ title, meaning, remedy }: ProblemView): boolean => [title, meaning, remedy].every((text) => text.trim().length > 3)
