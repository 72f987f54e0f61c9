import { describe, expect, it } from 'vitest'
import { actionKey, type FieldChange, fieldChanges } from '#machines/engine/action.ts'
import { type Action, isAction } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { apply, poll } from '#machines/procedure/apply.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { OperationId, SequenceId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import { KEY_LOSSES } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import type { ScenarioName } from '#node/practice/scenario-titles.ts'
import { SCENARIOS, scenarioByName } from '#node/practice/scenarios.ts'
import { type KeyVersionState, policyId, type RoleAssignmentState, type TenantState } from '#node/practice/state.ts'
import { type Opened, opened, unending } from './opened.ts'
import { differences, fieldsOf, type TenantDifference } from './tenant-fields.ts'

const HOUR = 3_600_000

const signal = unending()

const planOf = async (step: SequenceId, { services, clock }: Opened, choices: Choices) =>
  observe(step, { services, choices, now: () => clock.now(), signal })

/** End of an action: completed, refused, or accepted and then not completed by Microsoft. */
type Outcome = { readonly end: 'done' | 'refused' | 'failed'; readonly changed: readonly TenantDifference[] }

async function carryOut(action: Action, tenant: Opened): Promise<Outcome> {
  const { services, clock, practice, advance } = tenant
  const before = fieldsOf(practice.inspect())
  const changed = () => differences(before, fieldsOf(practice.inspect()))
  let applied = await apply(action, services, () => clock.now(), signal)
  for (let tries = 0; !applied.ok && applied.refusal.reason === 'not-ready' && tries < 10; tries += 1) {
    advance?.(60_000)
    applied = await apply(action, services, () => clock.now(), signal)
  }
  if (!applied.ok) return { end: 'refused', changed: changed() }
  const { pending } = applied.receipt
  let seen = pending && (await poll(pending, services, clock.now(), signal))
  for (let looks = 0; pending && seen?.state === 'running' && looks < 200; looks += 1) {
    advance?.(HOUR)
    seen = await poll(pending, services, clock.now(), signal)
  }
  // Delayed data is visible by then.
  advance?.(HOUR)
  return { end: seen?.state === 'failed' ? 'failed' : 'done', changed: changed() }
}

/** True if a plan announced the difference. */
function isAnnounced(change: FieldChange, { resourceId, field, before, after }: TenantDifference): boolean {
  const sameValue = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase()
  return (
    change.resourceId.toLowerCase() === resourceId &&
    change.field === field &&
    (change.before === null ? before === null : sameValue(change.before, before)) &&
    (change.chosenByService ? after !== null : sameValue(change.after, after))
  )
}

/** A rotation announces a new latest version in place of the one before; that it is one more, and not two, is counted here. */
const isOneMoreVersion = ({ kind }: Action, { field, before, after }: TenantDifference): boolean =>
  kind === 'rotate-key' && field === 'versions' && Number(after) === Number(before ?? 1) + 1

const unannounced = (action: Action, changed: readonly TenantDifference[]) =>
  changed.filter(
    (difference) =>
      !isOneMoreVersion(action, difference) && !fieldChanges(actions, action).some((change) => isAnnounced(change, difference)),
  )

const notSeen = (action: Action, changed: readonly TenantDifference[]) =>
  fieldChanges(actions, action).filter((change) => !change.mayStay && !changed.some((difference) => isAnnounced(change, difference)))

/** Carries an action out and holds what changed against what the plan said of it. */
async function asAnnounced(action: Action, tenant: Opened): Promise<Outcome['end']> {
  const { end, changed } = await carryOut(action, tenant)
  if (end === 'refused') expect(changed, `${action.kind} was refused and yet changed something`).toEqual([])
  if (end === 'done') {
    expect(unannounced(action, changed), `changed by ${action.kind} without being in the plan`).toEqual([])
    expect(notSeen(action, changed), `planned by ${action.kind} and not seen`).toEqual([])
  }
  return end
}

const ONE_BY_ONE = { timeout: 30_000 }

