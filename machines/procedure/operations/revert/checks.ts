import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass } from '#machines/engine/step/observations.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { couldNotRead } from '../../refusals.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import { serviceWordOr } from '../../service-words.ts'
import { idle } from '../../steps/environment/checks.ts'
import { howItEnded } from '../../steps/membership/checks.ts'
import { earlierKeyCheck } from '../earlier-key.ts'
import type { OperationFacts } from '../facts.ts'
import { idOrNotRead, lackingOf, stillKept } from '../kept.ts'
import { operationMessages } from '../messages.ts'
import { recreatedCheck } from '../recreated.ts'
import { isReverted, keptUntil, newestRevert, revertUnderway } from './facts.ts'
import { messages } from './messages.ts'
import { planRevert } from './plan.ts'

function removed(facts: OperationFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment || revertUnderway(facts, 0)) return undefined
  const { encryptionPolicy: existing, keyManagedBy } = environment
  const seen = messages.done.read({
    policy: existing?.id ?? operationMessages.read.none,
    status: serviceWordOr(existing?.linkStatus, operationMessages.read.notGiven),
    manager: serviceWordOr(keyManagedBy, operationMessages.read.notGiven),
  })
  if (isReverted(facts)) return pass(messages.removed.environmentNamesNoEncryption, seen)
  const newest = newestRevert(facts)
  const failed = newest?.state === 'failed' || newest?.state === 'canceled'
  return fail(
    failed ? messages.removed.removingEnvironmentDidNot : messages.removed.environmentEncryptedYourKey,
    failed ? messages.done.endAndStatus({ end: howItEnded(newest), status: seen }) : seen,
    { putRightBy: ['unlink-environment'] },
  )
}

function readable({ environment, policy: answer }: OperationFacts): Observation | undefined {
  const refusal = refusalOf(environment)
  if (refusal) return couldNotRead(operationMessages.read.environmentUnread, refusal, 'power-platform-administrator')
  const ofPolicy = refusalOf(answer)
  if (ofPolicy) return couldNotRead(operationMessages.read.policyUnread, ofPolicy)
  const policy = valueIn(answer)
  if (!policy) return undefined
  return policy.systemId
    ? pass(messages.readable.accountCanReadEnvironment, verbatim(policy.id))
    : fail(messages.readable.policyNoSystemId({ policy: policy.name }), verbatim(policy.id), { owner: 'microsoft' })
}

export const revertChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('revert'),
  earlierKeyCheck('revert'),
  {
    key: 'revert-readable',
    id: 'F-907',
    part: 'policy',
    owner: 'power-platform-administrator',
    ...textsOf(messages.readable),
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    judge: readable,
  },
  {
    key: 'revert-may-remove',
    id: 'F-907',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.mayRemove),
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    heading: 'Grant the Power Platform admin privilege to read enterprise policy',
    judge: (facts) =>
      planRevert(facts).length === 0
        ? undefined
        : judgeAdministrator(facts.account, valueIn(facts.environment), 'remove the environment from the policy'),
  },
  {
    key: 'revert-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: messages.idleWhy,
    remedy: messages.idleRemedy,
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: (facts) => (planRevert(facts).length === 0 ? undefined : idle(facts)),
  },
  {
    key: 'revert-key-usable',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.keyUsable),
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: (facts) => {
      if (planRevert(facts).length === 0) return undefined
      const lacking = lackingOf(facts)
      const seen = idOrNotRead(facts.key)
      return lacking.length === 0
        ? pass(messages.keyUsable.nothingReadShutsService, seen)
        : fail(messages.keyUsable.serviceCannotUseKey({ lacking }), seen)
    },
  },
  {
    key: 'revert-done',
    id: 'F-A08',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.done),
    byHand: [messages.guide.removeEnvironment.click1, messages.done.manual2],
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: removed,
  },
  {
    key: 'revert-kept',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.kept),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: (facts, now) => (isReverted(facts) && facts.policy ? stillKept(facts, keptUntil(facts), now, messages.kept.what) : undefined),
  },
]
