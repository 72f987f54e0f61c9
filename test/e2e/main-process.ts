import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { repositoryRoot } from '../../tools/location.mjs'

const answer = z.object({ id: z.number(), value: z.unknown().optional(), failure: z.string().optional() })

type Answer = z.infer<typeof answer>

/** Electron's modules in the main process, as `import * as electron` there. */
type Main = typeof import('electron')

/**
 * The main process, in which a test runs its own functions.
 *
 * Not Playwright's `evaluate`: it has V8's inspector wait for a promise that the inspector itself holds weakly. Whatever the function
 * gives, a garbage collection before the answer ends it with "Resulting promise was garbage collected". Here nothing is
 * waited for that could be collected: the outcome is written to a socket.
 */
export class MainProcess {
  /** Modules that Electron loads before the app, and its environment variables. */
  readonly start: { readonly required: readonly string[]; readonly variables: Readonly<Record<string, string>> }
  readonly #server: Server
  readonly #connected: Promise<Socket>
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #asked = 0
  #ended = false

  private constructor(server: Server, address: string) {
    this.#server = server
    this.start = {
      required: [path.join(repositoryRoot, 'test', 'e2e', 'in-main.cjs')],
      variables: { CMK_WIZARD_TEST_CHANNEL: address },
    }
    this.#connected = new Promise((resolve) => {
      server.once('connection', (socket) => {
        this.#hear(socket)
        resolve(socket)
      })
    })
  }

  /** Listens for a main process that is started with `start`. The caller stops it with `stop`. */
  static async listen(): Promise<MainProcess> {
    const name = `wizard-${randomUUID()}`
    const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), name)
    const server = createServer()
    server.listen(address)
    await once(server, 'listening')
    return new MainProcess(server, address)
  }

  /**
   * Runs a function there and gives what it gives, as JSON carries it.
   * @param run gets Electron and the argument, and nothing else: its text is sent
   */
  evaluate<Result>(run: (electron: Main) => Result): Promise<Awaited<Result>>
  evaluate<Result, Argument>(run: (electron: Main, argument: Argument) => Result, argument: Argument): Promise<Awaited<Result>>
  async evaluate<Result, Argument>(run: (electron: Main, argument: Argument) => Result, argument?: Argument): Promise<Awaited<Result>> {
    const socket = await this.#connected
    const id = this.#asked++
    const { value, failure } = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve)
      if (this.#ended) this.#end()
      else socket.write(`${JSON.stringify({ id, code: String(run), argument })}\n`)
    })
    if (failure !== undefined) throw new Error(`In the main process: ${failure}`)
    // The function's own type says what it gives; its author makes sure that it is JSON.
    return value as Awaited<Result>
  }

  stop(): void {
    this.#server.close()
  }

  #hear(socket: Socket): void {
    // A process that was killed resets its sockets; the `close` that follows says all there is to say.
    socket.on('error', () => undefined).once('close', () => this.#end())
    createInterface({ input: socket }).on('line', (line) => {
      const heard = answer.parse(JSON.parse(line))
      const settle = this.#waiting.get(heard.id)
      this.#waiting.delete(heard.id)
      settle?.(heard)
    })
  }

  #end(): void {
    this.#ended = true
    for (const [id, settle] of this.#waiting) settle({ id, value: undefined, failure: 'it ended before it answered.' })
    this.#waiting.clear()
  }
}
