import { messages as drift } from '#machines/engine/drift/messages.ts'
import { OWNER_TITLES } from '#machines/procedure/owners/owner-titles.ts'
import type { Formatter } from '#messages/formatter.ts'
import { reportMessages } from '../../records/evidence/messages.ts'
import { messages as demo, toldMessages } from '../demo/messages.ts'
import { messages } from './messages.ts'
import { momentIn } from './moment.ts'
import { type Color, type Paint, visible } from './output.ts'
import type { Checked, ComparedEnvironment, CustomerResult, Finding, Listed, Planned, ProblemResult, Recorded } from './results.ts'

/** Signs are always accompanied by a word. */
export interface Telling {
  readonly formatter: Formatter
  readonly paint: Paint
}

const LOOKS = {
  pass: ['✓', 'good'],
  warning: ['!', 'warn'],
  fail: ['✕', 'bad'],
  unknown: ['?', 'warn'],
} as const satisfies Readonly<Record<Finding['status'], readonly [string, Color]>>

const WORST_FIRST: readonly Finding['status'][] = ['fail', 'unknown', 'warning', 'pass']

const STATES = {
  'in-order': ['inOrder', 'good'],
  running: ['running', 'good'],
  'to-confirm': ['toConfirm', 'warn'],
  'changes-planned': ['changesPlanned', 'warn'],
  'action-required': ['actionRequired', 'bad'],
  'not-read': ['notRead', 'bad'],
  canceled: ['canceled', 'warn'],
  unchanged: ['unchanged', 'good'],
  changed: ['changed', 'bad'],
  'no-baseline': ['noBaseline', 'weak'],
} as const satisfies Readonly<Record<(Checked | ComparedEnvironment)['state'], readonly [string, Color]>>

const INDENT = '    '

const camel = (kind: string): string => kind.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const titled = ({ paint }: Telling, { id, name, type }: { readonly id: string; readonly name: string; readonly type?: string }): string =>
  [
    paint('strong', visible(name)),
    ...(type === undefined ? [] : [`(${visible(type)})`]),
    ...(id === name || id === '' ? [] : [paint('weak', visible(id))]),
  ].join(' ')

type State = (Checked | ComparedEnvironment)['state']

export const stateText = ({ text }: Formatter, state: State): string => text(messages.result({ state: STATES[state][0] }))

const stateLine = ({ formatter, paint }: Telling, state: State): string => paint(STATES[state][1], stateText(formatter, state))

const detailLines = (text: Formatter['text'], details: string | undefined): readonly string[] =>
  details === undefined ? [] : [`${INDENT}${text(toldMessages.words({ words: visible(details) }))}`]

export const problemLines = (
  { formatter: { text }, paint }: Telling,
  { title, meaning, remedy, details }: ProblemResult,
): readonly string[] => [
  `  ${paint('bad', '✕')} ${visible(title)}`,
  ...(meaning === '' ? [] : [`${INDENT}${visible(meaning)}`]),
  ...(remedy === '' ? [] : [`${INDENT}${text(messages.remedy({ remedy: visible(remedy) }))}`]),
  ...detailLines(text, details),
]

export function customerLines<Each>(
  telling: Telling,
  result: CustomerResult<Each>,
  linesOf: (each: Each) => readonly string[],
): readonly string[] {
  const { customer, account, practice, recording, problem, canceled, environments } = result
  const { formatter, paint } = telling
  return [
    [paint('strong', visible(customer)), ...(account === undefined ? [] : [paint('weak', visible(account))])].join(' · '),
    ...(practice ? [formatter.text(demo.practice)] : []),
    ...(recording ? [formatter.text(messages.recording)] : []),
    ...(problem ? problemLines(telling, problem) : []),
    ...(canceled ? [`  ${paint('warn', '!')} ${formatter.text(messages.canceled)}`] : []),
    ...environments.flatMap((each) => ['', ...linesOf(each)]),
  ]
}

export const listedLines =
  (telling: Telling) =>
  ({ location, financeAndOperationsUrl, url, ...place }: Listed): readonly string[] => [
    `${titled(telling, place)} ${visible(location)}`,
    ...[financeAndOperationsUrl ?? url].flatMap((address) => (address === undefined ? [] : [`${INDENT}${visible(address)}`])),
  ]

function findingLines(
  { formatter: { text }, paint }: Telling,
  { status, id, title, found, remedy, owner, source, details }: Finding,
): readonly string[] {
  const [mark, color] = LOOKS[status]
  return [
    `  ${paint(color, mark)} ${id} ${text(reportMessages[status])}: ${visible(title)}`,
    `${INDENT}${text(toldMessages.seen({ seen: visible(found) }))}`,
    `${INDENT}${text(toldMessages.owner({ owner: OWNER_TITLES[owner] }))}`,
    `${INDENT}${text(messages.remedy({ remedy: visible(remedy) }))}`,
    `${INDENT}${sourceText(text, source)}`,
    ...detailLines(text, details),
  ]
}

/** Document, heading and date. */
export const sourceText = (text: Formatter['text'], { title, heading, edition }: Finding['source']): string =>
  text(messages.source({ source: [title, heading, edition].filter((part) => part !== undefined).join(' · ') }))

