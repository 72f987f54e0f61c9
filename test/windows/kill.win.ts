import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { repositoryRoot } from '../../tools/location.mjs'

/** Of about 550 kills: a dozen each, from all over the walks. */
const SHARES = 36
/** No share is begun after that. */
const TWO_MINUTES = 120_000

const told = z.looseObject({ case: z.optional(z.looseObject({ name: z.string(), wrong: z.array(z.string()) })) })

/** As test/long/main.mjs asks its shares. */
function ask(asked: Readonly<Record<string, unknown>>, input = ''): string {
  const program = path.join(repositoryRoot, 'out', 'kill', 'index.js')
  const words = [program, JSON.stringify({ shares: SHARES, seed: 1, runs: SHARES, ...asked })]
  const ended = spawnSync(process.execPath, words, { encoding: 'utf8', cwd: tmpdir(), input, maxBuffer: 256 * 1024 * 1024 })
  expect(ended.status, ended.stderr).toBe(0)
  return ended.stdout
}

it('the wizard, killed at changes of files and at requests, continues and writes nothing twice', { timeout: 600_000 }, () => {
  const undisturbed = ask({ share: 0, isFirst: true })
  const began = performance.now()
  for (let share = 0; share < SHARES && performance.now() - began < TWO_MINUTES; share++) {
    const cases = ask({ share }, undisturbed)
      .split('\n')
      .flatMap((line) => (line === '' ? [] : (told.parse(JSON.parse(line)).case ?? [])))
    expect(cases.length).toBeGreaterThan(8)
    expect(cases.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  }
})
