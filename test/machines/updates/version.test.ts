import { describe, expect, it } from 'vitest'
import { compareVersions, isVersion } from '#machines/updates/version.ts'

const IN_ORDER = ['0.2.0', '0.9.10', '0.10.0', '1.0.0-beta.2', '1.0.0-beta.10', '1.0.0', '1.0.1-beta.1', '1.0.1', '10.0.0']

describe('versions', () => {
  it('are ordered by their numbers, a beta before its version', () => {
    for (const [index, first] of IN_ORDER.entries()) {
      for (const [at, second] of IN_ORDER.entries()) {
        expect(Math.sign(compareVersions(first, second)), `${first} and ${second}`).toBe(Math.sign(index - at))
      }
    }
  })

  it.each(['', '1', '1.0', 'v1.0.0', '1.0.0-rc.1', '1.0.0+build', '1.0.0 ', '1.0.0\n', '01.0.0x', '1.0.9999999999'])(
    'are none in another form: %j',
    (written) => {
      expect(isVersion(written)).toBe(false)
      expect(() => compareVersions('1.0.0', written)).toThrow(RangeError)
    },
  )
})
