import { defined } from '../../defined.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { isSignInCode } from '../../sign-in/codes.ts'
import {
  type Action,
  type Actions,
  actionKey,
  describeAction,
  fieldChanges,
  type Harm,
  isMade,
  type Names,
  type Pending,
  type Receipt,
  startOf,
  takesUsersOffline,
} from '../action.ts'
import type { Refusal } from '../answer.ts'
import { handingOverOf } from '../handoff/offer.ts'
import { sameId } from '../ids.ts'
import { oncePer } from '../once-per.ts'
import type { ServiceOwners } from '../owners.ts'
import { guideOf, type Procedure, placeOf } from '../procedure.ts'
import type { References } from '../references.ts'
import { type StepContext, typedNameFor } from '../step/context.ts'
import type { Attestation, ContradictionId, Finding, LinkId, SequenceId, SourceId } from '../step/finding.ts'
import type { Guide, Pitfall } from '../step/guide.ts'
import { isOpenEnded, timeNeeded } from '../step/maintenance-window.ts'
import { isOutOfReach, type Poll } from '../step/poll.ts'
import { problemMessages } from '../step/problem-messages.ts'
import { MOST_ATTEMPTS, type Problem } from '../step/problems.ts'
import { isPlanned, isProved, type Reading } from '../step/proof.ts'
import { asksForFactor, readingOf } from '../step/refusals.ts'
import { ownerMessage } from './owner-message.ts'
import type { StepPlan } from './plans.ts'
import { isRequestable } from './requestable.ts'
import { scheduleOf, startsOf } from './schedule-view.ts'
import { stepMessages as messages } from './step-messages.ts'
import { taskView } from './task-view.ts'
import type {
  ActionView,
  ContradictionView,
  EndedView,
  FindingView,
  GuideView,
  PitfallView,
  ProblemView,
  ProgressView,
  ReceiptView,
  SourceView,
  StepPhase,
  StepPlanView,
  StepView,
  WaitView,
} from './view-of-step.ts'

const linkOf = (references: References, id: LinkId) => ({ id, title: references.linkTitle(id) })

/** Button for a finding that no plan resolves. */
function offerOf(procedure: Procedure, finding: Finding, planned: boolean, reading: Reading): FindingView['offer'] {
  if (planned) return undefined
  const handingOver = handingOverOf(procedure, finding, reading.stepId, reading)
  return handingOver ? { event: 'GO_TO_PAGE', page: 'hand-over', ...handingOver } : finding.offer
}

/** A finding as the window shows it: with what the plan and people's confirmations make of it. */
export const findingView = (procedure: Procedure, finding: Finding, reading: Reading, attestations: readonly Attestation[]): FindingView =>
  viewOfFinding(finding, procedure, reading, attestations)

const viewOfFinding = oncePer(function viewOfFinding(
  finding: Finding,
  procedure: Procedure,
  reading: Reading,
  attestations: readonly Attestation[],
): FindingView {
  const { putRightBy: _, evidence: __, forbidsStep: ___, atConfirmation: ____, offer: _____, aboutAccount: ______, ...shown } = finding
  const { link, heading, attestable, endsAt: _______, causes: ________, ...rest } = shown
  const { references } = procedure
  const attestation = attestations.find((each) => each.key === finding.key)
  const planned = isPlanned(finding, reading.plan)
  const offer = offerOf(procedure, finding, planned, reading)
  return {
    ...rest,
    // A check that judges several things has one document for all of them.
    source: sourceView(references, finding.source, heading),
    planned,
    attestable: attestable === true,
    ...(link ? { link: linkOf(references, link) } : {}),
    ...defined({ offer }),
    ...(attestable && attestation ? { attested: { by: attestation.by, at: attestation.at } } : {}),
    message: ownerMessage(procedure, finding, reading.environment),
  }
})

const NO_NAMES: Names = {}

export const actionView = (procedure: Procedure, action: Action, names = NO_NAMES): ActionView => viewOfAction(action, procedure, names)

const viewOfAction = oncePer(
  (action: Action, { actions, references }: Procedure, names: Names): ActionView => ({
    key: actionKey(action),
    kind: action.kind,
    part: actions.definitionOf(action).part,
    ...describeAction(actions, action, names),
    ...defined({ undoShort: actions.definitionOf(action).undoShort }),
    sources: references.placesOf(action.kind).map(([id, heading]) => sourceView(references, id, heading)),
    changes: fieldChanges(actions, action),
  }),
)

export const stepPlanView = (procedure: Procedure, { stepId, actions: plan, names }: StepPlan): StepPlanView => ({
  step: stepId,
  number: placeOf(procedure, stepId) ?? 0,
  title: guideOf(procedure, stepId).title,
  plan: plan.map((action) => actionView(procedure, action, names)),
})

