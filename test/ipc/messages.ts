import fc from 'fast-check'
import { WAYS_IN } from '#contract/channels.ts'
import type { CallName } from '#contract/contract.ts'
import { type PresenterAct, SHIPPED_NOTES, STAGED_FAULTS } from '#contract/presenter-channels.ts'
import { REPORT_FORMATS } from '#machines/engine/report-formats.ts'
import { CASE_STAGES } from '#machines/engine/wizard/case-stages.ts'
import { LINK_IDS } from '#machines/procedure/links/link-ids.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { SCRIPT_LANGUAGES } from '#machines/procedure/script-languages.ts'
import { UPDATE_ACTS } from '#machines/updates/update.ts'
import { OFFERED_CHOICES } from '#messages/languages.ts'
import { TEXT_SIZES, THEMES } from '#messages/settings.ts'
import type { WizardView } from '#messages/view.ts'
import type { Random } from '#node/practice/random.ts'
import { HOSTILE } from '../model/sequences/commands.ts'
import { offered } from '../model/sequences/offered.ts'

/** Text for members of messages: it must be in no line of the log. */
export const TYPED = 'typed-by-a-person-5e1f'

const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

type Making = (random: Random, view: WizardView) => unknown

const nothing: Making = () => ({})
const oneOf =
  (member: string, values: readonly unknown[]): Making =>
  (random) => ({ [member]: pick(random, values) })
const engagementsIn = ({ start }: WizardView): readonly string[] => (start?.engagements ?? []).map(({ id }) => id)
const engagement: Making = (random, view) => ({ id: pick(random, [...engagementsIn(view), '__proto__', '../..', 'a_b', TYPED]) })

/** Of a channel, an argument that has the agreed form, as far as what is on screen allows; absent where nothing is sent. */
const ARGUMENTS: Readonly<Partial<Record<CallName, Making>>> = {
  'links:open': oneOf('link', LINK_IDS),
  'mail:open': (random, { now: start }) =>
    pick(random, [{ mail: 'over' }, { mail: 'outage', start, end: start + 1 }, { mail: 'outage', start: 8.64e15, end: 8.64e15 }]),
  'identity:hold-secret': () => ({ secret: TYPED }),
  'clipboard:write': (random) => ({ text: TYPED.repeat(1 + Math.floor(random() * 100)) }),
  'script:write': (random, view) => script(view, random),
  'script:save': (random, view) => ({
    script: script(view, random),
    file: pick(random, ['enable-cmk.sh', 'README.txt', '../../etc/passwd', '__proto__', '']),
  }),
  'engagements:open': engagement,
  'engagements:remove': engagement,
  'choices:apply'(random, view) {
    const ids = [...engagementsIn(view), '__proto__', TYPED]
    return { pilot: pick(random, ids), ids, policy: pick(random, ['same', 'own']), keep: random() < 0.5 }
  },
  'report:save': oneOf('format', REPORT_FORMATS),
  'hand-over:save': (random) => ({
    purpose: pick(random, ['ask', 'hand-back']),
    step: pick(random, STEP_IDS),
    note: pick(random, ['', TYPED]),
  }),
  'practice:advance': oneOf('hours', [1, 24]),
  'practice:start': (random) => ({ scenario: pick(random, ['ready-to-enable', TYPED]), at: pick(random, CASE_STAGES) }),
  'exercises:start': oneOf('name', ['purge-protection', TYPED]),
  'settings:change': (random) => ({
    ...(random() < 0.5 ? { language: pick(random, OFFERED_CHOICES) } : {}),
    ...(random() < 0.5 ? { theme: pick(random, THEMES) } : {}),
    ...(random() < 0.5 ? { textSize: pick(random, TEXT_SIZES) } : {}),
    ...(random() < 0.5 ? { notifications: random() < 0.5 } : {}),
  }),
  'tenant:load-ahead': oneOf('way', WAYS_IN),
  'calendar:save': (random) => {
    const start = Math.floor(random() * 8.64e15)
    const outage = { start, end: Math.floor(random() * 8.64e15), timeZone: random() < 0.5 ? 'Europe/Berlin' : 'UTC' }
    return random() < 0.5 ? {} : { outage }
  },
  'change-request:save': (random) => ({
    format: random() < 0.5 ? 'html' : 'pdf',
    ...(random() < 0.5 ? { start: { from: random() * 8.64e15, timeZone: random() < 0.5 ? 'Europe/Berlin' : 'UTC' } } : {}),
  }),
  'marks:report': oneOf('mark', ['firstPageInteractive', 'firstStepInteractive']),
  'updates:act': oneOf('act', UPDATE_ACTS),
  'templates:change': () => ({ list: [] }),
  'brand:change': (random) => (random() < 0.5 ? { name: 'Fabrikam' } : { logo: 'none' }),
  'window:open': oneOf('profile', ['contoso', 'fabrikam-2']),
  'vault-name:check': (random) => ({
    subscriptionId: random() < 0.5 ? '../x' : '2f9d8c1b-7e6a-4d35-8b1c-5a0e9f3d7c24',
    name: random() < 0.5 ? 'kv-contoso' : '../kv',
  }),
  'report:copy': oneOf('name', ['report-2026-11-24T09-00-00-000Z.pdf', '../report.pdf']),
  'exercises:read': (random) => ({ onlyUnderWay: random() < 0.5 }),
  'exercises:open': nothing,
  'exercises:sheet': nothing,
  'about:read': nothing,
  'templates:read': nothing,
  'templates:save': nothing,
  'templates:open': nothing,
  'certificate:choose': nothing,
  'brand:read': nothing,
  'brand:choose-logo': nothing,
  'report:list': nothing,
  'first-contact:make': nothing,
  'first-contact:save': nothing,
  'recording:open': nothing,
  'removal:read': nothing,
  'removal:save': nothing,
  'licenses:read': nothing,
  'diagnostics:read': nothing,
  'engagements:take-over': nothing,
  'hand-over:open': nothing,
}

