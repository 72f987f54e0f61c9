import { beforeAll, describe, expect, it } from 'vitest'
import type { StepView, WizardView } from '#messages/view.ts'
import type { TenantState } from '#node/practice/state.ts'
import { falsehoods } from '../oracle/claims.ts'
import { type Truth, truthOf } from '../oracle/truth.ts'
import { caseOf, type Practised, walkedToItsEnd } from '../practised.ts'

/*
 * Proves that the oracle of the random sequences, scenarios, faults, and kills sees a lie. Each lie is a view that was true at another
 * moment, or true of another tenant.
 */

interface Told {
  readonly view: WizardView
  readonly truth: Truth
}

const truthIn = ({ tenant, host }: Practised): Truth =>
  truthOf(tenant.practice.inspect(), tenant.practice.scenario.environmentId, host.view().now)
const told = (run: Practised): Told => ({ view: run.host.view(), truth: truthIn(run) })

/** The end of the four steps, and an operation while it runs and once it is over. */
async function ofOperation(name: 'another-policy' | 'already-encrypted', operation: 'change' | 'revert') {
  const run = await walkedToItsEnd(caseOf(name))
  const end = told(run)
  const tenant = { state: run.tenant.practice.inspect(), environmentId: run.tenant.practice.scenario.environmentId }
  const { step } = await run.openOperation(operation)
  if (step?.picture.kind === 'policies') {
    run.decide({ kind: 'choose-next-policy', policyId: step.picture.policies[0]?.id ?? '' })
    await run.reviewing(operation)
  }
  const opened = told(run)
  const running: Told[] = []
  const leave = run.host.subscribe((view) => {
    if (view.step?.phase === 'waiting' && view.step.wait?.mayClose) running.push({ view, truth: truthIn(run) })
  })
  await run.carryOut()
  leave()
  const after = told(run)
  await run.host.stop()
  const [first] = running
  if (!first) throw new Error(`Nothing ran in ${operation}.`)
  return { ...tenant, end, opened, running: first, after }
}

let changed: Awaited<ReturnType<typeof ofOperation>>
let reverted: Awaited<ReturnType<typeof ofOperation>>
beforeAll(async () => {
  changed = await ofOperation('another-policy', 'change')
  reverted = await ofOperation('already-encrypted', 'revert')
})

const onMap = (view: WizardView, element: string, more: object): WizardView => ({
  ...view,
  ...(view.keyMap
    ? { keyMap: { ...view.keyMap, elements: view.keyMap.elements.map((each) => (each.element === element ? { ...each, ...more } : each)) } }
    : {}),
})
const headed = (view: WizardView, headline: string, sentence = ''): WizardView =>
  ({ ...view, keyMap: { ...view.keyMap, headline, sentence } }) as WizardView
const noted = (view: WizardView, note: string): WizardView => ({
  ...view,
  stepper: view.stepper.map((entry) => (entry.id === 'membership' ? { ...entry, note } : entry)),
})
const inStep = (view: WizardView, more: Partial<StepView>): WizardView => (view.step ? { ...view, step: { ...view.step, ...more } } : view)

const withoutMap = ({ keyMap: _, ...view }: WizardView): WizardView => ({ ...view, stepper: [] })

