import type { Answer } from '#machines/engine/answer.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { isAbsent, refusedForAnotherReason, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf, regionInGeography } from '../../geography.ts'
import { couldNotRead } from '../../refusals.ts'
import { openHsmToTrusted, protectHsm } from '../../rights/commands.ts'
import type { Vault, VaultName } from '../../services/services.ts'
import { KEPT_FOR_DAYS } from '../../waits.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { momentOf } from './moments.ts'
import { regionName } from './region-names.ts'
import { messages } from './vault-messages.ts'

const part = 'vault'

/** Access of Microsoft's services; `exception`: through the one for trusted services. */
export type Reach =
  | 'not-understood'
  | 'shut-by-public-access'
  | 'shut-by-firewall'
  | 'exception-to-public-access'
  | 'exception-to-firewall'
  | 'open'

/** The exception for trusted services. Absent or undocumented is unknown: the published default is that of a request, not of an answer. */
function exceptionOf({ networkRules }: Vault): 'on' | 'off' | 'unknown' {
  const bypass = networkRules?.bypass?.toLowerCase() ?? ''
  return bypass.includes('azureservices') ? 'on' : bypass === 'none' ? 'off' : 'unknown'
}

type Closed = Extract<Reach, 'shut-by-public-access' | 'shut-by-firewall'>

const THROUGH_EXCEPTION = { 'shut-by-public-access': 'exception-to-public-access', 'shut-by-firewall': 'exception-to-firewall' } as const

function closedOr(vault: Vault, closed: Closed): Reach {
  const exception = exceptionOf(vault)
  return exception === 'unknown' ? 'not-understood' : exception === 'on' ? THROUGH_EXCEPTION[closed] : closed
}

/**
 * Whether Microsoft's services can reach the vault.
 * Source: "Manage your customer-managed encryption key" allows private link with the exception for trusted services;
 * "Lock and unlock" lists a vault that blocks Microsoft among the causes of an outage.
 */
export function reachOf(vault: Vault): Reach {
  const access = vault.publicNetworkAccess?.toLowerCase() ?? 'enabled'
  // A vault without rules allows; rules without a default action are unknown.
  const action = vault.networkRules ? vault.networkRules.defaultAction?.toLowerCase() : 'allow'
  if (!['enabled', 'disabled'].includes(access) || !['allow', 'deny'].includes(action ?? '')) return 'not-understood'
  if (access === 'disabled') return closedOr(vault, 'shut-by-public-access')
  if (action === 'deny') return closedOr(vault, 'shut-by-firewall')
  return 'open'
}

const EXCEPTION_SEEN = {
  on: messages.vaultReachable.exceptionOn,
  off: messages.vaultReachable.exceptionOff,
  unknown: messages.vaultReachable.exceptionUnsaid,
} as const

function networkOf(vault: Vault): DisplayText {
  const { publicNetworkAccess: setting, networkRules: rules } = vault
  const isRestricted = rules !== undefined && rules.defaultAction?.toLowerCase() !== 'allow'
  const unset = isRestricted ? messages.vaultReachable.publicAccessByRules : messages.vaultReachable.publicAccessOpen
  return sentences(
    setting === undefined ? unset : messages.vaultReachable.publicAccess({ setting }),
    rules && rules.defaultAction === undefined
      ? messages.vaultReachable.defaultActionUnsaid
      : messages.vaultReachable.defaultAction({ action: rules?.defaultAction ?? 'Allow' }),
    rules ? EXCEPTION_SEEN[exceptionOf(vault)] : messages.vaultReachable.exceptionNone,
    // Only their number: the rules are private, and a different number is drift.
    ...(rules && rules.ipRules + rules.virtualNetworkRules > 0
      ? [messages.vaultReachable.rulesCounted({ ip: rules.ipRules, network: rules.virtualNetworkRules })]
      : []),
  )
}

const REACH_OF_HSM: Readonly<Record<Reach, string>> = {
  'not-understood': 'unknown',
  'shut-by-public-access': 'shut',
  'shut-by-firewall': 'shut',
  'exception-to-public-access': 'exception',
  'exception-to-firewall': 'exception',
  open: 'open',
}

export function reachability(vault: Vault): Observation {
  const observed = reachabilityOf(vault)
  if (!vault.managedHsm) return observed
  const title = ofHsm.hsm.reach({ hsm: vault.name, reach: REACH_OF_HSM[reachOf(vault)] })
  return { ...observed, title, byHand: [verbatim(openHsmToTrusted(vault.id))] }
}

