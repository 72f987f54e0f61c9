import * as z from 'zod/mini'

const protection = z.strictObject({ policy: z.boolean(), legalHold: z.boolean(), versions: z.boolean() })

/** The team's store as the settings show it. */
export const teamView = z.strictObject({
  /** `not-ready`: it is set up and can't be used now. */
  state: z.enum(['none', 'ready', 'not-ready']),
  /** How many environments are on this computer alone. */
  here: z.int(),
  address: z.exactOptional(z.string()),
  account: z.exactOptional(z.string()),
  container: z.exactOptional(z.string()),
  tenant: z.exactOptional(z.string()),
  signedInAs: z.exactOptional(z.string()),
  protection: z.exactOptional(protection),
  /** What makes it usable again, if the person asks for it. */
  repair: z.exactOptional(z.enum(['mark', 'adopt'])),
  /** An organization has set it on this computer, so it can't be left. */
  managed: z.exactOptional(z.literal(true)),
  why: z.exactOptional(z.string()),
})
export type TeamView = z.infer<typeof teamView>

/** How many environments were moved, and of the others how many stay for which reason. */
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

const text = (longest: number) => z.string().check(z.maxLength(longest))

/** What the window may ask about the team's store. */
export const TEAM_CALLS = {
  'team:read': z.strictObject({}),
  /** Opens the browser, where the person signs in to the team's own tenant. */
  'team:connect': z.strictObject({ address: text(2_048), tenant: text(256) }),
  'team:repair': z.strictObject({}),
  'team:leave': z.strictObject({}),
  'team:move': z.strictObject({ to: z.enum(['store', 'computer']) }),
} as const