/** @param running what is followed for the step that has them */
export const receiptViews = (receipts: readonly Receipt[], running: Pending | undefined): readonly ReceiptView[] =>
  receipts.map((receipt) => {
    const { title, resourceId, at, written, found, ended } = receipt
    const atService = ended === 'failed' ? 'failed' : written && !isMade(receipt, running) ? 'running' : undefined
    return { title, resourceId, at, written, ...defined({ atService, found }) }
  })

export function problemView(problem: Problem): ProblemView {
  const { title, meaning, remedy, owner, points, refusal } = problem
  return { title, meaning, remedy, owner, ...(points ? { points } : {}), ...(refusal ? { refusal } : {}) }
}

/** "8 changes · No downtime · A few minutes": what the person is about to let happen, in one line; empty when nothing is planned. */
export function planSummary(actions: Actions, plan: readonly Action[]): DisplayText {
  const count = plan.length
  if (count === 0) return verbatim('')
  const described = plan.map((action) => describeAction(actions, action))
  const outages = described.filter(({ usersCutOff }) => usersCutOff)
  const [first, ...others] = outages
  const [only] = described
  if (first === undefined) return count === 1 && only ? messages.plan.calmOne({ takes: only.takes }) : messages.plan.calm({ count })
  return others.length === 0
    ? messages.plan.outage({ count, takes: first.takes })
    : messages.plan.outages({ count, outages: outages.length })
}

/** Another environment than the chosen one, once it was read. */
function aboutOf({ choices, reading }: StepContext): Pick<StepView, 'about'> {
  const environment = reading?.environment
  return environment === undefined || sameId(environment.id, choices.environmentId) ? {} : { about: environment.displayName }
}

function waitsFor({ owners }: Actions, { lastPoll, attempts }: StepContext, phase: StepPhase): DisplayText | undefined {
  // The pause says it, with the time of the next try.
  if (phase === 'pausing') return undefined
  if (phase === 'waiting') return lastPoll ? owners.says.saysState({ state: lastPoll.stateWord }) : messages.progress.accepted
  return attempts > 0 ? messages.progress.attempt({ number: attempts + 1, of: MOST_ATTEMPTS }) : undefined
}

/** A service asks the person for more than the sign-in shows: no next try comes by itself. */
const isAsked = (problem: Problem | undefined): boolean => problem?.refusal?.challenge !== undefined

/** The refused try, its reason, and the time of the next automatic one. */
function retryOf({ attempts, problem, retryAt }: StepContext, phase: StepPhase): Pick<StepView, 'retry'> {
  if (phase !== 'pausing' || isAsked(problem)) return {}
  return {
    retry: {
      attempt: attempts,
      of: MOST_ATTEMPTS,
      reason: problem?.meaning ?? messages.progress.notTaken,
      ...defined({ nextAt: retryAt }),
    },
  }
}

function progress(procedure: Procedure, context: StepContext, phase: StepPhase): readonly ProgressView[] {
  const { actions } = procedure
  return context.queue.map((action, index): ProgressView => {
    const receipt = context.receipts[index]
    const current = index === context.position
    const waits = current ? waitsFor(actions, context, phase) : undefined
    const running = current && (receipt === undefined || context.pending !== undefined)
    return {
      ...actionView(procedure, action, context.reading?.names),
      state: running ? 'running' : receipt ? 'done' : 'waiting',
      ...(running ? { startedAt: context.actionStartedAt } : {}),
      ...(waits ? { waitsFor: waits } : {}),
      ...(receipt ? { resourceId: receipt.resourceId, written: receipt.written } : {}),
    }
  })
}

const stageState = (word: string | undefined): WaitView['stages'][number]['state'] => {
  switch (word?.toLowerCase()) {
    case 'succeeded':
      return 'done'
    case 'running':
      return 'running'
    case 'failed':
      return 'failed'
    default:
      return 'open'
  }
}

/** Why a poll was incomplete. The operation itself continues. */
export function pollProblem(owners: ServiceOwners, refusal: Refusal): ProblemView {
  if (isOutOfReach(refusal)) {
    return {
      title: owners.says.outOfReach,
      meaning: owners.says.outOfReachMeaning,
      remedy: messages.wait.outOfReachRemedy,
      owner: 'you',
      refusal,
    }
  }
  const { remedy, owner } = readingOf(refusal, owners, owners.operations)
  if (refusal.reason === 'unauthenticated') {
    return {
      title: messages.wait.signInEnded,
      meaning: owners.says.signInEndedMeaning,
      // The sign-in service's own reason says more than that the sign-in ended.
      remedy: isSignInCode(refusal.code) ? remedy : messages.wait.signInEndedRemedy,
      owner: 'you',
      refusal,
    }
  }
  const title = messages.wait.operationUnread
  return { title, meaning: owners.says.checkFailedMeaning, remedy, owner, refusal }
}