describe('what the plan says equals what changes in the tenant, field by field, and nothing else changes', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('in %s', ONE_BY_ONE, async (_name, scenario) => {
    const tenant = opened(scenario.name)
    // Operations running at the scenario's start have ended: their changes aren't the plan's.
    tenant.advance?.(2 * HOUR)
    const choices = { ...scenario.choices, turnOnPurgeProtection: true }
    const first = await planOf('policy', tenant, choices)
    const ends: string[] = []
    const check = async (action: Action) => {
      const end = await asAnnounced(action, tenant)
      ends.push(`${action.kind} ${end}`)
      return end
    }
    for (const action of first.plan.filter(isAction)) if ((await check(action)) !== 'done') break
    const second = await planOf('membership', tenant, choices)
    // The forecast before the first write equals the current plan, except for the policy's ID, which didn't exist yet.
    const plain = (action: Action): Action => (action.kind === 'link-environment' ? { ...action, policySystemId: '' } : action)
    const key = (action: Action) => actionKey(plain(action)).toLowerCase()
    if (ends.every((end) => end.endsWith('done')))
      expect((first.foreseen?.membership?.plan ?? []).filter(isAction).map(key)).toEqual(second.plan.filter(isAction).map(key))
    for (const action of second.plan.filter(isAction)) if ((await check(action)) !== 'done') break
    expect(ends).toEqual(ENDS[scenario.name])
  })
})

const FROM_NOTHING = ['register-provider', 'create-resource-group', 'create-vault', 'create-key', 'create-policy', 'grant-key-access'].map(
  (kind) => `${kind} done`,
)
const ENDS: Readonly<Record<string, readonly string[]>> = {
  'ready-to-enable': [...FROM_NOTHING, 'link-environment done'],
  // Without Dataverse nothing can be managed: the wizard stops in step 1 there.
  'integration-missing': [...FROM_NOTHING, 'enable-managed-environment refused'],
  'encrypted-before-integration': [],
  'vault-without-purge-protection': [
    'turn-on-purge-protection done',
    'create-policy done',
    'grant-key-access done',
    'link-environment done',
  ],
  'imported-key': ['create-policy done', 'grant-key-access done', 'link-environment done'],
  'earlier-key': [...FROM_NOTHING, 'enable-managed-environment done', 'link-environment done'],
  'private-vault': ['create-key done', 'create-policy done', 'grant-key-access done', 'link-environment done'],
  'key-expires-too-soon': ['link-environment done'],
  'key-expires-soon': ['link-environment done'],
  // The step stops before it: the firewall can't be seen from what is planned.
  'vault-firewall': ['create-policy done', 'grant-key-access done', 'link-environment failed'],
  'not-managed': [...FROM_NOTHING, 'enable-managed-environment done', 'link-environment done'],
  'wrong-region': ['link-environment refused'],
  'no-reader': ['grant-reader refused', 'link-environment done'],
  'power-platform-half': [],
  // Who can't see the environment plans no policy for its region.
  'vault-half': ['register-provider done', 'create-resource-group done', 'create-vault done', 'create-key done'],
  'reader-only': ['link-environment done'],
  'rights-by-group': [...FROM_NOTHING, 'link-environment done'],
  'partner-by-delegation': [...FROM_NOTHING, 'link-environment done'],
  'busy-environment': [...FROM_NOTHING, 'link-environment done'],
  // No one confirms it here.
  'second-factor': ['register-provider refused'],
  throttled: [...FROM_NOTHING, 'link-environment done'],
  'link-fails': ['link-environment failed'],
  'already-encrypted': [],
  'another-policy': [],
  landscape: [...FROM_NOTHING, 'link-environment done'],
  'managed-hsm': ['create-key done', 'create-policy done', 'grant-key-access done', 'link-environment done'],
  // Neither its key nor its roles can be read, so the key isn't planned, and the step isn't carried out.
  'managed-hsm-not-activated': ['create-policy done', 'grant-key-access refused', 'link-environment failed'],
  'policy-out-of-reach': FROM_NOTHING,
  'existing-link': [],
  'policy-recreated': [],
  locked: ['grant-key-access done'],
  // Irrecoverable resources aren't planned: a new vault, key or policy with the same name would only hide the loss.
  ...Object.fromEntries(KEY_LOSSES.map((loss) => [`lock-${loss}`, loss === 'access-removed' ? ['grant-key-access done'] : []])),
  'unified-environment': ['register-provider done', ...FROM_NOTHING, 'link-environment done'],
}

/** Choices beyond the scenario's suggestions, if an operation requires one. */
const changing = ({ practice }: Opened): Choices => {
  const [from, to] = ['cmk-contoso-prod', 'cmk-contoso-next'].map((name) => {
    const policy = practice.inspect().policies.find((each) => each.name === name)
    if (!policy) throw new Error(`No policy ${name}`)
    return policyId(policy)
  })
  return { heldPolicyId: from ?? '', changedFromPolicyId: from ?? '', nextPolicyId: to ?? '' }
}

