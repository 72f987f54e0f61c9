import { run } from '#node/cli/cmk-wizard/run.ts'
import type { Surroundings } from '#node/cli/cmk-wizard/running.ts'

/** Runs a command in this process: nothing is built, and no test writes where a policy is looked for. */
export async function command(words: readonly string[], wish: Partial<Surroundings> = {}) {
  const written = { out: '', err: '' }
  const to = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text
      return true
    },
  })
  const code = await run(words, {
    variables: { LANG: 'en_US.UTF-8' },
    out: to('out'),
    err: to('err'),
    now: () => 0,
    signal: new AbortController().signal,
    endIn: () => undefined,
    managed: async () => undefined,
    ...wish,
  })
  return { code, ...written }
}
