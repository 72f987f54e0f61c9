import { CLOUDS, type Cloud } from '#machines/cloud/cloud.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { isLoopback } from '../network/proxy.ts'
import { cloudFileMessages } from '../start-messages.ts'

/* Decision 0224: a file never leads a token of Microsoft's sign-in service to a host that isn't Microsoft's. */

type Named = readonly (readonly [member: string, host: string])[]

/** A closing dot leads to the same host. */
const hostOf = (address: string): string => new URL(address).host.replace(/\.(?=:|$)/, '')

const labelsOf = (host: string): readonly string[] => host.replace(/:\d+$/, '').split('.')

const withoutDot = (suffix: string): string => suffix.replace(/^\./, '')

/** Where requests go. */
const addressesOf = ({ authority, authorityAliases = [], resourceManager, powerPlatform, graph }: Cloud): Named => [
  ['authority', hostOf(authority)],
  ...authorityAliases.map((alias) => ['authorityAliases', hostOf(alias)] as const),
  ['resourceManager', hostOf(resourceManager)],
  ['powerPlatform.url', hostOf(powerPlatform.url)],
  ...(graph === undefined ? [] : [['graph', hostOf(graph)] as const]),
]

const suffixesOf = ({ powerPlatform, keyVault, managedHsm, dataverse }: Cloud): Named => [
  ['powerPlatform.hostSuffix', withoutDot(powerPlatform.hostSuffix)],
  ['keyVault.dnsSuffix', keyVault.dnsSuffix],
  ...(managedHsm ? [['managedHsm.dnsSuffix', managedHsm.dnsSuffix] as const] : []),
  ...dataverse.hostSuffixes.map((suffix) => ['dataverse.hostSuffixes', withoutDot(suffix)] as const),
]

const audiencesOf = ({ resourceManagerAudience, powerPlatform, keyVault, managedHsm }: Cloud): Named => [
  ['resourceManagerAudience', hostOf(resourceManagerAudience)],
  ['powerPlatform.audience', hostOf(powerPlatform.audience)],
  ['keyVault.audience', hostOf(keyVault.audience)],
  ...(managedHsm ? [['managedHsm.audience', hostOf(managedHsm.audience)] as const] : []),
]

const portalsOf = ({ portals }: Cloud): Named =>
  Object.entries(portals).map(([name, address]) => [`portals.${name}`, hostOf(address)] as const)

/**
 * Countries' domains for companies, such as `co.uk`. A list of all public suffixes ages and doesn't say who owns the rest, so this
 * asks for one part more than it may need.
 */
const COUNTRY = /^(?:[a-z]{1,3}|gouv|info|asso|nom|school)\.[a-z]{2}$/

/** An organization's domain, for example `contoso.example` or `contoso.co.uk`. */
function organizationOf(host: string): string {
  const labels = labelsOf(host)
  return labels.slice(COUNTRY.test(labels.slice(-2).join('.')) ? -3 : -2).join('.')
}

/** Its other domains for signing in, and those that it gives to customers' hosts. Not all: what a file names besides must be one organization's. */
const MORE_OF_MICROSOFT = [
  'windows.net',
  'windowsazure.com',
  'microsoftonline.de',
  'microsoftonline-p.com',
  'msidentity.com',
  'cloud.microsoft',
  'microsoftazure.de',
  'office.com',
  'office365.com',
  'sharepoint.com',
  'ciamlogin.com',
  'b2clogin.com',
  'live.com',
  'azurewebsites.net',
  'azure-api.net',
]

const MICROSOFT: ReadonlySet<string> = new Set([
  ...Object.values(CLOUDS).flatMap((cloud) =>
    [addressesOf, suffixesOf, audiencesOf].flatMap((of) => of(cloud).map(([, host]) => labelsOf(host).slice(-2).join('.'))),
  ),
  ...MORE_OF_MICROSOFT,
])

const isMicrosofts = (host: string): boolean => MICROSOFT.has(labelsOf(host).slice(-2).join('.'))

const isIn = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

const isSameMember = (one: string, other: string): boolean => one.replace('Aliases', '') === other.replace('Aliases', '')

/** The members that differ from this cloud's. Organizations of Dataverse may be in a part of its domain. */
function foreignTo(known: Cloud, cloud: Cloud): Named {
  const hosts = [...addressesOf(known), ...portalsOf(known)]
  const suffixes = suffixesOf(known)
  return [
    ...[...addressesOf(cloud), ...portalsOf(cloud)].filter(
      ([member, host]) => !hosts.some(([of, own]) => isSameMember(of, member) && own === host),
    ),
    ...suffixesOf(cloud).filter(([member, suffix]) => !suffixes.some(([of, own]) => of === member && isIn(suffix, own))),
    ...audiencesOf(cloud).filter(([, host]) => !isMicrosofts(host)),
  ]
}

