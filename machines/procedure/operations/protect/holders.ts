import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, type Message, verbatim } from '#machines/messages/message.ts'
import { nameOfPerson } from '../../people/name.ts'
import type { HolderRow } from '../../picture.ts'
import type { AzureService, EnterprisePolicy, Person, Services, Vault } from '../../services/services.ts'
import { messages } from './messages.ts'
import type { GroupFacts, HolderFacts, LockFacts } from './protection.ts'
import { DEEDS, type Deed, type Holder, type Holding, whoCan } from './who-can.ts'

/** With more names, no one reads them individually. */
const MOST_NAMES = 25

type RolesRead = HolderFacts['vault']

/** Reads role assignments on the key store and the policy. */
export async function readHolders(
  services: Services,
  vault: Vault | undefined,
  policy: EnterprisePolicy | undefined,
  signal: AbortSignal,
): Promise<HolderFacts | undefined> {
  if (!vault) return undefined
  const { azure } = services
  const [ofVault, ofPolicy, definitions] = await Promise.all([
    rolesAt(azure, vault.id, signal),
    policy && rolesAt(azure, policy.id, signal),
    azure.listRoleDefinitions(vault.id, signal),
  ])
  const read = { vault: ofVault, ...defined({ policy: ofPolicy }), definitions }
  const holders = holdersOf(vault, policy, read) ?? []
  const [people, groups] = await Promise.all([namesOf(services, holders, signal), groupsOf(services, holders, signal)])
  return { ...read, people, groups }
}

async function rolesAt(azure: AzureService, scope: string, signal: AbortSignal): Promise<RolesRead> {
  const [active, eligible] = await Promise.all([azure.listRoleHolders(scope, signal), azure.listEligibleRoles(scope, signal)])
  return { active, eligible }
}

async function namesOf({ directory }: Services, holders: readonly Holder[], signal: AbortSignal): Promise<readonly Person[]> {
  const people = holders.filter(({ principalType }) => principalType === 'person').slice(0, MOST_NAMES)
  const read = await Promise.all(people.map(({ principalId }) => directory.readPerson(principalId, signal)))
  return read.flatMap((answer) => valueIn(answer) ?? [])
}

function groupsOf({ directory }: Services, holders: readonly Holder[], signal: AbortSignal): Promise<readonly GroupFacts[]> {
  const groups = holders.filter(({ principalType }) => principalType === 'group').slice(0, MOST_NAMES)
  return Promise.all(
    groups.map(async ({ principalId: id }) => {
      const [name, members] = await Promise.all([directory.readGroupName(id, signal), directory.listGroupMembers(id, signal)])
      return { id, name, members }
    }),
  )
}

const NONE: Answer<readonly never[]> = { ok: true, value: [] }

/** People who could remove the key; undefined if unreadable. @param locks as found; an unread lock protects nothing */
export function holdersOf(
  vault: Vault | undefined,
  policy: EnterprisePolicy | undefined,
  { vault: ofVault, policy: ofPolicy, definitions: read }: Pick<HolderFacts, 'vault' | 'policy' | 'definitions'>,
  locks: readonly LockFacts[] = [],
): readonly Holder[] | undefined {
  const lockedAt = (wish: LockFacts['wish']) => locks.flatMap((each) => (each.wish === wish ? (valueIn(each.locks) ?? []) : []))
  const [active, definitions] = [valueIn(ofVault.active), valueIn(read)]
  if (!vault || !active || !definitions) return undefined
  return whoCan({
    vault,
    ...(policy ? { policyId: policy.id } : {}),
    atVault: { active, eligible: valueIn(ofVault.eligible) ?? [], locks: lockedAt('vault') },
    atPolicy: {
      locks: lockedAt('policy'),
      active: valueIn(ofPolicy?.active ?? NONE) ?? [],
      eligible: valueIn(ofPolicy?.eligible ?? NONE) ?? [],
    },
    definitions,
  })
}

export function unreadOf(vault: Vault, { vault: ofVault, policy, groups }: HolderFacts, holders: readonly Holder[]): readonly Message[] {
  const unread = holders.filter(
    ({ principalType, principalId }) => principalType === 'group' && groups.find(({ id }) => sameId(id, principalId))?.members.ok !== true,
  )
  return [
    messages.whoCan.keyRolesUnread,
    ...(unread.length > 0 ? [messages.whoCan.membersUnread({ groups: unread.length })] : []),
    ...((refusalOf(ofVault.eligible) ?? refusalOf(policy?.eligible)) ? [messages.whoCan.eligibleUnread] : []),
    ...(refusalOf(policy?.active) ? [messages.whoCan.policyRolesUnread] : []),
    ...(vault.managedHsm ? [messages.whoCan.localRolesUnread] : []),
  ]
}

const DEED_WORDS: Readonly<Record<Deed, Message>> = {
  'disable-key': messages.whoCan.disableKey,
  'delete-key': messages.whoCan.deleteKey,
  'purge-key': messages.whoCan.purgeKey,
  'remove-lock': messages.whoCan.removeLock,
  'delete-vault': messages.whoCan.deleteVault,
  'change-vault': messages.whoCan.changeVault,
  'delete-policy': messages.whoCan.deletePolicy,
  'change-access': messages.whoCan.changeAccess,
}

/** A person's name if readable, with the members of a group. */
export function nameOf(
  { principalId, principalType, name }: Holder,
  { people, groups }: Pick<HolderFacts, 'people' | 'groups'>,
): DisplayText {
  const person = people.find(({ id }) => sameId(id, principalId))
  const group = groups.find(({ id }) => sameId(id, principalId))
  const known = person ? nameOfPerson(person) : (name ?? (group && valueIn(group.name)) ?? principalId)
  const members = group && valueIn(group.members)
  if (!members) return messages.whoCan.holder({ type: principalType, name: known })
  if (members.people.length === 0) return messages.whoCan.emptyGroup({ name: known })
  const names = members.people.map((each) => verbatim(nameOfPerson(each)))
  return messages.whoCan.groupOf({ name: known, members: members.areMore ? [...names, messages.whoCan.otherMembers] : names })
}

const sourceOf = ({ role, place, kind }: Holding): Message =>
  role === undefined ? messages.whoCan.byAccessPolicy : messages.whoCan.byRole({ role, place, kind })

const deedsOf = (holders: readonly Holder[]): readonly Deed[] =>
  DEEDS.filter((deed) => holders.some(({ holdings }) => holdings.some(({ deeds }) => deeds.includes(deed))))

export const columnsOf = (holders: readonly Holder[]): readonly { readonly deed: Deed; readonly title: Message }[] =>
  deedsOf(holders).map((deed) => ({ deed, title: DEED_WORDS[deed] }))

export const rowOf = (holder: Holder, facts: Pick<HolderFacts, 'people' | 'groups'>): HolderRow => ({
  id: holder.principalId,
  who: nameOf(holder, facts),
  can: deedsOf([holder]),
  from: holder.holdings.map(sourceOf),
})
