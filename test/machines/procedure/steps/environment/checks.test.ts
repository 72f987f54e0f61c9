import { describe, expect, it } from 'vitest'
import type { Environment } from '../../../../../machines/procedure/services.ts'
import { environmentChecks, operationInTheWay } from '../../../../../machines/procedure/steps/environment/checks.ts'
import {
  type EnvironmentFacts,
  firstLabel,
  isKeyOperation,
  namesDiffer,
} from '../../../../../machines/procedure/steps/environment/facts.ts'
import { english } from '../../../../english.ts'
import {
  absent,
  encrypted,
  environment,
  environmentFacts,
  failedOperation,
  ok,
  operation,
  POLICY_ID,
  policyChoices,
  REFUSALS,
  refused,
  runningOperation,
  without,
} from '../../../facts.ts'
import { type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

const of = (over: Partial<Environment>): EnvironmentFacts => environmentFacts({ environment: ok(environment(over)) })
const nothingChosen: EnvironmentFacts = {}
const unread = environmentFacts({ environment: absent })
const linking = (linkStatus: string): Partial<Environment> => ({ encryptionPolicy: { id: POLICY_ID, linkStatus } })

const notedRows: readonly Row<EnvironmentFacts>[] = [
  {
    check: 'environment-noted',
    when: 'it is not confirmed: no service can know which one is meant',
    facts: environmentFacts(),
    gives: 'unknown',
    title: 'Is contoso-prod the right environment?',
    seen: [environment().id, 'https://contoso-prod.operations.dynamics.com/'],
    with: { attestable: true },
  },
  {
    check: 'environment-noted',
    when: 'the finance and operations name is another one',
    facts: of({ financeAndOperations: { type: 'Linked', url: 'https://fabrikam.operations.dynamics.com/' } }),
    gives: 'unknown',
    title: 'finance and operations name differs',
    with: { attestable: true },
  },
  {
    check: 'environment-noted',
    when: 'the finance and operations address is missing, as it can be on a unified environment',
    facts: environmentFacts({ environment: ok(without(environment(), 'financeAndOperations')) }),
    gives: 'unknown',
    seen: ['no address available'],
  },
  { check: 'environment-noted', when: 'none is chosen', facts: nothingChosen, gives: 'nothing' },

  {
    check: 'organization-named',
    when: 'it has a name and an address',
    facts: environmentFacts(),
    gives: 'pass',
    title: 'Contoso',
    seen: ['unq0f8b6d4c'],
  },
  {
    check: 'organization-named',
    when: 'only the unique name is known',
    facts: of({ dataverse: { uniqueName: 'unq0f8b', instanceUrl: 'https://contoso-prod.crm.dynamics.com' } }),
    gives: 'pass',
    title: 'unq0f8b',
  },
  {
    check: 'organization-named',
    when: 'there is no Dataverse',
    facts: environmentFacts({ environment: ok(without(environment(), 'dataverse')) }),
    gives: 'fail',
  },
  {
    check: 'organization-named',
    when: 'the name is not there yet',
    facts: of({ dataverse: { instanceUrl: 'https://x.crm.dynamics.com' } }),
    gives: 'fail',
    title: 'yet',
  },
  {
    check: 'organization-named',
    when: 'the address is not there yet',
    facts: of({ dataverse: { friendlyName: 'Contoso' } }),
    gives: 'fail',
    title: 'yet',
  },
  { check: 'organization-named', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  { check: 'region-known', when: 'it is in the list', facts: environmentFacts(), gives: 'pass', title: 'United States' },
  {
    check: 'region-known',
    when: 'it is in the list in another case',
    facts: of({ location: 'UnitedKingdom' }),
    gives: 'pass',
    seen: ['location: uk'],
  },
  {
    check: 'region-known',
    when: 'no list names it',
    facts: of({ location: 'atlantis' }),
    gives: 'unknown',
    title: 'atlantis',
    with: { attestable: true },
  },
  { check: 'region-known', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },
]

const typeRows: readonly Row<EnvironmentFacts>[] = [
  ...['Production', 'Sandbox', 'sandbox'].map((sku) => ({ sku, gives: 'pass' as const })),
  ...['Trial', 'SubscriptionBasedTrial', 'Teams', 'teams', 'Default'].map((sku) => ({ sku, gives: 'fail' as const })),
  ...['Developer', 'Platform', ''].map((sku) => ({ sku, gives: 'warning' as const })),
].map(({ sku, gives }) => ({
  check: 'type-allowed',
  when: `the type is “${sku}”`,
  facts: of({ sku }),
  gives,
  seen: [`Type: ${sku || 'none'}.`],
}))

const stateRows: readonly Row<EnvironmentFacts>[] = [
  {
    check: 'type-allowed',
    when: 'it is the tenant’s default environment, with any type',
    facts: of({ isDefault: true }),
    gives: 'fail',
    title: 'Default',
  },
  { check: 'type-allowed', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  {
    check: 'existing-policy-noted',
    when: 'it is in a policy, and none is chosen yet',
    facts: of(linking('Linked')),
    gives: 'warning',
    title: 'in policy cmk-contoso of subscription',
    seen: [POLICY_ID],
  },
  {
    check: 'existing-policy-noted',
    when: 'it is in the policy that was chosen',
    facts: { ...of(linking('Linked')), chosenPolicy: policyChoices() },
    gives: 'nothing',
  },
  { check: 'existing-policy-noted', when: 'it is in none', facts: environmentFacts(), gives: 'pass' },
  { check: 'no-self-managed-key', when: 'the key is Microsoft’s', facts: of({ keyManagedBy: 'microsoft' }), gives: 'pass' },
  ...['Customer', 'CustomerViaMicrosoft'].map((keyManagedBy) => ({
    check: 'no-self-managed-key',
    when: `the key is managed by ${keyManagedBy} and there is no policy`,
    facts: of({ keyManagedBy }),
    gives: 'warning' as const,
    seen: [`Key managed by: ${keyManagedBy}.`],
  })),
  {
    check: 'no-self-managed-key',
    when: 'the key came with a policy',
    facts: of({ keyManagedBy: 'Customer', ...linking('Linked') }),
    gives: 'nothing',
  },
  {
    check: 'no-self-managed-key',
    when: 'it is unknown whose key it is',
    facts: environmentFacts({ environment: ok(without(environment(), 'keyManagedBy')) }),
    gives: 'nothing',
  },
  { check: 'no-self-managed-key', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  { check: 'environment-ready', when: 'it is ready and enabled', facts: environmentFacts(), gives: 'pass' },
  {
    check: 'environment-ready',
    when: 'the words are in another case',
    facts: of({ managementState: 'READY', runtimeState: 'enabled' }),
    gives: 'pass',
  },
  {
    check: 'environment-ready',
    when: 'its runtime is not named',
    facts: environmentFacts({ environment: ok(without(environment(), 'runtimeState')) }),
    gives: 'pass',
  },
  {
    check: 'environment-ready',
    when: 'it is ready in administration mode',
    facts: of({ runtimeState: 'AdminMode' }),
    gives: 'warning',
    title: 'AdminMode',
  },
  { check: 'environment-ready', when: 'it is ready and disabled', facts: of({ runtimeState: 'Disabled' }), gives: 'warning' },
  { check: 'environment-ready', when: 'it is being prepared', facts: of({ managementState: 'Running' }), gives: 'fail', title: 'Running' },
  {
    check: 'environment-ready',
    when: 'its state is undocumented',
    facts: of({ managementState: 'Thawing' }),
    gives: 'fail',
    title: 'Thawing',
  },
  {
    check: 'environment-ready',
    when: 'its state is not named',
    facts: environmentFacts({ environment: ok(without(environment(), 'managementState')) }),
    gives: 'fail',
    title: 'no state available',
  },
  {
    check: 'environment-ready',
    when: 'it is being encrypted',
    facts: of({ ...linking('Linking'), managementState: 'Running', runtimeState: 'Disabled' }),
    gives: 'pass',
    title: 'step 4',
  },
  {
    check: 'environment-ready',
    when: 'it is being encrypted, in another case',
    facts: of({ ...linking('linking'), managementState: 'Running' }),
    gives: 'pass',
    title: 'step 4',
  },
  { check: 'environment-ready', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },
]

const idleRows: readonly Row<EnvironmentFacts>[] = [
  {
    check: 'no-other-operation',
    when: 'none runs',
    facts: environmentFacts({ operations: ok([operation(), failedOperation({ type: 'Backup' })]) }),
    gives: 'pass',
    seen: ['no current operation'],
  },
  {
    check: 'no-other-operation',
    when: 'one of the list runs',
    facts: environmentFacts({ operations: ok([runningOperation({ type: 'Backup', typeDisplayName: 'Back up' })]) }),
    gives: 'fail',
    title: 'Back up',
    seen: ['Nov 24, 2026, 11:00 AM UTC'],
  },
  {
    check: 'no-other-operation',
    when: 'one of the list has not started',
    facts: environmentFacts({ operations: ok([without(runningOperation({ type: 'Copy', state: 'not-started' }), 'typeDisplayName')]) }),
    gives: 'fail',
    title: 'Copy',
  },
  {
    check: 'no-other-operation',
    when: 'the environment is going back to the Microsoft key',
    facts: environmentFacts({ operations: ok([runningOperation({ type: 'RevertToMicrosoftKey' })]) }),
    gives: 'fail',
  },
  {
    check: 'no-other-operation',
    when: 'the environment names one that the list does not',
    facts: of({ ongoingOperation: { type: 'Reset' } }),
    gives: 'fail',
    title: 'Reset',
  },
  {
    check: 'no-other-operation',
    when: 'the environment names one without its kind',
    facts: of({ ongoingOperation: {} }),
    gives: 'fail',
    title: 'unknown type',
  },
  {
    check: 'no-other-operation',
    when: 'it is the encryption itself',
    facts: environmentFacts({
      environment: ok(environment({ ongoingOperation: { type: 'NewCustomerManagedKey' } })),
      operations: ok([runningOperation()]),
    }),
    gives: 'pass',
    title: 'Only the encryption',
    seen: ['NewCustomerManagedKey'],
  },
  {
    check: 'no-other-operation',
    when: 'the environment says Linking and names an operation without its kind',
    facts: of({ ...linking('linking'), ongoingOperation: {} }),
    gives: 'pass',
    title: 'Only the encryption',
  },
  {
    check: 'no-other-operation',
    when: 'the list cannot be read and the environment names none',
    facts: environmentFacts({ operations: refused(REFUSALS.forbidden) }),
    gives: 'warning',
    seen: [REFUSALS.forbidden.message],
    with: { refusal: REFUSALS.forbidden },
  },
  {
    check: 'no-other-operation',
    when: 'the list cannot be read and the environment names one',
    facts: environmentFacts({
      environment: ok(environment({ ongoingOperation: { type: 'Backup' } })),
      operations: refused(REFUSALS.throttled),
    }),
    gives: 'fail',
  },
  { check: 'no-other-operation', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },
]

describe('the checks of step 2', () => walkRows(environmentChecks, [...notedRows, ...typeRows, ...stateRows, ...idleRows]))

describe('what step 2 reads', () =>
  walkRefusedReads(environmentChecks, [
    {
      what: 'the environment',
      check: 'environment-noted',
      facts: (answer) => environmentFacts({ environment: answer }),
      forbidden: 'power-platform-administrator',
    },
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
