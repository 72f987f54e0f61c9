import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { wordIn } from '#machines/engine/fact.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import type { CoverageFact } from '../../coverage/checks.ts'
import { isOfAnotherTenant } from '../../rights/home-tenant.ts'
import type { Environment, IntegrationDetails, PartnerRelationship, Services, SignedInAccount } from '../../services/services.ts'
import type { CloudFact } from './cloud-check.ts'

export interface IntegrationFacts extends CloudFact, Pick<CoverageFact, 'coverage'> {
  readonly environments: Answer<readonly Environment[]>
  /** Absent until an environment is chosen. */
  readonly environment?: Answer<Environment>
  /** Absent without Dataverse. */
  readonly integration?: Answer<IntegrationDetails>
  readonly account?: SignedInAccount
  /** Read only for an account of another tenant. */
  readonly partnerRelationships?: Answer<readonly PartnerRelationship[]>
  readonly partnerEndsAt?: number
  readonly chosenPolicy?: PolicyChoices
}

export async function observeIntegration(services: Services, choices: Choices, signal: AbortSignal): Promise<IntegrationFacts> {
  const { account, directory, powerPlatform } = services
  const { environmentId, coverage, policy, partnerEndsAt } = choices
  // Awaited together, so that no rejection is unhandled when another ends the reading.
  const [environments, partnerRelationships, chosen] = await Promise.all([
    powerPlatform.listEnvironments(signal),
    isOfAnotherTenant(account) ? directory.listPartnerRelationships(account.tenantId, signal) : undefined,
    environmentId === undefined ? undefined : observeChosen(services, environmentId, signal),
  ])
  const read = { account, environments, ...defined({ partnerRelationships, partnerEndsAt }) }
  return chosen === undefined ? read : { ...read, ...chosen, ...defined({ coverage, chosenPolicy: policy }) }
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

/** Kind of finance and operations app, per the admin API. */
/** `other`: linked, in a word that no document has. */
export type FinanceAndOperationsKind = 'lifecycle-services' | 'unified' | 'cloud-hosted' | 'other' | 'none'

/** Source: host names in d365bap.tools (30 July 2026). */
export const isCloudHosted = (url: string): boolean => /cloudax|axcloud/i.test(url)

/** From `linkedAppMetadata`. Source: d365bap.tools (30 July 2026) for the words `Linked` and `Internal`. */
export function financeAndOperationsKind(environment: Environment): FinanceAndOperationsKind {
  const app = environment.financeAndOperations
  if (!app?.type) return 'none'
  if (isCloudHosted(app.url ?? '')) return 'cloud-hosted'
  const kind = wordIn({ internal: 'unified', linked: 'lifecycle-services' } as const, app.type)
  return kind.is === 'known' ? kind.value : 'other'
}

/** Names a finance and operations app hosted by Microsoft. */
export const isIntegrated = (environment: Environment): boolean =>
  ['lifecycle-services', 'unified', 'other'].includes(financeAndOperationsKind(environment))
