import type { Agent } from 'node:https'
import type { TokenCredential } from '@azure/core-auth'
import { isRestError } from '@azure/core-rest-pipeline'
import { ContainerClient, newPipeline, type RequestPolicyFactory, type StoragePipelineOptions } from '@azure/storage-blob'
import { USER_AGENT } from '../azure/client-options.ts'
import { type Blob, type Container, ContainerRefused, LEASE_SECONDS, type RefusalKind } from './container.ts'

export interface BlobContainerOptions {
  readonly url: string
  readonly credential: TokenCredential
  readonly agentFor: (url: URL) => Promise<Agent>
}

/** Reads are repeated. Writes are resolved by their conditions. */
const RETRIES: StoragePipelineOptions = {
  retryOptions: { maxTries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000, tryTimeoutInMs: 30_000 },
  userAgentOptions: { userAgentPrefix: USER_AGENT },
}

/** Requests go only to the container's host. */
const routed = ({ url, agentFor }: BlobContainerOptions): RequestPolicyFactory => ({
  create: (next) => ({
    async sendRequest(request) {
      const wanted = new URL(request.url)
      if (wanted.origin !== new URL(url).origin) throw new ContainerRefused('other', wanted.host)
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

function refused(error: unknown): unknown {
  if (error instanceof ContainerRefused) return error
  // No token: the person must sign in again.
  if (!isRestError(error)) return new ContainerRefused('signed-out', error instanceof Error ? error.message : String(error))
  const header = error.response?.headers.get('x-ms-error-code')
  const code = header ?? error.code ?? ''
  const [words = ''] = error.message.split('\n')
  return new ContainerRefused(kindOf(code, error.statusCode), words === '' ? code : words)
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
  const pipeline = newPipeline(options.credential, RETRIES)
  pipeline.factories.push(routed(options))
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
    list: (prefix) =>
      asked(async () => {
        const found: Blob[] = []
        for await (const { name, properties, metadata } of client.listBlobsFlat({ prefix, includeMetadata: true })) {
          const { contentLength = 0, etag, createdOn, leaseState } = properties
          found.push({
            name,
            size: contentLength,
            etag: plain(etag),
            createdAt: createdOn?.getTime() ?? 0,
            isLeased: leaseState === 'leased',
            metadata: metadata ?? {},
          })
        }
        return found
      }),
    head: (name) =>
      unlessMissing(async () => {
        const { contentLength = 0, etag, createdOn, leaseState, metadata = {} } = await client.getBlobClient(name).getProperties()
        return {
          name,
          size: contentLength,
          etag: plain(etag),
          createdAt: createdOn?.getTime() ?? 0,
          isLeased: leaseState === 'leased',
          metadata,
        }
      }),
    read: (name, from, most) => unlessMissing(() => read(client, name, from, most)),
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

async function read(client: ContainerClient, name: string, from: number, most: number) {
  const answer = await client
    .getBlobClient(name)
    .download(from)
    .catch((error: unknown) => {
      // Nothing after the offset.
      if (isRestError(error) && error.statusCode === 416) return undefined
      throw error
    })
  if (!answer) return { bytes: Buffer.alloc(0), etag: '' }
  const stream = answer.readableStreamBody
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream ?? []) {
    const bytes = Buffer.from(part)
    size += bytes.length
    if (size > most) throw new ContainerRefused('other', `> ${most} B`)
    parts.push(bytes)
  }
  return { bytes: Buffer.concat(parts), etag: plain(answer.etag) }
}
