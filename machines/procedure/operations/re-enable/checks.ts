import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, isAbsent, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import type { KeyLoss } from '../../steps/policy/key-loss.ts'
import type { OperationFacts } from '../facts.ts'
import { recreatedCheck } from '../recreated.ts'
import { deletionOf, isLocked, isOff, lossesOf } from './facts.ts'

/** What is done by hand about each cause but the access, which the wizard gives back. */
const BY_HAND: Readonly<Record<Exclude<KeyLoss, 'access-removed'>, string>> = {
  'key-disabled': 'In the Azure portal, open the vault, Keys, the key, its version. Set Enabled to Yes, save.',
  'key-deleted': 'In the Azure portal, open the vault, Keys, Manage deleted keys. Select the key, recover it.',
  'vault-deleted': 'In the Azure portal, open Key vaults, Manage deleted vaults. Select the vault, recover it.',
  'policy-deleted': 'A deleted policy cannot be recovered. Open a support request with Microsoft at once.',
  'key-version-disabled': 'In the Azure portal, open the vault, Keys, the key, the disabled version. Set Enabled to Yes, save.',
  'vault-closed': 'In the Azure portal, open the vault, Networking. Allow trusted Microsoft services, save.',
  'key-expired': 'In the Azure portal, open the vault, Keys, the key, its version. Clear the expiration date, save.',
}

function readable({ environment, material }: OperationFacts): Observation | undefined {
  const ofEnvironment = refusalOf(environment)
  if (ofEnvironment) return couldNotRead('The environment', ofEnvironment, 'power-platform-administrator')
  const ofPolicy = refusalOf(material?.policy)
  // A policy that is gone is a cause of the lock, and is told as one.
  if (ofPolicy && !isAbsent(material?.policy)) return couldNotRead('The policy', ofPolicy)
  const policy = valueIn(material?.policy)
  return policy && { status: 'pass', title: 'The account can read the policy, as whoever re-enables must', seen: policy.id }
}

function access(facts: OperationFacts, now: number): Observation | undefined {
  const loss = lossesOf(facts, now).find((each) => each.loss === 'access-removed')
  if (!loss || !valueIn(facts.material?.policy) || !valueIn(facts.material?.vault)) return undefined
  const { state, seen } = loss
  if (state === 'clear') return { status: 'pass', title: 'The policy’s identity may use the key', seen }
  if (state === 'unknown') return { status: 'unknown', title: 'Whether the policy’s identity may use the key is not known', seen }
  return { status: 'fail', title: 'The policy’s identity may not use the key', seen, putRightBy: ['grant-key-access'] }
}

function rest(facts: OperationFacts, now: number): Observation | undefined {
  const losses = lossesOf(facts, now).filter(({ loss }) => loss !== 'access-removed')
  if (losses.length === 0) return undefined
  const lost = losses.filter(({ state }) => state === 'lost')
  const unknown = losses.filter(({ state }) => state === 'unknown')
  const inWords = (readings: typeof losses) => readings.map(({ seen }) => seen).join(' ')
  if (lost.length > 0)
    return {
      status: 'fail',
      title: lost.length === 1 ? 'The key cannot be used' : `The key cannot be used, for ${lost.length} reasons`,
      seen: inWords(lost),
      byHand: lost.flatMap(({ loss }) => (loss === 'access-removed' ? [] : [BY_HAND[loss]])),
    }
  if (unknown.length > 0)
    return {
      status: 'unknown',
      attestable: true,
      title: 'Is the rest of what the key needs in order?',
      seen: inWords(unknown),
      remedy: 'Look at it in the Azure portal with an account that may, then confirm.',
    }
  return { status: 'pass', title: 'The key, its versions, the vault and the policy are in order', seen: inWords(losses) }
}

function switchedOn(facts: OperationFacts, now: number): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const { runtimeState, ongoingOperation, displayName } = environment
  const seen = `Runtime: ${runtimeState ?? 'not given'}. Operation: ${ongoingOperation?.type ?? 'none'}.`
  if (runtimeState === undefined) return { status: 'unknown', attestable: true, title: `Is ${displayName} open for its users?`, seen }
  if (!isOff(environment)) return { status: 'pass', title: 'The environment is on', seen }
  if (ongoingOperation)
    return {
      status: 'fail',
      title: 'The environment is switched off while an operation runs on it',
      seen,
      remedy: 'Wait until it has ended, then check again.',
      byHand: [],
    }
  if (!isLocked(facts))
    return {
      status: 'fail',
      title: 'The environment is switched off, and no policy holds it',
      seen,
      remedy: 'It was not locked through a key. Find out in the admin center’s history what switched it off.',
    }
  // While something of the key is missing, re-enabling cannot succeed: this warns of the time, and the cause stands above it as the fail.
  const waits = lossesOf(facts, now).some(({ state }) => state === 'lost')
  return {
    status: waits ? 'warning' : 'fail',
    title: waits ? `The environment is locked. ${deletionOf(environment)}` : 'The environment is switched off and can be re-enabled now',
    seen: `${seen} ${deletionOf(environment)}.`,
    ...(waits ? { remedy: 'Restore the access to the key first. Then re-enable the environment and check again.' } : {}),
  }
}

export const reEnableChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('re-enable'),
  {
    key: 're-enable-readable',
    id: 'F-A06',
    part: 'policy',
    owner: 'power-platform-administrator',
    why: 'Re-enabling fails for an account that cannot read the policy.',
    remedy: 'Ask for Power Platform administrator, and for Reader on the policy, then sign in again.',
    link: 'azure-policy',
    source: 'lock-unlock',
    look: readable,
  },
  {
    key: 're-enable-may',
    id: 'F-A06',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'Only an administrator of the environment finds the button that re-enables it.',
    remedy: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
    link: 'admin-center-environment',
    source: 'lock-unlock',
    look: (facts) =>
      isLocked(facts) ? judgeAdministrator(facts.account, valueIn(facts.environment), 're-enable the environment') : undefined,
  },
  {
    key: 're-enable-access',
    id: 'F-A01',
    part: 'access',
    owner: 'key-vault-administrator',
    why: 'Every grant on the key has to be back before the environment can be re-enabled.',
    remedy: 'Give the policy’s identity its access to the vault again, then check again.',
    byHand: [
      'In the Azure portal, open the vault, Access control (IAM), Add role assignment.',
      'Select Key Vault Crypto Service Encryption User, assign it to the enterprise policy, review and assign. Then wait five minutes.',
    ],
    link: 'azure-vault',
    source: 'lock-unlock',
    look: access,
  },
  {
    key: 're-enable-key',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'A disabled, expired or deleted key, a deleted or closed vault and a deleted policy each lock every environment on the policy.',
    remedy: 'Bring back what is missing, then check again.',
    link: 'azure-vault',
    source: 'lock-unlock',
    look: rest,
  },
  {
    key: 're-enable-on',
    id: 'F-A02',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'A locked environment stays off after its key is back, until somebody re-enables it: a sandbox is deleted after 7 days, a production environment after 30.',
    remedy: 'Re-enable the environment in the admin center, wait up to five minutes, then check again.',
    byHand: [
      'In the admin center, open Manage, Environments, the environment.',
      'Select Re-enable environment, which is labelled preview. One environment of the policy at a time.',
    ],
    link: 'admin-center-environment',
    source: 'lock-unlock',
    look: switchedOn,
  },
]
