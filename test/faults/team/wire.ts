import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer, request } from 'node:https'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import type { Container } from '#node/services/storage/container.ts'
import { type Azurite, containerAt } from '../../node/records/team/azurite.ts'

/**
 * What can go wrong with one request to the team's store. `after`: the service carried it out, and the answer is lost or says otherwise.
 * `lease-ended`: a minute and more passed at the service, and the lease with it. `lease-taken`: after that a colleague opened the environment.
 */
export const STORE_FAULTS = [
  '401',
  '403',
  '404-container',
  '409-immutable',
  '412',
  '412-lease',
  '500-after',
  '503',
  'reset-before',
  'reset-after',
  'cut-body',
  'lease-ended',
  'lease-taken',
] as const

export type StoreFault = (typeof STORE_FAULTS)[number]

/** Refusals of the storage service that replace what was asked: status, and the code in its header. */
const REFUSALS: Readonly<Partial<Record<StoreFault, readonly [status: number, code: string]>>> = {
  '401': [401, 'InvalidAuthenticationInfo'],
  '403': [403, 'AuthorizationPermissionMismatch'],
  '404-container': [404, 'ContainerNotFound'],
  '409-immutable': [409, 'BlobImmutableDueToPolicy'],
  '412': [412, 'ConditionNotMet'],
  '412-lease': [412, 'LeaseIdMismatchWithBlobOperation'],
  '503': [503, 'ServerBusy'],
}

/** One kind of request: the method, what it asks for, and the name of the blob without its environment. */
export type StoreCall = string

/** Which requests of a kind a fault meets. */
export interface StoreRule {
  readonly call: StoreCall
  readonly fault: StoreFault
  /** Some of them, counted from 1. */
  readonly times: readonly number[]
  /** From this one on, until it is lifted. */
  readonly from?: number
}

/** The way to the emulator, on which a fault can be set. */
export interface Wire {
  /** The container at the other end of it. */
  container(name: string): Container
  /** @returns lifts what lasts, once it has begun; and how often it came */
  set(rule: StoreRule): { readonly lift: () => void; readonly met: () => number }
  /** How often each call came. */
  calls(): ReadonlyMap<StoreCall, number>
  /** Lines that the service accepted. */
  taken(): string
  /** Forgets what came: another walk begins. */
  begin(): void
  close(): Promise<void>
}

/** Short form of a request: `PUT journal.jsonl appendblock`. */
function callOf({ method, url, headers }: IncomingMessage): StoreCall {
  const { pathname, searchParams } = new URL(url ?? '/', 'https://store.invalid')
  const [, , , ...blob] = pathname.split('/')
  const named = (blob.at(-1) ?? '').replaceAll(/\d{4,}/g, '*')
  const asked = [searchParams.get('comp'), headers['x-ms-lease-action'], headers['x-ms-blob-type'] === 'AppendBlob' ? 'create' : undefined]
  return [method, named === '' ? 'container' : named, ...asked.filter((each) => each !== undefined && each !== null)].join(' ')
}

/** Counts the calls of a walk, and knows which of them meets the fault. */
class Meeting {
  counts = new Map<StoreCall, number>()
  taken = ''
  #inForce: { readonly rule: StoreRule; met: number; lasts: boolean } | undefined

  begin(): void {
    this.counts = new Map()
    this.taken = ''
    this.#inForce = undefined
  }

