import { defined } from '#machines/defined.ts'
import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import type { Environment, Services } from '../../services/services.ts'

export interface EnvironmentFacts {
  readonly environment?: Answer<Environment>
  /** Newest first; absent until an environment is chosen. */
  readonly operations?: Answer<readonly LifecycleOperation[]>
  readonly chosenPolicy?: PolicyChoices
}

export async function observeEnvironment(services: Services, choices: Choices, signal: AbortSignal): Promise<EnvironmentFacts> {
  if (choices.environmentId === undefined) return {}
  const [environment, operations] = await Promise.all([
    services.powerPlatform.readEnvironment(choices.environmentId, signal),
    services.powerPlatform.listOperations(choices.environmentId, signal),
  ])
  return { environment, operations, ...defined({ chosenPolicy: choices.policy }) }
}

/** First label of the host, usually taken for the environment's name. */
export function firstLabel(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  return new URL(url).hostname.split('.')[0]?.toLowerCase()
}

/** Whether the finance and operations address has another name than the Dataverse organization. */
export function namesDiffer(environment: Environment): boolean {
  const financeAndOperations = firstLabel(environment.financeAndOperations?.url)
  if (financeAndOperations === undefined) return false
  const known = [environment.dataverse?.domainName, firstLabel(environment.dataverse?.instanceUrl), environment.displayName]
  return !known.some((name) => name !== undefined && bare(name) === bare(financeAndOperations))
}

/** Addresses lack spaces and capitals: “Contoso Sandbox” and contoso-sandbox are the same name. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '')

/**
 * Operations that set a customer-managed key. Source: the admin API's lists of allowed operations; the word for a first link is inferred.
 */
const KEY_OPERATIONS = ['newcustomermanagedkey', 'rotatecustomermanagedkey', 'swapcustomermanagedkey']

export const isKeyOperation = (type: string | undefined): boolean => type !== undefined && KEY_OPERATIONS.includes(type.toLowerCase())