const stagesOf = (poll: Poll | undefined): WaitView['stages'] =>
  (poll?.operation?.stages ?? []).map((stage) => ({
    name: stage.name,
    state: stageState(stage.stateWord),
    ...(stage.firstActionAt ? { from: stage.firstActionAt } : {}),
    ...(stage.lastActionAt && stageState(stage.stateWord) !== 'running' ? { to: stage.lastActionAt } : {}),
  }))

function endedOf({ ending }: StepContext, phase: StepPhase): EndedView | undefined {
  if (ending?.cause.by !== 'operation' || phase === 'waiting') return undefined
  const { poll } = ending.cause
  return {
    stages: stagesOf(poll),
    stateWord: poll.stateWord,
    ...defined({ operationId: poll.operation?.id, environmentNow: poll.environmentNow }),
  }
}

function wait(actions: Actions, context: StepContext): WaitView | undefined {
  const { pending, lastPoll } = context
  if (!pending) return undefined
  const following = actions.waitOf(pending)
  const { title, range, takesDays, takesUpTo, unsettles } = following
  const operation = lastPoll?.operation
  const operationId = operation?.id ?? following.operationId?.(pending)
  return {
    title,
    range,
    since: pending.since,
    ...defined({ takesUpTo, lastPollAt: context.lastPollAt, nextPollAt: context.nextPollAt, outOfReachSince: context.outOfReachSince }),
    stateWord: lastPoll?.stateWord ?? messages.wait.accepted,
    ...defined({ environmentNow: lastPoll?.environmentNow }),
    ...(operationId ? { operationId } : {}),
    stages: stagesOf(lastPoll),
    mayClose: takesDays,
    isOutage: unsettles,
    ...(lastPoll?.refusal ? { problem: pollProblem(actions.owners, lastPoll.refusal) } : {}),
  }
}

export function sourceView(references: References, id: SourceId, heading?: string): SourceView {
  const { title, edition } = references.sourceOf(id)
  return { id, title: verbatim(title), ...(edition ? { edition } : {}), ...(heading ? { heading: verbatim(heading) } : {}) }
}

export const sourceViews = (references: References, ids: readonly SourceId[]): readonly SourceView[] =>
  ids.map((id) => sourceView(references, id))

export const pitfallViews = (references: References, pitfalls: readonly Pitfall[]): readonly PitfallView[] =>
  pitfalls.map((pitfall) => ({ ...pitfall, source: sourceView(references, pitfall.source) }))

/** Contradicting statements of documents, each with its source. */
export function contradictionView(references: References, id: ContradictionId): ContradictionView {
  const { topic, statements, goesBy } = references.contradictionOf(id)
  return { topic, statements: statements.map(({ says, source }) => ({ says, source: sourceView(references, source) })), goesBy }
}

/**
 * The words beside a step.
 * @param running what is waited for
 * @param isForbidden the step must not be carried out, so that its manual steps are not offered either
 */
export const guideView = (references: References, guide: Guide, running?: Pending['kind'], isForbidden = false): GuideView =>
  viewOfGuide(guide, references, running, isForbidden)

const viewOfGuide = oncePer(function viewOfGuide(
  guide: Guide,
  references: References,
  running: Pending['kind'] | undefined,
  isForbidden: boolean,
): GuideView {
  return {
    why: guide.whySections,
    byHand: (isForbidden ? [] : guide.byHand).map(({ link, ...way }) => ({ ...way, ...(link ? { link: linkOf(references, link) } : {}) })),
    whileYouWait: guide.whileYouWait
      .filter(({ during }) => during === undefined || during === running)
      .map(({ heading, text }) => ({ heading, text })),
    waits: guide.waits.map(references.waitOf).map((wait) => ({ ...wait, sources: sourceViews(references, wait.sources) })),
    pitfalls: pitfallViews(references, guide.pitfalls),
    contradictions: guide.contradictions.map((id) => contradictionView(references, id)),
    sources: sourceViews(references, guide.sources),
  }
})

