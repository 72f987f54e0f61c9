import type { DisplayText } from '#machines/messages/message.ts'
import { OWNER_TITLES } from '#machines/procedure/owners/owner-titles.ts'
import type { Formatter } from '#messages/formatter.ts'
import { toldMessages } from '../demo/messages.ts'
import type { ManyRead } from './many.ts'
import { messages } from './messages.ts'
import { momentIn } from './moment.ts'
import { visible } from './output.ts'
import type { Checked, ComparedEnvironment, CustomerResult, ExitCode, ProblemResult } from './results.ts'
import { sourceText, stateText } from './told.ts'

/* JUnit XML for pipelines. There is no single standard: this satisfies Ant's stricter schema and Jenkins'.
   It contains a failure or an error exactly if the exit code isn't 0. */

interface Case {
  readonly kind: string
  /** Stable across runs and languages; titles depend on the result. */
  readonly name: string
  /** Absent: passed. */
  readonly outcome?: Outcome
}

interface Outcome {
  readonly is: 'failure' | 'error' | 'skipped'
  /** Stable, for programs. */
  readonly type: string
  readonly message: string
  readonly lines?: readonly string[]
}

interface Suite {
  readonly name: string
  readonly customer: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly properties: Readonly<Record<string, string | undefined>>
  readonly cases: readonly Case[]
}

interface Read {
  readonly id: string
  readonly name: string
  readonly state: Parameters<typeof stateText>[1]
  readonly checkedAt?: number
  readonly problem?: ProblemResult
}

