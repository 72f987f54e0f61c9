import type { RequestListener } from 'node:http'
import { Agent } from 'node:https'
import type { TokenCredential } from '@azure/core-auth'
import { afterEach, describe, expect, it } from 'vitest'
import { NETWORK_CODES } from '#machines/sign-in/network-codes.ts'
import { proxyMessages } from '#node/services/answer-messages.ts'
import { ProxyFailed } from '#node/services/network/proxy.ts'
import { blobContainer } from '#node/services/storage/blob-container.ts'
import type { Container } from '#node/services/storage/container.ts'
import { type Loopback, loopback } from '../azure/loopback.ts'

/* What a store, or something between it and this computer, may answer: nothing, no end, a page of its own, or a demand. */

const PATIENCE = { milliseconds: 300, bytesPerSecond: 1024 * 1024 }
const OF_SERVICE = { 'x-ms-request-id': 'a5b4', 'content-type': 'application/xml' }

let service: Loopback | undefined
afterEach(async () => {
  await service?.close()
  service = undefined
})

const tokens: TokenCredential = { getToken: async () => ({ token: 'a token', expiresOnTimestamp: Date.now() + 3_600_000 }) }

async function storeThat(answers: RequestListener, credential = tokens): Promise<Container> {
  service = await loopback(answers)
  const agent = new Agent({ ca: service.ca })
  return blobContainer({ url: `${service.origin}/account/container`, credential, agentFor: async () => agent, patience: PATIENCE })
}

const pageOf = (blobs: string, marker = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="x" ContainerName="x"><Blobs>${blobs}</Blobs><NextMarker>${marker}</NextMarker></EnumerationResults>`

const refusal = (kind: string, messageId: string) => ({ name: 'ContainerRefused', kind, why: { messageId } })

describe('a token', () => {
  const demand = (resource: string): string =>
    `Bearer authorization_uri=https://login.microsoftonline.com/5ac6f30d-1111-4222-8333-444455556666/oauth2/authorize resource_id=${resource}`

  it.each(['https://management.azure.com', 'https://vault.azure.net', 'https://storage.azure.com.example', 'https://graph.microsoft.com'])(
    'for %s isn’t asked for, whatever the store demands',
    async (resource) => {
      const asked: string[] = []
      const sent: (string | undefined)[] = []
      const store = await storeThat(
        ({ headers }, answer) => {
          sent.push(headers.authorization)
          answer.writeHead(401, { ...OF_SERVICE, 'www-authenticate': demand(resource) }).end()
        },
        {
          async getToken(scopes) {
            asked.push(String(scopes))
            return { token: `for ${scopes}`, expiresOnTimestamp: Date.now() + 3_600_000 }
          },
        },
      )
      await expect(store.list('')).rejects.toMatchObject(refusal('other', 'services.answer.foreignHost'))
      expect(new Set(asked)).toEqual(new Set(['https://storage.azure.com/.default']))
      expect(new Set(sent)).toEqual(new Set(['Bearer for https://storage.azure.com/.default']))
    },
  )

  it('that can’t be had is said as that, and nothing else is', async () => {
    const signedOut = await storeThat(() => undefined, { getToken: () => Promise.reject(new Error('AADSTS50076')) })
    await expect(signedOut.list('')).rejects.toMatchObject({ kind: 'signed-out', why: { verbatim: 'AADSTS50076' } })
  })
})

describe('a store that is waited for no longer', () => {
  const calls: readonly (readonly [string, (store: Container) => Promise<unknown>])[] = [
    ['a list', (store) => store.list('')],
    ['a blob', (store) => store.read('a', 0, 1000)],
    ['a save', (store) => store.put('a', 'b')],
    ['a line', (store) => store.append('a', 'b', 0, '5ac6f30d-1111-4222-8333-444455556666')],
    ['a renewal', (store) => store.renew('a', '5ac6f30d-1111-4222-8333-444455556666')],
  ]
  it.each(calls)('never answers %s', async (_what, call) => {
    const store = await storeThat(() => undefined)
    await expect(call(store)).rejects.toMatchObject(refusal('unreachable', 'services.answer.noAnswer'))
  })

  it('sends a list byte by byte', async () => {
    const store = await storeThat((_request, answer) => {
      answer.writeHead(200, OF_SERVICE)
      const sending = setInterval(() => answer.write(' '), 20)
      answer.on('close', () => clearInterval(sending))
    })
    await expect(store.list('')).rejects.toMatchObject(refusal('unreachable', 'services.answer.noAnswer'))
  })

  it('sends half a blob', async () => {
    const store = await storeThat((_request, answer) => {
      answer.writeHead(200, { ...OF_SERVICE, etag: '"1"', 'content-length': 100 }).write('half')
    })
    await expect(store.read('a', 0, 1000)).rejects.toMatchObject(refusal('unreachable', 'services.answer.noAnswer'))
  })
})

