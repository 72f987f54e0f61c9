import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, unknown } from '#machines/engine/step/observations.ts'
import { isAbsent, refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { judgeAdministrator, rightsInPowerPlatform } from '../../rights/directory-roles.ts'
import { serviceWordOr } from '../../service-words.ts'
import { isOff } from '../../steps/membership/link.ts'
import { saidOf } from '../../steps/policy/key-loss.ts'
import { hsmOf, type OperationFacts } from '../facts.ts'
import { operationMessages } from '../messages.ts'
import { recreatedCheck } from '../recreated.ts'
import { deletionOf } from './deletion.ts'
import { isLocked, lossesOf } from './facts.ts'
import { messages } from './messages.ts'
import { accessByHand, byHandOf } from './way-back.ts'

function readable({ environment, policy: answer }: OperationFacts): Observation | undefined {
  const ofEnvironment = refusalOf(environment)
  if (ofEnvironment) return couldNotRead(operationMessages.read.environmentUnread, ofEnvironment, 'power-platform-administrator')
  const ofPolicy = refusalOf(answer)
  // A missing policy is itself a cause of the lock.
  if (ofPolicy && !isAbsent(answer)) return couldNotRead(operationMessages.read.policyUnread, ofPolicy)
  const policy = valueIn(answer)
  return policy && pass(messages.readable.accountCanReadPolicy, verbatim(policy.id))
}

function access(facts: OperationFacts, now: number): Observation | undefined {
  const loss = lossesOf(facts, now).find((each) => each.loss === 'access-removed')
  if (!loss || !valueIn(facts.policy) || !valueIn(facts.vault)) return undefined
  const { state, seen } = loss
  if (state === 'clear') return pass(messages.accessGiven, seen)
  if (state === 'unknown') return unknown(messages.accessUnknown, seen)
  return fail(messages.accessMissing, seen, { byHand: accessByHand(hsmOf(facts)), putRightBy: ['grant-key-access'] })
}

function rest(facts: OperationFacts, now: number): Observation | undefined {
  const losses = lossesOf(facts, now).filter(({ loss }) => loss !== 'access-removed')
  if (losses.length === 0) return undefined
  const lost = losses.filter(({ state }) => state === 'lost')
  const unknown = losses.filter(({ state }) => state === 'unknown')
  const inWords = (readings: typeof losses): DisplayText => saidOf(readings) ?? messages.rest.keyVersionsVaultPolicy
  if (lost.length > 0)
    return fail(messages.key.unusable({ count: lost.length }), inWords(lost), {
      byHand: lost.flatMap(({ loss }) => (loss === 'access-removed' ? [] : [byHandOf(loss, hsmOf(facts))])),
    })
  if (unknown.length > 0) return question(messages.isTheRestInOrder, inWords(unknown), { remedy: messages.checkInPortal })
  return pass(messages.rest.keyVersionsVaultPolicy, inWords(losses))
}

function switchedOn(facts: OperationFacts, now: number): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const { runtimeState, ongoingOperation, displayName } = environment
  const seen = messages.on.read({
    runtime: serviceWordOr(runtimeState, operationMessages.read.notGiven),
    operation: ongoingOperation?.type ?? operationMessages.read.none,
  })
  const isEnvironmentOff = isOff(environment)
  if (isEnvironmentOff === undefined) return question(messages.switchedOn.openUsers({ displayName }), seen)
  if (!isEnvironmentOff) return pass(messages.switchedOn.environment, seen)
  if (ongoingOperation) return fail(messages.offDuringOperation, seen, { remedy: messages.switchedOn.waitUntilEndedThen, byHand: [] })
  if (!isLocked(facts)) return fail(messages.offWithoutPolicy, seen, { remedy: messages.switchedOn.notLockedThroughKey })
  // While the key is incomplete, re-enabling can't succeed: a warning here, because the cause is the failure.
  const waits = lossesOf(facts, now).some(({ state }) => state === 'lost')
  return {
    status: waits ? 'warning' : 'fail',
    ...(rightsInPowerPlatform(facts.account, facts.environment).held === 'yes' ? { owner: 'you' } : {}),
    title: waits ? messages.switchedOn.environmentLocked({ deletion: deletionOf(environment) }) : messages.canBeReEnabled,
    seen: messages.on.stateAndDeletion({ state: seen, deletion: deletionOf(environment) }),
    ...(waits ? { remedy: messages.switchedOn.restoreAccessKeyFirst } : {}),
  }
}

export const reEnableChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('re-enable'),
  {
    key: 're-enable-readable',
    id: 'F-A06',
    part: 'policy',
    owner: 'power-platform-administrator',
    ...textsOf(messages.readable),
    link: 'azure-policy',
    source: 'lock-unlock',
    heading: 'Unlock environments (preview)',
    judge: readable,
  },
  {
    key: 're-enable-may',
    id: 'F-A06',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.may),
    link: 'admin-center-environment',
    source: 'lock-unlock',
    heading: 'Unlock environments (preview)',
    judge: (facts) =>
      isLocked(facts) ? judgeAdministrator(facts.account, valueIn(facts.environment), 're-enable the environment') : undefined,
  },
  {
    key: 're-enable-access',
    id: 'F-A01',
    part: 'access',
    owner: 'key-vault-administrator',
    ...textsOf(messages.access),
    byHand: accessByHand(undefined),
    link: 'azure-vault',
    source: 'lock-unlock',
    heading: 'Unlock environments (preview)',
    judge: access,
  },
  {
    key: 're-enable-key',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.key),
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: rest,
  },
  {
    key: 're-enable-on',
    id: 'F-A02',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.on),
    link: 'admin-center-environment',
    source: 'lock-unlock',
    judge: switchedOn,
  },
]
