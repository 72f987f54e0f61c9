import type { Agent } from 'node:https'
import type { TokenCredential } from '@azure/core-auth'
import { isRestError, RestError } from '@azure/core-rest-pipeline'
import {
  ContainerClient,
  newPipeline,
  type RequestPolicyFactory,
  StorageOAuthScopes,
  type StoragePipelineOptions,
} from '@azure/storage-blob'
import * as z from 'zod/mini'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { answerMessages } from '../answer-messages.ts'
import { USER_AGENT } from '../azure/client-options.ts'
import { messageText } from '../azure/service-text.ts'
import { ToldError, toldBy } from '../told-error.ts'
import { BoundedAttempts, collected, type Patience, USUAL_PATIENCE, Watch } from './bounded-request.ts'
import { type Blob, type Container, ContainerRefused, LEASE_SECONDS, type RefusalKind } from './container.ts'

export interface BlobContainerOptions {
  readonly url: string
  readonly credential: TokenCredential
  readonly agentFor: (url: URL) => Promise<Agent>
  readonly patience?: Patience
}

/** Reads are repeated. Writes are resolved by their conditions. */
const RETRIES: StoragePipelineOptions = {
  retryOptions: { maxTries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000, tryTimeoutInMs: 30_000 },
  userAgentOptions: { userAgentPrefix: USER_AGENT },
}

/**
 * Decision 0158: a challenge can name any audience, and Microsoft's client would send the token for it. Nothing but the token for storage is
 * sent to a store.
 */
const forStorageAlone = (credential: TokenCredential): TokenCredential => ({
  async getToken(scopes, options) {
    const asked = String(scopes)
    if (asked !== StorageOAuthScopes) {
      const host = URL.canParse(asked) ? new URL(asked).host : asked
      throw new ContainerRefused('other', answerMessages.foreignHost({ host }))
    }
    try {
      const token = await credential.getToken(scopes, options)
      // Handed over as expired: while it has another, the client asks for a refused token again and again, for an hour.
      return token && { ...token, expiresOnTimestamp: 0 }
    } catch (error) {
      // The person must sign in again.
      throw error instanceof ContainerRefused ? error : new ContainerRefused('signed-out', wordsOf(error))
    }
  },
})

const wordsOf = (error: unknown): DisplayText =>
  toldBy(error) ?? verbatim(messageText(error instanceof Error ? error.message : String(error)))

/** Requests go only to the container's host. */
const routed = ({ url, agentFor }: BlobContainerOptions): RequestPolicyFactory => ({
  create: (next) => ({
    async sendRequest(request) {
      const wanted = new URL(request.url)
      if (wanted.origin !== new URL(url).origin) throw new ContainerRefused('other', answerMessages.foreignHost({ host: wanted.host }))
      request.agent = await agentFor(wanted)
      return next.sendRequest(request)
    },
  }),
})

const GONE = ['ContainerNotFound', 'ContainerBeingDeleted', 'ContainerDisabled', 'AccountIsDisabled']
const CHANGED = [
  'AppendPositionConditionNotMet',
  'ConditionNotMet',
  'BlobAlreadyExists',
  'TargetConditionNotMet',
  'MaxBlobSizeConditionNotMet',
]
/** A log has the service's maximum number of blocks. */
const FULL = ['BlockCountExceedsLimit']

/** Source of the codes: learn.microsoft.com, Blob service error codes. */
function kindOf(code: string, status: number | undefined): RefusalKind {
  if (GONE.includes(code)) return 'no-container'
  if (CHANGED.includes(code)) return 'changed'
  if (FULL.includes(code)) return 'full'
  if (code.startsWith('Lease') || code.includes('Lease')) return 'leased'
  if (code.startsWith('BlobImmutable') || code.includes('LegalHold')) return 'immutable'
  if (status === undefined || status >= 500 || status === 408 || status === 429) return 'unreachable'
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  return status === 412 || status === 304 ? 'changed' : 'other'
}

/** The client takes an error's members from its XML as they are: they can be objects. */
const textOf = (member: unknown): string => (typeof member === 'string' ? member : '')

