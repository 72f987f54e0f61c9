import type { HttpClient } from '@azure/core-rest-pipeline'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGate } from '#machines/engine/many/gate.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { throughGate } from '#node/services/azure/through-gate.ts'
import { english } from '#test/english.ts'
import { BROKEN, bench, ENVIRONMENT, type Reply, SUBSCRIPTION } from './stand-in.ts'

type Said = Reply | typeof BROKEN

/** Gives the replies one after the other, and the last one ever after. */
const inTurn = (...replies: readonly Said[]) => {
  let turn = 0
  return () => replies[Math.min(turn++, replies.length - 1)] ?? BROKEN
}

const FINE: Reply = { status: 200, body: { value: [] } }
const accepted: Reply = {
  status: 202,
  headers: { Location: 'https://europe.api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/op1' },
}

describe('a read that fails in passing', () => {
  it.each([408, 429, 500, 502, 503, 504])('is repeated after a %i', async (status) => {
    const { services, seen } = bench(inTurn({ status }, FINE))
    expect(await services.powerPlatform.listEnvironments()).toEqual({ ok: true, value: [] })
    expect(seen).toHaveLength(2)
  })

  it.each([400, 401, 403, 404, 409, 501])('is not repeated after a %i', async (status) => {
    const { services, seen } = bench(inTurn({ status, body: { error: { code: 'X', message: 'Y' } } }, FINE))
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: false })
    expect(seen).toHaveLength(1)
  })

  it('is repeated five times at most, waiting longer each time', async () => {
    const { services, seen, slept } = bench(inTurn({ status: 503 }))
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: false, refusal: { reason: 'unavailable', status: 503 } })
    expect(seen).toHaveLength(6)
    expect(slept).toEqual([750, 1500, 3000, 6000, 12000])
  })

  it('spreads its pauses by chance', async () => {
    const { services, slept } = bench(inTurn({ status: 503 }, FINE), { random: () => 0 })
    await services.powerPlatform.listEnvironments()
    expect(slept).toEqual([500])
  })
})

describe('Retry-After', () => {
  it('is kept to when it is a number of seconds', async () => {
    const { services, slept } = bench(inTurn({ status: 429, headers: { 'Retry-After': '17' } }, FINE))
    await services.azure.listPolicies(SUBSCRIPTION)
    expect(slept).toEqual([17_500])
  })

  it('is kept to when it is a date', async () => {
    const { services, slept } = bench(inTurn({ status: 503, headers: { 'retry-after': 'Mon, 05 Jan 2026 09:00:40 GMT' } }, FINE))
    await services.azure.listPolicies(SUBSCRIPTION)
    expect(slept).toEqual([40_500])
  })

  it('is counted on the clock of the service that names the moment, which may be an hour ahead of this one', async () => {
    const headers = { date: 'Mon, 05 Jan 2026 10:00:00 GMT', 'retry-after': 'Mon, 05 Jan 2026 10:00:40 GMT' }
    const { services, slept } = bench(inTurn({ status: 503, headers }, FINE))
    await services.azure.listPolicies(SUBSCRIPTION)
    expect(slept).toEqual([40_500])
  })

  it('is handed to the person when it is longer than two minutes', async () => {
    const { services, seen, slept } = bench(inTurn({ status: 429, headers: { 'Retry-After': '121' } }, FINE))
    expect(await services.azure.listPolicies(SUBSCRIPTION)).toMatchObject({
      ok: false,
      refusal: { reason: 'throttled', retryAfterSeconds: 121 },
    })
    expect(seen).toHaveLength(1)
    expect(slept).toEqual([])
  })

  it('that is unreadable counts as none', async () => {
    const { services, slept } = bench(inTurn({ status: 429, headers: { 'Retry-After': 'soon' } }, FINE))
    await services.azure.listPolicies(SUBSCRIPTION)
    expect(slept).toEqual([750])
  })
})

