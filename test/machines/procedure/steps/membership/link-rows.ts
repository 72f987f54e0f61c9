import type { LifecycleOperation } from '../../../../../machines/engine/answer.ts'
import type { Environment } from '../../../../../machines/procedure/services.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
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
} from '../../../facts.ts'
import type { Row } from '../../../rows.ts'

const unread = membershipFacts({ environment: absent })
const of = (over: Partial<Environment>): MembershipFacts => membershipFacts({ environment: ok(environment(over)) })
const inPolicy = (linkStatus: string, id = POLICY_ID): Partial<Environment> => ({ encryptionPolicy: { id, linkStatus } })
const withOperations = (over: Partial<Environment>, ...operations: readonly LifecycleOperation[]): MembershipFacts =>
  membershipFacts({ environment: ok(environment(over)), operations: ok(operations) })
const revert = (over: Partial<LifecycleOperation> = {}): LifecycleOperation => operation({ id: 'r', type: 'RevertToMicrosoftKey', ...over })

const again = { putRightBy: ['link-environment'] }

/** What the environment and its operations say of the link, and what the checks make of it. */
export const linkRows: readonly Row<MembershipFacts>[] = [
  { check: 'linked-to-policy', when: 'the environment says so', facts: encryptedFacts(), gives: 'pass', seen: [POLICY_ID, 'Linked'] },
  {
    check: 'linked-to-policy',
    when: 'the environment says so in another case',
    facts: withOperations(inPolicy('LINKED', POLICY_ID.toUpperCase()), operation()),
    gives: 'pass',
  },
  {
    check: 'linked-to-policy',
    when: 'the environment says so after an earlier try that failed',
    facts: encryptedFacts({ operations: ok([failedOperation()]) }),
    gives: 'pass',
  },
  { check: 'linked-to-policy', when: 'it has not been added yet', facts: membershipFacts(), gives: 'nothing' },
  {
    check: 'linked-to-policy',
    when: 'it is being added',
    facts: withOperations(inPolicy('Linking'), runningOperation()),
    gives: 'nothing',
  },
  {
    check: 'linked-to-policy',
    when: 'it is in another policy',
    facts: withOperations(inPolicy('Linked', OTHER_POLICY_ID), operation()),
    gives: 'nothing',
  },
  {
    check: 'linked-to-policy',
    when: 'it is in another policy, and an operation failed before that',
    facts: withOperations(inPolicy('Linked', OTHER_POLICY_ID), failedOperation()),
    gives: 'nothing',
  },
  {
    check: 'linked-to-policy',
    when: 'the operation failed in a stage, with the service’s reason',
    facts: withOperations(
      inPolicy('LinkFailed'),
      failedOperation({
        error: { code: 'KeyVaultAccessDenied', message: 'The key could not be unwrapped.' },
        stages: [
          { name: 'Validate', stateWord: 'Succeeded' },
          { name: 'Run', stateWord: 'Failed' },
        ],
      }),
    ),
    gives: 'fail',
    title: 'didn’t finish',
    seen: [operation().id, 'Failed', 'stage Run', 'KeyVaultAccessDenied', 'The key could not be unwrapped.', 'LinkFailed'],
    with: again,
  },
  {
    check: 'linked-to-policy',
    when: 'the operation failed and the service gave no reason',
    facts: withOperations({}, failedOperation()),
    gives: 'fail',
    seen: ['gave no reason'],
    with: again,
  },
  {
    check: 'linked-to-policy',
    when: 'the operation was canceled',
    facts: withOperations({}, operation({ state: 'canceled', stateWord: 'Cancelled' })),
    gives: 'fail',
    seen: ['Cancelled'],
    with: again,
  },
  {
    check: 'linked-to-policy',
    when: 'the environment says LinkFailed and no operation is listed',
    facts: of(inPolicy('linkfailed')),
    gives: 'fail',
    with: again,
  },
  {
    check: 'linked-to-policy',
    when: 'the environment says Failed though the operation ended well',
    facts: withOperations(inPolicy('Failed'), operation()),
    gives: 'fail',
    with: again,
  },
  {
    check: 'linked-to-policy',
    when: 'the operation succeeded and the environment does not say so',
    facts: withOperations({}, operation()),
    gives: 'fail',
    title: 'doesn’t show the link',
    seen: [operation().id],
    with: { owner: 'microsoft' },
  },
  {
    check: 'linked-to-policy',
    when: 'the operation succeeded and the environment says NotLinked',
    facts: withOperations(inPolicy('NotLinked'), operation()),
    gives: 'fail',
    title: 'doesn’t show the link',
  },
  {
    check: 'linked-to-policy',
    when: 'it is being removed from this policy',
    facts: withOperations(inPolicy('Unlinking'), operation()),
    gives: 'fail',
    title: 'being removed',
  },
  {
    check: 'linked-to-policy',
    when: 'it went back to the Microsoft key after an old success',
    facts: withOperations({}, revert(), operation()),
    gives: 'nothing',
  },
  {
    check: 'linked-to-policy',
    when: 'it went back to the Microsoft key after an old failure',
    facts: withOperations({}, revert(), failedOperation()),
    gives: 'nothing',
  },
  {
    check: 'linked-to-policy',
    when: 'it was added again after it went back',
    facts: withOperations({}, operation(), revert()),
    gives: 'fail',
    title: 'doesn’t show the link',
  },
  {
    check: 'linked-to-policy',
    when: 'the operation’s state is undocumented',
    facts: withOperations({}, operation({ state: 'unknown', stateWord: 'Parked' })),
    gives: 'nothing',
  },
  { check: 'linked-to-policy', when: 'the environment cannot be read', facts: unread, gives: 'nothing' },

  { check: 'key-in-use', when: 'the environment says Customer', facts: encryptedFacts(), gives: 'pass', seen: ['Customer'] },
  {
    check: 'key-in-use',
    when: 'the environment’s word is undocumented',
    facts: encryptedFacts({ environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })) }),
    gives: 'pass',
    seen: ['CustomerViaMicrosoft'],
  },
  {
    check: 'key-in-use',
    when: 'it is linked and says Microsoft, as the service writes it',
    facts: encryptedFacts({ environment: ok(encrypted({ keyManagedBy: 'Microsoft' })) }),
    gives: 'warning',
    seen: ['Microsoft'],
  },
  { check: 'key-in-use', when: 'the policy cannot be read', facts: encryptedFacts({ policy: absent }), gives: 'nothing' },
  { check: 'linked-to-policy', when: 'the policy cannot be read', facts: encryptedFacts({ policy: absent }), gives: 'nothing' },
  {
    check: 'key-in-use',
    when: 'it is linked and still says Microsoft',
    facts: encryptedFacts({ environment: ok(encrypted({ keyManagedBy: 'microsoft' })) }),
    gives: 'warning',
  },
  {
    check: 'key-in-use',
    when: 'it is linked and says nothing',
    facts: encryptedFacts({ environment: ok(without(encrypted(), 'keyManagedBy')) }),
    gives: 'warning',
    seen: ['not available'],
  },
  { check: 'key-in-use', when: 'it is not linked', facts: membershipFacts(), gives: 'nothing' },
]
