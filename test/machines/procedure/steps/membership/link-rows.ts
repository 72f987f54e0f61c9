import { expect } from 'vitest'
import type { LifecycleOperation } from '#machines/engine/answer.ts'
import type { Environment } from '#machines/procedure/services/services.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import {
  absent,
  encrypted,
  encryptedFacts,
  environment,
  failedOperation,
  membershipFacts,
  OTHER_POLICY_ID,
  ok,
  operation,
  POLICY_ID,
  runningOperation,
  without,
} from '#test/machines/facts.ts'
import { type Rows, row } from '#test/machines/rows.ts'

export const unread = membershipFacts({ environment: absent })
export const of = (over: Partial<Environment>): MembershipFacts => membershipFacts({ environment: ok(environment(over)) })
export const inPolicy = (linkStatus: string, id = POLICY_ID): Partial<Environment> => ({ encryptionPolicy: { id, linkStatus } })
export const withOperations = (over: Partial<Environment>, ...operations: readonly LifecycleOperation[]): MembershipFacts =>
  membershipFacts({ environment: ok(environment(over)), operations: ok(operations) })
export const linkedAnd = (over: Partial<Environment>): MembershipFacts => encryptedFacts({ environment: ok(encrypted(over)) })
const revert = (over: Partial<LifecycleOperation> = {}): LifecycleOperation => operation({ id: 'r', type: 'RevertToMicrosoftKey', ...over })

const again = { putRightBy: ['link-environment'] }

/** Link states of the environment and its operations, and the checks' results. */
export const linkRows: Rows<MembershipFacts> = {
  'linked-to-policy': [
    row.pass('the environment says so', encryptedFacts(), { seen: [POLICY_ID, 'Linked'] }),
    row.pass('the environment says so in another case', withOperations(inPolicy('LINKED', POLICY_ID.toUpperCase()), operation())),
    row.pass('the environment says so after an earlier try that failed', encryptedFacts({ operations: ok([failedOperation()]) })),
    row.nothing('it has not been added yet', membershipFacts()),
    row.nothing('it is being added', withOperations(inPolicy('Linking'), runningOperation())),
    row.nothing('it is in another policy', withOperations(inPolicy('Linked', OTHER_POLICY_ID), operation())),
    row.nothing(
      'it is in another policy, and an operation failed before that',
      withOperations(inPolicy('Linked', OTHER_POLICY_ID), failedOperation()),
    ),
    row.fail(
      'the operation failed in a stage, with the service’s reason',
      withOperations(
        inPolicy('LinkFailed'),
        failedOperation({
          error: { code: 'KeyVaultAccessDenied', message: 'The key could not be unwrapped.' },
          stages: [
            { name: 'Validate', stateWord: 'Succeeded' },
            { name: 'Run', stateWord: 'Failed' },
          ],
        }),
      ),
      {
        title: 'didn’t finish',
        seen: [operation().id, 'Failed', 'stage Run', 'KeyVaultAccessDenied', 'The key could not be unwrapped.', 'LinkFailed'],
        ...again,
      },
    ),
    row.fail(
      'the operation failed because the key store didn’t let Microsoft in',
      withOperations(inPolicy('LinkFailed'), failedOperation({ error: { code: 'keyVaultAuthenticationFailure' } })),
      { remedy: expect.stringContaining('check step 3'), owner: 'key-vault-administrator', putRightBy: ['link-environment'] },
    ),
    row.fail(
      'the operation failed because the environment wasn’t ready',
      withOperations(inPolicy('LinkFailed'), failedOperation({ error: { code: 'EnvironmentNotInReadyState' } })),
      { remedy: expect.stringContaining('Wait a few minutes'), owner: 'power-platform-administrator' },
    ),
    row.fail('the operation failed and the service gave no reason', withOperations({}, failedOperation()), {
      seen: 'gave no reason',
      ...again,
    }),
    row.fail('the operation was canceled', withOperations({}, operation({ state: 'canceled', stateWord: 'Cancelled' })), {
      seen: 'Cancelled',
      ...again,
    }),
    row.fail('the environment says LinkFailed and no operation is listed', of(inPolicy('linkfailed')), again),
    row.fail('the environment says Failed though the operation ended well', withOperations(inPolicy('Failed'), operation()), again),
    row.fail('the operation succeeded and the environment does not say so', withOperations({}, operation()), {
      title: 'doesn’t show the link',
      seen: operation().id,
      owner: 'microsoft',
    }),
    row.fail('the operation succeeded and the environment says NotLinked', withOperations(inPolicy('NotLinked'), operation()), {
      title: 'doesn’t show the link',
    }),
    row.fail('it is being removed from this policy', withOperations(inPolicy('Unlinking'), operation()), { title: 'being removed' }),
    row.nothing('it went back to the Microsoft key after an old success', withOperations({}, revert(), operation())),
    row.nothing('it went back to the Microsoft key after an old failure', withOperations({}, revert(), failedOperation())),
    row.fail('it was added again after it went back', withOperations({}, operation(), revert()), { title: 'doesn’t show the link' }),
    row.unknown('the operation’s state is undocumented', withOperations({}, operation({ state: 'unknown', stateWord: 'Parked' })), {
      title: 'can’t tell',
      seen: 'Parked',
    }),
    row.unknown('the environment’s word for the link is undocumented', of(inPolicy('Propagating')), {
      title: 'can’t tell',
      seen: 'Propagating',
    }),
    row.unknown('a removal failed, after which no document says what holds', of(inPolicy('UnlinkFailed'))),
    row.nothing('the environment cannot be read', unread),
    row.nothing('the policy cannot be read', encryptedFacts({ policy: absent })),
  ],
  'key-in-use': [
    row.pass('the environment says Customer', encryptedFacts(), { seen: 'Customer' }),
    row.pass('the environment had an earlier key', linkedAnd({ keyManagedBy: 'CustomerViaMicrosoft' }), {
      seen: 'CustomerViaMicrosoft',
    }),
    row.warning('it is linked and says a new word', linkedAnd({ keyManagedBy: 'Partner' }), { title: 'doesn’t show yet', seen: 'Partner' }),
    row.warning('it is linked and says Microsoft, as the service writes it', linkedAnd({ keyManagedBy: 'Microsoft' }), {
      seen: 'Microsoft',
    }),
    row.nothing('the policy cannot be read', encryptedFacts({ policy: absent })),
    row.warning('it is linked and still says Microsoft', linkedAnd({ keyManagedBy: 'microsoft' })),
    row.warning('it is linked and says nothing', encryptedFacts({ environment: ok(without(encrypted(), 'keyManagedBy')) }), {
      seen: 'not available',
    }),
    row.nothing('it is not linked', membershipFacts()),
  ],
}
