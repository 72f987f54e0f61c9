import { readManaged } from '../../services/managed/read.ts'
import { canceled, failed, run } from './run.ts'

/*
 * `cmk-wizard`: checks from a terminal or a pipeline. It only reads.
 */

const INTERRUPTED = 130
const UNREAD = 3

const argv = process.argv.slice(2)
const interrupting = new AbortController()

// A reader such as `| head` closes the pipe early. That isn't an error, and nothing more is to be done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  void fail(error)
})
// Without anyone who reads the progress, the results still count.
process.stderr.on('error', () => undefined)

/** Node would end with 1, which says that something was found. */
async function fail(error: unknown): Promise<void> {
  process.stderr.write(`${await failed(argv, process.env, error)}\n`, () => process.exit(UNREAD))
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
    managed: () => readManaged({ platform: process.platform, systemRoot: process.env['SystemRoot'] }),
  })
} catch (error) {
  if (!interrupting.signal.aborted) await fail(error)
  else {
    process.stderr.write(`${await canceled(argv, process.env)}\n`)
    process.exitCode = INTERRUPTED
  }
}
// After an interruption nothing is waited for: what was asked of a service changes nothing.
if (interrupting.signal.aborted) process.exit()