describe('a list', () => {
  it('ends where its pages don’t', async () => {
    let pages = 0
    const store = await storeThat((_request, answer) => {
      pages += 1
      answer.writeHead(200, OF_SERVICE).end(pageOf('', 'more'))
    })
    await expect(store.list('')).rejects.toMatchObject(refusal('other', 'services.answer.endless'))
    expect(pages).toBeLessThan(300)
  })

  it('is refused where a page is longer than any', async () => {
    const store = await storeThat((_request, answer) => void answer.writeHead(200, OF_SERVICE).end(pageOf(' '.repeat(17_000_000))))
    await expect(store.list('')).rejects.toMatchObject(refusal('other', 'services.answer.tooLong'))
  })

  it.each(['', '{"a":1}', '<html><body>Sign in</body></html>', '<a>'.repeat(20_000), pageOf('<Blob><Properties/></Blob>')])(
    'in another form isn’t a missing sign-in: %.30s',
    async (body) => {
      const store = await storeThat((_request, answer) => void answer.writeHead(200, OF_SERVICE).end(body))
      await expect(store.list('')).rejects.toMatchObject(refusal('other', 'services.answer.otherForm'))
    },
  )

  it('has no metadata that isn’t text, and no size or age that isn’t one', async () => {
    const properties = '<Properties><Content-Length>many</Content-Length><Creation-Time>once</Creation-Time></Properties>'
    const metadata = '<Metadata><holder><a>1</a></holder><branch>1</branch><branch>2</branch><from>x</from></Metadata>'
    const body = pageOf(`<Blob><Name>a</Name>${properties}${metadata}</Blob>`)
    const store = await storeThat((_request, answer) => void answer.writeHead(200, OF_SERVICE).end(body))
    expect(await store.list('')).toEqual([{ name: 'a', size: 0, etag: '', createdAt: 0, isLeased: false, metadata: { from: 'x' } }])
  })
})

describe('a redirect', () => {
  it.each([301, 302, 307, 308])('isn’t followed, not even on the store’s own host: %d', async (status) => {
    const asked: string[] = []
    const store = await storeThat(({ url = '' }, answer) => {
      asked.push(url)
      if (url.startsWith('/account/')) answer.writeHead(status, { ...OF_SERVICE, location: '/other/container' }).end()
      else answer.writeHead(200, OF_SERVICE).end(pageOf(''))
    })
    await expect(store.list('')).rejects.toMatchObject(refusal('unreachable', 'services.answer.elsewhere'))
    expect(asked).toHaveLength(1)
  })
})