function reachabilityOf(vault: Vault): Observation {
  const named = { vault: vault.name }
  const seen = networkOf(vault)
  switch (reachOf(vault)) {
    case 'not-understood':
      return question(messages.vaultReachable.notUnderstood(named), seen, { remedy: messages.vaultReachable.notUnderstoodRemedy })
    case 'shut-by-public-access':
      return fail(messages.vaultReachable.shutOutByPublicAccess(named), seen)
    case 'shut-by-firewall':
      return fail(messages.vaultReachable.shutOutByFirewall(named), seen)
    case 'exception-to-public-access': {
      const remedy = sentences(messages.vaultReachable.keepException, messages.vaultReachable.documentsDisagree)
      return warning(messages.vaultReachable.exceptionDespitePublicAccess(named), seen, { remedy })
    }
    case 'exception-to-firewall': {
      const remedy = sentences(messages.vaultReachable.keepException, messages.vaultReachable.listOmitsPowerPlatform)
      return warning(messages.vaultReachable.exceptionDespiteFirewall(named), seen, { remedy })
    }
    case 'open':
      return pass(messages.vaultReachable.reachable(named), seen)
  }
}

function geography(facts: PolicyFacts): Observation | undefined {
  const { environment, vault: answer } = facts
  const vault = valueIn(answer)
  const location = valueIn(environment)?.location
  if (!vault || location === undefined) return undefined
  const title = geographyOf(location)?.title ?? location
  const inside = regionInGeography(location, vault.location)
  const seen = messages.vaultInGeography.bothLocations({ vault: vault.location, environment: location })
  if (inside === undefined)
    return question(messages.vaultInGeography.geographyUnknown({ location: regionName(facts, vault.location), title }), seen, {
      remedy: messages.vaultInGeography.geographyUnknownRemedy,
      owner: 'you',
    })
  const { name: hsm, managedHsm } = vault
  if (inside)
    return pass(managedHsm ? ofHsm.hsm.geography({ inside: 'yes', hsm, title }) : messages.vaultInGeography.inGeography({ title }), seen)
  return question(
    managedHsm ? ofHsm.hsm.geography({ inside: 'no', hsm, title }) : messages.vaultInGeography.outsideGeography({ vault: hsm, title }),
    seen,
    { subject: hsm, owner: 'you' },
  )
}

function reasonOf({ message, reason }: VaultName): DisplayText {
  if (message !== undefined) return verbatim(message)
  return reason === undefined ? messages.vaultNameFree.noReason : messages.vaultNameFree.reason({ reason })
}

/** Names are unique in the whole cloud, and a deleted vault keeps its name until its retention ends. */
export function judgeVaultName(vaultName: string, answer: Answer<VaultName>): Observation {
  if (!answer.ok) {
    return {
      ...couldNotRead(messages.vaultNameFree.nameUnread({ vaultName }), answer.refusal),
      status: 'warning',
      remedy: messages.vaultNameFree.serviceDecidesName,
    }
  }
  const name = answer.value
  const said = reasonOf(name)
  if (name.available) return pass(messages.vaultNameFree.nameFree({ vaultName }), messages.vaultNameFree.nameAvailable)
  if (name.deleted) {
    const { heldUntil } = name.deleted
    return fail(
      heldUntil === undefined
        ? messages.vaultNameFree.heldByDeleted({ vaultName })
        : messages.vaultNameFree.heldByDeletedUntil({ vaultName, moment: momentOf(heldUntil) }),
      said,
      { remedy: messages.vaultNameFree.heldByDeletedRemedy },
    )
  }
  if (name.reason?.toLowerCase() === 'alreadyexists')
    return fail(messages.vaultNameFree.takenElsewhere({ vaultName }), said, { remedy: messages.vaultNameFree.takenElsewhereRemedy })
  return fail(messages.vaultNameFree.nameNotUsable({ vaultName }), said)
}

function nameFree(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName: answer } = facts
  // For a missing vault in use, a new one of the same name would be wrong.
  if (!choices || !isAbsent(vault) || isInUse(facts) || !answer) return undefined
  return judgeVaultName(choices.vaultName, answer)
}