export const checkedLines =
  (telling: Telling) =>
  ({ state, findings, unread, changes, problem, ...place }: Checked): readonly string[] => {
    const { text } = telling.formatter
    const open = findings.filter(({ status, planned, confirmed }) => status !== 'pass' && !planned && !confirmed)
    const inOrder = [...open].sort((one, other) => WORST_FIRST.indexOf(one.status) - WORST_FIRST.indexOf(other.status))
    const passed = findings.filter(({ status }) => status === 'pass').length
    return [
      `${titled(telling, place)}: ${stateLine(telling, state)}`,
      ...(problem ? problemLines(telling, problem) : []),
      ...inOrder.flatMap((finding) => findingLines(telling, finding)),
      ...unread.filter(({ key }) => key === undefined).flatMap((each) => problemLines(telling, each)),
      ...(passed === 0 ? [] : [`  ${telling.paint('good', '✓')} ${text(messages.passed({ count: passed }))}`]),
      ...(unread.length === 0 ? [] : [`  ${telling.paint('bad', '?')} ${text(messages.unreadCount({ count: unread.length }))}`]),
      ...(changes.length === 0 ? [] : [`  ${text(demo.changes({ count: changes.length }))}`]),
    ]
  }

export const plannedLines =
  (telling: Telling) =>
  (planned: Planned): readonly string[] => [
    ...checkedLines(telling)(planned),
    ...planned.changes.map(({ title, resource }) => `${INDENT}- ${visible(title)} ${telling.paint('weak', visible(resource))}`),
  ]

export const comparedLines =
  (telling: Telling) =>
  ({ state, baselineAt, changes, problem, ...place }: ComparedEnvironment): readonly string[] => {
    const { formatter, paint } = telling
    return [
      `${titled(telling, place)}: ${stateLine(telling, state)}`,
      ...(baselineAt === undefined ? [] : [`  ${paint('weak', momentIn(formatter, baselineAt))}`]),
      ...(problem ? problemLines(telling, problem) : []),
      ...(state === 'unchanged' && changes.length === 0 ? [`  ${formatter.text(drift.unchanged)}`] : []),
      ...changes.flatMap((change) => changeLines(telling, change)),
    ]
  }

function changeLines({ formatter, paint }: Telling, change: ComparedEnvironment['changes'][number]): readonly string[] {
  const { what, was, is, turn, owner, remedy, key, snoozedUntil } = change
  const name = visible(what ?? key)
  if (snoozedUntil !== undefined)
    return [
      `  ${paint('weak', `· ${name}`)}: ${formatter.text(reportMessages.reviewSnoozed({ until: momentIn(formatter, snoozedUntil) }))}`,
    ]
  const seen = [messages.was({ was: visible(was) }), messages.is({ is: visible(is) })].map((each) => `${INDENT}${formatter.text(each)}`)
  if (turn === 'better') return [`  ${paint('good', '✓')} ${name}`, ...seen]
  return [
    `  ${paint('bad', '✕')} ${name}`,
    ...seen,
    `${INDENT}${formatter.text(toldMessages.owner({ owner: OWNER_TITLES[owner] }))}`,
    ...(remedy === undefined ? [] : [`${INDENT}${formatter.text(messages.remedy({ remedy: visible(remedy) }))}`]),
  ]
}

export const recordedLines =
  (telling: Telling) =>
  ({ customer, environment, record, state, why, checkedAt }: Recorded): readonly string[] => {
    const { formatter, paint } = telling
    const name = environment ? `${titled(telling, environment)}${customer === '' ? '' : ` · ${visible(customer)}`}` : visible(record)
    return [
      `${name}: ${paint('strong', formatter.text(messages.status({ state: camel(state) })))}`,
      ...(why === undefined ? [] : [`${INDENT}${visible(why)}`]),
      ...(checkedAt === undefined ? [] : [`${INDENT}${paint('weak', momentIn(formatter, checkedAt))}`]),
    ]
  }

/** By the environments' own states, so that the total can't say otherwise than their lines. */
function counted({ text }: Formatter, customers: readonly CustomerResult<{ readonly state: State }>[]): string {
  const states = customers.flatMap(({ environments }) => environments.map(({ state }) => state))
  const of = (...counting: readonly State[]): number => states.filter((state) => counting.includes(state)).length
  return text(
    messages.total({
      count: states.length,
      inOrder: of('in-order', 'unchanged'),
      running: of('running'),
      toConfirm: of('to-confirm'),
      planned: of('changes-planned'),
      action: of('action-required'),
      changed: of('changed'),
      unread: of('not-read'),
      without: of('no-baseline'),
      canceled: of('canceled'),
      customers: customers.filter(({ environments }) => environments.length === 0).length,
    }),
  )
}

export const totalLine = ({ formatter, paint }: Telling, customers: readonly CustomerResult<{ readonly state: State }>[]): string =>
  paint('strong', counted(formatter, customers))

/** One line per customer, for long lists. */
export function summaryLine({ formatter }: Telling, result: CustomerResult<{ readonly state: State }>): string {
  const { customer, canceled, problem, environments } = result
  const isListed = environments.length > 0 && !problem
  const summary = isListed ? counted(formatter, [result]) : canceled ? messages.canceled : visible(problem?.title ?? '')
  return formatter.text(messages.ofCustomer({ customer: visible(customer), summary }))
}
