import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

const SUCCEEDED = 0
export const NOT_ALLOWED = 2

interface SocksWish {
  /** As `user:password`; absent, anyone may pass. */
  readonly credentials?: string
  /** The reply to a request (RFC 1928, section 6). */
  readonly reply?: number
}

/** A SOCKS5 proxy (RFC 1928, with the user name and password of RFC 1929) on this computer, until the test ends. */
export async function socksServer({ credentials, reply = SUCCEEDED }: SocksWish = {}) {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(async (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    const read = () => new Promise<Buffer>((resolve) => socket.once('data', resolve))
    await read()
    socket.write(Buffer.from([5, credentials === undefined ? 0 : 2]))
    if (credentials !== undefined) {
      const given = await read()
      const user = given.subarray(2, 2 + (given[1] ?? 0)).toString()
      const password = given.subarray(3 + user.length).toString()
      socket.write(Buffer.from([1, `${user}:${password}` === credentials ? 0 : 1]))
      if (`${user}:${password}` !== credentials) return socket.end()
    }
    const request = await read()
    const name = request.subarray(5, 5 + (request[4] ?? 0)).toString()
    const port = request.readUInt16BE(request.length - 2)
    asked.push(`${request[3] === 3 ? 'name' : 'address'} ${name}:${port}`)
    socket.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]))
    if (reply !== SUCCEEDED) return socket.end()
    const target = connect(port, '127.0.0.1', () => target.pipe(socket).pipe(target))
    sockets.add(target)
    target.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.')
  return { address: `127.0.0.1:${address.port}`, asked }
}
