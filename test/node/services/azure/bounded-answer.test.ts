import type { RequestListener } from 'node:http'
import { createGzip, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { connectServices } from '#node/services/azure/services.ts'
import { english } from '#test/english.ts'
import { manyEnvironments } from '../../../bench/parts/many-environments.ts'
import { cloudAt, type Loopback, loopback } from './loopback.ts'
import { account, credentialFor, leapingClock } from './stand-in.ts'

const open: Loopback[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const MB = 1024 * 1024
const JSON_TYPE = { 'content-type': 'application/json' }

async function servicesAt(listener: RequestListener) {
  const server = await loopback(listener)
  open.push(server)
  return connectServices({
    cloud: cloudAt(server.origin),
    credential: credentialFor(),
    account,
    clock: leapingClock(),
    random: () => 0.5,
    tlsOptions: { ca: server.ca },
  })
}

/** Lists through a server. */
async function asked(listener: RequestListener) {
  let requests = 0
  const services = await servicesAt((request, response) => {
    requests += 1
    // A refused answer is broken off.
    response.on('error', () => undefined)
    return listener(request, response)
  })
  const answer = await services.azure.listSubscriptions()
  if (answer.ok) throw new Error('The answer was read.')
  return { reason: answer.refusal.reason, message: english.text(answer.refusal.message), requests }
}

const endless =
  (part: string | Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, JSON_TYPE)
    const more = (): void => {
      while (!response.destroyed && response.write(part));
    }
    response.on('drain', more)
    more()
  }

const gzipped = (text: string): RequestListener => {
  const packed = gzipSync(text)
  return (_, response) => response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(packed)
}

const TOO_LONG = expect.stringMatching(/^localhost:\d+ answered with more than 16 MB\. The wizard stopped reading/)

describe('an answer is refused in words, once, before it is parsed', () => {
  it.each<[string, () => RequestListener]>([
    ['of 50 MB of brackets that is 50 KB on the wire', () => gzipped('['.repeat(50 * MB))],
    ['of 50 MB of small objects', () => gzipped(`[${'{},'.repeat((50 * MB) / 3)}{}]`)],
    ['that never ends', () => endless('{"value":[],'.repeat(5_000))],
  ])('%s', async (_, listener) => {
    expect(await asked(listener())).toEqual({ reason: 'unreadable', message: TOO_LONG, requests: 1 })
  })

  it('that never ends on the wire, and has no content', async () => {
    const packing = createGzip()
    const parts: Buffer[] = []
    packing.on('data', (part: Buffer) => parts.push(part))
    // A block without content, which may be repeated.
    await new Promise<void>((resolve) => packing.flush(resolve))
    const [head = Buffer.alloc(0), ...rest] = [Buffer.concat(parts)]
    expect(rest).toEqual([])
    const EMPTY_BLOCK = Buffer.from([0, 0, 0, 0xff, 0xff])
    const blocks = Buffer.concat(Array.from({ length: 200_000 }, () => EMPTY_BLOCK))
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' })
      response.write(head)
      const more = (): void => {
        while (!response.destroyed && response.write(blocks));
      }
      response.on('drain', more)
      more()
    }
    expect(await asked(listener)).toEqual({ reason: 'unreadable', message: TOO_LONG, requests: 1 })
  })

  it('nested a million levels deep, of a size that is read', async () => {
    const deep = `${'{"value":['.repeat(500_000)}`
    expect(await asked((_, response) => response.writeHead(200, JSON_TYPE).end(deep))).toEqual({
      reason: 'unreadable',
      message: expect.stringMatching(/^localhost:\d+ answered with JSON nested more than 100 levels deep/),
      requests: 1,
    })
  })

  it('of millions of values, of a size that is read', async () => {
    const many = `{"value":[${'{},'.repeat(5_000_000)}{}]}`
    expect(await asked((_, response) => response.writeHead(200, JSON_TYPE).end(many))).toEqual({
      reason: 'unreadable',
      message: expect.stringMatching(/^localhost:\d+ answered with more than 500,000 values/),
      requests: 1,
    })
  })

  it('with an error status', async () => {
    expect(await asked((_, response) => response.writeHead(403, JSON_TYPE).end('['.repeat(17 * MB)))).toMatchObject({ message: TOO_LONG })
  })
})

it('a list of more entries than a call takes arguments is read', async () => {
  const entries = 200_000
  const text = `{"value":[${Array.from({ length: entries }, () => '{"subscriptionId":"a"}').join(',')}]}`
  const { azure } = await servicesAt((_, response) => response.writeHead(200, JSON_TYPE).end(text))
  const answer = await azure.listSubscriptions()
  expect(answer.ok && answer.value.length).toBe(entries)
})

describe('an answer that is compressed', () => {
  it('and cut off is read again, and then refused', async () => {
    const packed = gzipSync(JSON.stringify({ value: Array.from({ length: 1_000 }, (_, each) => ({ each })) }))
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip', 'content-length': String(packed.length) })
      response.write(packed.subarray(0, packed.length / 2))
      setImmediate(() => response.destroy())
    }
    expect(await asked(listener)).toMatchObject({ reason: 'unavailable', requests: 6 })
  })
})

describe('the environments of a tenant, which come in one answer', () => {
  it('are read if they are 10,000', async () => {
    const text = JSON.stringify({ value: manyEnvironments(10_000) })
    const { powerPlatform } = await servicesAt((_, response) => response.writeHead(200, JSON_TYPE).end(text))
    const answer = await powerPlatform.listEnvironments()
    expect(answer.ok && answer.value.length).toBe(10_000)
  })

  it('are refused beyond 64 MB', async () => {
    const { powerPlatform } = await servicesAt((_, response) => {
      response.on('error', () => undefined)
      return gzipped('['.repeat(65 * MB))(_, response)
    })
    const answer = await powerPlatform.listEnvironments()
    expect(!answer.ok && english.text(answer.refusal.message)).toMatch(/answered with more than 64 MB/)
  })
})
