import type { LifecycleOperation } from '../../../engine/answer.ts'
import { inUtc } from '../../../engine/moment.ts'
import type { Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { geographyOf } from '../../geography.ts'
import type { Environment } from '../../services.ts'
import { existingLink } from './existing-link.ts'
import { type EnvironmentFacts, isKeyOperation, namesDiffer } from './facts.ts'

const part = 'environment'

const isRunning = (operation: LifecycleOperation): boolean => operation.state === 'running' || operation.state === 'not-started'

const isLinking = (environment: Environment | undefined): boolean => environment?.encryptionPolicy?.linkStatus?.toLowerCase() === 'linking'

/** The operation that keeps the environment busy, from either of the two places that tell; the key operation itself does not count. */
export function operationInTheWay(facts: EnvironmentFacts): { readonly type: string; readonly since?: string } | undefined {
  const ongoing = valueIn(facts.environment)?.ongoingOperation
  const listed = valueIn(facts.operations)?.find((operation) => isRunning(operation) && !isKeyOperation(operation.type))
  if (listed) return { type: listed.typeDisplayName ?? listed.type, ...(listed.createdAt ? { since: listed.createdAt } : {}) }
  if (ongoing && !isKeyOperation(ongoing.type) && !isLinking(valueIn(facts.environment)))
    return { type: ongoing.type ?? 'of a kind the service does not name' }
  return undefined
}

function keyOperationRuns(facts: EnvironmentFacts): boolean {
  const environment = valueIn(facts.environment)
  return isKeyOperation(environment?.ongoingOperation?.type) || isLinking(environment)
}

function organization(environment: Environment): Observation {
  const { dataverse } = environment
  if (!dataverse) return { status: 'fail', title: 'The environment has no Dataverse organization', seen: environment.displayName }
  const name = dataverse.friendlyName ?? dataverse.uniqueName
  if (!name || !dataverse.instanceUrl) {
    return {
      status: 'fail',
      title: 'The admin API does not name the Dataverse organization yet',
      seen: `Name: ${name ?? 'none'}. Address: ${dataverse.instanceUrl ?? 'none'}.`,
      remedy: 'The names appear when Dataverse is ready. Wait some minutes, then check again.',
    }
  }
  return {
    status: 'pass',
    title: `The Dataverse organization is ${name}`,
    seen: `${dataverse.instanceUrl}, unique name ${dataverse.uniqueName ?? 'not given'}.`,
  }
}

function type(environment: Environment): Observation {
  const refused = environment.isDefault
    ? 'Default'
    : ['trial', 'subscriptionbasedtrial', 'teams', 'default'].includes(environment.sku.toLowerCase())
      ? environment.sku
      : undefined
  if (refused)
    return {
      status: 'fail',
      title: `An environment of type ${refused} cannot use a customer-managed key`,
      seen: `Type: ${environment.sku}.`,
    }
  if (['production', 'sandbox'].includes(environment.sku.toLowerCase()))
    return { status: 'pass', title: `The type is ${environment.sku}`, seen: `Type: ${environment.sku}.` }
  if (environment.sku === '') {
    return {
      status: 'warning',
      title: 'The admin API does not give the environment’s type',
      seen: 'Type: none. Microsoft excludes Trial and Teams by name.',
      remedy: 'Look at the type in the admin center before you go on; the service decides when the environment is added.',
    }
  }
  return {
    status: 'warning',
    title: `No document says whether the type ${environment.sku} can use a customer-managed key`,
    seen: `Type: ${environment.sku}. Microsoft excludes Trial and Teams by name and says nothing of this one.`,
    remedy: 'Ask Microsoft before you rely on it; the service decides when the environment is added.',
    owner: 'microsoft',
  }
}

function state(facts: EnvironmentFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const seen = `Management: ${environment.managementState ?? 'not given'}. Runtime: ${environment.runtimeState ?? 'not given'}.`
  if (keyOperationRuns(facts)) return { status: 'pass', title: 'The environment is being encrypted now; step 4 follows it', seen }
  if (environment.managementState?.toLowerCase() !== 'ready')
    return { status: 'fail', title: `The environment is not ready: ${environment.managementState ?? 'no state given'}`, seen }
  if (environment.runtimeState !== undefined && environment.runtimeState.toLowerCase() !== 'enabled') {
    return {
      status: 'warning',
      title: `The environment is ready, but its runtime is ${environment.runtimeState}`,
      seen,
      remedy: 'Users are kept out now. Find out why before you go on; administration mode is a usual reason.',
    }
  }
  return { status: 'pass', title: 'The environment is ready', seen }
}

/** A key that is not Microsoft’s without a policy that would bring it can only be of the earlier kind. */
function selfManaged({ keyManagedBy, encryptionPolicy }: Environment): Observation | undefined {
  if (keyManagedBy === undefined || encryptionPolicy) return undefined
  const seen = `Key managed by: ${keyManagedBy}. The environment names no encryption policy.`
  return keyManagedBy.toLowerCase() === 'microsoft'
    ? { status: 'pass', title: 'No key of your own is on the environment yet', seen }
    : { status: 'warning', title: 'A key of the earlier, self-managed kind seems to be on the environment', seen }
}

/** Whether nothing else keeps the environment busy. */
export function idle(facts: EnvironmentFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const busy = operationInTheWay(facts)
  if (busy)
    return {
      status: 'fail',
      title: `Another operation is running: ${busy.type}`,
      seen: busy.since ? `Started ${inUtc(busy.since)}, not ended yet.` : 'The environment names it as its ongoing operation.',
    }
  const refusal = refusalOf(facts.operations)
  const { ongoingOperation } = environment
  if (refusal && !ongoingOperation) {
    return {
      status: 'warning',
      title: 'No operation is running, as far as the environment itself tells',
      seen: `The list of operations could not be read: ${refusal.message}`,
      remedy: 'Check the history of the environment in the admin center.',
      refusal,
    }
  }
  return {
    status: 'pass',
    title: keyOperationRuns(facts) ? 'No operation is running besides the encryption' : 'No other operation is running',
    seen: ongoingOperation
      ? `The environment names ${ongoingOperation.type ?? 'an operation'} as its ongoing operation.`
      : 'The environment names no ongoing operation.',
  }
}

export const environmentChecks: readonly Check<EnvironmentFacts>[] = [
  {
    key: 'environment-noted',
    id: 'F-201',
    part,
    owner: 'you',
    why: 'The key goes onto the Power Platform environment, which can be named differently from the finance and operations environment. Taking the wrong one switches off somebody else’s system.',
    remedy: 'Compare the finance and operations address with the one your users open, then confirm that this is the environment.',
    byHand: [
      'In Lifecycle Services, open the environment’s details page.',
      'Under Power Platform environment information, read the environment name.',
      'For a unified or migrated environment, read the name and the Finance and Operations URL on the environment’s page in the admin center.',
    ],
    link: 'admin-center-environment',
    source: 'finance-and-operations-keys',
    look: ({ environment: answer }) => {
      const refusal = refusalOf(answer)
      if (refusal) return couldNotRead('The environment could not be read', refusal, 'power-platform-administrator')
      const environment = valueIn(answer)
      if (!environment) return undefined
      const financeAndOperations = environment.financeAndOperations?.url
      const names = `Environment ${environment.displayName}, id ${environment.id}. Finance and operations: ${financeAndOperations ?? 'no address given; see its page in the admin center'}.`
      return {
        status: 'unknown',
        attestable: true,
        title: namesDiffer(environment)
          ? `Is ${environment.displayName} the environment? Its finance and operations name differs`
          : `Is ${environment.displayName} the environment?`,
        seen: names,
      }
    },
  },
  {
    key: 'organization-named',
    id: 'F-202',
    part,
    owner: 'lifecycle-services-administrator',
    why: 'The name of the Dataverse organization is what Lifecycle Services shows and what the policy is applied to.',
    remedy: 'Finish step 1 first: the name appears once integration is complete.',
    link: 'lifecycle-services',
    source: 'finance-and-operations-keys',
    look: ({ environment }) => {
      const value = valueIn(environment)
      return value && organization(value)
    },
  },
  {
    key: 'region-known',
    id: 'F-503',
    part,
    owner: 'you',
    why: 'The policy must be created for the environment’s region, by a word of Power Platform’s own that is not an Azure region.',
    remedy: 'Compare the region with Microsoft’s list of policy locations, then confirm that this region is on it.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: ({ environment: answer }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      const geography = geographyOf(environment.location)
      const seen = `Region ${environment.location}, Azure region ${environment.azureRegion ?? 'not given'}.`
      if (!geography)
        return {
          status: 'unknown',
          attestable: true,
          title: `The region ${environment.location} is in none of the lists that this wizard knows`,
          seen,
        }
      return {
        status: 'pass',
        title: `The region is ${geography.title}`,
        seen: `${seen} The policy’s location is ${geography.policyLocation}.`,
      }
    },
  },
  {
    key: 'type-allowed',
    id: 'F-901',
    part,
    owner: 'power-platform-administrator',
    why: 'Microsoft excludes Trial and Teams environments by name, and the admin API disallows it for the Default environment.',
    remedy: 'Choose a production or sandbox environment.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: ({ environment }) => {
      const value = valueIn(environment)
      return value && type(value)
    },
  },
  {
    key: 'existing-policy-noted',
    part,
    ...existingLink,
    look: ({ environment, chosenPolicy }) => existingLink.look(valueIn(environment), chosenPolicy),
  },
  {
    key: 'no-self-managed-key',
    id: 'F-008',
    part,
    owner: 'power-platform-administrator',
    why: 'The earlier way to bring a key to Dataverse ended on 6 January 2026. Its key is still needed for restores after the environment has come into a policy.',
    remedy: 'Go on: adding the environment to a policy is Microsoft’s way out of it. Keep the earlier key for at least 28 days afterwards.',
    link: 'admin-center-environment',
    source: 'self-managed-key-migration',
    look: ({ environment }) => {
      const value = valueIn(environment)
      return value && selfManaged(value)
    },
  },
  {
    key: 'environment-ready',
    id: 'F-803',
    part,
    owner: 'power-platform-administrator',
    why: 'The service starts an operation only on an environment that is ready.',
    remedy: 'Wait until the admin center shows the environment as ready, then check again.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: state,
  },
  {
    key: 'no-other-operation',
    id: 'F-803',
    part,
    owner: 'power-platform-administrator',
    why: 'An environment runs one operation at a time; another one is refused with a conflict.',
    remedy: 'Wait until it has ended, then check again. Nothing is lost meanwhile.',
    byHand: ['In the admin center, open the environment and select History to see what runs and since when.'],
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: idle,
  },
]
