import { once } from 'node:events'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { TimeIsOver } from '#node/cli/cmk-wizard/at-once.ts'
import type { Surroundings } from '#node/cli/cmk-wizard/running.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { testFolder } from '#test/folder.ts'
import { command } from './in-process.ts'
import { CASE } from './kept-record.ts'
import { leapingClock, openCase, practiceIdentity } from './practice-identity.ts'
import { buildProgram, type Ended, endsWithTheFile, resultIn, SECRET, type Served, serve, start } from './program.ts'

endsWithTheFile()

/* Output of a command that was stopped or timed out before everything was read. */

const GOOD = 'good.example'
const BAD = 'bad.example'
const environmentId = scenarioByName(CASE)?.environmentId ?? ''
const VARIABLES = { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }

/** Good before Bad, one at a time. */
function words(atOnce = 1): readonly string[] {
  const signIn = { way: 'secret', clientId: '11111111-2222-4333-8444-555555555555' }
  const customers = [
    { name: 'Good', tenant: GOOD, environments: [environmentId], signIn },
    { name: 'Bad', tenant: BAD, environments: [environmentId], signIn },
  ]
  const folder = testFolder({ 'customers.json': JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers }) })
  return ['check', '--customers', path.join(folder, 'customers.json'), '--at-once', String(atOnce)]
}

/** A tenant whose services never answer from its first request for a key, at which this happens. */
const silentFrom = (happens: () => void) =>
  openCase(CASE, [], (network) => ({
    sendRequest(request) {
      if (!/\/keys\//.test(request.url)) return network.sendRequest(request)
      happens()
      return new Promise(() => undefined)
    },
  }))

function stopped(reason: Error, more: readonly string[]): Promise<Ended> {
  const abort = new AbortController()
  const identity = practiceIdentity({ [GOOD]: () => openCase(CASE), [BAD]: () => silentFrom(() => abort.abort(reason)) })
  return command([...words(), ...more], { variables: VARIABLES, identity, signal: abort.signal, clock: leapingClock() })
}

describe.each([
  ['canceled', new Error('SIGINT'), 130, 'Canceled.', { state: 'canceled' }],
  [
    'timed-out',
    new TimeIsOver(),
    3,
    'The time that --timeout allows is over.',
    { state: 'not-read', problem: { title: 'Not read: the time that --timeout allows was over.' } },
  ],
] as const)('a command that is %s while a service doesn’t answer', (partial, reason, code, why, left) => {
  it('keeps what was read until then, says of the rest why it wasn’t, and calls its results partial', async () => {
    const ended = await stopped(reason, ['--json'])
    const result = resultIn(ended)
    if (result.verb !== 'check') throw new Error(result.verb)
    expect([ended.code, result.partial]).toEqual([code, partial])
    const [good, bad] = result.customers.map(({ environments }) => environments[0])
    expect(good).toMatchObject({ id: environmentId, state: expect.not.stringMatching(/canceled|not-read/) })
    expect(good?.findings.length).toBeGreaterThan(10)
    expect(bad).toMatchObject(left)
    expect(ended.err).toContain(`${why} The results are partial: they hold what was read until then.\n`)
  })

  it('has a line for each customer, then one for all', async () => {
    const lines = (await stopped(reason, [])).out.trimEnd().split('\n').slice(-3)
    expect(lines[0]).toMatch(/^Good: 1 environment: .*, 0 couldn’t be read\.$/)
    expect(lines[1]).toMatch(
      partial === 'canceled' ? /^Bad: 1 environment: .*, 1 canceled\.$/ : /^Bad: 1 environment: .*, 1 couldn’t be read\.$/,
    )
    expect(lines[2]).toMatch(/^2 environments: /)
  })
})

it('reads the environments of one customer while another one is still signing in', async () => {
  let read: () => void = () => undefined
  const isRead = new Promise<void>((resolve) => {
    read = resolve
  })
  const noticing = () =>
    openCase(CASE, [], (network) => ({
      sendRequest(request) {
        if (/\/keys\//.test(request.url)) read()
        return network.sendRequest(request)
      },
    }))
  const identity: NonNullable<Surroundings['identity']> = (...given) => {
    const { signIn } = practiceIdentity({ [GOOD]: noticing, [BAD]: () => openCase(CASE) })(...given)
    return {
      async signIn(request, ...rest) {
        if (request.tenant === BAD) await isRead
        return signIn(request, ...rest)
      },
    }
  }
  const ended = await command([...words(2), '--json'], { variables: VARIABLES, identity, clock: leapingClock() })
  const result = resultIn(ended)
  expect('customers' in result && result.customers.map(({ environments }) => environments.length)).toEqual([1, 1])
  expect(result).not.toHaveProperty('partial')
})

describe('--timeout', () => {
  it.each(['0', '86401', '1.5', 'x'])('takes no %s', async (seconds) => {
    const { code, err } = await command(['check', '--practice', CASE, '--timeout', seconds])
    expect([code, err]).toEqual([2, expect.stringContaining('--timeout takes a whole number from 1 to 86400.')])
  })

  it('is counted from the start of the command, in seconds', async () => {
    const asked: number[] = []
    await command(['environments', '--practice', CASE, '--timeout', '90'], { endIn: (milliseconds) => void asked.push(milliseconds) })
    await command(['environments', '--practice', CASE], { endIn: (milliseconds) => void asked.push(milliseconds) })
    expect(asked).toEqual([90_000])
  })

  describe('of a process', () => {
    let served: Served
    beforeAll(async () => {
      buildProgram()
      served = await serve('ready-to-enable')
    }, 120_000)

    it('ends it with 3 while it waits for a person who doesn’t sign in', async () => {
      const words = ['environments', '--cloud-file', served.cloudFile, '--tenant', served.tenantId, '--sign-in', 'device-code']
      const child = start([...words, '--timeout', '1', '--json'], SECRET)
      if (!child.stdout || !child.stderr) throw new Error('It has no pipes.')
      const [out, err, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
      expect(resultIn({ code, out, err })).toMatchObject({ exitCode: 3, partial: 'timed-out' })
      expect(err).toContain('The time that --timeout allows is over.')
    })
  })
})
