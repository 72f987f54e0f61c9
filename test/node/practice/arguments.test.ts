import { describe, expect, test } from 'vitest'
import { help } from '#node/cli/practice-tenant/help.ts'
import { readArguments } from '#node/practice/arguments.ts'
import { FAULTS } from '#node/practice/faults.ts'
import { SCENARIOS } from '#node/practice/scenarios.ts'
import { english } from '../../english.ts'

const why = (...words: string[]): string => {
  const reading = readArguments(words)
  return reading.kind === 'refused' ? reading.why.map(english.text).join('\n') : reading.kind
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

test('sign-ins can be made to fail for single services, answers can be held back, and the cloud described', () => {
  expect(
    readArguments([
      ...['--no-consent', 'key-vault', '--no-consent', 'dataverse', '--conditional-access', 'power-platform'],
      ...['--latency', '100', '--cloud-out', 'cloud.json', '--client-certificate-out', 'client.pem'],
    ]),
  ).toMatchObject({
    with: {
      withoutConsent: ['key-vault', 'dataverse'],
      conditionalAccess: ['power-platform'],
      latency: 100,
      cloudOut: 'cloud.json',
      clientCertificateOut: 'client.pem',
    },
  })
  expect(readArguments([])).toMatchObject({ with: { withoutConsent: [], conditionalAccess: [], latency: 0 } })
})

test('calls can be made to go wrong', () => {
  expect(readArguments(['--fault', 'POST /**/link 1 time-out-after', '--fault', '* /subscriptions 503'])).toMatchObject({
    with: {
      faults: [
        { method: 'POST', path: '/**/link', nth: 1, fault: 'time-out-after' },
        { method: '*', path: '/subscriptions', fault: '503' },
      ],
    },
  })
  for (const fault of FAULTS) expect(help(english)).toContain(fault)
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
    [['--cloud-out', ''], '--cloud-out takes a file'],
    [['--recording', ''], '--recording takes a file'],
    [['--client-certificate-out', ''], '--client-certificate-out takes a file'],
    [['--no-consent', 'everything'], '--no-consent takes one of resource-manager'],
    [['--conditional-access', 'identity'], '--conditional-access takes one of resource-manager'],
    [['--latency', 'slow'], '--latency takes a number'],
    [['--latency=-1'], 'at least 0'],
    [['--fault', 'GET /subscriptions 418'], 'METHOD PATH-PATTERN [nth] FAULT'],
    [['--nonsense'], '--nonsense'],
    [['stray'], 'stray'],
  ])('%j', (words, text) => {
    expect(why(...words)).toContain(text)
  })

  test('an unknown scenario lists those there are', () => {
    for (const { name } of SCENARIOS) expect(why('--scenario', 'nope')).toContain(name)
  })
})

test('help has a line for each option and each scenario', () => {
  const lines = help(english).split('\n')
  for (const begin of ['--port', '--fault', '--client-certificate-out', ...SCENARIOS.map(({ name }) => name)])
    expect(lines.filter((line) => line.startsWith(`  ${begin} `))).toHaveLength(1)
  const options = lines.slice(0, lines.indexOf('Faults:'))
  expect(options.filter((line) => line.length > 120)).toEqual([])
})

test('help names every option, and every scenario with what it is about', () => {
  expect(readArguments(['--help', '--port', 'x'])).toEqual({ kind: 'help' })
  const options = ['--port', '--scenario', '--ca-out', '--cloud-out', '--import', '--speed', '--latency', '--no-consent', '--json']
  const more = ['--conditional-access', '--fault', '--client-certificate-out']
  for (const word of [...options, ...more, ...SCENARIOS.flatMap(({ name, story }) => [name, english.text(story)])])
    expect(help(english)).toContain(word)
})
