import type { LifecycleOperation } from '#machines/engine/answer.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { LICENSES_NEEDED } from '#machines/licenses.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { remedyOf } from '../../actions/refusals.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf, sameGeography } from '../../geography.ts'
import { couldNotRead } from '../../refusals.ts'
import { serviceWordOr } from '../../service-words.ts'
import { isManagedByCustomer } from '../earlier-key.ts'
import { idle, offerToReEnable } from '../environment/checks.ts'
import { oldestWrappingRole, spreadsUntil } from '../policy/policy-checks.ts'
import { lastTry, linkUnderway, type MembershipFacts, newestKeyOperation } from './facts.ts'
import { isLinkedTo, isOff, otherPolicy } from './link.ts'
import { managing } from './managing.ts'
import { messages } from './messages.ts'
import { recreatedPolicy } from './recreated.ts'

function serviceAllows({ environment: answer }: MembershipFacts): Observation | undefined {
  const environment = valueIn(answer)
  if (!environment || environment.encryptionPolicy) return undefined
  const { disallowedOperations } = environment
  if (!disallowedOperations)
    return question(messages.allowanceUnsaid, messages.allowanceUnsaidSeen, { remedy: messages.allowanceUnsaidRemedy })
  const refused = disallowedOperations.find(({ type }) => type?.toLowerCase() === 'newcustomermanagedkey')
  if (!refused && disallowedOperations.some(({ type }) => type === undefined))
    return question(messages.allowanceUnsaid, messages.operationUnnamedSeen, { remedy: messages.allowanceUnsaidRemedy })
  if (!refused) return pass(messages.nothingForbids, messages.nothingForbidsSeen)
  return fail(
    messages.serviceForbids,
    refused.message === undefined
      ? messages.serviceForbidsSeen({ reason: refused.reasonType ?? messages.noReason })
      : verbatim(refused.message),
    refused.reasonType?.toLowerCase() === 'governanceconfig' ? { putRightBy: ['enable-managed-environment'] } : undefined,
  )
}

/** State of the link; undefined before the first attempt. */
function link(facts: MembershipFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy) return undefined
  const existing = environment.encryptionPolicy
  const seen = existing
    ? messages.policyAndStatus({ policy: existing.id ?? messages.withoutId, status: serviceWordOr(existing.linkStatus, messages.notGiven) })
    : messages.noPolicyNamed
  if (isLinkedTo(environment, policy)) return pass(messages.linked({ policy: policy.name }), seen)
  const newest = newestKeyOperation(facts)
  switch (lastTry(facts)) {
    case 'failed':
      return fail(messages.notFinished, newest ? sentences(howItEnded(newest), seen) : seen, {
        putRightBy: ['link-environment'],
        ...remedyOf(newest?.error?.code),
      })
    case 'succeeded-unseen':
      return fail(messages.succeededUnseen, newest ? sentences(howItEnded(newest), seen) : seen, {
        remedy: messages.succeededUnseenRemedy,
        owner: 'microsoft',
      })
    case 'being-removed':
      return fail(messages.beingRemoved, seen, { remedy: messages.beingRemovedRemedy })
    case 'unknown-word':
      return {
        status: 'unknown',
        title: messages.linkUnknown,
        seen: newest?.state === 'unknown' ? sentences(howItEnded(newest), seen) : seen,
        remedy: messages.linkUnknownRemedy,
        owner: 'you',
      }
    default:
      return undefined
  }
}

export function howItEnded(operation: LifecycleOperation): DisplayText {
  const { id, stateWord: word } = operation
  if (operation.state === 'succeeded') return messages.linkedToPolicy.ended({ id, word })
  const stage = operation.stages.find((candidate) => candidate.stateWord?.toLowerCase() === 'failed')?.name
  const words = [operation.error?.code, operation.error?.message].filter((word) => word !== undefined && word !== '').join(' ')
  return sentences(
    stage ? messages.linkedToPolicy.endedInStage({ id, word, stage }) : messages.linkedToPolicy.ended({ id, word }),
    words ? verbatim(words) : messages.serviceGaveNoReason,
  )
}

