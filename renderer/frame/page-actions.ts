import { defined } from '#machines/defined.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { ownerOf } from '#machines/procedure/owners/owners.ts'
import type { CoverageView, FindingView, PolicyForm, SituationView, StepView, WizardView } from '#messages/view.ts'
import { ANSWERED, answerTo } from '../step/answers.ts'
import { findingTitleId, manualStepsId } from '../step/finding-id.ts'
import { eventOf, isAccepted } from '../step/offers.ts'
import type { Strings } from '../strings.ts'

export type PageAction =
  | { readonly label: string; readonly does: 'send'; readonly event: WizardEvent }
  | { readonly label: string; readonly does: 'submit' }
  | { readonly label: string; readonly does: 'show'; readonly target: string; readonly opens?: string }
  | { readonly label: string; readonly does: 'copy'; readonly text: string }

export interface PageActions {
  readonly primary?: PageAction
  readonly secondary: readonly PageAction[]
  readonly next?: PageAction
}

/** ID of the form that the footer's button submits. */
export const CHOICES_FORM = 'choices'

export const send = (label: string, event: WizardEvent): PageAction => ({ label, does: 'send', event })

/** Strings, and whether the machine accepts an event now. */
interface Footing {
  readonly view: WizardView
  readonly strings: Strings
  readonly can: (type: WizardView['can'][number]) => boolean
}

const next = ({ strings }: Footing) => send(strings.footer.next, { type: 'NEXT' })
/** From a verified step, by the name of where it leads; nothing else leads on. */
const onward = ({ task }: StepView): PageAction | undefined => task.done && send(task.done.goOn, { type: 'NEXT' })
const checkAgain = ({ strings }: Footing) => send(strings.footer.checkAgain, { type: 'CHECK_AGAIN' })

/**
 * No subscription is visible to the account. If subscriptions can't be listed, an ID can be typed; an earlier choice or a handoff stays.
 */
export const hasNoSubscription = ({ chosen, problem, subscriptions }: PolicyForm): boolean =>
  !chosen && problem === undefined && subscriptions.length === 0

/** The list of environments was read, and is empty. */
export const seesNoEnvironment = (preflight: WizardView['preflight']): boolean =>
  preflight !== undefined &&
  preflight.checkedAt !== undefined &&
  preflight.problem === undefined &&
  preflight.unlisted === undefined &&
  preflight.environments.length === 0

/** Submits the form, or offers what to create first. */
function choosing(step: StepView, footing: Footing): PageActions {
  const { strings, can } = footing
  const { picture } = step
  const submit = (label: string): PageActions => ({ primary: { label, does: 'submit' }, secondary: [] })
  const elsewhere: PageActions = { ...(can('CHECK_AGAIN') ? { primary: checkAgain(footing) } : {}), secondary: [] }
  switch (picture.kind) {
    case 'environments':
      return picture.environments.length > 0 ? submit(strings.footer.checkEnvironment) : elsewhere
    case 'targets':
      return picture.targets.length > 0 ? submit(strings.footer.checkEnvironment) : elsewhere
    case 'policies':
      return picture.policies.length > 0 ? submit(strings.footer.checkPolicy) : elsewhere
    case 'policy':
      return hasNoSubscription(picture.form) ? elsewhere : submit(strings.footer.checkChoices)
    default:
      return elsewhere
  }
}

/** The situation, on the page where it is dealt with. */
export const situationOn = ({ situation }: Pick<WizardView, 'situation'>, { id }: Pick<StepView, 'id'>): SituationView | undefined =>
  situation?.part === id ? situation : undefined

/** Users are or may be offline, or a run stopped in the middle, and this page deals with something else. */
export const isUrgentElsewhere = ({ situation, emergency, page, operations, step, stepper }: WizardView): boolean =>
  emergency === undefined
    ? // A step that is closed is dealt with by what opens it.
      situation?.headline !== undefined &&
      step?.id !== situation.part &&
      stepper.every(({ id, state }) => id !== situation.part || state !== 'closed')
    : page !== 'operations' || (operations?.open ?? emergency.operation) !== emergency.operation

const reviewOf = (view: WizardView, step: StepView, strings: Strings): string =>
  situationOn(view, step)?.card?.act ?? (step.unstarted?.how === 'not-started' ? strings.schedule.chooseOther : planned(step, strings))

