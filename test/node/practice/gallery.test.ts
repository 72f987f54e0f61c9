import { describe, expect, test } from 'vitest'
import { practiceCases } from '#node/practice/gallery.ts'
import { SCENARIOS, scenarioByName } from '#node/practice/scenarios.ts'
import { english } from '../../english.ts'

const STEPS = ['integration', 'environment', 'policy', 'membership']

test('the gallery shows every case once', () => {
  expect(practiceCases.map(({ name }) => name).toSorted()).toEqual(SCENARIOS.map(({ name }) => name).toSorted())
})

describe.each(practiceCases)('$name', ({ name, group, ending, endsWell, title, objective, family }) => {
  const promise = scenarioByName(name)?.promise
  const said = english.text(ending)

  test('ends where a walk through it ends, or after what a person does then', () => {
    const step = promise?.end === 'refused' ? STEPS.indexOf(promise.step) + 1 : undefined
    if (step === undefined) expect(said).not.toContain('Stops')
    else if (!endsWell) expect(said).toBe(`Stops at step ${step}`)
    else expect(said).toMatch(/after a fix|is on again/)
  })

  test('is in the group of how it goes', () => {
    if (group === 'works') expect(promise).toEqual({ end: 'encrypted' })
    if (group === 'missing') expect(promise).toMatchObject({ end: 'refused' })
  })

  test('says in a few words what it teaches', () => {
    expect(english.text(title)).not.toBe('')
    expect(english.text(objective).length).toBeLessThan(70)
    expect(family !== undefined).toBe(name.startsWith('lock-'))
  })
})