export function fitting(channel: CallName, view: WizardView, events: readonly unknown[], random: Random): unknown {
  if (channel !== 'wizard:send') return ARGUMENTS[channel]?.(random, view)
  return random() < 0.5 ? pick(random, offered(view)) : pick(random, events)
}

/** A request of the trainer's page. */
export const anyAct = (random: Random): PresenterAct | undefined =>
  pick<PresenterAct>(random, [
    ...[{ do: 'go', to: 'next' } as const, { do: 'go', to: 'previous' } as const],
    ...[{ do: 'advance', hours: 1 } as const, { do: 'advance', hours: 24 } as const],
    ...STAGED_FAULTS.map((fault) => ({ do: 'fault', fault }) as const),
    ...(['spotlight', 'bare'] as const).map((what) => ({ do: 'stage', what, on: random() < 0.5 }) as const),
    ...(['larger', 'smaller'] as const).map((to) => ({ do: 'text-size', to }) as const),
    ...SHIPPED_NOTES.map((use) => ({ do: 'notes', use }) as const),
    ...(['end-faults', 'reset', 'clear-requests', 'swap', 'open-case', 'open-notes', 'save-notes'] as const).map((act) => ({ do: act })),
    ...CASE_STAGES.map((to) => ({ do: 'jump', to }) as const),
  ])

const script = (view: WizardView, random: Random) => ({
  language: pick(random, SCRIPT_LANGUAGES),
  of: pick(random, ['step', 'whole']),
  ...(random() < 0.3 ? { action: view.step?.plan[0]?.key ?? TYPED } : {}),
})

/** Events of the window with arguments as a stranger would choose them. */
export const strangeEvents = (seed: number): readonly unknown[] => fc.sample(fc.oneof(...Object.values(HOSTILE)), { seed, numRuns: 2_000 })

const nested = (depth: number, member?: string): unknown => {
  let value: unknown = 'inside'
  for (let level = 0; level < depth; level++) value = member === undefined ? [value] : { [member]: value }
  return value
}

const cyclic = (): unknown => {
  const value: Record<string, unknown> = { type: 'NEXT' }
  value['self'] = value
  return value
}

const throwing = (member: string): unknown =>
  Object.defineProperty({}, member, {
    enumerable: true,
    get() {
      throw new Error(TYPED)
    },
  })

const inherited = (): unknown => Object.create({ type: 'NEXT', secret: TYPED, link: 'azure-vaults', hours: 1 })

/** Values that no form of the window makes. What cannot be cloned cannot come from a page: main must not fall over it all the same. */
const VALUES: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 1n,
  () => 10n ** 400n,
  () => '',
  () => TYPED,
  () => TYPED.repeat(500_000),
  () => '\ud800',
  () => '\u0000',
  () => Symbol(TYPED),
  () => () => TYPED,
  () => [],
  () => new Array(100_000).fill(TYPED),
  () => new Array(100_000),
  () => ({}),
  () => Object.create(null),
  () => nested(100),
  () => nested(50_000),
  () => nested(5_000, 'type'),
  () => cyclic(),
  () => throwing('type'),
  () => throwing('secret'),
  () => inherited(),
  () => JSON.parse('{"__proto__":{"type":"NEXT","polluted":true}}'),
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}},"type":"NEXT"}'),
  () =>
    new Proxy(
      {},
      {
        get: () => undefined,
        ownKeys: () => ['type'],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 'NEXT' }),
      },
    ),
  () =>
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error(TYPED)
        },
      },
    ),
  () => new Date(Number.NaN),
  () => new Map([['type', 'NEXT']]),
  () => new Set(['NEXT']),
  () => new Uint8Array(1_000_000),
  () => Object.fromEntries(Array.from({ length: 10_000 }, (_none, index) => [`member-${index}`, TYPED])),
  () => ({ type: { toString: () => 'NEXT' } }),
  () => new String('NEXT'),
  () => Promise.resolve({ type: 'NEXT' }),
  // biome-ignore lint/suspicious/noThenProperty: a value that looks like a promise is what is tried here
  () => ({ type: 'NEXT', then: (settle: (value: unknown) => void) => settle({ type: 'BACK' }) }),
  () => /NEXT/,
  () => new Error(TYPED),
]

export const anyValue = (random: Random): unknown => (pick(random, VALUES) ?? (() => undefined))()

/** An argument of the agreed form with one thing about it that is not. */
export function spoilt(argument: unknown, random: Random): unknown {
  if (typeof argument !== 'object' || argument === null || random() < 0.3) return anyValue(random)
  const members = Object.keys(argument)
  const member = pick(random, members) ?? 'type'
  switch (Math.floor(random() * 4)) {
    case 0:
      return { ...argument, [member]: anyValue(random) }
    case 1:
      return Object.fromEntries(Object.entries(argument).filter(([name]) => name !== member))
    case 2:
      return { ...argument, [pick(random, ['more', 'type', 'constructor', 'toString']) ?? '']: anyValue(random) }
    default:
      return random() < 0.5 ? [argument] : Object.create(argument)
  }
}
