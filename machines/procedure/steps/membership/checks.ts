import type { LifecycleOperation } from '../../../engine/answer.ts'
import { inUtc } from '../../../engine/moment.ts'
import type { Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { LICENSES_NEEDED } from '../../../licenses.ts'
import type { Check } from '../../check.ts'
import { geographyOf, sameGeography } from '../../geography.ts'
import { idle } from '../environment/checks.ts'
import { oldestWrappingRole, spreadsUntil } from '../policy/policy-checks.ts'
import { lastTry, linkUnderway, type MembershipFacts, newestKeyOperation } from './facts.ts'
import { isLinkedTo, otherPolicy } from './link.ts'
import { managing } from './managing.ts'
import { recreatedPolicy } from './recreated.ts'

function serviceAllows({ environment: answer }: MembershipFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment || environment.encryptionPolicy) return undefined
  const refused = environment.disallowedOperations.find((operation) => operation.type.toLowerCase() === 'newcustomermanagedkey')
  if (!refused)
    return {
      status: 'pass',
      title: 'The service names nothing that forbids it',
      seen: 'NewCustomerManagedKey is not among the operations it disallows. Its own check comes when the environment is added.',
    }
  return {
    status: 'fail',
    title: 'The service itself says that this environment cannot be added now',
    seen: refused.message ?? `NewCustomerManagedKey is disallowed: ${refused.reasonType ?? 'no reason given'}.`,
    ...(refused.reasonType?.toLowerCase() === 'governanceconfig' ? { putRightBy: ['enable-managed-environment'] } : {}),
  }
}

/** What the environment and its newest key operation say of the link. Nothing while it simply has not been added yet. */
function link(facts: MembershipFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy) return undefined
  const present = environment.encryptionPolicy
  const seen = present
    ? `Policy ${present.id ?? 'without an id'}, status ${present.linkStatus ?? 'not given'}.`
    : 'The environment names no encryption policy.'
  if (isLinkedTo(environment, policy)) return { status: 'pass', title: `The environment says it is linked to ${policy.name}`, seen }
  const newest = newestKeyOperation(facts)
  switch (lastTry(facts)) {
    case 'failed':
      return {
        status: 'fail',
        title: 'Adding the environment did not finish',
        seen: newest ? `${howItEnded(newest)} ${seen}` : seen,
        putRightBy: ['link-environment'],
      }
    case 'succeeded-unseen':
      return {
        status: 'fail',
        title: 'The operation succeeded, but the environment does not say it is linked',
        seen: newest ? `${howItEnded(newest)} ${seen}` : seen,
        remedy: 'Wait some minutes and check again. If it stays, give the operation id to Microsoft support.',
        owner: 'microsoft',
      }
    case 'being-removed':
      return {
        status: 'fail',
        title: 'The environment is being removed from the policy',
        seen,
        remedy: 'Wait until it has been removed, then check again. It can be added again after that.',
      }
    default:
      return undefined
  }
}

/** How an operation ended, in the service's own words. */
export function howItEnded(operation: LifecycleOperation): string {
  const ended = `Operation ${operation.id} ended ${operation.stateWord}`
  if (operation.state === 'succeeded') return `${ended}.`
  const stage = operation.stages.find((candidate) => candidate.stateWord?.toLowerCase() === 'failed')?.name
  const words = [operation.error?.code, operation.error?.message].filter((word) => word !== undefined && word !== '').join(' ')
  return `${ended}${stage ? ` in stage ${stage}` : ''}. ${words || 'The service gave no reason.'}`
}

/**
 * An environment on a key runs, unless an operation switches it off or the key was out of reach. It does not come back by
 * itself when the key does. When the runtime comes back after a link is not documented, so a person looks again first.
 */
function running(facts: MembershipFacts, now: number): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || !isLinkedTo(environment, policy)) return undefined
  if (environment.ongoingOperation || linkUnderway(facts, now)) return undefined
  const seen = `Runtime: ${environment.runtimeState ?? 'not given'}.`
  return environment.runtimeState?.toLowerCase() === 'disabled'
    ? { status: 'fail', title: 'The environment is in the policy, but it is switched off', seen }
    : { status: 'pass', title: 'The environment is switched on', seen }
}

