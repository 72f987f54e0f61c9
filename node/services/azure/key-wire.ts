import { z } from 'zod'
import type { KeyRotation } from '#machines/procedure/services/services.ts'
import { anyCase, text } from './any-case.ts'
import { withOptional } from './optional.ts'

/** @param moment seconds since 1970-01-01T00:00:00Z */
export const milliseconds = (moment: number | null | undefined): number | undefined =>
  moment === null || moment === undefined ? undefined : moment * 1000

export const wireRotation = anyCase({
  lifetimeActions: z
    .array(
      anyCase({
        trigger: anyCase({ timeAfterCreate: text, timeBeforeExpiry: text }).nullish(),
        action: anyCase({ type: text }).nullish(),
      }),
    )
    .nullish(),
  attributes: anyCase({ expiryTime: text }).nullish(),
})

export function rotationOf({ lifetimeActions, attributes }: z.output<typeof wireRotation>): KeyRotation {
  const of = (type: string) => lifetimeActions?.find(({ action }) => action?.type?.toLowerCase() === type)?.trigger
  const rotate = of('rotate')
  return withOptional(
    { rotates: Boolean(rotate?.timeAfterCreate || rotate?.timeBeforeExpiry) },
    {
      rotateAfter: rotate?.timeAfterCreate,
      rotateBeforeExpiry: rotate?.timeBeforeExpiry,
      notifiesBeforeExpiry: of('notify')?.timeBeforeExpiry,
      newVersionsLast: attributes?.expiryTime,
    },
  )
}
