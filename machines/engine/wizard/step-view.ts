import { type DisplayText, verbatim } from '../../messages/message.ts'
import { type Action, actionKey, describeAction, fieldChanges, needsTypedName, type Pending, type Receipt } from '../../procedure/action.ts'
import { startOf } from '../../procedure/actions/registry.ts'
import { contradictionOf } from '../../procedure/contradictions.ts'
import { isPutRightByAssessing } from '../../procedure/coverage/checks.ts'
import { GUIDES } from '../../procedure/guides.ts'
import { linkOf as knownLink, LINK_TITLES } from '../../procedure/links.ts'
import { sourceOf } from '../../procedure/sources.ts'
import { knownWait } from '../../procedure/waits.ts'
import type { Refusal } from '../answer.ts'
import { handingOverOf } from '../handoff/offer.ts'
import { type Attestation, type Finding, type LinkId, placeOf, type SequenceId, type SourceId, STEP_IDS } from '../step/finding.ts'
import type { Guide, Pitfall } from '../step/guide.ts'
import { isOutOfReach } from '../step/look.ts'
import { type StepContext, typedNameFor } from '../step/machine.ts'
import { timeNeeded } from '../step/maintenance-window.ts'
import { problemMessages } from '../step/problem-messages.ts'
import { MOST_ATTEMPTS, type Problem } from '../step/problems.ts'
import { isPlanned, isProved, type Reading } from '../step/proof.ts'
import { readingOf } from '../step/refusals.ts'
import { ownerMessage } from './owner-message.ts'
import type { StepPlan } from './plans.ts'
import { stepMessages as messages } from './step-messages.ts'
import type {
  ActionView,
  FindingView,
  GuideView,
  PitfallView,
  ProblemView,
  ProgressView,
  ReceiptView,
  SourceView,
  StepPhase,
  StepPicture,
  StepPlanView,
  StepView,
  WaitView,
} from './view-of-step.ts'

const linkOf = (id: LinkId) => ({ id, title: LINK_TITLES[knownLink(id)] })

/** What can be done about a finding from here. */
function offerOf(finding: Finding, planned: boolean, reading: Reading): FindingView['offer'] {
  if (isPutRightByAssessing(finding)) return { event: 'GO_TO_PAGE', page: 'coverage', title: messages.offer.assess }
  const handingOver = handingOverOf(finding, reading.stepId, reading)
  if (handingOver && !planned) return { event: 'GO_TO_PAGE', page: 'hand-over', ...handingOver }
  if (finding.key !== 'purge-protection' || finding.status !== 'fail' || planned) return undefined
  return { event: 'TURN_ON_PURGE_PROTECTION', title: messages.offer.purgeProtection }
}

/** A finding as the window shows it: with what the plan and people's confirmations make of it. */
export function findingView(finding: Finding, reading: Reading, attestations: readonly Attestation[]): FindingView {
  const { putRightBy: _, evidence: __, forbidsStep: ___, atConfirmation: ____, link, attestable, ...rest } = finding
  const attestation = attestations.find((each) => each.key === finding.key)
  const planned = isPlanned(finding, reading.plan)
  const offer = offerOf(finding, planned, reading)
  return {
    ...rest,
    planned,
    attestable: attestable === true,
    ...(link ? { link: linkOf(link) } : {}),
    ...(offer ? { offer } : {}),
    ...(attestable && attestation ? { attested: { by: attestation.by, at: attestation.at } } : {}),
    message: ownerMessage(finding, reading.environment),
  }
}

export const actionView = (action: Action): ActionView => ({
  key: actionKey(action),
  kind: action.kind,
  ...describeAction(action),
  changes: fieldChanges(action),
})

export const stepPlanView = ({ stepId, actions }: StepPlan): StepPlanView => ({
  step: stepId,
  number: STEP_IDS.indexOf(stepId) + 1,
  title: GUIDES[stepId].title,
  plan: actions.map(actionView),
})

export const receiptView = ({ title, resourceId, at, written, found }: Receipt): ReceiptView => ({
  ...{ title, resourceId, at, written },
  ...(found ? { found } : {}),
})

export function problemView(problem: Problem): ProblemView {
  const { title, meaning, remedy, owner, points, refusal } = problem
  return { title, meaning, remedy, owner, ...(points ? { points } : {}), ...(refusal ? { refusal } : {}) }
}

