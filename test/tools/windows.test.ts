import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { testFolder } from '../folder.ts'
import { countOf, readResults } from '../windows/results.mjs'
import { windowsTests } from '../windows/tests.mjs'
import { onWindows } from '../windows/wine.mjs'

const PASSED = { name: 'a test', state: 'pass', reasons: [] }
const WHOLE = { isWhole: true }

const results = (lines: readonly unknown[], ended: string) => {
  const folder = testFolder({ results: lines.map((line) => `${JSON.stringify(line)}\n`).join('') })
  return readResults(path.join(folder, 'results'), ended, 'printed')
}
const told = (lines: readonly unknown[], ended = '0') => countOf(results(lines, ended))

describe('npm run test:windows', () => {
  it('is skipped by name, without a failure, where Wine isn’t installed', { skip: process.platform !== 'linux' }, () => {
    const { status, stdout } = spawnSync(process.execPath, ['test/windows/main.mjs'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
      env: { PATH: testFolder() },
    })
    expect(status).toBe(0)
    expect(stdout).toContain('Nothing is run on Windows here: wine, wineboot, wineserver can’t be found.')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed, 1 skipped')
  })

  it('counts what each test came to', () => {
    expect(told([PASSED, { ...PASSED, state: 'fail' }, { ...PASSED, state: 'skip' }, WHOLE])).toEqual({ passed: 1, failed: 1, skipped: 1 })
  })

  it.each<[what: string, lines: readonly unknown[], ended?: string]>([
    ['told nothing', []],
    ['ended before it had told all', [PASSED], 'SIGKILL'],
    ['ended with an error after it had', [PASSED, WHOLE], '1'],
    ['has no test', [WHOLE]],
  ])('counts a failure for a file that %s', (_what, lines, ended) => {
    expect(told(lines, ended).failed).toBe(1)
  })

  it.each<[where: string, lines: readonly unknown[]]>([
    ['before its first test', []],
    ['in or after the test “second”', [{ begun: 'first' }, { begun: 'second' }]],
  ])('says that a file that hangs does so %s', (where, lines) => {
    expect(results(lines, 'too long')).toEqual([
      { name: 'to its end', state: 'fail', reasons: [expect.stringContaining(where), 'printed'] },
    ])
  })

  it('runs files that are there, each once, and all that are only for Windows', () => {
    const files = windowsTests()
    expect(files.filter((file) => !existsSync(path.join(repositoryRoot, file)))).toEqual([])
    expect(new Set(files).size).toBe(files.length)
    expect(files).toContain('test/windows/verbs.win.ts')
    expect(files).toContain('test/node/records/engagement/store.test.ts')
  })

  it('names a file as Windows does', () => {
    expect(onWindows('/tmp/a b/c')).toBe('Z:\\tmp\\a b\\c')
  })
})
