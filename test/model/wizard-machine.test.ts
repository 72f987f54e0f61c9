import { describe, expect, it } from 'vitest'
import { type AnyMachineSnapshot, type EventObject, getInitialSnapshot, getNextSnapshot, type SnapshotFrom } from 'xstate'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { OpenedHandOver } from '#machines/engine/handoff/hand-over.ts'
import { placeOf } from '#machines/engine/ledger/place.ts'
import { oncePer } from '#machines/engine/once-per.ts'
import type { StepEvent } from '#machines/engine/step/context.ts'
import type { Finding } from '#machines/engine/step/finding.ts'
import { createStepMachine, type StepMachine } from '#machines/engine/step/machine.ts'
import { FACTS_COUNT_FOR, type Reading } from '#machines/engine/step/proof.ts'
import {
  isToBeCompared,
  pendingOperation,
  recordIn,
  stepIsProved,
  type TenantInput,
  type WizardContext,
} from '#machines/engine/wizard/context.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { couldNotOpen } from '#machines/engine/wizard/from-main.ts'
import { createWizardMachine, type WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import { SIDE_PAGES } from '#machines/engine/wizard/side-pages.ts'
import { createStartMachine, type StartContext, type StartSnapshot, tenantIn } from '#machines/engine/wizard/start.ts'
import { tenantView, toView } from '#machines/engine/wizard/to-view.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Action, Pending } from '#machines/procedure/action.ts'
import type { HandOver } from '#machines/procedure/choices.ts'
import { decide } from '#machines/procedure/decide.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { addressesIn } from '#machines/procedure/links/link-context.ts'
import { PRESENTATION } from '#machines/procedure/presentation.ts'
import { CUSTOMER_MANAGED_KEYS, OPERATION_IDS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { PARTNER_RELATIONSHIP } from '#machines/procedure/steps/integration/partner-relationship.ts'
import { english } from '../english.ts'
import { cover } from './coverage.ts'
import { silentPorts } from './ports.ts'

/** Now, in the walk: an old reading is older than facts count for. */
const NOW = FACTS_COUNT_FOR * 2
const ports = { ...silentPorts(), now: () => NOW }
const stepMachine = createStepMachine(CUSTOMER_MANAGED_KEYS, ports)

const reading = (part: Partial<Reading>): Reading => ({
  stepId: 'policy',
  readAt: NOW,
  findings: [],
  plan: [],
  choiceMissing: false,
  picture: { kind: 'none' },
  note: verbatim(''),
  found: {},
  ...part,
})

const next = (snapshot: SnapshotFrom<StepMachine>, event: unknown) => getNextSnapshot(stepMachine, snapshot, event as StepEvent)
const initial = getInitialSnapshot(stepMachine, { stepId: 'policy', choices: {}, attestations: [] })
const read = (seen: Reading) => next(initial, { type: 'xstate.done.actor.0.step.observing', output: { reading: seen } })
const REGISTER: Action = { kind: 'register-provider', subscriptionId: 's' }
const planned = reading({ plan: [REGISTER] })
const applying = next(next(next(read(planned), { type: 'REVIEW_PLAN' }), { type: 'CONFIRM', typedName: '' }), {
  type: 'xstate.done.actor.0.step.rechecking',
  output: { reading: planned },
})

/** What the step's machine can tell the wizard's: by name, so that a failing walk reads. */
const SPOKEN = {
  reading: initial,
  proved: read(reading({})),
  stale: read(reading({ readAt: 0 })),
  planned: read(planned),
  choosing: read(reading({ choiceMissing: true })),
  waiting: read(reading({ underway: { kind: 'provider-registration', since: 0 } })),
  applying,
}

const SURROUNDINGS = { revision: 1, now: NOW, scenarios: [], clouds: [], announcementId: 0 }
// Several tests look at what is shown in each situation.
const viewOf = oncePer((snapshot: WizardSnapshot) =>
  tenantView(snapshot, { ...SURROUNDINGS, addressOf: addressesIn(snapshot.context, CLOUDS.commercial.portals) }, PRESENTATION),
)
const ID = '00000000-0000-0000-0000-000000000001'
const policy = {
  subscriptionId: ID,
  resourceGroup: 'rg',
  region: 'eastus',
  vaultName: 'kv-contoso',
  vaultResourceGroup: 'rg',
  keyName: 'cmk',
  keySize: 2048,
  policyName: 'cmk',
  administratorObjectId: ID,
} as const
const tenant = {
  account: { objectId: 'o', userName: 'ada@contoso.example', displayName: 'Ada', tenantId: 't', tenantName: 'Contoso', directoryRoles: [] },
  cloud: 'Practice',
  practice: { scenario: 's', title: verbatim('t'), story: verbatim('st') },
}

/** What the disk may know of an engagement: where it was left, what still runs, and what was found broken. */
const untouched = { proved: false, findings: [], receipts: [] }
const left = (part: Partial<Remembered>): Remembered => ({
  savedAt: 0,
  account: 'ada@contoso.example',
  reached: 'integration',
  choices: { environmentId: ID },
  attestations: [],
  steps: { integration: untouched, environment: untouched, policy: untouched, membership: untouched },
  operations: {},
  recovered: [],
  ...part,
})
const LINKING: Pending = { kind: 'operation', purpose: 'link', environmentId: ID, operation: {}, since: 0 }
const UNLINKING: Pending = { kind: 'operation', purpose: 'unlink', environmentId: ID, operation: {}, since: 0 }
const FOUND = {
  ...Object.fromEntries([...STEP_IDS, 'closing' as const].map((reached) => [reached, left({ reached })])),
  waiting: left({ steps: { ...left({}).steps, membership: { ...untouched, pending: LINKING } } }),
  removing: left({
    operations: { revert: { receipts: [], pending: UNLINKING } },
  }),
  broken: left({ recovered: [verbatim('The journal was torn.')] }),
}

const SCHEDULE = { setAt: 0, window: { from: NOW * 2, to: NOW * 3, timeZone: 'UTC' }, plan: [], found: [] }
const SCHEDULED = left({ steps: { ...left({}).steps, membership: { ...untouched, schedule: SCHEDULE } } })

/** Something to look at that was not there at the end. */
const CHANGED: Finding = {
  key: 'purge-protection',
  id: 'F-401',
  part: 'vault',
  status: 'warning',
  title: verbatim('t'),
  seen: verbatim('s'),
  why: verbatim('w'),
  remedy: verbatim('r'),
  owner: 'you',
  byHand: [],
  source: 'power-platform-keys',
}

/** A file of a second person. */
const HANDED: OpenedHandOver & { readonly handOver: HandOver } = {
  file: 'cmk-hand-over.json',
  sha256: 'd'.repeat(64),
  handOver: {
    purpose: 'ask',
    madeAt: 0,
    from: { objectId: 'k', userName: 'kim@contoso.example', displayName: 'Kim' },
    cloud: { id: 'commercial', name: 'Azure' },
    tenant: { id: 't', name: 'Contoso' },
    environment: { id: ID },
    policy,
    step: 'membership',
    proved: [{ step: 'policy', at: 0 }],
    asked: { findings: [], actions: [] },
    done: [],
    confirmed: [],
    gaps: [],
  },
}

/** One of each event that says something, by the rules: the view tells of exactly those that the machine takes. */
const SAMPLES: readonly Exclude<WizardEvent, { type: 'DECIDE' }>[] = [
  { type: 'OPEN_PRACTICE', scenario: '' },
  { type: 'SIGN_IN', request: { way: 'browser', tenant: ID, cloud: 'commercial' } },
  { type: 'CHOOSE_ENVIRONMENT', environmentId: ID },
  { type: 'ATTEST', key: '' },
  { type: 'CHECK_ONE', key: '' },
  { type: 'ANSWER_DRIFT', answer: 'keep' },
]
const DECISIONS = [
  decide({ kind: 'choose-policy', policy }),
  decide({ kind: 'choose-next-policy', policyId: policyId(ID, 'group', 'next') }),
  decide({ kind: 'browse-subscription', subscriptionId: ID }),
  decide({ kind: 'turn-on-purge-protection' }),
  decide({ kind: 'note-partner-end', endsAt: NOW }),
  decide({ kind: 'use-apps', apps: ['finance', 'lifecycle-services'] }),
  decide({ kind: 'acknowledge-gap', item: 'lifecycle-services' }),
]

/** What happens on the start page. */
const AT_START: readonly EventObject[] = [
  { type: 'OPEN_PRACTICE', scenario: 'ready-to-enable' } as EventObject,
  { type: 'xstate.done.actor.0.start.connecting', output: tenant } as EventObject,
  { type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } } as EventObject,
  { type: 'SIGN_IN_PROGRESS', progress: { kind: 'browser' } } as EventObject,
  { type: 'SIGN_IN_ENDED', signedIn: { ok: true, tenant } } as EventObject,
  { type: 'SIGN_IN_ENDED', signedIn: { ok: false, problem: { title: 't', meaning: 'm', remedy: 'r', owner: 'you' } } } as EventObject,
  { type: 'LIST_TENANTS', request: { way: 'browser', cloud: 'commercial' } } as EventObject,
  { type: 'TENANTS_LISTED', listed: { ok: true, tenants: [{ id: ID, name: 'Contoso' }, { id: 'another' }] } } as EventObject,
  { type: 'TENANTS_LISTED', listed: { ok: true, tenants: [{ id: ID }] } } as EventObject,
  { type: 'TENANTS_LISTED', listed: { ok: true, tenants: [] } } as EventObject,
  { type: 'xstate.error.actor.0.start.connecting', error: new RangeError('There is no such scenario.') } as EventObject,
  ...(['browser', 'secret'] as const).map(
    (way) =>
      ({
        type: 'RESUME',
        request: { way, tenant: 'contoso.example', cloud: 'commercial' },
        environmentId: ID,
        environment: 'contoso-prod',
      }) as EventObject,
  ),
  { type: 'OPEN_PRACTICE', scenario: 'ready-to-enable', checkFirst: true } as EventObject,
  { type: 'xstate.done.actor.tenant' } as EventObject,
  ...['CLOSE_TENANT', 'CANCEL', 'BACK', 'GO_HOME', 'RETURN'].map((type) => ({ type })),
]

const EVENTS: readonly EventObject[] = [
  // Also as the answer to a sign-in that goes on with what is open.
  { type: 'SIGN_IN_PROGRESS', progress: { kind: 'browser' } } as EventObject,
  { type: 'SIGN_IN_ENDED', signedIn: { ok: true, tenant } } as EventObject,
  { type: 'SIGN_IN_ENDED', signedIn: { ok: false, problem: { title: 't', meaning: 'm', remedy: 'r', owner: 'you' } } } as EventObject,
  ...Object.values(FOUND).map((remembered) => ({ type: 'ENGAGEMENT_FOUND', remembered }) as EventObject),
  { type: 'xstate.done.actor.0.wizard.recovering.reading', output: STEP_IDS.map((stepId) => reading({ stepId })) } as EventObject,
  { type: 'xstate.error.actor.0.wizard.recovering.reading', error: new Error('a defect') } as EventObject,
  { type: 'xstate.done.actor.0.wizard.operations.comparing', output: STEP_IDS.map((stepId) => reading({ stepId })) } as EventObject,
  {
    type: 'xstate.done.actor.0.wizard.operations.comparing',
    output: STEP_IDS.map((stepId) => reading({ stepId, findings: stepId === 'policy' ? [CHANGED] : [] })),
  } as EventObject,
  { type: 'REVIEW_CHANGE', change: 'policy purge-protection', wish: { answer: 'snoozed', reason: 'r', until: NOW + 1 } } as EventObject,
  { type: 'xstate.error.actor.0.wizard.operations.comparing', error: new Error('a defect') } as EventObject,
  { type: 'xstate.done.actor.0.wizard.closing.checking', output: STEP_IDS.map((stepId) => reading({ stepId })) } as EventObject,
  {
    type: 'xstate.done.actor.0.wizard.closing.checking',
    output: STEP_IDS.map((stepId) => reading({ stepId, choiceMissing: stepId === 'policy' })),
  } as EventObject,
  { type: 'xstate.error.actor.0.wizard.closing.checking', error: new Error('a defect') } as EventObject,
  { type: 'HAND_OVER_OPENED', opened: HANDED } as EventObject,
  { type: 'TAKE_OVER' } as EventObject,
  { type: 'xstate.done.actor.0.wizard.hand-over.reading', output: STEP_IDS.map((stepId) => reading({ stepId })) } as EventObject,
  { type: 'xstate.error.actor.0.wizard.hand-over.reading', error: new Error('a defect') } as EventObject,
  { type: 'xstate.done.actor.0.wizard.landscape.reading', output: { kind: 'none' } } as EventObject,
  { type: 'xstate.error.actor.0.wizard.landscape.reading', error: new Error('a defect') } as EventObject,
  { type: 'ANSWER_DRIFT', answer: 'keep' } as EventObject,
  { type: 'ANSWER_DRIFT', answer: 'stop' } as EventObject,
  ...Object.values(SPOKEN).map((snapshot) => ({ type: 'xstate.snapshot.step', snapshot }) as EventObject),
  { type: 'CHOOSE_ENVIRONMENT', environmentId: ID } as EventObject,
  decide({ kind: 'choose-policy', policy }),
  decide({ kind: 'choose-next-policy', policyId: policyId(ID, 'group', 'next') }),
  decide({ kind: 'browse-subscription', subscriptionId: ID }),
  decide({ kind: 'turn-on-purge-protection' }),
  { type: 'ATTEST', key: 'k' } as EventObject,
  decide({ kind: 'use-apps', apps: ['finance', 'lifecycle-services'] }),
  decide({ kind: 'use-apps', apps: [] }),
  decide({ kind: 'acknowledge-gap', item: 'lifecycle-services' }),
  { type: 'CONFIRM', typedName: '' } as EventObject,
  { type: 'SCHEDULE', typedName: '' } as EventObject,
  ...STEP_IDS.map((step) => ({ type: 'GO_TO_STEP', step }) as EventObject),
  { type: 'CHECK_ONE', key: 'k' } as EventObject,
  ...SIDE_PAGES.map((page) => ({ type: 'GO_TO_PAGE', page }) as EventObject),
  ...OPERATION_IDS.map((operation) => ({ type: 'OPEN_OPERATION', operation }) as EventObject),
  {
    type: 'xstate.done.actor.0.wizard.preflight.reading',
    output: { readings: STEP_IDS.map((stepId) => reading({ stepId })) },
  } as EventObject,
  { type: 'xstate.error.actor.0.wizard.preflight.reading', error: new Error('a defect') } as EventObject,
  ...[
    'CLOSE_TENANT',
    'SIGN_OUT',
    'SIGN_IN_AGAIN',
    'CALL_OFF_SIGN_IN',
    'CHANGE_CHOICES',
    'CHECK_AGAIN',
    'REVIEW_PLAN',
    'CANCEL',
    'CANCEL_SCHEDULE',
    'START_NOW',
    'CHANGE_TIME',
    'STOP_AFTER_THIS',
    'PAUSE',
    'POLL_NOW',
    'NEXT',
    'BACK',
  ].map((type) => ({ type })),
]

function serialize(snapshot: AnyMachineSnapshot): string {
  const context = snapshot.context as WizardContext
  const current = context.running
  const record = current === undefined ? undefined : recordIn(context, current)
  const proved = STEP_IDS.map((step) => stepIsProved(context, step))
  // What else the steps received makes no difference on this page, and would multiply the walk.
  if (snapshot.matches('prepare') || snapshot.matches('landscape')) return JSON.stringify([snapshot.value, proved, context.lastStep])
  if (snapshot.matches('coverage'))
    return JSON.stringify([snapshot.value, proved, context.lastStep, CUSTOMER_MANAGED_KEYS.coverage?.isAnswered(context.choices)])
  // What the services said does not open the list of operations again while one is on screen, and choices do not matter there.
  if (snapshot.matches('operations'))
    return JSON.stringify([
      ...[snapshot.value, proved, context.lastStep, context.running, record?.phase, context.atEnd !== undefined],
      snapshot.matches({ operations: 'list' }) && (context.drift?.changes.length ?? 0) > 0,
    ])
  return JSON.stringify([
    snapshot.value,
    proved,
    record?.phase,
    record?.reading?.readAt,
    context.missing !== undefined,
    context.choices.environmentId,
    // Only where a guard asks for it: everywhere else it would multiply the walk.
    snapshot.matches('policy') && CUSTOMER_MANAGED_KEYS.chosen?.isChosen(context.choices),
    context.problems.preflight !== undefined,
    snapshot.matches('preflight') && context.lastStep,
    snapshot.matches('hand-over') && [context.handOver !== undefined, context.problems.handOver !== undefined, context.lastStep],
    snapshot.matches('recovering') && [
      context.lastStep,
      context.steps.membership?.pending !== undefined,
      pendingOperation(context),
      context.remembered?.recovered.length,
      context.problems.recovery !== undefined,
    ],
  ])
}

const INPUT: TenantInput = { tenant, choices: {}, checkFirst: false }
/** How the person is signed in whose sign-in can be renewed. */
const SIGNED_IN: TenantInput = { ...INPUT, signedInBy: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } }
/** To the first step, from the preparation with which a tenant opens. */
const OPENED = [{ type: 'NEXT' }]

