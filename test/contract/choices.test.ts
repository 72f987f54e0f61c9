import { expect, it } from 'vitest'
import { CALLS } from '#contract/contract.ts'
import { policyChoices } from '../machines/facts.ts'

const sent = (policy: object) =>
  CALLS['wizard:send'].takes.safeParse({ type: 'DECIDE', decision: { kind: 'choose-policy', policy } }).success
const CHOSEN = policyChoices()
const tag = { name: 'cost-center', value: '4711' }

it('takes the choices of a policy as the procedure declares them', () => {
  for (const more of [{}, { keyStore: 'managed-hsm' }, { keyIsImported: true, administratorIsGroup: true }, { tags: [tag] }])
    expect(sent({ ...CHOSEN, ...more }), JSON.stringify(more)).toBe(true)
})

it.each([
  ['lacks one', (({ keyName: _, ...others }) => others)(CHOSEN)],
  ['has one that isn’t declared', { ...CHOSEN, password: 'x' }],
  ['has a value that isn’t offered', { ...CHOSEN, keySize: 4096 }],
  ['has a name that is too long', { ...CHOSEN, keyName: 'k'.repeat(513) }],
  ['has a line break in a name', { ...CHOSEN, vaultName: 'kv\nname' }],
  ['has more tags than Azure takes', { ...CHOSEN, tags: Array.from({ length: 51 }, () => tag) }],
  ['has a tag with more than Azure takes', { ...CHOSEN, tags: [{ ...tag, color: 'red' }] }],
])('refuses a policy that %s', (_, policy) => expect(sent(policy)).toBe(false))

it.each([
  [{ locks: ['vault'], rotation: true, auditLog: '/subscriptions/s', mail: ['ada@contoso.example'] }, true],
  [{ locks: ['subscription'] }, false],
  [{ locks: [], mail: Array.from({ length: 51 }, () => 'ada@contoso.example') }, false],
])('takes protections as the procedure declares them: %j', (wished, taken) => {
  const decision = { kind: 'wish-protections', ...wished }
  expect(CALLS['wizard:send'].takes.safeParse({ type: 'DECIDE', decision }).success).toBe(taken)
})
