import type { Answer, LifecycleOperation, Refusal } from '../../engine/answer.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Choices, PolicyChoices } from '../choices.ts'
import { policyId, sameId } from '../ids.ts'
import type { KeyChain } from '../key-chain/key-chain.ts'
import { readKeyChain } from '../key-chain/reading.ts'
import { hsmIdIn, storeOf } from '../key-store.ts'
import type { Landscape } from '../landscape/landscape.ts'
import type { EnterprisePolicy, Environment, RoleAssignment, Services, SignedInAccount } from '../services/services.ts'
import type { IntegrationFacts } from '../steps/integration/facts.ts'
import type { MembershipFacts } from '../steps/membership/facts.ts'
import { holdingPolicy } from '../steps/membership/link.ts'
import { operationMessages as messages } from './messages.ts'
import type { ProtectionFacts } from './protect/protection.ts'

export interface NextPolicy {
  /** Policy to leave: named by the environment, or remembered. */
  readonly oldId: string
  /** Candidates in the old policy's subscription. */
  readonly policies: Answer<readonly EnterprisePolicy[]>
  /** The chosen policy's chain, and its identity's roles at the old vault. */
  readonly chosen?: {
    readonly chain: KeyChain
    readonly accessToOld?: Answer<readonly RoleAssignment[]>
  }
}

export interface Addition {
  /** ID of the policy's own environment; read if another one is chosen. */
  readonly first?: string
  /** Candidates, until one is chosen. */
  readonly landscape?: Landscape
  readonly listed?: Answer<readonly Environment[]>
  readonly target?: { readonly integration: IntegrationFacts; readonly membership: MembershipFacts }
}

/** The chain is found from the policy alone: an operation after the link needs no new choices. */
export interface OperationFacts extends KeyChain {
  readonly account: SignedInAccount
  /** Newest first. */
  readonly operations?: Answer<readonly LifecycleOperation[]>
  /** Step 3: the key comes from the customer's HSM. */
  readonly keyIsImported?: true
  readonly next?: NextPolicy
  readonly protection?: ProtectionFacts
  /** For adding an environment: environment readings then concern that one. */
  readonly addition?: Addition
}

const isChosen = ({ subscriptionId, resourceGroup, policyName }: PolicyChoices, id: string): boolean =>
  sameId(id, policyId(subscriptionId, resourceGroup, policyName))

/** Reads the environment, and the chain of the policy that holds it. */
export const observeOperation = (services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> =>
  observeDependents(services, choices, signal, (holding) => holding)

/** @param dependsOn ID of the policy to read, by the one that holds the environment; undefined for the remembered or chosen one */
export async function observeDependents(
  services: Services,
  choices: Choices,
  signal: AbortSignal,
  dependsOn: (holding: string | undefined) => string | undefined,
): Promise<OperationFacts> {
  const { account, powerPlatform } = services
  const { environmentId, heldPolicyId, policy: chosen } = choices
  if (environmentId === undefined) return { account }
  const [environment, operations] = await Promise.all([
    powerPlatform.readEnvironment(environmentId, signal),
    powerPlatform.listOperations(environmentId, signal),
  ])
  const found = valueIn(environment)
  const holding = found && holdingPolicy(found)
  const remembered = heldPolicyId ?? (chosen && policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName))
  const id = dependsOn(holding) ?? holding ?? remembered
  return {
    account,
    environment,
    operations,
    ...(id === undefined ? {} : await readKeyChain(services, id, signal)),
    ...(chosen?.keyIsImported && id !== undefined && isChosen(chosen, id) ? { keyIsImported: true } : {}),
  }
}

/** ID of the Managed HSM, if the key is in one. */
export const hsmOf = ({ policy }: OperationFacts): string | undefined => hsmIdIn(storeOf(valueIn(policy)?.vaultId ?? ''))

/** Unreadable dependencies, in order of dependence. */
export function unreadable({
  environment,
  policy,
  vault,
  key,
  keyVersions,
}: KeyChain): { readonly title: DisplayText; readonly refusal: Refusal } | undefined {
  const keyName = valueIn(policy)?.keyName
  const read: readonly (readonly [DisplayText, Answer<unknown> | undefined])[] = [
    [messages.read.environmentUnread, environment],
    [messages.read.policyUnread, policy],
    [messages.read.vaultUnread, vault],
    [keyName === undefined ? messages.read.keyUnread : messages.read.namedKeyUnread({ name: keyName }), key],
    [messages.read.versionsUnread, keyVersions],
  ]
  for (const [title, answer] of read) {
    const refusal = refusalOf(answer)
    if (refusal) return { title, refusal }
  }
  return undefined
}
