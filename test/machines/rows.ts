import { describe, expect, it } from 'vitest'
import type { Refusal, RefusalReason } from '#machines/engine/answer.ts'
import { blocks, type Finding, type FindingStatus, judge, type Owner } from '#machines/engine/step/finding.ts'
import type { Check } from '#machines/procedure/check.ts'
import type { Formatted } from '#messages/formatter.ts'
import { english } from '../english.ts'
import { NOW, REASONS, REFUSALS, refused } from './facts.ts'

type Given = FindingStatus | 'nothing'

/** Further requirements for a finding: its title and `seen` contain these words, and the rest is equal. */
interface Says extends Omit<Partial<Formatted<Finding>>, 'title' | 'seen'> {
  readonly title?: string
  readonly seen?: string | readonly string[]
}

/** These facts, that finding. */
export interface Row<Facts> {
  readonly gives: Given
  readonly when: string
  readonly facts: Facts
  readonly says: Says
}

/** A table: the rows of each check, by its key. */
export type Rows<Facts> = Readonly<Record<string, readonly Row<Facts>[]>>

const rowThat =
  (gives: Given) =>
  <Facts>(when: string, facts: Facts, says: Says = {}): Row<Facts> => ({ gives, when, facts, says })

/** A row by what its check gives: `row.fail('it is disabled', facts, { title: 'disabled' })`. */
export const row = {
  pass: rowThat('pass'),
  warning: rowThat('warning'),
  fail: rowThat('fail'),
  unknown: rowThat('unknown'),
  nothing: rowThat('nothing'),
}

export function judgedBy<Facts>(checks: readonly Check<Facts>[], check: string, facts: Facts, now = NOW): Finding | undefined {
  const known = checks.filter((each) => each.key === check)
  if (known.length !== 1) throw new Error(`There are ${known.length} checks ${check}`)
  return judge(known, facts, now)[0]
}

/** The same as a person reads it. */
export const findingOf = <Facts>(checks: readonly Check<Facts>[], check: string, facts: Facts, now = NOW): Formatted<Finding> | undefined =>
  english.all(judgedBy(checks, check, facts, now))

/** The words of a finding as a person reads them: a headline, what was read, a sentence that says what to do. */
function expectReadable({ title, seen, remedy }: Formatted<Finding>): void {
  expect(title).toMatch(/^[\p{Lu}“].*[^.\s]$/u)
  expect(remedy).toMatch(/^[\p{Lu}“].*\.$/u)
  expect(seen).not.toBe('')
  for (const words of [title, seen, remedy]) expect(words).not.toMatch(/undefined|NaN|\[object| {2}/)
}

/** Walks the tables, and fails by name for a check that no row is about, and for a row that is about no check. */
export function walkRows<Facts>(checks: readonly Check<Facts>[], ...tables: readonly Rows<Facts>[]): void {
  const keys = checks.map((check) => check.key)
  const rowsOf = (key: string) => tables.flatMap((table) => table[key] ?? [])
  const given = (key: string) => new Set(rowsOf(key).map(({ gives }) => gives))

  it('has rows for every check, and for no other', () => {
    expect(new Set(tables.flatMap((table) => Object.keys(table)))).toEqual(new Set(keys))
  })

  it('sees every check give its pass or its question, and at least one other answer', () => {
    expect(keys.filter((key) => !given(key).has('pass') && !given(key).has('unknown'))).toEqual([])
    expect(keys.filter((key) => given(key).size < 2)).toEqual([])
  })

  describe.each(keys)('%s', (key) => {
    it.each(rowsOf(key).map((each) => [each.gives, each.when, each] as const))('gives %s when %s', (_, __, { gives, facts, says }) => {
      const judged = judgedBy(checks, key, facts)
      const finding = english.all(judged)
      expect(finding?.status ?? 'nothing').toBe(gives)
      const { title, seen = [], ...others } = says
      expect(finding ?? {}).toMatchObject(others)
      if (title !== undefined) expect(finding?.title).toContain(title)
      for (const part of [seen].flat()) expect(finding?.seen).toContain(part)
      if (finding) expectReadable(finding)
      // Only a question is for a person to answer, and a confirmation never removes a fail.
      if (finding?.attestable) expect(finding.status).toBe('unknown')
      if (judged?.status === 'fail') expect(blocks(judged, [{ key, by: 'ada', at: NOW }])).toBe(true)
    })
  })
}

/** Something a step reads, the check that says so when the service refuses, and who gives the right that a 403 says is missing. */
export type RefusedRead<Facts> = readonly [
  what: string,
  check: string,
  forbidden: Owner,
  facts: (answer: { readonly ok: false; readonly refusal: Refusal }) => Facts,
  /** Reasons that this check answers in a special way. */
  except?: readonly RefusalReason[],
]

/** Every reason for which a service can refuse a read becomes an unknown that can't be attested, with the service's error unchanged. */
export function walkRefusedReads<Facts>(checks: readonly Check<Facts>[], reads: readonly RefusedRead<Facts>[]): void {
  describe.each(reads.map((read) => [read[0], read] as const))('%s, refused', (_, [, check, forbidden, facts, except = []]) => {
    it.each(REASONS.filter((reason) => !except.includes(reason)))('as %s is unknown, verbatim, and can’t be attested', (reason) => {
      const refusal = REFUSALS[reason]
      const judged = judgedBy(checks, check, facts(refused(refusal)))
      const finding = english.all(judged)
      expect(finding).toMatchObject({ status: 'unknown', refusal })
      expect(finding?.attestable ?? false).toBe(false)
      expect(judged && blocks(judged, [{ key: check, by: 'ada', at: NOW }])).toBe(true)
      expect(finding?.seen).toContain(refusal.message)
      expect(finding?.seen).toContain(refusal.code ?? String(refusal.status))
      expect(finding?.refusal?.correlationId).toBe(refusal.correlationId)
      if (reason === 'forbidden') expect(finding?.owner).toBe(forbidden)
    })
  })
}
