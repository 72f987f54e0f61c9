import { MINUTE } from '#machines/engine/durations.ts'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { decide } from '#machines/procedure/decide.ts'
import { brokenRules } from '#machines/procedure/steps/policy/names.ts'
import type { FindingView, StepView, WizardView } from '#messages/view.ts'
import { confirmed } from '#node/practice/presenting/walk/person.ts'

type Can = (type: WizardView['can'][number]) => boolean
type MayDecide = (kind: string) => boolean

/** The events behind the buttons and lists that the window draws for a view, as they would be sent. */
export function offered(view: WizardView): readonly WizardEvent[] {
  const can: Can = (type) => view.can.includes(type)
  const mayDecide: MayDecide = (kind) => view.decisions.includes(kind)
  return [
    ...plain(view, can),
    ...view.stepper
      .filter(({ state }) => (state === 'done' || state === 'open') && can('GO_TO_STEP'))
      .map(({ id }): WizardEvent => ({ type: 'GO_TO_STEP', step: id })),
    ...view.pages
      .filter(({ now, open }) => !now && open && can('GO_TO_PAGE'))
      .map(({ page }): WizardEvent => ({ type: 'GO_TO_PAGE', page })),
    ...(view.start ? atStart(view.start, can) : []),
    // Behind the start page only its run is told.
    ...(view.step && view.page !== 'start'
      ? [...inFindings(view.step.findings, can, mayDecide), ...inStep(view.step, view.now, mayDecide)]
      : []),
    ...(view.preflight ? inPreflight(view.preflight, can, mayDecide) : []),
    ...(view.coverage ? inCoverage(view.coverage, mayDecide) : []),
    ...(view.operations && can('OPEN_OPERATION')
      ? view.operations.list.map(({ id }): WizardEvent => ({ type: 'OPEN_OPERATION', operation: id }))
      : []),
    ...(view.step?.optional && can('OPEN_OPERATION')
      ? view.step.optional.map(({ id }): WizardEvent => ({ type: 'OPEN_OPERATION', operation: id }))
      : []),
    ...(can('ANSWER_DRIFT') ? (['keep', 'redo', 'stop'] as const).map((answer): WizardEvent => ({ type: 'ANSWER_DRIFT', answer })) : []),
  ]
}

/** What is in the frame, the footer and above the lists. */
function plain({ page, practice, step, start, coverage, handOver, signInAgain }: WizardView, can: Can): readonly WizardEvent[] {
  const drawn: Partial<Record<WizardView['can'][number], boolean>> = {
    SIGN_OUT: practice === undefined,
    CLOSE_TENANT: page !== 'start',
    GO_HOME: true,
    RETURN: start?.behind !== undefined,
    CHANGE_CHOICES:
      (step !== undefined && step.phase !== 'choosing' && ['environments', 'policy', 'policies'].includes(step.picture.kind)) ||
      coverage?.answering === false,
    CHECK_AGAIN: step?.phase !== 'reading',
    REVIEW_PLAN: step?.phase === 'reviewing',
    CANCEL_SCHEDULE: step?.phase === 'scheduled',
    START_NOW: step?.phase === 'scheduled',
    CHANGE_TIME: step?.phase === 'scheduled',
    CANCEL: step?.phase === 'confirming' || start?.signIn !== undefined || coverage?.answering === true || handOver?.opened !== undefined,
    PAUSE: step?.phase === 'pausing',
    CALL_OFF_SIGN_IN: signInAgain?.state === 'running',
    SIGN_IN_AGAIN: signInAgain?.state === 'needed',
    STOP_AFTER_THIS: step?.phase === 'applying' || step?.phase === 'pausing',
    POLL_NOW: step?.phase === 'pausing' || step?.phase === 'waiting',
    NEXT: page === 'step' || page === 'preflight' || page === 'prepare',
    BACK: true,
    TAKE_OVER: true,
  }
  return PLAIN.filter((type) => can(type) && drawn[type] === true).map((type) => ({ type }))
}

const PLAIN = [
  ...(['SIGN_OUT', 'CLOSE_TENANT', 'GO_HOME', 'RETURN', 'CHANGE_CHOICES', 'CHECK_AGAIN', 'REVIEW_PLAN', 'CANCEL'] as const),
  ...(['CANCEL_SCHEDULE', 'START_NOW', 'CHANGE_TIME'] as const),
  ...(['STOP_AFTER_THIS', 'POLL_NOW', 'PAUSE', 'SIGN_IN_AGAIN', 'CALL_OFF_SIGN_IN', 'NEXT', 'BACK', 'TAKE_OVER'] as const),
]