/**
 * Not running: an operation switched it off, or the key was out of reach, from which it doesn't return by itself. When
 * it returns after a link isn't documented, so a person checks first.
 */
function running(facts: MembershipFacts, now: number): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || !isLinkedTo(environment, policy)) return undefined
  if (environment.ongoingOperation || linkUnderway(facts, now)) return undefined
  const seen = messages.environmentRunning.runtime({ runtime: serviceWordOr(environment.runtimeState, messages.notGiven) })
  const isEnvironmentOff = isOff(environment)
  if (isEnvironmentOff === undefined) return question(messages.runtimeUnsaid, seen, { remedy: messages.runtimeUnsaidRemedy })
  return isEnvironmentOff ? fail(messages.switchedOff, seen, offerToReEnable(facts, now)) : pass(messages.switchedOn, seen)
}

function keyInUse(facts: MembershipFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || !isLinkedTo(environment, policy)) return undefined
  const seen = messages.keyManagedBy({ manager: serviceWordOr(environment.keyManagedBy, messages.notGiven) })
  if (isManagedByCustomer(environment)) return pass(messages.keyManagedByYou, seen)
  return warning(messages.keyNotYetManagedByYou, seen)
}

function grantedLongEnough({ keyAccess, environment: answer }: MembershipFacts, now: number): Observation | undefined {
  const roles = valueIn(keyAccess) ?? []
  const oldest = oldestWrappingRole(roles)
  // Needs a date; access itself is step 3's concern.
  if (!oldest || !Number.isFinite(oldest.since) || valueIn(answer)?.encryptionPolicy) return undefined
  const seen = messages.accessOldEnough.since({ at: oldest.since })
  const until = spreadsUntil(roles, now)
  return until === undefined
    ? pass(messages.accessLongEnough, seen)
    : fail(messages.accessTooNew, sentences(seen, messages.accessOldEnough.countsBy({ at: until })))
}

