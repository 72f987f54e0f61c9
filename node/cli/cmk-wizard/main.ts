import { setMaxListeners } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { readManaged } from '../../services/managed/read.ts'
import { leftOut } from '../../services/network/left-out.ts'
import { weakeningSwitches } from '../../services/network/node-switches.ts'
import { TimeIsOver } from './at-once.ts'
import { cutShort, failed, run } from './run.ts'

/* `cmk-wizard`: checks from a terminal or pipeline. Read-only. */

const INTERRUPTED = 130
const UNREAD = 3

const argv = process.argv.slice(2)
const interrupting = new AbortController()
// Every running request listens.
setMaxListeners(0, interrupting.signal)

// A result that no one received is no verdict. It may fail while the command still runs, or after it.
let isLost = false
process.stdout.on('error', (error) => {
  isLost = true
  process.exitCode = UNREAD
  void fail(error)
})
// Of progress that no one reads, nothing depends.
process.stderr.on('error', () => undefined)

/** Node's exit code 1 would mean a finding. */
async function fail(error: unknown): Promise<void> {
  process.stderr.write(`${await failed(argv, process.env, error)}\n`, () => process.exit(UNREAD))
}

async function confirm(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asking.question(question, { signal: interrupting.signal })).trim().toLowerCase() === 'yes'
  } finally {
    asking.close()
  }
}

// The first Ctrl+C ends the work, the second the process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupting.abort(new Error(signal)))

try {
  const exitCode = await run(argv, {
    variables: process.env,
    out: process.stdout,
    err: process.stderr,
    lost: () => {
      isLost = true
      process.exitCode = UNREAD
    },
    now: Date.now,
    signal: interrupting.signal,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm } : {}),
    endIn: (milliseconds) => void setTimeout(() => interrupting.abort(new TimeIsOver()), milliseconds).unref(),
    leftOut,
    switches: weakeningSwitches(process.execArgv, process.env['NODE_OPTIONS']),
    managed: () => readManaged({ platform: process.platform, systemRoot: process.env['SystemRoot'] }),
  })
  process.exitCode = isLost ? UNREAD : exitCode
} catch (error) {
  if (!interrupting.signal.aborted) await fail(error)
  else {
    const isTime = interrupting.signal.reason instanceof TimeIsOver
    process.stderr.write(`${await cutShort(argv, process.env, isTime ? 'timed-out' : 'canceled')}\n`)
    process.exitCode = isTime ? UNREAD : INTERRUPTED
  }
}
// After an interruption nothing is awaited: reads change nothing.
if (interrupting.signal.aborted) process.stdout.write('', () => process.exit())
