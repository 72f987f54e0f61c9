import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { answers, findingsOf, problemsOf } from '../../tools/electronegativity.mjs'

/** Writes its findings as Electronegativity 1.10.3 does, each format as unluckily as it can: a CSV's heading is written last, over its first rows. */
const PROGRAM = `const { appendFileSync, openSync, writeFileSync, writeSync } = require('node:fs')
const output = process.argv[process.argv.indexOf('-o') + 1]
const source = process.argv.includes('-r') ? '' : process.argv[process.argv.indexOf('-i') + 1] + '/'
const found = ${JSON.stringify(Object.keys(answers))}.map((each) => each.split(' '))
if (output.endsWith('.csv')) {
  const heading = openSync(output, 'w')
  for (const [check, file] of found)
    appendFileSync(output, check + ',"MEDIUM","FIRM","' + (file === 'N/A' ? file : source + file) + '","1:1",N/A,"Why",https://example.org\\n')
  writeSync(heading, 'issue, severity, confidence, filename, location, sample, description, url\\n')
} else {
  const results = found.map(([ruleId, file]) => ({
    ruleId,
    locations: [{ physicalLocation: { artifactLocation: { uri: file === 'N/A' ? 'file:///' : source + file } } }],
  }))
  writeFileSync(output, JSON.stringify({ runs: [{ results }] }))
}
`

/** Runs the check with another program in place of npx. */
function run(program: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'electronegativity-test-'))
  try {
    writeFileSync(path.join(folder, 'npx'), `#!/usr/bin/env node\n${program}`, { mode: 0o755 })
    const PATH = `${folder}${path.delimiter}${process.env['PATH']}`
    const options = { encoding: 'utf8', env: { ...process.env, PATH } } as const
    const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/electronegativity.mjs'], options)
    return { stdout, stderr, status }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(process.platform === 'win32')('the check', () => {
  it('misses no finding, however late the program writes a part of its file', () => {
    const stdout = `Electronegativity: ${Object.keys(answers).length} findings, 0 problems.\n`
    expect(run(PROGRAM)).toEqual({ stdout, stderr: '', status: 0 })
  })

  it('is skipped where the program cannot be fetched, and fails where it ends without findings', () => {
    const skipped = 'Electronegativity skipped: it cannot be fetched here. npm error network\n'
    expect(run("console.error('npm error network')")).toEqual({ stdout: skipped, stderr: '', status: 0 })
    const failed = 'Electronegativity wrote no findings. TypeError: no such thing\n'
    expect(run("console.error('TypeError: no such thing')")).toEqual({ stdout: '', stderr: failed, status: 1 })
  })
})

it('reads each check and file once', () => {
  const at = (ruleId: string, uri: string) => ({ ruleId, locations: [{ physicalLocation: { artifactLocation: { uri } } }] })
  const results = [at('CSP', 'file:///'), at('AUXCLICK', 'electron\\main.ts'), at('AUXCLICK', 'electron/main.ts')]
  expect(findingsOf(JSON.stringify({ runs: [{ results }] }))).toEqual(['CSP N/A', 'AUXCLICK electron/main.ts'])
})

it('names a finding without an answer, and an answer without a finding', () => {
  expect(problemsOf(['A x', 'B y'], { 'A x': 'because' })).toEqual(['B y: no answer'])
  expect(problemsOf(['A x'], { 'A x': 'because', 'B y': 'because' })).toEqual(['B y: answered and not found any more'])
})

it('has a reason for each answer', () => {
  for (const why of Object.values(answers)) expect(why.length).toBeGreaterThan(20)
})
