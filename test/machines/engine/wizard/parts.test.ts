import { describe, expect, it } from 'vitest'
import { guideOf } from '#machines/engine/procedure.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { partsOf } from '#machines/engine/wizard/parts.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { english } from '#test/english.ts'
import {
  account,
  encryptedFacts,
  environment,
  integrationFacts,
  key,
  membershipFacts,
  NOW,
  ok,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  untouchedPolicyFacts,
  vault,
} from '../../facts.ts'

const policyReading = (facts: PolicyFacts, turnOnPurgeProtection = false): Reading =>
  readPolicy(facts, { policy: policyChoices(), turnOnPurgeProtection }, suggestPolicy(facts, undefined), account, NOW)
const states = (facts: PolicyFacts, asked = false) =>
  Object.fromEntries(
    partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, policyReading(facts, asked), []).map(
      ({ part, state }) => [part, state],
    ),
  )
const done = { subscription: 'pass', vault: 'pass', key: 'pass', policy: 'pass', access: 'pass', reader: 'pass' }

describe('the parts of a step', () => {
  it('are listed in the order of the work, and none for the steps that have only one', () => {
    expect(
      partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, undefined, []).map(({ title }) =>
        english.text(title),
      ),
    ).toEqual(['Subscription', 'Key store', 'Key', 'Policy', 'Access to the key', 'Reader for the admin'])
    expect(
      partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'membership'), CUSTOMER_MANAGED_KEYS.actions, undefined, []).map(({ part }) => part),
    ).toEqual(['managed', 'link'])
    expect(
      partsOf(
        guideOf(CUSTOMER_MANAGED_KEYS, 'integration'),
        CUSTOMER_MANAGED_KEYS.actions,
        readIntegration(integrationFacts(), {}, NOW),
        [],
      ),
    ).toEqual([])
    expect(partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'environment'), CUSTOMER_MANAGED_KEYS.actions, undefined, [])).toEqual([])
  })

  it('are open before anything was read', () => {
    expect(
      new Set(partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, undefined, []).map(({ state }) => state)),
    ).toEqual(new Set(['open']))
  })

  it('are open while there is nothing to judge', () => {
    const nothing = readPolicy(policyFacts(), {}, suggestPolicy(policyFacts(), undefined), account, NOW)
    expect(
      partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, { ...nothing, findings: [] }, []).map(
        ({ state }) => state,
      ),
    ).toEqual(Array(6).fill('open'))
  })

  it('pass when all their findings do', () => expect(states(policyFacts())).toEqual(done))

  it('are planned where an action creates them, all of them when nothing is there', () => {
    expect(states(untouchedPolicyFacts())).toEqual({
      subscription: 'planned',
      vault: 'planned',
      key: 'planned',
      policy: 'planned',
      access: 'planned',
      reader: 'planned',
    })
  })

  it('are planned where an action puts their fail right, and fail where none does', () => {
    const off = policyFacts({ vault: ok(vault({ purgeProtection: false })) })
    expect(states(off)).toEqual({ ...done, vault: 'fail' })
    expect(states(off, true)).toEqual({ ...done, vault: 'planned' })
    expect(states(policyFacts({ keyAccess: ok([]) }))).toEqual({ ...done, access: 'planned' })
  })

  it('fail for what could not be read, and warn of what only warns', () => {
    expect(states(policyFacts({ key: refused(REFUSALS.forbidden) }))).toEqual({ ...done, key: 'fail' })
    expect(states(policyFacts({ key: ok(key({ expires: NOW + 1e10 })) }))).toEqual({ ...done, key: 'warning' })
  })

  it('are not known where only other checks of them passed: the vault was refused, and whether duties are separated says nothing of access', () => {
    const permissions = { subscription: ok([]), resourceGroup: ok([]), vault: ok([]), policy: ok([]) }
    const account = { directoryRoles: [], permissions }
    const facts = policyFacts({ ...account, vault: refused(REFUSALS.forbidden), key: refused(REFUSALS.forbidden) })
    const { findings } = policyReading(facts)
    expect(findings.filter(({ part }) => part === 'access').map(({ key: check, status }) => [check, status])).toEqual([
      ['duties-separated', 'pass'],
    ])
    expect(states(facts)).toMatchObject({ access: 'open', vault: 'fail' })
  })

  it('are confirmed and never passed where a person answers for what could not be read', () => {
    const reading = policyReading(policyFacts())
    const [first, ...rest] = reading.findings.filter(({ key: check }) => check === 'vault-readable')
    if (!first || rest.length > 0) throw new Error('Expected one finding of the vault.')
    const onWord = { ...first, status: 'unknown' as const, attestable: true, refusal: REFUSALS.forbidden }
    const findings = [onWord, ...reading.findings.filter((each) => each !== first)]
    const parts = partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, { ...reading, findings }, [
      { key: 'vault-readable', by: 'ada', at: NOW },
    ])
    expect(parts.find(({ part }) => part === 'vault')?.state).toBe('confirmed')
  })

  it('wait for a person’s word, and pass with it', () => {
    const unknownRegion = policyFacts({ vault: ok(vault({ location: 'moonbase1' })) })
    expect(states(unknownRegion)).toMatchObject({ vault: 'fail' })
    const attested = partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'policy'), CUSTOMER_MANAGED_KEYS.actions, policyReading(unknownRegion), [
      { key: 'vault-in-geography', by: 'ada', at: NOW },
    ])
    expect(attested.find(({ part }) => part === 'vault')?.state).toBe('pass')
  })

  it('of step 4 are planned until the environment is managed and linked', () => {
    const licences = [{ key: 'licences-in-place', by: 'ada', at: NOW }]
    const of = (facts: Parameters<typeof readMembership>[0]) =>
      partsOf(guideOf(CUSTOMER_MANAGED_KEYS, 'membership'), CUSTOMER_MANAGED_KEYS.actions, readMembership(facts, NOW), licences).map(
        ({ state }) => state,
      )
    expect(of(membershipFacts({ environment: ok(environment({ protectionLevel: 'Basic' })) }))).toEqual(['planned', 'planned'])
    expect(of(membershipFacts())).toEqual(['pass', 'planned'])
    expect(of(encryptedFacts())).toEqual(['pass', 'pass'])
  })
})
