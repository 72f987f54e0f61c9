import type { Confirmation } from '../../machines/engine/step/context.ts'
import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import type { Choices } from '../../machines/procedure/choices.ts'
import { decide } from '../../machines/procedure/decide.ts'
import type { FindingView, StepView, WizardView } from '../../messages/view.ts'

/** What a person sits before: it shows views, and takes events. */
export interface Wizard {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
}

interface Ended {
  readonly end: string
}

/** What a person does about a view: an event, or the walk ends. Nothing: they wait for the next view. */
export type Answer<End extends Ended> = WizardEvent | End | undefined

/** What a person does on each page, and on a step in each of its phases. For what is absent they wait. */
export interface Manner<End extends Ended> {
  /** Asked about every view before its page is. `wait`: for another view, whatever the page says. */
  readonly first?: ((view: WizardView) => Answer<End> | 'wait') | undefined
  readonly pages: { readonly [Page in WizardView['page']]?: (view: WizardView) => Answer<End> }
  readonly phases: { readonly [Phase in StepView['phase']]?: (step: StepView, view: WizardView) => Answer<End> }
}

export function answerTo<End extends Ended>({ first, pages, phases }: Manner<End>, view: WizardView): Answer<End> {
  const own = first?.(view)
  if (own !== undefined) return own === 'wait' ? undefined : own
  return pages[view.page]?.(view) ?? (view.step && phases[view.step.phase]?.(view.step, view))
}

/**
 * The one driver of every walk: a person who sees nothing but the view and sends nothing but events.
 * @param onView called with each view once, before it is answered
 */
export function sitBefore<End extends Ended>(wizard: Wizard, manner: Manner<End>, onView?: (view: WizardView) => void): Promise<End> {
  return new Promise((resolve) => {
    let answered = -1
    const leave = wizard.subscribe(react)
    react(wizard.view())
    function react(view: WizardView): void {
      if (view.revision <= answered) return
      answered = view.revision
      onView?.(view)
      const next = answerTo(manner, view)
      if (next === undefined) return
      if ('end' in next) {
        answered = Number.POSITIVE_INFINITY
        leave()
        resolve(next)
        return
      }
      // Not from within the machine's own notification: it would be handled before the other listeners get this view.
      queueMicrotask(() => wizard.send(next))
    }
  })
}

/** The first view that fits, from the one that is shown now. */
export const until = (wizard: Pick<Wizard, 'view' | 'subscribe'>, fits: (view: WizardView) => boolean): Promise<WizardView> =>
  sitBefore(
    { ...wizard, send: () => undefined },
    { first: (view) => (fits(view) ? { end: 'there', view } : 'wait'), pages: {}, phases: {} },
  ).then(({ view }) => view)

/**
 * What a person does who wants to get on. They use both apps, so that nothing is left to acknowledge, confirm what they are asked, and have
 * every plan carried out.
 */
export const usual = ({ environmentId, choices }: { readonly environmentId: string; readonly choices: Choices }) =>
  ({
    pages: {
      prepare: () => ({ type: 'NEXT' }),
      coverage: ({ coverage }) =>
        coverage && (coverage.answering ? decide({ kind: 'use-apps', apps: ['finance', 'supply-chain-management'] }) : { type: 'BACK' }),
    },
    phases: {
      choosing({ id }) {
        if (id === 'integration') return { type: 'CHOOSE_ENVIRONMENT', environmentId }
        return choices.policy && decide({ kind: 'choose-policy', policy: choices.policy })
      },
      reviewing({ findings, proved }, { can }) {
        const leading = findings.find(({ offer }) => offer?.event === 'GO_TO_PAGE' && offer.page === 'coverage')
        if (leading) return { type: 'GO_TO_PAGE', page: 'coverage' }
        const [question] = toConfirm(findings)
        if (question) return { type: 'ATTEST', key: question.key }
        if (proved) return { type: 'NEXT' }
        return can.includes('REVIEW_PLAN') ? { type: 'REVIEW_PLAN' } : undefined
      },
      confirming: ({ confirmation }, { now }) => ({ type: 'CONFIRM', ...confirmed(confirmation, now) }),
    },
  }) satisfies Manner<never>

/** Questions that only a person can answer, and have not. */
export const toConfirm = (findings: readonly FindingView[]): readonly FindingView[] =>
  findings.filter(({ attestable, attested }) => attestable && !attested)

/** What keeps a step from being complete. */
export const blocking = ({ findings }: StepView): readonly FindingView[] =>
  findings.filter(({ status, attested }) => status === 'fail' || (status === 'unknown' && !attested))

/** What a person would state: the name exactly as shown, and a window from now for as long as the plan can take. */
export function confirmed(asked: StepView['confirmation'], now: number): Confirmation {
  const typedName = asked?.typedName ?? ''
  return asked?.timeNeeded === undefined ? { typedName } : { typedName, window: { from: now, to: now + asked.timeNeeded, timeZone: 'UTC' } }
}
