import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import * as startOptions from '#electron/window/start-options.ts'
import { english } from '../../english.ts'

const readStartOptions = (...given: Parameters<typeof startOptions.readStartOptions>) =>
  english.all(startOptions.readStartOptions(...given))
const unknownScenario = (wanted: string, known: readonly string[]) => english.all(startOptions.unknownScenario(wanted, known))

describe('the command line', () => {
  it('leaves what is not the wizard’s own to Chromium', () => {
    expect(readStartOptions(['electron', '.', '--no-sandbox', '--user-data-dir=/x', '--inspect=0'], {})).toEqual({ ok: true, options: {} })
  })

  it('reads the scenario and the file for the marks', () => {
    expect(readStartOptions(['electron', '.', '--practice=ready-to-enable'], { CMK_WIZARD_MARKS: 'marks.jsonl' })).toEqual({
      ok: true,
      options: { practice: 'ready-to-enable', marksFile: 'marks.jsonl' },
    })
  })

  it('is asked for its version, or for each of its options with how it is written', () => {
    expect(readStartOptions(['electron', '.', '--version'], {})).toEqual({ ok: false, tell: 'version' })
    const { tell } = z.object({ tell: z.array(z.string()) }).parse(readStartOptions(['electron', '.', '--help', '--practice'], {}))
    expect(tell.map((each) => /--[a-z-]+/.exec(each)?.[0])).toEqual([
      ...['--practice', '--cloud-file', '--ca-file', '--language', '--profile', '--class'],
    ])
  })

  it.each(['--practice', '--practice=', '--practice=Ready To Enable', '--practice=../x', `--practice=${'a'.repeat(65)}`])(
    'refuses %s with how it is written',
    (word) => {
      expect(readStartOptions(['electron', '.', word], {})).toEqual({ ok: false, why: expect.stringContaining('--practice=SCENARIO') })
    },
  )

  it('takes an empty variable as not set, and refuses one no file name is as long as', () => {
    expect(readStartOptions([], { CMK_WIZARD_MARKS: '' })).toEqual({ ok: true, options: {} })
    expect(readStartOptions([], { CMK_WIZARD_MARKS: 'x'.repeat(5000) })).toEqual({
      ok: false,
      why: expect.stringContaining('CMK_WIZARD_MARKS'),
    })
  })
})

describe('a file named at the start', () => {
  const read = (...argv: string[]) => readStartOptions(['electron', '.', ...argv], {})

  it.each([
    [['--cloud-file=cloud.json'], { cloudFile: 'cloud.json' }],
    [['--cloud-file', 'cloud.json'], { cloudFile: 'cloud.json' }],
    [['--ca-file', 'C:\\Company CA\\root.pem'], { authoritiesFile: 'C:\\Company CA\\root.pem' }],
    [['--language=pt-BR'], { language: 'pt-BR' }],
    [['--profile=contoso'], { profile: 'contoso' }],
    [['--class=monday.json'], { classFile: 'monday.json' }],
    [['--class', 'monday.json'], { classFile: 'monday.json' }],
    [['--ca-file=a=b.pem', '--cloud-file=c.json'], { authoritiesFile: 'a=b.pem', cloudFile: 'c.json' }],
    [['--cloud-file=one.json', '--cloud-file=two.json'], { cloudFile: 'two.json' }],
    [['--cloud-files=x'], {}],
  ])('%j says %j', (argv, options) => {
    expect(read(...argv)).toEqual({ ok: true, options })
  })

  it.each([
    ['--cloud-file', '--cloud-file=FILE'],
    ['--cloud-file=', '--cloud-file=FILE'],
    ['--ca-file', '--ca-file=FILE'],
    ['--class', '--class=FILE'],
    ['--language=Klingon!', '--language=LANGUAGE'],
    ['--language', '--language=LANGUAGE'],
    ['--profile', '--profile=NAME'],
    ['--profile=../other', '--profile=NAME'],
    [`--ca-file=${'x'.repeat(5000)}`, '--ca-file=FILE'],
  ])('that is missing or too long is refused with how it is written: %s', (argument, usage) => {
    expect(read(argument, '--no-sandbox')).toEqual({ ok: false, why: expect.stringContaining(usage) })
  })

  it('is no other switch', () => {
    expect(read('--ca-file', '--cloud-file=cloud.json')).toMatchObject({ ok: false, why: expect.stringContaining('--ca-file=FILE') })
  })

  it('is never taken from the word after --practice: that could be the program’s folder', () => {
    expect(read('--practice', 'ready-to-enable')).toMatchObject({ ok: false, why: expect.stringContaining('--practice=SCENARIO') })
  })
})

describe('a scenario by name', () => {
  it('is unknown with the known ones named', () => {
    expect(unknownScenario('nope', ['ready-to-enable', 'throttled'])).toBe(
      'There’s no scenario “nope”. The scenarios are: ready-to-enable and throttled.',
    )
    expect(unknownScenario('throttled', ['ready-to-enable', 'throttled'])).toBeUndefined()
  })
})
