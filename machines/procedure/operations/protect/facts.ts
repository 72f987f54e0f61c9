import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { type Lockable, type LockedKind, lockScope } from '../../actions/create-lock/lock.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId, resourceGroupId } from '../../ids.ts'
import type { EnterprisePolicy, Services, Vault } from '../../services/services.ts'
import { type OperationFacts, observeOperation } from '../facts.ts'
import type { Proposing } from '../operation.ts'
import { readAlerts, suggestedEmails } from './alerts.ts'
import { readHolders } from './holders.ts'
import { proposedBy } from './proposed-by.ts'
import type { LockFacts, ProtectionFacts } from './protection.ts'

type Place = Pick<LockFacts, 'wish' | 'of' | 'subscriptionId' | 'resourceGroup' | 'name'>

function placesOf(vault: Vault | undefined, policy: EnterprisePolicy | undefined): readonly Place[] {
  const [ofVault, ofPolicy] = [parseResourceId(vault?.id ?? ''), parseResourceId(policy?.id ?? '')]
  const place = (wish: Lockable, of: LockedKind, { subscriptionId, resourceGroup }: NonNullable<typeof ofVault>, name: string): Place => ({
    wish,
    of,
    subscriptionId,
    resourceGroup,
    name,
  })
  return [
    ...(ofVault ? [place('vault', vault?.managedHsm ? 'hsm' : 'vault', ofVault, ofVault.name)] : []),
    ...(ofPolicy ? [place('policy', 'policy', ofPolicy, ofPolicy.name)] : []),
    ...(ofVault ? [place('group', 'group', ofVault, ofVault.resourceGroup)] : []),
  ]
}

/** Key vaults only: no document describes the event for a Managed HSM. A policy with a pinned version ignores renewals. */
async function readRotation(
  { azure }: Services,
  { protection }: Choices,
  facts: OperationFacts,
  signal: AbortSignal,
): Promise<ProtectionFacts['rotation']> {
  const { keyIsImported, keyShutOut, keyRotation } = facts
  const [vault, policy, key] = [valueIn(facts.vault), valueIn(facts.policy), valueIn(facts.key)]
  if (!vault || !key || vault.managedHsm || policy?.keyVersion !== undefined) return undefined
  const origin = key.type.toUpperCase() === 'RSA-HSM' ? { origin: keyIsImported ? ('imported' as const) : ('unknown' as const) } : {}
  // Behind a closed network the rotation was read another way and can't be set from here.
  if (keyShutOut) return keyRotation && { found: keyRotation, wanted: false, ...origin }
  const found = await azure.readKeyRotation(vault.vaultUri, key.name, signal)
  return { found, wanted: protection?.rotation === true && origin.origin !== 'imported', ...origin }
}

async function readAuditLog(
  { azure }: Services,
  { protection }: Choices,
  vault: Vault | undefined,
  signal: AbortSignal,
): Promise<ProtectionFacts['auditLog']> {
  const subscriptionId = parseResourceId(vault?.id ?? '')?.subscriptionId
  if (!vault || subscriptionId === undefined) return undefined
  const [settings, workspaces] = await Promise.all([
    azure.listDiagnosticSettings(vault.id, signal),
    azure.listWorkspaces(subscriptionId, signal),
  ])
  return { settings, workspaces, ...defined({ wanted: protection?.auditLog }) }
}

/** No document describes this event for a Managed HSM. */
async function readAlert(
  services: Services,
  choices: Choices,
  facts: OperationFacts,
  signal: AbortSignal,
): Promise<ProtectionFacts['alert']> {
  const [vault, keyName] = [valueIn(facts.vault), valueIn(facts.policy)?.keyName]
  if (!vault || keyName === undefined || vault.managedHsm) return undefined
  const [found, suggested] = await Promise.all([
    readAlerts(services.azure, vault, keyName, choices.protection?.mail, signal),
    suggestedEmails(services, choices, signal),
  ])
  return { ...found, suggested }
}

/** Reads permissions only if something that needs them is requested. */
async function readPermissions(
  { azure }: Services,
  { protection }: Choices,
  vault: Vault | undefined,
  signal: AbortSignal,
): Promise<ProtectionFacts['permissions']> {
  const place = parseResourceId(vault?.id ?? '')
  const { rotation, auditLog, mail } = protection ?? {}
  if (!vault || !place || (rotation === undefined && auditLog === undefined && mail === undefined)) return undefined
  const [ofVault, ofGroup] = await Promise.all([
    azure.readPermissions(vault.id, signal),
    azure.readPermissions(resourceGroupId(place.subscriptionId, place.resourceGroup), signal),
  ])
  return { vault: ofVault, group: ofGroup }
}

/** Reads dependencies and protections. @param proposing possible further protections */
export async function observeProtection(
  services: Services,
  choices: Choices,
  signal: AbortSignal,
  proposing: Proposing = {},
): Promise<OperationFacts> {
  const facts = await observeOperation(services, choices, signal)
  const { azure } = services
  const [vault, policy] = [valueIn(facts.vault), valueIn(facts.policy)]
  const lockAt = async (place: Place): Promise<LockFacts> => {
    const wanted = choices.protection?.locks.includes(place.wish) ?? false
    const [found, permissions] = await Promise.all([
      azure.listLocks(lockScope(place), signal),
      wanted ? azure.readPermissions(lockScope(place), signal) : undefined,
    ])
    return { ...place, locks: found, wanted, ...defined({ permissions }) }
  }
  // Awaited together, so that a cancelled reading ends all of them and no rejection is unhandled.
  const [locks, rotation, auditLog, alert, permissions, holders] = await Promise.all([
    Promise.all(placesOf(vault, policy).map(lockAt)),
    readRotation(services, choices, facts, signal),
    readAuditLog(services, choices, vault, signal),
    readAlert(services, choices, facts, signal),
    readPermissions(services, choices, vault, signal),
    readHolders(services, vault, policy, signal),
  ])
  const others = { rotation, auditLog, alert, permissions, proposed: proposedBy(proposing), holders }
  return { ...facts, protection: { locks, ...defined(others) } }
}