describe('a page of something else', () => {
  const writes: readonly (readonly [string, (store: Container) => Promise<unknown>])[] = [
    ['a save', (store) => store.put('a', 'b')],
    ['a line', (store) => store.append('a', 'b', 0, '5ac6f30d-1111-4222-8333-444455556666')],
    ['a new log', (store) => store.createLog('a')],
    ['a lock', (store) => store.acquire('a', '5ac6f30d-1111-4222-8333-444455556666')],
    ['a removal', (store) => store.remove('a')],
  ]
  it.each(writes)('isn’t the answer to %s', async (_what, write) => {
    for (const status of [200, 201, 202, 403, 404, 409, 412]) {
      const store = await storeThat(
        (_request, answer) => void answer.writeHead(status, { 'content-type': 'text/html' }).end('<html>Blocked</html>'),
      )
      await expect(write(store)).rejects.toMatchObject(refusal('unreachable', 'services.answer.page'))
      await service?.close()
    }
  })

  it.each([
    [502, 1],
    [503, 2],
    [504, 1],
  ])('of a gateway with %i is that the store can’t be reached', async (status, times) => {
    let asked = 0
    const store = await storeThat((_request, answer) => {
      asked += 1
      answer.writeHead(status, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>')
    })
    await expect(store.put('a', 'b')).rejects.toMatchObject({ kind: 'unreachable' })
    expect(asked).toBe(times)
  })

  it('isn’t a blob that is missing', async () => {
    const store = await storeThat(
      (_request, answer) => void answer.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>'),
    )
    await expect(store.head('a')).rejects.toMatchObject(refusal('unreachable', 'services.answer.page'))
  })
})

describe('the wizard’s own words', () => {
  const proxy = new ProxyFailed(NETWORK_CODES.proxyUnsupported, proxyMessages.systemUnusable)

  it('of a proxy that can’t be used are kept', async () => {
    const store = blobContainer({ url: 'https://localhost:1/a/b', credential: tokens, agentFor: () => Promise.reject(proxy) })
    await expect(store.list('')).rejects.toMatchObject(refusal('unreachable', 'services.proxy.systemUnusable'))
  })

  it('of a proxy that refuses the connection are kept', async () => {
    class Refusing extends Agent {
      override createConnection(): never {
        throw proxy
      }
    }
    const store = blobContainer({ url: 'https://localhost:1/a/b', credential: tokens, agentFor: async () => new Refusing() })
    await expect(store.list('')).rejects.toMatchObject(refusal('unreachable', 'services.proxy.systemUnusable'))
  })

  it('of a sign-in that failed are kept', async () => {
    const failing: TokenCredential = { getToken: () => Promise.reject(proxy) }
    const store = await storeThat(() => undefined, failing)
    await expect(store.list('')).rejects.toMatchObject(refusal('signed-out', 'services.proxy.systemUnusable'))
  })
})

it('says a store’s words short, visible, and without secrets', async () => {
  const words = `No\u202E entry\u001B[31m. Authorization: Bearer abcdefghijklmnop ${'x'.repeat(50_000)}`
  const store = await storeThat((_request, answer) => {
    answer.writeHead(403, { ...OF_SERVICE, 'x-ms-error-code': 'AuthorizationFailure' })
    answer.end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthorizationFailure</Code><Message>${words}</Message></Error>`)
  })
  const refused: unknown = await store.list('').catch((error: unknown) => error)
  expect(refused).toMatchObject({
    kind: 'forbidden',
    why: { verbatim: expect.stringMatching(/^No entry\[31m\. Authorization: Bearer \[removed\] x{3000,4000}…?$/) },
  })
})

describe('an answer without words', () => {
  const answering = (status: number, code?: string): Promise<Container> =>
    storeThat((_request, answer) =>
      answer.writeHead(status, { ...OF_SERVICE, ...(code === undefined ? {} : { 'x-ms-error-code': code }) }).end(),
    )

  it.each([
    ['a question for a blob’s properties', (store: Container) => store.head('a')],
    ['a list', (store: Container) => store.list('')],
    ['a save', (store: Container) => store.put('a', 'b')],
  ])('to %s is told by its code, or by its status', async (_what, call) => {
    const coded = await answering(403, 'AuthorizationPermissionMismatch')
    await expect(call(coded)).rejects.toMatchObject({ kind: 'forbidden', why: { verbatim: 'AuthorizationPermissionMismatch' } })
    await service?.close()
    await expect(call(await answering(409))).rejects.toMatchObject({ kind: 'other', why: { verbatim: 'HTTP 409' } })
  })
})

describe('an error in another form', () => {
  const OTHER_FORM = { messageId: 'services.answer.otherForm' }
  it.each<[body: string, withoutCode: object]>([
    ['{"error":{"code":"x","message":"y"}}', OTHER_FORM],
    ['Forbidden', OTHER_FORM],
    ['<html><body><b>Forbidden</b></body></html>', { verbatim: 'HTTP 403' }],
    ['<Error><Message><a>1</a></Message><Code>x</Code></Error>', { verbatim: 'x' }],
    ['<Error><Message>one</Message><Message>two</Message></Error>', { verbatim: 'HTTP 403' }],
    ['<Error><Code><a>1</a></Code></Error>', { verbatim: 'HTTP 403' }],
    ['<Error/>', { verbatim: 'HTTP 403' }],
    ['<Error>x</Error>', { verbatim: 'HTTP 403' }],
  ])('is told by the service’s own code, or by its status: %s', async (body, withoutCode) => {
    const answering = (code: Readonly<Record<string, string>>) =>
      storeThat((_request, answer) => void answer.writeHead(403, { ...OF_SERVICE, ...code }).end(body))
    const coded = await answering({ 'x-ms-error-code': 'AuthorizationFailure' })
    await expect(coded.list('')).rejects.toMatchObject({ kind: 'forbidden', why: { verbatim: 'AuthorizationFailure' } })
    await service?.close()
    await expect((await answering({})).list('')).rejects.toMatchObject({ name: 'ContainerRefused', why: withoutCode })
  })
})

describe('a part of a blob', () => {
  const sent = (status: number, range?: string): Promise<Container> =>
    storeThat((_request, answer) => {
      const headers = { etag: '"0x1"', 'content-length': '4', ...(range === undefined ? {} : { 'content-range': range }) }
      answer.writeHead(status, { ...OF_SERVICE, ...headers }).end('abcd')
    })

  it.each([
    ['is the whole', 200, undefined, 5],
    ['begins elsewhere', 206, 'bytes 0-3/9', 5],
    ['ends too early', 206, 'bytes 5-8/20', 5],
    ['is sent for the whole', 206, 'bytes 5-8/9', 0],
    ['says where it begins in another form', 206, 'bytes 5-8', 5],
  ])('that %s is refused', async (_what, status, range, from) => {
    await expect((await sent(status, range)).read('a', from, 1000)).rejects.toMatchObject(refusal('other', 'services.answer.otherForm'))
  })

  it('that begins where it was asked for, to the end, is read', async () => {
    expect((await (await sent(206, 'bytes 5-8/9')).read('a', 5, 1000))?.bytes.toString()).toBe('abcd')
    await service?.close()
    expect((await (await sent(200)).read('a', 0, 1000))?.bytes.toString()).toBe('abcd')
  })
})
