import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { CLOUDS, type Cloud } from '#machines/cloud/cloud.ts'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'

/** The commercial cloud with every service at one address on this machine. */
export function cloudAt(origin: string): Cloud {
  const { commercial } = CLOUDS
  return {
    ...commercial,
    resourceManager: origin,
    powerPlatform: { ...commercial.powerPlatform, url: origin },
    keyVault: { ...commercial.keyVault, verifyChallenge: false },
  }
}

export interface Loopback {
  readonly origin: string
  /** The authority to trust, as PEM. */
  readonly ca: string
  close(): Promise<void>
}

/** Made once: drawing keys takes longer than most requests. */
const { authority, certificate, key } = createLoopbackCertificates(Date.now())

/** An HTTPS server on loopback, for what only a real connection can show. */
export async function loopback(listener: RequestListener): Promise<Loopback> {
  const server = createServer({ cert: certificate, key }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  return {
    origin: `https://localhost:${address.port}`,
    ca: authority,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
