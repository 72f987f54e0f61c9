import { STEP_IDS, type StepId } from '../step/finding.ts'
import { typedNameFor } from '../step/machine.ts'
import type { WizardEvent } from './events.ts'
import { GUIDES } from './guides.ts'
import { phaseOf, stepIsOpen, stepIsProved, type WizardContext, type WizardSnapshot } from './machine.ts'
import { partsOf } from './parts.ts'
import { findingView, problemView, receiptView, sourceViews, stepView } from './step-view.ts'
import type { ClosingView, NotedRow, StartView, StepPhase, StepperEntry, StepView, WhoView, WizardView } from './view.ts'

/** What the host adds to the snapshot: things that are not the machine's to know. */
export interface Surroundings {
  readonly revision: number
  readonly now: number
  readonly scenarios: NonNullable<WizardView['start']>['scenarios']
  readonly clouds: NonNullable<WizardView['start']>['clouds']
  readonly announcementId: number
}

/** The step that the machine is in; nothing on the start and closing pages. */
export const currentStep = (snapshot: WizardSnapshot): StepId | undefined => STEP_IDS.find((stepId) => snapshot.matches(stepId))

function who({ tenant, steps, choices }: WizardContext): WhoView | undefined {
  if (!tenant) return undefined
  const environment = STEP_IDS.map((stepId) => steps[stepId].reading?.environment).find(
    (each) => each !== undefined && each.id === choices.environmentId,
  )?.displayName
  const { account, cloud, note } = tenant
  return {
    customer: account.tenantName,
    tenant: account.tenantId,
    cloud,
    account: account.userName,
    ...(environment ? { environment } : {}),
    ...(note === undefined ? {} : { note }),
  }
}

function stepper(context: WizardContext, now: StepId | undefined): readonly StepperEntry[] {
  return STEP_IDS.map((id, index) => {
    const { reading, pending } = context.steps[id]
    const proved = stepIsProved(context, id)
    const open = stepIsOpen(context, id)
    const state: StepperEntry['state'] = id === now ? 'now' : proved ? 'done' : open ? 'open' : 'closed'
    const note =
      pending && id === 'membership'
        ? 'Being encrypted at Microsoft'
        : reading && !reading.choiceMissing
          ? reading.note
          : open
            ? (reading?.note ?? 'Next')
            : `Opens when step ${index} is proved`
    return { id, title: GUIDES[id].title, state, note, parts: id === now ? partsOf(id, reading, context.attestations) : [] }
  })
}

/** The link is the proof; who manages the key is a second sign, which comes later or, by public payloads, not at all. */
function outcome(keyIsYours: boolean): Pick<ClosingView, 'title' | 'lead'> {
  if (keyIsYours) {
    return {
      title: 'The environment is encrypted with your key',
      lead: 'The environment itself says that it is linked to the policy and that its key is managed by you. This is what was proved and what was done.',
    }
  }
  return {
    title: 'The environment is linked to your policy',
    lead: 'The environment itself says so. It does not say yet that its key is managed by you: look at its encryption status in the admin center, or check again here later. This is what was proved and what was done.',
  }
}

