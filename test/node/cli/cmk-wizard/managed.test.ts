import { describe, expect, it, vi } from 'vitest'
import type { Managed, ManagedSettings } from '#machines/managed/settings.ts'
import { acceptJson } from '#node/services/managed/accept.ts'
import { command } from './in-process.ts'

async function commandUnder(managed: Managed, ...words: readonly string[]) {
  const read = vi.fn(async () => managed)
  const ended = await command(words, { variables: { LANG: 'en_US.UTF-8', AZURE_CLIENT_SECRET: 'x' }, managed: read })
  return { ...ended, read }
}

const settings = (given: ManagedSettings): Managed => ({ source: '/etc/policy.json', settings: given, authorities: [] })
const TARGET = ['environments', '--tenant', 'contoso.com', '--client-id', '11111111-2222-4333-8444-555555555555', '--sign-in', 'secret']

describe('a command on a computer with a policy', () => {
  it.each([
    [
      'another method',
      settings({ AllowedSignInMethods: ['managed-identity'] }),
      [],
      'AllowedSignInMethods in /etc/policy.json allows managed-identity, and not secret.',
    ],
    ['another cloud', settings({ AllowedClouds: ['gcc'] }), [], 'AllowedClouds in /etc/policy.json allows gcc, and not commercial.'],
    ['another cloud that is named', settings({ AllowedClouds: ['gcc'] }), ['--cloud', 'china'], 'and not china.'],
    ['a policy that can’t be used', acceptRefused('{"Telemetry":1}'), [], '/etc/policy.json, line 1: There’s no setting Telemetry.'],
  ])('is refused with exit code 2 for %s', async (_what, managed, more, told) => {
    const { code, out, err } = await commandUnder(managed, ...TARGET, ...more)
    expect(err).toContain(told)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('reads a practice case, whatever the policy says, and doesn’t ask for it', async () => {
    const { code, read } = await commandUnder(acceptRefused('{'), 'environments', '--practice', 'ready-to-enable')
    expect(code).toBe(0)
    expect(read).not.toHaveBeenCalled()
  })
})

function acceptRefused(text: string): Managed {
  const accepted = acceptJson('/etc/policy.json', Buffer.from(text))
  if (!('problem' in accepted)) throw new Error('It is accepted.')
  return accepted
}
