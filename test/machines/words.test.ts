import { describe, expect, it } from 'vitest'
import { LICENSES_NEEDED } from '#machines/licenses.ts'
import { describeAction } from '#machines/procedure/action.ts'
import { AZURE_ROLES, roleName } from '#machines/procedure/rights/roles.ts'
import { integrationGuide } from '#machines/procedure/steps/integration/guide.ts'
import { integrationPitfalls } from '#machines/procedure/steps/integration/pitfalls.ts'
import { membershipChecks } from '#machines/procedure/steps/membership/checks.ts'
import { policyGuide } from '#machines/procedure/steps/policy/guide.ts'
import { keyChecks } from '#machines/procedure/steps/policy/key-checks.ts'
import { policyChecks } from '#machines/procedure/steps/policy/policy-checks.ts'
import { english } from '../english.ts'
import { environment, key, ok, policyFacts, provider, without } from './facts.ts'
import { findingOf } from './rows.ts'

const pitfall = (id: string): string => english.all(integrationPitfalls).find((each) => each.id === id)?.text ?? ''

describe('words that say what is known and no more', () => {
  it('name the roles that are known, and show the id of any other', () => {
    for (const id of Object.values(AZURE_ROLES)) expect(roleName(id.toUpperCase())).toMatch(/^[A-Z][a-z]/)
    expect(roleName(AZURE_ROLES['key-vault-crypto-service-encryption-user'])).toBe('Key Vault Crypto Service Encryption User')
    expect(roleName('11111111-2222-4333-8444-555555555555')).toBe('11111111-2222-4333-8444-555555555555')
  })

  it('show a role by its name in the findings of step 3', () => {
    const seen = ['key-access', 'reader-on-policy'].map((check) => findingOf(policyChecks, check, policyFacts())?.seen ?? '')
    expect(seen[0]).toContain('role Key Vault Crypto Service Encryption User at')
    expect(seen[1]).toContain('role Reader at')
  })

  it('list the same licenses in the guide of step 1 and in the check of step 4', () => {
    for (const family of ['A5/E5/G5;', 'A5/E5/F5/G5 Compliance', 'F5 Security & Compliance', 'Insider Risk Management'])
      expect(english.text(LICENSES_NEEDED)).toContain(family)
    expect(english.all(integrationGuide).whySections.some(({ text }) => text.includes(english.text(LICENSES_NEEDED)))).toBe(true)
    expect(english.all(membershipChecks.find(({ key }) => key === 'licences-in-place'))?.why).toContain(english.text(LICENSES_NEEDED))
  })

  it('do not say that the service refuses a key that the document does not list', () => {
    const finding = findingOf(keyChecks, 'key-kind', policyFacts({ key: ok(key({ size: 4096 })) }))
    expect(finding?.title).toBe('The key has 4096 bits; Microsoft lists 2048 and 3072')
    expect(finding?.why).toMatch(/isn’t verified/)
  })

  it('say whom the end of new Lifecycle Services projects does not concern, and what the migration leaves out', () => {
    for (const exempt of ['Commerce', 'AX 2012', 'Existing projects', 'aka.ms/LCSProjectCreationException'])
      expect(pitfall('F-009')).toContain(exempt)
    const migration = english.all(integrationPitfalls).find(({ source }) => source === 'lifecycle-services-migration')?.text
    for (const limit of ['Commerce', 'preview', 'production']) expect(migration).toContain(limit)
  })

  it('say of a new vault that purge protection is permanent', () => {
    const vault = { subscriptionId: 's', resourceGroup: 'g', name: 'kv1', location: 'eastus', tenantId: 't' }
    expect(english.all(describeAction({ kind: 'create-vault', vault })).undo).toContain('Purge protection is permanent')
  })

  it('name the location word among the manual steps of the policy', () => {
    expect(
      english
        .all(policyGuide)
        .byHand.find(({ heading }) => heading === 'Policy')
        ?.clicks.join(' '),
    ).toMatch(/location to the word .*europe/)
  })

  it('mark a location word that is inferred, unless the subscription offers it', () => {
    const italian = ok(environment({ location: 'italy' }))
    const offered = (policyLocations: readonly string[]) =>
      findingOf(policyChecks, 'policy-location-offered', {
        ...without(policyFacts({ environment: italian, provider: ok(provider({ policyLocations })) }), 'policy'),
      })
    expect(offered([])).toMatchObject({ status: 'warning', title: 'The location italy is inferred, not documented' })
    expect(offered(['europe'])?.seen).toContain('italy (inferred, not documented)')
    expect(offered(['italy'])).toMatchObject({ status: 'pass', seen: 'Needed: italy. Available in this subscription: italy.' })
  })
})
