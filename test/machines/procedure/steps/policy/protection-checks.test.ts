import { describe, expect, it } from 'vitest'
import type { Protection } from '#machines/procedure/choices.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { protectionChecks } from '#machines/procedure/steps/policy/protection-checks.ts'
import { readWished, readWishedLocks, type WishedLock, type WishedProtection } from '#machines/procedure/steps/policy/wished.ts'
import {
  ACTION_GROUP_ID,
  actionGroup,
  diagnosticSetting,
  lock,
  nearExpiryAlert,
  ok,
  POLICY_ID,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  VAULT_ID,
  WORKSPACE_ID,
} from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'
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

const doing = (wished: WishedProtection, facts: Partial<PolicyFacts> = {}): PolicyFacts => policyFacts({ wished, ...facts })
const logged = (settings: NonNullable<WishedProtection['auditLog']>['settings']) => doing({ auditLog: { settings, wanted: WORKSPACE_ID } })
const mailed = (over: Partial<NonNullable<WishedProtection['alert']>> = {}) =>
  doing({
    alert: {
      alerts: ok([nearExpiryAlert()]),
      groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup()) }],
      wanted: ['kim@contoso.example'],
      ...over,
    },
  })

/** A missing protection that was planned is a warning, for any cause: it stops nothing here. */
const wishedRows: Rows<PolicyFacts> = {
  'protection-rotation': [
    row.nothing('no renewal was wished', doing({})),
    row.pass('the key is renewed', doing({ rotation: true }, { keyRotation: ok({ rotates: true, rotateAfter: 'P18M' }) })),
    row.warning('the rotation policy is gone', doing({ rotation: true }, { keyRotation: ok({ rotates: false }) }), {
      title: 'rotation policy',
    }),
  ],
  'protection-audit-log': [
    row.nothing('no audit log was wished', doing({})),
    row.pass('it goes to the workspace', logged(ok([diagnosticSetting()]))),
    row.warning('it goes nowhere any more', logged(ok([]))),
    row.warning('it can’t be read', logged(refused(REFUSALS.forbidden))),
  ],
  'protection-near-expiry': [
    row.nothing('no mail was wished', doing({})),
    row.pass('the mail is sent', mailed()),
    row.warning('the alert is gone', mailed({ alerts: ok([]) })),
    row.warning('it can’t be read', mailed({ alerts: refused(REFUSALS.forbidden) })),
  ],
}

const rows: Rows<PolicyFacts> = {
  [check]: [
    row.nothing('no lock was ever wished', policyFacts()),
    row.pass('every wished lock is there', of(wished(), onPolicy(ok([lock()]))), { seen: lock().id }),
    row.warning('one of them is gone', of(wished(), onPolicy(ok([]))), { title: 'the policy cmk-contoso' }),
    row.warning('one of them can’t be read', of(wished(), onPolicy(refused(REFUSALS.forbidden))), { title: 'Couldn’t read' }),
  ],
}

describe('the check of what protects the key', () => walkRows(protectionChecks, rows, wishedRows))

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

it('asks for what else was wished, and for nothing else', async () => {
  const { signal } = new AbortController()
  const asked = async (wish: Partial<Protection>, chosen = policyChoices()) => {
    const recording = servicesThat({ listDiagnosticSettings: async () => ok([]), readActionGroup: async () => ok(actionGroup()) })
    await readWished(recording.services.azure, chosen, { locks: [], ...wish }, signal)
    return recording.ports()
  }
  expect(await asked({})).toEqual([])
  expect(await asked({ rotation: true })).toEqual([])
  expect(await asked({ auditLog: WORKSPACE_ID })).toEqual(['listDiagnosticSettings'])
  expect(await asked({ mail: ['kim@contoso.example'] })).toEqual(['listNearExpiryAlerts', 'readActionGroup'])
  expect(await asked({ mail: ['kim@contoso.example'] }, policyChoices({ keyStore: 'managed-hsm' }))).toEqual([])
})