/** The service's words. Of an answer in another form, the client makes words of its own, or the answer itself. */
function wordsIn({ code, message, response }: RestError): string {
  if (code === RestError.PARSE_ERROR || (response && message === response.bodyAsText)) return ''
  const [words = ''] = textOf(message).split('\n')
  // The client makes `null` of an answer without a body, as to HEAD.
  return words === 'null' ? '' : words
}

function refused(error: unknown): unknown {
  if (error instanceof ContainerRefused) return error
  // The connection ended within an answer.
  if (error instanceof Error && error.name === 'AbortError') return new ContainerRefused('unreachable', wordsOf(error))
  // An unusable proxy is an unsent request.
  if (error instanceof ToldError) return new ContainerRefused('unreachable', error.why)
  // The client fails with errors of its own if an answer isn't in the service's form.
  if (!isRestError(error)) return new ContainerRefused('other', answerMessages.otherForm)
  const header = error.response?.headers.get('x-ms-error-code')
  const code = header ?? textOf(error.code)
  const { statusCode = 0 } = error
  if (header === undefined && code === RestError.PARSE_ERROR && statusCode < 500)
    return new ContainerRefused('other', answerMessages.otherForm)
  const [told = `HTTP ${statusCode}`] = [wordsIn(error), code].filter((each) => each !== '')
  const said = toldBy(error) ?? verbatim(messageText(told))
  return new ContainerRefused(kindOf(code, error.statusCode), said)
}

async function asked<Given>(work: () => Promise<Given>): Promise<Given> {
  try {
    return await work()
  } catch (error) {
    throw refused(error)
  }
}

async function unlessMissing<Given>(work: () => Promise<Given>): Promise<Given | undefined> {
  try {
    return await asked(work)
  } catch (error) {
    if (error instanceof ContainerRefused && error.kind === 'missing') return undefined
    throw error
  }
}

/** Lists omit the quotation marks of headers. */
const plain = (etag = ''): string => etag.replaceAll('"', '')
const quoted = (etag: string): string => `"${etag}"`

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content)

/** Below the limit of every service version, in bytes. */
const LARGEST_APPEND = 2 * 1024 * 1024

export function blobContainer(options: BlobContainerOptions): Container {
  const { patience = USUAL_PATIENCE } = options
  const pipeline = newPipeline(forStorageAlone(options.credential), RETRIES)
  pipeline.factories.push(routed(options), new BoundedAttempts(patience))
  const client = new ContainerClient(options.url, pipeline)
  const lease = (name: string, id?: string) => client.getBlobClient(name).getBlobLeaseClient(id)
  return {
    largestAppend: LARGEST_APPEND,
    protection: () =>
      asked(async () => {
        const { hasImmutabilityPolicy, hasLegalHold, isImmutableStorageWithVersioningEnabled } = await client.getProperties()
        return {
          policy: hasImmutabilityPolicy === true,
          legalHold: hasLegalHold === true,
          versions: isImmutableStorageWithVersioningEnabled === true,
        }
      }),
    list: (prefix) => asked(() => listed(client, prefix)),
    head: (name) =>
      unlessMissing(async () => {
        const { metadata, ...properties } = await client.getBlobClient(name).getProperties()
        return blobOf({ name, properties, metadata })
      }),
    read: (name, from, most) => unlessMissing(() => read(client, name, { from, most, patience })),
    put: (name, content, expected, metadata = {}) =>
      asked(async () => {
        const body = bytesOf(content)
        const conditions = expected === undefined ? { ifNoneMatch: '*' } : { ifMatch: quoted(expected) }
        return plain((await client.getBlockBlobClient(name).upload(body, body.byteLength, { conditions, metadata: { ...metadata } })).etag)
      }),
    remove: (name, leaseId) =>
      asked(async () => void (await client.deleteBlob(name, leaseId === undefined ? {} : { conditions: { leaseId } }))),
    async createLog(name) {
      try {
        await asked(() => client.getAppendBlobClient(name).create({ conditions: { ifNoneMatch: '*' } }))
        return true
      } catch (error) {
        if (error instanceof ContainerRefused && (error.kind === 'changed' || error.kind === 'leased')) return false
        throw error
      }
    },
    append: (name, text, appendPosition, leaseId) =>
      asked(async () => {
        const body = bytesOf(text)
        await client.getAppendBlobClient(name).appendBlock(body, body.byteLength, { conditions: { appendPosition, leaseId } })
      }),
    describe: (name, metadata, { lease: leaseId, etag }) =>
      asked(async () => {
        const conditions = { ...(leaseId === undefined ? {} : { leaseId }), ...(etag === undefined ? {} : { ifMatch: quoted(etag) }) }
        return plain((await client.getBlobClient(name).setMetadata({ ...metadata }, { conditions })).etag)
      }),
    acquire: (name, id) => asked(async () => void (await lease(name, id).acquireLease(LEASE_SECONDS))),
    renew: (name, id) => asked(async () => void (await lease(name, id).renewLease())),
    release: (name, id) => asked(async () => void (await lease(name, id).releaseLease())),
    breakLease: (name, etag) => asked(async () => void (await lease(name).breakLease(0, { conditions: { ifMatch: quoted(etag) } }))),
  }
}

