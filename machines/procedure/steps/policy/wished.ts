import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { type LockedKind, lockScope } from '../../actions/create-lock/lock.ts'
import type { PolicyChoices, Protection } from '../../choices.ts'
import { storeId } from '../../key-store.ts'
import { type AlertsRead, readAlerts } from '../../operations/protect/alerts.ts'
import type { AzureService, DiagnosticSetting, Lock } from '../../services/services.ts'

export interface WishedLock {
  readonly of: LockedKind
  readonly name: string
  readonly scope: string
  readonly locks: Answer<readonly Lock[]>
}

/** Reads only requested locks: others need no right. */
export function readWishedLocks(
  azure: AzureService,
  { subscriptionId, resourceGroup, vaultResourceGroup, vaultName, keyStore, policyName }: PolicyChoices,
  protection: Protection | undefined,
  signal: AbortSignal,
): Promise<readonly WishedLock[]> {
  const places = {
    vault: { of: keyStore ? ('hsm' as const) : ('vault' as const), resourceGroup: vaultResourceGroup, name: vaultName },
    policy: { of: 'policy' as const, resourceGroup, name: policyName },
    group: { of: 'group' as const, resourceGroup: vaultResourceGroup, name: vaultResourceGroup },
  }
  return Promise.all(
    (protection?.locks ?? []).map(async (wish) => {
      const place = places[wish]
      const scope = lockScope({ subscriptionId, ...place })
      return { of: place.of, name: place.name, scope, locks: await azure.listLocks(scope, signal) }
    }),
  )
}

export interface WishedProtection {
  readonly rotation?: true
  readonly auditLog?: { readonly settings: Answer<readonly DiagnosticSetting[]>; readonly wanted: string }
  readonly alert?: AlertsRead
}

export async function readWished(
  azure: AzureService,
  chosen: PolicyChoices,
  { rotation, auditLog, mail }: Protection,
  signal: AbortSignal,
): Promise<WishedProtection> {
  const id = storeId(chosen)
  const [settings, alert] = await Promise.all([
    auditLog === undefined ? undefined : azure.listDiagnosticSettings(id, signal),
    mail === undefined || chosen.keyStore ? undefined : readAlerts(azure, { id }, chosen.keyName, mail, signal),
  ])
  return { ...defined({ rotation, alert }), ...(settings && auditLog !== undefined ? { auditLog: { settings, wanted: auditLog } } : {}) }
}