  set(rule: StoreRule): ReturnType<Wire['set']> {
    const entry = { rule, met: 0, lasts: false }
    this.#inForce = entry
    return {
      lift: () => {
        if (this.#inForce === entry && entry.lasts) this.#inForce = undefined
      },
      met: () => entry.met,
    }
  }

  faultOf(call: StoreCall): StoreFault | undefined {
    const nth = (this.counts.get(call) ?? 0) + 1
    this.counts.set(call, nth)
    const entry = this.#inForce
    if (entry?.rule.call !== call) return undefined
    const { from = Number.POSITIVE_INFINITY, times, fault } = entry.rule
    if (nth < from && !times.includes(nth)) return undefined
    entry.met += 1
    entry.lasts ||= nth >= from
    return fault
  }
}

interface Passed {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly content: Buffer
}

/** The emulator's own answer. */
const pass = ({ method, url, headers }: IncomingMessage, body: Buffer, origin: string, agent: Agent): Promise<Passed> =>
  new Promise((resolve, reject) => {
    request(`${origin}${url}`, { method, headers: { ...headers, host: new URL(origin).host }, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () => {
        const { 'transfer-encoding': _, connection: _connection, 'keep-alive': _alive, ...kept } = response.headers
        resolve({ status: response.statusCode ?? 500, headers: kept, content: Buffer.concat(parts) })
      })
    })
      .once('error', reject)
      .end(body)
  })

interface Way {
  readonly meeting: Meeting
  readonly onward: (body: Buffer) => Promise<Passed>
  readonly letLeasesEnd: () => Promise<void>
  readonly takeLease: () => Promise<void>
}

/** A colleague at another computer takes the lease of the one log, where there is one by now. */
async function takeLeaseIn(container: Container): Promise<void> {
  const log = (await container.list('')).find(({ name }) => name.endsWith('/journal.jsonl'))
  if (!log) return
  const holder = { id: randomUUID(), user: 'grace', host: 'desk-2', processId: 2, since: 1 }
  await container.acquire(log.name, holder.id)
  await container.describe(log.name, { holder: encodeURIComponent(JSON.stringify(holder)) }, { lease: holder.id })
}

/** Answers a request as the emulator does, or as the fault has it. */
async function respond(asked: IncomingMessage, answer: ServerResponse, { meeting, onward, letLeasesEnd, takeLease }: Way): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of asked) parts.push(Buffer.from(part))
  const body = Buffer.concat(parts)
  const call = callOf(asked)
  const fault = meeting.faultOf(call)
  if (fault === 'reset-before') return void asked.socket.destroy()
  if (fault === 'lease-ended' || fault === 'lease-taken') await letLeasesEnd()
  if (fault === 'lease-taken') await takeLease()
  const refusal = fault && REFUSALS[fault]
  if (refusal) return refuse(answer, ...refusal)
  const { status, headers, content } = await onward(body)
  if (call.endsWith('appendblock') && status === 201) meeting.taken += body.toString('utf8')
  if (fault === 'reset-after') return void asked.socket.destroy()
  if (fault === '500-after') return refuse(answer, 500, 'InternalError')
  answer.writeHead(status, headers)
  if (fault !== 'cut-body') return void answer.end(content)
  answer.write(content.subarray(0, Math.floor(content.length / 2)))
  asked.socket.destroy()
}

/** Opens a way to an emulator, over HTTPS on both sides. @param letLeasesEnd makes a minute and more pass at the service */
export async function wireTo(azurite: Azurite, letLeasesEnd: () => Promise<void>): Promise<Wire> {
  const { url, authority: theirs } = azurite
  const { authority, certificate, key } = createLoopbackCertificates(Date.now())
  const agent = new Agent({ ca: theirs, keepAlive: true })
  const meeting = new Meeting()
  const server = createServer({ cert: certificate, key, keepAliveTimeout: 60_000 }, (asked, answer) => {
    const onward = (body: Buffer): Promise<Passed> => pass(asked, body, new URL(url).origin, agent)
    const takeLease = () => takeLeaseIn(azurite.container(new URL(asked.url ?? '/', url).pathname.split('/')[2] ?? ''))
    respond(asked, answer, { meeting, onward, letLeasesEnd, takeLease }).catch(() => asked.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    container: (name) => containerAt({ url: `https://127.0.0.1:${port}/devstoreaccount1/${name}`, authority }),
    set: (rule) => meeting.set(rule),
    calls: () => meeting.counts,
    taken: () => meeting.taken,
    begin: () => meeting.begin(),
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  answer.writeHead(status, { 'content-type': 'application/xml', 'x-ms-error-code': code }).end(body)
}