function keyInUse(facts: MembershipFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || !isLinkedTo(environment, policy)) return undefined
  const seen = `Key managed by: ${environment.keyManagedBy ?? 'not given'}.`
  if (environment.keyManagedBy !== undefined && environment.keyManagedBy.toLowerCase() !== 'microsoft')
    return { status: 'pass', title: 'The environment says its key is managed by you', seen }
  return { status: 'warning', title: 'The environment is linked; it does not say yet that its key is managed by you', seen }
}

function grantedLongEnough({ keyAccess, environment: answer }: MembershipFacts, now: number): Observation | undefined {
  const roles = valueIn(keyAccess) ?? []
  const oldest = oldestWrappingRole(roles)
  // Without a date there is nothing to compare; whether there is access at all is for step 3 to say.
  if (!oldest || !Number.isFinite(oldest.since) || valueIn(answer)?.encryptionPolicy) return undefined
  const seen = `Since ${inUtc(oldest.since)}.`
  const until = spreadsUntil(roles, now)
  return until === undefined
    ? { status: 'pass', title: 'The policy has had access to the vault for at least 5 minutes', seen }
    : {
        status: 'fail',
        title: 'The policy got access to the vault less than 5 minutes ago',
        seen: `${seen} It counts everywhere by ${inUtc(until)}.`,
      }
}

