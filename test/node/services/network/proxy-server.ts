import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ProxyServer {
  readonly address: string
  /** Requests, such as `CONNECT localhost:1234`, with their credentials. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[]
}

/**
 * A proxy that lets https through (`CONNECT`), until the test ends.
 * @param answer a status to refuse with; nothing to let the request through
 */
export async function proxyServer(
  answer: (authorization: string | undefined) => number | undefined = () => undefined,
): Promise<ProxyServer> {
  const asked: ProxyServer['asked'] = []
  const sockets = new Set<Socket>()
  const server = createServer()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', (request, socket) => {
    const authorization = request.headers['proxy-authorization']
    asked.push({ target: request.url ?? '', authorization })
    const refused = answer(authorization)
    if (refused !== undefined) {
      socket.end(`HTTP/1.1 ${refused} Refused\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const target = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    sockets.add(target)
    target.on('error', () => socket.destroy())
    socket.on('error', () => target.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.')
  return { address: `http://localhost:${address.port}`, asked }
}
