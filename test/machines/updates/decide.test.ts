import { describe, expect, it } from 'vitest'
import { type Decision, decide, type Situation } from '#machines/updates/decide.ts'
import { BUSY_REASONS, OFF_REASONS, type ReadRelease, type Release, UPDATE_REFUSALS } from '#machines/updates/update.ts'

const NOW = Date.UTC(2027, 0, 15)
const deb = { kind: 'deb', arch: 'x64', file: 'wizard_1.1.0_amd64.deb', size: 3, sha512: 'abc' } as const
const release: Release = { channel: 'stable', version: '1.1.0', expires: NOW + 1, packages: [deb] }
const read = (change: Partial<Release> = {}): ReadRelease => ({ ok: true, release: { ...release, ...change } })

const quiet: Situation = { policy: { channel: 'stable' }, installed: '1.0.0', here: { kind: 'deb', arch: 'x64' }, now: NOW, read: read() }

describe('an update', () => {
  it.each<[what: string, change: Partial<Situation>, decision: Decision]>([
    ['is offered when it is signed, newer and for here', {}, { is: 'offer', release, package: deb }],
    ['is offered again when it was seen before', { newestSeen: '1.1.0' }, { is: 'offer', release, package: deb }],
    ['is asked about when nothing was read yet', { read: undefined }, { is: 'check' }],
    ['is none when it is what is installed', { installed: '1.1.0' }, { is: 'current' }],
    ['is refused when it is older than what is installed', { installed: '1.2.0' }, { is: 'refused', why: 'rolled-back' }],
    ['is refused when it is older than one that was seen', { newestSeen: '1.1.1' }, { is: 'refused', why: 'rolled-back' }],
    [
      'is refused when what is installed was seen, and something older is offered',
      { newestSeen: '1.3.0', installed: '1.1.0' },
      { is: 'refused', why: 'rolled-back' },
    ],
    [
      'is refused when its beta is offered after it was seen',
      { newestSeen: '1.1.0', read: read({ version: '1.1.0-beta.9' }) },
      { is: 'refused', why: 'rolled-back' },
    ],
    ['is refused when it is of another channel', { read: read({ channel: 'beta' }) }, { is: 'refused', why: 'channel' }],
    ['is refused at the moment its information ends', { now: NOW + 1 }, { is: 'refused', why: 'expired' }],
    [
      'is refused when its information has ended, also where it is what is installed',
      { now: NOW + 9, installed: '1.1.0' },
      { is: 'refused', why: 'expired' },
    ],
    [
      'is refused when it has no package for this processor',
      { here: { kind: 'deb', arch: 'arm64' } },
      { is: 'refused', why: 'no-package' },
    ],
    ['is refused when it has no package of this kind', { here: { kind: 'rpm', arch: 'x64' } }, { is: 'refused', why: 'no-package' }],
  ])('%s', (_what, change, decision) => {
    expect(decide({ ...quiet, ...change })).toEqual(decision)
  })

  it.each(UPDATE_REFUSALS)('that could not be read is refused for the same reason: %s', (refused) => {
    expect(decide({ ...quiet, read: { ok: false, refused } })).toEqual({ is: 'refused', why: refused })
  })

  it.each(BUSY_REASONS)('is neither checked nor offered while the app is busy: %s', (busy) => {
    for (const found of [undefined, read()]) expect(decide({ ...quiet, busy, read: found })).toEqual({ is: 'wait', why: busy })
  })

  it.each(OFF_REASONS)('is none where updates are off, whatever was read: %s', (off) => {
    for (const found of [undefined, read()]) {
      expect(decide({ ...quiet, policy: { off }, busy: 'writing', read: found })).toEqual({ is: 'off', why: off })
    }
  })
})
