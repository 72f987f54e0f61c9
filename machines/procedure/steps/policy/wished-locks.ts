import type { Answer } from '../../../engine/answer.ts'
import { type LockedKind, lockScope } from '../../actions/create-lock/lock.ts'
import type { PolicyChoices, Protection } from '../../choices.ts'
import type { AzureService, Lock } from '../../services.ts'

/** A lock that a person wished, as it stands. */
export interface WishedLock {
  readonly of: LockedKind
  readonly name: string
  readonly scope: string
  readonly locks: Answer<readonly Lock[]>
}

/** Reads the locks that were wished, and no others: without a wish no right is asked for. */
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