export const vaultChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'vault-readable',
    id: 'F-405',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.vaultReadable),
    link: 'azure-vaults',
    source: 'vault-roles',
    judge: ({ choices, vault }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(vault)
      const { vaultName, keyStore } = choices
      if (refusal && keyStore) return { ...couldNotRead(ofHsm.hsm.unread({ hsm: vaultName }), refusal), remedy: ofHsm.hsm.readRemedy }
      if (refusal) return couldNotRead(messages.vaultReadable.vaultUnread({ vaultName }), refusal)
      const value = valueIn(vault)
      if (value?.managedHsm) {
        const { name: hsm, vaultUri: address, location } = value
        return pass(ofHsm.hsm.readable({ hsm }), ofHsm.hsm.found({ address, location }))
      }
      return (
        value &&
        pass(
          messages.vaultReadable.vaultReadable({ vault: value.name }),
          (value.roleBasedAccess ? messages.vaultReadable.foundWithRoles : messages.vaultReadable.foundWithAccessPolicies)({
            address: value.vaultUri,
            location: value.location,
          }),
        )
      )
    },
  },
  {
    key: 'vault-name-free',
    id: 'F-406',
    part,
    owner: 'you',
    ...textsOf(messages.vaultNameFree),
    link: 'azure-vaults',
    source: 'soft-delete',
    heading: 'Soft-delete behavior',
    judge: nameFree,
  },
  {
    key: 'soft-delete',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.softDelete),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create an Azure paid subscription and key vault',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const { name, softDeleteRetentionDays: days } = value
      if (!value.softDelete) return fail(messages.softDelete.softDeleteOff, messages.softDelete.foundOff({ vault: name }))
      const seen = days === undefined ? messages.softDelete.foundOn({ vault: name }) : messages.softDelete.foundFor({ vault: name, days })
      return pass(messages.softDelete.softDeleteOn, seen)
    },
  },
  {
    key: 'purge-protection',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.purgeProtection),
    link: 'azure-vault',
    source: 'power-platform-keys',
    heading: 'Create an Azure paid subscription and key vault',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const seen = (value.purgeProtection ? messages.purgeProtection.foundOn : messages.purgeProtection.foundOff)({ vault: value.name })
      if (value.managedHsm && !value.purgeProtection)
        return fail(messages.purgeProtection.purgeProtectionOff, seen, {
          remedy: ofHsm.hsm.purgeRemedy,
          byHand: [verbatim(protectHsm(value.id))],
        })
      return value.purgeProtection
        ? pass(messages.purgeProtection.purgeProtectionOn, seen)
        : fail(messages.purgeProtection.purgeProtectionOff, seen, {
            putRightBy: ['turn-on-purge-protection'],
            // Permanent, so never planned unasked.
            offer: { event: 'DECIDE', decision: { kind: 'turn-on-purge-protection' }, title: messages.purgeProtection.offer },
          })
    },
  },
  {
    key: 'retention-long-enough',
    id: 'F-408',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.retentionLongEnough),
    link: 'azure-vault',
    source: 'soft-delete',
    heading: 'Soft-delete behavior',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value?.softDelete || value.softDeleteRetentionDays === undefined) return undefined
      const seen = messages.retentionLongEnough.found({ days: value.softDeleteRetentionDays })
      if (value.softDeleteRetentionDays < KEPT_FOR_DAYS)
        return warning(messages.retentionLongEnough.retentionShort({ days: value.softDeleteRetentionDays }), seen)
      return pass(messages.retentionLongEnough.retentionLong({ days: value.softDeleteRetentionDays }), seen)
    },
  },
  {
    key: 'vault-reachable',
    id: 'F-A07',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.vaultReachable),
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: (facts) => {
      const vault = valueIn(facts.vault)
      if (!vault || isInUse(facts) || reachOf(vault) !== 'exception-to-public-access') return vault && reachability(vault)
      // Documents disagree: a person decides before a key depends on it.
      return {
        ...reachability(vault),
        status: 'unknown',
        attestable: true,
        title: messages.vaultReachable.mayStayClosed({ vault: vault.name }),
        owner: 'you',
      }
    },
  },
  {
    key: 'vault-in-geography',
    id: 'F-503',
    part,
    owner: 'key-vault-administrator',
    ...textsOf(messages.vaultInGeography),
    link: 'azure-vaults',
    source: 'power-platform-keys',
    heading: 'Create an Azure paid subscription and key vault',
    judge: geography,
  },
]
