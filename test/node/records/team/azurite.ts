import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import { createRequire } from 'node:module'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TokenCredential } from '@azure/core-auth'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { blobContainer } from '#node/services/storage/blob-container.ts'
import type { Container } from '#node/services/storage/container.ts'

/** Loaded into the emulator: its clock runs ahead by as much as it is told, or stops there, so that no test waits for a lease to end. */
const CLOCK = `
const Real = Date
const began = Real.now()
let ahead = 0
let isStopped = false
const now = () => (isStopped ? began : Real.now()) + ahead
globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() { return now() }
}
process.on('message', (message) => {
  ;({ ahead, isStopped } = message)
  process.send({ ahead })
})
`

/** The storage emulator, over HTTPS with bearer tokens, on loopback. */
export interface Azurite {
  /** A container that isn't there before, as one more client has it. */
  container(name: string): Container
  readonly url: string
  readonly authority: string
  /** Makes or deletes a container, as an administrator does. */
  administer(name: string, does: 'create' | 'delete'): Promise<void>
  /** @param seconds that its clock runs ahead of this computer's, or with `isStopped` of its first moment, however long the test takes */
  shiftClock(seconds: number, isStopped?: boolean): Promise<void>
  stop(): Promise<void>
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The emulator reads who issued a token and for what, and takes any signature. */
export const emulatorToken = (): string => {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: 'https://storage.azure.com',
    iss: 'https://sts.windows.net/5ac6f30d-1111-4222-8333-444455556666/',
    iat: now - 86_400,
    nbf: now - 86_400,
    exp: now + 864_000,
  }
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${Buffer.from('none').toString('base64url')}`
}

const credential: TokenCredential = { getToken: async () => ({ token: emulatorToken(), expiresOnTimestamp: Date.now() + 864_000_000 }) }

/** A container of an emulator that another process has started. */
export const containerAt = ({ url, authority }: { readonly url: string; readonly authority: string }): Container => {
  const agent = new Agent({ ca: authority, keepAlive: true })
  return blobContainer({ url, credential, agentFor: async () => agent })
}

export async function startAzurite(): Promise<Azurite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'azurite-'))
  const { authority, certificate, key } = createLoopbackCertificates(Date.now())
  await Promise.all([writeFile(path.join(folder, 'cert.pem'), certificate), writeFile(path.join(folder, 'key.pem'), key, { mode: 0o600 })])
  const program = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const shim = path.join(folder, 'clock.cjs')
  await writeFile(shim, CLOCK)
  const options = '--blobHost 127.0.0.1 --blobPort 0 --inMemoryPersistence --disableTelemetry --silent --skipApiVersionCheck'.split(' ')
  const secured = ['--oauth', 'basic', '--cert', path.join(folder, 'cert.pem'), '--key', path.join(folder, 'key.pem')]
  const child = spawn(process.execPath, ['--require', shim, program, ...options, ...secured], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const url = `${await listening(child)}/devstoreaccount1`
  const agent = new Agent({ ca: authority, keepAlive: true })
  const container = (name: string): Container => blobContainer({ url: `${url}/${name}`, credential, agentFor: async () => agent })
  return {
    url,
    authority,
    container,
    administer: (name, does) =>
      new Promise((resolve, reject) => {
        const headers = { 'x-ms-version': '2025-11-05', authorization: `Bearer ${emulatorToken()}`, 'content-length': 0 }
        const method = does === 'create' ? 'PUT' : 'DELETE'
        request(`${url}/${name}?restype=container`, { method, headers, agent }, (answer) => {
          answer
            .resume()
            .once('end', () => (answer.statusCode && answer.statusCode < 300 ? resolve() : reject(new Error(`${answer.statusCode}`))))
        })
          .once('error', reject)
          .end()
      }),
    shiftClock: (seconds, isStopped = false) =>
      new Promise((resolve) => {
        child.once('message', () => resolve())
        child.send({ ahead: seconds * 1000, isStopped })
      }),
    async stop() {
      agent.destroy()
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A line to the emulator that can be cut. */
export interface Line {
  /** The container at the other end of this line. */
  container(name: string): Container
  /** From now on the line is down, or up again. */
  down(isDown: boolean): void
  close(): Promise<void>
}

/** Opens a line to an emulator. The wizard at its end sees connections that are reset. */
export async function lineTo({ url, authority }: Azurite): Promise<Line> {
  const port = Number(new URL(url).port)
  let isDown = false
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    if (isDown) return void client.destroy()
    const end = connect({ host: '127.0.0.1', port })
    for (const socket of [client, end]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    }
    client.pipe(end).pipe(client)
    client.on('close', () => end.destroy())
    end.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const agent = new Agent({ ca: authority, keepAlive: true })
  const own = typeof address === 'object' && address ? `https://127.0.0.1:${address.port}/devstoreaccount1` : ''
  return {
    container: (name) => blobContainer({ url: `${own}/${name}`, credential, agentFor: async () => agent }),
    down(wanted) {
      isDown = wanted
      if (wanted) for (const socket of sockets) socket.destroy()
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Its address, once it says that it listens. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The storage emulator ended: ${code}`)))
    if (!child.stdout) throw new Error('The storage emulator has no output.')
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /successfully listens on (https:\S+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
  })
}