function mixedWithMicrosoft(cloud: Cloud): DisplayText | undefined {
  const named = [addressesOf, suffixesOf, audiencesOf].flatMap((of) => of(cloud))
  const microsofts = named.find(([, host]) => isMicrosofts(host))
  if (!microsofts) return undefined
  const foreign = Object.values(CLOUDS)
    .map((known) => foreignTo(known, cloud))
    .reduce((fewest, next) => (next.length < fewest.length ? next : fewest))
  const [first] = foreign
  return first && cloudFileMessages.mixed({ microsofts: microsofts[0], member: first[0] })
}

/**
 * Whether a person may enter a device code on a page. A code that another cloud's sign-in service got from Microsoft would sign in whoever
 * asked for it, on Microsoft's own page.
 */
export function isCodePage(cloud: Cloud, page: URL): boolean {
  if (page.protocol !== 'https:' || page.username !== '' || page.password !== '') return false
  const organization = organizationOf(hostOf(page.href))
  return isMicrosofts(hostOf(cloud.authority)) || addressesOf(cloud).some(([, host]) => organizationOf(host) === organization)
}

/** A suffix stands for all hosts below it, so it has to be one organization's, and of a domain that the file names. */
function wideSuffix(cloud: Cloud): DisplayText | undefined {
  const named = new Set([...addressesOf(cloud), ...portalsOf(cloud)].map(([, host]) => organizationOf(host)))
  for (const [member, suffix] of suffixesOf(cloud)) {
    const organization = organizationOf(suffix)
    if (suffix.split('.').length <= organization.split('.').length) return cloudFileMessages.wide({ member, suffix })
    if (!named.has(organization)) return cloudFileMessages.unnamed({ member, domain: organization })
  }
  return undefined
}

const isLocal = (cloud: Cloud): boolean =>
  addressesOf(cloud).every(([, host]) => isLoopback(new URL(`https://${host}`))) &&
  suffixesOf(cloud).every(([, suffix]) => isIn(suffix, 'localhost'))

/** Rules across members. If one address is on this computer, all requests must stay there, and then nothing leaves it. */
export function wrongTogether(cloud: Cloud): DisplayText | undefined {
  if (isLocal(cloud)) return undefined
  if (addressesOf(cloud).some(([, host]) => isLoopback(new URL(`https://${host}`)))) return cloudFileMessages.someLoopback
  if (cloud.verified) return cloudFileMessages.verified
  return (
    mixedWithMicrosoft(cloud) ??
    (Object.values(CLOUDS).some((known) => foreignTo(known, cloud).length === 0) ? undefined : wideSuffix(cloud))
  )
}

/** Letters of other scripts, and signs, can be written as Microsoft's names in ways that no list covers. */
const PLAIN = /^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f \-_.,’'()&]*$/

export const isPlainName = (name: string): boolean => PLAIN.test(name.normalize('NFC'))

/** Letters without a basic letter in their decomposition, digits, and pairs that look like one letter; `l` looks like `i`. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'i', ĸ: 'k', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ø: 'o', þ: 'p', ŋ: 'n', ß: 'ss', æ: 'ae', œ: 'oe' },
  ...{ 0: 'o', 1: 'i', 2: 'z', 3: 'e', 4: 'a', 5: 's', 6: 'b', 7: 't', 8: 'b', 9: 'g', l: 'i', rn: 'm', vv: 'w' },
}

const asRead = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/rn|vv|[^a-z]|l/g, (written) => READ_AS[written] ?? written)

const MICROSOFTS_NAMES = ['microsoft', 'azure', 'entra', 'dynamics', 'powerplatform', 'vianet', 'office365', 'commercial'].map(asRead)

/** Short enough to be a part of other words. */
const MICROSOFTS_WORDS = /\bg ?c ?c(?: ?h ?i ?g ?h)?\b|\bd ?o ?d\b/

/** Whether a plain name could be taken for a Microsoft cloud's. */
export function likeMicrosofts(name: string): boolean {
  const words = asRead(name).replaceAll(/[^a-z]+/g, ' ')
  const together = words.replaceAll(' ', '')
  return MICROSOFTS_NAMES.some((own) => together.includes(own)) || MICROSOFTS_WORDS.test(words)
}
