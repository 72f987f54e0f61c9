import { defined } from '../../defined.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { sentences, titled } from '../../messages/sentences.ts'
import { isOnWord } from '../handoff/claims.ts'
import { sameId } from '../ids.ts'
import { guideOf, type Procedure, stepIds } from '../procedure.ts'
import { asksPerson } from '../step/asks-person.ts'
import type { LinkId, StepId } from '../step/finding.ts'
import { announcements } from './announcement-messages.ts'
import { closingView, findingsOfAll } from './closing-view.ts'
import { isFree, phaseOf, recordIn, type WizardContext } from './context.ts'
import { driftAnnouncement } from './drift-view.ts'
import { evidenceView } from './evidence-view.ts'
import { handOverView } from './hand-over.ts'
import type { WizardSnapshot } from './machine.ts'
import { underwayMessages } from './missing.ts'
import { acceptedDecisions, acceptedEvents } from './offers.ts'
import { besideStepView, operationsView } from './operations-view.ts'
import { plansAfter } from './plans.ts'
import { preflightView } from './preflight-view.ts'
import { prepareView } from './prepare.ts'
import type { CommonView, OwnView, Presentation, ViewWith } from './presentation.ts'
import { differencesIn } from './recovery.ts'
import { recoveryAnnouncement, recoveryView, toAnswer } from './recovery-view.ts'
import { SIDE_PAGES } from './side-pages.ts'
import { signInAgainView } from './sign-in-again.ts'
import { sidePages, stages, stepper } from './stages.ts'
import { isBehindStart, type StartContext, type StartSnapshot, tenantIn } from './start.ts'
import { problemView, stepView } from './step-view.ts'
import { operationAbout } from './targets.ts'
import { scheduledStart, underwayIn } from './underway.ts'
import type { OtherView, RecordView, StartView, WhoView, WizardView } from './view.ts'
import type { JournalState } from './view-of-side-pages.ts'
import type { StepPhase, StepView } from './view-of-step.ts'

/** Reasons to stay on the page although others are open. The first that applies is shown. */
const REASONS: readonly {
  readonly holds: (snapshot: WizardSnapshot) => boolean
  readonly says: (snapshot: WizardSnapshot) => DisplayText
}[] = [
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'differing' }),
    says: ({ context }) => toAnswer(differencesIn(context).length),
  },
  { holds: (snapshot) => snapshot.matches({ recovering: 'reading' }), says: () => underwayMessages.reading },
  {
    holds: (snapshot) => snapshot.matches({ recovering: 'unread' }),
    says: ({ context }) => context.problems.recovery?.remedy ?? underwayMessages.reading,
  },
  { holds: ({ context }) => !isFree(context), says: () => underwayMessages.applying },
]

/** Why no other open page or step is reachable now; undefined if one is. */
export const whyStaying = (snapshot: WizardSnapshot): DisplayText | undefined =>
  REASONS.find(({ holds }) => holds(snapshot))?.says(snapshot)

/** The step that the machine is in; nothing on the start and closing pages. */
const currentStep = (snapshot: WizardSnapshot): StepId | undefined =>
  stepIds(snapshot.context.procedure).find((stepId) => snapshot.value === stepId)

/** The host's part of the view, unknown to the machine. */
export interface Surroundings {
  readonly revision: number
  readonly now: number
  readonly scenarios: NonNullable<WizardView['start']>['scenarios']
  readonly clouds: NonNullable<WizardView['start']>['clouds']
  /** The cloud given as a file at the start, if there is one. */
  readonly customCloud?: WizardView['customCloud']
  readonly announcementId: number
  /** Address of the portal page behind a link, for messages. */
  readonly addressOf: (link: LinkId) => string
  /** Engagements on this computer; absent until they have been looked for. */
  readonly engagements?: NonNullable<StartView['engagements']>
  /** Some of a long list are there, and the others are still being read. */
  readonly listing?: boolean
  /** Why the names and groups of their customers are not shown. */
  readonly finished?: NonNullable<StartView['finished']>
  readonly customersProblem?: NonNullable<StartView['customersProblem']>
  /** Missing entries of the list of engagements, and why. */
  readonly lacks?: NonNullable<StartView['lacks']>
  readonly record?: RecordView
  /** The journal of the open environment, by its last line. */
  readonly journal?: JournalState
}