describe('a write that is to wait', () => {
  it.each([['11'], ['Mon, 05 Jan 2026 09:00:11 GMT']])(
    'longer than ten seconds (Retry-After: %s) is handed to the step, which shows it',
    async (asked) => {
      const { services, seen, slept } = bench(inTurn({ status: 429, headers: { 'Retry-After': asked } }, accepted))
      expect(await services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, '/regions/europe/x')).toMatchObject({
        ok: false,
        refusal: { reason: 'throttled', retryAfterSeconds: 11 },
      })
      expect(seen).toHaveLength(1)
      expect(slept).toEqual([])
    },
  )
})

describe('waiting', () => {
  it('ends when the caller gives up', async () => {
    const controller = new AbortController()
    const clock = {
      now: () => 0,
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
          controller.abort(new Error('Left the page.'))
        }),
    }
    const { services } = bench(inTurn({ status: 503 }), { clock })
    await expect(services.azure.listSubscriptions(controller.signal)).rejects.toThrow('Left the page.')
  })

  it('does not try a broken certificate again', async () => {
    const { services, seen } = bench(() => BROKEN, {
      httpClient: {
        sendRequest: async (request) => {
          seen.push({ method: request.method, url: new URL(request.url), headers: {}, body: '' })
          const { RestError } = await import('@azure/core-rest-pipeline')
          throw new RestError('self-signed certificate in certificate chain', { code: 'SELF_SIGNED_CERT_IN_CHAIN', request })
        },
      },
    })
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate in certificate chain' },
    })
    expect(seen).toHaveLength(1)
  })
})

describe('a request that hangs', () => {
  afterEach(() => vi.restoreAllMocks())

  it.each([
    ['a read', (services: Services) => services.powerPlatform.listEnvironments()],
    ['a link', (services: Services) => services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, '/s')],
    ['a list of an SDK', (services: Services) => services.azure.listSubscriptions()],
  ])('is given up as unavailable and not repeated when it is %s', async (_, call) => {
    const late = new AbortController()
    const limits: number[] = []
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      limits.push(milliseconds)
      return late.signal
    })
    let requests = 0
    const httpClient: HttpClient = {
      sendRequest: (request) =>
        new Promise((_resolve, reject) => {
          requests += 1
          request.abortSignal?.addEventListener('abort', () => reject(Object.assign(new Error('Aborted.'), { name: 'AbortError' })))
          late.abort()
        }),
    }
    const { services, slept } = bench(() => FINE, { httpClient })
    expect(english.all(await call(services))).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', message: 'No answer within 100 seconds.' },
    })
    expect(limits).toEqual([100_000])
    expect(requests).toBe(1)
    expect(slept).toEqual([])
  })
})

describe('a gate that several readings share', () => {
  it('is held for all of them as long as the service asks one of them to wait', async () => {
    const { services, slept, clock } = bench(inTurn({ status: 429, headers: { 'Retry-After': '17' } }, FINE))
    const gate = createGate(clock, 8)
    await throughGate(gate, () => services.azure.listPolicies(SUBSCRIPTION))
    expect(slept).toEqual([17_500])
    const another = bench(() => FINE, { clock })
    gate.hold(5_000)
    await throughGate(gate, () => another.services.azure.listPolicies(SUBSCRIPTION))
    expect(slept).toEqual([17_500, 5_000])
  })

  it('is held for an hour at most, whatever the service asks', async () => {
    const { services, clock } = bench(inTurn({ status: 429, headers: { 'Retry-After': '1000000000' } }, FINE))
    const gate = createGate(clock, 8)
    const began = clock.now()
    expect(await throughGate(gate, () => services.azure.listPolicies(SUBSCRIPTION))).toMatchObject({ refusal: { reason: 'throttled' } })
    expect(gate.heldUntil()).toBe(began + 3_600_000)
  })

  it('lets no more requests out at once than it says', async () => {
    let under = 0
    let most = 0
    const { services, clock } = bench(async () => {
      under += 1
      most = Math.max(most, under)
      await new Promise((resolve) => setImmediate(resolve))
      under -= 1
      return FINE
    })
    const read = () => services.azure.listPolicies(SUBSCRIPTION)
    await throughGate(createGate(clock, 2), () => Promise.all([read(), read(), read(), read(), read()]))
    expect(most).toBe(2)
  })
})
