import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { repositoryRoot } from '../../tools/location.mjs'
import { runNpm } from '../../tools/npm.mjs'

/*
 * The archive that `npm run package -- --cli` makes, installed by npm on Windows without a network. It's made where the tests are bundled.
 */

const { CMK_WIZARD_ARCHIVE = '', ComSpec = '', SystemRoot = '', PATH = '' } = process.env
const project = path.join(tmpdir(), 'ein leerer Ordner 太郎')
const linked = path.join(project, 'node_modules', '.bin', 'cmk-wizard.cmd')
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')))

beforeAll(() => {
  mkdirSync(project)
  const alone = ['--offline', '--registry=http://127.0.0.1:9', `--cache=${path.join(tmpdir(), 'cache')}`, '--no-audit', '--no-fund']
  runNpm(['install', CMK_WIZARD_ARCHIVE, ...alone], { folder: project, capture: true })
}, 180_000)

const run = (typed: string) =>
  spawnSync(ComSpec, ['/d', '/s', '/c', `""${linked}" ${typed}"`], {
    encoding: 'utf8',
    cwd: project,
    windowsVerbatimArguments: true,
    env: { SystemRoot, ComSpec, PATH: `${path.dirname(process.execPath)};${PATH}` },
  })

describe('the package of the command line, installed on Windows', () => {
  it('says its version', () => {
    const { status, stdout, stderr } = run('--version')
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('checks the practice tenant', () => {
    const { status, stdout } = run('check --practice ready-to-enable --json')
    const { exitCode, verb } = z.looseObject({ exitCode: z.int(), verb: z.string() }).parse(JSON.parse(stdout))
    expect({ verb, exitCode }).toEqual({ verb: 'check', exitCode: status })
  })
})
