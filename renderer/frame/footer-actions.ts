import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import type { CoverageView, PolicyForm, StepView, WizardView } from '../../messages/view.ts'
import type { Strings } from '../strings.ts'

/** What a button of the footer does: send an event, hand in the form on the page, or close the window. */
export type FooterAction =
  | { readonly label: string; readonly does: 'send'; readonly event: WizardEvent }
  | { readonly label: string; readonly does: 'submit' }
  | { readonly label: string; readonly does: 'close' }

export interface FooterActions {
  /** At most one, and always the way on. */
  readonly primary?: FooterAction
  readonly secondary: readonly FooterAction[]
  /** Says why there is no primary button here. */
  readonly note?: string
}

/** Id of the form on a page where something is chosen; the footer's button hands it in. */
export const CHOICES_FORM = 'choices'

const send = (label: string, event: WizardEvent): FooterAction => ({ label, does: 'send', event })

/** What the buttons are made of: the words, and whether the machine accepts an event now. */
interface Footing {
  readonly strings: Strings
  readonly practice: boolean
  readonly can: (type: WizardView['can'][number]) => boolean
}

// `NEXT` is always answered: pressed too early, the view says what is missing.
const next = ({ strings }: Footing) => send(strings.footer.next, { type: 'NEXT' })
const checkAgain = ({ strings }: Footing) => send(strings.footer.checkAgain, { type: 'CHECK_AGAIN' })
const close = ({ strings }: Footing): FooterAction => ({ label: strings.footer.close, does: 'close' })

/**
 * Nothing can be chosen where no subscription is shown to the account. Where they may not be listed, an id can be typed; what was
 * chosen, or handed over, stays in the form.
 */
export const hasNoSubscription = ({ chosen, problem, subscriptions }: PolicyForm): boolean =>
  !chosen && problem === undefined && subscriptions.length === 0

function choosing(step: StepView, footing: Footing): FooterAction {
  const { strings, can } = footing
  if (step.picture.kind === 'environments' && step.picture.environments.length > 0)
    return { label: strings.footer.checkEnvironment, does: 'submit' }
  if (step.picture.kind === 'policies' && step.picture.policies.length > 0) return { label: strings.footer.checkPolicy, does: 'submit' }
  if (step.picture.kind === 'targets' && step.picture.targets.length > 0) return { label: strings.footer.checkEnvironment, does: 'submit' }
  // Nothing to choose from: it is made elsewhere first.
  if ((step.picture.kind === 'policies' || step.picture.kind === 'targets') && can('CHECK_AGAIN')) return checkAgain(footing)
  // No subscription: somebody else does the step, or the account gets one meanwhile.
  if (step.picture.kind === 'policy' && hasNoSubscription(step.picture.form))
    return can('CHECK_AGAIN') ? checkAgain(footing) : next(footing)
  if (step.picture.kind === 'policy') return { label: strings.footer.checkChoices, does: 'submit' }
  return next(footing)
}

function stepActions(step: StepView, footing: Footing): FooterActions {
  const { strings, can } = footing
  switch (step.phase) {
    case 'choosing':
      return { primary: choosing(step, footing), secondary: [] }
    case 'scheduled':
      return {
        primary: send(strings.schedule.now, { type: 'START_NOW' }),
        secondary: [send(strings.schedule.cancel, { type: 'CANCEL_SCHEDULE' })],
      }
    case 'rechecking':
      return {
        primary: next(footing),
        secondary: can('CANCEL_SCHEDULE') ? [send(strings.schedule.cancel, { type: 'CANCEL_SCHEDULE' })] : [],
      }
    case 'applying':
      return {
        primary: next(footing),
        secondary: can('STOP_AFTER_THIS') ? [send(strings.footer.stopAfterThis, { type: 'STOP_AFTER_THIS' })] : [],
      }
    case 'pausing':
      return {
        ...(can('POLL_NOW') ? { primary: send(strings.footer.tryNow, { type: 'POLL_NOW' }) } : { primary: next(footing) }),
        secondary: [
          ...(can('PAUSE') ? [send(strings.footer.pause, { type: 'PAUSE' })] : []),
          ...(can('STOP_AFTER_THIS') ? [send(strings.footer.stopTrying, { type: 'STOP_AFTER_THIS' })] : []),
        ],
      }
    case 'waiting': {
      const look = can('POLL_NOW') ? [send(strings.footer.lookNow, { type: 'POLL_NOW' })] : []
      // Closed, the window would end the practice: there nothing continues without it.
      return step.wait?.mayClose && !footing.practice
        ? { primary: close(footing), secondary: look }
        : { primary: look[0] ?? next(footing), secondary: [] }
    }
    case 'stopped':
      return { primary: can('CHECK_AGAIN') ? checkAgain(footing) : next(footing), secondary: [] }
    default: {
      // While it is confirmed, the button stays under the dialog, which gives the focus back to it.
      const review = (can('REVIEW_PLAN') || step.phase === 'confirming') && step.plan.length > 0
      return {
        primary: review ? send(strings.footer.review({ changes: step.plan.length }), { type: 'REVIEW_PLAN' }) : next(footing),
        secondary: [],
      }
    }
  }
}