const listedBlob = z.object({
  name: z.string(),
  properties: z.object({
    contentLength: z.catch(z.number(), 0),
    etag: z.catch(z.string(), ''),
    createdOn: z.catch(z.date(), new Date(0)),
    leaseState: z.catch(z.string(), ''),
  }),
  metadata: z.optional(z.record(z.string(), z.unknown())),
})

/** Of an XML whose members may have any form. Metadata that isn't text is left out. */
function blobOf(sent: unknown): Blob {
  const { name, properties, metadata = {} } = listedBlob.parse(sent)
  const { contentLength, etag, createdOn, leaseState } = properties
  return {
    name,
    size: contentLength,
    etag: plain(etag),
    createdAt: createdOn.getTime(),
    isLeased: leaseState === 'leased',
    metadata: Object.fromEntries(Object.entries(metadata).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
  }
}

/** Of up to 5,000 blobs; more than any team has. */
const MOST_PAGES = 200

async function listed(client: ContainerClient, prefix: string): Promise<readonly Blob[]> {
  const found: Blob[] = []
  let pages = 0
  for await (const { segment } of client.listBlobsFlat({ prefix, includeMetadata: true }).byPage()) {
    pages += 1
    if (pages > MOST_PAGES) throw new ContainerRefused('other', answerMessages.endless({ pages: MOST_PAGES }))
    for (const item of segment.blobItems) found.push(blobOf(item))
  }
  return found
}

interface Reading {
  readonly from: number
  /** In bytes. */
  readonly most: number
  readonly patience: Patience
}

/** From its offset to the end. What comes as a part of a log is put behind what is here. @param range absent: of the whole */
function isFrom(range: string | undefined, from: number): boolean {
  if (range === undefined) return from === 0
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []
  return Number(first) === from && Number(last) + 1 === Number(size)
}

async function read(client: ContainerClient, name: string, { from, most, patience }: Reading) {
  const watch = new Watch(patience)
  try {
    const answer = await client
      .getBlobClient(name)
      .download(from, undefined, { abortSignal: watch.signal })
      .catch((error: unknown) => {
        // Nothing after the offset.
        if (isRestError(error) && error.statusCode === 416) return undefined
        throw error
      })
    if (!answer) return { bytes: Buffer.alloc(0), etag: '' }
    const tooLong = (): ContainerRefused => new ContainerRefused('other', `> ${most} B`)
    const { readableStreamBody: stream, etag, contentRange } = answer
    if (!isFrom(contentRange, from)) throw new ContainerRefused('other', answerMessages.otherForm)
    return { bytes: stream ? await collected(stream, watch, most, tooLong) : Buffer.alloc(0), etag: plain(etag) }
  } catch (error) {
    throw watch.signal.aborted ? watch.refusal() : error
  } finally {
    watch.end()
  }
}
