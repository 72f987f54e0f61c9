import fc from 'fast-check'
import type { WizardEvent } from '#machines/engine/wizard/events.ts'
import { SIDE_PAGES } from '#machines/engine/wizard/side-pages.ts'
import { COVERAGE_ITEM_IDS } from '#machines/procedure/coverage/item-ids.ts'
import type { Decision } from '#machines/procedure/decisions.ts'
import { OPERATION_IDS, STEP_IDS } from '#machines/procedure/procedure.ts'
import { SIGN_IN_WAYS } from '#machines/sign-in/sign-in.ts'
import { FAULTS } from '#node/practice/faults.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { AFTERWARDS_NAME } from '../../faults/afterwards.ts'
import type { How } from './hand.ts'

/** The person's way to schedule a start. */
export type Later = 'no' | 'awake' | 'asleep'

/** One thing that happens; numbers pick among what there is at that moment. */
export type Command =
  /** The person uses something that the window draws. */
  | { readonly do: 'use'; readonly pick: number }
  /**
   * The same, but only what leads onward. `meddled`: just before something is carried out, another person makes a change. `later`: what may
   * wait for its time is scheduled; `asleep`, and the computer sleeps through it.
   */
  | { readonly do: 'go-on'; readonly times: number; readonly meddled?: boolean; readonly later?: Later }
  | { readonly do: 'settle'; readonly pick: number; readonly how: How }
  /** Anything that the window could send, drawn or not. */
  | { readonly do: 'send'; readonly event: unknown }
  | { readonly do: 'advance'; readonly hours: number }
  | { readonly do: 'hand-over' }
  /** Another person changes the tenant meanwhile. */
  | { readonly do: 'meddle'; readonly pick: number }
  /** Hours of the tenant's time that pass while the wizard is closed. */
  | { readonly do: 'restart'; readonly arrives: boolean; readonly away?: number }

