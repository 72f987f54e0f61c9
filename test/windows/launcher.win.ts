import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { endsWithTheFile, inFolder } from '../node/cli/cmk-wizard/program.ts'

endsWithTheFile()

const folder = inFolder('CMK Wizard für 太郎')
const launcher = path.join(folder, 'cmk-wizard.cmd')
const { ComSpec = '', SystemRoot = '', PATH = '' } = process.env

/** The folder as the installer lays it out. A checkout on Windows gives batch files its line breaks. */
beforeAll(() => {
  cpSync(path.join(repositoryRoot, 'assets', 'cmk-wizard'), folder, { recursive: true })
  cpSync(path.join(repositoryRoot, 'out', 'cmk-wizard'), path.join(folder, 'program'), { recursive: true })
  writeFileSync(launcher, readFileSync(launcher, 'utf8').replaceAll(/\r?\n/g, '\r\n'))
})

/** As a person types it. @param typed what follows the launcher's name */
const run = (typed: string, searched = `${path.dirname(process.execPath)};${PATH}`) =>
  spawnSync(ComSpec, ['/d', '/s', '/c', `""${launcher}" ${typed}"`], {
    encoding: 'utf8',
    cwd: inFolder(''),
    windowsVerbatimArguments: true,
    env: { SystemRoot, ComSpec, PATH: searched },
  })

describe('the launcher for Windows', () => {
  it('runs the program from a folder with spaces and letters beyond ASCII, and hands its words and its exit code on', () => {
    const helped = run('help check')
    expect({ status: helped.status, stderr: helped.stderr }).toEqual({ status: 0, stderr: '' })
    expect(helped.stdout).toContain('cmk-wizard check [OPTION…]')
    const refused = run('check --tenant "a name with spaces" "--bad option"')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    // Quoted words arrive as one each: the fourth is the first that isn’t taken.
    expect(refused.stderr).toContain('Argument 4 isn’t part of check.')
  })

  it('writes a script where it is told to, by a name with spaces', () => {
    expect(run('plan --practice ready-to-enable --script powershell > "der Plan.ps1"').status).toBe(1)
    expect(readFileSync(inFolder('der Plan.ps1'), 'utf8')).toContain('Connect-AzAccount')
  })

  it('says what it needs where there is no Node.js', () => {
    const missing = run('help', path.join(SystemRoot, 'System32'))
    expect([missing.status, missing.stdout]).toEqual([2, ''])
    expect(missing.stderr).toContain('cmk-wizard needs Node.js 20.19 or newer')
  })
})
