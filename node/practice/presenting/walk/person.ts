import type { Confirmation } from '#machines/engine/step/context.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { decide } from '#machines/procedure/decide.ts'
import type { FindingView, StepView, WizardView } from '#messages/view.ts'

export interface Wizard {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
}

interface Ended {
  readonly end: string
}

/** Reaction to a view: an event, or the end. Undefined: wait for the next. */
export type Answer<End extends Ended> = WizardEvent | End | undefined

/** Reactions per page and phase; absent: wait. */
export interface Manner<End extends Ended> {
  /** Asked first for every view. `wait`: for another view. */
  readonly first?: ((view: WizardView) => Answer<End> | 'wait') | undefined
  readonly pages: { readonly [Page in WizardView['page']]?: (view: WizardView) => Answer<End> }
  readonly phases: { readonly [Phase in StepView['phase']]?: (step: StepView, view: WizardView) => Answer<End> }
}

export function answerTo<End extends Ended>({ first, pages, phases }: Manner<End>, view: WizardView): Answer<End> {
  const own = first?.(view)
  if (own !== undefined) return own === 'wait' ? undefined : own
  return pages[view.page]?.(view) ?? (view.step && phases[view.step.phase]?.(view.step, view))
}

/** Another event would be refused. A refusal is drawn anew: to answer that with the same event would never end. */
const isOffered = (event: WizardEvent, { can, decisions }: WizardView): boolean =>
  event.type === 'NEXT' || (event.type === 'DECIDE' ? decisions.includes(event.decision.kind) : can.includes(event.type))

/** The driver of all walks: sees only views, sends only events that they offer. @param onView called once per view, before the reaction */
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
      if (!isOffered(next, view)) return
      // Deferred: otherwise the event would precede other listeners' notification.
      queueMicrotask(() => wizard.send(next))
    }
  })
}

export const until = (wizard: Pick<Wizard, 'view' | 'subscribe'>, fits: (view: WizardView) => boolean): Promise<WizardView> =>
  sitBefore(
    { ...wizard, send: () => undefined },
    { first: (view) => (fits(view) ? { end: 'there', view } : 'wait'), pages: {}, phases: {} },
  ).then(({ view }) => view)

/** A cooperative person: uses both apps, confirms everything, and applies every plan. */
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
      // A service asks for a second factor.
      pausing: (_, { signInAgain, can }) =>
        signInAgain?.state === 'needed' && can.includes('SIGN_IN_AGAIN') ? { type: 'SIGN_IN_AGAIN' } : undefined,
      confirming: ({ confirmation }, { now }) => ({ type: 'CONFIRM', ...confirmed(confirmation, now) }),
    },
  }) satisfies Manner<never>

export const toConfirm = (findings: readonly FindingView[]): readonly FindingView[] =>
  findings.filter(({ attestable, attested }) => attestable && !attested)

export const blocking = ({ findings }: StepView): readonly FindingView[] =>
  findings.filter(({ status, attested }) => status === 'fail' || (status === 'unknown' && !attested))

/** A valid answer: the exact name, and a window for the plan's duration. */
export function confirmed(asked: StepView['confirmation'], now: number): Confirmation {
  const typedName = asked?.typedName ?? ''
  return asked?.timeNeeded === undefined ? { typedName } : { typedName, window: { from: now, to: now + asked.timeNeeded, timeZone: 'UTC' } }
}