function closing(context: WizardContext): ClosingView {
  const membership = context.steps.membership.reading
  const policy = context.choices.policy
  const row = (label: string, value: string | undefined): NotedRow => ({
    label,
    value: value ?? 'Not given',
    copyable: value !== undefined,
  })
  const noted = membership?.picture.kind === 'membership' ? membership.picture.rows : []
  const findings = STEP_IDS.flatMap((stepId) => {
    const { reading } = context.steps[stepId]
    return reading ? reading.findings.map((finding) => findingView(finding, reading, context.attestations)) : []
  })
  const keyIsYours = findings.some(({ key, status }) => key === 'key-in-use' && status === 'pass')
  return {
    ...outcome(keyIsYours),
    // What is not proved does not stand among what was proved; it is said below, as a warning.
    rows: [
      ...noted.filter(({ label }) => keyIsYours || label !== 'Key managed by'),
      row('Key vault', policy?.vaultName),
      row('Key', policy?.keyName),
    ],
    receipts: STEP_IDS.flatMap((stepId) => context.steps[stepId].receipts.map(receiptView)),
    attestations: context.attestations.map(({ key, by, at }) => ({
      title: findings.find((finding) => finding.key === key)?.title ?? key,
      by,
      at,
    })),
    keep: [
      {
        heading: 'Keep the key within reach',
        text: 'Do not disable or delete the key, the vault or the policy, do not take the policy’s access away, and do not shut Microsoft’s services out of the vault. Every environment on the policy would go offline at once; a locked sandbox is deleted after 7 days, a production environment after 30.',
      },
      {
        heading: 'Rotate by a new version',
        text: 'Create a new version of the key: it is picked up within 24 hours without an outage. Keep the old version enabled for 30 days.',
      },
      {
        heading: 'Restores and copies',
        text: 'Restore only to this environment or to one on the same key; copy only onto one on the same key.',
      },
      { heading: 'Two people', text: 'Whoever owns the key vault should not administer Power Platform as well.' },
    ],
    warnings: findings.filter((finding) => finding.status === 'warning'),
    sources: sourceViews(['power-platform-keys', 'lock-unlock', 'finance-and-operations-keys']),
  }
}

function announcement(page: WizardView['page'], step: StepView | undefined, closing: ClosingView | undefined, start: string): string {
  if (page === 'start') return start
  if (closing) return `All four steps are proved. ${closing.title}.`
  if (!step) return ''
  const head = `Step ${step.number} of ${step.of}`
  const blocking = step.findings.filter((finding) => finding.status === 'fail' && !finding.planned).length
  const toConfirm = step.findings.filter((finding) => finding.attestable && !finding.attested).length
  switch (step.phase) {
    case 'reading':
      return `${head}: reading the services`
    case 'choosing':
      return `${head}: ${step.id === 'integration' ? 'choose the environment' : 'decide where the key and the policy live'}`
    case 'reviewing': {
      if (step.proved) return `${head} is proved. You can continue.`
      const parts = [
        blocking > 0 ? `${blocking} to be put right` : '',
        toConfirm > 0 ? `${toConfirm} to confirm` : '',
        step.plan.length > 0 ? step.planSummary : '',
      ].filter((part) => part !== '')
      return `${head}: checked. ${parts.join('; ') || 'Something could not be read'}.`
    }
    case 'confirming':
      return `${head}: confirm what will change`
    case 'rechecking':
      return `${head}: reading the services once more before the first change`
    case 'applying':
      return `${head}: ${step.progress.find((action) => action.state === 'running')?.title ?? 'making changes'}`
    case 'pausing':
      return `${head}: waiting before the next try`
    case 'waiting':
      return `${head}: ${step.wait?.title ?? 'waiting'}`
    case 'stopped':
      return `${head}: stopped. ${step.problem?.title ?? ''}`
  }
}

const STEP_EVENTS = ['CHANGE_CHOICES', 'CHECK_AGAIN', 'REVIEW_PLAN', 'CANCEL', 'STOP_AFTER_THIS', 'LOOK_NOW'] as const
// Stand-ins that keep the rules: whether an event is accepted now, not whether these names are.
const ANY_ID = '00000000-0000-0000-0000-000000000000'
const WIZARD_EVENTS: readonly WizardEvent[] = [
  { type: 'OPEN_PRACTICE', scenario: '' },
  { type: 'SIGN_IN', request: { way: 'browser', tenant: ANY_ID, cloud: 'commercial' } },
  { type: 'SIGN_OUT' },
  { type: 'CLOSE_TENANT' },
  { type: 'CHOOSE_ENVIRONMENT', environmentId: ANY_ID },
  {
    type: 'CHOOSE_POLICY',
    policy: {
      subscriptionId: ANY_ID,
      resourceGroup: 'any',
      region: 'any',
      vaultName: 'any',
      vaultResourceGroup: 'any',
      keyName: 'any',
      keySize: 2048,
      policyName: 'any',
      administratorObjectId: ANY_ID,
    },
  },
  { type: 'BROWSE_SUBSCRIPTION', subscriptionId: ANY_ID },
  { type: 'TURN_ON_PURGE_PROTECTION' },
  { type: 'ATTEST', key: '' },
  { type: 'NEXT' },
  { type: 'BACK' },
]

