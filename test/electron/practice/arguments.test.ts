import { describe, expect, test } from 'vitest'
import { HELP, readArguments } from '../../../electron/practice/arguments.ts'
import { SCENARIOS } from '../../../electron/practice/scenarios.ts'

const why = (...words: string[]): string => {
  const reading = readArguments(words)
  return reading.kind === 'refused' ? reading.why : reading.kind
}

test('nothing asked for is the first scenario on port 9443, as fast as real time', () => {
  expect(readArguments([])).toMatchObject({
    kind: 'serve',
    with: { port: 9443, speed: 1, json: false, scenario: { name: 'ready-to-enable' } },
  })
})

test('everything can be asked for', () => {
  expect(
    readArguments(['--port', '0', '--scenario', 'link-fails', '--ca-out', 'ca.pem', '--import', 'folder', '--speed', '3600', '--json']),
  ).toMatchObject({
    kind: 'serve',
    with: { port: 0, speed: 3600, json: true, caOut: 'ca.pem', importFrom: 'folder', scenario: { name: 'link-fails' } },
  })
})

describe('what cannot be done is said', () => {
  test.each([
    [['--port', 'abc'], '--port'],
    [['--port', '70000'], '65000'],
    [['--port', '-1'], '--port'],
    [['--port', '9443.5'], 'whole number'],
    [['--speed', '0'], 'at least 1'],
    [['--speed', 'fast'], '--speed takes a number'],
    [['--ca-out', ''], '--ca-out'],
    [['--import', ''], '--import'],
    [['--nonsense'], '--nonsense'],
    [['stray'], 'stray'],
  ])('%j', (words, text) => {
    expect(why(...words)).toContain(text)
  })

  test('an unknown scenario lists those there are', () => {
    for (const { name } of SCENARIOS) expect(why('--scenario', 'nope')).toContain(name)
  })
})

test('help names every option and every scenario', () => {
  expect(readArguments(['--help', '--port', 'x'])).toEqual({ kind: 'help' })
  for (const word of ['--port', '--scenario', '--ca-out', '--import', '--speed', '--json', ...SCENARIOS.map(({ name }) => name)])
    expect(HELP).toContain(word)
})
