import { defined } from '#machines/defined.ts'
import type { Message } from '#machines/messages/message.ts'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import { brokenRules } from '#machines/procedure/steps/policy/names.ts'
import type { PolicyForm } from '#messages/view.ts'

/** The person's edits, on top of the form's values: a new suggestion never overwrites an edit. */
export type PolicyEdits = Partial<PolicyChoices> & {
  /** Kind of the selected store; a typed name means a key vault. */
  readonly store?: StoreKind
  readonly origin?: KeyOrigin
  /** Creates resources without the template's tags. */
  readonly untagged?: true
  /** Object ID of the group selected for the Reader role. */
  readonly groupId?: string
}

/** Created by the wizard if missing, or imported from the customer's HSM. */
export type KeyOrigin = 'created' | 'imported'

export const keyOrigin = ({ keyIsImported }: Pick<PolicyChoices, 'keyIsImported'>): KeyOrigin => (keyIsImported ? 'imported' : 'created')

export type StoreKind = 'vault' | 'managed-hsm'

export type Place = PolicyForm['vaults'][number]

export const storeKind = ({ keyStore }: Pick<PolicyChoices, 'keyStore'>): StoreKind => keyStore ?? 'vault'

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Azure compares names case-insensitively. @returns the subscription's vault, Managed HSM or policy of that name */
export function existing(places: readonly Place[], name: string, kind: StoreKind = 'vault'): Place | undefined {
  return places.find((place) => sameName(place.name, name.trim()) && storeKind(place) === kind)
}

const groupIds = (
  { values, administrator }: Pick<PolicyForm, 'values' | 'administrator'>,
  picked: string | undefined,
): readonly string[] => [
  ...(picked === undefined ? [] : [picked]),
  ...(values.administratorIsGroup ? [values.administratorObjectId] : []),
  ...(administrator?.isGroup ? [administrator.id] : []),
]

/** Choices as they would be submitted: edits first, trimmed, and an existing vault's or policy's group instead of the field's. */
export function draftOf(form: Pick<PolicyForm, 'values' | 'vaults' | 'policies' | 'administrator'>, edits: PolicyEdits): PolicyChoices {
  const { store, origin = keyOrigin(form.values), untagged, groupId, ...typed } = edits
  const { keyStore, keyIsImported: _, tags, administratorIsGroup: _group, ...merged } = { ...form.values, ...typed }
  const kind = store ?? (edits.vaultName === undefined ? storeKind({ ...defined({ keyStore }) }) : 'vault')
  const policyName = merged.policyName.trim()
  const vaultName = merged.vaultName.trim()
  const resourceGroup = existing(form.policies, policyName)?.resourceGroup ?? merged.resourceGroup.trim()
  const administratorObjectId = merged.administratorObjectId.trim()
  return {
    ...merged,
    ...defined({ tags: untagged ? undefined : tags }),
    policyName,
    vaultName,
    resourceGroup,
    vaultResourceGroup: existing(form.vaults, vaultName, kind)?.resourceGroup ?? resourceGroup,
    // A Managed HSM's key is already HSM-protected.
    ...(kind === 'managed-hsm' ? { keyStore: kind } : origin === 'imported' ? { keyIsImported: true as const } : {}),
    subscriptionId: merged.subscriptionId.trim(),
    keyName: merged.keyName.trim(),
    administratorObjectId,
    ...(groupIds(form, groupId).some((id) => sameName(id, administratorObjectId)) ? { administratorIsGroup: true as const } : {}),
  }
}

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

export function brokenFields(draft: PolicyChoices): Partial<Record<PolicyField, Message>> {
  const broken = brokenRules(draft)
  return Object.fromEntries(POLICY_FIELDS.flatMap((field) => (broken[field] === undefined ? [] : [[field, broken[field]]])))
}
