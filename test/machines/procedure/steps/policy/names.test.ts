import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGuid } from '#machines/guid.ts'
import {
  brokenRules,
  type NameRule,
  validateEnvironmentId,
  validateKeyName,
  validateObjectId,
  validatePolicyName,
  validateRegion,
  validateResourceGroupName,
  validateSubscriptionId,
  validateVaultName,
} from '#machines/procedure/steps/policy/names.ts'
import { english } from '#test/english.ts'
import { ADMINISTRATOR, ENVIRONMENT, policyChoices, TENANT } from '#test/machines/facts.ts'

/** Each service's rule: what it takes, and what it refuses with the words the person reads. */
interface Rule {
  readonly rule: NameRule
  /** The service's own expression, written down apart from the code that is tested. */
  readonly service: RegExp
  readonly takes: readonly string[]
  readonly refuses: readonly (readonly [string, string])[]
}

const RULES: Readonly<Record<string, Rule>> = {
  'key vault': {
    rule: validateVaultName,
    service: /^(?=.{3,24}$)[A-Za-z](?:-?[A-Za-z0-9])*$/,
    takes: ['kv1', 'kv-contoso-cmk', 'KV-Contoso', 'a'.repeat(24)],
    refuses: [
      ['', 'Enter'],
      ['kv', '3 to 24 characters. This one has 2'],
      ['a'.repeat(25), '3 to 24 characters. This one has 25'],
      ['1kv', 'starts with a letter'],
      ['-kv', 'starts with a letter'],
      [' kv1', 'starts with a letter'],
      ['kv_1', 'only letters, digits, and hyphens'],
      ['kv 1', 'only letters, digits, and hyphens'],
      ['kv.1', 'only letters, digits, and hyphens'],
      ['kvé', 'only letters, digits, and hyphens'],
      ['kv1\n', 'only letters, digits, and hyphens'],
      ['kv1-', 'ends with a letter or a digit'],
      ['kv--1', 'can’t contain two hyphens in a row'],
    ],
  },
  key: {
    rule: validateKeyName,
    service: /^[A-Za-z0-9-]{1,127}$/,
    takes: ['k', '1', '-', 'cmk-contoso', 'K'.repeat(127)],
    refuses: [
      ['', 'Enter'],
      ['k'.repeat(128), '1 to 127 characters. This one has 128'],
      ['cmk_contoso', 'only letters, digits, and hyphens'],
      ['cmk/contoso', 'only letters, digits, and hyphens'],
      ['ключ', 'only letters, digits, and hyphens'],
    ],
  },
  'resource group': {
    rule: validateResourceGroupName,
    service: /^(?=.{1,90}$)[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{Nd}_().-]*[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{Nd}_()-]$/u,
    takes: ['rg', 'rg-contoso.cmk_(1)', '.rg', '-', 'Gruppe-Zürich', '资源组', '٣', 'r'.repeat(90)],
    refuses: [
      ['', 'Enter'],
      ['r'.repeat(91), '1 to 90 characters. This one has 91'],
      ['rg.', 'can’t end with a period'],
      ['rg contoso', 'can contain only'],
      ['rg/contoso', 'can contain only'],
      ['rg🔑', 'can contain only'],
      ['rg½', 'can contain only'],
      ['rgⅧ', 'can contain only'],
    ],
  },
  'enterprise policy': {
    rule: validatePolicyName,
    service: /^(?=.{1,64}$)[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/,
    takes: ['p', 'cmk-contoso', 'CMK_contoso.1', 'p'.repeat(64)],
    refuses: [
      ['', 'Enter'],
      ['p'.repeat(65), '1 to 64 characters. This one has 65'],
      ['-p', 'starts with a letter or a digit'],
      ['p q', 'can contain only'],
      ['p/q', 'can contain only'],
      ['p.', 'can’t end with a period'],
    ],
  },
  subscription: {
    rule: validateSubscriptionId,
    service: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    takes: [TENANT, TENANT.toUpperCase()],
    refuses: [
      ['', 'Enter a subscription'],
      ['contoso', 'five groups'],
      [`{${TENANT}}`, 'five groups'],
      [TENANT.replaceAll('-', ''), 'five groups'],
      [`${TENANT} `, 'five groups'],
      [`${TENANT}\n`, 'five groups'],
    ],
  },
  'object id': {
    rule: validateObjectId,
    service: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    takes: [ADMINISTRATOR],
    refuses: [
      ['', 'Power Platform admin'],
      ['ada@contoso.example', 'object ID'],
    ],
  },
  environment: {
    rule: validateEnvironmentId,
    service: /^(?:Default-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    takes: [ENVIRONMENT, `Default-${TENANT}`, `default-${TENANT}`],
    refuses: [
      ['', 'Choose'],
      ['contoso-prod', 'Default-'],
      ['..', 'Default-'],
      [`Default-${TENANT}/..`, 'Default-'],
    ],
  },
  region: {
    rule: validateRegion,
    service: /^[a-z0-9]{3,40}$/,
    takes: ['eastus', 'westus2', 'australiacentral2'],
    refuses: [
      ['', 'Choose'],
      ['East US', 'one lowercase word'],
      ['EastUS', 'one lowercase word'],
      ['east-us', 'one lowercase word'],
    ],
  },
}

const anything = fc.oneof(
  fc.string({ maxLength: 140 }),
  fc.string({ unit: 'binary', maxLength: 140 }),
  fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_', '.', '(', ' ', 'é', '½', '\n'), maxLength: 100 }),
)

describe.each(Object.entries(RULES))('the rule for the name or id of a %s', (_, { rule, service, takes, refuses }) => {
  it.each(takes)('takes %j', (value) => expect(rule(value)).toBeUndefined())

  it.each(refuses)('refuses %j and says why', (value, why) => {
    const said = english.all(rule(value))
    expect(said).toContain(why)
    expect(said).toMatch(/^[A-Z].*\.$/)
  })

  it('takes exactly what the service takes, and never throws', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(rule(value) === undefined).toBe(service.test(value))
      }),
    )
  })
})

describe('a GUID', () => {
  it('is one in any case, and nothing else is', () => {
    fc.assert(fc.property(fc.uuid(), (guid) => isGuid(guid) && isGuid(guid.toUpperCase())))
    fc.assert(fc.property(fc.string({ maxLength: 35 }), (text) => !isGuid(text)))
  })
})

describe('the whole form', () => {
  it('breaks no rule when all will do', () => expect(brokenRules(policyChoices())).toEqual({}))

  it('says each broken rule beside its own field', () => {
    const { keySize: _, ...fields } = policyChoices()
    for (const field of Object.keys(fields)) expect(Object.keys(brokenRules({ ...policyChoices(), [field]: '?' }))).toEqual([field])
  })
})
