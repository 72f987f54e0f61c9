import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readClass } from '#electron/class-mode.ts'
import { SHIPPED } from '#node/practice/presenting/exercises/shipped.ts'
import { english } from '../english.ts'

const OWN = {
  format: 1,
  name: 'my-own',
  case: 'no-reader',
  startAt: 'step-3',
  minutes: 5,
  texts: { de: { title: 'Titel', goal: 'Ziel', hints: ['a', 'b', 'c'] } },
  solvedWhen: [{ is: 'role-held', role: 'Reader' }],
}

/** A class file with these exercises, in a folder with what else a trainer has. */
async function read(exercises: readonly string[], own: object = OWN) {
  const folder = mkdtempSync(path.join(tmpdir(), 'class-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(path.join(folder, 'mine'))
  writeFileSync(path.join(folder, 'mine', 'own.json'), JSON.stringify(own))
  const file = path.join(folder, 'monday.json')
  writeFileSync(file, JSON.stringify({ version: 1, case: 'no-reader', exercises }))
  const answer = await readClass(file)
  return answer.ok ? answer.value.exercises?.map(({ name }) => name) : english.text(answer.why)
}

describe('the exercises of a class', () => {
  it('are those that its file names, in that order, a trainer’s own among them', async () => {
    expect(await read(['try-again', 'mine/own.json', 'backup-first'])).toEqual(['try-again', 'my-own', 'backup-first'])
  })

  it('can be every one that comes with the app', async () => {
    const all = SHIPPED.map(({ name }) => name)
    expect(await read(all)).toEqual(all)
  })

  it.each([
    [
      'a file that isn’t there',
      ['mine/gone.json'],
      OWN,
      /^Couldn’t read mine\/gone\.json, which the class file monday\.json names: ENOENT/,
    ],
    [
      'one that can’t be read',
      ['mine/own.json'],
      { ...OWN, minutes: 'five' },
      'The class file monday.json names mine/own.json, which can’t be used. The exercise has a wrong value in “minutes”.',
    ],
    ['one twice', ['try-again', 'try-again'], OWN, 'The class file monday.json has the exercise “try-again” more than once.'],
  ])('refuse by name: %s', async (_what, exercises, own, why) => {
    expect(await read(exercises, own)).toMatch(why)
  })
})
