import { describe, expect, it } from 'vitest'
import { baselineOf, driftOf } from '#machines/engine/drift/baseline.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { english } from '#test/english.ts'
import {
  account,
  assignment,
  DAY,
  encrypted,
  key,
  NOW,
  ok,
  policyChoices,
  policyFacts,
  readerAssignment,
  vault,
} from '#test/machines/facts.ts'

const ROTATING = { rotates: true, rotateBeforeExpiry: 'P60D' }
const fenced = (ipRules: number, bypass = 'AzureServices') => ({
  networkRules: { defaultAction: 'Deny', bypass, ipRules, virtualNetworkRules: 0 },
})

/** An environment on its key, as it was left. */
const left = (over: Partial<PolicyFacts> = {}): PolicyFacts =>
  policyFacts({
    environment: ok(encrypted()),
    key: ok(key({ expires: NOW + 300 * DAY })),
    keyRotation: ok(ROTATING),
    keyAccess: ok([assignment()]),
    readers: ok([readerAssignment()]),
    vault: ok(vault(fenced(1))),
    ...over,
  })

const read = (facts: PolicyFacts) => {
  const choices = policyChoices()
  return readPolicy(
    facts,
    { policy: choices },
    choices,
    { objectId: account.objectId, userName: account.userName, displayName: account.displayName },
    NOW,
  )
}

/** `key turn: was → is` of each change. */
const changes = (facts: PolicyFacts): readonly string[] =>
  driftOf(CUSTOMER_MANAGED_KEYS, baselineOf(CUSTOMER_MANAGED_KEYS, [read(left())], 'e', 'ada@contoso.example', NOW), [read(facts)], []).map(
    ({ key: check, turn, was, is }) => `${check} ${turn}: ${english.text(was)} → ${english.text(is)}`,
  )

describe('what has changed of the key a year later', () => {
  it('is nothing where nothing has', () => {
    expect(changes(left())).toEqual([])
  })

  it.each([
    ['the key has expired', { key: ok(key({ expires: NOW })) }, /^key-in-its-dates worse/],
    ['the key expires sooner', { key: ok(key({ expires: NOW + 200 * DAY })) }, /^key-in-its-dates worse: .*→.*expires/],
    ['the key expires later', { key: ok(key({ expires: NOW + 400 * DAY })) }, /^key-in-its-dates other/],
    ['the key no longer expires', { key: ok(key()) }, /^key-in-its-dates better/],
    ['the rotation policy is gone', { keyRotation: ok({ rotates: false }) }, /^key-renewed worse/],
    ['another network rule lets someone in', { vault: ok(vault(fenced(2))) }, /^vault-reachable other: .*Rules: 1 IP.* → .*Rules: 2 IP/],
    ['the exception for Microsoft’s services is gone', { vault: ok(vault(fenced(1, 'None'))) }, /^vault-reachable worse/],
    ['the policy’s role is gone', { keyAccess: ok([]) }, /^key-access worse/],
    ['the administrator’s role on the policy is gone', { readers: ok([]) }, /^reader-on-policy worse/],
  ] as const)('is told when %s', (_when, over, told) => {
    expect(changes(left(over))).toContainEqual(expect.stringMatching(told))
  })
})