const planned = ({ starts, plan }: StepView, { footer }: Strings): string =>
  starts === undefined ? footer.review({ changes: plan.length }) : footer.reviewNamed({ start: starts })

const inTheWay = ({ findings }: StepView): readonly FindingView[] =>
  findings.filter(({ status, planned }) => status === 'fail' && !planned).concat(findings.filter(isOpenQuestion))

const isOpenQuestion = ({ status, attested, planned }: FindingView): boolean => status === 'unknown' && attested === undefined && !planned

const findingAt = (key: string): string => `[id="${findingTitleId(key)}"]`

/**
 * Remedy of a finding: the button that performs it, the message to its owner, or the instructions.
 * @param alone the card shows the title; a question whose answer says everything is answered right there
 */
function remedyOf(finding: FindingView, alone: boolean, { strings, view, can }: Footing): PageAction {
  const { offer, owner, message, key } = finding
  if (offer && isAccepted(view, offer)) return send(offer.title, eventOf(offer))
  if (isOpenQuestion(finding) && finding.attestable)
    return alone && ANSWERED.includes(key) && can('ATTEST')
      ? send(answerTo(finding, strings.findings), { type: 'ATTEST', key })
      : { label: strings.task.answer, does: 'show', target: findingAt(key) }
  if (owner !== 'you' && message !== '') return { label: strings.findings.copyMessage[ownerOf(owner)], does: 'copy', text: message }
  return { label: strings.task.show, does: 'show', target: findingAt(key), opens: manualStepsId(key) }
}

/** The last step with everything verified, where the card replaces the summary. */
export const isEnd = ({ page, step, stepper }: Pick<WizardView, 'page' | 'step' | 'stepper'>): boolean =>
  page === 'step' &&
  step?.phase === 'reviewing' &&
  step.proved === true &&
  step.schedule === undefined &&
  step.place?.number === step.place?.of &&
  stepper.every(({ state }) => state === 'done' || state === 'now')

function reviewing(step: StepView, footing: Footing): PageActions {
  const { strings, can, view } = footing
  const goOn = onward(step)
  const inFooter = defined({ next: goOn })
  if (isEnd(view)) return { secondary: [], ...inFooter }
  const { goTo } = step.task
  if (goTo !== undefined && can('GO_TO_STEP'))
    return { primary: send(strings.task.goBack, { type: 'GO_TO_STEP', step: goTo }), secondary: [] }
  // Kept under the open dialog, which returns the focus to it.
  if ((can('REVIEW_PLAN') || step.phase === 'confirming') && step.plan.length > 0)
    return { primary: send(reviewOf(view, step, strings), { type: 'REVIEW_PLAN' }), secondary: [], ...inFooter }
  const [first, ...others] = inTheWay(step)
  if (first) return { primary: remedyOf(first, others.length === 0, footing), secondary: [], ...inFooter }
  if (view.page !== 'operations')
    return { ...defined({ primary: goOn ?? (can('CHECK_AGAIN') ? checkAgain(footing) : undefined) }), secondary: [] }
  return can('BACK') ? { primary: send(strings.operations.title, { type: 'BACK' }), secondary: [] } : { secondary: [] }
}

function stepActions(step: StepView, footing: Footing): PageActions {
  const { strings, can } = footing
  const offered = (...[type, label]: readonly [WizardView['can'][number] & ('CANCEL_SCHEDULE' | 'STOP_AFTER_THIS' | 'PAUSE'), string]) =>
    can(type) ? [send(label, { type })] : []
  switch (step.phase) {
    case 'choosing':
      return choosing(step, footing)
    // Short work without an action.
    case 'reading':
    case 'scheduled':
      return { secondary: [] }
    case 'rechecking':
      return { secondary: offered('CANCEL_SCHEDULE', strings.schedule.cancel) }
    case 'applying':
      return { secondary: offered('STOP_AFTER_THIS', strings.footer.stopAfterThis) }
    case 'pausing':
      return {
        ...(can('POLL_NOW') ? { primary: send(strings.footer.tryNow, { type: 'POLL_NOW' }) } : {}),
        secondary: [...offered('PAUSE', strings.footer.pause), ...offered('STOP_AFTER_THIS', strings.footer.stopTrying)],
      }
    case 'waiting': {
      // The map has the link to check now. It asks for nothing before the latest documented end.
      const isDue = step.end?.isLate === true && can('POLL_NOW')
      const primary = isDue ? send(strings.footer.lookNow, { type: 'POLL_NOW' }) : undefined
      return { ...defined({ primary }), secondary: [] }
    }
    case 'stopped':
      return { ...(can('CHECK_AGAIN') ? { primary: checkAgain(footing) } : {}), secondary: [] }
    default:
      return step.schedule ? { secondary: [] } : reviewing(step, footing)
  }
}

