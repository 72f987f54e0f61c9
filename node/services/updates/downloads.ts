import { createWriteStream } from 'node:fs'
import type { Agent, IncomingMessage } from 'node:http'
import type { RequestOptions } from 'node:https'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  CancellationError,
  configureRequestUrl,
  DigestTransform,
  type DownloadOptions,
  ProgressCallbackTransform,
} from 'builder-util-runtime'
import type { ReleasePackage, UpdateRefusal } from '#machines/updates/update.ts'
import { startRequest } from './transport.ts'

export class DownloadRefused extends Error {
  override readonly name = 'DownloadRefused'
  constructor(readonly refused: UpdateRefusal) {
    super(refused)
  }
}

/** Silence after which a server counts as unreachable. */
const SILENT_FOR_MS = 60_000

/**
 * electron-updater's downloads over the app's own route instead of Chromium's: same proxies and authorities, no
 * redirects, at most the signed size. Files are always closed, because Windows can't remove open ones.
 */
export class Downloads {
  readonly #agent: Agent | undefined
  readonly #size: number

  constructor(agent: Agent | undefined, { size }: Pick<ReleasePackage, 'size'>) {
    this.#agent = agent
    this.#size = size
  }

  /** Called by electron-updater. @returns the destination @throws if it isn't complete as signed */
  async download(url: URL, destination: string, { headers, sha512, cancellationToken, onProgress }: DownloadOptions): Promise<string> {
    const wanted: RequestOptions = { ...(headers ? { headers } : {}), ...(this.#agent ? { agent: this.#agent } : {}) }
    configureRequestUrl(url, wanted)
    const canceling = new AbortController()
    cancellationToken.once('cancel', () => canceling.abort())
    const { signal } = canceling
    try {
      const response = await answerTo({ ...wanted, signal })
      const progress = onProgress ? [new ProgressCallbackTransform(this.#size, cancellationToken, onProgress)] : []
      const digest = sha512 ? [new DigestTransform(sha512, 'sha512', 'base64')] : []
      await toFile([response, upTo(this.#size), ...progress, ...digest], destination, signal)
    } catch (error) {
      if (cancellationToken.cancelled) throw new CancellationError()
      throw error
    }
    return destination
  }
}

const answerTo = (wanted: RequestOptions): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = startRequest(wanted, (response) => {
      if (response.statusCode === 200) return resolve(response)
      response.destroy()
      reject(new DownloadRefused('unreachable'))
    })
    request.on('error', reject)
    request.setTimeout(SILENT_FOR_MS, () => request.destroy(new DownloadRefused('unreachable')))
    request.end()
  })

function upTo(size: number): Transform {
  let length = 0
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      length += part.length
      if (length > size) done(new DownloadRefused('hash'))
      else done(null, part)
    },
  })
}

/** Settles once the file is closed. */
async function toFile(streams: readonly (IncomingMessage | Transform)[], destination: string, signal: AbortSignal): Promise<void> {
  const file = createWriteStream(destination)
  const closed = new Promise<void>((resolve) => file.once('close', resolve))
  try {
    await pipeline([...streams, file], { signal })
  } finally {
    await closed
  }
}

export function refusalOf(error: unknown): UpdateRefusal {
  if (error instanceof DownloadRefused) return error.refused
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unreachable'
  return code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE' ? 'hash' : 'incomplete'
}