// The events of the step's machine are identified by what they tell, not by their whole snapshot.
const machine = createWizardMachine(CUSTOMER_MANAGED_KEYS, ports)
const coverage = cover({
  machine,
  input: INPUT,
  events: EVENTS.filter(({ type }) => !/^(?:SIGN_IN_AGAIN|CALL_OFF_SIGN_IN|SCHEDULE|CANCEL_SCHEDULE|START_NOW|CHANGE_TIME)$/.test(type)),
  serialize,
})

/** A sign-in can be renewed on every page of a step: walked apart, because together with all else it would multiply the walk. */
const ON_THE_WAY =
  /^(?:SIGN_IN|SIGN_IN_ENDED|SIGN_IN_AGAIN|CALL_OFF_SIGN_IN|SIGN_IN_PROGRESS|SCHEDULE|CANCEL_SCHEDULE|START_NOW|CHANGE_TIME|NEXT|GO_TO_PAGE|OPEN_OPERATION|xstate.snapshot.step)$/
const renewing = cover({
  machine,
  input: SIGNED_IN,
  events: EVENTS.filter(({ type }) => ON_THE_WAY.test(type)),
  serialize: (snapshot) => {
    const context = snapshot.context as WizardContext
    const current = context.running
    const free = current !== undefined && ['reviewing', 'waiting'].includes(recordIn(context, current).phase)
    const proved = STEP_IDS.map((step) => stepIsProved(context, step))
    return JSON.stringify([snapshot.value, context.running, proved, free, context.signedInBy !== undefined, context.signInAgain?.state])
  },
})