function coverageActions({ answering, openGaps }: CoverageView, footing: Footing): PageActions {
  const { strings, can } = footing
  if (answering) {
    return {
      primary: { label: strings.coverage.assess, does: 'submit' },
      secondary: can('CANCEL') ? [send(strings.coverage.keep, { type: 'CANCEL' })] : [],
    }
  }
  if (openGaps > 0) return { primary: { label: strings.coverage.firstGap, does: 'show', target: '[data-gap]' }, secondary: [] }
  return can('BACK') ? { primary: send(strings.coverage.toSteps, { type: 'BACK' }), secondary: [] } : { secondary: [] }
}

/** First the check, then the first step. */
function prepareActions(prepare: WizardView['prepare'], footing: Footing): PageActions {
  const { strings, can } = footing
  const checks = prepare?.parts.find(({ part }) => part === 'checks')
  if (checks?.state === 'not-checked' && can('GO_TO_PAGE')) {
    const { title, page, step } = checks.action
    return { primary: send(title, { type: 'GO_TO_PAGE', page, ...defined({ step }) }), secondary: [], next: next(footing) }
  }
  return { primary: send(strings.prepare.start, { type: 'NEXT' }), secondary: [], next: next(footing) }
}

function recoveryActions(footing: Footing): PageActions {
  const { strings, can } = footing
  const words = strings.engagements.recovery
  if (!can('ANSWER_DRIFT')) return { ...(can('CHECK_AGAIN') ? { primary: checkAgain(footing) } : {}), secondary: [] }
  // "Check again" is on the page: three buttons fit a row.
  return {
    primary: send(words.goOn, { type: 'ANSWER_DRIFT', answer: 'keep' }),
    secondary: [send(words.stop, { type: 'ANSWER_DRIFT', answer: 'stop' }), send(words.redo, { type: 'ANSWER_DRIFT', answer: 'redo' })],
  }
}

function preflightActions(preflight: WizardView['preflight'], footing: Footing): PageActions {
  const { strings, can } = footing
  if (preflight?.chosen !== undefined || preflight?.reading) return { primary: next(footing), secondary: [] }
  if ((preflight?.environments ?? []).length > 0)
    return { primary: { label: strings.footer.checkEnvironment, does: 'submit' }, secondary: [], next: next(footing) }
  if (!seesNoEnvironment(preflight))
    return { primary: can('CHECK_AGAIN') ? checkAgain(footing) : next(footing), secondary: [], next: next(footing) }
  // Another person provides the environment in a file.
  return can('GO_TO_PAGE')
    ? { primary: send(strings.handOver.open, { type: 'GO_TO_PAGE', page: 'hand-over' }), secondary: [], next: next(footing) }
    : { primary: next(footing), secondary: [] }
}

function handOverActions(footing: Footing): PageActions {
  const { strings, can } = footing
  if (!can('TAKE_OVER')) return { secondary: [] }
  return {
    primary: send(strings.handOver.takeOver, { type: 'TAKE_OVER' }),
    secondary: [send(strings.handOver.putAside, { type: 'CANCEL' })],
  }
}

export function pageActions(view: WizardView, strings: Strings): PageActions {
  const can = (type: WizardView['can'][number]): boolean => view.can.includes(type)
  const footing = { strings, can, view }
  if (view.page === 'coverage' && view.coverage) return coverageActions(view.coverage, footing)
  if (view.page === 'preflight') return preflightActions(view.preflight, footing)
  if (view.page === 'prepare') return prepareActions(view.prepare, footing)
  if (view.page === 'hand-over') return handOverActions(footing)
  if (view.page === 'recovery') return recoveryActions(footing)
  if (view.step === undefined) return { secondary: [] }
  return stepActions(view.step, footing)
}
