import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, valueIn } from '../../../engine/step/refusals.ts'
import { geographyOf, sameGeography } from '../../geography.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import { idle } from '../../steps/environment/checks.ts'
import { judgeBeforeLink } from '../../steps/policy/key-expiry.ts'
import { type OperationFacts, unreadable } from '../facts.ts'
import { keyLackingOf, lackingOf, stillKept } from '../kept.ts'
import { recreatedCheck } from '../recreated.ts'
import { keptUntil } from '../revert/facts.ts'
import { planRevert } from '../revert/plan.ts'
import { changeUnderway, isChanged, nextPolicy } from './facts.ts'
import { accessOfNext, planChange } from './plan.ts'

function rotateInstead(facts: OperationFacts): Observation | undefined {
  const old = valueIn(facts.material?.policy)
  if (!old || planRevert(facts).length === 0) return undefined
  return old.keyVersion === undefined
    ? { status: 'warning', title: 'To renew the key, rotate it: that needs no outage, a change of policy needs two', seen: old.id }
    : { status: 'pass', title: 'The old policy is fixed on one version of its key, so that rotating would not help', seen: old.keyVersion }
}

function readable(facts: OperationFacts): Observation | undefined {
  const { next, material } = facts
  if (!next?.chosen) return undefined
  const refused = unreadable(facts) ?? unreadable({ ...facts, material: next.chosen.material })
  if (refused) return couldNotRead(refused.what, refused.refusal)
  const [old, chosen] = [valueIn(material?.policy), nextPolicy(facts)]
  return (
    old && chosen && { status: 'pass', title: 'Both policies, their vaults and their keys can be read', seen: `${old.id} ${chosen.id}` }
  )
}

function fits(facts: OperationFacts): Observation | undefined {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  if (!environment || !policy) return undefined
  const seen = `Policy: ${policy.kind}, ${policy.location}. Environment: ${environment.location}.`
  if (policy.kind.toLowerCase() !== 'encryption')
    return { status: 'fail', title: `The policy ${policy.name} is no encryption policy`, seen }
  if (!policy.systemId) return { status: 'fail', title: `The policy ${policy.name} has no system id`, seen, owner: 'microsoft' }
  return sameGeography(environment.location, policy.location)
    ? {
        status: 'pass',
        title: `The new policy is in ${geographyOf(environment.location)?.title ?? environment.location}, as the environment is`,
        seen,
      }
    : { status: 'fail', title: 'The new policy is in another geography than the environment', seen }
}

function newKey({ next }: OperationFacts): Observation | undefined {
  const material = next?.chosen?.material
  const key = valueIn(material?.key)
  if (!material) return undefined
  const lacking = keyLackingOf(material)
  const seen = key?.id ?? 'The key was not read.'
  if (lacking.length > 0) return { status: 'fail', title: `The new key cannot be used: ${lacking.join('; ')}`, seen }
  return key && { status: 'pass', title: `The new key ${key.name} is enabled`, seen }
}

/** The removal comes first, and no document says how long it takes: the dates are those of an addition that begins now. */
function newKeyLasts(facts: OperationFacts, now: number): Observation | undefined {
  const chosen = facts.next?.chosen
  if (!chosen || !planChange(facts).some(({ kind }) => kind === 'link-environment')) return undefined
  const { key, versions } = chosen.material
  return judgeBeforeLink(
    {
      ...(key ? { key } : {}),
      ...(versions ? { keyVersions: versions } : {}),
      ...(chosen.keyRotation ? { keyRotation: chosen.keyRotation } : {}),
    },
    now,
  )
}

function access(to: 'new' | 'old') {
  return (facts: OperationFacts): Observation | undefined => {
    const found = accessOfNext(facts).find((each) => each.to === to)
    if (!found) return undefined
    const { has, vault, grant } = found
    const seen = vault.id
    if (has) return { status: 'pass', title: `The new policy may use the keys in ${vault.name}`, seen }
    if (has === undefined) return { status: 'unknown', attestable: true, title: `May the new policy use the keys in ${vault.name}?`, seen }
    return {
      status: 'fail',
      title: `The new policy may not use the keys in ${vault.name}`,
      seen,
      ...(grant ? { putRightBy: [grant.kind] } : {}),
    }
  }
}

function done(facts: OperationFacts): Observation | undefined {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  if (!environment || !policy || changeUnderway(facts, 0)) return undefined
  const { encryptionPolicy: present } = environment
  const seen = `Policy ${present?.id ?? 'none'}, status ${present?.linkStatus ?? 'not given'}.`
  if (isChanged(facts)) return { status: 'pass', title: `The environment says it is linked to ${policy.name}`, seen }
  const out = planRevert(facts).length === 0
  return {
    status: 'fail',
    title: out ? `The environment is not in ${policy.name} yet` : 'The environment is still in the old policy',
    seen,
    putRightBy: [out ? 'link-environment' : 'unlink-environment'],
  }
}