/** Each as what is said, and what is so. */
const LIES: readonly (readonly [string, () => Told])[] = [
  ['the policy before a change is drawn as the one in use', () => ({ view: changed.end.view, truth: changed.after.truth })],
  [
    'the key before a change is drawn as the one in use',
    () => ({ view: onMap(changed.after.view, 'key', { name: 'kv-contoso-cmk' }), truth: changed.after.truth }),
  ],
  ['an environment that was taken out is encrypted', () => ({ view: reverted.end.view, truth: reverted.after.truth })],
  ['an environment that is encrypted is in no policy', () => ({ view: reverted.after.view, truth: reverted.end.truth })],
  ['nothing is connected, of what is linked', () => ({ view: headed(reverted.end.view, 'nothing'), truth: reverted.end.truth })],
  ['everything is ready, of what is linked', () => ({ view: headed(reverted.end.view, 'ready'), truth: reverted.end.truth })],
  [
    'linked to a policy that it is not in',
    () => ({
      view: headed(changed.after.view, 'connected', 'Linked to cmk-contoso-prod, but not everything is verified'),
      truth: changed.after.truth,
    }),
  ],
  [
    'connected to another policy that it is not in',
    () => ({
      view: headed(changed.after.view, 'other-policy', 'Connected to another policy: cmk-contoso-prod'),
      truth: changed.after.truth,
    }),
  ],
  ['Microsoft encrypts while nothing runs', () => ({ view: headed(changed.after.view, 'encrypting'), truth: changed.after.truth })],
  [
    'Microsoft takes it off the key while nothing runs',
    () => ({ view: headed(changed.after.view, 'leaving'), truth: changed.after.truth }),
  ],
  ['locked, of an environment whose key can be used', () => ({ view: headed(changed.after.view, 'locked'), truth: changed.after.truth })],
  ['a removal is waited for that is over', () => ({ view: reverted.running.view, truth: reverted.after.truth })],
  [
    'the last step is linked to the policy before',
    () => ({ view: noted(changed.after.view, 'Linked to cmk-contoso-prod'), truth: changed.after.truth }),
  ],
  [
    'the last step is done while the removal runs',
    () => ({ view: { ...reverted.running.view, stepper: reverted.end.view.stepper }, truth: reverted.after.truth }),
  ],
  [
    'the first step is done without an integration',
    () => ({ view: reverted.end.view, truth: { ...reverted.end.truth, isIntegrated: false } }),
  ],
  ['a key is verified that was disabled', () => ({ view: reverted.end.view, truth: { ...reverted.end.truth, keys: [] } })],
  ['a policy is verified that was deleted', () => ({ view: reverted.end.view, truth: { ...reverted.end.truth, policies: [] } })],
  [
    'access is verified that was taken away',
    () => ({
      view: reverted.end.view,
      truth: { ...reverted.end.truth, policies: reverted.end.truth.policies.map((policy) => ({ ...policy, mayUseKey: false })) },
    }),
  ],
  [
    'a failed operation is among what was done',
    () => ({ view: reverted.after.view, truth: { ...reverted.after.truth, ended: [{ what: 'unlink', how: 'failed', at: 0 }] } }),
  ],
  [
    'a running operation is among what was done',
    () => ({ view: reverted.after.view, truth: { ...reverted.after.truth, ended: [], running: 'unlink' } }),
  ],
  [
    'a lock is in force that no longer exists',
    () => ({
      view: inStep(reverted.opened.view, { findings: [{ key: 'protect-lock-vault', status: 'pass' } as StepView['findings'][number]] }),
      truth: reverted.end.truth,
    }),
  ],
  ['the table of an operation names the policy before', () => ({ view: changed.opened.view, truth: changed.after.truth })],
  [
    'Manage has the dates of the key before a change',
    () => ({
      view: { ...withoutMap(changed.after.view), keyDates: { vault: 'kv-contoso-cmk', key: 'cmk-contoso' } },
      truth: changed.after.truth,
    }),
  ],
  ['the summary says encrypted of what is in no policy', () => ({ view: withoutMap(changed.end.view), truth: reverted.after.truth })],
]

describe('the oracle', () => {
  it.each(['end', 'opened', 'running', 'after'] as const)('believes what is true, at the moment %s', (moment) => {
    for (const walk of [changed, reverted]) expect(falsehoods(walk[moment].view, [walk[moment].truth])).toEqual([])
  })

  it.each(LIES)('sees the lie that %s', (_, lie) => {
    const { view, truth } = lie()
    expect(falsehoods(view, [truth])).not.toEqual([])
  })

  it('believes in the access of a policy whose vault shuts Microsoft’s services out, which is another finding', () => {
    const environmentId = reverted.environmentId
    const { state } = reverted
    const closed: TenantState = {
      ...state,
      vaults: state.vaults.map((vault) => ({
        ...vault,
        networkAcls: { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
      })),
    }
    const [open, shut] = [state, closed].map((each) => truthOf(each, environmentId, reverted.end.view.now).policies)
    expect(open?.map(({ works }) => works)).toContain(true)
    expect(shut?.map(({ works }) => works)).not.toContain(true)
    expect(shut?.map(({ mayUseKey }) => mayUseKey)).toEqual(open?.map(({ mayUseKey }) => mayUseKey))
  })

  it('believes in a lock on the vault of the policy that held the environment until it was returned', () => {
    const { view, truth } = reverted.after
    const [vault = ''] = truth.policies.map(({ vaultId }) => vaultId)
    const shown = inStep(view, { findings: [{ key: 'protect-lock-vault', status: 'pass' } as StepView['findings'][number]] })
    expect(falsehoods(shown, [{ ...truth, locked: [vault] }])).toEqual([])
    const deleted = { name: '', id: '', vaultId: '', vault: '', key: '', mayUseKey: false, works: false }
    expect(falsehoods(shown, [{ ...truth, held: deleted, locked: [vault] }]).join()).not.toContain('a lock on the vault')
    expect(falsehoods(shown, [{ ...truth, locked: [] }])).not.toEqual([])
  })

  it('lets the map keep what was known of a removal while that is read again beside the page', () => {
    const { view, truth } = reverted.running
    const isOver = { ...truth, running: undefined, ended: [{ what: 'unlink', how: 'succeeded', at: view.now - 1 }] } as const
    const { step: _, ...page } = { ...headed(view, 'leaving'), stepper: [] }
    const beside = { id: 'revert', title: '', phase: 'reading', proved: false, findings: [] } as const
    const checkedAt = (at: number): WizardView => ({ ...page, ...(page.keyMap && { keyMap: { ...page.keyMap, checkedAt: at } }) })
    expect(falsehoods({ ...checkedAt(view.now), others: [beside] }, [isOver]).join()).not.toContain('map: “')
    expect(falsehoods(checkedAt(view.now), [isOver]).join()).toContain('map: “')
  })
})
