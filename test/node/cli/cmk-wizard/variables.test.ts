import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { practiceCloud } from '#node/practice/cloud-file.ts'
import { buildProgram, endsWithTheFile, inFolder, resultIn, runApart, SECRET, type Served, serve, written } from './program.ts'

endsWithTheFile()

const WEAKENING = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
const PRINTING = { NODE_DEBUG: 'http,https,tls,net', AZURE_LOG_LEVEL: 'verbose', DEBUG: '*' }

let ready: Served

beforeAll(async () => {
  buildProgram()
  ready = await serve('ready-to-enable')
}, 120_000)

/** A server in the place of all services, whose certificate no one has reason to trust, and what it's asked for. */
async function impostor(): Promise<{ readonly server: Server; readonly asked: string[]; readonly connections: () => number }> {
  const asked: string[] = []
  let connections = 0
  const { key, certificate } = createLoopbackCertificates(Date.now())
  const server = createServer({ key, cert: certificate }, (request, response) => {
    asked.push(request.url ?? '')
    response.end('{}')
  })
  server.on('connection', () => connections++)
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { server, asked, connections: () => connections }
}

describe('a variable of the environment', () => {
  it('doesn’t switch off the check of certificates: an untrusted server is asked for nothing', async () => {
    const { server, asked, connections } = await impostor()
    const { port } = server.address() as AddressInfo
    const addresses = ready.server.addresses()
    const elsewhere = JSON.parse(
      JSON.stringify(practiceCloud(addresses, written('another.pem', createLoopbackCertificates(Date.now()).authority))).replaceAll(
        /(localhost|127\.0\.0\.1):\d+/g,
        `$1:${port}`,
      ),
    )
    const words = ready.signedIn.with(1, written('untrusted.json', elsewhere))
    const ended = await runApart(['environments', ...words, '--json'], { ...SECRET, ...WEAKENING })
    expect(ended.code).toBe(3)
    expect(connections()).toBeGreaterThan(0)
    expect(asked).toEqual([])
    expect(ended.err).toContain('The environment variable NODE_TLS_REJECT_UNAUTHORIZED is set. It would make connections trust any server')
  })

  it('prints no request and no token, is named in the terminal, and not in the result', async () => {
    const ended = await runApart(['environments', ...ready.signedIn, '--json'], { ...SECRET, ...PRINTING })
    resultIn(ended)
    for (const name of Object.keys(PRINTING)) expect(ended.err).toContain(`The environment variable ${name} is set. It could print tokens`)
    expect(ended.err).not.toMatch(/Bearer|authorization|client_secret|eyJ|^[A-Z_]+ \d+: /im)
    expect(ended.err).not.toContain(SECRET.AZURE_CLIENT_SECRET)
    expect(ended.out).not.toContain('NODE_DEBUG')
  })
})

describe('a switch of Node.js that weakens connections or prints what they carry', () => {
  it.each([
    ['--use-openssl-ca', '--use-openssl-ca'],
    ['--tls_min_v1.0 --trace-tls', '--tls-min-v1.0, --trace-tls'],
    [`--tls-keylog=${inFolder('keys')}`, '--tls-keylog'],
  ])('is refused before anything is asked: NODE_OPTIONS=%s', async (options, named) => {
    const ended = await runApart(['environments', ...ready.signedIn, '--json'], { ...SECRET, NODE_OPTIONS: options })
    expect([ended.code, ended.out]).toEqual([2, ''])
    expect(ended.err).toContain(`Node.js was started with ${named}. `)
    expect(existsSync(inFolder('keys'))).toBe(false)
  })

  it('changes nothing where nothing signs in', async () => {
    const ended = await runApart(['environments', '--practice', 'ready-to-enable', '--quiet'], { NODE_OPTIONS: '--use-openssl-ca' })
    expect([ended.code, ended.err]).toEqual([0, ''])
  })
})
