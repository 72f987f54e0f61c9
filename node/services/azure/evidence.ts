import type { Answer } from '#machines/engine/answer.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { withExchanges } from './trail.ts'

/** Adds to each answer the requests it is from. @param now the engagement's time, milliseconds since 1970-01-01T00:00:00Z */
export function withEvidence(services: Services, now: () => number): Services {
  const { account, powerPlatform, dataverse, azure, directory } = services
  return {
    account,
    powerPlatform: noting(powerPlatform, now),
    dataverse: noting(dataverse, now),
    azure: noting(azure, now),
    directory: noting(directory, now),
  }
}

type Port = (...asked: readonly unknown[]) => Promise<Answer<unknown>>

const isPort = (member: unknown): member is Port => typeof member === 'function'

function noting<Service extends object>(service: Service, now: () => number): Service {
  return new Proxy(service, {
    get(target, name) {
      const port: unknown = Reflect.get(target, name)
      if (!isPort(port)) return port
      return async (...asked: readonly unknown[]) => {
        const { outcome, exchanges } = await withExchanges(() => port.call(target, ...asked), now)
        return { ...outcome, evidence: exchanges }
      }
    },
  })
}
