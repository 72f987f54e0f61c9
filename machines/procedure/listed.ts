import { defined } from '../defined.ts'
import { sameId } from '../engine/ids.ts'
import { stepIds } from '../engine/procedure.ts'
import { recordIn, type WizardContext } from '../engine/wizard/context.ts'
import { isLocked } from './key-map/key-map-view.ts'
import { thingsOf } from './key-map/shown.ts'
import { nextVersion } from './next-version.ts'
import { partnerAccessEnds } from './steps/integration/partner-access.ts'

export function listedOf(context: WizardContext): {
  readonly type?: string
  readonly locked?: boolean
  readonly keyExpires?: number | 'never'
  readonly rotation?: { readonly at: number; readonly byPolicy: boolean } | 'never'
  readonly accessEnds?: number
} {
  const readings = stepIds(context.procedure).flatMap((step) => recordIn(context, step).reading ?? [])
  const seen = readings.map(({ things }) => thingsOf(things).environment).find((each) => sameId(each?.id, context.choices.environmentId))
  const locked = isLocked(context)
  const key = readings.map(({ things }) => thingsOf(things).key).find((each) => each !== undefined && each !== 'absent')
  const renewsAt = readings.map(({ things }) => thingsOf(things).rotation).find((each) => each !== undefined)?.renewsAt
  return {
    ...defined({ accessEnds: partnerAccessEnds(context) }),
    ...(seen ? { type: seen.type } : {}),
    ...(locked === undefined ? {} : { locked }),
    ...(key ? { keyExpires: key.expires ?? 'never', rotation: nextVersion({ expires: key.expires, renewsAt }) ?? 'never' } : {}),
  }
}
