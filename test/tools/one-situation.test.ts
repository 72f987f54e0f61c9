import { expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { problemsOf } from '../../tools/one-situation.mjs'
import { testFolder } from '../folder.ts'

it('nothing but the one situation ranks states', () => {
  expect(problemsOf(repositoryRoot)).toEqual([])
})

it.each([
  ['SITUATION_KINDS', "\nconst WORST = ['failed', 'locked', 'stopped']\n"],
  ['SITUATION_KINDS', '\nconst worst = (kind: SituationKind) => SITUATION_KINDS.indexOf(kind)\n'],
  ['SEVERITIES', "\nconst FIRST: readonly Severity[] = ['fail', 'unknown', 'warning']\n"],
  ['SEVERITIES', '\nconst place = SEVERITIES.findIndex((each) => each === own)\n'],
  ['ASKED_STATES', "\nconst ORDER = ['action-required', 'confirm', 'not-checked']\n"],
  ['MAP_STATES', "\nconst ORDER = ['action-required', 'confirm', 'not-checked', 'verified']\n"],
  ['GROUPS', "\nconst first = ['action', 'confirm', 'running'].find((each) => groups.includes(each))\n"],
])('an order of %s is found by its line: %s', (list, code) => {
  expect(problemsOf(testFolder({ 'renderer/one.ts': code }))).toEqual([
    expect.stringMatching(`^renderer/one.ts:2: an order of its own for ${list}. `),
  ])
})

it.each([
  ['two states, which are a question', "const isOver = ['failed', 'stopped'].includes(kind)"],
  ['a list of other words', "const words = ['failed', 'locked', 'reading']"],
  ['a table of words by state', "const WORDS = { failed: 'a', locked: 'b', stopped: 'c' }"],
])('%s is not found', (_, code) => {
  expect(problemsOf(testFolder({ 'machines/one.ts': code }))).toEqual([])
})
