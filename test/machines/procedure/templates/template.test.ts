import { describe, expect, it } from 'vitest'
import {
  type About,
  BUILT_IN,
  expand,
  named,
  regionFor,
  type Template,
  tagsFor,
  unknownVariable,
  wordOf,
} from '#machines/procedure/templates/template.ts'
import { english } from '#test/english.ts'

const ABOUT: About = {
  tenantId: 'tenant-1',
  customer: 'Contoso Deutschland GmbH',
  environment: 'Contoso Prod',
  type: 'Production',
  region: 'westeurope',
  geography: 'europe',
}
const template = (over: Partial<Template> = {}): Template => ({ name: 'Standard', ...BUILT_IN, ...over })
const given = (pattern: string, values: Template['values'] = []) => {
  const expanded = expand({ values }, pattern, ABOUT)
  return expanded.ok ? expanded.name : english.text(expanded.why)
}

describe('the tags of a template', () => {
  it('are given with values for the environment, and left out where there is none', () => {
    const tags = [
      { name: 'customer', value: '{customer:7}' },
      { name: 'cost center', value: '{center}' },
      { name: 'made by', value: 'CMK' },
    ]
    const values = [{ tenantId: 'another', variable: 'center', value: '42' }]
    expect(tagsFor(template({ tags, values }), ABOUT)).toEqual([
      { name: 'customer', value: 'contoso' },
      { name: 'made by', value: 'CMK' },
    ])
  })
})

describe('a pattern', () => {
  it.each([
    ['kv-{environment}', 'kv-contoso-prod'],
    ['kv-{customer:7}-{type:4}', 'kv-contoso-prod'],
    ['kv-{customer:8}', 'kv-contoso'],
    ['{geography}-{region}', 'europe-westeurope'],
    ['{Customer:3}x', 'conx'],
    ['plain', 'plain'],
    ['kv-{nothing}', '“nothing” is no variable. Add a value for it below.'],
    ['kv-{customer', 'A brace isn’t closed, or has no variable in it.'],
    ['kv-{}', 'A brace isn’t closed, or has no variable in it.'],
    ['kv-{customer:}', 'A brace isn’t closed, or has no variable in it.'],
  ])('%s gives %s', (pattern, name) => {
    expect(given(pattern)).toBe(name)
  })

  it('takes a customer’s own value first, then the one for all, then what is known', () => {
    const all = { variable: 'customer', value: 'all' }
    const own = { tenantId: 'TENANT-1', variable: 'Customer', value: 'ctso' }
    const another = { tenantId: 'tenant-2', variable: 'customer', value: 'else' }
    expect(given('{customer}', [another, all, own])).toBe('ctso')
    expect(given('{customer}', [another, all])).toBe('all')
    expect(given('{customer}', [another])).toBe('contoso-deutschland-gmbh')
    expect(given('{customer:7}', [{ variable: 'customer', value: '' }])).toBe('contoso')
    expect(given('{org}', [{ variable: 'org', value: 'fab' }])).toBe('fab')
    expect(given('{org}', [{ tenantId: 'tenant-2', variable: 'org', value: 'fab' }])).toContain('is no variable')
  })
})

describe('a name from a template', () => {
  const of = (what: 'vaultName' | 'resourceGroup' | 'keyName' | 'policyName', pattern: string) => {
    const name = named(template({ names: { ...BUILT_IN.names, [what]: pattern } }), what, ABOUT)
    return name.ok ? name.name : english.text(name.why)
  }

  it.each([
    ['vaultName', 'kv-{customer}-{environment}', 'A key vault name has 3 to 24 characters. This one has 40.'],
    ['vaultName', '{region}--cmk', 'A key vault name can’t contain two hyphens in a row.'],
    ['vaultName', '1{customer:4}', 'A key vault name starts with a letter.'],
    ['keyName', 'cmk_{environment}', 'A key name can contain only letters, digits, and hyphens.'],
    ['resourceGroup', 'rg-{environment}.', 'A resource group name can’t end with a period.'],
    ['policyName', '-{environment}', 'An enterprise policy name starts with a letter or a digit.'],
    ['policyName', 'cmk-{environment}', 'cmk-contoso-prod'],
  ] as const)('is held against the rule of its service: %s %s', (what, pattern, said) => {
    expect(of(what, pattern)).toBe(said)
  })

  it('is right by the built-in patterns', () => {
    for (const what of ['resourceGroup', 'vaultName', 'keyName', 'policyName'] as const)
      expect(named(template(), what, ABOUT).ok).toBe(true)
  })
})

it('a word has no accents, spaces or marks', () => {
  expect(wordOf('  Müller & Söhne (Ö) \u202e ')).toBe('muller-sohne-o')
  expect(wordOf('日本')).toBe('')
})

it('a region is the template’s, for its geography alone', () => {
  const own = template({ regions: [{ geography: 'europe', region: 'northeurope' }] })
  expect(regionFor(own, 'Europe')).toBe('northeurope')
  expect(regionFor(own, 'asia')).toBeUndefined()
})

it('a variable without any value is named', () => {
  expect(unknownVariable(template({ names: { ...BUILT_IN.names, keyName: 'k-{org}' } }))).toBe('org')
  expect(
    unknownVariable(template({ names: { ...BUILT_IN.names, keyName: 'k-{org}' }, values: [{ variable: 'org', value: 'x' }] })),
  ).toBeUndefined()
})