/** "8 changes, nobody is cut off": what the person is about to let happen, in one line; empty when nothing is planned. */
export function planSummary(plan: readonly Action[]): DisplayText {
  const count = plan.length
  if (count === 0) return verbatim('')
  const outage = plan.map(describeAction).find((description) => description.usersCutOff)
  return outage ? messages.plan.outage({ count, takes: outage.takes }) : messages.plan.calm({ count })
}

function waitsFor({ lastLook, attempts }: StepContext, phase: StepPhase): DisplayText | undefined {
  // The pause says it, with the time of the next try.
  if (phase === 'pausing') return undefined
  if (phase === 'waiting') return lastLook ? messages.progress.serviceSays({ state: lastLook.stateWord }) : messages.progress.accepted
  return attempts > 0 ? messages.progress.attempt({ number: attempts + 1, of: MOST_ATTEMPTS }) : undefined
}

/** Which try was refused and why, and when the next one follows by itself. */
function retryOf({ attempts, problem, retryAt }: StepContext, phase: StepPhase): Pick<StepView, 'retry'> {
  if (phase !== 'pausing') return {}
  return {
    retry: {
      attempt: attempts,
      of: MOST_ATTEMPTS,
      reason: problem?.meaning ?? messages.progress.notTaken,
      ...(retryAt === undefined ? {} : { nextAt: retryAt }),
    },
  }
}

