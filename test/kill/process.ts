import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Asked, type Order, type Said, said } from './walk.ts'

/** Most of what is collected lives for as long as the process: it is not moved about. And it lives too briefly to earn back optimized code. */
const FLAGS = ['--max-semi-space-size=64', '--no-opt']

/** Windows has no signals: a process that kills itself ends so, and one with an error ends with `FAILED`. */
const KILLED_BY_ITSELF = process.platform === 'win32' ? 1 : undefined

/** The wizard in a separate process, which makes one walk after the other. */
export interface Running {
  /** Begins a walk, after the one before was closed. */
  begin(asked: Order): Walking
  kill(): void
  /** Lets it end by itself. Resolves with what ended it. */
  end(): Promise<string>
  /** Resolves when the process is gone, with what ended it. */
  readonly gone: Promise<string>
  readonly processId: number
}

export interface Walking {
  /** Output so far. */
  readonly lines: readonly Said[]
  /** Resolves with the first line of this kind, or with nothing when the process is gone without one. */
  until(say: Said['say']): Promise<Said | undefined>
  /** Lets it close what is open: it says when it has. */
  stop(): void
  readonly process: Running
}

interface Hearing {
  readonly lines: Said[]
  readonly waiting: { readonly say: string; readonly hear: (line: Said | undefined) => void }[]
}

/** @param file this program's own file, which also starts what is killed */
export function run(file: string): Running {
  const child: ChildProcess = spawn(process.execPath, [...FLAGS, file, 'wizard'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const { stdin, stdout, pid } = child
  if (!stdin || !stdout || pid === undefined) throw new Error('The wizard’s process could not be started.')
  let current: Hearing = { lines: [], waiting: [] }
  createInterface({ input: stdout }).on('line', (text) => {
    const line = said.parse(JSON.parse(text))
    current.lines.push(line)
    for (const each of current.waiting.filter(({ say }) => say === line.say)) each.hear(line)
  })
  // Gone before it has read: how it ended says so.
  stdin.on('error', () => undefined)
  const ask = (asked: Asked): void => void stdin.write(`${JSON.stringify(asked)}\n`)
  let isGone = false
  const gone = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      isGone = true
      for (const { hear } of current.waiting) hear(undefined)
      resolve(signal ?? (code === KILLED_BY_ITSELF ? 'SIGKILL' : String(code)))
    })
  })
  const running: Running = {
    begin(asked) {
      const { lines, waiting }: Hearing = { lines: [], waiting: [] }
      current = { lines, waiting }
      ask(asked)
      return {
        lines,
        until: (say) =>
          new Promise((hear) => {
            const known = lines.find((line) => line.say === say)
            if (known || isGone) hear(known)
            else waiting.push({ say, hear })
          }),
        stop: () => ask('stop'),
        process: running,
      }
    },
    kill: () => void child.kill('SIGKILL'),
    end() {
      stdin.end()
      return gone
    },
    gone,
    processId: pid,
  }
  return running
}
