import { CLOUDS } from '../../cloud/cloud.ts'
import { isGuid } from '../../guid.ts'
import { ASKED_FOR } from '../rights/azure-roles.ts'
import { ADMINISTRATORS } from '../rights/directory-roles.ts'
import { LOCAL_ROLES } from '../rights/local-roles.ts'
import { AZURE_ROLES } from '../rights/roles.ts'
import { isRegion } from './words.ts'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const VERSION = /^[0-9a-f]{32}$/i
const NAMESPACE = /^Microsoft\.[a-z.]{1,60}$/i

const EVERYWHERE: ReadonlySet<string> = new Set([
  '00000000-0000-0000-0000-000000000000',
  ...Object.values(AZURE_ROLES),
  ...Object.values(LOCAL_ROLES),
  ...[...ASKED_FOR, ...ADMINISTRATORS].map(({ id }) => id),
])

const BEFORE_A_NAME: ReadonlySet<string> = new Set([
  ...['subscriptions', 'resourcegroups', 'vaults', 'managedhsms', 'keys', 'deletedkeys', 'deletedvaults', 'locations', 'regions'],
  ...['environments', 'lifecycleoperations', 'operations', 'enterprisepolicies', 'roledefinitions', 'roleassignments', 'locks'],
  ...['roleeligibilityscheduleinstances', 'roleeligibilityschedules', 'diagnosticsettings', 'workspaces', 'actiongroups'],
  ...['eventsubscriptions', 'systemtopics', 'privateendpoints', 'privatednszonegroups', 'privatednszones', 'virtualnetworks', 'subnets'],
  ...['privateendpointconnections', 'users', 'groups', 'tenants', 'versions'],
])

/** Fixed path segments of Microsoft's. */
const PARTS: ReadonlySet<string> = new Set([
  ...['providers', 'permissions', 'rotationpolicy', 'checknameavailability', 'versions', 'scopes', 'admin', 'api', 'data', 'v9.2', 'v1.0'],
  ...['retrievefinanceandoperationsintegrationdetails', 'transitivemembers', 'microsoft.graph.user', 'tenantrelationships'],
  ...['delegatedadminrelationships', 'privatelink.vaultcore.azure.net', 'privatelink.vaultcore.usgovcloudapi.net'],
  ...['privatelink.vaultcore.azure.cn', 'privatelink.managedhsm.azure.net', 'microsoft.keyvault', 'microsoft.businessappplatform'],
])

const cloudHosts = Object.values(CLOUDS).flatMap(
  ({ authority, resourceManager, resourceManagerAudience, powerPlatform, keyVault, managedHsm, graph }) => [
    ...[authority, resourceManager, resourceManagerAudience, powerPlatform.url, keyVault.audience, managedHsm?.audience, graph],
  ],
)
const HOSTS: ReadonlySet<string> = new Set(cloudHosts.flatMap((url) => (url === undefined ? [] : [new URL(url).host])))

const SUFFIXES: readonly string[] = [
  ...new Set(
    Object.values(CLOUDS).flatMap(({ powerPlatform, keyVault, managedHsm, dataverse }) => [
      ...[powerPlatform.hostSuffix, `.${keyVault.dnsSuffix}`, ...dataverse.hostSuffixes],
      ...(managedHsm ? [`.${managedHsm.dnsSuffix}`] : []),
    ]),
  ),
].toSorted((one, other) => other.length - one.length)

/** Host labels assigned by Microsoft. */
const LABEL = /^(?:crm\d*|api|operations|sandbox|axcloud|test|eu|uk|us|au|ca|in|jp|fr|de|ae|ch|no|kr|za)$/

interface Address {
  readonly host: string
  readonly port: string
  readonly path: string
  readonly query: string
}