function progress(context: StepContext, phase: StepPhase): readonly ProgressView[] {
  return context.queue.map((action, index): ProgressView => {
    const receipt = context.receipts[index]
    const current = index === context.position
    const waits = current ? waitsFor(context, phase) : undefined
    const running = current && (receipt === undefined || context.pending !== undefined)
    return {
      ...actionView(action),
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

/** Why a look saw less than it should. What is looked at goes on all the same. */
export function lookProblem(refusal: Refusal): ProblemView {
  if (isOutOfReach(refusal)) {
    return {
      title: messages.wait.outOfReach,
      meaning: messages.wait.outOfReachMeaning,
      remedy: messages.wait.outOfReachRemedy,
      owner: 'you',
      refusal,
    }
  }
  const { remedy, owner } = readingOf(refusal, 'power-platform-administrator')
  if (refusal.reason === 'unauthenticated') {
    return {
      title: messages.wait.signInEnded,
      meaning: messages.wait.signInEndedMeaning,
      // What the sign-in service says of itself is more than that it has ended.
      remedy: refusal.code?.startsWith('AADSTS') ? remedy : messages.wait.signInEndedRemedy,
      owner: 'you',
      refusal,
    }
  }
  const title = messages.wait.operationUnread
  return { title, meaning: messages.wait.lookFailed, remedy, owner, refusal }
}

function wait(context: StepContext): WaitView | undefined {
  const { pending, lastLook } = context
  if (!pending) return undefined
  const { title, range, takesDays } = startOf(pending).wait
  const operation = lastLook?.operation
  const operationId = operation?.id ?? (pending.kind === 'operation' ? pending.operation.id : undefined)
  return {
    title,
    range,
    since: pending.since,
    ...(context.lastLookAt === undefined ? {} : { lastLookAt: context.lastLookAt }),
    ...(context.nextLookAt === undefined ? {} : { nextLookAt: context.nextLookAt }),
    ...(context.outOfReachSince === undefined ? {} : { outOfReachSince: context.outOfReachSince }),
    stateWord: lastLook?.stateWord ?? messages.wait.accepted,
    ...(lastLook?.environmentState ? { environmentState: lastLook.environmentState } : {}),
    ...(operationId ? { operationId } : {}),
    stages: (operation?.stages ?? []).map((stage) => ({
      name: stage.name,
      state: stageState(stage.stateWord),
      ...(stage.firstActionAt ? { from: stage.firstActionAt } : {}),
      ...(stage.lastActionAt && stageState(stage.stateWord) !== 'running' ? { to: stage.lastActionAt } : {}),
    })),
    mayClose: takesDays,
    ...(lastLook?.refusal ? { problem: lookProblem(lastLook.refusal) } : {}),
  }
}

function sourceView(id: SourceId): SourceView {
  const { title, edition } = sourceOf(id)
  return { id, title, ...(edition ? { edition } : {}) }
}

export const sourceViews = (ids: readonly SourceId[]): readonly SourceView[] => ids.map(sourceView)

export const pitfallViews = (pitfalls: readonly Pitfall[]): readonly PitfallView[] =>
  pitfalls.map((pitfall) => ({ ...pitfall, source: sourceView(pitfall.source) }))

export function guideView(guide: Guide, pending?: Pending): GuideView {
  return {
    why: guide.whySections,
    byHand: guide.byHand.map(({ link, ...way }) => ({ ...way, ...(link ? { link: linkOf(link) } : {}) })),
    whileYouWait: guide.whileYouWait
      .filter(({ during }) => during === undefined || during === pending?.kind)
      .map(({ heading, text }) => ({ heading, text })),
    waits: guide.waits.map(knownWait).map((wait) => ({ ...wait, sources: sourceViews(wait.sources) })),
    pitfalls: pitfallViews(guide.pitfalls),
    contradictions: guide.contradictions.map(contradictionOf).map(({ topic, statements, goesBy }) => ({
      topic,
      statements: statements.map(({ says, source }) => ({ says, source: sourceView(source) })),
      goesBy,
    })),
    sources: sourceViews(guide.sources),
  }
}

/** What stands in the way, unless it is being tried again at this moment. While it waits for the next try, it is not a failure yet. */
function problemOf({ problem, retryAt, queue, position }: StepContext, phase: StepPhase): Pick<StepView, 'problem'> {
  if (!problem || phase === 'reading' || phase === 'applying') return {}
  if (phase !== 'pausing') return { problem: problemView(problem) }
  const action = queue[position]
  const title = action ? problemMessages.notYet({ title: describeAction(action).title }) : problem.title
  const remedy = retryAt === undefined ? messages.progress.paused : messages.progress.retried
  return { problem: problemView({ ...problem, title, remedy }) }
}

/** Of thousands of environments only the chosen one, once it is chosen: the view is sent whole after each change. */
function pictureOf(reading: Reading | undefined, phase: StepPhase): StepPicture {
  const picture = reading?.picture ?? { kind: 'none' }
  if (picture.kind !== 'environments' || picture.chosen === undefined || phase === 'choosing') return picture
  return { ...picture, environments: picture.environments.filter(({ id }) => id === picture.chosen) }
}

/** The step on screen, from its machine's context. */
export function stepView(
  stepId: SequenceId,
  context: StepContext,
  phase: StepPhase,
  earlierReceipts: readonly Receipt[],
  missing: StepView['missing'] | undefined,
  later: readonly StepPlan[] = [],
): StepView {
  const guide = GUIDES[stepId]
  const number = placeOf(stepId)
  const { reading, attestations } = context
  const proved = phase === 'reviewing' && isProved(reading, attestations)
  const waiting = phase === 'waiting' ? wait(context) : undefined
  const working = phase === 'applying' || phase === 'pausing' || phase === 'waiting'
  const typedName = typedNameFor(reading)
  const plan = (reading?.plan ?? []).map(actionView)
  return {
    id: stepId,
    ...(number === undefined ? {} : { place: { number, of: STEP_IDS.length } }),
    title: waiting?.mayClose ? waiting.title : proved ? guide.outcome : guide.title,
    what: guide.what,
    why: guide.why,
    phase,
    proved,
    ...(reading ? { checkedAt: reading.readAt } : {}),
    findings: (reading?.findings ?? []).map((finding) => findingView(finding, reading as Reading, attestations)),
    plan,
    planSummary: planSummary(reading?.plan ?? []),
    picture: pictureOf(reading, phase),
    ...(phase === 'confirming' || phase === 'rechecking'
      ? {
          confirmation: {
            ...(typedName === undefined ? {} : { typedName }),
            irreversible: plan.some(({ reversible }) => reversible === 'no'),
            usersCutOff: plan.some((action) => action.usersCutOff),
            cautions: (reading?.findings ?? []).flatMap(({ atConfirmation }) => atConfirmation ?? []),
            ...(needsTypedName(reading?.plan ?? []) ? { timeNeeded: timeNeeded(reading?.plan ?? []) } : {}),
          },
        }
      : {}),
    ...((working || phase === 'rechecking') && context.window ? { window: context.window } : {}),
    later: later.map(stepPlanView),
    progress: working ? progress(context, phase) : [],
    ...retryOf(context, phase),
    receipts: earlierReceipts.map(receiptView),
    ...(waiting ? { wait: waiting } : {}),
    ...problemOf(context, phase),
    ...(missing ? { missing } : {}),
    guide: guideView(reading?.findings.some(({ forbidsStep }) => forbidsStep) ? { ...guide, byHand: [] } : guide, context.pending),
  }
}
