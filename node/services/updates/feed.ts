import type { Channel } from '#machines/updates/update.ts'
import { startRequest, type Transport } from './transport.ts'

/** In bytes; some hundred per package. */
const LARGEST = 128 * 1024
const ANSWER_WITHIN_MS = 30_000

/** Signed metadata of a channel. No redirects. @param within milliseconds until all of it is here @throws without a complete answer */
export async function fetchMetadata(feed: URL, channel: Channel, transport: Transport, within = ANSWER_WITHIN_MS): Promise<string> {
  const url = new URL(`${channel}.json`, feed)
  const agent = await transport(url)
  return new Promise((resolve, reject) => {
    const options = { protocol: url.protocol, hostname: url.hostname, port: url.port, path: url.pathname, ...(agent ? { agent } : {}) }
    const request = startRequest({ ...options, headers: { 'cache-control': 'no-cache' } }, (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('error', reject)
      if (response.statusCode !== 200) return request.destroy(new Error(`The update server answered ${response.statusCode}.`))
      response.on('data', (part: Buffer) => {
        length += part.length
        parts.push(part)
        if (length > LARGEST) request.destroy(new Error('The update information is too long.'))
      })
      response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    })
    // Not the socket's own limit, which begins anew with each byte.
    const late = setTimeout(() => request.destroy(new Error('The update server didn’t answer in time.')), within)
    request.on('close', () => clearTimeout(late))
    request.on('error', reject)
    request.end()
  })
}