/** The problem, except during a retry: between tries, it isn't a failure yet. */
function problemOf(
  actions: Actions,
  { problem, retryAt, queue, position, reading }: StepContext,
  phase: StepPhase,
): Pick<StepView, 'problem'> {
  if (!problem || phase === 'reading' || phase === 'applying') return {}
  if (phase !== 'pausing' || (problem.refusal && asksForFactor(problem.refusal))) return { problem: problemView(problem) }
  const action = queue[position]
  const title = action ? problemMessages.notYet({ title: describeAction(actions, action, reading?.names).title }) : problem.title
  const remedy = isAsked(problem) ? messages.progress.asks : retryAt === undefined ? messages.progress.paused : messages.progress.retried
  return { problem: problemView({ ...problem, title, remedy }) }
}

const harmsOf = (actions: Actions, plan: readonly Action[]): readonly Harm[] =>
  plan.flatMap((action) => actions.definitionOf(action).harm?.(action) ?? [])

/** Phases that a change doesn't end: what was read stays on the page. Others are read again, or checked before they write. */
const KEEPS_WHAT_IT_READ: readonly StepPhase[] = ['choosing', 'stopped']

function readAtOf({ reading }: StepContext, phase: StepPhase): Pick<StepView, 'checkedAt' | 'oldSince'> {
  if (reading === undefined) return {}
  return { checkedAt: reading.readAt, ...(KEEPS_WHAT_IT_READ.includes(phase) ? defined({ oldSince: reading.oldSince }) : {}) }
}

/** The step on screen, from its machine's context. */
export function stepView(
  procedure: Procedure,
  stepId: SequenceId,
  context: StepContext,
  phase: StepPhase,
  earlierReceipts: readonly Receipt[],
  missing: StepView['missing'] | undefined,
  later: readonly StepPlan[] = [],
  isFirstChange = false,
): StepView {
  const { actions, references } = procedure
  const guide = guideOf(procedure, stepId)
  const number = placeOf(procedure, stepId)
  const { reading, attestations } = context
  const proved = phase === 'reviewing' && isProved(reading, attestations)
  const waiting = phase === 'waiting' ? wait(actions, context) : undefined
  const working = phase === 'applying' || phase === 'pausing' || phase === 'waiting'
  const typedName = typedNameFor(actions, reading)
  const plan = (reading?.plan ?? []).map((action) => actionView(procedure, action, reading?.names))
  return {
    id: stepId,
    ...(number === undefined ? {} : { place: { number, of: procedure.steps.length } }),
    title: waiting?.mayClose ? waiting.title : proved ? guide.outcome : guide.title,
    ...(waiting?.mayClose && number === undefined ? { of: guide.title } : {}),
    ...aboutOf(context),
    task: taskView(procedure, stepId, context, phase, proved),
    phase,
    proved,
    ...readAtOf(context, phase),
    findings: (reading?.findings ?? []).map((finding) => findingView(procedure, finding, reading as Reading, attestations)),
    plan,
    ...(isRequestable(procedure, context, phase) ? { requestable: true as const } : {}),
    ...defined({ starts: startOf(harmsOf(actions, reading?.plan ?? []))?.title }),
    planSummary: planSummary(actions, reading?.plan ?? []),
    ...(phase === 'confirming' || phase === 'rechecking'
      ? {
          confirmation: {
            ...defined({ typedName }),
            irreversible: plan.some(({ reversible }) => reversible === 'no'),
            usersCutOff: plan.some((action) => action.usersCutOff),
            harms: harmsOf(actions, reading?.plan ?? []).map(({ start: _, ...harm }) => harm),
            ...defined({ start: startOf(harmsOf(actions, reading?.plan ?? [])) }),
            ...(isFirstChange ? { first: true as const } : {}),
            cautions: (reading?.findings ?? []).flatMap(({ atConfirmation }) => atConfirmation ?? []),
            ...(takesUsersOffline(actions, reading?.plan ?? []) ? { timeNeeded: timeNeeded(actions, reading?.plan ?? []) } : {}),
            ...(isOpenEnded(actions, reading?.plan ?? []) ? { openEnded: true as const } : {}),
            ...defined({ starts: startsOf(procedure, stepId, context) }),
          },
        }
      : {}),
    ...((working || phase === 'rechecking') && context.window ? { window: context.window } : {}),
    ...scheduleOf(procedure, context, phase, proved),
    later: later.map((plan) => stepPlanView(procedure, plan)),
    progress: working ? progress(procedure, context, phase) : [],
    ...retryOf(context, phase),
    receipts: receiptViews(earlierReceipts, context.pending),
    ...defined({ wait: waiting, ended: endedOf(context, phase) }),
    ...problemOf(actions, context, phase),
    ...(missing ? { missing } : {}),
    guide: guideView(
      references,
      guide,
      context.pending?.kind,
      reading?.findings.some(({ forbidsStep }) => forbidsStep),
    ),
  }
}
