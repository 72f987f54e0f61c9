import { describe, expect, it } from 'vitest'
import type { Refusal, RefusalReason } from '../../machines/engine/answer.ts'
import { blocks, type Finding, type FindingStatus, judge, type Owner } from '../../machines/engine/step/finding.ts'
import type { Check } from '../../machines/procedure/check.ts'
import type { Formatted } from '../../messages/formatter.ts'
import { english } from '../english.ts'
import { NOW, REASONS, REFUSALS, refused } from './facts.ts'

/** One line of a step's table: these facts, that finding. */
export interface Row<Facts> {
  /** Key of the check. */
  readonly check: string
  readonly when: string
  readonly facts: Facts
  readonly gives: FindingStatus | 'nothing'
  /** Part of the title. */
  readonly title?: string
  /** Parts of what was seen, verbatim. */
  readonly seen?: readonly string[]
  /** Anything else the finding must have. */
  readonly with?: Partial<Formatted<Finding>>
}

/** What one check makes of the facts. */
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

/** Walks a table, and fails by name for a check that no row is about. */
export function walkRows<Facts>(checks: readonly Check<Facts>[], rows: readonly Row<Facts>[]): void {
  it('has a row for every check', () => {
    const tried = new Set(rows.map((row) => row.check))
    expect(checks.map((check) => check.key).filter((key) => !tried.has(key))).toEqual([])
  })

  it('sees every check give its pass or its question, and at least one other answer', () => {
    const given = (key: string) => new Set(rows.filter((row) => row.check === key).map((row) => row.gives))
    expect(checks.map(({ key }) => key).filter((key) => !given(key).has('pass') && !given(key).has('unknown'))).toEqual([])
    expect(checks.map(({ key }) => key).filter((key) => given(key).size < 2)).toEqual([])
  })

  describe.each(checks.map((check) => check.key))('%s', (key) => {
    it.each(rows.filter((row) => row.check === key).map((row) => [row.gives, row.when, row] as const))('gives %s when %s', (_, __, row) => {
      const judged = judgedBy(checks, key, row.facts)
      const finding = english.all(judged)
      expect(finding?.status ?? 'nothing').toBe(row.gives)
      if (row.title !== undefined) expect(finding?.title).toContain(row.title)
      for (const part of row.seen ?? []) expect(finding?.seen).toContain(part)
      if (row.with) expect(finding).toMatchObject(row.with)
      if (finding) expectReadable(finding)
      // Only a question is for a person to answer, and a confirmation never removes a fail.
      if (finding?.attestable) expect(finding.status).toBe('unknown')
      if (judged?.status === 'fail') expect(blocks(judged, [{ key, by: 'ada', at: NOW }])).toBe(true)
    })
  })
}

/** Something a step reads, and the check that says so when the service refuses. */
export interface RefusedRead<Facts> {
  readonly what: string
  readonly check: string
  readonly facts: (answer: { readonly ok: false; readonly refusal: Refusal }) => Facts
  /** Reasons that this check answers in a special way. */
  readonly except?: readonly RefusalReason[]
  /** Who gives the right that a 403 says is missing. */
  readonly forbidden: Owner
}

/** Every reason for which a service can refuse a read becomes an unknown that can't be attested, with the service's error unchanged. */
export function walkRefusedReads<Facts>(checks: readonly Check<Facts>[], reads: readonly RefusedRead<Facts>[]): void {
  describe.each(reads.map((read) => [read.what, read] as const))('%s, refused', (_, read) => {
    it.each(REASONS.filter((reason) => !read.except?.includes(reason)))('as %s is unknown, verbatim, and can’t be attested', (reason) => {
      const refusal = REFUSALS[reason]
      const judged = judgedBy(checks, read.check, read.facts(refused(refusal)))
      const finding = english.all(judged)
      expect(finding).toMatchObject({ status: 'unknown', refusal })
      expect(finding?.attestable ?? false).toBe(false)
      expect(judged && blocks(judged, [{ key: read.check, by: 'ada', at: NOW }])).toBe(true)
      expect(finding?.seen).toContain(refusal.message)
      expect(finding?.seen).toContain(refusal.code ?? String(refusal.status))
      expect(finding?.refusal?.correlationId).toBe(refusal.correlationId)
      if (reason === 'forbidden') expect(finding?.owner).toBe(read.forbidden)
    })
  })
}
