import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import { present } from '../../present.ts'
import type { Choices } from '../choices.ts'
import { type PolicyIds, policyId } from '../ids.ts'
import type { Environment, Services } from '../services.ts'
import { isIntegrated } from '../steps/integration/facts.ts'
import { holdingPolicy } from '../steps/membership/link.ts'
import type { Landscape } from './landscape.ts'
import { memberOf } from './members.ts'

/** Of this many at once: the services answer a tenant with hundreds of environments without asking to wait. */
const AT_ONCE = 8

/** The policy that the engagement is about. */
export function policyOf({ policy: chosen }: Choices, main: Environment | undefined): PolicyIds | undefined {
  if (main && holdingPolicy(main) !== undefined) return main.encryptionPolicy
  return chosen && { id: policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName) }
}

/** Reads each integrated environment by itself: the list of them does not say which policy holds one. Changes nothing. */
export async function readLandscape({ powerPlatform }: Services, choices: Choices, signal: AbortSignal): Promise<Landscape> {
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
    read.find(({ id }) => id === choices.environmentId),
  )
  const first = (id: string): number => Number(id !== choices.environmentId)
  return {
    kind: 'landscape',
    members: read
      .map((environment) => memberOf(environment, policy))
      .sort((a, b) => first(a.id) - first(b.id) || a.name.localeCompare(b.name, 'en')),
    unread,
    ...present({ policyId: policy?.id, refusal }),
  }
}