function atStart({ scenarios, connecting, tenants = [] }: NonNullable<WizardView['start']>, can: Can): readonly WizardEvent[] {
  if (connecting) return []
  return [
    ...(can('OPEN_PRACTICE') ? scenarios.map(({ name }): WizardEvent => ({ type: 'OPEN_PRACTICE', scenario: name })) : []),
    ...(can('SIGN_IN')
      ? [
          { type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' } } as const,
          { type: 'SIGN_IN', request: { way: 'browser', tenant: 'contoso.example', cloud: 'commercial' }, checkFirst: true } as const,
          { type: 'LIST_TENANTS', request: { way: 'browser', cloud: 'commercial' } } as const,
          ...tenants.map(({ id }) => ({ type: 'SIGN_IN', request: { way: 'browser', tenant: id, cloud: 'commercial' } }) as const),
        ]
      : []),
  ]
}

const inFindings = (findings: readonly FindingView[], can: Can, mayDecide: MayDecide): readonly WizardEvent[] =>
  findings.flatMap(({ key, offer, status, attestable, attested }): readonly WizardEvent[] => [
    ...(offer?.event === 'GO_TO_PAGE' && can(offer.event)
      ? [{ type: offer.event, page: offer.page, ...(offer.step === undefined ? {} : { step: offer.step }) }]
      : []),
    ...(offer?.event === 'DECIDE' && mayDecide(offer.decision.kind) ? [{ type: offer.event, decision: offer.decision }] : []),
    ...(status === 'unknown' && attestable && !attested && can('ATTEST') ? [{ type: 'ATTEST', key } as const] : []),
    ...(can('CHECK_ONE') ? [{ type: 'CHECK_ONE', key } as const] : []),
  ])

/** Minutes until something that is scheduled begins: soon, and after hours that may pass at once. */
const WAITS = [2, 60]

function inStep({ phase, picture, confirmation }: StepView, now: number, mayDecide: MayDecide): readonly WizardEvent[] {
  if (phase === 'confirming')
    return [
      { type: 'CONFIRM', ...confirmed(confirmation, now) },
      ...(confirmation?.starts
        ? WAITS.map((wait): WizardEvent => ({ type: 'SCHEDULE', ...confirmed(confirmation, now + wait * MINUTE) }))
        : []),
    ]
  // Another environment can be chosen beside what is on screen, also while one is being encrypted.
  if (phase !== 'choosing') return picture.kind === 'targets' && mayDecide('choose-addition') ? [decide({ kind: 'choose-addition' })] : []
  switch (picture.kind) {
    case 'environments':
      return picture.environments.map(({ id }) => ({ type: 'CHOOSE_ENVIRONMENT', environmentId: id }))
    case 'policies':
      return picture.policies.map(({ id }) => decide({ kind: 'choose-next-policy', policyId: id }))
    case 'targets':
      return picture.targets.map(({ id }) => decide({ kind: 'choose-addition', environmentId: id }))
    case 'policy':
      return [
        ...picture.form.subscriptions.map(({ id }) => decide({ kind: 'browse-subscription', subscriptionId: id })),
        ...(Object.keys(brokenRules(picture.form.values)).length === 0 && mayDecide('choose-policy')
          ? [decide({ kind: 'choose-policy', policy: picture.form.values })]
          : []),
      ]
    default:
      return []
  }
}

const inPreflight = (
  { chosen, environments, findings, settled }: NonNullable<WizardView['preflight']>,
  can: Can,
  mayDecide: MayDecide,
): readonly WizardEvent[] => [
  ...(chosen === undefined ? environments.map(({ id }): WizardEvent => ({ type: 'CHOOSE_ENVIRONMENT', environmentId: id })) : []),
  ...inFindings([...findings, ...settled], can, mayDecide),
]

const inCoverage = ({ answering, uses, rows }: NonNullable<WizardView['coverage']>, mayDecide: MayDecide): readonly WizardEvent[] =>
  answering
    ? [
        decide({ kind: 'use-apps', apps: uses.slice(0, 1).map(({ item }) => item) }),
        decide({ kind: 'use-apps', apps: uses.map(({ item }) => item) }),
      ]
    : rows
        .flatMap(({ items }) => items)
        .filter(({ known, acknowledged }) => known !== undefined && !acknowledged && mayDecide('acknowledge-gap'))
        .map(({ item }) => decide({ kind: 'acknowledge-gap', item }))
