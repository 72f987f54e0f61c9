import { defined } from '../../defined.ts'
import { isAbsent, refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { Choices } from '../choices.ts'
import { type PolicyIds, parseResourceId, policyId, sameId } from '../ids.ts'
import { storeId } from '../key-store.ts'
import type { AzureService, Environment, PowerPlatformService } from '../services/services.ts'
import { isIntegrated } from '../steps/integration/facts.ts'
import { isHeld } from '../steps/membership/link.ts'
import type { Landscape } from './landscape.ts'
import { type Member, memberOf } from './members.ts'

interface Asked {
  readonly powerPlatform: Pick<PowerPlatformService, 'listEnvironments' | 'readEnvironment'>
  readonly azure: Pick<AzureService, 'readPolicy'>
}

/** Services accept this for hundreds of environments without throttling. */
const AT_ONCE = 8

export function policyOf({ policy: chosen }: Choices, main: Environment | undefined): PolicyIds | undefined {
  if (main && isHeld(main)) return main.encryptionPolicy
  return chosen && { id: policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName) }
}

const keyOf = (vault: string, keyName: string): string => `${vault}/keys/${keyName}`

function chosenKey({ policy }: Choices): string | undefined {
  return policy && keyOf(storeId(policy), policy.keyName)
}

/** Key of a policy, without a version; undefined if unreadable. */
async function keyOfPolicy(
  { azure }: Asked,
  { id, isChosen }: { readonly id: string; readonly isChosen: boolean },
  choices: Choices,
  signal: AbortSignal,
): Promise<string | undefined> {
  const place = parseResourceId(id)
  if (!place) return undefined
  const answer = await azure.readPolicy(place.subscriptionId, place.resourceGroup, place.name, signal)
  if (isChosen && isAbsent(answer)) return chosenKey(choices)
  const { vaultId: vault, keyName } = valueIn(answer) ?? {}
  return vault !== undefined && keyName !== undefined ? keyOf(vault, keyName) : undefined
}

/** Policies can share a key, so several are read for comparison. @returns keys by policy ID */
async function keysOf(
  services: Asked,
  members: readonly Member[],
  chosen: string | undefined,
  choices: Choices,
  signal: AbortSignal,
): Promise<(id: string | undefined) => string | undefined> {
  const named = [chosen, ...members.map(({ key }) => (key.kind === 'policy' ? key.id : undefined))].filter((id) => id !== undefined)
  const ids = named.filter((id, index) => named.findIndex((other) => sameId(other, id)) === index)
  if (ids.length < 2) return () => undefined
  const keys = await Promise.all(
    ids.map(async (id) => ({ id, keyId: await keyOfPolicy(services, { id, isChosen: sameId(id, chosen) }, choices, signal) })),
  )
  return (id) => keys.find((each) => sameId(each.id, id))?.keyId
}

/** Reads each integrated environment individually, because the list doesn't name policies. Changes nothing. */
export async function readLandscape(services: Asked, choices: Choices, signal: AbortSignal): Promise<Landscape> {
  const { powerPlatform } = services
  const listed = await powerPlatform.listEnvironments(signal)
  const refusal = refusalOf(listed)
  const integrated = (valueIn(listed) ?? []).filter(isIntegrated)
  const read: Environment[] = []
  const unread: Landscape['unread'][number][] = []
  for (let next = 0; next < integrated.length; next += AT_ONCE) {
    const some = integrated.slice(next, next + AT_ONCE)
    const answers = await Promise.all(some.map(({ id }) => powerPlatform.readEnvironment(id, signal)))
    answers.forEach((answer, index) => {
      const { id = '', displayName: name = '' } = some[index] ?? {}
      if (answer.ok) read.push(answer.value)
      else unread.push({ id, name, refusal: answer.refusal })
    })
  }
  const policy = policyOf(
    choices,
    read.find(({ id }) => sameId(id, choices.environmentId)),
  )
  const members = read.map((environment) => memberOf(environment, policy))
  const keyIdOf = await keysOf(services, members, policy?.id, choices, signal)
  const first = (id: string): number => Number(!sameId(id, choices.environmentId))
  return {
    kind: 'landscape',
    members: members
      .map((member) => (member.key.kind === 'policy' ? { ...member, key: { ...member.key, keyId: keyIdOf(member.key.id) } } : member))
      .sort((a, b) => first(a.id) - first(b.id) || a.name.localeCompare(b.name, 'en')),
    unread,
    ...defined({ policyId: policy?.id, policyKeyId: keyIdOf(policy?.id), refusal }),
  }
}
