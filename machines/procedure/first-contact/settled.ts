import type { DisplayText } from '../../messages/message.ts'
import { geographyOf } from '../geography.ts'
import { settledMessages as messages } from './messages.ts'
import { operationOf } from './operations.ts'
import { isArray, isObject, type Json, type Recording } from './recording.ts'

export interface Settled {
  readonly entry: string
  readonly found: DisplayText
}

function at(json: Json | undefined, path: string): readonly Json[] {
  const [name = '', ...rest] = path.split('.')
  if (isArray(json)) return json.flatMap((each) => at(each, path))
  if (!isObject(json)) return []
  const key = Object.keys(json).find((each) => each.toLowerCase() === name.toLowerCase())
  const found = key === undefined ? undefined : json[key]
  if (found === undefined || found === null) return []
  if (rest.length > 0) return at(found, rest.join('.'))
  return isArray(found) ? found : [found]
}

const textAt = (json: Json, path: string): string | undefined => at(json, path).find((each) => typeof each === 'string')

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted()

export function settledBy(recording: Recording): readonly Settled[] {
  const of = (end: string): readonly Json[] =>
    recording.answers.flatMap(({ method, url, status, body }) =>
      status < 300 && body !== undefined && operationOf(method, url).endsWith(end) ? [body] : [],
    )
  const environments = of('/environments/{}')
  const listed = of('/environments').flatMap((each) => at(each, 'value'))
  const vaults = [...of('/vaults/{}'), ...of('/managedhsms/{}')]
  return [
    ...ofDefault(listed),
    ...ofLinks(environments, vaults),
    ...ofOperations([...of('/lifecycleoperations').flatMap((each) => at(each, 'value')), ...of('/lifecycleoperations/{}')]),
    ...ofPolicies(of('/enterprisepolicies/{}'), environments),
    ...ofLocations(of('/microsoft.powerplatform')),
    ...ofAlerts(of('{}/providers/microsoft.eventgrid/eventsubscriptions'), of('/systemtopics/{}/eventsubscriptions')),
    ...(recording.cloud === 'commercial' || listed.length === 0
      ? []
      : [{ entry: 'other-clouds', found: messages.otherCloud({ cloud: recording.cloud }) }]),
  ]
}

const NEW_KEY = 'NewCustomerManagedKey'

function ofDefault(environments: readonly Json[]): readonly Settled[] {
  const standard = environments.find((each) => textAt(each, 'properties.environmentSku')?.toLowerCase() === 'default')
  if (standard === undefined) return []
  const refused = at(standard, 'properties.lifecycleOperationsEnforcement.disallowedOperations.type.id')
  const allowed = at(standard, 'properties.lifecycleOperationsEnforcement.allowedOperations.type.id')
  if (refused.includes(NEW_KEY)) return [{ entry: 'default-environment', found: messages.defaultRefused({ operation: NEW_KEY }) }]
  return allowed.includes(NEW_KEY) ? [{ entry: 'default-environment', found: messages.defaultAllowed({ operation: NEW_KEY }) }] : []
}

const LINK = 'properties.enterprisePolicies.customerManagedKeys'

function ofLinks(environments: readonly Json[], vaults: readonly Json[]): readonly Settled[] {
  const held = environments.filter((each) => at(each, LINK).length > 0)
  const linked = held.filter((each) => textAt(each, `${LINK}.linkStatus`)?.toLowerCase() === 'linked')
  const managed = unique(linked.flatMap((each) => textAt(each, 'properties.protectionStatus.keyManagedBy') ?? []))
  const others = unique(held.flatMap((each) => textAt(each, `${LINK}.linkStatus`) ?? [])).filter((word) => word.toLowerCase() !== 'linked')
  const off = linked.filter((each) => textAt(each, 'properties.states.runtime.id')?.toLowerCase() !== 'enabled')
  const states = unique(off.flatMap((each) => textAt(each, 'properties.states.runtime.id') ?? []))
  return [
    ...(managed.length > 0 ? [{ entry: 'key-managed-by', found: messages.keyManagedBy({ words: managed }) }] : []),
    ...(others.length > 0 ? [{ entry: 'link-status', found: messages.linkStatus({ words: others }) }] : []),
    ...(states.length > 0 ? [{ entry: 'lock-signs', found: messages.lockSigns({ words: states }) }] : []),
    ...ofPlaces(linked, vaults),
    ...ofNetworks(linked, vaults),
  ]
}

