import { defined } from '../../defined.ts'
import type { Answer, LifecycleOperation, Refusal } from '../../engine/answer.ts'
import { refusalOf, valueIn } from '../../engine/step/refusals.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Choices, PolicyChoices } from '../choices.ts'
import { parseResourceId, policyId, sameId } from '../ids.ts'
import { hsmIdIn, readLocalAccess, readStore, storeOf } from '../key-store.ts'
import type { Landscape } from '../landscape/landscape.ts'
import type {
  Deleted,
  EnterprisePolicy,
  Environment,
  KeyRotation,
  KeyVersion,
  RoleAssignment,
  Services,
  SignedInAccount,
  Vault,
  VaultKey,
} from '../services/services.ts'
import type { IntegrationFacts } from '../steps/integration/facts.ts'
import type { MembershipFacts } from '../steps/membership/facts.ts'
import { holdingPolicy } from '../steps/membership/link.ts'
import { readKeyIn } from '../steps/reading-keys.ts'
import { operationMessages as messages, operationMessages } from './messages.ts'
import type { ProtectionFacts } from './protect/protection.ts'

/** What the data depends on, found from the policy alone: an operation after the link needs no new choices. */
export interface KeyMaterial {
  readonly policy: Answer<EnterprisePolicy>
  readonly vault?: Answer<Vault>
  readonly key?: Answer<VaultKey>
  /** Read only if the key is missing. */
  readonly deletedKey?: Answer<Deleted>
  /** Unordered. */
  readonly versions?: Answer<readonly KeyVersion[]>
  readonly rotation?: Answer<KeyRotation>
  /** The vault's network blocks this computer. */
  readonly shutOut?: Refusal
  readonly access?: Answer<readonly RoleAssignment[]>
}

export interface NextPolicy {
  /** Policy to leave: named by the environment, or remembered. */
  readonly oldId: string
  /** Candidates in the old policy's subscription. */
  readonly policies: Answer<readonly EnterprisePolicy[]>
  /** The chosen policy's material, and its identity's roles at the old vault. */
  readonly chosen?: {
    readonly material: KeyMaterial
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

export interface OperationFacts {
  readonly account: SignedInAccount
  readonly environment?: Answer<Environment>
  /** Newest first. */
  readonly operations?: Answer<readonly LifecycleOperation[]>
  readonly material?: KeyMaterial
  /** Step 3: the key comes from the customer's HSM. */
  readonly keyIsImported?: true
  readonly next?: NextPolicy
  readonly protection?: ProtectionFacts
  /** For adding an environment: environment readings then concern that one. */
  readonly addition?: Addition
}

/** Reads a policy, its vault and key, and their access. @param id Azure resource ID of the policy, in any case */
export async function readKeyMaterial({ azure }: Services, id: string, signal: AbortSignal): Promise<KeyMaterial> {
  const place = parseResourceId(id)
  if (!place) return { policy: { ok: false, refusal: notAPolicy(id) } }
  const policy = await azure.readPolicy(place.subscriptionId, place.resourceGroup, place.name, signal)
  const { vaultId, keyName, principalId } = valueIn(policy) ?? {}
  const store = vaultId === undefined ? undefined : storeOf(vaultId)
  if (!store || vaultId === undefined) return { policy }
  const reading = readStore(azure, store, signal)
  const reached = async (principal: string) =>
    store.keyStore
      ? readLocalAccess(azure, valueIn(await reading), keyName, principal, signal)
      : azure.listRoleAssignments(vaultId, principal, signal)
  const [vault, access] = await Promise.all([reading, principalId === undefined ? undefined : reached(principalId)])
  const found = valueIn(vault)
  const ofKey = found === undefined || keyName === undefined ? undefined : await readKeyIn(azure, store, found.vaultUri, keyName, signal)
  const { key, keyVersions: versions, keyRotation: rotation, deletedKey, shutOut } = ofKey ?? {}
  return { policy, vault, ...defined({ access, key, versions, rotation, deletedKey, shutOut }) }
}

const notAPolicy = (id: string): Refusal => ({
  reason: 'unreadable',
  request: 'GET /environments',
  message: operationMessages.read.notAnAzureId({ id }),
})

const isChosen = ({ subscriptionId, resourceGroup, policyName }: PolicyChoices, id: string): boolean =>
  sameId(id, policyId(subscriptionId, resourceGroup, policyName))

export async function observeOperation(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const { account, powerPlatform } = services
  const { environmentId, heldPolicyId, policy: chosen } = choices
  if (environmentId === undefined) return { account }
  const [environment, operations] = await Promise.all([
    powerPlatform.readEnvironment(environmentId, signal),
    powerPlatform.listOperations(environmentId, signal),
  ])
  const holding = valueIn(environment) && holdingPolicy(valueIn(environment) as Environment)
  const id = holding ?? heldPolicyId ?? (chosen && policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName))
  return {
    account,
    environment,
    operations,
    ...(id === undefined ? {} : { material: await readKeyMaterial(services, id, signal) }),
    ...(chosen?.keyIsImported && id !== undefined && isChosen(chosen, id) ? { keyIsImported: true } : {}),
  }
}

/** ID of the Managed HSM, if the key is in one. */
export const hsmOf = ({ material }: OperationFacts): string | undefined => hsmIdIn(storeOf(valueIn(material?.policy)?.vaultId ?? ''))

/** Unreadable dependencies, in order of dependence. */
export function unreadable({
  environment,
  material,
}: OperationFacts): { readonly title: DisplayText; readonly refusal: Refusal } | undefined {
  const policy = valueIn(material?.policy)
  const read: readonly (readonly [DisplayText, Answer<unknown> | undefined])[] = [
    [messages.read.environmentUnread, environment],
    [messages.read.policyUnread, material?.policy],
    [messages.read.vaultUnread, material?.vault],
    [policy?.keyName === undefined ? messages.read.keyUnread : messages.read.namedKeyUnread({ name: policy.keyName }), material?.key],
    [messages.read.versionsUnread, material?.versions],
  ]
  for (const [title, answer] of read) {
    const refusal = refusalOf(answer)
    if (refusal) return { title, refusal }
  }
  return undefined
}