/** Where something was scheduled before the wizard was started again, and where something beside the screen is followed. */
const scheduled = cover({
  machine,
  input: INPUT,
  events: [
    ...EVENTS.filter(({ type }) => /^(?:NEXT|CHOOSE_ENVIRONMENT)$|wizard\.recovering\.reading$/.test(type)),
    { type: 'ENGAGEMENT_FOUND', remembered: SCHEDULED } as EventObject,
    { type: 'OTHER_SEEN', id: 'membership', snapshot: SPOKEN.waiting } as EventObject,
  ],
  serialize: ({ value, context }) => {
    const { choices, steps } = context as WizardContext
    return JSON.stringify([
      value,
      choices.environmentId,
      steps.membership?.schedule !== undefined,
      stepIsProved(context as WizardContext, 'policy'),
    ])
  },
})

/** Where a partner is asked when the relationship ends: walked apart, because only step 1 asks. */
const PARTNER: Finding = { ...CHANGED, key: PARTNER_RELATIONSHIP, status: 'unknown' }
const asPartner = cover({
  machine,
  input: INPUT,
  events: [
    ...EVENTS.filter(({ type }) => type === 'NEXT'),
    { type: 'xstate.snapshot.step', snapshot: read(reading({ stepId: 'integration', findings: [PARTNER] })) } as EventObject,
    decide({ kind: 'note-partner-end', endsAt: NOW }),
  ],
  serialize: ({ value, context }) => JSON.stringify([value, recordIn(context as WizardContext, 'integration').reading?.findings.length]),
})

