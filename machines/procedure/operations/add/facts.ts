import { valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Pending } from '../../action.ts'
import type { Choices } from '../../choices.ts'
import { readLandscape } from '../../landscape/reading.ts'
import type { Environment, Services } from '../../services.ts'
import { isIntegrated } from '../../steps/integration/facts.ts'
import { linkUnderway, type MembershipFacts } from '../../steps/membership/facts.ts'
import { type KeyMaterial, type OperationFacts, observeOperation } from '../facts.ts'

/** A vault that could not be read answers for its key. */
function lifetimeOf({ vault, key, versions, rotation }: KeyMaterial): Pick<MembershipFacts, 'keyLifetime'> {
  const read = key ?? (vault && !vault.ok ? vault : undefined)
  return read ? { keyLifetime: { key: read, ...present({ vault, keyVersions: versions, keyRotation: rotation }) } } : {}
}

/** The policy is the one of the first environment; everything else is read of the one to add. */
export async function observeAddition(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const { account, powerPlatform, dataverse } = services
  const { additionId } = choices
  const ofFirst = await observeOperation(services, choices, signal)
  const first = present({ first: choices.environmentId })
  if (additionId === undefined) return { ...ofFirst, addition: { ...first, landscape: await readLandscape(services, choices, signal) } }
  const { material } = ofFirst
  const [environment, operations, listed] = await Promise.all([
    powerPlatform.readEnvironment(additionId, signal),
    powerPlatform.listOperations(additionId, signal),
    powerPlatform.listEnvironments(signal),
  ])
  const instanceUrl = valueIn(environment)?.dataverse?.instanceUrl
  const integration = instanceUrl === undefined ? undefined : await dataverse.readIntegration(instanceUrl, signal)
  return {
    account,
    environment,
    operations,
    ...present({ material }),
    addition: {
      ...first,
      listed,
      target: {
        integration: { account, environments: listed, environment, ...present({ integration }) },
        membership: {
          account,
          environment,
          operations,
          ...present({ policy: material?.policy, keyAccess: material?.access }),
          ...(material ? lifetimeOf(material) : {}),
        },
      },
    },
  }
}

/** The environments to choose from, by their names; nothing of them but that. The one whose policy it is isn't another one. */
export const othersIn = ({ addition }: OperationFacts): readonly Environment[] =>
  (valueIn(addition?.listed) ?? []).filter((each) => isIntegrated(each) && each.id !== addition?.first)

/** What step 4 would read of the chosen one. */
export const membershipOf = ({ addition }: OperationFacts): MembershipFacts => addition?.target?.membership ?? {}

export const additionUnderway = (facts: OperationFacts, now: number): Pending | undefined => linkUnderway(membershipOf(facts), now)
