import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { POLICY_KEY } from '#node/services/managed/places.ts'
import { readManaged } from '#node/services/managed/read.ts'
import { endsWithTheFile, runApart, SECRET } from '../node/cli/cmk-wizard/program.ts'

endsWithTheFile()

const { SystemRoot = '' } = process.env
const read = () => readManaged({ platform: 'win32', systemRoot: SystemRoot })

/** As an administrator or a group policy does it. */
function reg(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(path.join(SystemRoot, 'System32', 'reg.exe'), words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`reg ${words.join(' ')}: ${status} ${stderr}`)
}

const set = (name: string, data: string, type = 'REG_SZ'): void =>
  reg('add', POLICY_KEY, '/v', name, '/t', type, '/d', data, '/f', '/reg:64')

afterEach(() => reg('delete', POLICY_KEY, '/f', '/reg:64'))

describe('managed settings in Windows’ registry', () => {
  it('are none where the key isn’t there', async () => {
    set('Updates', 'off')
    reg('delete', POLICY_KEY, '/f', '/reg:64')
    expect(await read()).toBeUndefined()
    reg('add', POLICY_KEY, '/f', '/reg:64')
  })

  it('are what an administrator has set', async () => {
    set('Updates', 'off')
    set('AllowedClouds', 'gcc\\0commercial', 'REG_MULTI_SZ')
    expect(await read()).toEqual({
      source: POLICY_KEY,
      settings: { Updates: 'off', AllowedClouds: ['gcc', 'commercial'] },
      authorities: [],
    })
  })

  it('that can’t be used are refused by their name', async () => {
    set('Telemetry', '1', 'REG_DWORD')
    expect(await read()).toMatchObject({ problem: expect.anything() })
  })

  it('bind the command line', async () => {
    set('AllowedClouds', 'gcc', 'REG_MULTI_SZ')
    const target = ['--tenant', 'contoso.com', '--client-id', '11111111-2222-4333-8444-555555555555', '--sign-in', 'secret']
    const { code, out, err } = await runApart(['environments', ...target], SECRET)
    expect({ code, out }, err).toEqual({ code: 2, out: '' })
    expect(err).toContain(`AllowedClouds in ${POLICY_KEY} allows gcc, and not commercial.`)
  })
})
