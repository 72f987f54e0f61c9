import { describe, expect, it } from 'vitest'
import type { LifecycleOperation } from '#machines/engine/answer.ts'
import { judge } from '#machines/engine/step/finding.ts'
import type { Environment } from '#machines/procedure/services/services.ts'
import { environmentChecks, operationInTheWay } from '#machines/procedure/steps/environment/checks.ts'
import { type EnvironmentFacts, firstLabel, isKeyOperation, namesDiffer } from '#machines/procedure/steps/environment/facts.ts'
import { english } from '#test/english.ts'
import {
  absent,
  encrypted,
  environment,
  environmentFacts,
  failedOperation,
  HOUR,
  iso,
  MINUTE,
  NOW,
  ok,
  operation,
  POLICY_ID,
  policyChoices,
  REFUSALS,
  refused,
  runningOperation,
  without,
} from '#test/machines/facts.ts'
import { type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

const of = (over: Partial<Environment>): EnvironmentFacts => environmentFacts({ environment: ok(environment(over)) })
const nothingChosen: EnvironmentFacts = {}
const unread = environmentFacts({ environment: absent })
type Optional = 'dataverse' | 'financeAndOperations' | 'keyManagedBy' | 'managementState' | 'runtimeState'
const lacking = (name: Optional): EnvironmentFacts => environmentFacts({ environment: ok(without(environment(), name)) })
const during = (...operations: readonly LifecycleOperation[]): EnvironmentFacts => environmentFacts({ operations: ok(operations) })
const linking = (linkStatus: string): Partial<Environment> => ({ encryptionPolicy: { id: POLICY_ID, linkStatus } })
/** In a policy, and turned off. */
const off = of({ ...linking('Linked'), runtimeState: 'Disabled' })

const notedRows: Rows<EnvironmentFacts> = {
  'environment-noted': [
    row.unknown('it is not confirmed: no service can know which one is meant', environmentFacts(), {
      title: 'Is contoso-prod the right environment?',
      seen: [environment().id, 'https://contoso-prod.operations.dynamics.com/'],
      attestable: true,
    }),
    row.unknown(
      'the finance and operations name is another one',
      of({ financeAndOperations: { type: 'Linked', url: 'https://fabrikam.operations.dynamics.com/' } }),
      { title: 'finance and operations name differs', attestable: true },
    ),
    row.unknown('the finance and operations address is missing, as it can be on a unified environment', lacking('financeAndOperations'), {
      seen: 'no address available',
    }),
    row.nothing('none is chosen', nothingChosen),
  ],
  'organization-named': [
    row.pass('it has a name and an address', environmentFacts(), { title: 'Contoso', seen: 'unq0f8b6d4c' }),
    row.pass(
      'only the unique name is known',
      of({ dataverse: { uniqueName: 'unq0f8b', instanceUrl: 'https://contoso-prod.crm.dynamics.com' } }),
      { title: 'unq0f8b' },
    ),
    row.fail('there is no Dataverse', lacking('dataverse')),
    row.fail('the name is not there yet', of({ dataverse: { instanceUrl: 'https://x.crm.dynamics.com' } }), { title: 'yet' }),
    row.fail('the address is not there yet', of({ dataverse: { friendlyName: 'Contoso' } }), { title: 'yet' }),
    row.nothing('the environment cannot be read', unread),
  ],
  'region-known': [
    row.pass('it is in the list', environmentFacts(), { title: 'United States' }),
    row.pass('it is in the list in another case', of({ location: 'UnitedKingdom' }), { seen: 'location: uk' }),
    row.unknown('no list names it', of({ location: 'atlantis' }), { title: 'atlantis', attestable: true }),
    row.nothing('the environment cannot be read', unread),
  ],
}

const typeRows: Rows<EnvironmentFacts> = {
  'type-allowed': [
    ...['Production', 'Sandbox', 'sandbox'].map((sku) => ({ sku, gives: 'pass' as const })),
    ...['Trial', 'SubscriptionBasedTrial', 'Teams', 'teams', 'Default'].map((sku) => ({ sku, gives: 'fail' as const })),
    ...['Developer', 'Platform', ''].map((sku) => ({ sku, gives: 'warning' as const })),
  ].map(({ sku, gives }) => row[gives](`the type is “${sku}”`, of({ sku }), { seen: `Type: ${sku || 'none'}.` })),
}

const stateRows: Rows<EnvironmentFacts> = {
  'type-allowed': [
    row.fail('it is the tenant’s default environment, with any type', of({ isDefault: true }), { title: 'Default' }),
    row.nothing('the environment cannot be read', unread),
  ],
  'existing-policy-noted': [
    row.warning('it is in a policy, and none is chosen yet', of(linking('Linked')), {
      title: 'in policy cmk-contoso of subscription',
      seen: POLICY_ID,
    }),
    row.nothing('it is in the policy that was chosen', { ...of(linking('Linked')), chosenPolicy: policyChoices() }),
    row.pass('it is in none', environmentFacts()),
  ],
  'no-self-managed-key': [
    row.pass('the key is Microsoft’s', of({ keyManagedBy: 'microsoft' })),
    ...['Customer', 'CustomerViaMicrosoft'].map((keyManagedBy) =>
      row.warning(`the key is managed by ${keyManagedBy} and there is no policy`, of({ keyManagedBy }), {
        seen: `Key managed by: ${keyManagedBy}.`,
      }),
    ),
    row.nothing('the key came with a policy', of({ keyManagedBy: 'Customer', ...linking('Linked') })),
    row.nothing('it is unknown whose key it is', lacking('keyManagedBy')),
    row.nothing('the environment cannot be read', unread),
  ],
  'not-locked': [
    row.fail('it is a production environment, off in a policy, and nothing runs', off, {
      title: 'deletes it 30 days after the lock',
      id: 'F-A02',
      offer: { event: 'GO_TO_PAGE', page: 'operations', title: 'Re-enable the environment' },
    }),
    row.fail('it is a sandbox', of({ ...linking('Linked'), runtimeState: 'Disabled', sku: 'Sandbox' }), { title: '7 days' }),
    row.pass('it is on', of(linking('Linked'))),
    row.pass('it is in administration mode', of({ ...linking('Linked'), runtimeState: 'AdminMode' })),
    row.unknown(
      'its runtime is not named',
      environmentFacts({ environment: ok(without(environment(linking('Linked')), 'runtimeState')) }),
      { title: 'whether the environment is locked', attestable: true },
    ),
    row.unknown('its runtime is a new word', of({ ...linking('Linked'), runtimeState: 'Paused' }), { seen: 'Paused', attestable: true }),
    row.fail(
      'it is off, and its policy is named by the system ID alone',
      of({ encryptionPolicy: { systemId: 'x', linkStatus: 'Linked' }, runtimeState: 'disabled' }),
    ),
    row.pass('an operation keeps it off', of({ ...linking('Linked'), runtimeState: 'Disabled', ongoingOperation: { type: 'Backup' } })),
    row.nothing('it was added a few minutes ago and isn’t back yet: step 4 says to wait', {
      ...off,
      operations: ok([operation({ lastActionAt: iso(NOW - 10 * MINUTE) })]),
    }),
    row.fail('it was added long ago', { ...off, operations: ok([operation({ lastActionAt: iso(NOW - 2 * HOUR) })]) }),
    row.nothing('it is off and in no policy', of({ runtimeState: 'Disabled' })),
    row.nothing('the environment cannot be read', unread),
  ],
  'environment-ready': [
    row.pass('it is ready and enabled', environmentFacts()),
    row.pass('the words are in another case', of({ managementState: 'READY', runtimeState: 'enabled' })),
    row.unknown('its runtime is not named', lacking('runtimeState'), { title: 'doesn’t say', attestable: true }),
    row.unknown('its runtime is a new word', of({ runtimeState: 'Paused' }), { title: 'doesn’t say', seen: 'Paused', attestable: true }),
    row.warning('it is ready in administration mode', of({ runtimeState: 'AdminMode' }), { title: 'AdminMode' }),
    row.warning('it is ready and disabled', of({ runtimeState: 'Disabled' })),
    row.fail('it is being prepared', of({ managementState: 'Running' }), { title: 'Running' }),
    row.unknown('its state is undocumented', of({ managementState: 'Thawing' }), { seen: 'Thawing', attestable: true }),
    row.unknown('its state is not named', lacking('managementState'), { title: 'doesn’t say', attestable: true }),
    row.pass('it is being encrypted', of({ ...linking('Linking'), managementState: 'Running', runtimeState: 'Disabled' }), {
      title: 'step 4',
    }),
    row.pass('it is being encrypted, in another case', of({ ...linking('linking'), managementState: 'Running' }), { title: 'step 4' }),
    row.nothing('the environment cannot be read', unread),
  ],
}

const idleRows: Rows<EnvironmentFacts> = {
  'no-other-operation': [
    row.pass('none runs', during(operation(), failedOperation({ type: 'Backup' })), { seen: 'no current operation' }),
    row.fail('one of the list runs', during(runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })), {
      title: 'Back up',
      seen: 'Nov 24, 2026, 11:00 AM UTC',
    }),
    row.fail(
      'one of the list has not started',
      during(without(runningOperation({ type: 'Copy', state: 'not-started' }), 'typeDisplayName')),
      { title: 'Copy' },
    ),
    row.fail('the environment is going back to the Microsoft key', during(runningOperation({ type: 'RevertToMicrosoftKey' }))),
    row.fail('the environment names one that the list does not', of({ ongoingOperation: { type: 'Reset' } }), { title: 'Reset' }),
    row.fail('the environment names one without its kind', of({ ongoingOperation: {} }), { title: 'unknown type' }),
    row.pass(
      'it is the encryption itself',
      environmentFacts({
        environment: ok(environment({ ongoingOperation: { type: 'NewCustomerManagedKey' } })),
        operations: ok([runningOperation()]),
      }),
      { title: 'Only the encryption', seen: 'NewCustomerManagedKey' },
    ),
    row.pass('the environment says Linking and names an operation without its kind', of({ ...linking('linking'), ongoingOperation: {} }), {
      title: 'Only the encryption',
    }),
    row.warning('the list cannot be read and the environment names none', environmentFacts({ operations: refused(REFUSALS.forbidden) }), {
      seen: REFUSALS.forbidden.message,
      refusal: REFUSALS.forbidden,
    }),
    row.fail(
      'the list cannot be read and the environment names one',
      environmentFacts({ environment: ok(environment({ ongoingOperation: { type: 'Backup' } })), operations: refused(REFUSALS.throttled) }),
    ),
    row.nothing('the environment cannot be read', unread),
  ],
}