/** Running and ended operations beside the page on screen; their own pages have the details. */
const othersView = (context: WizardContext): readonly OtherView[] =>
  Object.entries(context.others).map(([id, { phase, context: seen }]) => {
    const { title, proved, findings, problem, wait } = stepView(context.procedure, operationAbout(id).operation, seen, phase, [], undefined)
    const environment = seen.reading?.environment
    return {
      id,
      title: wait?.title ?? title,
      phase,
      proved,
      ...defined({ problem, wait, environment: environment?.displayName, environmentId: environment?.id }),
      findings: findings.filter(({ status }) => status !== 'pass'),
    }
  })

function who({ procedure, tenant, steps, choices, preflight }: WizardContext, noteOn: Presentation<OwnView>['noteOn']): WhoView {
  const read = [...stepIds(procedure).map((stepId) => steps[stepId]?.reading), ...(preflight?.readings ?? [])]
  const environment = read
    .map((each) => each?.environment)
    .find((each) => each !== undefined && sameId(each.id, choices.environmentId))?.displayName
  const { account, cloud } = tenant
  const [first, ...others] = [tenant.note, noteOn(account)].filter((each) => each !== undefined)
  return {
    customer: account.tenantName,
    tenant: account.tenantId,
    cloud,
    account: account.userName,
    ...(environment ? { environment } : {}),
    ...(first === undefined ? {} : { note: sentences(first, ...others) }),
  }
}

function announcement(
  procedure: Procedure,
  page: WizardView['page'],
  step: StepView | undefined,
  closing: { readonly title: DisplayText; readonly checking: boolean } | undefined,
  beside: DisplayText | undefined,
  drift: DisplayText | undefined,
): DisplayText {
  if (beside) return beside
  if (closing?.checking) return announcements.checkingAll
  if (closing) return procedure.words.allVerified({ title: closing.title })
  if (step) return stepAnnouncement(procedure, step)
  return page === 'operations' ? (drift ?? procedure.words.chooseOperation) : verbatim('')
}

/** The findings and the next tasks, as separate sentences. */
function checked(step: StepView, head: DisplayText): DisplayText {
  const toPutRight = step.findings.filter((finding) => finding.status === 'fail' && !finding.planned).length
  const toConfirm = step.findings.filter((finding) => asksPerson(finding) && !finding.attested).length
  const parts = [
    ...(toPutRight > 0 ? [announcements.toPutRight({ count: toPutRight })] : []),
    ...(toConfirm > 0 ? [announcements.toConfirm({ count: toConfirm })] : []),
    ...(step.plan.length > 0 ? [announcements.planned({ summary: step.planSummary })] : []),
  ]
  const first = step.unstarted?.isNews ? announcements.canceled({ step: head }) : announcements.checked({ step: head })
  return sentences(first, ...(parts.length > 0 ? parts : [announcements.unread]))
}

function stepAnnouncement(procedure: Procedure, step: StepView): DisplayText {
  const head = step.place ? announcements.step(step.place) : step.title
  switch (step.phase) {
    case 'reading':
      return announcements.reading({ step: head })
    case 'choosing':
      return announcements.choosing({ step: head, choice: guideOf(procedure, step.id).choice.announced })
    case 'reviewing':
      if (!step.proved) return checked(step, head)
      if (!step.place) return head
      return isOnWord(step) ? announcements.confirmed({ step: head }) : announcements.proved({ step: head })
    case 'confirming':
      return announcements.confirming({ step: head })
    case 'scheduled':
      return announcements.scheduled({ step: head, at: step.schedule?.at ?? 0 })
    case 'rechecking':
      return announcements.rechecking({ step: head })
    case 'applying': {
      const title = step.progress.find((action) => action.state === 'running')?.title
      return title === undefined ? announcements.applying({ step: head }) : announcements.doing({ step: head, title })
    }
    case 'pausing':
      if (step.retry === undefined) return announcements.asking({ step: head })
      return step.retry.nextAt === undefined ? announcements.paused({ step: head }) : announcements.pausing({ step: head })
    case 'waiting':
      return step.wait ? announcements.waitingFor({ step: head, title: step.wait.title }) : announcements.waiting({ step: head })
    case 'stopped':
      return step.problem ? announcements.stoppedBy({ step: head, title: step.problem.title }) : announcements.stopped({ step: head })
  }
}

