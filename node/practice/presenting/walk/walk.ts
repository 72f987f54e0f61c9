import type { SequenceId } from '#machines/engine/step/finding.ts'
import type { CaseStage } from '#machines/engine/wizard/case-stages.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { FindingView, RefusalView, StepView, WizardView } from '#messages/view.ts'
import { messages } from './messages.ts'
import { type Answer, blocking, sitBefore, usual, type Wizard } from './person.ts'

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

/** A machine without its window. */
export interface Walked extends Wizard {
  advancePractice(hours: number): void
  text(text: DisplayText): string
}

export type AtStage = { readonly end: 'stage'; readonly stage: CaseStage }

export type End =
  /** `outcome`: as on the closing page. */
  | { readonly end: 'encrypted'; readonly outcome: string }
  | { readonly end: 'refused'; readonly step: SequenceId; readonly findings: readonly string[] }
  | { readonly end: 'lost'; readonly why: string }

export interface Walk {
  readonly scenario: string
  readonly environmentId: string
  readonly choices: Choices
  /** Returns an hour later, once, instead of ending where someone else must act. */
  readonly comesBack?: boolean | undefined
  readonly tell: (occurrence: Occurrence) => void
  readonly onView?: ((view: WizardView) => void) | undefined
}

/** Walks like a person who applies each plan once, and stops at problems. */
export function walk(host: Walked, wanted: Walk): Promise<End>
/** @param wanted `stopAt`: end at this stage */
export function walk(host: Walked, wanted: Walk & { readonly stopAt: CaseStage }): Promise<End | AtStage>
export function walk(host: Walked, wanted: Walk & { readonly stopAt?: CaseStage }): Promise<End | AtStage> {
  const { scenario, comesBack = false, stopAt, tell, onView } = wanted
  const appliedIn = new Set<SequenceId>()
  let lastLook = 0
  let mayComeBack = comesBack
  const telling = createTelling(host, tell)
  const { pages, phases } = usual(wanted)

  /** Advances an hour per poll of the long stage, because encryption is a day of equal polls; on the way to a stage a day. */
  function letTimePass({ wait }: StepView): undefined {
    const look = wait?.mayClose ? wait.lastPollAt : undefined
    const isLong = wait?.stages.some(({ name, state }) => name === 'Run' && state === 'running')
    if (look === undefined || look === lastLook || (stopAt === undefined && !isLong)) return
    lastLook = look
    queueMicrotask(() => host.advancePractice(stopAt === undefined ? 1 : 24))
  }

  function review(step: StepView, view: WizardView): Answer<End> {
    const next = phases.reviewing(step, view)
    if (next?.type === 'ATTEST') tell({ kind: 'confirmed', title: step.findings.find(({ key }) => key === next.key)?.title ?? '' })
    if (next && !(next.type === 'REVIEW_PLAN' && appliedIn.has(step.id))) return next
    if (mayComeBack && view.can.includes('CHECK_AGAIN')) {
      mayComeBack = false
      host.advancePractice(1)
      return { type: 'CHECK_AGAIN' }
    }
    return { end: 'refused', step: step.id, findings: blocking(step).map(({ id }) => id) }
  }

  return sitBefore<End | AtStage>(
    host,
    {
      first(view) {
        if (stopAt !== undefined && isAt(view, stopAt)) return { end: 'stage', stage: stopAt }
        return view.closing && { end: 'encrypted', outcome: view.closing.title }
      },
      pages: {
        ...pages,
        start({ start, can }) {
          if (start?.problem) return { end: 'lost', why: `${start.problem.title}: ${start.problem.meaning}` }
          // Changes still follow in the case behind the page: someone pressed Home.
          if (start?.behind && !can.includes('OPEN_PRACTICE')) return { type: 'RETURN' }
          return start?.connecting ? undefined : { type: 'OPEN_PRACTICE', scenario, ...(stopAt === 'check' ? { checkFirst: true } : {}) }
        },
        coverage(view) {
          if (view.coverage?.answering) tell({ kind: 'confirmed', title: host.text(messages.bothApps) })
          return pages.coverage(view)
        },
      },
      phases: {
        choosing: (step) => phases.choosing(step) ?? { end: 'lost', why: host.text(messages.noChoices) },
        reviewing: review,
        confirming(step, view) {
          appliedIn.add(step.id)
          return phases.confirming(step, view)
        },
        pausing: phases.pausing,
        waiting: letTimePass,
        stopped: ({ problem }) => ({ end: 'lost', why: problem?.meaning ?? host.text(messages.noReason) }),
      },
    },
    (view) => {
      telling(view)
      onView?.(view)
    },
  )
}

const STEPS: Readonly<Partial<Record<CaseStage, number>>> = { 'step-1': 1, 'step-2': 2, 'step-3': 3, 'step-4': 4 }

export function isAt({ page, step, closing }: WizardView, stage: CaseStage): boolean {
  if (stage === 'prepare') return page === 'prepare'
  if (stage === 'check') return page === 'preflight'
  if (stage === 'done') return closing !== undefined
  if (page !== 'step' || step === undefined) return false
  if (stage === 'waiting') return step.phase === 'waiting' && step.wait?.mayClose === true
  return step.place?.number === STEPS[stage] && (step.phase === 'choosing' || step.phase === 'reviewing')
}

function createTelling(host: Pick<Walked, 'text'>, tell: (occurrence: Occurrence) => void): (view: WizardView) => void {
  let step = ''
  let reading = ''
  let receipts = 0
  let wait = ''
  let problem = ''
  const warned = new Set<string>()
  const tellFinding = ({ status, id, title, seen: value, owner, attested }: FindingView) => {
    if (status === 'warning') warned.add(`${id} ${title}`)
    tell({ kind: 'finding', status: attested ? 'confirmed' : status, id, title, seen: value, owner })
  }
  return ({ step: now, now: at, closing }) => {
    // What the end of the last step warns of.
    for (const finding of closing?.warnings ?? []) if (!warned.has(`${finding.id} ${finding.title}`)) tellFinding(finding)
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
        ...(refusal ? { words: host.text(answerOf(refusal)) } : {}),
      })
    }
    problem = trouble
    const seen = `${now.id} ${now.checkedAt ?? ''}`
    if (now.phase === 'reviewing' && seen !== reading) {
      reading = seen
      now.findings.forEach(tellFinding)
      if (now.plan.length > 0) tell({ kind: 'plan', summary: now.planSummary, actions: now.plan.map((action) => action.title) })
    }
  }
}

function answerOf({ status, code, message, correlationId: id }: RefusalView): DisplayText {
  const answer = [status, code, message].filter((word) => word !== undefined).join(' ')
  return id === undefined ? messages.correlationMissing({ answer }) : messages.correlation({ answer, id })
}
