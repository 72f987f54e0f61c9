import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inGroup, parseCustomers } from '#node/cli/cmk-wizard/customers.ts'
import { lineOf } from '#node/services/lines-of-json.ts'
import { english } from '#test/english.ts'

const CONTOSO = {
  name: 'Contoso',
  tenant: 'contoso.com',
  groups: ['Europe'],
  signIn: { way: 'secret', clientId: '11111111-2222-4333-8444-555555555555', secretVariable: 'CONTOSO' },
}
const file = (...customers: readonly unknown[]): string =>
  JSON.stringify({ format: 'cmk-wizard-customers', version: 1, customers }, undefined, 2)

const why = (text: string): readonly string[] => {
  const read = parseCustomers(text, 'list.json')
  return read.ok ? ['accepted'] : read.why.map(english.text)
}

describe('a list of customers', () => {
  it('is read', () => {
    const read = parseCustomers(file(CONTOSO, { name: 'Fabrikam', tenant: 'fabrikam.com' }), 'list.json')
    expect(read.ok && inGroup(read.customers, 'europe').map(({ name }) => name)).toEqual(['Contoso'])
  })

  it('may be the one that the window exports', () => {
    const exported = JSON.stringify({
      schema: 1,
      customers: [{ tenantId: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', groups: ['a'] }],
    })
    expect(parseCustomers(exported, 'list.json')).toMatchObject({
      ok: true,
      customers: [{ name: 'Contoso', tenant: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', groups: ['a'] }],
    })
    expect(why(JSON.stringify({ schema: 9, customers: [] }))).toEqual([expect.stringContaining('9')])
  })

  it.each([
    ['what is no JSON, by line', '{\n  "format": oops\n}', ['list.json, line 2: this isn’t valid JSON.']],
    ['a cut file, at its end', file(CONTOSO).slice(0, 60), [expect.stringMatching(/^list\.json, line \d+: this isn’t valid JSON\.$/)]],
    ['something else', '[]', [expect.stringMatching(/line 1: JSON: isn’t valid/)]],
    ['a newer version', '{"version": 9}', ['list.json has version 9, and this wizard supports version 1.']],
    [
      'a member by customer and line',
      file(CONTOSO, { ...CONTOSO, name: 'B', tenant: 'no tenant' }),
      ['list.json, line 19: B, tenant: isn’t valid'],
    ],
    ['a missing member', file({ name: 'Contoso' }), ['list.json, line 5: Contoso, tenant: is missing']],
    ['an unknown member', file({ ...CONTOSO, tennant: 'x' }), ['list.json, line 16: Contoso, tennant: isn’t known']],
    ['a name twice', file(CONTOSO, CONTOSO), ['list.json, line 18: Contoso, name: is used twice']],
  ])('names %s', (_, text, expected) => expect(why(text)).toEqual(expected))

  it('refuses a secret without repeating it', () => {
    const told = why(
      file({ ...CONTOSO, signIn: { way: 'secret', clientId: '11111111-2222-4333-8444-555555555555', secret: 'TOP-SECRET' } }),
    ).join('\n')
    expect(told).toContain('Name an environment variable in secretVariable')
    expect(told).not.toContain('TOP-SECRET')
  })

  it('is refused or accepted, never more, whatever is cut or changed in it', () => {
    const whole = file(CONTOSO, { name: '=cmd|"\u202e👩\u200d🔧', tenant: 'fabrikam.com' })
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(20), fc.string(), (at, length, put) => {
        expect(Array.isArray(why(whole.slice(0, at) + put + whole.slice(at + length)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the line of a member', () => {
  it('is found whatever the values before it hold', () => {
    const text = '{\n  "a": "}\\"]{",\n  "b": [1, {"c": "\\u005d"},\n    {"c": [],\n     "d": 2}]\n}'
    expect([lineOf(text, ['a']), lineOf(text, ['b', 2, 'c']), lineOf(text, ['b', 2, 'd']), lineOf(text, ['none'])]).toEqual([2, 4, 5, 1])
  })
})
