import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { classFile, readClassFile } from '#node/practice/presenting/class-file.ts'
import { exerciseFile } from '#node/practice/presenting/exercises/exercise.ts'
import { english } from '#test/english.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'

const read = (content: unknown) => {
  const answer = readClassFile('monday.json', typeof content === 'string' ? content : JSON.stringify(content))
  return answer.ok ? answer.value : english.text(answer.why)
}

describe('a class file', () => {
  it('names a case, and what else is not as usual', () => {
    expect(read({ version: 1, case: 'no-reader' })).toEqual({ case: 'no-reader' })
    const exercises = ['try-again', 'monday/my-own.json']
    expect(read({ version: 1, case: 'no-reader', exercises })).toEqual({ case: 'no-reader', exercises })
    expect(read({ version: 1, case: 'locked', language: 'ja', textSize: 1.25, session: '60-minutes' })).toEqual({
      case: 'locked',
      language: 'ja',
      textSize: 1.25,
      session: '60-minutes',
    })
  })

  it.each([
    ['no JSON', 'case: no-reader', 'The class file monday.json isn’t valid JSON.'],
    ['a list', '[]', 'The class file monday.json isn’t valid JSON.'],
    ['another version', { version: 2, case: 'no-reader' }, 'The class file monday.json needs another “version”. It can be: 1.'],
    [
      'another text size',
      { version: 1, case: 'locked', textSize: 3 },
      /needs another “textSize”\. It can be: 1, 1\.1, 1\.25, 1\.5, 1\.75, (and )?2\.$/,
    ],
    ['another language', { version: 1, case: 'locked', language: 'tlh' }, /needs another “language”/],
    [
      'another session',
      { version: 1, case: 'locked', session: 'own' },
      /needs another “session”\. It can be: 20-minutes(,| and) 60-minutes\.$/,
    ],
    ['no exercise', { version: 1, case: 'locked', exercises: [] }, /needs another “exercises”/],
    ['no case', { version: 1 }, /needs another “case”\. It can be: ready-to-enable, /],
    ['an unknown case', { version: 1, case: '__proto__' }, /needs another “case”/],
    ['more than there is', { version: 1, case: 'locked', tenant: 'x' }, /has “tenant”, which it can’t have\. It can have: version, case, /],
  ])('with %s is refused by name', (_what, content, why) => {
    expect(read(content)).toMatch(why)
  })

  it.each(['no-such', '/etc/mine.json', '../mine.json', 'a/../../mine.json', 'c:\\mine.json', 'mine.txt', 7])(
    'with the exercise %j is refused by name',
    (exercise) => {
      expect(read({ version: 1, case: 'locked', exercises: ['try-again', exercise] })).toMatch(
        /needs another “exercises\.1”\. It can be: backup-first, .*, (and )?my-exercise\.json\.$/,
      )
    },
  )

  it.each([
    [
      'class.schema.json',
      classFile,
      { title: 'A class of the CMK Enablement Wizard', description: 'How the app opens with --class=FILE.' },
    ],
    [
      'exercise.schema.json',
      exerciseFile,
      {
        title: 'An exercise of the CMK Enablement Wizard',
        description: 'A goal in a practice case, three hints, and what the services say when it’s reached.',
      },
    ],
  ] as const)('is published as JSON Schema: %s', (file, schema, about) => {
    const published: unknown = JSON.parse(readFileSync(path.join(repositoryRoot, 'docs', file), 'utf8'))
    expect(published).toEqual({ ...z.toJSONSchema(schema), ...about })
  })
})