describe('the checks of step 2', () => walkRows(environmentChecks, notedRows, typeRows, stateRows, idleRows))

describe('what step 2 reads', () =>
  walkRefusedReads(environmentChecks, [
    ['the environment', 'environment-noted', 'power-platform-administrator', (answer) => environmentFacts({ environment: answer })],
  ]))

describe('the name that people take for the environment’s', () => {
  const named = (financeAndOperations: string, over: Partial<Environment> = {}) =>
    namesDiffer(environment({ financeAndOperations: { type: 'Linked', url: financeAndOperations }, ...over }))

  it.each([
    ['https://contoso-prod.operations.dynamics.com/', false],
    ['https://CONTOSO-PROD.sandbox.operations.dynamics.com', false],
    ['https://fabrikam.operations.dynamics.com', true],
    ['not an address', false],
  ])('differs, or not, for %s', (url, differs) => expect(named(url)).toBe(differs))

  it('is the same when it is the display name, or the first part of the organization’s address', () => {
    expect(named('https://fabrikam.operations.dynamics.com', { displayName: 'Fabrikam' })).toBe(false)
    expect(named('https://fabrikam.operations.dynamics.com', { dataverse: { instanceUrl: 'https://fabrikam.crm4.dynamics.com' } })).toBe(
      false,
    )
  })

  it('is the same with spaces and capitals, which an address does not take', () => {
    expect(named('https://contoso-sandbox.sandbox.operations.dynamics.com', { displayName: 'Contoso Sandbox', dataverse: {} })).toBe(false)
    expect(named('https://contoso-sandbox2.sandbox.operations.dynamics.com', { displayName: 'Contoso Sandbox', dataverse: {} })).toBe(true)
  })

  it('is not there when there is no address to take it from', () => {
    expect(namesDiffer(without(environment(), 'financeAndOperations'))).toBe(false)
    expect(firstLabel(undefined)).toBeUndefined()
    expect(firstLabel('https://Contoso.operations.dynamics.com')).toBe('contoso')
  })
})

