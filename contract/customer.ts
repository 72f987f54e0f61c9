import * as z from 'zod/mini'
import { withoutMarks } from '#machines/messages/one-line.ts'

// Control characters would hide parts of a name.
const name = (longest: number) =>
  z.string().check(z.overwrite(withoutMarks), z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^\P{Cc}*$/u))

/** Customer data. Not secret, and not from a service. */
export const customer = z.strictObject({
  tenantId: name(64),
  /** Replaces the tenant's name. */
  name: z.exactOptional(name(120)),
  groups: z.readonly(z.array(name(60)).check(z.maxLength(20))),
})
export type Customer = z.infer<typeof customer>

export const BOARD_FORMATS = ['csv', 'json'] as const
export type BoardFormat = (typeof BOARD_FORMATS)[number]

/** Controls of a batch check; `close` discards its results. */
export const CHECK_CONTROLS = ['pause', 'resume', 'cancel', 'close'] as const
