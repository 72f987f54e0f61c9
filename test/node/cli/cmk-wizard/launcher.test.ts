import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../../../tools/location.mjs'
import { buildProgram, endsWithTheFile, inFolder } from './program.ts'

endsWithTheFile()

const launcher = inFolder('package/cmk-wizard')
const linked = inFolder('linked')

/** The folder as a package has it, reached by a link. */
beforeAll(() => {
  buildProgram()
  cpSync(path.join(repositoryRoot, 'assets', 'cmk-wizard'), inFolder('package'), { recursive: true })
  cpSync(path.join(repositoryRoot, 'out', 'cmk-wizard'), inFolder('package/program'), { recursive: true })
  symlinkSync(launcher, linked)
}, 120_000)

const run = (PATH: string, ...words: readonly string[]) =>
  spawnSync('/bin/sh', [linked, ...words], { encoding: 'utf8', env: { PATH, LANG: 'en_US.UTF-8', HOME: inFolder('') } })

describe('the launcher of a package', { skip: process.platform === 'win32' }, () => {
  it('runs the program, and hands its words and its exit code on', () => {
    const { PATH = '' } = process.env
    expect(run(PATH, 'help', 'check').stdout).toContain('cmk-wizard check [OPTION…]')
    const refused = run(PATH, 'check', '--tenant', 'a "quoted" name; $(id)', '--bad option')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
  })

  it('says what it needs where there is no Node.js', () => {
    const missing = run('/nowhere', 'help')
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toContain('cmk-wizard needs Node.js 20.19 or newer')
  })

  it('ends with 3 where it is given no place for its results: Node.js would write them nowhere, and end with 0', () => {
    const closed = spawnSync('/bin/sh', ['-c', '"$0" schema >&-', linked], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } })
    expect([closed.status, closed.stderr]).toEqual([3, 'cmk-wizard can’t write its results: standard output is closed.\n'])
  })

  it('has Windows’ line breaks in the file for Windows, when it is checked out', () => {
    expect(readFileSync(path.join(repositoryRoot, '.gitattributes'), 'utf8')).toContain('*.cmd text eol=crlf')
  })
})
