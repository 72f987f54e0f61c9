import type { PipelinePolicy } from '@azure/core-rest-pipeline'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { answerMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'
import { noteRequest } from './trail.ts'

/** Addresses a client may send tokens to. Decision 0017: addresses come from answers, so a wrong one must not get the token. */
export type AllowedHost = (url: URL) => boolean

export class HostNotAllowed extends ToldError {
  override readonly name = 'HostNotAllowed'
  constructor(host: string) {
    super(host === '' ? answerMessages.noHost : answerMessages.foreignHost({ host }))
  }
}

const plain = (url: URL): boolean => url.protocol === 'https:' && url.username === '' && url.password === ''

const sameHost = (url: URL, known: string): boolean => url.host === new URL(known).host

const underSuffix = (url: URL, suffix: string): boolean => url.host.length > suffix.length && url.host.endsWith(suffix.toLowerCase())

/** A local practice tenant has a port per service instead of a host. */
const isLoopback = (address: URL): boolean => address.hostname === 'localhost'

const within =
  (cloud: Cloud, isOurs: AllowedHost): AllowedHost =>
  (url) =>
    plain(url) && (isLoopback(new URL(cloud.resourceManager)) ? isLoopback(url) : isOurs(url))

export const authorityHost = (cloud: Cloud): AllowedHost =>
  within(cloud, (url) => [cloud.authority, ...(cloud.authorityAliases ?? [])].some((known) => sameHost(url, known)))

export const resourceManagerHost = (cloud: Cloud): AllowedHost => within(cloud, (url) => sameHost(url, cloud.resourceManager))

export const powerPlatformHost = (cloud: Cloud): AllowedHost =>
  within(cloud, (url) => sameHost(url, cloud.powerPlatform.url) || underSuffix(url, cloud.powerPlatform.hostSuffix))

export const managedHsmHost = (cloud: Cloud): AllowedHost =>
  within(cloud, (url) => cloud.managedHsm !== undefined && underSuffix(url, `.${cloud.managedHsm.dnsSuffix}`))

export const vaultHost = (cloud: Cloud): AllowedHost => {
  const isHsm = managedHsmHost(cloud)
  return within(cloud, (url) => underSuffix(url, `.${cloud.keyVault.dnsSuffix}`) || isHsm(url))
}

export const dataverseHost = (cloud: Cloud): AllowedHost =>
  within(cloud, (url) => cloud.dataverse.hostSuffixes.some((suffix) => underSuffix(url, suffix)))

export const graphHost = (cloud: Cloud): AllowedHost => within(cloud, (url) => cloud.graph !== undefined && sameHost(url, cloud.graph))

export const parseAddress = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined)

/**
 * Refuses foreign hosts before a token is requested. Addresses come from services (`nextLink`, `vaultUri`,
 * `Operation-Location`) and must not leak the sign-in.
 */
export function hostPolicy(allowed: AllowedHost): PipelinePolicy {
  return {
    name: 'allowedHosts',
    async sendRequest(request, next) {
      const url = parseAddress(request.url)
      // The refusal names the request, too.
      if (url) noteRequest(request)
      if (!url || !allowed(url)) throw new HostNotAllowed(url?.host ?? '')
      return next(request)
    },
  }
}
