import { describe, expect, it } from 'vitest'
import { partsOf } from '#machines/engine/wizard/parts.ts'
import type { Check } from '#machines/procedure/check.ts'
import { LINK_IDS } from '#machines/procedure/links/link-ids.ts'
import { CUSTOMER_MANAGED_KEYS, definitions, OPERATION_IDS, type SequenceId, STEP_IDS } from '#machines/procedure/procedure.ts'
import { SOURCES } from '#machines/procedure/sources/sources.ts'
import { integrationChecks } from '#machines/procedure/steps/integration/checks.ts'
import { english } from '#test/english.ts'
import { GUIDES } from '#test/guides.ts'

type Entry = Omit<Check<never>, 'judge'>
const SEQUENCES: readonly SequenceId[] = [...STEP_IDS, ...OPERATION_IDS]
const loaded = await definitions()
const checksOf = (id: SequenceId): readonly Entry[] => loaded.find((each) => each.id === id)?.checks ?? []
const all: readonly Entry[] = SEQUENCES.flatMap(checksOf)

/** Sentences for people: they begin with a capital, end with a stop, and neither beg nor belittle. */
const isSentence = (text: string): boolean => /^[\p{Lu}“].*[.”]$/su.test(text)
const BEGGING = /\b(please|simply|obviously|easily|of course|sorry|oops|unfortunately|invalid|illegal|your fault|you forgot|you failed)\b/i
/** Long for a sentence that is read under pressure. */
const LONGEST = 320

describe('the procedure', () => {
  it('has the documented steps in their order, and the operations after them', () => {
    expect(STEP_IDS).toEqual(['integration', 'environment', 'policy', 'membership'])
    expect(new Set(SEQUENCES).size).toBe(SEQUENCES.length)
  })

  it('loads for each line what has its name and its words', () => {
    expect(loaded.map(({ id, guide }) => [id, guide])).toEqual(SEQUENCES.map((id) => [id, GUIDES[id]]))
  })
})

describe('the checks of all steps', () => {
  it('have keys that are unique in the whole wizard', () => {
    const keys = all.map((check) => check.key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it.each(all.map((check) => [check.key, check] as const))('%s says why, how, from which document, and opens a known page', (_, check) => {
    for (const text of english.all([check.why, check.remedy, ...(check.byHand ?? [])])) {
      expect(isSentence(text), text).toBe(true)
      expect(text).not.toMatch(BEGGING)
      expect(text.length, text).toBeLessThan(LONGEST)
      expect(text).not.toMatch(/ {2}|\s$|'/)
    }
    expect(Object.keys(SOURCES)).toContain(check.source)
    if (check.link !== undefined) expect(LINK_IDS).toContain(check.link)
  })

  it.each(STEP_IDS)('of step %s belong to parts that the list of steps shows, where it shows any', (stepId) => {
    const shown = new Set(partsOf(GUIDES[stepId], CUSTOMER_MANAGED_KEYS.actions, undefined, []).map(({ part }) => part))
    if (shown.size > 0) expect(checksOf(stepId).filter((check) => !shown.has(check.part))).toEqual([])
    else expect(new Set(checksOf(stepId).map((check) => check.part))).toEqual(new Set([stepId]))
  })

  it.each(SEQUENCES)('of %s are based on documents that its guide names', (stepId) => {
    const named = GUIDES[stepId].sources
    expect(
      checksOf(stepId)
        .filter((check) => !named.some((source) => source === check.source))
        .map((check) => `${check.key}: ${check.source}`),
    ).toEqual([])
  })
})

describe('the guides', () => {
  it('carry the titles of the document’s steps, in its order', () => {
    expect(STEP_IDS.map((stepId) => english.text(GUIDES[stepId].title))).toEqual([
      'Enable the Power Platform integration',
      'Note the environment (Dataverse organization) name',
      'Create the enterprise policy',
      'Add the environment to the policy',
    ])
  })

  it.each(SEQUENCES)('of %s say what, why and the manual steps, in whole sentences', (stepId) => {
    const guide = english.all(GUIDES[stepId])
    const sections = [...guide.whySections, ...guide.whileYouWait]
    for (const text of [guide.why, guide.happens, ...sections.map(({ text }) => text), ...guide.byHand.flatMap(({ clicks }) => clicks)]) {
      expect(isSentence(text), text).toBe(true)
      expect(text).not.toMatch(BEGGING)
      expect(text).not.toMatch(/ {2}|\s$|'/)
    }
    for (const { heading } of [...sections, ...guide.byHand]) expect(heading).toMatch(/^\p{Lu}[^.]*$/u)
    for (const { heading, text, source } of guide.pitfalls) {
      expect(heading).toMatch(/^\p{Lu}[^.']*$/u)
      expect(isSentence(text), text).toBe(true)
      expect(text).not.toMatch(BEGGING)
      expect(text.length, text).toBeLessThan(LONGEST)
      expect(text).not.toMatch(/ {2}|\s$|'/)
      expect(Object.keys(SOURCES)).toContain(source)
    }
    // How long it takes is only said where something is changed.
    expect(guide.takes === undefined).toBe(['integration', 'environment'].includes(stepId))
    for (const title of [guide.title, guide.outcome, guide.what, guide.takes ?? guide.what]) expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
    expect(guide.byHand.length).toBeGreaterThan(0)
    for (const { link } of guide.byHand) if (link !== undefined) expect(LINK_IDS).toContain(link)
    expect(new Set(guide.sources).size).toBe(guide.sources.length)
  })

  it('carry the document’s four warnings before the first step is taken', () => {
    const { why, whySections } = english.all(GUIDES.integration)
    const said = [why, ...whySections.map(({ text }) => text), ...integrationChecks.map((check) => english.text(check.why))].join(' ')
    expect(said).toContain('through Power Platform')
    expect(said).toContain('region by region')
    expect(said).toContain('Cloud-hosted')
    expect(said).toMatch(/licen[cs]/i)
  })

  it('warn of the outage and of its length where the environment is added', () => {
    const said = english
      .all(GUIDES.membership)
      .whySections.map(({ text }) => text)
      .join(' ')
    expect(said).toContain('four days')
    expect(said).toContain('disabled')
  })
})
