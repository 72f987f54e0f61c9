import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { tools } from '../../tools/by-name.mjs'
import { checks } from '../../tools/check.mjs'

/** In place of npm: notes what it's asked for, and does what the test says of that script. */
const NPM = `#!/usr/bin/env bash
words="$*"
printf '%s\\n' "$words" >>"$CALLS"
read -ra asked <<<"\${words#run --silent }"
script=\${asked[0]}
[[ \${asked[1]} == -- && \${asked[2]} != -* ]] && script+=-\${asked[2]}
[[ $words == test* ]] && script=test
if [[ -e $SAID/$script ]]; then . "$SAID/$script"; elif [[ $script == test ]]; then printf '7 passed, 0 failed\\n'; else printf '1 passed\\n'; fi
`

/** Runs a copy of `.ci/run` where each script does what is said of it, in words of a shell, or else passes. */
function run(said: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ci-'))
  try {
    for (const each of ['bin', 'said', '.ci', 'tools']) mkdirSync(path.join(folder, each))
    cpSync('.ci/run', path.join(folder, '.ci/run'))
    writeFileSync(path.join(folder, 'bin/npm'), NPM, { mode: 0o755 })
    // The second try of an installation comes at once.
    writeFileSync(path.join(folder, 'bin/sleep'), '#!/bin/sh\n', { mode: 0o755 })
    // There is an Electron.
    writeFileSync(path.join(folder, 'tools/electron.mjs'), '')
    for (const [script, words] of Object.entries(said)) writeFileSync(path.join(folder, 'said', script), words)
    const calls = path.join(folder, 'calls')
    const PATH = `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH']}`
    const env = { ...process.env, PATH, CALLS: calls, SAID: path.join(folder, 'said') }
    const { stdout, status } = spawnSync(path.join(folder, '.ci/run'), { encoding: 'utf8', env })
    const lines = stdout.trimEnd().split('\n')
    return { status, stdout, last: lines.at(-1), failed: lines.at(-2), calls: readFileSync(calls, 'utf8').trimEnd().split('\n') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const FAILED = 'Failed besides the tests: '

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  it('runs each check, test and measurement that there is, and the tests last, whose line it ends with', () => {
    const { status, last, calls } = run()
    expect({ status, last }).toEqual({ status: 0, last: '7 passed, 0 failed' })
    expect(calls.at(-1)).toMatch(/^test\b/)
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
    // Suites of npm test.
    const usual = ['test:unit', 'test:integration', 'test:journeys']
    const tests = Object.keys(scripts).filter((name) => name.startsWith('test:') && !usual.includes(name))
    // It writes a page, which a test holds against the machines.
    const apart = checks.filter(({ name, byNameAlone }) => byNameAlone && name !== 'statechart').map(({ name }) => `check -- ${name}`)
    const wanted = [...tests, ...Object.keys(tools.bench).map((name) => `bench -- ${name}`), 'check', ...apart]
    const asked = calls.map((words) => `${words.replace('run --silent ', '')} `)
    expect(wanted.filter((each) => !asked.some((words) => words.startsWith(`${each} `)))).toEqual([])
  })

  it.each([
    ['a part that fails', { 'test:soak': 'exit 1' }, 'four days of waiting'],
    ['one of several in one part', { 'test:scripts': 'exit 1' }, /^packages for Linux, exported scripts/],
    ['a measurement that breaks', { 'bench-customers': 'echo "kept 3 ms"; exit 1' }, 'list of customers'],
    ['a measurement without figures', { 'bench-preflight': 'echo measured' }, 'full read of all steps'],
    [
      'a figure that could not be measured',
      { 'bench-startup': 'echo \'{ "deltaMs": 3, "pssDeltaMb": null }\'' },
      'start against a bare window',
    ],
  ])('fails for %s, and runs the others', (_what, said, name) => {
    const { status, failed, last, calls } = run(said)
    expect({ status, last, calls: calls.length }).toEqual({ status: 1, last: '7 passed, 0 failed', calls: run().calls.length })
    expect(failed?.startsWith(FAILED)).toBe(true)
    expect(failed?.slice(FAILED.length)).toMatch(name)
  })

  it('shows a missed budget, and does not fail for it', () => {
    const { status, stdout } = run({ 'bench-transition': 'echo "3 transitions; missed: saved p95 over 5 ms"' })
    expect(status).toBe(0)
    expect(stdout).toContain('missed: saved p95')
  })

  it('fails where the tests fail', () => {
    const { status, last } = run({ test: 'echo "6 passed, 1 failed"; exit 1' })
    expect({ status, last }).toEqual({ status: 1, last: '6 passed, 1 failed' })
  })

  it('ends at once where nothing can be installed', () => {
    const { status, last, calls } = run({ ci: 'exit 1' })
    expect({ status, last, calls }).toEqual({
      status: 1,
      last: '0 passed, 1 failed',
      calls: ['ci --loglevel=error', 'ci --loglevel=error'],
    })
  })
})
