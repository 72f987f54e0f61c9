import { describe, expect, it } from 'vitest'
import type { RefusalReason } from '#machines/engine/answer.ts'
import { applyHandoff, restsOnWord } from '#machines/engine/handoff/claims.ts'
import type { Finding, FindingStatus } from '#machines/engine/step/finding.ts'
import { isProved, type Reading } from '#machines/engine/step/proof.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices, HandoffClaims } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS, type StepId } from '#machines/procedure/procedure.ts'
import { english } from '#test/english.ts'
import { finding as anyFinding, reading as anyReading } from '../../readings.ts'

const policy = {
  subscriptionId: 's',
  resourceGroup: 'rg',
  region: 'eastus',
  vaultName: 'kv',
  vaultResourceGroup: 'rg',
  keyName: 'cmk',
  keySize: 3072,
  policyName: 'cmk',
  administratorObjectId: 'o',
} as const
const told: HandoffClaims = {
  by: 'kim@contoso.example',
  at: 0,
  step: 'membership',
  file: 'f',
  sha256: 'd',
  environment: { id: 'e' },
  policy,
  proved: [
    { step: 'integration', at: 0 },
    { step: 'policy', at: 0 },
  ],
}
const choices: Choices = { environmentId: 'e', policy, told }

const finding = (status: FindingStatus, reason?: RefusalReason): Finding =>
  anyFinding({
    key: 'vault-readable',
    owner: 'key-vault-administrator',
    title: verbatim('Couldn’t read the key vault'),
    status,
    ...(reason ? { refusal: { reason, request: 'GET', message: 'no' } } : {}),
  })
const reading = (stepId: StepId, ...findings: readonly Finding[]): Reading => anyReading({ stepId, readAt: 0, findings })

describe('another person’s word on a step', () => {
  it('makes what the account may not read a question to the person, and counts for nothing until they answer', () => {
    const after = applyHandoff(CUSTOMER_MANAGED_KEYS, reading('policy', finding('unknown', 'forbidden')), choices)
    const told = english.all(after)
    expect(after.findings[0]).toMatchObject({ status: 'unknown', attestable: true, owner: 'you' })
    expect(told.findings[0]?.remedy).toContain('kim@contoso.example verified this step on Jan 1, 1970')
    expect(after.findings.map(restsOnWord)).toEqual([true])
    expect(told.note).toBe('Based on kim@contoso.example’s confirmation')
    expect(isProved(after, [])).toBe(false)
    expect(isProved(after, [{ key: 'vault-readable', by: 'grace', at: 1 }])).toBe(true)
  })

  it.each<[string, Reading, Choices]>([
    ['what was read as wrong', reading('policy', finding('fail')), choices],
    ['what is in order', reading('policy', finding('pass')), choices],
    ['what is not there in Azure', reading('policy', finding('fail', 'not-found')), choices],
    ['a service that does not answer', reading('policy', finding('unknown', 'unavailable')), choices],
    ['a step that the sender did not prove', reading('environment', finding('unknown', 'forbidden')), choices],
    [
      'another policy than the sender’s',
      reading('policy', finding('unknown', 'forbidden')),
      { ...choices, policy: { ...policy, keyName: 'other' } },
    ],
    ['another environment', reading('policy', finding('unknown', 'forbidden')), { ...choices, environmentId: 'f' }],
    ['no hand-over', reading('policy', finding('unknown', 'forbidden')), { environmentId: 'e', policy }],
  ])('never contradicts %s', (_what, before, chosen) => {
    expect(applyHandoff(CUSTOMER_MANAGED_KEYS, before, chosen)).toEqual(before)
  })

  it('speaks of what Power Platform hides behind “not found”', () => {
    expect(applyHandoff(CUSTOMER_MANAGED_KEYS, reading('integration', finding('fail', 'not-found')), choices).findings[0]).toMatchObject({
      attestable: true,
    })
  })
})
