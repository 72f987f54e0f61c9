import type { Cloud } from '#machines/cloud/cloud.ts'

/** Hosts of a cloud, for pages of custom clouds; suffixes with a star. */
export function hostsOf({
  authority,
  authorityAliases = [],
  resourceManager,
  powerPlatform,
  keyVault,
  managedHsm,
  dataverse,
  graph,
}: Cloud): readonly string[] {
  const known = [authority, ...authorityAliases, resourceManager, powerPlatform.url, ...(graph === undefined ? [] : [graph])]
  const addresses = known.map((address) => new URL(address).host)
  const hsms = managedHsm ? [`.${managedHsm.dnsSuffix}`] : []
  const suffixes = [powerPlatform.hostSuffix, `.${keyVault.dnsSuffix}`, ...hsms, ...dataverse.hostSuffixes].map((suffix) => `*${suffix}`)
  return [...new Set([...addresses, ...suffixes])]
}
