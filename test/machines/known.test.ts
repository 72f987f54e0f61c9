import { describe, expect, it } from 'vitest'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { CONTRADICTIONS, type ContradictionId, contradictionOf } from '#machines/procedure/sources/contradictions.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'
import { knownWait, WAITS, type WaitId } from '#machines/procedure/waits.ts'
import { english } from '../english.ts'
import { GUIDES } from '../guides.ts'

const isSentence = (text: string): boolean => /^[\p{Lu}\d][^']*\.$/u.test(text)

describe('matters on which documents disagree', () => {
  const ids = Object.keys(CONTRADICTIONS) as ContradictionId[]

  it.each(ids)('%s: the newest edition first, the older below it, and what holds', (id) => {
    const { topic, statements, goesBy } = english.all(contradictionOf(id))
    const dates = statements.map(({ source }) => sourceOf(source).edition ?? '')
    // An edition without a date cannot claim to be the newer one.
    expect(dates[0]).not.toBe('')
    expect([...dates].sort().reverse()).toEqual(dates)
    expect(topic).toMatch(/^\p{Lu}[^'.]+$/u)
    for (const text of [goesBy, ...statements.map(({ says }) => says)]) expect(isSentence(text), text).toBe(true)
  })

  it('are each shown in the guide of one step', () => {
    expect(STEP_IDS.flatMap((stepId) => GUIDES[stepId].contradictions).toSorted()).toEqual(ids.toSorted())
  })
})

describe('durations that are known', () => {
  const ids = Object.keys(WAITS) as WaitId[]

  it.each(ids)('%s names what is waited for, how long, and the document', (id) => {
    const { what, takes, sources } = english.all(knownWait(id))
    expect(what).toMatch(/^\p{Lu}[^']+[^'.]$/u)
    expect(takes).toMatch(/^(\p{Lu}|\d).*\d+ (second|minute|hour|day|business day)s?|^Up to an hour$/u)
    expect(new Set(sources).size).toBe(sources.length)
  })

  it('are each shown in the guide of one step', () => {
    expect(STEP_IDS.flatMap((stepId) => GUIDES[stepId].waits).toSorted()).toEqual(ids.toSorted())
  })
})
