import type { Confirmation } from '../../machines/engine/step/context.ts'
import type { SequenceId } from '../../machines/engine/step/finding.ts'
import type { CaseStage } from '../../machines/engine/wizard/case-stages.ts'
import type { WizardEvent } from '../../machines/engine/wizard/events.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import type { Choices } from '../../machines/procedure/choices.ts'
import { decide } from '../../machines/procedure/decide.ts'
import type { FindingView, RefusalView, StepView, WizardView } from '../../messages/view.ts'
import { assessing } from './assessing.ts'
import { messages } from './messages.ts'

/** Something the walk saw or did, in order. */
export type Occurrence =
  | { readonly kind: 'step'; readonly number: number; readonly title: string; readonly at: number }
  | {
      readonly kind: 'finding'
      readonly status: FindingView['status'] | 'confirmed'
      readonly id: string
      readonly title: string
      readonly seen: string
      readonly owner: string
    }
  | { readonly kind: 'plan'; readonly summary: string; readonly actions: readonly string[] }
  | { readonly kind: 'action'; readonly title: string; readonly resourceId: string; readonly written: boolean; readonly at: number }
  | { readonly kind: 'wait'; readonly state: string; readonly stage: string; readonly at: number }
  | { readonly kind: 'confirmed'; readonly title: string }
  | { readonly kind: 'problem'; readonly title: string; readonly meaning: string; readonly remedy: string; readonly words?: string }

/** What is walked: the machine of one window, without the window. */
export interface Walked {
  view(): WizardView
  subscribe(listener: (view: WizardView) => void): () => void
  send(event: WizardEvent): void
  /** @param hours of the practice tenant's time */
  advancePractice(hours: number): void
  text(text: DisplayText): string
}

/** It came to the stage at which it was to end. */
export type AtStage = { readonly end: 'stage'; readonly stage: CaseStage }

export type End =
  /** `outcome`: what the closing page says of it. */
  | { readonly end: 'encrypted'; readonly outcome: string }
  | { readonly end: 'refused'; readonly step: SequenceId; readonly findings: readonly string[] }
  | { readonly end: 'lost'; readonly why: string }

export interface Walk {
  readonly scenario: string
  readonly environmentId: string
  /** What the person on this walk decides. */
  readonly choices: Choices
  /** Instead of ending where someone else has something to do, it comes back an hour later, once. */
  readonly comesBack?: boolean | undefined
  /** Called with each thing as it happens. */
  readonly tell: (occurrence: Occurrence) => void
}

/**
 * Walks the wizard as a person would: it sees nothing but the view and sends nothing but events. It confirms what it is
 * asked to confirm, applies what is planned once for each step, and stops where a person would have to put something right.
 */
export function walk(host: Walked, wanted: Walk): Promise<End>
/** @param wanted `stopAt`: the walk ends at the beginning of this stage, where it comes to it */
export function walk(host: Walked, wanted: Walk & { readonly stopAt: CaseStage }): Promise<End | AtStage>
export function walk(host: Walked, wanted: Walk & { readonly stopAt?: CaseStage }): Promise<End | AtStage> {
  const { scenario, environmentId, choices, comesBack = false, stopAt, tell } = wanted
  const told = createTelling(host, tell)
  const appliedIn = new Set<SequenceId>()
  let lastLook = 0
  let mayComeBack = comesBack

  function answer(view: WizardView): WizardEvent | End | AtStage | undefined {
    if (stopAt !== undefined && isAt(view, stopAt)) return { end: 'stage', stage: stopAt }
    if (view.closing) return { end: 'encrypted', outcome: view.closing.title }
    if (view.page === 'start') {
      if (view.start?.problem) return { end: 'lost', why: `${view.start.problem.title}: ${view.start.problem.meaning}` }
      if (view.start?.connecting) return undefined
      return { type: 'OPEN_PRACTICE', scenario, ...(stopAt === 'check' ? { checkFirst: true } : {}) }
    }
    const assessed = assessing(view)
    if (assessed?.type === 'DECIDE') tell({ kind: 'confirmed', title: host.text(messages.bothApps) })
    return assessed ?? (view.step && answerInStep(view.step, view))
  }

  function answerInStep(step: StepView, { can, now }: WizardView): WizardEvent | End | undefined {
    switch (step.phase) {
      case 'choosing':
        if (step.id === 'integration') return { type: 'CHOOSE_ENVIRONMENT', environmentId }
        return choices.policy
          ? decide({ kind: 'choose-policy', policy: choices.policy })
          : { end: 'lost', why: host.text(messages.noChoices) }
      case 'reviewing':
        return review(step, can)
      case 'confirming':
        appliedIn.add(step.id)
        return { type: 'CONFIRM', ...confirmed(step.confirmation, now) }
      case 'stopped':
        return { end: 'lost', why: step.problem?.meaning ?? host.text(messages.noReason) }
      default:
        return undefined
    }
  }

  /** The encryption is a day of looks that all say the same. After each of its long stage an hour is let pass; on the way to a stage a day after any. */
  function letTimePass({ step }: WizardView): void {
    const look = step?.phase === 'waiting' && step.wait?.mayClose ? step.wait.lastPollAt : undefined
    const isLong = step?.wait?.stages.some(({ name, state }) => name === 'Run' && state === 'running')
    if (look === undefined || look === lastLook || (stopAt === undefined && !isLong)) return
    lastLook = look
    queueMicrotask(() => host.advancePractice(stopAt === undefined ? 1 : 24))
  }

  function review(step: StepView, can: readonly string[]): WizardEvent | End {
    const toConfirm = step.findings.find((finding) => finding.attestable && !finding.attested)
    if (toConfirm) {
      tell({ kind: 'confirmed', title: toConfirm.title })
      return { type: 'ATTEST', key: toConfirm.key }
    }
    if (step.proved) return { type: 'NEXT' }
    if (can.includes('REVIEW_PLAN') && !appliedIn.has(step.id)) return { type: 'REVIEW_PLAN' }
    if (mayComeBack && can.includes('CHECK_AGAIN')) {
      mayComeBack = false
      host.advancePractice(1)
      return { type: 'CHECK_AGAIN' }
    }
    return { end: 'refused', step: step.id, findings: blocking(step.findings) }
  }

  return new Promise((resolve) => {
    let answered = -1
    let ended = false
    const leave = { call: (): void => undefined }
    const react = (view: WizardView): void => {
      if (ended || view.revision === answered) return
      answered = view.revision
      told(view)
      const next = answer(view)
      if (next === undefined) {
        letTimePass(view)
        return
      }
      if ('end' in next) {
        ended = true
        leave.call()
        resolve(next)
        return
      }
      // Not from within the machine's own notification: it would be handled before the other listeners get this view.
      queueMicrotask(() => host.send(next))
    }
    leave.call = host.subscribe(react)
    react(host.view())
  })
}

