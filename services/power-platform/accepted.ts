import type { Clock } from '../../machines/engine/clock.ts'
import type { AcceptedOperation } from '../../machines/procedure/services.ts'
import { type AllowedHost, parseAddress } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { retryAfterSeconds } from '../azure/retry-after.ts'
import type { Received } from '../azure/trail.ts'

/** Last path part after `lifecycleOperations` or `operations`. */
export function operationIdOf(address: URL): string | undefined {
  return /\/(?:lifecycleOperations|operations)\/([^/]+)\/?$/i.exec(address.pathname)?.[1]
}

/**
 * Operation of a 202, from `Operation-Location` or `Location` in any case. Drops addresses outside this cloud's hosts, which polling would
 * refuse; the environment's list still has the operation.
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