/** True if the wizard hasn't changed this environment yet, and the tenant is real. */
const isFirstChange = ({ tenant, steps, operations }: WizardContext): boolean =>
  tenant.practice === undefined &&
  [...Object.values(steps), ...Object.values(operations)].every((record) => (record?.receipts ?? []).length === 0)

/** States in which all steps are read at once. */
const READING_ALL = [
  { preflight: 'reading' },
  { recovering: 'reading' },
  { operations: 'comparing' },
  { closing: 'checking' },
  { 'hand-over': 'reading' },
  { landscape: 'reading' },
] as const

/** Only where something is wrong with it. */
const recordShown = (record: RecordView | undefined): { readonly record?: RecordView } =>
  record && (record.held || record.problem !== undefined) ? { record } : {}

function startAnnouncement({ signIn, problem, tenants }: StartContext, connecting: boolean): DisplayText {
  if (!connecting && problem) return titled(problem.title, problem.remedy)
  if (!connecting) return tenants ? announcements.chooseTenant({ count: tenants.length }) : verbatim('')
  if (!signIn) return announcements.openingPractice
  switch (signIn.progress?.kind) {
    case 'browser':
      return announcements.signInInBrowser
    case 'device-code':
      return announcements.enterCode({ code: signIn.progress.userCode, address: signIn.progress.verificationUri })
    case 'tokens':
      return announcements.askingServices
    default:
      return announcements.signingIn
  }
}

/** The start page. */
function startPage(snapshot: StartSnapshot, surroundings: Surroundings): CommonView {
  const { revision, now, scenarios, clouds, customCloud, announcementId, record } = surroundings
  const { engagements, finished, customersProblem, lacks } = surroundings
  const { context } = snapshot
  const { signIn, tenants, resumes, problem } = context
  const connecting = !isBehindStart(snapshot) && !snapshot.matches('start')
  return {
    revision,
    now,
    page: 'start',
    ...defined({ customCloud }),
    refusedAudiences: [],
    start: {
      scenarios,
      clouds,
      connecting,
      ...defined({ engagements, finished, customersProblem, lacks, signIn, tenants, resumes, problem: problem && problemView(problem) }),
    },
    stepper: [],
    pages: [],
    ...recordShown(record),
    announcement: { id: announcementId, text: startAnnouncement(context, connecting) },
    can: acceptedEvents(snapshot),
    decisions: [],
  }
}

/** The whole view, from the machines' snapshots: pure, plain JSON, without anything the window could reach a service with. */
export function toView<Own extends OwnView>(
  snapshot: StartSnapshot,
  surroundings: Surroundings,
  presentation: Presentation<Own>,
): ViewWith<Own> {
  const open = tenantIn(snapshot)
  const start = () => ({ ...startPage(snapshot, surroundings), ...presentation.start })
  if (!open) return start()
  const view = tenantView(open, surroundings, presentation)
  if (!isBehindStart(snapshot)) return { ...view, can: [...view.can, ...acceptedEvents(snapshot)] }
  const { practice, who, step, others, record } = view
  const shown = start()
  return {
    ...shown,
    ...(shown.start ? { start: { ...shown.start, behind: defined({ runs: runsIn(open) }) } } : {}),
    ...defined({ practice, who, step, others, record, staying: whyNoOther(open, who?.environment) }),
  }
}

function runsIn({ context }: WizardSnapshot): DisplayText | undefined {
  const id = underwayIn(context)
  const pending = id === undefined ? undefined : recordIn(context, id).pending
  return pending && context.procedure.actions.waitOf(pending).title
}

/** Why no other tenant opens while one is open behind the start page; undefined if one does. */
function whyNoOther({ context }: WizardSnapshot, environment = context.tenant.account.tenantName): DisplayText | undefined {
  if (isFree(context)) return undefined
  return (scheduledStart(context) === undefined ? underwayMessages.behind : underwayMessages.behindScheduled)({ environment })
}