const isPlanned = (facts: OperationFacts): boolean => planChange(facts).length > 0

export const changeChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('change'),
  {
    key: 'change-rotate-instead',
    id: 'F-A08',
    part: 'key',
    owner: 'you',
    why: 'Microsoft’s article recommends a new version of the same key over another key wherever that is enough.',
    remedy: 'Go back and choose Rotate the key. Go on here only for another key.',
    source: 'power-platform-keys',
    look: rotateInstead,
  },
  {
    key: 'change-readable',
    id: 'F-907',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'What is left and what follows must both be seen, before the environment is taken out of anything.',
    remedy: 'Ask for Reader on both policies and both vaults, and for a role that reads their keys, then check again.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: readable,
  },
  {
    key: 'change-fits',
    id: 'F-503',
    part: 'policy',
    owner: 'key-vault-administrator',
    why: 'An environment can only be added to an encryption policy of its own geography.',
    remedy: 'Choose another policy, or make one in the environment’s geography.',
    link: 'azure-policy',
    source: 'power-platform-keys',
    look: fits,
  },
  {
    key: 'change-new-key',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'Between the two outages the environment has no key of yours: the new one must be in order before the old one is left.',
    remedy: 'Put the new key in order, then check again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: newKey,
  },
  {
    key: 'change-new-key-lasts',
    id: 'F-407',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'When the key expires, every environment on it goes offline. An encryption can take four days, after a removal for which no document gives a time.',
    remedy: 'Create a new version of the new key with a later expiry date, or with none, then check again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: newKeyLasts,
  },
  {
    key: 'change-new-access',
    id: 'F-A04',
    part: 'access',
    owner: 'key-vault-administrator',
    why: 'The addition fails for a policy that may not use its key, after the environment has been switched off.',
    remedy: 'Give the new policy Key Vault Crypto Service Encryption User on the vault, then check again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: access('new'),
  },
  {
    key: 'change-old-access',
    id: 'F-A04',
    part: 'access',
    owner: 'key-vault-administrator',
    why: 'Backups from before are under the old key: the new policy needs it for restores.',
    remedy: 'Give the new policy Key Vault Crypto Service Encryption User on the old vault, then check again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: access('old'),
  },
  {
    key: 'change-old-key-usable',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'What is encrypted with the old key can only be put on another one with the old key.',
    remedy: 'Restore the access to the old key first, then check again.',
    link: 'azure-vault',
    source: 'lock-unlock',
    look: (facts) => {
      if (!facts.material || planRevert(facts).length === 0) return undefined
      const lacking = lackingOf(facts.material)
      const seen = valueIn(facts.material.key)?.id ?? 'The key was not read.'
      return lacking.length === 0
        ? { status: 'pass', title: 'Nothing that was read shuts the service out of the old key', seen }
        : { status: 'fail', title: `The service cannot use the old key: ${lacking.join('; ')}`, seen }
    },
  },
  {
    key: 'change-may',
    id: 'F-907',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on both policies can change from one to the other.',
    remedy: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: (facts) => (isPlanned(facts) ? judgeAdministrator(facts.account, valueIn(facts.environment), 'change the policy') : undefined),
  },
  {
    key: 'change-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'An environment runs one operation at a time.',
    remedy: 'Wait until it has ended, then check again.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: (facts) => (isPlanned(facts) ? idle(facts) : undefined),
  },
  {
    key: 'change-done',
    id: 'F-A08',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'The environment is switched off twice: while it leaves the old policy, and while it is added to the new one.',
    remedy: 'Remove the environment from the old policy, add it to the new one, then check again.',
    byHand: [
      'In the admin center, open Policies, Enterprise policies, the old policy, Edit policy. Select Remove environment, choose it, Continue, Save.',
      'When that has ended, open the new policy, Edit policy, Add environments, choose it, Continue, Save.',
    ],
    link: 'admin-center',
    source: 'power-platform-keys',
    look: done,
  },
  {
    key: 'change-kept',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'Restores of backups from before need the old key, its vault and the access to it for 30 days.',
    remedy: 'Bring back what is missing: recover the vault or the key from soft delete, enable the key, give the access again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: (facts, now) =>
      isChanged(facts) && facts.material
        ? stillKept(facts.material, keptUntil(facts), now, 'the old key, its vault and the old policy’s access')
        : undefined,
  },
]