export const membershipChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'membership-readable',
    id: 'F-907',
    part: 'managed',
    owner: 'power-platform-administrator',
    why: 'Both the environment and the policy must be readable by the account that adds the one to the other.',
    remedy: 'Ask for the role Power Platform administrator, and for Reader on the policy, then sign in again.',
    link: 'admin-center-environments',
    source: 'power-platform-keys',
    look: ({ environment, policy }) => {
      const refusal = refusalOf(environment) ?? refusalOf(policy)
      if (refusal) {
        return refusalOf(environment)
          ? couldNotRead('The environment could not be read', refusal, 'power-platform-administrator')
          : couldNotRead('The policy could not be read', refusal, 'key-vault-administrator')
      }
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      if (!ofPolicy.systemId)
        return {
          status: 'fail',
          title: `The policy ${ofPolicy.name} has no system id yet`,
          seen: ofPolicy.id,
          remedy: 'Wait a minute, then check again. The environment is added by that id.',
          owner: 'microsoft',
        }
      return {
        status: 'pass',
        title: 'The account can read the environment and the policy',
        seen: `${ofEnvironment.displayName}; ${ofPolicy.systemId}`,
      }
    },
  },
  {
    key: 'managed-environment',
    id: 'F-901',
    part: 'managed',
    owner: 'power-platform-administrator',
    why: 'Only Managed Environments can be added to the policy. Managing changes what licences the apps in it need.',
    remedy: 'Enable Managed Environments for this environment. Its other options can stay as they are.',
    byHand: [
      'In the admin center, open Manage, Environments, the environment.',
      'Select Enable Managed Environments, then Enable. Options can stay as they are.',
    ],
    link: 'admin-center-environment',
    source: 'managed-environment',
    look: ({ environment }) => {
      const value = valueIn(environment)
      if (!value) return undefined
      const seen = `Protection level: ${value.protectionLevel ?? 'not given, which means not managed'}.`
      switch (managing(value)) {
        case 'managed':
          return { status: 'pass', title: 'The environment is a Managed Environment', seen }
        case 'not-managed':
          return { status: 'fail', title: 'The environment is not a Managed Environment', seen, putRightBy: ['enable-managed-environment'] }
        case 'unknown':
          return {
            status: 'unknown',
            attestable: true,
            title: 'Whether the environment is a Managed Environment is not known',
            seen,
            remedy: 'Look at the environment in the admin center. If Managed Environments is off, enable it. Then confirm.',
            // Another word later is another question.
            subject: value.protectionLevel ?? '',
          }
      }
    },
  },
  {
    key: 'licences-in-place',
    id: 'F-006',
    part: 'managed',
    owner: 'you',
    why: `${LICENSES_NEEDED} No service tells the wizard who has which.`,
    remedy: 'Check the licences of the environment’s users, then confirm.',
    byHand: [
      'In the Microsoft 365 admin center, open Billing, Licenses.',
      'Compare with the users of the environment and the licenses named here.',
    ],
    link: 'microsoft-365-admin',
    source: 'power-platform-keys',
    look: ({ environment }) =>
      valueIn(environment)
        ? {
            status: 'unknown',
            attestable: true,
            title: 'Do the environment’s users have the licences this needs?',
            seen: 'Licences cannot be read by the wizard.',
          }
        : undefined,
  },
  {
    key: 'not-in-another-policy',
    id: 'F-901',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'An environment belongs to one encryption policy at a time. Changing it means two outages.',
    remedy: 'Choose the policy the environment is in, or remove it from that one first and keep the old key for 30 days.',
    link: 'admin-center',
    source: 'power-platform-keys',
    look: ({ environment, policy }) => {
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      const other = otherPolicy(ofEnvironment, ofPolicy)
      return other
        ? { status: 'fail', title: 'The environment is in another encryption policy', seen: other }
        : {
            status: 'pass',
            title: 'The environment is in no other encryption policy',
            seen: ofEnvironment.encryptionPolicy?.id ?? 'It names none.',
          }
    },
  },
  {
    key: 'policy-not-recreated',
    part: 'link',
    ...recreatedPolicy,
    supersedes: ['not-in-another-policy', 'linked-to-policy'],
    look: ({ environment, policy }) => recreatedPolicy.look(valueIn(environment), valueIn(policy)),
  },
  {
    key: 'service-allows-key',
    id: 'F-901',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'The admin API lists what it will refuse on this environment, with its reason.',
    remedy: 'Put right what the service names, then check again.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: serviceAllows,
  },
  {
    key: 'membership-region',
    id: 'F-503',
    part: 'link',
    owner: 'key-vault-administrator',
    why: 'Only environments of the policy’s region can be added.',
    remedy: 'Go back to step 3 and choose a policy in the environment’s region.',
    source: 'power-platform-keys',
    look: ({ environment, policy }) => {
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      const seen = `Environment ${ofEnvironment.location}, policy ${ofPolicy.location}.`
      return sameGeography(ofEnvironment.location, ofPolicy.location)
        ? {
            status: 'pass',
            title: `Environment and policy are both in ${geographyOf(ofEnvironment.location)?.title ?? ofEnvironment.location}`,
            seen,
          }
        : { status: 'fail', title: 'Environment and policy are in different regions', seen }
    },
  },
  {
    key: 'membership-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'An environment runs one operation at a time.',
    remedy: 'Wait until it has ended, then check again.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: idle,
  },
  {
    key: 'access-old-enough',
    id: 'F-603',
    part: 'link',
    owner: 'you',
    why: 'A new role counts everywhere only after up to 5 minutes. Adding the environment earlier can fail for that reason alone.',
    remedy: 'Go back to step 3, which waits until the 5 minutes have passed, or check again then.',
    source: 'enterprise-policy-scripts',
    look: grantedLongEnough,
  },
  {
    key: 'linked-to-policy',
    id: 'F-903',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'The environment’s own word is the proof; an operation that ended well is not.',
    remedy:
      'Add the environment again: it continues where it stopped. Do not revert; data not yet converted stays on the Microsoft key and is safe. If it fails again, give the operation id to Microsoft support.',
    byHand: [
      'In the admin center, open Security, Data and Privacy, Customer-managed encryption key, the policy.',
      'Look at the encryption status of the environment, then run Add environments again.',
    ],
    link: 'admin-center',
    source: 'power-platform-keys',
    look: link,
  },
  {
    key: 'key-in-use',
    id: 'F-906',
    part: 'link',
    owner: 'microsoft',
    why: 'Encryption takes up to four days. Public payloads of linked environments can still name Microsoft, so this is a second sign and not the proof.',
    remedy: 'Look at the encryption status in the admin center. After four days ask Microsoft support.',
    link: 'admin-center',
    source: 'power-platform-keys',
    look: keyInUse,
  },
  {
    key: 'environment-running',
    id: 'F-606',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'An environment that lost its key stays locked when the key is back, for example after a deleted vault was recovered. A locked sandbox is deleted after 7 days, a production environment after 30.',
    remedy:
      'If it was added some minutes ago, wait and check again. Otherwise put right in step 3 what took the key away, then re-enable the environment.',
    byHand: [
      'In the admin center, open Manage, Environments, the environment, and select Re-enable environment. It takes up to 5 minutes.',
      'Repeat it for every environment on the policy.',
    ],
    link: 'admin-center-environment',
    source: 'lock-unlock',
    look: running,
  },
]
