import { describe, expect, it } from 'vitest'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { protectionChecks } from '../../../../../machines/procedure/steps/policy/protection-checks.ts'
import { readWishedLocks, type WishedLock } from '../../../../../machines/procedure/steps/policy/wished-locks.ts'
import { lock, ok, POLICY_ID, policyChoices, policyFacts, REFUSALS, refused, VAULT_ID } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'
import { servicesThat } from '../../services.ts'

const wished = (over: Partial<WishedLock> = {}): WishedLock => ({
  of: 'vault',
  name: 'kv-contoso-cmk',
  scope: VAULT_ID,
  locks: ok([lock()]),
  ...over,
})
const of = (...wishedLocks: readonly WishedLock[]): PolicyFacts => policyFacts({ wishedLocks })
const onPolicy = (locks: WishedLock['locks']) => wished({ of: 'policy', name: 'cmk-contoso', scope: POLICY_ID, locks })
const check = 'protection-locks'

const rows: readonly Row<PolicyFacts>[] = [
  { check, when: 'no lock was ever wished', facts: policyFacts(), gives: 'nothing' },
  { check, when: 'every wished lock is there', facts: of(wished(), onPolicy(ok([lock()]))), gives: 'pass', seen: [lock().id] },
  { check, when: 'one of them is gone', facts: of(wished(), onPolicy(ok([]))), gives: 'warning', title: 'the policy cmk-contoso' },
  {
    check,
    when: 'one of them can’t be read',
    facts: of(wished(), onPolicy(refused(REFUSALS.forbidden))),
    gives: 'warning',
    title: 'Couldn’t read',
  },
]

describe('the check of what protects the key', () => walkRows(protectionChecks, rows))

it('asks for the locks that were wished, and for no others', async () => {
  const recording = servicesThat({ listLocks: async () => ok([]) })
  const { signal } = new AbortController()
  expect(await readWishedLocks(recording.services.azure, policyChoices(), undefined, signal)).toEqual([])
  const read = await readWishedLocks(recording.services.azure, policyChoices(), { locks: ['policy', 'group'] }, signal)
  expect(read.map(({ of: kind, name }) => [kind, name])).toEqual([
    ['policy', policyChoices().policyName],
    ['group', policyChoices().vaultResourceGroup],
  ])
  expect(recording.ports()).toEqual(['listLocks', 'listLocks'])
})
