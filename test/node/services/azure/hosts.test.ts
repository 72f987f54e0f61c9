import { describe, expect, it } from 'vitest'
import { CLOUDS, type Cloud } from '#machines/cloud/cloud.ts'
import { authorityHost, dataverseHost, powerPlatformHost, resourceManagerHost, vaultHost } from '#node/services/azure/hosts.ts'

/** One good address of each kind, per cloud. */
const OWN: Readonly<
  Record<keyof typeof CLOUDS, readonly [authority: string, arm: string, bap: string, region: string, vault: string, dataverse: string]>
> = {
  commercial: [
    'https://login.microsoftonline.com/x',
    'https://management.azure.com/subscriptions',
    'https://api.bap.microsoft.com/x',
    'https://unitedstates.api.bap.microsoft.com/x',
    'https://kv1.vault.azure.net/keys/k',
    'https://contoso.crm4.dynamics.com/api',
  ],
  gcc: [
    'https://login.microsoftonline.com/x',
    'https://management.azure.com/subscriptions',
    'https://gov.api.bap.microsoft.us/x',
    'https://usgov.gov.api.bap.microsoft.us/x',
    'https://kv1.vault.azure.net/keys/k',
    'https://contoso.api.crm9.dynamics.com/api',
  ],
  'gcc-high': [
    'https://login.microsoftonline.us/x',
    'https://management.usgovcloudapi.net/subscriptions',
    'https://high.api.bap.microsoft.us/x',
    'https://usgov.high.api.bap.microsoft.us/x',
    'https://kv1.vault.usgovcloudapi.net/keys/k',
    'https://contoso.crm.microsoftdynamics.us/api',
  ],
  dod: [
    'https://login.microsoftonline.us/x',
    'https://management.usgovcloudapi.net/subscriptions',
    'https://api.bap.appsplatform.us/x',
    'https://region.api.bap.appsplatform.us/x',
    'https://kv1.vault.usgovcloudapi.net/keys/k',
    'https://contoso.crm.appsplatform.us/api',
  ],
  china: [
    'https://login.partner.microsoftonline.cn/x',
    'https://management.chinacloudapi.cn/subscriptions',
    'https://api.bap.partner.microsoftonline.cn/x',
    'https://region.api.bap.partner.microsoftonline.cn/x',
    'https://kv1.vault.azure.cn/keys/k',
    'https://contoso.crm.dynamics.cn/api',
  ],
}

const kindsOf = (cloud: Cloud) => [
  authorityHost(cloud),
  resourceManagerHost(cloud),
  powerPlatformHost(cloud),
  powerPlatformHost(cloud),
  vaultHost(cloud),
  dataverseHost(cloud),
]

const ids = ['commercial', 'gcc', 'gcc-high', 'dod', 'china'] as const

describe.each(ids)('in the cloud %s a token', (id) => {
  const kinds = kindsOf(CLOUDS[id])

  it('may go to the cloud’s own hosts', () => {
    expect(OWN[id].map((address, kind) => kinds[kind]?.(new URL(address)))).toEqual(OWN[id].map(() => true))
  })

  it('may not go to a host of another cloud that is not also its own', () => {
    const own = new Set(OWN[id].map((address) => new URL(address).host))
    const foreign = ids
      .filter((other) => other !== id)
      .flatMap((other) => OWN[other].map((address, kind) => [kind, address] as const))
      .filter(([, address]) => !own.has(new URL(address).host))
      // GCC's organizations are under the domain of the commercial ones, which the commercial cloud lists as a whole.
      .filter(([, address]) => !(id === 'commercial' && new URL(address).host.endsWith('.dynamics.com')))
      .filter(([kind, address]) => !(id === 'gcc' && kind === 5 && new URL(address).host.endsWith('.crm9.dynamics.com')))
    expect(foreign.length).toBeGreaterThan(10)
    for (const [kind, address] of foreign) expect(kinds[kind]?.(new URL(address)), address).toBe(false)
  })

  it('may not go to an address that only looks like one', () => {
    for (const [kind, address] of OWN[id].entries()) {
      const { host, pathname } = new URL(address)
      for (const wrong of [
        `http://${host}${pathname}`,
        `https://${host}.evil.example${pathname}`,
        `https://evil.example/${host}`,
        `https://${host}:8443${pathname}`,
        `https://ada@${host}${pathname}`,
        `https://evil.example?${host}`,
        `https://x${host.replaceAll('.', '-')}.example`,
        'https://localhost/x',
      ])
        expect(kinds[kind]?.(new URL(wrong)), wrong).toBe(false)
    }
  })

  it('may not go to a suffix without a name before it', () => {
    const { keyVault, powerPlatform, dataverse } = CLOUDS[id]
    expect(vaultHost(CLOUDS[id])(new URL(`https://${keyVault.dnsSuffix}/`))).toBe(false)
    for (const suffix of dataverse.hostSuffixes) expect(dataverseHost(CLOUDS[id])(new URL(`https://${suffix.slice(1)}/`))).toBe(false)
    expect(powerPlatformHost(CLOUDS[id])(new URL(`https://evil${powerPlatform.hostSuffix.slice(1)}/`))).toBe(false)
  })
})