const STEPS: Readonly<Partial<Record<CaseStage, number>>> = { 'step-1': 1, 'step-2': 2, 'step-3': 3, 'step-4': 4 }

/** Whether a case has come to a stage, and waits there for a person or for time. */
export function isAt({ page, step, closing }: WizardView, stage: CaseStage): boolean {
  if (stage === 'prepare') return page === 'prepare'
  if (stage === 'check') return page === 'preflight'
  if (stage === 'done') return closing !== undefined
  if (page !== 'step' || step === undefined) return false
  if (stage === 'waiting') return step.phase === 'waiting' && step.wait?.mayClose === true
  return step.place?.number === STEPS[stage] && (step.phase === 'choosing' || step.phase === 'reviewing')
}

const blocking = (findings: readonly FindingView[]): readonly string[] =>
  findings
    .filter((finding) => finding.status === 'fail' || (finding.status === 'unknown' && !finding.attested))
    .map((finding) => finding.id)

/** Turns views into occurrences, each said once. */
function createTelling(host: Pick<Walked, 'text'>, tell: (occurrence: Occurrence) => void): (view: WizardView) => void {
  let step = ''
  let reading = ''
  let receipts = 0
  let wait = ''
  let problem = ''
  return ({ step: now, now: at }) => {
    if (!now) return
    if (now.id !== step) {
      step = now.id
      receipts = now.receipts.length
      tell({ kind: 'step', number: now.place?.number ?? 0, title: now.title, at })
    }
    for (const receipt of now.receipts.slice(receipts)) tell({ kind: 'action', ...receipt })
    receipts = now.receipts.length
    const stage = now.wait?.stages.find((each) => each.state === 'running')?.name ?? ''
    const waiting = now.wait ? `${now.wait.stateWord} ${stage}` : ''
    if (now.wait && waiting !== wait) tell({ kind: 'wait', state: now.wait.stateWord, stage, at })
    wait = waiting
    const trouble = now.problem?.title ?? problem
    if (now.problem && trouble !== problem) {
      const { title, meaning, remedy, refusal } = now.problem
      tell({
        kind: 'problem',
        title,
        meaning,
        remedy,
        ...(refusal
          ? {
              words: host.text(answerOf(refusal)),
            }
          : {}),
      })
    }
    problem = trouble
    const seen = `${now.id} ${now.checkedAt ?? ''}`
    if (now.phase === 'reviewing' && seen !== reading) {
      reading = seen
      for (const { status, id, title, seen: value, owner, attested } of now.findings)
        tell({ kind: 'finding', status: attested ? 'confirmed' : status, id, title, seen: value, owner })
      if (now.plan.length > 0) tell({ kind: 'plan', summary: now.planSummary, actions: now.plan.map((action) => action.title) })
    }
  }
}

function answerOf({ status, code, message, correlationId: id }: RefusalView): DisplayText {
  const answer = [status, code, message].filter((word) => word !== undefined).join(' ')
  return id === undefined ? messages.correlationMissing({ answer }) : messages.correlation({ answer, id })
}

/** What a person would state: the name exactly as shown, and a window from now for as long as the plan can take. */
export function confirmed(asked: StepView['confirmation'], now: number): Confirmation {
  const typedName = asked?.typedName ?? ''
  return asked?.timeNeeded === undefined ? { typedName } : { typedName, window: { from: now, to: now + asked.timeNeeded, timeZone: 'UTC' } }
}
