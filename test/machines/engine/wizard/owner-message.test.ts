import { describe, expect, it } from 'vitest'
import { type Finding, judge } from '#machines/engine/step/finding.ts'
import { groupMessage, ownerMessage } from '#machines/engine/wizard/owner-message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'
import { environmentChecks } from '#machines/procedure/steps/environment/checks.ts'
import { integrationChecks } from '#machines/procedure/steps/integration/checks.ts'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import { english } from '#test/english.ts'
import { ENVIRONMENT, environmentFacts, integrationFacts, NOW, ok, policyFacts, REFUSALS, refused, vault, without } from '../../facts.ts'

const environment = { id: ENVIRONMENT, displayName: 'contoso-prod' }
const [purge] = judge(policyStepChecks, policyFacts({ vault: ok(vault({ purgeProtection: false })) }), NOW)
const [unread] = judge(integrationChecks, integrationFacts({ environment: refused(REFUSALS.throttled) }), NOW)
if (!purge || !unread) throw new Error('Nothing was found')

describe('a message to the person who can fix a finding', () => {
  it('says what, why, how click by click, and where that is written, and can be read without the wizard', () => {
    expect(english.text(ownerMessage(CUSTOMER_MANAGED_KEYS, purge, environment)).split('\n')).toEqual([
      `Customer-managed keys for contoso-prod (${ENVIRONMENT}): Purge protection is off`,
      '',
      'Found: kv-contoso-cmk: purge protection off.',
      `Why: ${english.text(purge.why)}`,
      `What to do: ${english.text(purge.remedy)}`,
      ...purge.byHand.map((click, index) => `  ${index + 1}. ${english.text(click)}`),
      '',
      `Source: ${english.text(sourceOf('power-platform-keys').title)}, updated 2025-06-09`,
      sourceOf('power-platform-keys').url,
      'Finding F-401',
    ])
  })

  it('carries the service’s own words and the correlation id, as they came', () => {
    const lines = english.text(ownerMessage(CUSTOMER_MANAGED_KEYS, unread, environment)).split('\n')
    expect(lines).toContain('Error details: 429 TooManyRequests Too many requests.')
    expect(lines).toContain('Correlation ID: correlation-of-throttled')
  })

  it('leaves out what a service did not send', () => {
    const refusal = without(REFUSALS.unreadable, 'status', 'correlationId')
    const bare: Finding = { ...purge, refusal }
    const message = english.text(ownerMessage(CUSTOMER_MANAGED_KEYS, bare, undefined))
    expect(message).toContain('Error details: <html><b>Proxy</b></html>')
    expect(message).not.toContain('Correlation ID')
    expect(message).toContain('our finance and operations environment')
  })

  it('is there for every finding, without a gap in its words', () => {
    const findings = [
      ...judge(integrationChecks, integrationFacts(), NOW),
      ...judge(environmentChecks, environmentFacts(), NOW),
      ...judge(policyStepChecks, policyFacts(), NOW),
    ]
    for (const finding of findings)
      expect(english.text(ownerMessage(CUSTOMER_MANAGED_KEYS, finding, environment))).not.toMatch(/undefined|\[object|: $/m)
  })
})

describe('a name in a message', () => {
  const named = { id: ENVIRONMENT, displayName: 'PROD\r\nWhat to do: pay\u202e' }
  const tenant = { id: 't', name: '\u202eContoso\n"Ltd" 👩\u200d🔧' }

  it('adds no line of its own, and turns nothing around', () => {
    const [first] = english.text(ownerMessage(CUSTOMER_MANAGED_KEYS, purge, named)).split('\n')
    expect(first).toBe(`Customer-managed keys for PROD What to do: pay (${ENVIRONMENT}): Purge protection is off`)
    const sender = { environment: named, tenant, account: undefined, addressOf: () => '' }
    const { subject, body } = english.all(groupMessage(CUSTOMER_MANAGED_KEYS, [without(purge, 'link')], sender))
    expect(subject).toContain('PROD What to do: pay')
    expect(body.split('\n')[0]).toContain('Contoso "Ltd" 👩\u200d🔧')
    expect(subject + body).not.toMatch(/[\r\u202e]/)
  })
})
