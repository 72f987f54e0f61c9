import { describe, expect, it } from 'vitest'
import type { PolicyChoices } from '../../../../../machines/procedure/choices.ts'
import type { VaultKey } from '../../../../../machines/procedure/services.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { importChecks } from '../../../../../machines/procedure/steps/policy/import-checks.ts'
import { planPolicy } from '../../../../../machines/procedure/steps/policy/plan.ts'
import { absent, key, ok, policyChoices, policyFacts, REFUSALS, refused, untouchedPolicyFacts, vault } from '../../../facts.ts'
import { findingOf, type Row, walkRows } from '../../../rows.ts'

const choices: PolicyChoices = policyChoices({ keyIsImported: true })
const importing = (over: Partial<PolicyFacts> = {}): PolicyFacts =>
  policyFacts({ choices, policy: absent, vault: ok(vault({ tier: 'premium' })), ...over })
const with_ = (over: Partial<VaultKey>): PolicyFacts => importing({ key: ok(key({ type: 'RSA-HSM', ...over })) })

const rows: readonly Row<PolicyFacts>[] = [
  { check: 'import-vault-tier', when: 'the vault is Premium', facts: importing(), gives: 'pass', seen: ['premium'] },
  {
    check: 'import-vault-tier',
    when: 'its tier is told in capitals',
    facts: importing({ vault: ok(vault({ tier: 'Premium' })) }),
    gives: 'pass',
  },
  {
    check: 'import-vault-tier',
    when: 'the vault is Standard',
    facts: importing({ vault: ok(vault({ tier: 'standard' })) }),
    gives: 'fail',
  },
  {
    check: 'import-vault-tier',
    when: 'there is no such vault',
    facts: importing({ vault: absent }),
    gives: 'fail',
    title: 'doesn’t exist yet',
  },
  {
    check: 'import-vault-tier',
    when: 'no tier is given',
    facts: importing({ vault: ok(vault()) }),
    gives: 'unknown',
    with: { attestable: true },
  },
  {
    check: 'import-vault-tier',
    when: 'the vault couldn’t be read',
    facts: importing({ vault: refused(REFUSALS.forbidden) }),
    gives: 'nothing',
  },
  { check: 'import-vault-tier', when: 'the wizard creates the key', facts: policyFacts(), gives: 'nothing' },

  { check: 'key-imported', when: 'it is HSM-protected', facts: with_({}), gives: 'pass', seen: ['RSA-HSM', 'imported or created there'] },
  {
    check: 'key-imported',
    when: 'it is protected by software',
    facts: with_({ type: 'RSA' }),
    gives: 'fail',
    title: 'isn’t protected by an HSM',
  },
  { check: 'key-imported', when: 'it is exportable', facts: with_({ exportable: true }), gives: 'fail', seen: ['Exportable: yes'] },
  {
    check: 'key-imported',
    when: 'it has a release policy',
    facts: with_({ hasReleasePolicy: true }),
    gives: 'fail',
    seen: ['Release policy: yes'],
  },
  {
    check: 'key-imported',
    when: 'it isn’t there yet',
    facts: importing({ key: absent }),
    gives: 'fail',
    title: 'before the policy is created',
  },
  {
    check: 'key-imported',
    when: 'the policy was created first',
    facts: policyFacts({ choices, key: absent }),
    gives: 'fail',
    title: 'was created before its key',
  },
  { check: 'key-imported', when: 'it couldn’t be read', facts: importing({ key: refused(REFUSALS.forbidden) }), gives: 'nothing' },
  { check: 'key-imported', when: 'there is no vault for it yet', facts: importing({ vault: absent }), gives: 'nothing' },
  { check: 'key-imported', when: 'the wizard creates the key', facts: policyFacts({ key: absent }), gives: 'nothing' },
]

describe('the checks of a key from an HSM', () => walkRows(importChecks, rows))

describe('the manual steps of an import', () => {
  it('name the exchange key, the vendor’s tool and the import, in order', () => {
    const { byHand = [] } = findingOf(importChecks, 'key-imported', importing({ key: absent })) ?? {}
    const commands = byHand.filter((line) => line.startsWith('az '))
    expect(commands).toEqual([
      "az keyvault key create --kty RSA-HSM --size 4096 --name='cmk-exchange' --ops import --vault-name 'kv-contoso-cmk'",
      "az keyvault key download --name='cmk-exchange' --vault-name 'kv-contoso-cmk' --file exchange-key.pem",
      "az keyvault key import --name='cmk-contoso' --vault-name 'kv-contoso-cmk' --byok-file key.byok",
    ])
    expect(byHand.findIndex((line) => line.includes('BYOK tool'))).toBeLessThan(byHand.length - 1)
  })
})

describe('the plan for a key from an HSM', () => {
  const kinds = (facts: PolicyFacts) => planPolicy(facts, { policy: choices }).map(({ kind }) => kind)

  it('creates neither the vault nor the key, and no policy before the key', () => {
    expect(kinds(untouchedPolicyFacts({ choices }))).toEqual(['register-provider', 'create-resource-group'])
    expect(kinds(importing({ key: absent }))).toEqual([])
    expect(kinds(importing({ key: refused(REFUSALS.forbidden) }))).toEqual([])
  })

  it('continues once the key is there', () => {
    expect(kinds(with_({}))).toEqual(['create-policy', 'grant-key-access'])
  })
})
