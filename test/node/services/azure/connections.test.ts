import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Services } from '#machines/procedure/services/services.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { cloudAt, type Loopback, loopback } from './loopback.ts'
import { account, credentialFor, leapingClock } from './stand-in.ts'

const open: Loopback[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

type Listener = (request: IncomingMessage, response: ServerResponse) => void

async function connected(listener: Listener, trusted = true): Promise<{ services: Services; slept: number[] }> {
  const server = await loopback(listener)
  open.push(server)
  const clock = leapingClock()
  const services = connectServices({
    cloud: cloudAt(server.origin),
    credential: credentialFor(),
    account,
    clock,
    random: () => 0.5,
    ...(trusted ? { tlsOptions: { ca: server.ca } } : {}),
  })
  return { services, slept: clock.slept }
}

const json = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

describe('over a real connection', () => {
  it('an untrusted certificate is refused at once and by name', async () => {
    const { services, slept } = await connected((_, response) => json(response, { value: [] }), false)
    expect(await services.azure.listSubscriptions()).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    })
    expect(slept).toEqual([])
  })

  it('a read whose connection breaks in the middle of the answer is tried again', async () => {
    let requests = 0
    const { services } = await connected((_, response) => {
      requests += 1
      if (requests > 1) return json(response, { value: [] })
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"value":[')
      setImmediate(() => response.destroy())
    })
    expect(await services.azure.listSubscriptions()).toEqual({ ok: true, value: [] })
    expect(requests).toBe(2)
  })

  it('a compressed answer is read', async () => {
    const { services } = await connected((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync('{"value":[]}'))
    })
    expect(await services.powerPlatform.listEnvironments()).toEqual({ ok: true, value: [] })
  })

  it('a request that is given up is broken off', async () => {
    const controller = new AbortController()
    let brokenOff: (() => void) | undefined
    const closed = new Promise<void>((resolve) => {
      brokenOff = resolve
    })
    const { services } = await connected((request) => {
      request.on('close', () => brokenOff?.())
      controller.abort(new Error('Left the page.'))
    })
    await expect(services.azure.listSubscriptions(controller.signal)).rejects.toThrow('Left the page.')
    await closed
  })

  it('a server that is gone is unavailable', async () => {
    const { services } = await connected((_, response) => json(response, {}))
    await Promise.all(open.splice(0).map((server) => server.close()))
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: false, refusal: { reason: 'unavailable', code: 'ECONNREFUSED' } })
  })
})
