import { type Place, placeIn } from '#machines/engine/ledger/place.ts'
import type { Reads } from '#machines/engine/step/ports.ts'
import type { Services } from '#machines/procedure/services/services.ts'

/** Reuses the answers in `reads`; writes pass through. @param noting told the subject of each request or reused answer */
export function readingOnce(services: Services, reads: Reads, noting: (asked: Place) => void): Services {
  const { account, powerPlatform, dataverse, azure, directory } = services
  return {
    account,
    powerPlatform: remembering(powerPlatform, 'powerPlatform', reads, noting),
    dataverse: remembering(dataverse, 'dataverse', reads, noting),
    azure: remembering(azure, 'azure', reads, noting),
    directory: remembering(directory, 'directory', reads, noting),
  }
}

const READ = /^(?:read|list)[A-Z]/

/** Services return IDs and names in different case. */
const keyOf = (...asked: readonly unknown[]): string => JSON.stringify(asked.filter((each) => !(each instanceof AbortSignal))).toLowerCase()

function remembering<Service extends object>(service: Service, title: string, reads: Reads, noting: (asked: Place) => void): Service {
  return new Proxy(service, {
    get(target, name) {
      const port: unknown = Reflect.get(target, name)
      if (typeof port !== 'function' || typeof name !== 'string' || !READ.test(name)) return port
      return (...asked: readonly unknown[]): unknown => {
        noting(placeIn(...asked))
        const key = keyOf(title, name, ...asked)
        const known = reads.get(key)
        if (known) return known
        const reading: unknown = port.apply(target, asked)
        if (reading instanceof Promise) reads.set(key, reading)
        return reading
      }
    },
  })
}
