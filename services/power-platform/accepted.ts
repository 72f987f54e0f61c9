import type { Clock } from '../../machines/engine/clock.ts'
import type { AcceptedOperation } from '../../machines/procedure/services.ts'
import { type AllowedHost, parseAddress } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { retryAfterSeconds } from '../azure/retry-after.ts'
import type { Received } from '../azure/trail.ts'

/** The operation's id: the path's last part after `lifecycleOperations` or `operations`. */
export function operationIdOf(address: URL): string | undefined {
  return /\/(?:lifecycleOperations|operations)\/([^/]+)\/?$/i.exec(address.pathname)?.[1]
}

/**
 * Reads what a 202 says of the operation it started: `Operation-Location` or `Location`, in any case.
 * An address outside this cloud's hosts is left out: it would be refused when polled, and the operation can still be found in the environment's list.
 */
export function acceptedFrom(received: Received, allowed: AllowedHost, clock: Clock): AcceptedOperation {
  const addresses = [received.header('operation-location'), received.header('location')].map((value) => parseAddress(value ?? ''))
  const address = addresses.find((url) => url && allowed(url))
  return withOptional(
    {},
    {
      address: address?.toString(),
      id: address && operationIdOf(address),
      retryAfterSeconds: retryAfterSeconds(received.header('retry-after'), clock.now(), received.header('date')),
    },
  )
}
