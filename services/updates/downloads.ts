import type { Agent, IncomingMessage } from 'node:http'
import type { RequestOptions } from 'node:https'
import { configureRequestUrl, type DownloadOptions, HttpExecutor } from 'builder-util-runtime'
import type { ReleasePackage, UpdateRefusal } from '../../machines/updates/update.ts'
import { startRequest } from './transport.ts'

/** Why a download ended without the package. */
export class DownloadRefused extends Error {
  override readonly name = 'DownloadRefused'
  constructor(readonly refused: UpdateRefusal) {
    super(refused)
  }
}

/**
 * The downloads of electron-updater on the app's own way out, in place of Chromium's: the same proxies and certificate authorities as for every
 * other request, no redirects, and never more than was signed.
 */
export class Downloads extends HttpExecutor<ReturnType<typeof startRequest>> {
  readonly #agent: Agent | undefined
  readonly #size: number
  #request: ReturnType<typeof startRequest> | undefined

  constructor(agent: Agent | undefined, { size }: Pick<ReleasePackage, 'size'>) {
    super()
    this.#agent = agent
    this.#size = size
  }

  override createRequest(options: RequestOptions, answered: (response: IncomingMessage) => void): ReturnType<typeof startRequest> {
    const request = startRequest({ ...options, ...(this.#agent ? { agent: this.#agent } : {}) }, (response) => {
      if (response.statusCode !== 200) return request.destroy(new DownloadRefused('unreachable'))
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > this.#size) response.destroy(new DownloadRefused('hash'))
      })
      answered(response)
    })
    this.#request = request
    return request
  }

  /** What electron-updater calls. @returns the destination @throws where not all of it is there as it was signed */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const wanted: RequestOptions = options.headers ? { headers: options.headers } : {}
    configureRequestUrl(url, wanted)
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const callback = (error: Error | null) => (error === null || error === undefined ? resolve(destination) : reject(error))
      this.doDownload(wanted, { destination, options, onCancel, callback, responseHandler: null }, 0)
      onCancel(() => this.#request?.destroy())
    })
  }
}

/** What a failed download is called. */
export function refusalOf(error: unknown): UpdateRefusal {
  if (error instanceof DownloadRefused) return error.refused
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unreachable'
  return code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE' ? 'hash' : 'incomplete'
}