describe('the blocking operation', () => {
  it('is none when nothing could be read', () => expect(operationInTheWay({})).toBeUndefined())

  it('is the listed one before the one the environment names, because the list knows since when', () => {
    const facts = environmentFacts({
      environment: ok(environment({ ongoingOperation: { type: 'Backup' } })),
      operations: ok([runningOperation({ type: 'Backup', typeDisplayName: 'Back up', createdAt: '2026-11-24T11:00:00Z' })]),
    })
    expect(english.all(operationInTheWay(facts))).toEqual({ type: 'Back up', since: '2026-11-24T11:00:00Z' })
  })

  it('is never an operation that puts on or changes the key', () => {
    for (const type of ['NewCustomerManagedKey', 'rotatecustomermanagedkey', 'SwapCustomerManagedKey']) {
      expect(isKeyOperation(type)).toBe(true)
      expect(
        operationInTheWay(environmentFacts({ environment: ok(encrypted()), operations: ok([runningOperation({ type })]) })),
      ).toBeUndefined()
    }
    for (const type of ['RevertToMicrosoftKey', 'Backup', '', undefined]) expect(isKeyOperation(type)).toBe(false)
  })
})

it('says of a locked environment first that it is, as an error, and nothing else of its state', () => {
  const [first, ...others] = judge(environmentChecks, off, NOW)
  expect([first?.key, first?.status]).toEqual(['not-locked', 'fail'])
  expect(others.map(({ key }) => key)).not.toContain('environment-ready')
})
