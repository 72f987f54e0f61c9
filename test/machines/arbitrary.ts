import fc from 'fast-check'
import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import type { EnterprisePolicy, Environment, IntegrationDetails } from '#machines/procedure/services/services.ts'
import type { EnvironmentFacts } from '#machines/procedure/steps/environment/facts.ts'
import type { IntegrationFacts } from '#machines/procedure/steps/integration/facts.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import {
  absent,
  assignment,
  encrypted,
  environment,
  failedOperation,
  integrationFacts,
  key,
  membershipFacts,
  OTHER_POLICY_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  policyFacts,
  provider,
  REFUSALS,
  readerAssignment,
  refused,
  runningOperation,
  subscription,
  vault,
  without,
} from './facts.ts'

/** Any combination of what is there, what is not, and what could not be seen. */

const oneOf = <T>(...answers: readonly Answer<T>[]): fc.Arbitrary<Answer<T>> => fc.constantFrom(...answers)
const unseen = refused(REFUSALS.throttled)
const hidden = refused(REFUSALS.forbidden)
const linked = (linkStatus: string, id = POLICY_ID) => ({ encryptionPolicy: { id, linkStatus } })

const anyEnvironment: fc.Arbitrary<Environment> = fc
  .record({
    status: fc.constantFrom(undefined, 'Linked', 'Linking', 'LinkFailed', 'Failed', 'NotLinked', 'Unlinking', 'Novel'),
    id: fc.constantFrom(POLICY_ID, OTHER_POLICY_ID),
    protectionLevel: fc.constantFrom('Standard', 'Basic'),
    sku: fc.constantFrom('Production', 'Production', 'Trial', 'Developer'),
    runs: fc.constantFrom(undefined, undefined, 'Backup', 'NewCustomerManagedKey'),
    base: fc.constantFrom<Environment>(
      environment(),
      environment({ dataverse: {} }),
      without(environment(), 'dataverse'),
      without(environment(), 'financeAndOperations'),
      without(environment(), 'dataverse', 'financeAndOperations'),
      environment({ managementState: 'Preparing' }),
    ),
  })
  .map(({ base, status, id, protectionLevel, sku, runs }) => ({
    ...base,
    protectionLevel,
    sku,
    ...(status === undefined ? {} : linked(status, id)),
    ...(runs === undefined ? {} : { ongoingOperation: { type: runs } }),
  }))

const anyEnvironmentAnswer: fc.Arbitrary<Answer<Environment>> = fc.oneof(
  { weight: 8, arbitrary: anyEnvironment.map((value) => ok(value)) },
  { weight: 1, arbitrary: oneOf<Environment>(absent, unseen) },
)

const anyOperation = fc.constantFrom(
  operation(),
  runningOperation(),
  failedOperation(),
  operation({ id: 'r', type: 'RevertToMicrosoftKey' }),
  operation({ state: 'canceled' }),
  operation({ state: 'unknown', stateWord: 'Parked' }),
  runningOperation({ type: 'Backup' }),
)
const anyOperations: fc.Arbitrary<Answer<readonly LifecycleOperation[]>> = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyOperation, { maxLength: 3 }).map((value) => ok(value)) },
  { weight: 1, arbitrary: fc.constant(unseen) },
)

export const anyIntegrationFacts: fc.Arbitrary<IntegrationFacts> = fc
  .record({
    environment: anyEnvironmentAnswer,
    integration: fc.option(
      oneOf<IntegrationDetails>(
        ok({ linked: true, url: 'https://contoso-prod.operations.dynamics.com' }),
        ok({ linked: true, url: 'https://contoso-dev.cloudax.dynamics.com' }),
        ok({ linked: false, code: '0x80048d0b', message: 'not integrated' }),
        hidden,
        unseen,
      ),
      { nil: undefined },
    ),
  })
  .map(({ environment: of, integration }) =>
    integration === undefined
      ? without(integrationFacts({ environment: of }), 'integration')
      : integrationFacts({ environment: of, integration }),
  )

export const anyEnvironmentFacts: fc.Arbitrary<EnvironmentFacts> = fc.record({
  environment: anyEnvironmentAnswer,
  operations: anyOperations,
})

export const anyPolicyFacts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    environment: oneOf(ok(environment()), ok(encrypted()), ok(environment({ location: 'europe' })), absent, unseen),
    subscriptions: oneOf(ok([subscription()]), ok([subscription({ state: 'Disabled' })]), unseen),
    provider: oneOf(ok(provider()), ok(provider({ registrationState: 'NotRegistered' })), ok(provider({ policyLocations: [] })), unseen),
    vaultProvider: oneOf(ok(provider()), ok(provider({ registrationState: 'NotRegistered' })), unseen),
    resourceGroup: oneOf(ok({ name: 'rg-contoso-cmk', location: 'eastus' }), absent, unseen),
    vault: oneOf(ok(vault()), ok(vault({ purgeProtection: false })), ok(vault({ roleBasedAccess: false })), absent, unseen),
    key: oneOf(ok(key()), ok(key({ enabled: false })), absent, unseen),
    policy: oneOf<EnterprisePolicy>(ok(policy()), ok(policy({ kind: 'Identity' })), ok(without(policy(), 'principalId')), absent, unseen),
    keyAccess: oneOf(ok([assignment()]), ok([]), unseen),
    keyVersions: oneOf(
      ok([]),
      ok([
        { version: 'one', enabled: false, createdAt: 0 },
        { version: 'two', enabled: true, createdAt: 1 },
      ]),
      unseen,
    ),
    readers: oneOf(ok([readerAssignment()]), ok([]), unseen),
  })
  .map((over) => policyFacts(over))
  // A key is only asked for in a vault that could be read.
  .map((facts) => (facts.vault?.ok ? facts : without(facts, 'key', 'keyAccess')))

export const anyMembershipFacts: fc.Arbitrary<MembershipFacts> = fc
  .record({
    environment: anyEnvironmentAnswer,
    policy: oneOf<EnterprisePolicy>(ok(policy()), ok(policy()), ok(without(policy(), 'systemId')), absent, unseen),
    operations: anyOperations,
    keyAccess: oneOf(ok([assignment()]), unseen),
  })
  .map((over) => membershipFacts(over))
