import { describe, expect, it } from 'vitest'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import type { VaultKey } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { importChecks } from '#machines/procedure/steps/policy/import-checks.ts'
import { planPolicy } from '#machines/procedure/steps/policy/plan.ts'
import {
  absent,
  key,
  ok,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  untouchedPolicyFacts,
  vault,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'

const choices: PolicyChoices = policyChoices({ keyIsImported: true })
const importing = (over: Partial<PolicyFacts> = {}): PolicyFacts =>
  policyFacts({ choices, policy: absent, vault: ok(vault({ tier: 'premium' })), ...over })
const with_ = (over: Partial<VaultKey>): PolicyFacts => importing({ key: ok(key({ type: 'RSA-HSM', exportable: false, ...over })) })
const exportabilityUnsaid: PolicyFacts = importing({ key: ok(without(key({ type: 'RSA-HSM' }), 'exportable')) })

const rows: Rows<PolicyFacts> = {
  'import-vault-tier': [
    row.pass('the vault is Premium', importing(), { seen: 'premium' }),
    row.pass('its tier is told in capitals', importing({ vault: ok(vault({ tier: 'Premium' })) })),
    row.fail('the vault is Standard', importing({ vault: ok(vault({ tier: 'standard' })) })),
    row.fail('there is no such vault', importing({ vault: absent }), { title: 'doesn’t exist yet' }),
    row.unknown('no tier is given', importing({ vault: ok(vault()) }), { attestable: true }),
    row.nothing('the vault couldn’t be read', importing({ vault: refused(REFUSALS.forbidden) })),
    row.nothing('the wizard creates the key', policyFacts()),
  ],
  'key-imported': [
    row.pass('it is HSM-protected', with_({}), { seen: ['RSA-HSM', 'imported or created there'] }),
    row.fail('it is protected by software', with_({ type: 'RSA' }), { title: 'isn’t protected by an HSM' }),
    row.fail('it is exportable', with_({ exportable: true }), { seen: 'Exportable: yes' }),
    row.unknown('the vault doesn’t say whether it is exportable', exportabilityUnsaid, { seen: 'Exportable: not given', attestable: true }),
    row.fail('it has a release policy', with_({ hasReleasePolicy: true }), { seen: 'Release policy: yes' }),
    row.fail('it isn’t there yet', importing({ key: absent }), { title: 'before the policy is created' }),
    row.fail('the policy was created first', policyFacts({ choices, key: absent }), { title: 'was created before its key' }),
    row.nothing('it couldn’t be read', importing({ key: refused(REFUSALS.forbidden) })),
    row.nothing('there is no vault for it yet', importing({ vault: absent })),
    row.nothing('the wizard creates the key', policyFacts({ key: absent })),
  ],
}

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
