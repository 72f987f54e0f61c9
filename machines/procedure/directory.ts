import { recordIn, type WizardContext } from '../engine/wizard/context.ts'
import { present } from '../present.ts'
import { isPicture } from './picture.ts'

/** An environment of the tenant that this procedure can be carried out for. */
export interface DirectoryEnvironment {
  readonly id: string
  readonly displayName: string
  /** As the service names it, for example `Production`. */
  readonly type: string
  /** Power Platform geography, as the service names it. */
  readonly geography: string
  /** Azure region, where it was told. */
  readonly region?: string
  /** Of its Dataverse address: what names are made of. */
  readonly domain?: string
}

/** What step 1 read of the tenant's environments last; nothing where it wasn't read, or was refused: an earlier list still stands then. */
export function directoryIn(
  context: WizardContext,
): { readonly at: number; readonly environments: readonly DirectoryEnvironment[] } | undefined {
  const reading = recordIn(context, 'integration').reading
  if (!reading || !isPicture(reading.picture) || reading.picture.kind !== 'environments' || reading.picture.problem) return undefined
  return {
    at: reading.readAt,
    environments: reading.picture.environments.flatMap(({ id, displayName, sku, workable }) =>
      workable ? [{ id, displayName, type: sku, ...present(workable) }] : [],
    ),
  }
}
