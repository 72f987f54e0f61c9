import { createHash, randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { signed } from '../../../../tools/sign-update.mjs'
import { ownKey, payload } from './signing.ts'

/** As large as a small package, so that a download has a middle. */
const SIZE = 3 * 1024 * 1024

/** A file with the size and the hash that are signed. */
export const packageBytes = randomBytes(SIZE)
export const packageOf = (kind: 'deb' | 'rpm' | 'AppImage', bytes = packageBytes) => ({
  kind,
  arch: 'x64' as const,
  file: `wizard-1.1.0-x64.${kind}`,
  size: bytes.length,
  sha512: createHash('sha512').update(bytes).digest('base64'),
})

type Answer = (response: ServerResponse) => void

/** A server of releases on this computer. A test changes what it answers. */
export async function releaseServer() {
  const asked: string[] = []
  const answers: Record<string, Answer> = {}
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    asked.push(name)
    const answer = answers[name]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(stop)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    feed: new URL(`http://127.0.0.1:${address.port}/`),
    asked,
    stop,
    answer: (name: string, answer: Answer | string | Buffer) => {
      answers[name] = typeof answer === 'function' ? answer : (response) => response.end(answer)
    },
    /** Offers a version, signed with the publisher's key. */
    offer: (change: Parameters<typeof payload>[0] = {}, key = ownKey) => {
      answers['stable.json'] = (response) => response.end(signed(payload({ packages: [packageOf('deb')], ...change }), key))
    },
  }
}