export const membershipChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'membership-readable',
    id: 'F-907',
    part: 'managed',
    owner: 'power-platform-administrator',
    ...textsOf(messages.membershipReadable),
    link: 'admin-center-environments',
    source: 'power-platform-keys',
    judge: ({ environment, policy }) => {
      const refusal = refusalOf(environment) ?? refusalOf(policy)
      if (refusal) {
        return refusalOf(environment)
          ? couldNotRead(messages.membershipReadable.environmentUnread, refusal, 'power-platform-administrator')
          : couldNotRead(messages.membershipReadable.policyUnread, refusal, 'key-vault-administrator')
      }
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      if (!ofPolicy.systemId)
        return fail(messages.membershipReadable.noSystemId({ policy: ofPolicy.name }), verbatim(ofPolicy.id), {
          remedy: messages.membershipReadable.noSystemIdRemedy,
          owner: 'microsoft',
        })
      return pass(
        messages.membershipReadable.bothCanBeRead,
        messages.membershipReadable.seen({ environment: ofEnvironment.displayName, policy: ofPolicy.systemId }),
      )
    },
  },
  {
    key: 'managed-environment',
    id: 'F-901',
    part: 'managed',
    owner: 'power-platform-administrator',
    ...textsOf(messages.managedEnvironment),
    link: 'admin-center-environment',
    source: 'managed-environment',
    heading: 'Enable or edit Managed Environments in the admin center',
    judge: ({ environment }) => {
      const value = valueIn(environment)
      if (!value) return undefined
      const seen = messages.managedEnvironment.protectionLevel({
        level: value.protectionLevel ?? messages.managedEnvironment.notGivenMeansUnmanaged,
      })
      switch (managing(value)) {
        case 'managed':
          return pass(messages.managedEnvironment.managed, seen)
        case 'not-managed':
          return fail(messages.managedEnvironment.notManaged, seen, { putRightBy: ['enable-managed-environment'] })
        case 'unknown':
          return question(messages.managedEnvironment.managedUnknown, seen, {
            remedy: messages.managedEnvironment.managedUnknownRemedy,
            // A different state is a separate question.
            subject: value.protectionLevel ?? '',
          })
      }
    },
  },
  {
    key: 'licences-in-place',
    id: 'F-006',
    part: 'managed',
    owner: 'you',
    why: sentences(LICENSES_NEEDED, messages.licencesInPlace.why),
    remedy: messages.licencesInPlace.remedy,
    byHand: [messages.licencesInPlace.manual1, messages.licencesInPlace.manual2],
    link: 'microsoft-365-admin',
    source: 'power-platform-keys',
    judge: ({ environment }) =>
      valueIn(environment) ? question(messages.licencesInPlace.haveUsersLicenses, messages.licencesInPlace.licensesNotRead) : undefined,
  },
  {
    key: 'not-in-another-policy',
    id: 'F-901',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.notInAnotherPolicy),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: ({ environment, policy }) => {
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      const other = otherPolicy(ofEnvironment, ofPolicy)
      return other
        ? fail(messages.notInAnotherPolicy.inAnotherPolicy, verbatim(other))
        : pass(
            messages.notInAnotherPolicy.inNoOtherPolicy,
            ofEnvironment.encryptionPolicy?.id === undefined
              ? messages.notInAnotherPolicy.namesNone
              : verbatim(ofEnvironment.encryptionPolicy.id),
          )
    },
  },
  {
    key: 'policy-not-recreated',
    part: 'link',
    ...recreatedPolicy,
    supersedes: ['not-in-another-policy', 'linked-to-policy'],
    judge: ({ environment, policy }) => recreatedPolicy.judge(valueIn(environment), valueIn(policy)),
  },
  {
    key: 'service-allows-key',
    id: 'F-901',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.serviceAllowsKey),
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: serviceAllows,
  },
  {
    key: 'membership-region',
    id: 'F-503',
    part: 'link',
    owner: 'key-vault-administrator',
    ...textsOf(messages.membershipRegion),
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: ({ environment, policy }) => {
      const [ofEnvironment, ofPolicy] = [valueIn(environment), valueIn(policy)]
      if (!ofEnvironment || !ofPolicy) return undefined
      const seen = messages.membershipRegion.regions({ ofEnvironment: ofEnvironment.location, ofPolicy: ofPolicy.location })
      return sameGeography(ofEnvironment.location, ofPolicy.location)
        ? pass(messages.membershipRegion.sameRegion({ region: geographyOf(ofEnvironment.location)?.title ?? ofEnvironment.location }), seen)
        : fail(messages.membershipRegion.differentRegions, seen)
    },
  },
  {
    key: 'membership-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: messages.membershipIdleWhy,
    remedy: messages.membershipIdleRemedy,
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: idle,
  },
  {
    key: 'access-old-enough',
    id: 'F-603',
    part: 'link',
    owner: 'you',
    ...textsOf(messages.accessOldEnough),
    source: 'enterprise-policy-scripts',
    heading: 'Grant enterprise policy permissions to access key vault',
    judge: grantedLongEnough,
  },
  {
    key: 'linked-to-policy',
    id: 'F-903',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.linkedToPolicy),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: 'Review the encryption status from Enterprise policies',
    judge: link,
  },
  {
    key: 'key-in-use',
    id: 'F-906',
    part: 'link',
    owner: 'microsoft',
    ...textsOf(messages.keyInUse),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: keyInUse,
  },
  {
    key: 'environment-running',
    id: 'F-606',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.environmentRunning),
    link: 'admin-center-environment',
    source: 'lock-unlock',
    judge: running,
  },
]
