import type { Answer } from '#machines/engine/answer.ts'
import type {
  AzureService,
  DataverseService,
  DirectoryService,
  PowerPlatformService,
  Services,
} from '#machines/procedure/services/services.ts'
import { absent, account, ok } from '../facts.ts'

type Ports = PowerPlatformService & DataverseService & AzureService & DirectoryService

const nothing = async () => ok([])
const notThere = async () => absent

/** Default answers. */
const USUALLY: Partial<Ports> = {
  // Rights have separate tests.
  readPermissions: async () => ok([{ actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }]),
  // As in a subscription where nothing was ever deleted, rotated or hidden from a network.
  readVaultName: async () => ok({ available: true }),
  readDeletedKey: notThere,
  readKeyRotation: async () => ok({ rotates: false }),
  listKeyVersions: nothing,
  listKeyResourceVersions: nothing,
  listPrivateDnsZones: nothing,
  listManagedHsms: nothing,
  listNearExpiryAlerts: nothing,
  // As where the sign-in may not read the directory.
  readPerson: notThere,
  readGroupName: notThere,
  listGroupMembers: notThere,
  listRegions: notThere,
}

/** Calls to the services, in order: the port's name and its arguments, without the abort signal. */
export interface Call {
  readonly port: keyof Ports
  readonly arguments: readonly unknown[]
}

/** A port that changes something has one of these words first. */
const WRITES = /^(?:create|send|mail|alert|set|register|turn|add|assign|enable|link|unlink)[A-Z]/

export const isWrite = (port: string): boolean => WRITES.test(port)

export interface Recording {
  readonly services: Services
  readonly calls: readonly Call[]
  /** Names of all ports that were called, in order. */
  ports(): readonly (keyof Ports)[]
  /** Only the calls that write. */
  writes(): readonly Call[]
}

/** Services that answer as configured and keep a record. A port without an answer fails the test that calls it. */
export function servicesThat(answers: Partial<Ports>): Recording {
  const calls: Call[] = []
  const known: Readonly<Record<string, unknown>> = { ...USUALLY, ...answers }
  const port =
    (name: keyof Ports) =>
    (...given: readonly unknown[]): unknown => {
      calls.push({ port: name, arguments: given.filter((argument) => !(argument instanceof AbortSignal)) })
      const answer = known[name]
      if (typeof answer !== 'function') throw new Error(`${name} was not expected to be called`)
      return answer(...given)
    }
  const service = <Service extends object>(): Service => new Proxy({} as Service, { get: (_, name) => port(name as keyof Ports) })
  return {
    services: { account, powerPlatform: service(), dataverse: service(), directory: service(), azure: service() },
    calls,
    ports: () => calls.map((call) => call.port),
    writes: () => calls.filter((call) => isWrite(call.port)),
  }
}

type Refused = Extract<Answer<unknown>, { ok: false }>

/** Answer of each port: a value, or a refusal. */
export type Said = {
  readonly [Name in keyof Ports]?: Ports[Name] extends (...given: never[]) => Promise<Answer<infer Value>> ? Value | Refused : never
}

const isRefused = (said: unknown): boolean => typeof said === 'object' && said !== null && 'ok' in said

/** The ports that say the same whenever they are asked. */
export const saying = (said: Said): Partial<Ports> =>
  Object.fromEntries(Object.entries(said).map(([port, value]) => [port, async () => (isRefused(value) ? value : ok(value))]))

/** Services that say the same whenever they are asked. */
export const servicesThatSay = (said: Said): Recording => servicesThat(saying(said))
