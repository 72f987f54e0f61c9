import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'
import { testFolder } from '../folder.ts'

/** A built program, run as a person does: each walk of a scenario is also made inside of a test, by test/node/cli/demo/scenarios.test.ts. */
const run = (program: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [path.join(repositoryRoot, 'out', program, 'index.js'), ...words], { encoding: 'utf8', cwd: tmpdir() })

describe('the demo on Windows', () => {
  it('runs for a user whose name has a space and letters beyond ASCII', () => {
    expect(process.platform).toBe('win32')
    expect(homedir()).toMatch(/^C:\\users\\Jürgen Müßig 太郎$/)
    expect(tmpdir().startsWith(homedir())).toBe(true)
  })

  it.each(['ready-to-enable', 'vault-without-purge-protection'])('walks %s to the end that it promises', (name) => {
    const { status, stdout, stderr } = run('demo', '--scenario', name)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('PRACTICE TENANT')
  })

  it('writes a report beside the user’s files, which verifies there', () => {
    const file = path.join(testFolder(), 'Bericht über CMK 太郎.html')
    expect(run('demo', '--scenario', 'already-encrypted', '--report', file).status).toBe(0)
    expect(run('cmk-wizard', 'verify', file).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('contoso-prod')
  })
})
