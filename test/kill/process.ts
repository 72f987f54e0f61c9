import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Order, type Said, said } from './walk.ts'

/** Most of what is collected lives for as long as the process: it is not moved about. */
const FLAGS = ['--max-semi-space-size=64']

/** The wizard in a separate process. */
export interface Running {
  /** What it said until now. */
  readonly lines: readonly Said[]
  /** Resolves with the first line of this kind, or with nothing when the process is gone without one. */
  until(say: Said['say']): Promise<Said | undefined>
  kill(): void
  /** Lets it close what is open. */
  stop(): void
  /** Resolves when the process is gone, with what ended it. */
  readonly gone: Promise<string>
  readonly processId: number
}

/** @param file this program's own file, which also holds what is killed */
export function run(file: string, asked: Order): Running {
  const child: ChildProcess = spawn(process.execPath, [...FLAGS, file, 'wizard', JSON.stringify(asked)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { stdin, stdout, pid } = child
  if (!stdin || !stdout || pid === undefined) throw new Error('The wizard’s process could not be started.')
  const lines: Said[] = []
  const waiting: { readonly say: string; readonly hear: (line: Said | undefined) => void }[] = []
  createInterface({ input: stdout }).on('line', (text) => {
    const line = said.parse(JSON.parse(text))
    lines.push(line)
    for (const each of waiting.filter(({ say }) => say === line.say)) each.hear(line)
  })
  stdin.on('error', () => undefined)
  const gone = new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      for (const { hear } of waiting) hear(undefined)
      resolve(signal ?? String(code))
    })
  })
  let isGone = false
  void gone.then(() => {
    isGone = true
  })
  return {
    lines,
    until: (say) =>
      new Promise((hear) => {
        const known = lines.find((line) => line.say === say)
        if (known || isGone) hear(known)
        else waiting.push({ say, hear })
      }),
    kill: () => void child.kill('SIGKILL'),
    stop: () => void stdin.end(),
    gone,
    processId: pid,
  }
}
