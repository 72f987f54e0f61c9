import * as z from 'zod/mini'

const protection = z.strictObject({ policy: z.boolean(), legalHold: z.boolean(), versions: z.boolean() })

export const teamView = z.strictObject({
  /** `not-ready`: set up, but unusable now. */
  state: z.enum(['none', 'ready', 'not-ready']),
  here: z.int(),
  address: z.exactOptional(z.string()),
  account: z.exactOptional(z.string()),
  container: z.exactOptional(z.string()),
  tenant: z.exactOptional(z.string()),
  signedInAs: z.exactOptional(z.string()),
  protection: z.exactOptional(protection),
  repair: z.exactOptional(z.enum(['mark', 'adopt'])),
  /** Set by the organization and can't be left. */
  managed: z.exactOptional(z.literal(true)),
  why: z.exactOptional(z.string()),
})
export type TeamView = z.infer<typeof teamView>

export const moved = z.strictObject({
  moved: z.int(),
  stays: z.strictObject({
    open: z.exactOptional(z.int()),
    there: z.exactOptional(z.int()),
    damaged: z.exactOptional(z.int()),
    waiting: z.exactOptional(z.int()),
    protected: z.exactOptional(z.int()),
  }),
})
export type MovedView = z.infer<typeof moved>
