import { describe, expect, it } from 'vitest'
import { POLICY_KEY as KEY } from '#node/services/managed/places.ts'
import { acceptRegistry, hasSubkey } from '#node/services/managed/read-places.ts'
import { english } from '#test/english.ts'

/** As `reg query` prints it. */
const printed = (...values: string[]) => ['', KEY, ...values.map((value) => `    ${value}`), '', ''].join('\r\n')

const read = (...values: string[]) => {
  const answer = acceptRegistry(KEY, printed(...values))
  return 'settings' in answer ? answer.settings : english.text(answer.problem.meaning)
}

describe('what reg query prints', () => {
  it.each([
    ['nothing', [], {}],
    ['a text', ['Updates    REG_SZ    off'], { Updates: 'off' }],
    ['several texts', ['AllowedClouds    REG_MULTI_SZ    commercial\\0gcc'], { AllowedClouds: ['commercial', 'gcc'] }],
    ['several texts with an empty one', ['AllowedClouds    REG_MULTI_SZ    gcc\\0'], { AllowedClouds: ['gcc'] }],
    [
      'a path with spaces',
      ['CertificateAuthorities    REG_SZ    C:\\Program Data\\a    b.pem'],
      { CertificateAuthorities: 'C:\\Program Data\\a    b.pem' },
    ],
  ])('is read: %s', (_what, values, settings) => {
    expect(read(...values)).toEqual(settings)
  })

  it.each([
    ['an unknown value', ['Telemetry    REG_DWORD    0x0'], /There’s no setting Telemetry\./],
    ['the default value', ['(Default)    REG_SZ    x'], /One name isn’t a setting\./],
    ['a number', ['Updates    REG_DWORD    0x0'], `${KEY}: Updates has the type REG_DWORD. It must have the type REG_SZ.`],
    ['a text that is expanded', ['CertificateAuthorities    REG_EXPAND_SZ    %x%'], /has the type REG_EXPAND_SZ/],
    ['one text for a list', ['AllowedClouds    REG_SZ    gcc'], /It must have the type REG_MULTI_SZ\.$/],
    ['an empty text', ['Updates    REG_SZ'], /Updates must be “off”/],
    ['an empty list', ['AllowedClouds    REG_MULTI_SZ'], /AllowedClouds must list/],
    ['another choice', ['Updates    REG_SZ    never'], /Updates must be “off”/],
    ['a letter that wasn’t printed', ['CertificateAuthorities    REG_SZ    C:\\M\uFFFDller.pem'], /CertificateAuthorities must be/],
  ])('is refused by name: %s', (_what, values, told) => {
    expect(read(...values)).toMatch(told)
  })

  it('is refused where a text has lines of its own, or a key is below', () => {
    expect(read('Updates    REG_SZ    off\r\nUpdateChannel')).toMatch(/There’s no setting UpdateChannel\./)
    const below = acceptRegistry(KEY, `${printed()}${KEY}\\Recommended\r\n`)
    expect('problem' in below && english.text(below.problem.meaning)).toMatch(/One name isn’t a setting\./)
  })

  it('says whether a key is among others, whatever the case of its letters', () => {
    expect(hasSubkey(`\r\nHKEY\\A\r\n${KEY.toLowerCase()}\r\n`, KEY)).toBe(true)
    expect(hasSubkey(`\r\n${KEY} Beta\r\n`, KEY)).toBe(false)
  })
})
