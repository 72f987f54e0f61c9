import { setMaxListeners } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { readManaged } from '../../services/managed/read.ts'
import { TimeIsOver } from './at-once.ts'
import { cutShort, failed, run } from './run.ts'

/*
 * `cmk-wizard`: checks from a terminal or a pipeline. It only reads.
 */

const INTERRUPTED = 130
const UNREAD = 3

const argv = process.argv.slice(2)
const interrupting = new AbortController()
// Each request under way listens to it.
setMaxListeners(0, interrupting.signal)

// A reader such as `| head` closes the pipe early. That is no error, and what was found still decides the exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') void fail(error)
})
// Without anyone who reads the progress, the results still count.
process.stderr.on('error', () => undefined)

/** Node would end with 1, which says that something was found. */
async function fail(error: unknown): Promise<void> {
  process.stderr.write(`${await failed(argv, process.env, error)}\n`, () => process.exit(UNREAD))
}

/** Asks the person at this terminal. */
async function confirm(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asking.question(question, { signal: interrupting.signal })).trim().toLowerCase() === 'yes'
  } finally {
    asking.close()
  }
}

// The first Ctrl+C ends what is under way, the second one everything.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupting.abort(new Error(signal)))

try {
  process.exitCode = await run(argv, {
    variables: process.env,
    out: process.stdout,
    err: process.stderr,
    now: Date.now,
    signal: interrupting.signal,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm } : {}),
    endIn: (milliseconds) => void setTimeout(() => interrupting.abort(new TimeIsOver()), milliseconds).unref(),
    managed: () => readManaged({ platform: process.platform, systemRoot: process.env['SystemRoot'] }),
  })
} catch (error) {
  if (!interrupting.signal.aborted) await fail(error)
  else {
    const isTime = interrupting.signal.reason instanceof TimeIsOver
    process.stderr.write(`${await cutShort(argv, process.env, isTime ? 'timed-out' : 'canceled')}\n`)
    process.exitCode = isTime ? UNREAD : INTERRUPTED
  }
}
// After an interruption nothing is waited for: what was asked of a service changes nothing.
if (interrupting.signal.aborted) process.stdout.write('', () => process.exit())