/** Only with a single environment and key store is it clear which belong together. */
function ofPlaces(linked: readonly Json[], vaults: readonly Json[]): readonly Settled[] {
  const [places, regions] = [
    unique(linked.flatMap((each) => textAt(each, 'location') ?? [])),
    unique(vaults.flatMap((each) => textAt(each, 'location') ?? [])),
  ]
  const [place, region] = [places[0], regions[0]]
  const geography = place === undefined ? undefined : geographyOf(place)
  if (places.length !== 1 || regions.length !== 1 || geography === undefined || region === undefined || geography.regions.includes(region))
    return []
  return [{ entry: 'store-geography', found: messages.storeElsewhere({ place: geography.location, region }) }]
}

function ofNetworks(linked: readonly Json[], vaults: readonly Json[]): readonly Settled[] {
  const closed = vaults.filter((each) => textAt(each, 'properties.publicNetworkAccess')?.toLowerCase() === 'disabled')
  const isPrivate = closed.some((each) => at(each, 'properties.privateEndpointConnections').length > 0)
  if (linked.length === 0 || closed.length === 0) return []
  return [{ entry: 'private-endpoint', found: isPrivate ? messages.closedWithEndpoint : messages.closedWithoutEndpoint }]
}

/** Power Platform's operations on an environment's key. */
const ON_KEYS = /CustomerManagedKey|MicrosoftKey/i

function ofOperations(operations: readonly Json[]): readonly Settled[] {
  const failed = operations.filter((each) => textAt(each, 'state.id')?.toLowerCase() === 'failed')
  const named = ['error', 'errorDetail', 'stages.error', 'stages.errorDetail'].filter((place) =>
    failed.some((each) => at(each, place).length > 0),
  )
  const done = operations.filter(
    (each) => ON_KEYS.test(textAt(each, 'type.id') ?? '') && textAt(each, 'state.id')?.toLowerCase() === 'succeeded',
  )
  const hours = done.flatMap((each) => {
    const [from, to] = [Date.parse(textAt(each, 'createdDateTime') ?? ''), Date.parse(textAt(each, 'lastActionDateTime') ?? '')]
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [`${textAt(each, 'type.id')}: ${((to - from) / 3_600_000).toFixed(1)}`]
  })
  return [
    ...(failed.length === 0
      ? []
      : [{ entry: 'failed-operation', found: named.length > 0 ? messages.failedSays({ places: named }) : messages.failedSilent }]),
    ...(hours.length === 0 ? [] : [{ entry: 'removal-time', found: messages.operationHours({ hours: unique(hours) }) }]),
  ]
}

function ofPolicies(policies: readonly Json[], environments: readonly Json[]): readonly Settled[] {
  const isHeld = environments.some((each) => textAt(each, `${LINK}.linkStatus`)?.toLowerCase() === 'linked')
  const stores = policies.flatMap((each) => textAt(each, 'properties.encryption.keyVault.id') ?? [])
  const fixed = policies.some((each) => Boolean(textAt(each, 'properties.encryption.keyVault.key.version')))
  return [
    ...(isHeld && stores.some((id) => /\/managedHSMs\//i.test(id)) ? [{ entry: 'managed-hsm', found: messages.managedHsm }] : []),
    ...(fixed ? [{ entry: 'fixed-version', found: messages.fixedVersion }] : []),
  ]
}

const TWO_WORDS: readonly string[] = ['brazil', 'southamerica', 'uae', 'unitedarabemirates']

function ofLocations(providers: readonly Json[]): readonly Settled[] {
  const offered = providers
    .flatMap((each) => at(each, 'resourceTypes.locations'))
    .flatMap((each) => (typeof each === 'string' ? [each] : []))
  const words = unique(offered.filter((each) => TWO_WORDS.includes(each.toLowerCase().replaceAll(' ', ''))))
  return words.length === 0 ? [] : [{ entry: 'location-words', found: messages.locationWords({ words }) }]
}

function ofAlerts(onVault: readonly Json[], inTopics: readonly Json[]): readonly Settled[] {
  const names = (bodies: readonly Json[]): readonly string[] =>
    bodies.flatMap((each) => at(each, 'value.name')).flatMap((each) => (typeof each === 'string' ? [each] : []))
  const [own, others] = [names(onVault), names(inTopics)]
  if (others.length === 0) return []
  return [
    { entry: 'expiry-other-clouds', found: others.every((name) => own.includes(name)) ? messages.topicsListed : messages.topicsNotListed },
  ]
}
