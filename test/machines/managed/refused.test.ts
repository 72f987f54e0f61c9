import { describe, expect, it } from 'vitest'
import { refusedByPolicy } from '#machines/managed/refused.ts'
import type { ManagedSettings } from '#machines/managed/settings.ts'
import { english } from '../../english.ts'

const FILE = '/etc/policy.json'
const told = (settings: ManagedSettings, way: 'browser' | 'secret' | 'workload-identity', cloud: string | undefined) => {
  const problem = refusedByPolicy({ source: FILE, settings, authorities: [] }, { way, cloud })
  return problem && english.text(problem.meaning)
}

describe('a sign-in', () => {
  it('is allowed where nothing is set', () => {
    expect(refusedByPolicy(undefined, { way: 'secret', cloud: undefined })).toBeUndefined()
    expect(told({}, 'workload-identity', undefined)).toBeUndefined()
  })

  it('is allowed by a method and in a cloud that are listed', () => {
    const settings = { AllowedClouds: ['gcc', 'custom'], AllowedSignInMethods: ['browser'] } as const
    expect(told(settings, 'browser', 'gcc')).toBeUndefined()
    expect(told(settings, 'browser', undefined)).toBeUndefined()
  })

  it.each([
    [
      'another method',
      { AllowedSignInMethods: ['browser', 'certificate'] },
      'secret',
      'gcc',
      'AllowedSignInMethods in /etc/policy.json allows browser and certificate, and not secret.',
    ],
    [
      'another cloud',
      { AllowedClouds: ['gcc'] },
      'browser',
      'commercial',
      'AllowedClouds in /etc/policy.json allows gcc, and not commercial.',
    ],
    [
      'a cloud from a file',
      { AllowedClouds: ['gcc'] },
      'browser',
      undefined,
      'AllowedClouds in /etc/policy.json allows gcc, and not custom.',
    ],
  ] as const)('by %s is refused by name', (_what, settings, way, cloud, meaning) => {
    expect(told(settings, way, cloud)).toBe(meaning)
  })

  it('is refused where the policy can’t be read', () => {
    const problem = { title: { verbatim: 'title' }, meaning: { verbatim: 'meaning' }, remedy: { verbatim: 'remedy' }, owner: 'you' }
    expect(refusedByPolicy({ source: FILE, problem }, { way: 'browser', cloud: 'commercial' })).toBe(problem)
  })
})
