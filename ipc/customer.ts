import * as z from 'zod/mini'

// A control character would hide what a name says, in a list or in a terminal.
const name = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^\P{Cc}*$/u))

/** What a person keeps of a customer. Nothing of it is secret, and nothing comes from a service. */
export const customer = z.strictObject({
  tenantId: name(64),
  /** Instead of the tenant's name. */
  name: z.exactOptional(name(120)),
  groups: z.readonly(z.array(name(60)).check(z.maxLength(20))),
})
export type Customer = z.infer<typeof customer>

/** The list of environments as a file: for a spreadsheet, and for a program. */
export const BOARD_FORMATS = ['csv', 'json'] as const
export type BoardFormat = (typeof BOARD_FORMATS)[number]

/** What a person does with a check of many environments that is under way; its results are closed. */
export const CHECK_CONTROLS = ['pause', 'resume', 'cancel', 'close'] as const