export function junit<State extends string, Each extends Read & { readonly state: State }>(
  formatter: Formatter,
  { customers, partial }: ManyRead<Each>,
  codes: Readonly<Record<State, ExitCode>>,
  casesOf: (formatter: Formatter, each: Each, isOpen: boolean) => readonly Case[],
  at: number,
): string {
  const suites = customers.flatMap((customer): readonly Suite[] => {
    const { tenantId, practice, recording, environments } = customer
    const known = {
      customer: customer.customer,
      tenantId,
      practice: practice ? 'true' : undefined,
      recording: recording ? 'true' : undefined,
      partial,
    }
    const own = customerCase(formatter, customer)
    return [
      ...(own ? [{ name: customer.customer, customer: customer.customer, at, properties: known, cases: [own] }] : []),
      ...environments.map((each) => ({
        name: each.name,
        customer: customer.customer,
        at: each.checkedAt ?? at,
        properties: { ...known, environmentId: each.id },
        cases: [stateCase(formatter, each, codes[each.state]), ...casesOf(formatter, each, codes[each.state] !== 0)],
      })),
    ]
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, suites.map(written))}\n`
}

const problemOf = ({ text }: Formatter, { title, meaning, remedy, details }: ProblemResult) => ({
  message: title,
  lines: [
    ...(meaning === '' ? [] : [meaning]),
    ...(remedy === '' ? [] : [text(messages.remedy({ remedy }))]),
    ...(details === undefined ? [] : [text(toldMessages.words({ words: details }))]),
  ],
})

function customerCase(formatter: Formatter, { customer: name, problem, canceled }: CustomerResult<unknown>): Case | undefined {
  if (problem) return { kind: 'customer', name, outcome: { is: 'error', type: 'not-read', ...problemOf(formatter, problem) } }
  if (canceled) return { kind: 'customer', name, outcome: { is: 'error', type: 'canceled', message: formatter.text(messages.canceled) } }
  return undefined
}

function stateCase(formatter: Formatter, { name, state, problem }: Read, code: ExitCode): Case {
  const message = stateText(formatter, state)
  if (code === 0) return { kind: 'state', name }
  return {
    kind: 'state',
    name,
    outcome: { is: code === 1 ? 'failure' : 'error', type: state, message, ...(problem ? problemOf(formatter, problem) : {}) },
  }
}

/** Planned and confirmed findings are closed; what is seen during an operation, or with a problem, is skipped. */
export function checkedCases(formatter: Formatter, { findings, unread }: Checked, isOpen: boolean): readonly Case[] {
  const { text } = formatter
  const ofFindings = findings.map(({ step, key, status, planned, confirmed, id, title, found, remedy, owner, source, details }): Case => {
    const named = { kind: step, name: key }
    if (status === 'pass' || confirmed) return named
    const told: readonly DisplayText[] = [
      toldMessages.seen({ seen: found }),
      toldMessages.owner({ owner: OWNER_TITLES[owner] }),
      messages.remedy({ remedy }),
    ]
    const words = details === undefined ? [] : [text(toldMessages.words({ words: details }))]
    const lines = [...told.map(text), sourceText(text, source), ...words]
    if (unread.some((each) => each.step === step && each.key === key))
      return { ...named, outcome: { is: 'error', type: 'not-read', message: title, lines } }
    const fails = isOpen && status !== 'warning' && !planned
    return { ...named, outcome: { is: fails ? 'failure' : 'skipped', type: id, message: title, lines } }
  })
  const others = unread.filter(({ key }) => key === undefined)
  return [
    ...ofFindings,
    ...others.map(
      ({ step = 'unread', ...why }, at): Case => ({
        kind: step,
        name: `unread-${at + 1}`,
        outcome: { is: 'error', type: 'not-read', ...problemOf(formatter, why) },
      }),
    ),
  ]
}

export function comparedCases(formatter: Formatter, { changes }: ComparedEnvironment, isOpen: boolean): readonly Case[] {
  const { text } = formatter
  return changes.map(({ step, key, what = key, was, is, turn, owner, remedy, snoozedUntil }): Case => {
    const named = { kind: step, name: key }
    if (turn === 'better') return named
    const lines = [
      text(messages.was({ was })),
      text(messages.is({ is })),
      ...(snoozedUntil === undefined ? [] : [momentIn(formatter, snoozedUntil)]),
      text(toldMessages.owner({ owner: OWNER_TITLES[owner] })),
      ...(remedy === undefined ? [] : [text(messages.remedy({ remedy }))]),
    ]
    const fails = isOpen && snoozedUntil === undefined
    return { ...named, outcome: { is: fails ? 'failure' : 'skipped', type: turn, message: what, lines } }
  })
}

function written({ name, customer, at, properties, cases }: Suite, place: number): string {
  const count = (is: Outcome['is']): number => cases.filter(({ outcome }) => outcome?.is === is).length
  const known = Object.entries(properties).flatMap(([property, value]) =>
    value === undefined ? [] : [element('property', { name: property, value })],
  )
  return element(
    'testsuite',
    {
      name: named(name),
      package: customer,
      id: place,
      hostname: 'localhost',
      timestamp: new Date(at).toISOString().slice(0, 19),
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
      time: 0,
    },
    [
      element('properties', {}, known),
      ...cases.map(({ kind, name: each, outcome }) =>
        element('testcase', { classname: kind, name: named(each), time: 0 }, outcome ? [writtenOutcome(outcome)] : []),
      ),
      element('system-out', {}),
      element('system-err', {}),
    ],
  )
}

/** Ant's schema allows no attributes on skipped. */
const writtenOutcome = ({ is, type, message, lines = [] }: Outcome): string =>
  is === 'skipped' ? element(is, {}, [message, ...lines].map(escaped)) : element(is, { type, message }, lines.map(escaped))

/** Names must not be empty. */
const named = (name: string): string => (name.trim() === '' ? '?' : name)

function element(name: string, attributes: Readonly<Record<string, string | number>>, content: readonly string[] = []): string {
  const begun = [name, ...Object.entries(attributes).map(([attribute, value]) => `${attribute}="${escaped(String(value))}"`)].join(' ')
  return content.length === 0 ? `<${begun}/>` : `<${begun}>\n${content.join('\n')}\n</${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** One line without terminal control characters and the two characters that XML 1.0 forbids. */
const escaped = (text: string): string =>
  visible(text)
    .replaceAll(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