/** Where a record is read while the person is on a page beside the steps. */
const answering = cover({
  machine,
  input: INPUT,
  events: [
    ...EVENTS.filter(({ type }) => /^(?:NEXT|BACK|GO_TO_PAGE|GO_TO_STEP|CHOOSE_ENVIRONMENT)$/.test(type)),
    { type: 'ENGAGEMENT_FOUND', remembered: left({}) } as EventObject,
  ],
  serialize: ({ value, context }) => {
    const { choices, remembered } = context as WizardContext
    return JSON.stringify([value, choices.environmentId, isToBeCompared({ remembered })])
  },
})
/** Where something that runs beside the end is over, and makes old what the end was read from. */
const OLD_ONCE_IT_IS_OVER = read(reading({ asked: [placeOf('provider-registration')] }))
const endsBeside = cover({
  machine,
  input: INPUT,
  events: [
    ...EVENTS.filter(({ type }) => type === 'NEXT'),
    decide({ kind: 'use-apps', apps: ['finance', 'lifecycle-services'] }),
    { type: 'xstate.snapshot.step', snapshot: OLD_ONCE_IT_IS_OVER } as EventObject,
    { type: 'GO_TO_PAGE', page: 'operations' } as EventObject,
    { type: 'OPEN_OPERATION', operation: 'add' } as EventObject,
    { type: 'xstate.snapshot.step', snapshot: SPOKEN.waiting } as EventObject,
    { type: 'GO_TO_STEP', step: 'membership' } as EventObject,
    { type: 'OTHER_SEEN', id: 'add', snapshot: SPOKEN.proved } as EventObject,
  ],
  serialize: ({ value, context }) => {
    const { running, operations } = context as WizardContext
    return JSON.stringify([
      value,
      running,
      operations.add?.pending !== undefined,
      STEP_IDS.map((step) => stepIsProved(context as WizardContext, step)),
    ])
  },
})
/** Where the last answer of a person is all that the last step lacks. */
const ASKS: Finding = { ...CHANGED, key: 'asks', status: 'unknown', attestable: true }
const attestingEnd = cover({
  machine,
  input: INPUT,
  events: [
    ...EVENTS.filter(({ type }) => type === 'NEXT'),
    { type: 'xstate.snapshot.step', snapshot: SPOKEN.proved } as EventObject,
    { type: 'xstate.snapshot.step', snapshot: read(reading({ stepId: 'membership', findings: [ASKS] })) } as EventObject,
    { type: 'ATTEST', key: ASKS.key } as EventObject,
  ],
  serialize: ({ value, context }) => {
    const { steps, attestations } = context as WizardContext
    const proved = STEP_IDS.map((step) => stepIsProved(context as WizardContext, step))
    return JSON.stringify([value, proved, steps.membership?.reading?.findings.length, attestations.length])
  },
})
/** Where the steps were read long ago, and not each of them was gone to: a way to one leads to an earlier one, which is read again first. */
const longAgo = cover({
  machine,
  input: { ...INPUT, choices: { environmentId: ID } },
  events: [
    ...EVENTS.filter(({ type }) => /^(?:NEXT|BACK|GO_TO_PAGE|GO_TO_STEP)$/.test(type)),
    { type: 'ENGAGEMENT_FOUND', remembered: left({ end: { at: 0, by: 'ada', environmentId: ID, findings: [] } }) } as EventObject,
    {
      type: 'xstate.done.actor.0.wizard.recovering.reading',
      output: STEP_IDS.map((stepId) => reading({ stepId, readAt: 0 })),
    } as EventObject,
    ...[SPOKEN.proved, SPOKEN.stale].map((snapshot) => ({ type: 'xstate.snapshot.step', snapshot }) as EventObject),
  ],
  serialize: ({ value, context }) => {
    const { steps, lastStep, remembered } = context as WizardContext
    const read = STEP_IDS.map((step) => [steps[step]?.reading?.readAt, steps[step]?.own !== undefined])
    return JSON.stringify([value, lastStep, remembered !== undefined, read])
  },
})
/** How else a tenant opens: with a check of all steps, and with the environment of an engagement. */
const opening = [
  { ...INPUT, checkFirst: true },
  { ...INPUT, choices: { environmentId: ID } },
].map((input) => cover({ machine, input, events: [{ type: 'NEXT' }], serialize: ({ value }) => JSON.stringify(value) }))
const walks = [coverage, renewing, scheduled, asPartner, answering, endsBeside, attestingEnd, longAgo, ...opening]

