import { createServer as createPlainServer } from 'node:http'
import { createServer, get } from 'node:https'
import { type AddressInfo, connect, createServer as createSocketServer, type Server } from 'node:net'
import { createSecureContext } from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ProxyAgent, SECURE } from '#node/services/network/proxy-agent.ts'
import { toldBy } from '#node/services/told-error.ts'
import { english } from '#test/english.ts'
import { until } from '#test/until.ts'
import { certificates } from '../identity/entering.ts'
import { proxyServer } from './proxy-server.ts'
import { NOT_ALLOWED, socksServer } from './socks-server.ts'

const closing: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) close()
})

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

const CERTIFIED = { cert: certificates.certificate, key: certificates.key }

const UNTRUSTED = { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }

/** A service on this computer that says hello. */
async function service(): Promise<number> {
  const server = createServer(CERTIFIED, (_request, response) => response.end('Hello'))
  closing.push(() => server.closeAllConnections())
  return portOf(server)
}

const agentFor = (proxy: string, { trusting = true } = {}): ProxyAgent => {
  const agent = new ProxyAgent(new URL(proxy), {
    ...SECURE,
    ...(trusting ? { secureContext: createSecureContext({ ca: certificates.authority }) } : {}),
  })
  closing.push(() => agent.destroy())
  return agent
}

/** Message for a failure. */
const told = (failed: unknown): string => english.text(toldBy(failed) ?? String(failed))

/** The answer, or the error, of one request. */
const answerThrough = (agent: ProxyAgent, port: number) =>
  new Promise<unknown>((resolve) => {
    // As the SDKs ask: without the protocol among the options.
    const request = get({ hostname: 'localhost', port, path: '/', agent }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => resolve(`${response.statusCode} ${text}`))
    })
    request.on('error', resolve)
  })

describe('through a SOCKS proxy', () => {
  it.each(['socks5', 'socks5h', 'socks'])('by %s, a service answers, and the proxy resolves its name', async (scheme) => {
    const port = await service()
    const proxy = await socksServer()
    expect(await answerThrough(agentFor(`${scheme}://${proxy.address}`), port)).toBe('200 Hello')
    expect(proxy.asked).toEqual([`name localhost:${port}`])
  })

  it('with its own sign-in, user and password come from its address', async () => {
    const port = await service()
    const proxy = await socksServer({ credentials: 'ada:pa$s' })
    expect(await answerThrough(agentFor(`socks5://ada:pa%24s@${proxy.address}`), port)).toBe('200 Hello')
  })

  it('that does not take the password is named, without it', async () => {
    const proxy = await socksServer({ credentials: 'ada:right' })
    const failed = await answerThrough(agentFor(`socks5://ada:s3cret@${proxy.address}`), 1)
    expect(failed).toMatchObject({ code: 'PROXY_SIGN_IN', message: expect.stringContaining(proxy.address) })
    expect(JSON.stringify([failed, String(failed)])).not.toContain('s3cret')
  })

  it('that refuses the address is named', async () => {
    const proxy = await socksServer({ reply: NOT_ALLOWED })
    const failed = await answerThrough(agentFor(`socks5://${proxy.address}`), 1)
    expect(failed).toMatchObject({ code: 'PROXY_REFUSED' })
    expect(told(failed)).toContain(`${proxy.address} refused the connection to localhost:1`)
  })

  it('that is gone is said to be out of reach', async () => {
    expect(await answerThrough(agentFor('socks5://127.0.0.1:9'), 1)).toMatchObject({ code: 'PROXY_UNREACHABLE' })
  })

  it('the service’s certificate is checked: without its authority there is no answer', async () => {
    const port = await service()
    const proxy = await socksServer()
    expect(await answerThrough(agentFor(`socks5://${proxy.address}`, { trusting: false }), port)).toMatchObject(UNTRUSTED)
  })
})

describe('through an HTTP proxy', () => {
  it('one way is opened for several requests', async () => {
    const port = await service()
    const proxy = await proxyServer()
    const agent = agentFor(proxy.address)
    expect(await answerThrough(agent, port)).toBe('200 Hello')
    expect(await answerThrough(agent, port)).toBe('200 Hello')
    expect(proxy.asked).toHaveLength(1)
  })

  it('the service’s certificate is checked: without its authority there is no answer', async () => {
    const port = await service()
    const proxy = await proxyServer()
    expect(await answerThrough(agentFor(proxy.address, { trusting: false }), port)).toMatchObject(UNTRUSTED)
  })

  it('the answer of a proxy that refuses is never taken for the service’s', async () => {
    const server = createPlainServer().on('connect', (_request, socket) => {
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}')
    })
    const proxy = await portOf(server)
    expect(await answerThrough(agentFor(`http://localhost:${proxy}`), 1)).toMatchObject({ code: 'PROXY_REFUSED' })
  })

  it('that never answers is given up, and its connection is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const events: string[] = []
    let asked = (): void => undefined
    const waiting = new Promise<void>((resolve) => {
      asked = resolve
    })
    const closed = new Promise<void>((resolve) => {
      const silent = createSocketServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', asked)
        socket.once('close', () => {
          events.push('closed')
          resolve()
        })
      })
      silent.listen(0, '127.0.0.1', () => {
        closing.push(() => silent.close())
        const answer = answerThrough(agentFor(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`), 1)
        void answer.then((error) => events.push(told(error)))
      })
    })
    await waiting
    vi.advanceTimersByTime(30_000)
    await closed
    await until(() => events.length === 2)
    expect(events.toSorted()).toEqual([expect.stringMatching(/Can’t reach the proxy .*\(ETIMEDOUT\)/), 'closed'])
  })
})

describe('through a proxy that is reached by https', () => {
  async function secureProxy(): Promise<string> {
    const server = createServer(CERTIFIED).on('connect', (request, socket) => {
      const target = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        target.pipe(socket).pipe(target)
      })
      target.on('error', () => socket.destroy())
      closing.push(() => target.destroy())
    })
    return `https://localhost:${await portOf(server)}`
  }

  it('its certificate may come from an extra authority', async () => {
    const port = await service()
    expect(await answerThrough(agentFor(await secureProxy()), port)).toBe('200 Hello')
  })

  it('without that authority it is out of reach', async () => {
    expect(await answerThrough(agentFor(await secureProxy(), { trusting: false }), 1)).toMatchObject({
      code: 'PROXY_UNREACHABLE',
      message: expect.stringContaining(UNTRUSTED.code),
    })
  })
})
