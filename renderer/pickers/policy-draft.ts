import type { Message } from '../../machines/messages/message.ts'
import { present } from '../../machines/present.ts'
import type { PolicyChoices } from '../../machines/procedure/choices.ts'
import { brokenRules } from '../../machines/procedure/steps/policy/names.ts'
import type { PolicyForm } from '../../messages/view.ts'

/** What the person typed, over what stands in the form from main: a new suggestion never overwrites a typed value. */
export type PolicyEdits = Partial<PolicyChoices> & {
  /** What was picked from the list; a name that is typed is a key vault's. */
  readonly store?: StoreKind
  readonly origin?: KeyOrigin
  /** New resources get none of the template's tags. */
  readonly untagged?: true
  /** Object ID of a group that was picked to get Reader. */
  readonly groupId?: string
}

/** Whether the wizard creates the key where there is none, or a person imports it from their own HSM. */
export type KeyOrigin = 'created' | 'imported'

export const keyOrigin = ({ keyIsImported }: Pick<PolicyChoices, 'keyIsImported'>): KeyOrigin => (keyIsImported ? 'imported' : 'created')

export type StoreKind = 'vault' | 'managed-hsm'

export type Place = PolicyForm['vaults'][number]

export const storeKind = ({ keyStore }: Pick<PolicyChoices, 'keyStore'>): StoreKind => keyStore ?? 'vault'

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Azure compares names case-blind. @returns the key vault, Managed HSM or policy of that name, if the subscription has it */
export function existing(places: readonly Place[], name: string, kind: StoreKind = 'vault'): Place | undefined {
  return places.find((place) => sameName(place.name, name.trim()) && storeKind(place) === kind)
}

/** Object IDs that are known to be those of groups. */
const groupIds = (
  { values, administrator }: Pick<PolicyForm, 'values' | 'administrator'>,
  picked: string | undefined,
): readonly string[] => [
  ...(picked === undefined ? [] : [picked]),
  ...(values.administratorIsGroup ? [values.administratorObjectId] : []),
  ...(administrator?.isGroup ? [administrator.id] : []),
]

/**
 * The choices as they would be handed in: typed values first, without spaces around them, and the group of an existing vault or
 * policy instead of the one in the field.
 */
export function draftOf(form: Pick<PolicyForm, 'values' | 'vaults' | 'policies' | 'administrator'>, edits: PolicyEdits): PolicyChoices {
  const { store, origin = keyOrigin(form.values), untagged, groupId, ...typed } = edits
  const { keyStore, keyIsImported: _, tags, administratorIsGroup: _group, ...merged } = { ...form.values, ...typed }
  const kind = store ?? (edits.vaultName === undefined ? storeKind({ ...present({ keyStore }) }) : 'vault')
  const policyName = merged.policyName.trim()
  const vaultName = merged.vaultName.trim()
  const resourceGroup = existing(form.policies, policyName)?.resourceGroup ?? merged.resourceGroup.trim()
  const administratorObjectId = merged.administratorObjectId.trim()
  return {
    ...merged,
    ...present({ tags: untagged ? undefined : tags }),
    policyName,
    vaultName,
    resourceGroup,
    vaultResourceGroup: existing(form.vaults, vaultName, kind)?.resourceGroup ?? resourceGroup,
    // A key in a Managed HSM is one of an HSM already.
    ...(kind === 'managed-hsm' ? { keyStore: kind } : origin === 'imported' ? { keyIsImported: true as const } : {}),
    subscriptionId: merged.subscriptionId.trim(),
    keyName: merged.keyName.trim(),
    administratorObjectId,
    ...(groupIds(form, groupId).some((id) => sameName(id, administratorObjectId)) ? { administratorIsGroup: true as const } : {}),
  }
}

/** Fields a person fills in, in the order of the page. */
export const POLICY_FIELDS = [
  'subscriptionId',
  'resourceGroup',
  'region',
  'vaultName',
  'keyName',
  'policyName',
  'administratorObjectId',
] as const
export type PolicyField = (typeof POLICY_FIELDS)[number]

/** The rule each field breaks, by field. */
export function brokenFields(draft: PolicyChoices): Partial<Record<PolicyField, Message>> {
  const broken = brokenRules(draft)
  return Object.fromEntries(POLICY_FIELDS.flatMap((field) => (broken[field] === undefined ? [] : [[field, broken[field]]])))
}