/** What the open tenant's machine tells: changes follow, only the services are at work, nothing runs. */
const RUNS = [{ phase: 'applying' }, { phase: 'waiting', pending: LINKING }, {}].map((record): EventObject => {
  const { status, context } = getInitialSnapshot(machine, INPUT)
  const steps = { ...context.steps, membership: { ...untouched, ...record } }
  return { type: 'xstate.snapshot.tenant', snapshot: { status, context: { ...context, steps } } } as EventObject
})

const startMachine = createStartMachine(CUSTOMER_MANAGED_KEYS, ports)
const starting = cover({
  machine: startMachine,
  events: [...AT_START, ...RUNS],
  serialize: ({ value, context }) => {
    const { problem, checkFirst, signIn, resumes, tenants, run } = context as StartContext
    const known = [problem, signIn, resumes, tenants].map((each) => each !== undefined)
    return JSON.stringify([value, known, checkFirst, signIn?.progress?.kind, run])
  },
})

describe('the machine of the start page', () => {
  const send = (snapshot: StartSnapshot, event: unknown) => getNextSnapshot(startMachine, snapshot, event as WizardEvent)

  it('can reach every one of its states, and walks every declared transition', () => {
    expect(starting.leaves.filter((leaf) => !starting.reached.has(leaf))).toEqual([])
    expect(starting.declared.filter((transition) => !starting.walked.has(transition))).toEqual([])
  })

  it('offers in its view no event that it would refuse', () => {
    const events: readonly WizardEvent[] = [...SAMPLES, ...(['CLOSE_TENANT', 'CANCEL', 'BACK'] as const).map((type) => ({ type }))]
    for (const snapshot of (starting.snapshots as readonly StartSnapshot[]).filter((each) => !each.matches('open'))) {
      const { can } = toView(snapshot, { ...SURROUNDINGS, addressOf: () => '' }, PRESENTATION)
      expect(events.filter(({ type }) => (can as readonly string[]).includes(type))).toEqual(events.filter((event) => snapshot.can(event)))
    }
  })

  it('knows nothing of a tenant once that is closed', () => {
    const open = (starting.snapshots as readonly StartSnapshot[]).filter((snapshot) => snapshot.matches('open'))
    const ended = open.map((snapshot) => send(snapshot, { type: 'xstate.done.actor.tenant' }))
    expect(ended.length).toBeGreaterThan(0)
    for (const { value, context } of ended) {
      const { checkFirst: _, ...known } = context
      expect([value, Object.values(known).filter((each) => each !== undefined)]).toEqual(['start', []])
    }
  })

  it('asks for a secret that is never stored before it continues an engagement, also after a refusal', () => {
    const request = { way: 'secret', tenant: 'contoso.example', cloud: 'commercial' } as const
    const signIn = (change = {}) => ({ type: 'SIGN_IN', request: { ...request, ...change } })
    const asking = send(getInitialSnapshot(startMachine), { type: 'RESUME', request, environmentId: ID, environment: 'contoso-prod' })
    expect(asking.value).toBe('start')
    expect(asking.context).toMatchObject({ signIn: { request }, resumes: { environment: 'contoso-prod' } })
    const refused = send(send(asking, signIn()), { type: 'SIGN_IN_ENDED', signedIn: { ok: false, problem: couldNotOpen('wrong') } })
    expect(refused.value).toBe('start')
    const inside = (change = {}) => tenantIn(send(send(refused, signIn(change)), { type: 'SIGN_IN_ENDED', signedIn: { ok: true, tenant } }))
    expect(inside()?.context).toMatchObject({ choices: { environmentId: ID }, signedInBy: request })
    expect(inside({ tenant: 'fabrikam.example' })?.context.choices).toEqual({})
  })
})

