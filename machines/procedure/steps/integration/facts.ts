import type { Answer } from '../../../engine/answer.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import type { CoverageFact } from '../../coverage/checks.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { Environment, IntegrationDetails, PartnerRelationship, Services, SignedInAccount } from '../../services.ts'
import type { CloudFact } from './cloud-check.ts'

/** What step 1 reads. Nothing is changed by reading it. */
export interface IntegrationFacts extends CloudFact, Pick<CoverageFact, 'coverage'> {
  readonly environments: Answer<readonly Environment[]>
  /** Absent until an environment is chosen. */
  readonly environment?: Answer<Environment>
  /** Absent when there is no Dataverse to ask. */
  readonly integration?: Answer<IntegrationDetails>
  /** Who is signed in, and with which roles in the directory. */
  readonly account?: SignedInAccount
  /** Asked only for an account of another tenant. */
  readonly partnerRelationships?: Answer<readonly PartnerRelationship[]>
  /** When the relationship ends, as a person entered it. */
  readonly partnerEndsAt?: number
  /** What was chosen in step 3, if anything. */
  readonly chosenPolicy?: PolicyChoices
}

export async function observeIntegration(services: Services, choices: Choices, signal: AbortSignal): Promise<IntegrationFacts> {
  const { account, directory, powerPlatform } = services
  const { environmentId, coverage, policy, partnerEndsAt } = choices
  // Together, so that none is left alone with its failure when another's ends the reading.
  const [environments, partnerRelationships, chosen] = await Promise.all([
    powerPlatform.listEnvironments(signal),
    isOfAnotherTenant(account) ? directory.listPartnerRelationships(account.tenantId, signal) : undefined,
    environmentId === undefined ? undefined : observeChosen(services, environmentId, signal),
  ])
  const read = { account, environments, ...present({ partnerRelationships, partnerEndsAt }) }
  return chosen === undefined ? read : { ...read, ...chosen, ...present({ coverage, chosenPolicy: policy }) }
}

async function observeChosen(
  { powerPlatform, dataverse }: Services,
  environmentId: string,
  signal: AbortSignal,
): Promise<Pick<IntegrationFacts, 'environment' | 'integration'>> {
  const environment = await powerPlatform.readEnvironment(environmentId, signal)
  const instanceUrl = valueIn(environment)?.dataverse?.instanceUrl
  return instanceUrl === undefined ? { environment } : { environment, integration: await dataverse.readIntegration(instanceUrl, signal) }
}

/** How finance and operations reached the environment, as far as the admin API tells. */
export type FinanceAndOperationsKind = 'lifecycle-services' | 'unified' | 'cloud-hosted' | 'none'

/** True for the address of a cloud-hosted environment. Source: the host names that d365bap.tools (30 July 2026) tells them by. */
export const isCloudHosted = (url: string): boolean => /cloudax|axcloud/i.test(url)

/** Reads `linkedAppMetadata`. Source: d365bap.tools (30 July 2026) for the words `Linked` and `Internal`. */
export function financeAndOperationsKind(environment: Environment): FinanceAndOperationsKind {
  const app = environment.financeAndOperations
  if (!app?.type) return 'none'
  if (isCloudHosted(app.url ?? '')) return 'cloud-hosted'
  return app.type.toLowerCase() === 'internal' ? 'unified' : 'lifecycle-services'
}

/** Its admin API entry names a finance and operations app that Microsoft hosts. */
export const isIntegrated = (environment: Environment): boolean =>
  ['lifecycle-services', 'unified'].includes(financeAndOperationsKind(environment))
