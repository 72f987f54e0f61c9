import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEFT_OUT, leftOutMessage } from '#machines/environment/left-out.ts'
import { dropDebugOutput, leaveOut } from '#node/services/network/environment.ts'
import { english } from '#test/english.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'

describe('variables that weaken connections or print what is sent', () => {
  it('are removed, and those with an effect are named', () => {
    const environment = Object.fromEntries([...LEFT_OUT, 'HTTPS_PROXY', 'NODE_EXTRA_CA_CERTS'].map((name) => [name, '0']))
    expect(leaveOut(environment)).toEqual(LEFT_OUT)
    expect(environment).toEqual({ HTTPS_PROXY: '0', NODE_EXTRA_CA_CERTS: '0' })
  })

  it('are removed in silence where they change nothing', () => {
    const environment: Record<string, string | undefined> = { NODE_TLS_REJECT_UNAUTHORIZED: '1', NODE_DEBUG: '', PATH: '/bin' }
    expect(leaveOut(environment)).toEqual([])
    expect(environment).toEqual({ PATH: '/bin' })
  })

  it.each(['command-line.md', 'user-guide.md'])('are named in %s', (name) => {
    const guide = readFileSync(path.join(repositoryRoot, 'docs', name), 'utf8')
    for (const variable of LEFT_OUT) expect(guide).toContain(`\`${variable}\``)
  })

  it('are said with what they would do', () => {
    expect(LEFT_OUT.map((name) => english.text(leftOutMessage(name)))).toEqual(
      LEFT_OUT.map((name) => expect.stringMatching(new RegExp(`^The environment variable ${name} is set\\. It (?:would|could) `))),
    )
  })
})

it('what Node.js prints for debugging is dropped, and nothing else', () => {
  const written: unknown[] = []
  const stream = { write: (...all: readonly unknown[]) => written.push(all[0]) > 0 }
  dropDebugOutput(stream, 4711)
  const others = ['HTTP 4712: another process\n', 'Reading 4711: of them\n', '4711: a port\n', Buffer.from('HTTP 4711: bytes\n')]
  for (const each of ['HTTP 4711: call onSocket\n', 'STREAM_WRAP \u001b[33m4711\u001b[39m: {}\n', ...others]) stream.write(each)
  expect(written).toEqual(others.slice(0, 1).concat(others.slice(2)))
})
