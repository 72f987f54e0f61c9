import { describe, expect, it } from 'vitest'
import { acceptJson } from '#node/services/managed/accept.ts'
import { english } from '#test/english.ts'

const FILE = '/etc/policy.json'

/** Settings, or the problem shown. */
function read(content: unknown) {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const answer = acceptJson(FILE, bytes)
  return 'settings' in answer ? answer.settings : english.text(answer.problem.meaning)
}

const EVERYTHING = {
  AllowedClouds: ['commercial', 'custom'],
  AllowedSignInMethods: ['browser', 'workload-identity'],
  DefaultTenant: 'contoso.onmicrosoft.com',
  Proxy: 'http://proxy.contoso.com:8080',
  ProxyExceptions: ['.contoso.com', 'vault.azure.net:443', '*.internal'],
  CertificateAuthorities: '/etc/ssl/contoso.pem',
  TeamStoreAddress: 'https://contosoteam.blob.core.windows.net/wizard',
  TeamStoreTenant: '11111111-2222-4333-8444-555555555555',
  Updates: 'off',
  UpdateFeed: 'https://updates.contoso.com/wizard/',
  UpdateChannel: 'beta',
}

describe('a policy', () => {
  it('sets everything that can be set, or nothing', () => {
    expect(read(EVERYTHING)).toEqual(EVERYTHING)
    expect(read({})).toEqual({})
  })

  it('may begin with the mark that some editors write', () => {
    expect(read('\uFEFF{"Updates": "off"}')).toEqual({ Updates: 'off' })
  })

  it.each([
    ['no JSON', '{\n  "Updates": off\n}', '/etc/policy.json, line 2: this isn’t valid JSON.'],
    ['an end that is missing', '{\n  "Updates": "off",\n', /^\/etc\/policy\.json, line 3: this isn’t valid JSON\.$/],
    ['nothing', '', '/etc/policy.json, line 1: this isn’t valid JSON.'],
    ['a list', '[]', '/etc/policy.json must hold settings by name.'],
    ['null', 'null', '/etc/policy.json must hold settings by name.'],
    ['other bytes than text', new Uint8Array([0x7b, 0xff, 0x7d]), '/etc/policy.json isn’t UTF-8 text.'],
    [
      'an unknown setting',
      '{\n "Updates": "off",\n "Telemetry": "off" }',
      /line 3: There’s no setting Telemetry\. The settings are AllowedClouds, /,
    ],
    ['a setting in small letters', { updates: 'off' }, /There’s no setting updates\./],
    ['a setting of every object', '{ "__proto__": {} }', /There’s no setting __proto__\./],
    [
      'a name that shows another one',
      JSON.stringify({ '\u202Esetadpu': 'on' }),
      /^\/etc\/policy\.json, line 1: One name isn’t a setting\./,
    ],
    ['a setting that is there twice', '{\n "Updates": "off",\n "Updates": "on" }', '/etc/policy.json, line 3: Updates is there twice.'],
    ['the same twice in other letters', '{"Updates": "off", "\\u0055pdates": "on" }', '/etc/policy.json, line 1: Updates is there twice.'],
    ['another choice', { Updates: 'never' }, '/etc/policy.json, line 1: Updates must be “off”, or left out.'],
    ['another kind', { Updates: false }, /Updates must be “off”/],
    ['no cloud', { AllowedClouds: [] }, /AllowedClouds must list one or more of commercial, .*, each once\.$/],
    ['an unknown cloud', '{\n"AllowedClouds": [\n"commercial", "moon"] }', /line 2: AllowedClouds must list/],
    ['a cloud twice', { AllowedClouds: ['gcc', 'gcc'] }, /AllowedClouds must list/],
    ['one cloud that is no list', { AllowedClouds: 'gcc' }, /AllowedClouds must list/],
    ['an unknown method', { AllowedSignInMethods: ['password'] }, /AllowedSignInMethods must list one or more of browser, /],
    ['any tenant', { DefaultTenant: 'common' }, /DefaultTenant must be a tenant ID or a domain\.$/],
    ['a proxy with a password', { Proxy: 'http://ada:secret@proxy.contoso.com' }, /Proxy must be “direct” or an address/],
    ['a proxy that is a script', { Proxy: 'file:///etc/proxy.pac' }, /Proxy must be/],
    ['a proxy with a path', { Proxy: 'http://proxy.contoso.com/a' }, /Proxy must be/],
    ['exceptions without a proxy', { ProxyExceptions: ['.contoso.com'] }, /ProxyExceptions needs Proxy, too\.$/],
    ['an exception that is no host', { Proxy: 'direct', ProxyExceptions: ['a b'] }, /ProxyExceptions must list hosts or domains/],
    ['authorities without their folder', { CertificateAuthorities: 'contoso.pem' }, /CertificateAuthorities must be the full path/],
    [
      'a team store elsewhere',
      { TeamStoreAddress: 'https://contoso.com/x', TeamStoreTenant: 'contoso.com' },
      /TeamStoreAddress must be the https address/,
    ],
    [
      'a team store without its tenant',
      { TeamStoreAddress: EVERYTHING.TeamStoreAddress },
      /TeamStoreAddress needs TeamStoreTenant, too\.$/,
    ],
    ['updates over http', { UpdateFeed: 'http://updates.contoso.com' }, /UpdateFeed must be an https address/],
    ['updates with a password', { UpdateFeed: 'https://a:b@updates.contoso.com' }, /UpdateFeed must be an https address/],
    ['a text that breaks the line', { CertificateAuthorities: '/etc/a\nb.pem' }, /CertificateAuthorities must be/],
    ['a text that is very long', { CertificateAuthorities: `/${'a'.repeat(3_000)}` }, /CertificateAuthorities must be/],
    [
      'many levels',
      `{"Updates":${'['.repeat(20_000)}${']'.repeat(20_000)},"Updates":"off"}`,
      '/etc/policy.json, line 1: This is nested too deeply.',
    ],
    ['many levels that don’t end', '['.repeat(60_000), '/etc/policy.json, line 1: This is nested too deeply.'],
  ])('with %s is refused by name', (_what, content, told) => {
    expect(read(content)).toMatch(told)
  })

  it('says who can correct it, and what still opens', () => {
    const answer = acceptJson(FILE, Buffer.from('{'))
    expect('problem' in answer && english.text(answer.problem.remedy)).toBe(
      'You can’t sign in until an administrator of this computer corrects it and you start the wizard again. Practice cases still open.',
    )
  })
})
