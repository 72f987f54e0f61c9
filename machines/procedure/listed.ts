import { defined } from '../defined.ts'
import { sameId } from '../engine/ids.ts'
import { nearestInstant } from '../engine/instant.ts'
import { stepIds } from '../engine/procedure.ts'
import { recordIn, type WizardContext } from '../engine/wizard/context.ts'
import { isInOtherPolicy, isLocked, newestThings } from './key-map/key-map-view.ts'
import { thingsOf } from './key-map/shown.ts'
import { nextVersion } from './next-version.ts'
import { partnerAccessEnds } from './steps/integration/partner-access.ts'

export function listedOf(context: WizardContext): {
  readonly type?: string
  readonly locked?: boolean
  readonly otherPolicy?: boolean
  readonly keyReadAt?: number
  readonly keyExpires?: number | 'never'
  readonly rotation?: { readonly at: number; readonly byPolicy: boolean } | 'never'
  readonly accessEnds?: number
} {
  const readings = stepIds(context.procedure).flatMap((step) => recordIn(context, step).reading ?? [])
  const seen = readings.map(({ things }) => thingsOf(things).environment).find((each) => sameId(each?.id, context.choices.environmentId))
  const locked = isLocked(context)
  const { key, rotation } = newestThings(context)
  const accessEnds = partnerAccessEnds(context)
  const next = key === undefined || key === 'absent' ? undefined : nextVersion({ expires: key.expires, renewsAt: rotation?.renewsAt })
  return {
    ...defined({ accessEnds: accessEnds === undefined ? undefined : nearestInstant(accessEnds) }),
    ...(seen ? { type: seen.type } : {}),
    ...defined({ locked, otherPolicy: isInOtherPolicy(context) }),
    ...(key === undefined || key === 'absent'
      ? {}
      : {
          ...keyReadAt(context),
          keyExpires: key.expires === undefined ? 'never' : nearestInstant(key.expires),
          rotation: next === undefined ? 'never' : { ...next, at: nearestInstant(next.at) },
        }),
  }
}

/** The newest reading that shows a key. */
function keyReadAt({ procedure, steps, preflight }: WizardContext): { readonly keyReadAt?: number } {
  const own = stepIds(procedure).flatMap((step) => steps[step]?.reading ?? [])
  const times = [...own, ...(preflight?.readings ?? [])].flatMap(({ things, readAt }) => {
    const { key } = thingsOf(things)
    return key === undefined || key === 'absent' ? [] : [readAt]
  })
  return times.length === 0 ? {} : { keyReadAt: Math.max(...times) }
}
