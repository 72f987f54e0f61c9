import { inUtc } from '../../../engine/moment.ts'
import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, isAbsent, refusalOf, refusedForAnotherReason, valueIn } from '../../../engine/step/refusals.ts'
import { geographyOf, regionInGeography } from '../../geography.ts'
import type { Vault } from '../../services.ts'
import { isInUse, type PolicyFacts } from './facts.ts'

const part = 'vault'

/** Restores need the key for 28 days by one sentence of the document and 30 by another; the longer one is the safe figure. */
const SHORTEST_SAFE_RETENTION_DAYS = 30

const OUTSIDE =
  'Keep that exception while an environment uses the key. People outside the networks that the vault allows cannot see or change its keys, whatever their role.'

/**
 * Whether Microsoft's services can reach the vault.
 * Source: "Manage your customer-managed encryption key" allows private link with the exception for trusted services; "Lock and unlock" lists a vault that shuts Microsoft out among what takes environments offline.
 */
export function reachability(vault: Vault): Observation {
  const rules = vault.networkRules
  const trusted = rules?.bypass?.toLowerCase().includes('azureservices') ?? false
  const access = vault.publicNetworkAccess?.toLowerCase() ?? 'enabled'
  const action = rules?.defaultAction.toLowerCase() ?? 'allow'
  const closed = access === 'disabled'
  const denied = action === 'deny'
  const seen = `Public access: ${vault.publicNetworkAccess ?? 'not restricted'}. Default action: ${rules?.defaultAction ?? 'Allow'}. Exception for trusted Microsoft services: ${rules ? (trusted ? 'on' : 'off') : 'no rules set'}.`
  if (!['enabled', 'disabled'].includes(access) || !['allow', 'deny'].includes(action)) {
    return {
      status: 'unknown',
      attestable: true,
      title: `Can Microsoft’s services reach the key vault ${vault.name}? Its network setting is one this wizard does not know`,
      seen,
      remedy: 'Find out from whoever set up the vault’s network whether trusted Microsoft services get through, then confirm.',
    }
  }
  if (closed && !trusted)
    return {
      status: 'fail',
      title: `The key vault ${vault.name} shuts Microsoft’s services out: public access is off without the exception`,
      seen,
    }
  if (denied && !trusted)
    return { status: 'fail', title: `The firewall of the key vault ${vault.name} shuts Microsoft’s services out`, seen }
  if (closed || denied) {
    return {
      status: 'warning',
      title: closed
        ? `Public access to the key vault ${vault.name} is off; only the exception for trusted services keeps it reachable`
        : `The firewall of the key vault ${vault.name} is on; only the exception for trusted services lets Microsoft in`,
      seen,
      remedy: closed
        ? `${OUTSIDE} One document allows this setup, another lists turning off public access among what locks environments.`
        : `${OUTSIDE} Microsoft’s list of trusted services does not name Power Platform.`,
    }
  }
  return { status: 'pass', title: `Microsoft’s services can reach the key vault ${vault.name}`, seen }
}

function geography({ environment, vault: answer }: PolicyFacts): Observation | undefined {
  const vault = valueIn(answer)
  const location = valueIn(environment)?.location
  if (!vault || location === undefined) return undefined
  const title = geographyOf(location)?.title ?? location
  const inside = regionInGeography(location, vault.location)
  const seen = `Vault: ${vault.location}. Environment: ${location}.`
  if (inside === undefined)
    return {
      status: 'unknown',
      attestable: true,
      title: `Does ${vault.location} lie in ${title}? The wizard’s list of regions does not say`,
      seen,
      remedy: 'Compare with Azure’s list of regions by geography, then confirm.',
      owner: 'you',
    }
  return inside
    ? { status: 'pass', title: `The key vault lies in ${title}`, seen }
    : { status: 'fail', title: `The key vault ${vault.name} lies outside ${title}`, seen }
}

/** Names are unique in the whole cloud, and a deleted vault keeps its name until its retention time ends. */
function nameFree(facts: PolicyFacts): Observation | undefined {
  const { choices, vault, vaultName: answer } = facts
  // Where an environment is on the key of a vault that is gone, another vault of its name is the last thing wanted.
  if (!choices || !isAbsent(vault) || isInUse(facts)) return undefined
  const refusal = refusalOf(answer)
  if (refusal) {
    return {
      ...couldNotRead(`Whether the name ${choices.vaultName} is free`, refusal),
      status: 'warning',
      remedy: 'You can go on: the service says so when the vault is created. What was done until then stays.',
    }
  }
  const name = valueIn(answer)
  if (!name) return undefined
  const said = name.message ?? `The service gives the reason ${name.reason ?? 'none'}.`
  if (name.available)
    return { status: 'pass', title: `The name ${choices.vaultName} is free`, seen: 'The service says that it is available.' }
  if (name.deleted) {
    const { heldUntil } = name.deleted
    return {
      status: 'fail',
      title: `The name ${choices.vaultName} is held by a deleted vault${heldUntil === undefined ? '' : ` until ${inUtc(heldUntil)}`}`,
      seen: said,
      remedy: 'Choose another name, or recover the deleted vault and use it. Its role assignments are not recovered with it.',
    }
  }
  return { status: 'fail', title: `The name ${choices.vaultName} cannot be used for a new vault`, seen: said }
}

