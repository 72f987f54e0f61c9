import { describe, expect, it } from 'vitest'
import type { PrivateEndpointConnection, Vault } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { privateVaultChecks, privateZoneOf } from '#machines/procedure/steps/policy/private-vault-checks.ts'
import { absent, ok, policyFacts, REASONS, REFUSALS, refused, vault } from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'

const ZONE = 'privatelink.vaultcore.azure.net'

const endpoint = (state: string): PrivateEndpointConnection => ({ name: `pe-${state.toLowerCase()}`, state })

const closed = (states: readonly string[], over: Partial<Vault> = {}): Vault =>
  vault({
    publicNetworkAccess: 'Disabled',
    networkRules: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: 0, virtualNetworkRules: 0 },
    ...(states.length === 0 ? {} : { privateEndpoints: states.map(endpoint) }),
    ...over,
  })

const endpointRows: Rows<PolicyFacts> = {
  'private-endpoint-approved': (
    [
      ['one is approved', closed(['Approved']), 'pass', ['pe-approved: Approved.']],
      ['one of several is approved', closed(['Rejected', 'approved']), 'pass', ['pe-rejected: Rejected.']],
      ['it waits for approval', closed(['Pending']), 'warning', ['pe-pending: Pending.']],
      ['it was rejected', closed(['Rejected']), 'warning', ['Rejected']],
      ['it was disconnected', closed(['Disconnected']), 'warning', ['Disconnected']],
      ['its state is no documented word', closed(['SecuredByPerimeter']), 'warning', ['SecuredByPerimeter']],
      ['the closed vault has none', closed([]), 'warning', ['No private endpoint connections.']],
      ['the vault is open and has none', vault(), 'nothing', []],
      ['the vault is open and one waits', vault({ privateEndpoints: [endpoint('Pending')] }), 'nothing', []],
      ['the vault is open and one leads to it', vault({ privateEndpoints: [endpoint('Approved')] }), 'pass', []],
    ] as const
  ).map(([when, value, gives, seen]) => row[gives](when, policyFacts({ vault: ok(value) }), { seen })),
}

const inZones = (zones: readonly string[], over: Partial<Vault> = {}): PolicyFacts =>
  policyFacts({ vault: ok(closed(['Approved'], over)), privateZones: ok(zones) })

const zoneRows: Rows<PolicyFacts> = {
  'private-dns-zone': (
    [
      ['it has the zone of the commercial cloud', inZones([ZONE]), 'pass', [ZONE]],
      ['it has the zone in capitals, among others', inZones(['privatelink.blob.core.windows.net', ZONE.toUpperCase()]), 'pass', []],
      ['it is in no zone', inZones([]), 'warning', ['No private DNS zones.']],
      ['it has another zone', inZones(['privatelink.database.windows.net']), 'warning', ['privatelink.database.windows.net']],
      [
        'it has the commercial zone in the government cloud',
        inZones([ZONE], { vaultUri: 'https://kv.vault.usgovcloudapi.net/' }),
        'warning',
        [ZONE],
      ],
      [
        'it has the government zone in the government cloud',
        inZones(['privatelink.vaultcore.usgovcloudapi.net'], { vaultUri: 'https://kv.vault.usgovcloudapi.net/' }),
        'pass',
        [],
      ],
      ['no endpoint leads to the vault', policyFacts({ vault: ok(closed(['Pending'])) }), 'nothing', []],
      ['the vault is open', policyFacts({ privateZones: ok([]) }), 'nothing', []],
      ['the vault is yet to be created', policyFacts({ vault: absent }), 'nothing', []],
    ] as const
  ).map(([when, facts, gives, seen]) => row[gives](when, facts, { seen })),
}

describe('the checks of a private vault', () => walkRows(privateVaultChecks, endpointRows, zoneRows))

describe('a DNS zone that the account may not read', () => {
  it.each(REASONS)('as %s is a question for a person, with the service’s error unchanged: it blocks no one for good', (reason) => {
    const facts = policyFacts({ vault: ok(closed(['Approved'])), privateZones: refused(REFUSALS[reason]) })
    expect(findingOf(privateVaultChecks, 'private-dns-zone', facts)).toMatchObject({
      status: 'unknown',
      attestable: true,
      owner: 'you',
      title: `Is the private endpoint in the DNS zone ${ZONE}?`,
      seen: expect.stringContaining(REFUSALS[reason].message),
    })
  })
})

describe('the zone that leads to a vault', () => {
  it.each([
    ['https://kv.vault.azure.net/', ZONE],
    ['https://kv.vault.usgovcloudapi.net', 'privatelink.vaultcore.usgovcloudapi.net'],
    ['https://kv.vault.azure.cn/', 'privatelink.vaultcore.azure.cn'],
    ['https://localhost:8443/', ZONE],
    ['no address', ZONE],
  ])('of %s is %s', (address, zone) => {
    expect(privateZoneOf(address)).toBe(zone)
  })
})