function coverageActions({ answering, openGaps }: CoverageView, footing: Footing): FooterActions {
  const { strings, can } = footing
  if (answering) {
    return {
      primary: { label: strings.coverage.assess, does: 'submit' },
      secondary: can('CANCEL') ? [send(strings.coverage.keep, { type: 'CANCEL' })] : [],
    }
  }
  if (openGaps > 0) return { secondary: [], note: strings.coverage.openGaps({ open: openGaps }) }
  return can('BACK') ? { primary: send(strings.coverage.toSteps, { type: 'BACK' }), secondary: [] } : { secondary: [] }
}

/** The way on is always there, and the primary one once nothing is left: until then that is in the part to be done first. */
function prepareActions(prepare: WizardView['prepare'], footing: Footing): FooterActions {
  const done = prepare?.parts.every(({ state }) => state === 'verified') ?? false
  return done ? { primary: next(footing), secondary: [] } : { secondary: [next(footing)] }
}

function recoveryActions(footing: Footing): FooterActions {
  const { strings, can } = footing
  const words = strings.engagements.recovery
  if (!can('ANSWER_DRIFT')) return { secondary: can('CHECK_AGAIN') ? [checkAgain(footing)] : [] }
  // To check again stands on the page: three answers are enough for one row.
  return {
    primary: send(words.goOn, { type: 'ANSWER_DRIFT', answer: 'keep' }),
    secondary: [send(words.stop, { type: 'ANSWER_DRIFT', answer: 'stop' }), send(words.redo, { type: 'ANSWER_DRIFT', answer: 'redo' })],
  }
}

function handOverActions(footing: Footing): FooterActions {
  const { strings, can } = footing
  if (!can('TAKE_OVER')) return { secondary: [] }
  return {
    primary: send(strings.handOver.takeOver, { type: 'TAKE_OVER' }),
    secondary: [send(strings.handOver.putAside, { type: 'CANCEL' })],
  }
}

/** The buttons on the right of the footer, for what is on screen. */
export function footerActions(
  view: Pick<WizardView, 'page' | 'practice' | 'step' | 'prepare' | 'coverage' | 'preflight' | 'can'>,
  strings: Strings,
): FooterActions {
  const can = (type: WizardView['can'][number]): boolean => view.can.includes(type)
  const footing = { strings, can, practice: view.practice !== undefined }
  if (view.page === 'closing') {
    return {
      primary: close(footing),
      secondary: [
        ...(view.practice && can('CLOSE_TENANT') ? [send(strings.footer.another, { type: 'CLOSE_TENANT' })] : []),
        ...(can('GO_TO_PAGE') ? [send(strings.operations.title, { type: 'GO_TO_PAGE', page: 'operations' })] : []),
      ],
    }
  }
  if (view.page === 'coverage' && view.coverage) return coverageActions(view.coverage, footing)
  if (view.page === 'preflight' && view.preflight?.chosen === undefined)
    return { primary: { label: strings.footer.checkEnvironment, does: 'submit' }, secondary: [] }
  if (view.page === 'preflight') return { primary: next(footing), secondary: [] }
  if (view.page === 'prepare') return prepareActions(view.prepare, footing)
  if (view.page === 'hand-over') return handOverActions(footing)
  if (view.page === 'recovery') return recoveryActions(footing)
  if (view.step === undefined) return { secondary: [] }
  const actions = stepActions(view.step, footing)
  // An operation has no next one: its page is left by Back.
  return view.page === 'operations' && actions.primary?.does === 'send' && actions.primary.event.type === 'NEXT'
    ? { secondary: actions.secondary }
    : actions
}