function partsOf(url: string): Address | undefined {
  const [, host, port = '', path = '', query = ''] = /^https:\/\/([^/:?#]+)(:\d+)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? []
  return host === undefined ? undefined : { host: host.toLowerCase(), port, path, query }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Queries with the client's own values. */
const OWN_QUERIES: ReadonlySet<string> = new Set(['api-version', '$select', '$top', '$expand', '$count', 'maxresults'])

/** Replaces each of a tenant's strings by a stable one of the same form that reveals nothing. */
export class Pseudonyms {
  readonly #given = new Map<string, string>()
  readonly #shift: number

  /** @param shift of all times, in milliseconds */
  constructor(shift: number) {
    this.#shift = shift
  }

  #numbered(kind: string, of: string, make: (number: number) => string): string {
    const key = `${kind} ${of.trim().toLowerCase()}`
    const known = this.#given.get(key)
    if (known !== undefined) return known
    const made = make([...this.#given.keys()].filter((each) => each.startsWith(`${kind} `)).length + 1)
    this.#given.set(key, made)
    return made
  }

  name(text: string): string {
    return this.#numbered('name', text, (number) => `name-${number}`)
  }

  id(guid: string): string {
    if (EVERYWHERE.has(guid.toLowerCase())) return guid
    return this.#numbered('id', guid, (number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`)
  }

  #version(text: string): string {
    return this.#numbered('version', text, (number) => number.toString(16).padStart(32, '0'))
  }

  time(at: number): number {
    return at + this.#shift
  }

  modulus(text: string): string {
    return text === '' ? '' : `w${'A'.repeat(text.length - 1)}`
  }

  #moment(text: string): string {
    const at = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
    return Number.isNaN(at) ? this.name(text) : new Date(this.time(at)).toISOString()
  }

  text(text: string): string {
    if (text === '') return ''
    if (isGuid(text)) return this.id(text)
    if (MOMENT.test(text)) return this.#moment(text)
    if (/^https:\/\//i.test(text)) return this.url(text)
    if (/^[^\s@"]+@[^\s@"]+$/.test(text))
      return text
        .split('@')
        .map((part) => this.name(part))
        .join('@')
        .concat('.example')
    if (/^\/(?:subscriptions|providers|regions|keys)(?:\/|$)/i.test(text) || /^Microsoft\.[a-z]+\/providers\//i.test(text) || text === '/')
      return this.path(text)
    return this.#part(text)
  }

  #part(text: string): string {
    if (isGuid(text)) return this.id(text)
    if (VERSION.test(text)) return this.#version(text)
    const [, environment] = /^Default-(.+)$/i.exec(text) ?? []
    return environment !== undefined && isGuid(environment) ? `Default-${this.id(environment)}` : this.name(text)
  }

  path(path: string): string {
    const segments = path.split('/')
    return segments.map((segment, index) => (this.#isWord(segments, index) ? segment : this.#part(decoded(segment)))).join('/')
  }

  #isWord(segments: readonly string[], index: number): boolean {
    const segment = decoded(segments[index] ?? '')
    const [lower, before] = [segment.toLowerCase(), segments[index - 1]?.toLowerCase() ?? '']
    if (segment === '') return true
    if (before === 'locations' || before === 'regions') return isRegion(segment)
    if (before === 'providers') return NAMESPACE.test(segment)
    // After `/keys/vaults` the segment is fixed, not a name.
    if (BEFORE_A_NAME.has(before) && this.#isWord(segments, index - 1)) return isKept(before, lower)
    return PARTS.has(lower) || BEFORE_A_NAME.has(lower)
  }

  url(url: string): string {
    const parts = partsOf(url)
    if (!parts) return this.name(url)
    const { host, port, path, query } = parts
    const asked =
      query === ''
        ? ''
        : `?${query
            .split('&')
            .map((each) => this.#query(each))
            .join('&')}`
    const written = this.path(path).split('/').map(encodeURIComponent).join('/')
    return `https://${this.#host(host)}${port}${written}${asked}`
  }

  #host(host: string): string {
    if (HOSTS.has(host)) return host
    const suffix = SUFFIXES.find((each) => host.endsWith(each))
    if (suffix === undefined) return `${this.name(host)}.example`
    const labels = host.slice(0, -suffix.length).split('.')
    return `${labels.map((label) => (LABEL.test(label) || isRegion(label) ? label : this.name(label))).join('.')}${suffix}`
  }

  #query(query: string): string {
    const [name = '', ...rest] = query.split('=')
    const value = decoded(rest.join('='))
    if (OWN_QUERIES.has(decoded(name).toLowerCase())) return query
    if (decoded(name).toLowerCase() === '$filter') return `${name}=${encodeURIComponent(this.filter(value))}`
    return `${/^[$a-z-]{1,30}$/i.test(name) ? name : this.name(name)}=${encodeURIComponent(this.text(value))}`
  }

  filter(text: string): string {
    return text.replaceAll(/'([^']*)'/g, (_, quoted: string) => `'${this.text(quoted)}'`)
  }

  /** A header with addresses, such as a vault's sign-in challenge. */
  quoted(text: string): string {
    return text.replaceAll(/"([^"]*)"/g, (_, quoted: string) => `"${this.text(quoted)}"`)
  }
}

/** Fixed names, and what follows the scope of all keys. */
const isKept = (before: string, name: string): boolean =>
  before === 'privatednszones' ? PARTS.has(name) : before === 'keys' && name === 'providers'