const EMAILS = ['ada@contoso.example', 'kim@contoso.example']

describe('what the plan of an operation after the link says equals what changes', () => {
  it.each<[OperationId, ScenarioName, (tenant: Opened) => Choices, readonly string[]]>([
    ['rotate', 'already-encrypted', () => ({}), ['rotate-key done']],
    ['revert', 'already-encrypted', () => ({}), ['unlink-environment done']],
    ['change', 'another-policy', changing, ['grant-key-access done', 'unlink-environment done', 'link-environment done']],
    ['re-enable', 'locked', () => ({}), ['grant-key-access done']],
    [
      'protect',
      'already-encrypted',
      ({ practice }) => ({
        protection: {
          locks: ['vault', 'policy', 'group'],
          rotation: true,
          auditLog: practice.inspect().workspaces[1]?.id ?? '',
          mail: EMAILS,
        },
      }),
      [
        ...['create-lock done', 'create-lock done', 'create-lock done', 'set-rotation-policy done', 'send-audit-log done'],
        ...['mail-alerts done', 'alert-near-expiry done'],
      ],
    ],
  ])('in %s', ONE_BY_ONE, async (operation, name, chosen, expected) => {
    const scenario = scenarioByName(name)
    if (!scenario) throw new Error(`No scenario ${name}`)
    const tenant = opened(scenario.name)
    const { plan } = await planOf(operation, tenant, { ...scenario.choices, ...chosen(tenant) })
    const ends: string[] = []
    for (const action of plan.filter(isAction)) ends.push(`${action.kind} ${await asAnnounced(action, tenant)}`)
    expect(ends).toEqual(expected)
  })
})

it('equals with tags, too, which the new group, key vault, and policy get', ONE_BY_ONE, async () => {
  const scenario = scenarioByName('ready-to-enable')
  if (!scenario) throw new Error('No such scenario')
  const tenant = opened(scenario.name)
  const tags = [{ name: 'owner', value: 'kim' }]
  const policy = scenario.choices.policy
  if (!policy) throw new Error('No choices')
  const { plan } = await planOf('policy', tenant, { ...scenario.choices, policy: { ...policy, tags } })
  for (const action of plan.filter(isAction)) expect(await asAnnounced(action, tenant)).toBe('done')
  const { resourceGroups, vaults, policies } = tenant.practice.inspect()
  expect([resourceGroups, vaults, policies].map((made) => made.at(-1)?.tags)).toEqual([
    { owner: 'kim' },
    { owner: 'kim' },
    { owner: 'kim' },
  ])
})

describe('the comparison itself', () => {
  it.each<[string, (state: TenantState) => void]>([
    ['a provider', (state) => Object.assign(state.subscriptions[0]?.providers[0] ?? {}, { registrationState: 'NotRegistered' })],
    ['a new group', (state) => void state.resourceGroups.push({ subscriptionId: 's', name: 'rg', location: 'eastus', tags: {} })],
    ['a tag', (state) => Object.assign(state.vaults[0] ?? {}, { tags: { owner: 'kim' } })],
    ['a vault’s setting', (state) => Object.assign(state.vaults[0] ?? {}, { softDeleteRetentionInDays: 7 })],
    ['a deleted vault', (state) => void state.vaults.pop()],
    ['a disabled key', (state) => Object.assign(state.keys[0]?.versions.at(-1) ?? {}, { enabled: false })],
    ['a second version of a key', (state) => void state.keys[0]?.versions.push({ ...(state.keys[0].versions[0] as KeyVersionState) })],
    ['a policy’s key', (state) => Object.assign(state.policies[0] ?? {}, { properties: {} })],
    [
      'another person’s role',
      (state) => void state.roleAssignments.push({ ...(state.roleAssignments[0] as RoleAssignmentState), principalId: 'x' }),
    ],
    ['an environment’s name', (state) => Object.assign(state.environments[0]?.payload.properties ?? {}, { displayName: 'other' })],
    ['an organization’s users', (state) => void state.organizations[0]?.users.push('x')],
  ])('sees %s', (_what, change) => {
    const scenario = scenarioByName('link-fails')
    if (!scenario) throw new Error('No such scenario')
    const state = opened(scenario.name).practice.inspect()
    const before = fieldsOf(state)
    expect(differences(before, fieldsOf(structuredClone(state)))).toEqual([])
    change(state)
    expect(differences(before, fieldsOf(state)).length).toBeGreaterThan(0)
  })
})
