import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createGate } from '#machines/engine/many/gate.ts'
import { verbatim } from '#machines/messages/message.ts'
import { forEach } from '#node/cli/cmk-wizard/at-once.ts'
import { createWaits, LONG_WAIT } from '#node/cli/cmk-wizard/waiting.ts'
import type { Timers } from '#node/practice/clock.ts'
import { currentGate, throughGate } from '#node/services/azure/through-gate.ts'
import { waitingCredential, waitingPolicy } from '#node/services/network/waits.ts'
import { english } from '#test/english.ts'
import { command } from './in-process.ts'
import { leapingClock } from './practice-identity.ts'
import { endsWithTheFile, SECRET, type Served, serve, written } from './program.ts'

endsWithTheFile()

let served: Served

beforeAll(async () => {
  served = await serve('ready-to-enable')
})

/** Takes connections and says nothing. @returns its port */
async function silentServer(connected: () => void): Promise<number> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    connected()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It has no port.')
  return address.port
}

const SERVICES = {
  'the sign-in service': 'authority',
  'Azure Resource Manager': 'resourceManager',
  'Power Platform': 'powerPlatform',
} as const

/** A command that waits for a service which takes connections and never answers, until the wait is long, and is canceled then. */
async function stoppedAfterLongWait(service: keyof typeof SERVICES, words: readonly string[]) {
  const abort = new AbortController()
  const due: (() => void)[] = []
  const timers: Timers = {
    after(milliseconds, wake) {
      expect(milliseconds).toBe(LONG_WAIT)
      due.push(wake)
      return () => void due.splice(due.indexOf(wake), 1)
    },
  }
  const port = await silentServer(() => {
    for (const wake of [...due, ...due]) wake()
    abort.abort(new Error('SIGINT'))
  })
  const cloud = JSON.parse(readFileSync(served.cloudFile, 'utf8'))
  const own: unknown = cloud[SERVICES[service]]
  const silent = JSON.parse(JSON.stringify(own).replaceAll(/(localhost|127\.0\.0\.1):\d+/g, `$1:${port}`))
  const file = written('silent.json', { ...cloud, [SERVICES[service]]: silent })
  const ended = await command(['environments', ...served.signedIn.with(1, file), ...words], {
    variables: SECRET,
    timers,
    signal: abort.signal,
  })
  return { ...ended, port }
}

describe('a long wait', () => {
  it.each(['the sign-in service', 'Azure Resource Manager', 'Power Platform'] as const)(
    'for %s is said once on standard error, by its host',
    async (service) => {
      const { out, err, port } = await stoppedAfterLongWait(service, [])
      expect(err.split('\n').filter((line) => line.startsWith('Still waiting'))).toEqual([
        expect.stringMatching(new RegExp(`^Still waiting for an answer: .*localhost:${port}\\.$`)),
      ])
      expect(out).not.toContain('Still waiting')
    },
  )

  it.each(['--json', '--quiet'])('isn’t said with %s', async (option) => {
    const { out, err } = await stoppedAfterLongWait('the sign-in service', [option])
    expect(out + err).not.toContain('Still waiting')
  })
})

/** Waits whose time is over where the test says so. */
function waits() {
  const lines: string[] = []
  const due: (() => void)[] = []
  const timers: Timers = {
    after(milliseconds, wake) {
      expect(milliseconds).toBe(LONG_WAIT)
      due.push(wake)
      return () => void due.splice(due.indexOf(wake), 1)
    },
  }
  const passing = (): void => {
    for (const wake of [...due]) wake()
  }
  return { lines, passing, waits: createWaits(english, timers, (line) => void lines.push(line)) }
}

const UNTIL = Date.UTC(2026, 10, 29, 12)

describe('what is waited for', () => {
  it('isn’t said of what ends before', async () => {
    const { lines, passing, waits: own } = waits()
    await own.during(
      () => ({ for: verbatim('a') }),
      async () => undefined,
    )
    passing()
    expect(lines).toEqual([])
  })

  it('is said once for all requests to a host', async () => {
    const { lines, passing, waits: own } = waits()
    const policy = waitingPolicy(own)
    const request = createPipelineRequest({ url: 'https://api.contoso.example/environments' })
    const answer = { request, status: 200, headers: createHttpHeaders() }
    const ends: (() => void)[] = []
    const asked = [1, 2].map(() => policy.sendRequest(request, () => new Promise((resolve) => ends.push(() => resolve(answer)))))
    passing()
    for (const end of ends) end()
    await Promise.all(asked)
    expect(lines).toEqual(['Still waiting for an answer: api.contoso.example.'])
  })

  it('says until when a busy service asked to wait', async () => {
    const { lines, passing, waits: own } = waits()
    const gate = createGate({ now: () => UNTIL - 60_000, sleep: async () => undefined }, 1)
    gate.hold(60_000)
    const request = createPipelineRequest({ url: 'https://api.contoso.example/environments' })
    await throughGate(gate, () =>
      waitingPolicy(own).sendRequest(request, async () => {
        passing()
        return { request, status: 200, headers: createHttpHeaders() }
      }),
    )
    expect(lines).toEqual(['Still waiting: api.contoso.example. The service asks to come back at Nov 29, 2026, 12:00 PM UTC.'])
  })

  it('is the tool that gives the token', async () => {
    const { lines, passing, waits: own } = waits()
    const slow = {
      getToken: async () => {
        passing()
        return null
      },
    }
    await waitingCredential(slow, verbatim('Azure CLI'), own).getToken('scope')
    expect(lines).toEqual(['Still waiting for an answer: Azure CLI.'])
  })

  it('is the tenant whose environments can’t begin, once', async () => {
    const { lines, waits: own } = waits()
    const clock = leapingClock()
    const hold = async (item: number): Promise<void> => (item === 1 ? currentGate()?.hold(60_000) : undefined)
    const { results } = await forEach(
      [1, 2, 3],
      () => 'contoso.example',
      hold,
      () => undefined,
      {
        atOnce: 1,
        signal: new AbortController().signal,
        clock,
        waits: own,
      },
    )
    expect(results).toHaveLength(3)
    expect(lines).toEqual([expect.stringMatching(/^Still waiting: contoso\.example\. The service asks to come back at .* UTC\.$/)])
  })
})