/** What the machine accepts at this moment, the step's own machine asked for its events. */
export function acceptedEvents(snapshot: WizardSnapshot): readonly WizardEvent['type'][] {
  const own = WIZARD_EVENTS.filter((event) => snapshot.can(event)).map((event) => event.type)
  const goes = STEP_IDS.some((step) => snapshot.can({ type: 'GO_TO_STEP', step })) ? (['GO_TO_STEP'] as const) : []
  const step = snapshot.children.step?.getSnapshot()
  if (!step) return [...own, ...goes, ...(snapshot.can({ type: 'CANCEL' }) ? (['CANCEL'] as const) : [])]
  const ofStep = STEP_EVENTS.filter((type) => step.can({ type }))
  const confirms = step.can({ type: 'CONFIRM', typedName: typedNameFor(step.context.reading) ?? '' }) ? (['CONFIRM'] as const) : []
  return [...own, ...goes, ...ofStep, ...confirms]
}

function startAnnouncement({ signIn, startProblem }: WizardContext, connecting: boolean): string {
  if (!connecting) return startProblem ? `${startProblem.title}. ${startProblem.remedy}` : ''
  if (!signIn) return 'Opening the practice tenant'
  switch (signIn.progress?.kind) {
    case 'device-code':
      return `Enter the code ${signIn.progress.userCode} at ${signIn.progress.verificationUri}`
    case 'tokens':
      return 'Signed in. The services are being asked one by one'
    default:
      return 'Signing in'
  }
}

function startView(
  { startProblem, signIn }: WizardContext,
  connecting: boolean,
  scenarios: StartView['scenarios'],
  clouds: StartView['clouds'],
): StartView {
  return { scenarios, clouds, connecting, ...(signIn ? { signIn } : {}), ...(startProblem ? { problem: problemView(startProblem) } : {}) }
}

/** The whole view, from the machine's snapshot: pure, plain JSON, without anything the window could reach a service with. */
export function toView(snapshot: WizardSnapshot, { revision, now, scenarios, clouds, announcementId }: Surroundings): WizardView {
  const { context } = snapshot
  const stepId = currentStep(snapshot)
  const child = snapshot.children.step?.getSnapshot()
  const page: WizardView['page'] = stepId ? 'step' : snapshot.matches('closing') ? 'closing' : 'start'
  const phase: StepPhase | undefined = stepId && child ? phaseOf(child) : undefined
  const step =
    stepId && child && phase ? stepView(stepId, child.context, phase, context.steps[stepId].receipts, context.missing) : undefined
  const connecting = snapshot.matches('connecting') || snapshot.matches('signingIn')
  const practice = context.tenant?.practice
  const known = who(context)
  const closed = page === 'closing' ? closing(context) : undefined
  return {
    revision,
    now,
    page,
    ...(practice ? { practice } : {}),
    ...(context.tenant?.customCloud ? { customCloud: context.tenant.customCloud } : {}),
    refusedAudiences: (context.tenant?.refusedAudiences ?? []).map(({ audience, problem }) => ({
      audience,
      problem: problemView(problem),
    })),
    ...(page === 'start' ? { start: startView(context, connecting, scenarios, clouds) } : {}),
    ...(known ? { who: known } : {}),
    stepper: page === 'start' ? [] : stepper(context, stepId),
    ...(step ? { step } : {}),
    ...(closed ? { closing: closed } : {}),
    announcement: { id: announcementId, text: announcement(page, step, closed, startAnnouncement(context, connecting)) },
    can: acceptedEvents(snapshot),
  }
}
