import type { Observation } from '../../../engine/step/finding.ts'
import { isAbsent, refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../../messages/message.ts'
import { sentences } from '../../../messages/sentences.ts'
import type { Check } from '../../check.ts'
import { geographyOf, regionInGeography } from '../../geography.ts'
import { couldNotRead } from '../../refusals.ts'
import { openHsmToTrusted, protectHsm } from '../../rights/commands.ts'
import type { Vault, VaultName } from '../../services.ts'
import { KEPT_FOR_DAYS } from '../../waits.ts'
import { isInUse, type PolicyFacts } from './facts.ts'
import { messages as ofHsm } from './hsm-messages.ts'
import { momentOf } from './moments.ts'
import { regionName } from './region-names.ts'
import { messages } from './vault-messages.ts'

const part = 'vault'

/** How a vault's network treats Microsoft's services; `exception` stands for the one for trusted services. */
export type Reach =
  | 'not-understood'
  | 'shut-by-public-access'
  | 'shut-by-firewall'
  | 'exception-to-public-access'
  | 'exception-to-firewall'
  | 'open'

const isTrusting = ({ networkRules }: Vault): boolean => networkRules?.bypass?.toLowerCase().includes('azureservices') ?? false

/**
 * Whether Microsoft's services can reach the vault.
 * Source: "Manage your customer-managed encryption key" allows private link with the exception for trusted services; "Lock and unlock" lists a vault that shuts Microsoft out among what takes environments offline.
 */
export function reachOf(vault: Vault): Reach {
  const access = vault.publicNetworkAccess?.toLowerCase() ?? 'enabled'
  const action = vault.networkRules?.defaultAction.toLowerCase() ?? 'allow'
  if (!['enabled', 'disabled'].includes(access) || !['allow', 'deny'].includes(action)) return 'not-understood'
  if (access === 'disabled') return isTrusting(vault) ? 'exception-to-public-access' : 'shut-by-public-access'
  if (action === 'deny') return isTrusting(vault) ? 'exception-to-firewall' : 'shut-by-firewall'
  return 'open'
}

function networkOf(vault: Vault): DisplayText {
  const { publicNetworkAccess: setting, networkRules: rules } = vault
  return sentences(
    setting === undefined ? messages.publicAccessOpen : messages.publicAccess({ setting }),
    messages.defaultAction({ action: rules?.defaultAction ?? 'Allow' }),
    rules ? (isTrusting(vault) ? messages.exceptionOn : messages.exceptionOff) : messages.exceptionNone,
    // How many: which ones is nobody's business here, and another number is a change.
    ...(rules && rules.ipRules + rules.virtualNetworkRules > 0
      ? [messages.rulesCounted({ ip: rules.ipRules, network: rules.virtualNetworkRules })]
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

function reachability(vault: Vault): Observation {
  const observed = reachabilityOf(vault)
  if (!vault.managedHsm) return observed
  const title = ofHsm.reach({ hsm: vault.name, reach: REACH_OF_HSM[reachOf(vault)] })
  return { ...observed, title, byHand: [verbatim(openHsmToTrusted(vault.name))] }
}

function reachabilityOf(vault: Vault): Observation {
  const named = { vault: vault.name }
  const seen = networkOf(vault)
  switch (reachOf(vault)) {
    case 'not-understood':
      return { status: 'unknown', attestable: true, title: messages.notUnderstood(named), seen, remedy: messages.notUnderstoodRemedy }
    case 'shut-by-public-access':
      return { status: 'fail', title: messages.shutOutByPublicAccess(named), seen }
    case 'shut-by-firewall':
      return { status: 'fail', title: messages.shutOutByFirewall(named), seen }
    case 'exception-to-public-access': {
      const remedy = sentences(messages.keepException, messages.documentsDisagree)
      return { status: 'warning', title: messages.exceptionDespitePublicAccess(named), seen, remedy }
    }
    case 'exception-to-firewall': {
      const remedy = sentences(messages.keepException, messages.listOmitsPowerPlatform)
      return { status: 'warning', title: messages.exceptionDespiteFirewall(named), seen, remedy }
    }
    case 'open':
      return { status: 'pass', title: messages.reachable(named), seen }
  }
}

function geography(facts: PolicyFacts): Observation | undefined {
  const { environment, vault: answer } = facts
  const vault = valueIn(answer)
  const location = valueIn(environment)?.location
  if (!vault || location === undefined) return undefined
  const title = geographyOf(location)?.title ?? location
  const inside = regionInGeography(location, vault.location)
  const seen = messages.bothLocations({ vault: vault.location, environment: location })
  if (inside === undefined)
    return {
      status: 'unknown',
      attestable: true,
      title: messages.geographyUnknown({ location: regionName(facts, vault.location), title }),
      seen,
      remedy: messages.geographyUnknownRemedy,
      owner: 'you',
    }
  const { name: hsm, managedHsm } = vault
  if (inside)
    return { status: 'pass', title: managedHsm ? ofHsm.inside({ inside: 'yes', hsm, title }) : messages.inGeography({ title }), seen }
  return {
    status: 'fail',
    title: managedHsm ? ofHsm.inside({ inside: 'no', hsm, title }) : messages.outsideGeography({ vault: hsm, title }),
    seen,
  }
}

function reasonOf({ message, reason }: VaultName): DisplayText {
  if (message !== undefined) return verbatim(message)
  return reason === undefined ? messages.noReason : messages.reason({ reason })
}

/** Names are unique in the whole cloud, and a deleted vault keeps its name until its retention time ends. */
function nameFree(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName: answer } = facts
  // Where an environment is on the key of a vault that is gone, another vault of its name is the last thing wanted.
  if (!choices || !isAbsent(vault) || isInUse(facts)) return undefined
  const refusal = refusalOf(answer)
  if (refusal) {
    return {
      ...couldNotRead(messages.nameUnread({ vaultName: choices.vaultName }), refusal),
      status: 'warning',
      remedy: messages.serviceDecidesName,
    }
  }
  const name = valueIn(answer)
  if (!name) return undefined
  const said = reasonOf(name)
  if (name.available) return { status: 'pass', title: messages.nameFree({ vaultName: choices.vaultName }), seen: messages.nameAvailable }
  if (name.deleted) {
    const { heldUntil } = name.deleted
    return {
      status: 'fail',
      title:
        heldUntil === undefined
          ? messages.heldByDeleted({ vaultName: choices.vaultName })
          : messages.heldByDeletedUntil({ vaultName: choices.vaultName, moment: momentOf(heldUntil) }),
      seen: said,
      remedy: messages.heldByDeletedRemedy,
    }
  }
  return { status: 'fail', title: messages.nameNotUsable({ vaultName: choices.vaultName }), seen: said }
}

export const vaultChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'vault-readable',
    id: 'F-405',
    part,
    owner: 'key-vault-administrator',
    why: messages.vaultReadableWhy,
    remedy: messages.vaultReadableRemedy,
    link: 'azure-vaults',
    source: 'vault-roles',
    judge: ({ choices, vault }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(vault)
      const { vaultName, keyStore } = choices
      if (refusal && keyStore) return { ...couldNotRead(ofHsm.unread({ hsm: vaultName }), refusal), remedy: ofHsm.readRemedy }
      if (refusal) return couldNotRead(messages.vaultUnread({ vaultName }), refusal)
      const value = valueIn(vault)
      if (value?.managedHsm) {
        const { name: hsm, vaultUri: address, location } = value
        return { status: 'pass', title: ofHsm.readable({ hsm }), seen: ofHsm.found({ address, location }) }
      }
      return (
        value && {
          status: 'pass',
          title: messages.vaultReadable({ vault: value.name }),
          seen: (value.roleBasedAccess ? messages.foundWithRoles : messages.foundWithAccessPolicies)({
            address: value.vaultUri,
            location: value.location,
          }),
        }
      )
    },
  },
  {
    key: 'vault-name-free',
    id: 'F-406',
    part,
    owner: 'you',
    why: messages.vaultNameFreeWhy,
    remedy: messages.vaultNameFreeRemedy,
    byHand: [messages.vaultNameFreeManual1],
    link: 'azure-vaults',
    source: 'soft-delete',
    judge: nameFree,
  },
  {
    key: 'soft-delete',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: messages.softDeleteWhy,
    remedy: messages.softDeleteRemedy,
    byHand: [messages.softDeleteManual1, messages.softDeleteManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const { name, softDeleteRetentionDays: days } = value
      if (!value.softDelete) return { status: 'fail', title: messages.softDeleteOff, seen: messages.softDeleteFoundOff({ vault: name }) }
      const seen = days === undefined ? messages.softDeleteFoundOn({ vault: name }) : messages.softDeleteFoundFor({ vault: name, days })
      return { status: 'pass', title: messages.softDeleteOn, seen }
    },
  },
  {
    key: 'purge-protection',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: messages.purgeProtectionWhy,
    remedy: messages.purgeProtectionRemedy,
    byHand: [messages.purgeProtectionManual1, messages.purgeProtectionManual2],
    link: 'azure-vault',
    source: 'power-platform-keys',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const seen = (value.purgeProtection ? messages.purgeProtectionFoundOn : messages.purgeProtectionFoundOff)({ vault: value.name })
      if (value.managedHsm && !value.purgeProtection)
        return {
          status: 'fail',
          title: messages.purgeProtectionOff,
          seen,
          remedy: ofHsm.purgeRemedy,
          byHand: [verbatim(protectHsm(value.name))],
        }
      return value.purgeProtection
        ? { status: 'pass', title: messages.purgeProtectionOn, seen }
        : {
            status: 'fail',
            title: messages.purgeProtectionOff,
            seen,
            putRightBy: ['turn-on-purge-protection'],
            // Permanent, so it is never planned unasked.
            offer: { event: 'DECIDE', decision: { kind: 'turn-on-purge-protection' }, title: messages.purgeProtectionOffer },
          }
    },
  },
  {
    key: 'retention-long-enough',
    id: 'F-408',
    part,
    owner: 'key-vault-administrator',
    why: messages.retentionLongEnoughWhy,
    remedy: messages.retentionLongEnoughRemedy,
    link: 'azure-vault',
    source: 'soft-delete',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      if (!value?.softDelete || value.softDeleteRetentionDays === undefined) return undefined
      const seen = messages.retentionFound({ days: value.softDeleteRetentionDays })
      if (value.softDeleteRetentionDays < KEPT_FOR_DAYS)
        return {
          status: 'warning',
          title: messages.retentionShort({ days: value.softDeleteRetentionDays }),
          seen,
        }
      return { status: 'pass', title: messages.retentionLong({ days: value.softDeleteRetentionDays }), seen }
    },
  },
  {
    key: 'vault-reachable',
    id: 'F-A07',
    part,
    owner: 'key-vault-administrator',
    why: messages.vaultReachableWhy,
    remedy: messages.vaultReachableRemedy,
    byHand: [messages.vaultReachableManual1, messages.vaultReachableManual2],
    link: 'azure-vault',
    source: 'lock-unlock',
    judge: ({ vault }) => {
      const value = valueIn(vault)
      return value && reachability(value)
    },
  },
  {
    key: 'vault-in-geography',
    id: 'F-503',
    part,
    owner: 'key-vault-administrator',
    why: messages.vaultInGeographyWhy,
    remedy: messages.vaultInGeographyRemedy,
    link: 'azure-vaults',
    source: 'power-platform-keys',
    judge: geography,
  },
]
