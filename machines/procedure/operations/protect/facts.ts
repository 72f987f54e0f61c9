import { valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import { type Lockable, type LockedKind, lockScope } from '../../actions/create-lock/lock.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId } from '../../ids.ts'
import type { EnterprisePolicy, Services, Vault } from '../../services.ts'
import { type OperationFacts, observeOperation } from '../facts.ts'
import { readHolders } from './holders.ts'
import type { LockFacts, ProtectionFacts } from './protection.ts'

type Place = Pick<LockFacts, 'wish' | 'of' | 'subscriptionId' | 'resourceGroup' | 'name'>

function placesOf(vault: Vault | undefined, policy: EnterprisePolicy | undefined): readonly Place[] {
  const [ofVault, ofPolicy] = [parseResourceId(vault?.id ?? ''), parseResourceId(policy?.id ?? '')]
  const place = (wish: Lockable, of: LockedKind, { subscriptionId, resourceGroup }: NonNullable<typeof ofVault>, name: string): Place => ({
    ...{ wish, of, subscriptionId, resourceGroup, name },
  })
  return [
    ...(ofVault ? [place('vault', vault?.managedHsm ? 'hsm' : 'vault', ofVault, ofVault.name)] : []),
    ...(ofPolicy ? [place('policy', 'policy', ofPolicy, ofPolicy.name)] : []),
    ...(ofVault ? [place('group', 'group', ofVault, ofVault.resourceGroup)] : []),
  ]
}

/** Of a key vault alone: no document says that a Managed HSM raises the event. A policy with a fixed version follows no renewal. */
async function readRotation(
  { azure }: Services,
  { protection }: Choices,
  { material }: OperationFacts,
  signal: AbortSignal,
): Promise<ProtectionFacts['rotation']> {
  const [vault, policy, key] = [valueIn(material?.vault), valueIn(material?.policy), valueIn(material?.key)]
  if (!vault || !key || vault.managedHsm || policy?.keyVersion !== undefined) return undefined
  // What a vault's network keeps from this computer was read beside it, and can't be set from here.
  if (material?.shutOut) return material.rotation && { found: material.rotation, wanted: false }
  return { found: await azure.readKeyRotation(vault.vaultUri, key.name, signal), wanted: protection?.rotation === true }
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
  return { settings, workspaces, ...present({ wanted: protection?.auditLog }) }
}

/** Reads what the environment's data hangs on, and what protects it. */
export async function observeProtection(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const facts = await observeOperation(services, choices, signal)
  const { azure } = services
  const [vault, policy] = [valueIn(facts.material?.vault), valueIn(facts.material?.policy)]
  const rotation = readRotation(services, choices, facts, signal)
  const auditLog = readAuditLog(services, choices, vault, signal)
  const holders = readHolders(services, vault, policy, signal)
  const locks = await Promise.all(
    placesOf(vault, policy).map(async (place): Promise<LockFacts> => {
      const wanted = choices.protection?.locks.includes(place.wish) ?? false
      const [found, permissions] = await Promise.all([
        azure.listLocks(lockScope(place), signal),
        wanted ? azure.readPermissions(lockScope(place), signal) : undefined,
      ])
      return { ...place, locks: found, wanted, ...present({ permissions }) }
    }),
  )
  return { ...facts, protection: { locks, ...present({ rotation: await rotation, auditLog: await auditLog, holders: await holders }) } }
}