export const vaultChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'vault-readable',
    id: 'F-405',
    part,
    owner: 'key-vault-administrator',
    why: 'What cannot be read cannot be proved, and every environment on the key depends on this vault.',
    remedy: 'Ask for Reader on the vault, then check again.',
    link: 'azure-vaults',
    source: 'vault-roles',
    look: ({ choices, vault }) => {
      if (!choices) return undefined
      const refusal = refusedForAnotherReason(vault)
      if (refusal) return couldNotRead(`The key vault ${choices.vaultName}`, refusal)
      const value = valueIn(vault)
      return (
        value && {
          status: 'pass',
          title: `The key vault ${value.name} can be read`,
          seen: `${value.vaultUri}, ${value.location}, ${value.roleBasedAccess ? 'Azure role-based access' : 'access policies'}.`,
        }
      )
    },
  },
  {
    key: 'vault-name-free',
    id: 'F-406',
    part,
    owner: 'you',
    why: 'The plan creates a key vault of this name. Names are unique in the whole cloud, and a deleted vault keeps its own.',
    remedy: 'Choose another name.',
    byHand: ['In the Azure portal, open Key vaults, Manage deleted vaults, choose the subscription: a vault named there can be recovered.'],
    link: 'azure-vaults',
    source: 'soft-delete',
    look: nameFree,
  },
  {
    key: 'soft-delete',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: 'Without soft delete a deleted key is gone at once, and everything encrypted with it.',
    remedy: 'Turn on soft delete for the vault. It cannot be turned off again.',
    byHand: ['In the Azure portal, open the vault, Properties.', 'Turn on soft delete, save.'],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const seen = `${value.name}: soft delete ${value.softDelete ? 'on' : 'off'}${value.softDeleteRetentionDays === undefined ? '' : `, ${value.softDeleteRetentionDays} days`}.`
      return value.softDelete ? { status: 'pass', title: 'Soft delete is on', seen } : { status: 'fail', title: 'Soft delete is off', seen }
    },
  },
  {
    key: 'purge-protection',
    id: 'F-401',
    part,
    owner: 'key-vault-administrator',
    why: 'Without purge protection anybody with the right can delete the key for good, and the environment’s data with it. The service refuses such a vault.',
    remedy:
      'Turn on purge protection for the vault. It is permanent: deleted keys and the vault itself can then only be purged when the retention time is over.',
    byHand: ['In the Azure portal, open the vault, Properties.', 'Select Enable purge protection, save. It cannot be turned off again.'],
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: ({ vault }) => {
      const value = valueIn(vault)
      if (!value) return undefined
      const seen = `${value.name}: purge protection ${value.purgeProtection ? 'on' : 'off'}.`
      return value.purgeProtection
        ? { status: 'pass', title: 'Purge protection is on', seen }
        : { status: 'fail', title: 'Purge protection is off', seen, putRightBy: ['turn-on-purge-protection'] }
    },
  },
  {
    key: 'retention-long-enough',
    id: 'F-408',
    part,
    owner: 'key-vault-administrator',
    why: 'Restores need an old key for 28 to 30 days after a change. The retention time cannot be changed later.',
    remedy: 'Use a vault with a longer retention time, 90 days if you can choose; it has to be a new vault.',
    link: 'azure-vault',
    source: 'soft-delete',
    look: ({ vault }) => {
      const value = valueIn(vault)
      if (!value?.softDelete || value.softDeleteRetentionDays === undefined) return undefined
      const seen = `${value.softDeleteRetentionDays} days.`
      if (value.softDeleteRetentionDays < SHORTEST_SAFE_RETENTION_DAYS)
        return { status: 'warning', title: `Deleted keys are kept only ${value.softDeleteRetentionDays} days`, seen }
      return { status: 'pass', title: `Deleted keys are kept ${value.softDeleteRetentionDays} days`, seen }
    },
  },
  {
    key: 'vault-reachable',
    id: 'F-A07',
    part,
    owner: 'key-vault-administrator',
    why: 'When Microsoft’s services cannot reach the key, every environment on it goes offline at once.',
    remedy: 'Allow trusted Microsoft services to bypass the vault’s firewall, or allow public access.',
    byHand: [
      'In the Azure portal, open the vault, Networking.',
      'Tick “Allow trusted Microsoft services to bypass this firewall”, then Apply.',
    ],
    link: 'azure-vault',
    source: 'lock-unlock',
    look: ({ vault }) => {
      const value = valueIn(vault)
      return value && reachability(value)
    },
  },
  {
    key: 'vault-in-geography',
    id: 'F-503',
    part,
    owner: 'key-vault-administrator',
    why: 'Microsoft’s document wants the key’s resources in the environment’s region, for example Central US for United States. Nothing describes a vault elsewhere.',
    remedy: 'Choose or create a vault in an Azure region of the environment’s geography.',
    link: 'azure-vaults',
    source: 'power-platform-keys',
    look: geography,
  },
]