const ids = SCENARIOS.flatMap(({ environmentId, choices }) => [environmentId, choices.policy?.subscriptionId ?? ''])
const anyText = fc.constantFrom(
  ...new Set(ids),
  ...['', ' ', '__proto__', 'constructor', 'toString', '../..', '\u0000', '<b>', '0', 'x'.repeat(300), '\ud800', 'Contoso Production'],
  '00000000-0000-0000-0000-000000000000',
)
const anyTime = fc.constantFrom(
  0,
  -1,
  1,
  8.64e15,
  8.64e15 + 1,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Date.parse('2026-11-24T12:00:00Z'),
)
const named = <Type extends WizardEvent['type']>(type: Type, more: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<unknown> =>
  fc.record({ type: fc.constant(type), ...more })

const decided = <Kind extends Decision['kind']>(kind: Kind, more: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<unknown> =>
  fc.record({ type: fc.constant('DECIDE'), decision: fc.record({ kind: fc.constant(kind), ...more }) })

/** The same for each decision. */
export const DECISIONS = {
  'choose-policy': decided('choose-policy', {
    policy: fc.record({
      subscriptionId: anyText,
      resourceGroup: fc.constantFrom('rg', '', '__proto__'),
      region: fc.constantFrom('eastus', 'westeurope', ''),
      vaultName: fc.constantFrom('kv-another', 'toString', ''),
      vaultResourceGroup: fc.constantFrom('rg', 'constructor'),
      keyName: fc.constantFrom('key', ''),
      keySize: fc.constantFrom(2048, 3072, 4096),
      policyName: fc.constantFrom('ep', '', 'x'.repeat(65)),
      administratorObjectId: anyText,
    }),
  }),
  'choose-next-policy': decided('choose-next-policy', {
    policyId: fc.oneof(
      anyText,
      anyText.map((id) => `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.PowerPlatform/enterprisePolicies/other`),
    ),
  }),
  'choose-addition': decided('choose-addition', { environmentId: fc.option(anyText, { nil: undefined }) }),
  'browse-subscription': decided('browse-subscription', { subscriptionId: anyText }),
  'turn-on-purge-protection': decided('turn-on-purge-protection'),
  'wish-rotation': decided('wish-rotation', { wanted: fc.boolean() }),
  'wish-audit-log': decided('wish-audit-log', { workspaceId: anyText }),
  'wish-mail': decided('wish-mail', {
    emails: fc.option(fc.array(fc.oneof(anyText, fc.emailAddress()), { maxLength: 3 }), { nil: undefined }),
  }),
  'wish-protections': decided('wish-protections', {
    locks: fc.array(fc.constantFrom('vault', 'policy', 'group', '__proto__'), { maxLength: 3 }),
    rotation: fc.constantFrom(true, false, undefined),
    auditLog: fc.option(anyText, { nil: undefined }),
    mail: fc.option(fc.array(fc.oneof(anyText, fc.emailAddress()), { maxLength: 3 }), { nil: undefined }),
  }),
  'wish-lock': decided('wish-lock', { of: fc.constantFrom('vault', 'policy', 'group', '__proto__'), wanted: fc.boolean() }),
  'use-apps': decided('use-apps', {
    apps: fc.array(fc.constantFrom(...COVERAGE_ITEM_IDS), { maxLength: 5 }),
    unsure: fc.array(fc.constantFrom(...COVERAGE_ITEM_IDS), { maxLength: 2 }),
  }),
  'acknowledge-gap': decided('acknowledge-gap', { item: fc.constantFrom(...COVERAGE_ITEM_IDS) }),
  'note-partner-end': decided('note-partner-end', { endsAt: fc.oneof(fc.integer(), fc.double()) }),
} as const satisfies Readonly<Record<Decision['kind'], fc.Arbitrary<unknown>>>

/** For each event the window can send, its arguments as a stranger would choose them. */
export const HOSTILE = {
  OPEN_PRACTICE: named('OPEN_PRACTICE', { scenario: fc.oneof(anyText, fc.constantFrom(...SCENARIOS.map(({ name }) => name))) }),
  SIGN_IN: named('SIGN_IN', {
    request: fc.record({ way: fc.constantFrom(...SIGN_IN_WAYS), tenant: anyText, cloud: anyText }),
  }),
  LIST_TENANTS: named('LIST_TENANTS', { request: fc.record({ way: fc.constantFrom(...SIGN_IN_WAYS), cloud: anyText }) }),
  SIGN_OUT: named('SIGN_OUT'),
  CLOSE_TENANT: named('CLOSE_TENANT'),
  GO_HOME: named('GO_HOME'),
  RETURN: named('RETURN'),
  CHOOSE_ENVIRONMENT: named('CHOOSE_ENVIRONMENT', { environmentId: anyText }),
  CHANGE_CHOICES: named('CHANGE_CHOICES'),
  CHECK_AGAIN: named('CHECK_AGAIN'),
  CHECK_ONE: named('CHECK_ONE', { key: anyText }),
  ATTEST: named('ATTEST', { key: anyText }),
  DECIDE: fc.oneof(...Object.values(DECISIONS)),
  REVIEW_PLAN: named('REVIEW_PLAN'),
  CONFIRM: named('CONFIRM', {
    typedName: anyText,
    window: fc.record({ from: anyTime, to: anyTime, timeZone: fc.constantFrom('UTC', 'Nowhere/Else', '') }),
  }),
  SCHEDULE: named('SCHEDULE', {
    typedName: anyText,
    window: fc.record({ from: anyTime, to: anyTime, timeZone: fc.constantFrom('UTC', 'Nowhere/Else', '') }),
  }),
  CANCEL_SCHEDULE: named('CANCEL_SCHEDULE'),
  START_NOW: named('START_NOW'),
  CHANGE_TIME: named('CHANGE_TIME'),
  CANCEL: named('CANCEL'),
  STOP_AFTER_THIS: named('STOP_AFTER_THIS'),
  POLL_NOW: named('POLL_NOW'),
  PAUSE: named('PAUSE'),
  SIGN_IN_AGAIN: named('SIGN_IN_AGAIN'),
  CALL_OFF_SIGN_IN: named('CALL_OFF_SIGN_IN'),
  ANSWER_DRIFT: named('ANSWER_DRIFT', { answer: fc.constantFrom('keep', 'redo', 'stop', 'else') }),
  REVIEW_CHANGE: named('REVIEW_CHANGE', {
    change: anyText,
    wish: fc.oneof(
      fc.record({ answer: fc.constant('accepted' as const), reason: anyText }),
      fc.record({ answer: fc.constant('snoozed' as const), reason: anyText, until: anyTime }),
      fc.constant({ answer: 'resumed' as const }),
    ),
  }),
  NEXT: named('NEXT'),
  BACK: named('BACK'),
  GO_TO_STEP: named('GO_TO_STEP', { step: fc.constantFrom(...STEP_IDS) }),
  TAKE_OVER: named('TAKE_OVER'),
  GO_TO_PAGE: named('GO_TO_PAGE', { page: fc.constantFrom(...SIDE_PAGES) }),
  OPEN_OPERATION: named('OPEN_OPERATION', { operation: fc.constantFrom(...OPERATION_IDS) }),
} as const satisfies Readonly<Record<WizardEvent['type'], fc.Arbitrary<unknown>>>

const anyHow: fc.Arbitrary<How> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<How>({ end: 'truth' }) },
  {
    weight: 2,
    arbitrary: fc.record({ end: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS), nth: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.constant<How>({ end: 'defect' }) },
)

const pick = fc.nat(999)
const anyLater = fc.constantFrom<Later>('no', 'awake', 'asleep')

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('use' as const), pick }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('settle' as const), pick, how: anyHow }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('go-on' as const),
      times: fc.integer({ min: 1, max: 15 }),
      meddled: fc.boolean(),
      later: anyLater,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('send' as const), event: fc.oneof(...Object.values(HOSTILE), ...Object.values(DECISIONS)) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('advance' as const), hours: fc.constantFrom(1, 24, 200) }) },
  { weight: 1, arbitrary: fc.constant<Command>({ do: 'hand-over' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('meddle' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), arrives: fc.boolean(), away: fc.constantFrom(0, 0, 2) }) },
)

/** A scenario, and what happens in it. */
export const anySequence = fc.tuple(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<string>(...SCENARIOS.map(({ name }) => name)) },
    // Several environments, the first of which is in the policy already.
    { weight: 1, arbitrary: fc.constant<string>(AFTERWARDS_NAME) },
  ),
  fc.boolean(),
  /** How far the person has come before anything unusual happens. */
  fc.constantFrom(0, 0, 10, 25, 40, 60, 80, 100),
  anyLater,
  fc.array(anyCommand, { minLength: 4, maxLength: 30, size: 'max' }),
)
