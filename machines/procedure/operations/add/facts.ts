import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { Choices } from '../../choices.ts'
import { readLandscape } from '../../landscape/reading.ts'
import type { Environment, Services } from '../../services/services.ts'
import { isIntegrated } from '../../steps/integration/facts.ts'
import { linkUnderway, type MembershipFacts } from '../../steps/membership/facts.ts'
import { type OperationFacts, observeOperation } from '../facts.ts'

/** Uses the first environment's policy; everything else is read for the additional one. */
export async function observeAddition(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const { account, powerPlatform, dataverse } = services
  const { additionId } = choices
  const ofFirst = await observeOperation(services, choices, signal)
  const first = defined({ first: choices.environmentId })
  if (additionId === undefined) return { ...ofFirst, addition: { ...first, landscape: await readLandscape(services, choices, signal) } }
  const { environment: _first, operations: _ofFirst, ...chain } = ofFirst
  const [environment, operations, listed] = await Promise.all([
    powerPlatform.readEnvironment(additionId, signal),
    powerPlatform.listOperations(additionId, signal),
    powerPlatform.listEnvironments(signal),
  ])
  const instanceUrl = valueIn(environment)?.dataverse?.instanceUrl
  const integration = instanceUrl === undefined ? undefined : await dataverse.readIntegration(instanceUrl, signal)
  return {
    ...chain,
    environment,
    operations,
    addition: {
      ...first,
      listed,
      target: {
        integration: { account, environments: listed, environment, ...defined({ integration }) },
        membership: { ...chain, environment, operations },
      },
    },
  }
}

export const othersIn = ({ addition }: OperationFacts): readonly Environment[] =>
  (valueIn(addition?.listed) ?? []).filter((each) => isIntegrated(each) && each.id !== addition?.first)

export const membershipOf = ({ addition }: OperationFacts): MembershipFacts => addition?.target?.membership ?? {}

export const additionUnderway = (facts: OperationFacts, now: number): Pending | undefined => linkUnderway(membershipOf(facts), now)
