import { inject } from 'vitest'
import { MINUTE } from '#machines/engine/durations.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { keyMap } from '#machines/procedure/key-map/key-map.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import type { ActionView, EngagementRow, FindingView, PolicyForm, ProblemView, RefusalView, StepView, WizardView } from '#messages/view.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { english } from '../english.ts'

/** Views as the machine makes them over the practice tenant, with changes by name for what a walk doesn’t come to. */

const given = inject('walked')
if (given === undefined) throw new Error('Tests that draw views run in the project “unit-views” of vitest.config.ts.')
const walked = given

/** A view that has what its page shows. */
type With<Part extends keyof WizardView> = WizardView & { readonly [Name in Part]-?: NonNullable<WizardView[Name]> }

const has = <Part extends keyof WizardView>(view: WizardView, part: Part): view is With<Part> => view[part] !== undefined

/** @throws where its page shows something else */
export function showing<Part extends keyof WizardView>(view: WizardView, part: Part): With<Part> {
  if (has(view, part)) return view
  throw new Error(`The view shows no ${part}.`)
}

/** @throws where there is none */
function only<Value>(values: readonly Value[] | undefined, of: (value: Value) => boolean): Value {
  const found = values?.find(of)
  if (found === undefined) throw new Error(`The walk showed none like ${of}.`)
  return found
}

/** When every case begins. */
export const NOW = Date.UTC(2026, 10, 24, 12, 0)

const CASES = ['ready-to-enable', 'throttled', 'lock-key-disabled', 'lock-key-deleted']
const authority = 'https://login.microsoftonline.com'

/** The start page, with two clouds and four cases. */
export const startView: With<'start'> = {
  revision: 1,
  now: NOW,
  page: 'start',
  refusedAudiences: [],
  stepper: [],
  pages: [],
  decisions: [],
  start: {
    clouds: [
      { id: 'commercial', name: 'Microsoft Azure (commercial)', custom: false, authority, verified: true, notes: [] },
      { id: 'gcc', name: 'US Government (GCC)', custom: false, authority, verified: false, notes: ['Nobody has seen its regional hosts.'] },
    ],
    scenarios: english.all(practiceCases.filter(({ name }) => CASES.includes(name))),
    engagements: [],
    connecting: false,
  },
  announcement: { id: 0, text: '' },
  can: ['OPEN_PRACTICE', 'SIGN_IN'],
}

export const customer: EngagementRow = {
  id: 'contoso-1',
  customer: 'Contoso',
  environment: 'contoso-prod',
  environmentId: 'environment-1',
  tenantId: 'tenant-1',
  cloud: 'Microsoft Azure (commercial)',
  account: 'ada@contoso.example',
  savedAt: NOW - 3_600_000,
  steps: ['verified', 'verified', 'current', 'open'],
  state: { kind: 'open', step: 3 },
}

/** The start page with a list of customers. */
export const homeView = (engagements: readonly EngagementRow[], more: Partial<With<'start'>['start']> = {}): WizardView => ({
  ...startView,
  start: { ...startView.start, scenarios: [], engagements, ...more },
})