/** The view of an open tenant. */
export function tenantView<Own extends OwnView>(
  snapshot: WizardSnapshot,
  surroundings: Surroundings,
  presentation: Presentation<Own>,
): ViewWith<Own> {
  const { revision, now, announcementId, addressOf, record, journal } = surroundings
  const { context } = snapshot
  const stepId = currentStep(snapshot)
  const child = snapshot.children.step?.getSnapshot()
  const sidePage = SIDE_PAGES.find((each) => snapshot.matches(each))
  const page: WizardView['page'] = stepId ? 'step' : (sidePage ?? (snapshot.matches('recovering') ? 'recovery' : 'closing'))
  const shown = context.running
  const phase: StepPhase | undefined = shown && child ? phaseOf(child) : undefined
  const step =
    shown && child && phase
      ? stepView(
          context.procedure,
          shown,
          { ...child.context, reading: recordIn(context, shown).reading },
          phase,
          recordIn(context, shown).receipts,
          context.missing,
          stepId ? plansAfter(context, stepId) : [],
          isFirstChange(context),
        )
      : undefined
  const optional = stepId && step?.proved ? besideStepView(context, stepId) : undefined
  const { practice, customCloud, refusedAudiences = [] } = context.tenant
  const staying = whyStaying(snapshot)
  const prepare = page === 'prepare' ? prepareView(context) : undefined
  const ownPreflight = presentation.preflight(context)
  const preflight =
    page === 'preflight' ? preflightView(context, snapshot.matches({ preflight: 'reading' }), addressOf, ownPreflight.unlisted) : undefined
  const handOver = page === 'hand-over' ? handOverView(context, snapshot.matches({ 'hand-over': 'reading' })) : undefined
  const recovery = page === 'recovery' ? recoveryView(context, snapshot.matches({ recovering: 'reading' })) : undefined
  const operations = page === 'operations' ? operationsView(context, snapshot.matches({ operations: 'comparing' }), now) : undefined
  const evidence = page === 'evidence' ? evidenceView(context, journal) : undefined
  const findings = page === 'closing' ? findingsOfAll(context) : []
  const closed =
    page === 'closing'
      ? { ...closingView(context, findings, snapshot.matches({ closing: 'checking' })), ...presentation.closing(context, findings) }
      : undefined
  const again = signInAgainView(context, step)
  const beside = presentation.beside(context, {
    page,
    now,
    step: stepId,
    answering: snapshot.matches({ coverage: 'answering' }),
    checking: phase === 'reading' || phase === 'rechecking' || READING_ALL.some((state) => snapshot.matches(state)),
    checkedAt: step?.wait?.lastPollAt ?? step?.checkedAt ?? closed?.checkedAt ?? preflight?.checkedAt,
    writing: child && (phase === 'applying' || phase === 'pausing') ? child.context.queue[child.context.position] : undefined,
  })
  return {
    revision,
    now,
    page,
    ...defined({ practice, customCloud }),
    refusedAudiences: refusedAudiences.map(({ audience, problem }) => ({ audience, problem: problemView(problem) })),
    who: who(context, presentation.noteOn),
    ...defined({ signInAgain: again }),
    ...beside.shown,
    stepper: stepper(context, stepId, beside),
    stages: stages(context, page),
    ...(Object.keys(context.others).length > 0 ? { others: othersView(context) } : {}),
    ...(step && shown && phase
      ? { step: { ...step, ...defined({ optional }), ...presentation.step(recordIn(context, shown), phase, now) } }
      : {}),
    pages: sidePages(context, page),
    ...defined({ prepare }),
    ...(preflight ? { preflight: { ...preflight, ...ownPreflight } } : {}),
    ...defined({ operations, evidence, handOver, closing: closed, recovery }),
    ...recordShown(record),
    announcement: {
      id: announcementId,
      text: announcement(
        context.procedure,
        page,
        step,
        closed,
        beside.announcement ?? (prepare ?? preflight ?? evidence ?? handOver)?.announcement ?? (recovery && recoveryAnnouncement(recovery)),
        driftAnnouncement(operations?.drift),
      ),
    },
    can: acceptedEvents(snapshot),
    ...defined({ staying }),
    decisions: acceptedDecisions(snapshot),
  }
}