describe('the machine of the sequence', () => {
  it('can reach every one of its states', () => {
    expect(coverage.leaves.filter((leaf) => !coverage.reached.has(leaf))).toEqual([])
  })

  it('has every one of its declared transitions walked', () => {
    expect(coverage.declared.filter((transition) => !walks.some(({ walked }) => walked.has(transition)))).toEqual([])
  })

  it('leads to what is scheduled once everything was read again', () => {
    expect(scheduled.snapshots.some((snapshot) => snapshot.matches('membership'))).toBe(true)
  })

  it('opens with the preparation until something is decided, from which every way leads on and none back', () => {
    const machine = createWizardMachine(CUSTOMER_MANAGED_KEYS, ports)
    const send = (snapshot: WizardSnapshot, event: unknown) => getNextSnapshot(machine, snapshot, event as WizardEvent)
    const opened = getInitialSnapshot(machine, INPUT)
    expect(opened.value).toBe('prepare')
    expect(opened.can({ type: 'BACK' })).toBe(false)
    expect(send(opened, { type: 'NEXT' }).value).toBe('integration')
    expect(send(opened, { type: 'GO_TO_STEP', step: 'integration' }).value).toBe('integration')
    const resumed = getInitialSnapshot(machine, { ...INPUT, choices: { environmentId: ID } })
    expect(resumed.value).toBe('integration')
  })

  it('takes no choice while changes are made, and none that breaks the services’ rules for names', () => {
    const machine = createWizardMachine(CUSTOMER_MANAGED_KEYS, ports)
    const send = (snapshot: WizardSnapshot, event: unknown) => getNextSnapshot(machine, snapshot, event as WizardEvent)
    const spoken = (snapshot: unknown) => ({ type: 'xstate.snapshot.step', snapshot })
    const inPolicy = [
      ...OPENED,
      spoken(SPOKEN.proved),
      { type: 'NEXT' },
      spoken(SPOKEN.proved),
      { type: 'NEXT' },
      spoken(SPOKEN.planned),
    ].reduce<WizardSnapshot>(send, getInitialSnapshot(machine, INPUT))
    expect(inPolicy.value).toBe('policy')
    expect(inPolicy.can(decide({ kind: 'choose-policy', policy }))).toBe(true)
    expect(inPolicy.can(decide({ kind: 'choose-policy', policy: { ...policy, vaultName: '../other' } }))).toBe(false)
    expect(inPolicy.can(decide({ kind: 'browse-subscription', subscriptionId: 'x/../y' }))).toBe(false)
    const writing = send(inPolicy, spoken(SPOKEN.applying))
    for (const event of [
      decide({ kind: 'choose-policy', policy }),
      decide({ kind: 'turn-on-purge-protection' }),
      decide({ kind: 'browse-subscription', subscriptionId: ID }),
      { type: 'BACK' },
      { type: 'CLOSE_TENANT' },
    ] as const) {
      expect(writing.can(event), JSON.stringify(event)).toBe(false)
    }
  })

  it('counts nothing that was read for another environment or another policy, however soon Continue is pressed', () => {
    const machine = createWizardMachine(CUSTOMER_MANAGED_KEYS, ports)
    const send = (snapshot: WizardSnapshot, event: unknown) => getNextSnapshot(machine, snapshot, event as WizardEvent)
    const spoken = (snapshot: unknown) => ({ type: 'xstate.snapshot.step', snapshot })
    const proved = [...OPENED, spoken(SPOKEN.proved)].reduce<WizardSnapshot>(send, getInitialSnapshot(machine, INPUT))
    const another = send(proved, { type: 'CHOOSE_ENVIRONMENT', environmentId: ID })
    expect(send(another, { type: 'NEXT' }).value).toBe('integration')
    expect(STEP_IDS.filter((step) => stepIsProved(another.context, step))).toEqual([])
    const throughPolicy = [
      { type: 'NEXT' },
      spoken(SPOKEN.proved),
      { type: 'NEXT' },
      spoken(SPOKEN.proved),
      { type: 'NEXT' },
      spoken(SPOKEN.planned),
    ]
    const inMembership = throughPolicy.reduce<WizardSnapshot>(send, proved)
    expect(inMembership.value).toBe('membership')
    const elsewhere = [{ type: 'BACK' }, decide({ kind: 'choose-policy', policy })].reduce<WizardSnapshot>(send, inMembership)
    expect(send(elsewhere, { type: 'NEXT' }).value).toBe('policy')
    expect(STEP_IDS.filter((step) => stepIsProved(elsewhere.context, step))).toEqual(['integration', 'environment'])
    const handed = [{ type: 'GO_TO_PAGE', page: 'hand-over' }, { type: 'HAND_OVER_OPENED', opened: HANDED }, { type: 'TAKE_OVER' }]
    const atEnd = send(inMembership, spoken(SPOKEN.proved))
    expect(atEnd.value).toEqual({ closing: 'standing' })
    const taken = handed.reduce<WizardSnapshot>(send, atEnd)
    expect(STEP_IDS.filter((step) => stepIsProved(taken.context, step))).toEqual([])
  })

  it('says that something is being read until it has been read, and then that it was', () => {
    const machine = createWizardMachine(CUSTOMER_MANAGED_KEYS, ports)
    const send = (snapshot: WizardSnapshot, event: unknown) => getNextSnapshot(machine, snapshot, event as WizardEvent)
    const opened = [...OPENED, { type: 'xstate.snapshot.step', snapshot: SPOKEN.stale }, { type: 'NEXT' }].reduce<WizardSnapshot>(
      send,
      getInitialSnapshot(machine, INPUT),
    )
    expect(english.all(opened.context.missing)?.text).toContain('Checking again')
    const reread = send(opened, { type: 'xstate.snapshot.step', snapshot: SPOKEN.reading })
    expect(reread.context.missing).toBeDefined()
    const done = send(reread, { type: 'xstate.snapshot.step', snapshot: SPOKEN.proved })
    expect(english.all(done.context.missing)?.text).toContain('so we checked again')
    expect(send(done, { type: 'NEXT' }).context.missing).toBeUndefined()
  })

  it('has one state for each documented step, in the document’s order', () => {
    expect(coverage.leaves.filter((leaf) => STEP_IDS.some((step) => leaf === `wizard.${step}`))).toEqual(
      STEP_IDS.map((step) => `wizard.${step}`),
    )
  })

  it('never shows a step whose earlier steps are not complete', () => {
    for (const snapshot of coverage.snapshots) {
      const at = STEP_IDS.findIndex((step) => snapshot.matches(step))
      const before = snapshot.matches('closing') ? STEP_IDS : STEP_IDS.slice(0, Math.max(at, 0))
      for (const step of before)
        expect(stepIsProved(snapshot.context as WizardContext, step), `${JSON.stringify(snapshot.value)} without ${step}`).toBe(true)
    }
  })

  it('offers in its view no event that it would refuse, and answers Continue on every step', () => {
    const differs = (coverage.snapshots as readonly WizardSnapshot[]).flatMap((snapshot) => {
      const view = viewOf(snapshot)
      return [
        ...SAMPLES.filter((event) => view.can.includes(event.type) !== snapshot.can(event)).map(({ type }) => type),
        ...DECISIONS.filter((event) => view.decisions.includes(event.decision.kind) !== snapshot.can(event)).map(
          ({ decision }) => decision.kind,
        ),
        ...(view.page === 'step' && !view.can.includes('NEXT') ? ['NEXT'] : []),
      ]
    })
    expect(new Set(differs)).toEqual(new Set())
  })

  it('shows no step as one to go to that it would refuse, also where a later one was proved and an earlier one no longer is', () => {
    for (const snapshot of coverage.snapshots as readonly WizardSnapshot[]) {
      const view = viewOf(snapshot)
      if (!view.can.includes('GO_TO_STEP')) continue
      const shown = view.stepper.filter(({ state }) => state === 'done' || state === 'open').map(({ id }) => id)
      expect(shown.filter((step) => !snapshot.can({ type: 'GO_TO_STEP', step }))).toEqual([])
    }
  })

  it('shows no step as one to go to that it would refuse, also where the steps were read long ago', () => {
    for (const snapshot of longAgo.snapshots as readonly WizardSnapshot[]) {
      const { can, stepper } = viewOf(snapshot)
      const shown = stepper.filter(({ state }) => state === 'done' || state === 'open').map(({ id }) => id)
      const taken = STEP_IDS.filter((step) => snapshot.can({ type: 'GO_TO_STEP', step }))
      expect(can.includes('GO_TO_STEP')).toBe(taken.length > 0)
      if (taken.length > 0) expect(shown.filter((step) => !taken.some((id) => id === step))).toEqual([])
    }
  })

  it('ticks no step of which the Key Map shows anything as other than verified or under way, in any state', () => {
    const ticked = (coverage.snapshots as readonly WizardSnapshot[]).flatMap((snapshot) => {
      const { keyMap, stepper, page } = viewOf(snapshot)
      expect(keyMap, `${page} without a map`).toBeDefined()
      const steps = stepper.filter(({ state }) => state === 'done').map(({ id }) => id)
      return steps.flatMap((id) =>
        (keyMap?.elements ?? []).filter(({ step }) => step === id).map(({ element, state }) => `${id} ${element} ${state}`),
      )
    })
    expect(new Set(ticked.filter((each) => !/ (?:verified|running)$/.test(each)))).toEqual(new Set())
    expect(new Set(ticked.filter((each) => each.endsWith(' verified'))).size).toBe(7)
  })
})
