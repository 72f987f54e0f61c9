import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { verbatim } from '#machines/messages/message.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf, sameGeography } from '../../geography.ts'
import { couldNotRead } from '../../refusals.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import { serviceWordOr } from '../../service-words.ts'
import { idle } from '../../steps/environment/checks.ts'
import { judgeBeforeLink } from '../../steps/policy/key-expiry.ts'
import { earlierKeyCheck } from '../earlier-key.ts'
import { type OperationFacts, unreadable } from '../facts.ts'
import { idOrNotRead, keyLackingOf, lackingOf, stillKept } from '../kept.ts'
import { operationMessages } from '../messages.ts'
import { recreatedCheck } from '../recreated.ts'
import { keptUntil } from '../revert/facts.ts'
import { planRevert } from '../revert/plan.ts'
import { changeUnderway, isChanged, nextPolicy } from './facts.ts'
import { messages } from './messages.ts'
import { accessOfNext, planChange } from './plan.ts'

function rotateInstead(facts: OperationFacts): Observation | undefined {
  const old = valueIn(facts.policy)
  if (!old || planRevert(facts).length === 0) return undefined
  return old.keyVersion === undefined
    ? warning(messages.rotateInstead, verbatim(old.id))
    : pass(messages.oldPolicyPinned, verbatim(old.keyVersion))
}

function readable(facts: OperationFacts): Observation | undefined {
  const chosenChain = facts.next?.chosen?.chain
  if (!chosenChain) return undefined
  const refused = unreadable(facts) ?? unreadable(chosenChain)
  if (refused) return couldNotRead(refused.title, refused.refusal)
  const [old, chosen] = [valueIn(facts.policy), nextPolicy(facts)]
  return old && chosen && pass(messages.bothReadable, messages.readable.read({ old: old.id, chosen: chosen.id }))
}

function fits(facts: OperationFacts): Observation | undefined {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  if (!environment || !policy) return undefined
  const seen = messages.policyAndEnvironment({ kind: policy.kind, location: policy.location, environment: environment.location })
  if (policy.kind.toLowerCase() !== 'encryption') return fail(messages.notAnEncryptionPolicy({ policy: policy.name }), seen)
  if (!policy.systemId) return fail(messages.noSystemId({ policy: policy.name }), seen, { owner: 'microsoft' })
  return sameGeography(environment.location, policy.location)
    ? pass(messages.newPolicyFits({ geography: geographyOf(environment.location)?.title ?? environment.location }), seen)
    : fail(messages.anotherGeography, seen)
}

function newKey({ next }: OperationFacts): Observation | undefined {
  const chain = next?.chosen?.chain
  if (!chain) return undefined
  const key = valueIn(chain.key)
  const lacking = keyLackingOf(chain)
  const seen = idOrNotRead(chain.key)
  if (lacking.length > 0) return fail(messages.newKeyUnusable({ lacking }), seen)
  return key && pass(messages.newKey.newKeyEnabled({ key: key.name }), seen)
}

/** The removal comes first and has no documented duration: dates assume an addition that begins now. */
function newKeyLasts(facts: OperationFacts, now: number): Observation | undefined {
  const chosen = facts.next?.chosen
  if (!chosen || !planChange(facts).some(({ kind }) => kind === 'link-environment')) return undefined
  return judgeBeforeLink(chosen.chain, now)
}

function access(to: 'new' | 'old') {
  return (facts: OperationFacts): Observation | undefined => {
    const found = accessOfNext(facts).find((each) => each.to === to)
    if (!found) return undefined
    const { has, vault, grant } = found
    const seen = verbatim(vault.id)
    if (has) return pass(messages.access.newPolicyMayUse({ vault: vault.name }), seen)
    if (has === undefined) return question(messages.access.mayNewPolicyUse({ vault: vault.name }), seen)
    return fail(messages.access.newPolicyMayNot({ vault: vault.name }), seen, grant && { putRightBy: [grant.kind] })
  }
}

function done(facts: OperationFacts): Observation | undefined {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  if (!environment || !policy || changeUnderway(facts, 0)) return undefined
  const { encryptionPolicy: existing } = environment
  const seen = operationMessages.read.policyStatus({
    policy: existing?.id ?? operationMessages.read.none,
    status: serviceWordOr(existing?.linkStatus, operationMessages.read.notGiven),
  })
  if (isChanged(facts)) return pass(messages.done.environmentSaysLinked({ policy: policy.name }), seen)
  const out = planRevert(facts).length === 0
  return fail(out ? messages.done.environmentNotYet({ policy: policy.name }) : messages.done.environmentStillOldPolicy, seen, {
    putRightBy: [out ? 'link-environment' : 'unlink-environment'],
  })
}

const isPlanned = (facts: OperationFacts): boolean => planChange(facts).length > 0

export const changeChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('change'),
  earlierKeyCheck('change'),
  {
    key: 'change-rotate-instead',
    id: 'F-A08',
    part: 'key',
    owner: 'you',
    why: messages.rotateInsteadWhy,
    remedy: messages.rotateInsteadRemedy,
    source: 'power-platform-keys',
    heading: "Rotate the environment's encryption key with a new key version",
    judge: rotateInstead,
  },
  {
    key: 'change-readable',
    id: 'F-907',
    part: 'policy',
    owner: 'key-vault-administrator',
    ...textsOf(messages.readable),
    link: 'azure-policy',
    source: 'power-platform-keys',
    judge: readable,
  },
  {
    key: 'change-fits',
    id: 'F-503',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: messages.fitsWhy,
    remedy: messages.fitsRemedy,
    link: 'azure-policy',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: fits,
  },
  {
    key: 'change-new-key',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.newKey),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: newKey,
  },
  {
    key: 'change-new-key-lasts',
    id: 'F-407',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.newKeyLasts),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: newKeyLasts,
  },
  {
    key: 'change-new-access',
    id: 'F-A04',
    part: 'access',
    owner: 'key-vault-administrator',
    ...textsOf(messages.newAccess),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: access('new'),
  },
  {
    key: 'change-old-access',
    id: 'F-A04',
    part: 'access',
    owner: 'key-vault-administrator',
    ...textsOf(messages.oldAccess),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: access('old'),
  },
  {
    key: 'change-old-key-usable',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    why: messages.oldKeyUsableWhy,
    remedy: messages.oldKeyUsableRemedy,
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: (facts) => {
      if (planRevert(facts).length === 0) return undefined
      const lacking = lackingOf(facts)
      const seen = idOrNotRead(facts.key)
      return lacking.length === 0 ? pass(messages.oldKeyUsable, seen) : fail(messages.oldKeyUnusable({ lacking }), seen)
    },
  },
  {
    key: 'change-may',
    id: 'F-907',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.may),
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: (facts) => (isPlanned(facts) ? judgeAdministrator(facts.account, valueIn(facts.environment), 'change the policy') : undefined),
  },
  {
    key: 'change-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: messages.idleWhy,
    remedy: messages.idleRemedy,
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: (facts) => (isPlanned(facts) ? idle(facts) : undefined),
  },
  {
    key: 'change-done',
    id: 'F-A08',
    part: 'link',
    owner: 'power-platform-administrator',
    ...textsOf(messages.done),
    link: 'admin-center',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: done,
  },
  {
    key: 'change-kept',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    ...textsOf(messages.kept),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: "Change the environment's encryption key with a new enterprise policy and key",
    judge: (facts, now) => (isChanged(facts) && facts.policy ? stillKept(facts, keptUntil(facts), now, messages.kept.what) : undefined),
  },
]