/** A sign-in under way. */
export const signInView = (progress: SignInProgress | undefined): WizardView => ({
  ...startView,
  start: {
    ...startView.start,
    scenarios: [],
    connecting: true,
    signIn: { request: { way: 'device-code', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' }, ...(progress ? { progress } : {}) },
  },
  can: ['CANCEL'],
})

/** As the sign-in service refuses. */
export const refusal: RefusalView = {
  reason: 'unauthenticated',
  request: 'Sign-in (browser)',
  status: 400,
  code: 'AADSTS90002',
  message: 'Tenant not found.',
  correlationId: 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc',
}

const found = showing(walked.found, 'step')
const ofStep3 = (key: string) => only(found.step.findings, (finding) => finding.key === key)

export const fail: FindingView = ofStep3('purge-protection')
export const warning: FindingView = ofStep3('duties-separated')
export const passed: FindingView = ofStep3('soft-delete')
export const planned: FindingView = only(walked.planned.step?.findings, (finding) => finding.planned)
export const confirmed: FindingView = only(walked.confirmingLink.step?.findings, ({ attested }) => attested !== undefined)
const { attested: _attested, ...asked } = confirmed
export const toConfirm: FindingView = asked

/** Read with an account that has no right to. */
export const unreadable: FindingView = {
  ...ofStep3('vault-readable'),
  title: 'Couldn’t read the key vault',
  status: 'unknown',
  refusal: {
    ...refusal,
    reason: 'forbidden',
    request: 'GET /subscriptions/…/vaults/kv-contoso-cmk',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'The client does not have authorization. <b>bold</b>',
  },
}

/** It can’t be undone. */
export const change: ActionView = only(walked.planned.step?.plan, ({ kind }) => kind === 'turn-on-purge-protection')
export const link: ActionView = only(walked.confirmingLink.step?.plan, ({ kind }) => kind === 'link-environment')

/** A Key Map of which nothing was read yet. */
export const keyMapView = english.all(
  keyMap({
    states: { readings: {}, attestations: [], until: 'policy', operationPlan: [], pending: [], exists: {} },
    cards: { environmentChosen: true },
    checking: false,
    asked: { action: 0, confirm: 0 },
  }),
)

export const inStep = (view: WizardView, changes: Partial<StepView>, more: Partial<WizardView> = {}): With<'step' | 'who'> => {
  const { step } = showing(view, 'step')
  return { ...showing(view, 'who'), ...more, step: { ...step, ...changes } }
}

/** A step on screen in the practice tenant. @param changes what differs from step 3 with nothing found */
export const stepView = (changes: Partial<StepView>, more: Partial<WizardView> = {}): With<'step' | 'who'> =>
  inStep(
    { ...found, revision: 1, keyMap: keyMapView },
    { findings: [], plan: [], planSummary: '', later: [], picture: { kind: 'none' }, task: { now: 'Resolve the findings' }, ...changes },
    more,
  )

/** Step 3, verified. */
export const verifiedView = stepView({
  proved: true,
  task: { now: 'Next, you review the change.', done: { verified: 'Step 3 is verified', goOn: 'Continue: add the environment' } },
})

const drawn = (view: WizardView): With<'step' | 'who'> => inStep({ ...view, revision: 1 }, {})

export const environmentsView = drawn(walked.environments)
/** The form of step 3, with a key vault in another resource group, and a second subscription. */
export function policyForm(changes: Partial<PolicyForm> = {}): With<'step' | 'who'> {
  const { picture } = showing(walked.policyForm, 'step').step
  if (picture.kind !== 'policy') throw new Error('The walk showed no form.')
  const { form } = picture
  const shown = {
    ...form,
    fresh: { ...form.fresh, vaultName: 'kv-contoso-new' },
    values: { ...form.values, vaultName: 'kv-contoso-new' },
    subscriptions: [...form.subscriptions, { id: '11111111-2222-4333-8444-555555555555', name: 'Old', state: 'Disabled' }],
    vaults: [{ name: 'KV-Contoso-Cmk', resourceGroup: 'rg-keys', location: 'eastus' }],
  }
  return inStep({ ...walked.policyForm, revision: 1 }, { picture: { ...picture, form: { ...shown, ...changes } } })
}
export const policyFormView = policyForm()
export const scheduledView = drawn(walked.scheduled)
/** Of three changes, the one that can’t be undone. */
export const confirmingView = inStep({ ...walked.confirming, revision: 1 }, { plan: [change], planSummary: '1 change' })
/** Several changes in a subscription. */
export const confirmingManyView = drawn(walked.confirming)
export const confirmingLinkView = drawn(walked.confirmingLink)
export const applyingView = drawn(walked.applying)
/** A change was refused for now, and is tried again. */
export const pausingView = drawn(walked.pausing)
export const waitingView = drawn(walked.waiting)
/** The policies that an encrypted environment can be changed to. */
export const nextPolicyView = drawn(walked.nextPolicy)
export const protectView = drawn(walked.protect)

const notDone: ProblemView = {
  title: 'Not done: Turn on purge protection',
  meaning: 'The account can’t do this.',
  remedy: 'Ask the key vault administrator.',
  owner: 'key-vault-administrator',
}
export const stoppedView = stepView(
  { phase: 'stopped', progress: [{ ...change, state: 'refused' }], problem: notDone },
  { can: ['CHECK_AGAIN', 'NEXT', 'BACK'] },
)

const page = <Part extends keyof WizardView>(view: WizardView, part: Part): With<Part> => ({ ...showing(view, part), revision: 1 })

export const closingView = page(walked.closing, 'closing')
/** The last step, once every step is verified. */
export const endedView = showing(walked.ended, 'step')
export const preflightView = page(walked.preflight, 'preflight')
export const preflightChoosingView = page(walked.preflightChoosing, 'preflight')
export const prepareView = page(walked.prepare, 'prepare')
const form = page(walked.coverageForm, 'coverage')
const ASKED: readonly CoverageItemId[] = ['finance', 'commerce', 'commerce-recommendations']
/** Three of the apps, with nothing answered yet: not even by the environment. */
export const coverageFormView: With<'coverage'> = {
  ...form,
  coverage: {
    ...form.coverage,
    uses: form.coverage.uses.flatMap(({ answer: _answer, ...use }) => (ASKED.includes(use.item) ? [use] : [])),
  },
}
/** Two gaps, of which none, one and both are acknowledged. */
export const coverageViews = [walked.coverageOpen, walked.coverageGaps, walked.coverageDone].map((view) => page(view, 'coverage'))
export const coverageGapsView = page(walked.coverageGaps, 'coverage')
export const operationsView = page(walked.operations, 'operations')
/** The policy has lost its access to the key since the end. */
export const driftedView = page(walked.drifted, 'operations')
const { handOver } = page(walked.handOver, 'handOver')
const told = { by: 'kim@contoso.example', at: NOW, step: 'policy', number: 3, title: 'Create the enterprise policy' } as const
/** With a step that was taken over from another person. */
export const handOverView: With<'handOver'> = { ...page(walked.handOver, 'handOver'), handOver: { ...handOver, told } }
export const landscapeView = page(walked.landscape, 'landscape')

/** The evidence page with a journal of some length. */
export const evidenceView: With<'evidence'> = {
  ...page(walked.evidence, 'evidence'),
  evidence: { ...showing(walked.evidence, 'evidence').evidence, journal: { lines: 12, head: 'a'.repeat(64), at: NOW } },
}

const HOSTILE = '<img src=x onerror=alert(1)>'

/** A file of a second person, with script where words are. */
export const openedView: WizardView = {
  ...handOverView,
  handOver: {
    ...handOverView.handOver,
    opened: {
      purpose: 'ask',
      file: 'cmk-hand-over.json',
      sha256: 'd'.repeat(64),
      from: HOSTILE,
      madeAt: NOW,
      environment: HOSTILE,
      step: { number: 3, title: 'Create the key and the policy' },
      note: HOSTILE,
      rows: [{ label: 'Key vault', value: HOSTILE, copyable: false }],
      proved: [{ number: 1, title: 'Enable the integration', at: NOW }],
      findings: [{ title: HOSTILE, why: HOSTILE, remedy: HOSTILE }],
      actions: [
        {
          title: HOSTILE,
          resource: HOSTILE,
          before: HOSTILE,
          after: HOSTILE,
          undo: HOSTILE,
          usersCutOff: false,
          takes: HOSTILE,
          owner: 'key-vault-administrator',
        },
      ],
      done: [{ title: HOSTILE, resourceId: HOSTILE, at: NOW, written: true }],
      confirmed: [{ title: HOSTILE, by: HOSTILE, at: NOW }],
      gaps: [{ title: HOSTILE, by: HOSTILE, at: NOW }],
    },
  },
  can: ['BACK', 'TAKE_OVER', 'CANCEL'],
}

/** One of each page and state. */
export const allViews: Readonly<Record<string, WizardView>> = {
  prepare: prepareView,
  preflight: preflightView,
  evidence: evidenceView,
  handOver: handOverView,
  opened: openedView,
  start: startView,
  signingIn: signInView({ kind: 'browser' }),
  deviceCode: signInView({
    kind: 'device-code',
    userCode: 'ABCD-EFGH',
    verificationUri: 'https://microsoft.com/devicelogin',
    expiresAt: NOW + 15 * MINUTE,
  }),
  choosingTenant: {
    ...startView,
    start: {
      ...startView.start,
      scenarios: [],
      signIn: { request: { way: 'browser', tenant: '', cloud: 'commercial' } },
      tenants: [
        { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' },
        { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734' },
      ],
    },
    can: ['BACK', 'SIGN_IN', 'LIST_TENANTS', 'OPEN_PRACTICE'],
  },
  signInRefused: {
    ...signInView(undefined),
    start: {
      scenarios: [],
      clouds: [],
      connecting: false,
      signIn: { request: { way: 'browser', tenant: 'contoso.onmicrosoft.com', cloud: 'commercial' } },
      problem: { ...notDone, refusal },
    },
  },
  servicesRefused: stepView(
    {},
    {
      refusedAudiences: [{ audience: 'key-vault', problem: { ...notDone, refusal } }],
    },
  ),
  reading: stepView({ phase: 'reading' }),
  pausing: pausingView,
  environments: environmentsView,
  policyForm: policyFormView,
  found: stepView({
    findings: [fail, unreadable, toConfirm, warning, planned, passed, confirmed],
    plan: [change],
    planSummary: '1 change',
  }),
  confirming: confirmingView,
  confirmingLink: confirmingLinkView,
  applying: applyingView,
  waiting: waitingView,
  stopped: stoppedView,
  coverageForm: coverageFormView,
  coverageGaps: coverageGapsView,
  closing: closingView,
  ended: endedView,
  operations: operationsView,
  drifted: driftedView,
  protect: protectView,
  landscape: landscapeView,
  scheduled: scheduledView,
  nextPolicy: nextPolicyView,
}
