import type { Answer } from '../../engine/answer.ts'
import { DAY } from '../../engine/durations.ts'
import { isAbsent, valueIn } from '../../engine/step/refusals.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { forbidsDeleting } from '../actions/create-lock/lock.ts'
import { comparePolicies, parseResourceId, sameId } from '../ids.ts'
import type { EnterprisePolicy, Lock } from '../services/services.ts'
import { entryOf, lastOf } from './entries.ts'
import { messages } from './messages.ts'
import type { Created, Removal, RemovalEntry, RemovalFacts } from './removal.ts'

/* Decides what can be removed safely. Unreadable counts as used: removal requires an answer to every question, each one
   that nothing depends on the resource. */

interface Judged {
  readonly entry: RemovalEntry
  readonly as: 'remove' | 'stays' | 'gone'
}

const names = (all: readonly string[]): readonly DisplayText[] => all.map(verbatim)

const ofKind = (created: readonly Created[], ...kinds: readonly string[]): readonly Created[] =>
  created.filter(
    ({ kind, resourceId }, index) =>
      kinds.includes(kind) && created.findIndex((each) => each.kind === kind && sameId(each.resourceId, resourceId)) === index,
  )

/** Whether a resource is this one or below it. */
const isWithin = (id: string, scope: string): boolean => `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase())

/** A key's name and vault; undefined for other IDs. */
function keyPlace({ resourceId }: Created): { readonly vault: string; readonly key: string } | undefined {
  const [, vault, key] = /^https:\/\/([^./]+)\.[^/]+\/keys\/([^/]+)/i.exec(resourceId) ?? []
  return vault !== undefined && key !== undefined ? { vault, key } : undefined
}

function judged(entry: RemovalEntry, answer: Answer<unknown> | undefined, reasons: readonly DisplayText[]): Judged {
  if (answer && isAbsent(answer)) return { entry: { ...entry, reasons: [] }, as: 'gone' }
  const unread = answer === undefined || answer.ok ? [] : [messages.unread]
  const all = [...reasons, ...unread].filter((reason, index, them) => them.indexOf(reason) === index)
  return { entry: { ...entry, reasons: all }, as: all.length === 0 ? 'remove' : 'stays' }
}

/** Backups of the chosen environment that need the key. */
function backupReasons({ backups }: RemovalFacts, now: number): readonly DisplayText[] {
  if (backups === undefined) return []
  if (backups.until === undefined) return [messages.backupsUndated]
  return backups.until > now ? [messages.backups({ until: backups.until })] : []
}

/** A lock outside the record belongs to another person; a wizard's lock may also protect other resources. */
function lockReasons({ created }: RemovalFacts, id: string, locks: Answer<readonly Lock[]>): readonly DisplayText[] {
  if (!locks.ok) return [messages.unread]
  const scopes = [id, ...ofKind(created, 'create-resource-group').map(({ resourceId }) => resourceId)]
  const isOwn = (lock: Lock) =>
    ofKind(created, 'create-lock').some(({ resourceId }) => sameId(resourceId, lock.id)) &&
    scopes.some((scope) => sameId(scope, lock.scope))
  return locks.value
    .filter((lock) => forbidsDeleting(lock) && !isOwn(lock))
    .map(({ name, scope }) => messages.locked({ lock: name, scope: lastOf(scope) }))
}

const proofReasons = ({ created }: RemovalFacts, kind: string, id: string): readonly DisplayText[] =>
  ofKind(created, kind).some(({ resourceId, isUnproven }) => sameId(resourceId, id) && isUnproven) ? [messages.unproven] : []

function policies(facts: RemovalFacts, now: number): readonly Judged[] {
  const { environments, seesAll } = facts
  return facts.policies.map(({ id, policy, locks }) => {
    const ids = { id, systemId: valueIn(policy)?.systemId }
    // Includes failed links, which may have encrypted a part of the data.
    const within = (valueIn(environments) ?? []).filter(
      ({ encryptionPolicy }) => encryptionPolicy !== undefined && comparePolicies(encryptionPolicy, ids) !== 'other',
    )
    return judged(entryOf({ kind: 'create-policy', id }), policy, [
      ...(within.length === 0 ? [] : [messages.usedBy({ environments: names(within.map(({ displayName }) => displayName)) })]),
      ...(environments.ok ? [] : [messages.environmentsUnread]),
      ...(seesAll ? [] : [messages.notAdministrator]),
      ...backupReasons(facts, now),
      ...lockReasons(facts, id, locks),
      ...proofReasons(facts, 'create-policy', id),
    ])
  })
}

function policyReasons(
  { policiesAround }: RemovalFacts,
  isNaming: (policy: EnterprisePolicy) => boolean,
  removed: readonly string[],
): readonly DisplayText[] {
  if (!policiesAround.ok) return [messages.policiesUnread]
  const found = policiesAround.value.filter((policy) => isNaming(policy) && !removed.some((id) => sameId(id, policy.id)))
  return found.length === 0 ? [] : [messages.neededBy({ policies: names(found.map(({ name }) => name)) })]
}

function vaults(facts: RemovalFacts, removed: readonly string[], now: number): readonly Judged[] {
  const { created } = facts
  return facts.vaults.map(({ id, vault, keys, secrets, locks }) => {
    const own = ofKind(created, 'create-key')
      .map(keyPlace)
      .flatMap((place) => (place && sameId(place.vault, lastOf(id)) ? [place.key] : []))
    const others = (valueIn(keys) ?? []).filter((key) => !own.some((each) => sameId(each, key)))
    const secret = valueIn(secrets) ?? []
    const days = valueIn(vault)?.softDeleteRetentionDays
    return judged(
      { ...entryOf({ kind: 'create-vault', id, ...(days === undefined ? {} : { until: { days, at: now + days * DAY } }) }), keys: own },
      vault,
      [
        ...policyReasons(facts, ({ vaultId }) => sameId(vaultId, id), removed),
        ...(others.length === 0 ? [] : [messages.otherKeys({ keys: names(others) })]),
        ...(secret.length === 0 ? [] : [messages.secrets({ secrets: names(secret) })]),
        ...(keys.ok && secrets.ok ? [] : [messages.unread]),
        ...backupReasons(facts, now),
        ...lockReasons(facts, id, locks),
        ...proofReasons(facts, 'create-vault', id),
      ],
    )
  })
}

/** A key is listed only if its vault stays. */
function keys(facts: RemovalFacts, removed: readonly string[], vaultsToRemove: readonly string[], now: number): readonly Judged[] {
  const goneVaults = facts.vaults.filter(({ vault }) => isAbsent(vault)).map(({ id }) => lastOf(id))
  const without = [...vaultsToRemove.map(lastOf), ...goneVaults]
  return ofKind(facts.created, 'create-key').flatMap((each) => {
    const place = keyPlace(each)
    if (!place || without.some((vault) => sameId(vault, place.vault))) return []
    const isNamed = ({ vaultId, keyName }: EnterprisePolicy) =>
      sameId(lastOf(vaultId ?? ''), place.vault) && (keyName === undefined || sameId(keyName, place.key))
    const inVault = facts.vaults.find(({ id }) => sameId(lastOf(id), place.vault))?.keys
    if (inVault?.ok && !inVault.value.some((key) => sameId(key, place.key)))
      return [{ entry: entryOf({ kind: 'create-key', id: each.resourceId }), as: 'gone' as const }]
    return [
      judged(entryOf({ kind: 'create-key', id: each.resourceId }), undefined, [
        ...policyReasons(facts, isNamed, removed),
        ...backupReasons(facts, now),
        ...proofReasons(facts, 'create-key', each.resourceId),
      ]),
    ]
  })
}

function groups(facts: RemovalFacts, removed: readonly string[]): readonly Judged[] {
  return facts.groups.map(({ id, group, resources, locks }) => {
    const left = (valueIn(resources) ?? []).filter((resource) => !removed.some((each) => sameId(each, resource.id)))
    return judged(entryOf({ kind: 'create-resource-group', id }), group, [
      ...(left.length === 0 ? [] : [messages.otherResources({ resources: names(left.map(({ name }) => name)) })]),
      ...(resources.ok ? [] : [messages.unread]),
      ...lockReasons(facts, id, locks),
      ...proofReasons(facts, 'create-resource-group', id),
    ])
  })
}

/** Settings are removed before their resource, or stay with it. @param going what is removed */
function settings(
  facts: RemovalFacts,
  kinds: readonly string[],
  { going, gone }: { readonly going: readonly string[]; readonly gone: readonly string[] },
  isLeft: (id: string) => boolean = () => false,
): readonly Judged[] {
  return ofKind(facts.created, ...kinds).map(({ kind, resourceId: id }) => {
    const entry = entryOf({ kind, id })
    if (gone.some((scope) => isWithin(id, scope))) return { entry, as: 'gone' }
    return judged(entry, undefined, isLeft(id) || going.some((scope) => isWithin(id, scope)) ? [] : [messages.protects])
  })
}

/** An existing action group may have other users: only one in the wizard's own resource group is certainly its own. */
function actionGroups(facts: RemovalFacts, vaultsToRemove: readonly string[]): readonly Judged[] {
  return ofKind(facts.created, 'mail-alerts').map(({ kind, resourceId: id }) => {
    const ownGroup = ofKind(facts.created, 'create-resource-group').find(({ resourceId }) => isWithin(id, resourceId))
    const isOwn = ownGroup && !ownGroup.isUnproven && vaultsToRemove.some((vault) => isWithin(vault, ownGroup.resourceId))
    return judged(entryOf({ kind, id }), undefined, isOwn ? [] : [messages.mayTellOthers])
  })
}

/** Irreversible changes, and those that belong to others. */
const LASTING: Readonly<Record<string, DisplayText>> = {
  'register-provider': messages.registrationStays,
  'turn-on-purge-protection': messages.purgeProtectionStays,
  'enable-managed-environment': messages.managedStays,
}

const lasting = ({ created }: RemovalFacts): readonly Judged[] =>
  ofKind(created, ...Object.keys(LASTING)).map(({ kind, resourceId: id }) =>
    judged(entryOf({ kind, id }), undefined, [LASTING[kind] ?? messages.unread]),
  )

function notCreated({ created, chosen }: RemovalFacts): readonly Judged[] {
  const found = [
    ...(chosen.policy === undefined ? [] : [['create-policy', chosen.policy] as const]),
    ...(chosen.vault === undefined || !parseResourceId(chosen.vault)?.type.toLowerCase().endsWith('/vaults')
      ? []
      : [['create-vault', chosen.vault] as const]),
    ...chosen.groups
      .filter((id, index, all) => all.findIndex((other) => sameId(other, id)) === index)
      .map((id) => ['create-resource-group', id] as const),
  ]
  return found
    .filter(([kind, id]) => !ofKind(created, kind).some(({ resourceId }) => sameId(resourceId, id)))
    .map(([kind, id]) => judged(entryOf({ kind, id }), undefined, [messages.notCreated]))
}

const idsIn = (all: readonly Judged[], as: Judged['as']): readonly string[] =>
  all.filter((each) => each.as === as).map(({ entry }) => entry.id)

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function removalOf(facts: RemovalFacts, now: number): Removal {
  const ofPolicies = policies(facts, now)
  const policiesToRemove = idsIn(ofPolicies, 'remove')
  const ofVaults = vaults(facts, policiesToRemove, now)
  const vaultsToRemove = idsIn(ofVaults, 'remove')
  const ofActionGroups = actionGroups(facts, vaultsToRemove)
  const ofGroups = groups(facts, [...policiesToRemove, ...vaultsToRemove, ...idsIn(ofActionGroups, 'remove')])
  const going = [...policiesToRemove, ...vaultsToRemove, ...idsIn(ofGroups, 'remove')]
  const gone = [...idsIn(ofPolicies, 'gone'), ...idsIn(ofVaults, 'gone'), ...idsIn(ofGroups, 'gone')]
  // A lock on a resource group also protects its contents.
  const locksIn = (id: string) => going.some((each) => isWithin(each, id.replace(/\/providers\/Microsoft\.Authorization\/.*$/i, '')))
  const hasNoPolicy = ofPolicies.length > 0 && ofPolicies.every(({ as }) => as !== 'stays')
  const all = [
    // Locks first, because they protect what is below; roles next, because they can't be found after the policy is gone.
    ...settings(facts, ['create-lock'], { going, gone }, locksIn),
    ...settings(facts, ['grant-reader'], { going, gone }),
    ...ofPolicies,
    ...settings(facts, ['grant-key-access'], { going, gone }, () => hasNoPolicy),
    ...settings(facts, ['alert-near-expiry', 'send-audit-log'], { going, gone }),
    ...ofActionGroups,
    ...keys(facts, policiesToRemove, vaultsToRemove, now),
    ...ofVaults,
    ...ofGroups,
    ...lasting(facts),
    ...notCreated(facts),
  ]
  const of = (as: Judged['as']) => all.filter((each) => each.as === as).map(({ entry }) => entry)
  return { remove: of('remove'), stays: of('stays'), gone: of('gone') }
}
