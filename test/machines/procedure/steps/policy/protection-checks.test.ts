import { describe, expect, it } from 'vitest'
import type { Protection } from '../../../../../machines/procedure/choices.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { protectionChecks } from '../../../../../machines/procedure/steps/policy/protection-checks.ts'
import {
  readWished,
  readWishedLocks,
  type WishedLock,
  type WishedProtection,
} from '../../../../../machines/procedure/steps/policy/wished.ts'
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
} from '../../../facts.ts'
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

const doing = (wished: WishedProtection, facts: Partial<PolicyFacts> = {}): PolicyFacts => policyFacts({ wished, ...facts })
const logged = (settings: NonNullable<WishedProtection['auditLog']>['settings']) => doing({ auditLog: { settings, wanted: WORKSPACE_ID } })
const mailed = (over: Partial<NonNullable<WishedProtection['alert']>> = {}) =>
  doing({
    alert: {
      ...{ alerts: ok([nearExpiryAlert()]), groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup()) }], wanted: ['kim@contoso.example'] },
      ...over,
    },
  })

/** What is wished and isn't so is a warning, no matter who took it away: it stops nothing here. */
const wishedRows: readonly Row<PolicyFacts>[] = [
  { check: 'protection-rotation', when: 'no renewal was wished', facts: doing({}), gives: 'nothing' },
  {
    check: 'protection-rotation',
    when: 'the key is renewed',
    facts: doing({ rotation: true }, { keyRotation: ok({ rotates: true, rotateAfter: 'P18M' }) }),
    gives: 'pass',
  },
  {
    check: 'protection-rotation',
    when: 'the rotation policy is gone',
    facts: doing({ rotation: true }, { keyRotation: ok({ rotates: false }) }),
    gives: 'warning',
    title: 'rotation policy',
  },
  { check: 'protection-audit-log', when: 'no audit log was wished', facts: doing({}), gives: 'nothing' },
  { check: 'protection-audit-log', when: 'it goes to the workspace', facts: logged(ok([diagnosticSetting()])), gives: 'pass' },
  { check: 'protection-audit-log', when: 'it goes nowhere any more', facts: logged(ok([])), gives: 'warning' },
  { check: 'protection-audit-log', when: 'it can’t be read', facts: logged(refused(REFUSALS.forbidden)), gives: 'warning' },
  { check: 'protection-near-expiry', when: 'no mail was wished', facts: doing({}), gives: 'nothing' },
  { check: 'protection-near-expiry', when: 'the mail is sent', facts: mailed(), gives: 'pass' },
  { check: 'protection-near-expiry', when: 'the alert is gone', facts: mailed({ alerts: ok([]) }), gives: 'warning' },
  { check: 'protection-near-expiry', when: 'it can’t be read', facts: mailed({ alerts: refused(REFUSALS.forbidden) }), gives: 'warning' },
]

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
  ...wishedRows,
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
