import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { fetchMetadata } from '#node/services/updates/feed.ts'

it('update information that comes byte by byte is given up, though a byte is always there in time', async () => {
  const server = createServer((_request, response) => {
    const drip = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(drip))
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  const asked = fetchMetadata(new URL(`http://127.0.0.1:${address.port}/`), 'stable', async () => undefined, 100)
  await expect(asked).rejects.toThrow('didn’t answer in time')
}, 5_000)
