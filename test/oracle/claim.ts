import type { TruePolicy, Truth } from './truth.ts'

/** Something that a page, a list, or a report says of the tenant, and whether that is so. */
export interface Claim {
  readonly says: string
  readonly holds: (truth: Truth) => boolean
}

export const claim = (says: string, holds: Claim['holds']): Claim => ({ says, holds })

export const same = (one: string | undefined, other: string | undefined): boolean => one?.toLowerCase() === other?.toLowerCase()

/** A link that failed on its way is not said to hold the environment, nor not to. */
export const mayHold = ({ held, linkStatus }: Truth): TruePolicy | undefined => (linkStatus === 'notlinked' ? undefined : held)
export const isHeld = ({ held, linkStatus }: Truth): boolean =>
  held !== undefined && linkStatus !== 'notlinked' && linkStatus !== 'linkfailed'
export const isIn = (policy: string | undefined) => (truth: Truth) => isHeld(truth) && same(mayHold(truth)?.name, policy)
/** Off for the loss of its key, or about to be. */
export const isLost = ({ isLocked, held, isToldGone }: Truth): boolean => isLocked || held?.works === false || isToldGone
export const isFree = (truth: Truth): boolean => !isHeld(truth)

/** Running operations are shown as of the last poll: they may have ended since. @param at milliseconds since 1970-01-01T00:00:00Z */
export const runs =
  (what: 'link' | 'unlink', at: number): Claim['holds'] =>
  ({ running, ended }) =>
    running === what || ended.some((each) => each.what === what && each.at >= at)

/**
 * A lock that is set on something, or above it. Where nothing holds the environment any more, or a policy that was deleted and made anew, it's
 * of a policy that there is.
 */
export const isLockedIn =
  (of: 'vault' | 'policy'): Claim['holds'] =>
  ({ held, policies, locked }) =>
    (held && held.vaultId !== '' ? [held] : policies).some((policy) =>
      locked.some((scope) => (of === 'vault' ? policy.vaultId : policy.id).startsWith(scope)),
    )
