import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { LINK_IDS } from '#machines/procedure/links/link-ids.ts'
import { LINK_TITLES, type LinkContext, linkAddress, sourceAddress } from '#machines/procedure/links/links.ts'
import type { SourceId } from '#machines/procedure/sources/source-ids.ts'
import { SOURCES, sourceOf } from '#machines/procedure/sources/sources.ts'
import { english } from '#test/english.ts'
import { ENVIRONMENT, POLICY_ID, SUBSCRIPTION, TENANT, VAULT_ID } from '../../facts.ts'

const { portals } = CLOUDS.commercial
const PORTAL_HOSTS = new Set([
  ...Object.values(portals).map((portal) => new URL(portal).host),
  'admin.microsoft.com',
  'azure.microsoft.com',
  'learn.microsoft.com',
])
const everything: LinkContext = {
  portals,
  tenantId: TENANT,
  environmentId: ENVIRONMENT,
  subscriptionId: SUBSCRIPTION,
  vaultId: VAULT_ID,
  policyId: POLICY_ID,
}

describe('the links', () => {
  it('each have a title that says what is opened, and no two the same', () => {
    const titles = LINK_IDS.map((id) => english.text(LINK_TITLES[id]))
    for (const title of titles) expect(title).toMatch(/^Open [^.]+[^.]$/)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('lead to https addresses of known portals, with everything known and with nothing', () => {
    for (const id of LINK_IDS) {
      for (const context of [everything, { portals }]) {
        const url = new URL(linkAddress(id, context))
        expect(url.protocol).toBe('https:')
        expect(PORTAL_HOSTS).toContain(url.host)
      }
    }
  })

  it.each([
    ['admin-center-environment', `${portals.powerPlatformAdminCenter}/manage/environments/environment/${ENVIRONMENT}/hub`],
    ['azure-vault', `${portals.azure}/#@${TENANT}/resource${VAULT_ID}/overview`],
    ['azure-policy', `${portals.azure}/#@${TENANT}/resource${POLICY_ID}/overview`],
    ['azure-resource-providers', `${portals.azure}/#@${TENANT}/resource/subscriptions/${SUBSCRIPTION}/resourceproviders`],
  ] as const)('lead %s to the thing itself where it is known', (id, address) => {
    expect(linkAddress(id, everything)).toBe(address)
  })

  it.each([
    ['admin-center-environment', `${portals.powerPlatformAdminCenter}/environments`],
    ['azure-vault', linkAddress('azure-vaults', { portals })],
    ['azure-policy', `${portals.azure}/#view/HubsExtension/BrowseResource/resourceType/Microsoft.PowerPlatform%2FenterprisePolicies`],
    ['azure-resource-providers', portals.azure],
  ] as const)('lead %s to the list or the front page where it is not', (id, address) => {
    expect(linkAddress(id, { portals })).toBe(address)
  })

  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '..',
      '.',
      '../../..',
      '%2e%2e',
      '/..',
      '//evil.example',
      '@evil.example',
      '\\evil.example',
      ':443@evil.example',
      '#',
      '?a=b',
      '\ud800',
      ' ',
      '\n',
    ),
    fc.webUrl(),
    fc.array(fc.constantFrom('..', '/', '\\', '#', '?', '@', ':', 'a', '%2f'), { maxLength: 12 }).map((parts) => parts.join('')),
  )

  it('never leave their portal or their page for a hostile id', () => {
    fc.assert(
      fc.property(
        fc.record({ tenantId: hostile, environmentId: hostile, subscriptionId: hostile, vaultId: hostile, policyId: hostile }),
        fc.constantFrom(...LINK_IDS),
        (ids, id) => {
          const usual = new URL(linkAddress(id, { portals }))
          const url = new URL(linkAddress(id, { portals, ...ids }))
          expect([url.protocol, url.host, url.username, url.password, url.search]).toEqual(['https:', usual.host, '', '', ''])
          const pages =
            id === 'admin-center-environment'
              ? [usual.pathname, `/manage/environments/environment/${ids.environmentId}/hub`]
              : [usual.pathname]
          expect(pages).toContain(url.pathname)
        },
      ),
    )
  })
})

describe('the register of sources', () => {
  it.each([
    ['Create RSA keys', '#:~:text=Create%20RSA%20keys'],
    ['Soft-delete behavior', '#:~:text=Soft%2Ddelete%20behavior'],
    ["Rotate the environment's encryption key with a new key version", "#:~:text=Rotate%20the%20environment's%20encryption%20key"],
    ['', ''],
    ['A heading that no document has', ''],
  ])('opens at the heading %j', (heading, fragment) => {
    const address = sourceAddress('power-platform-keys', heading)
    expect(address.startsWith(`${SOURCES['power-platform-keys'].url}${fragment}`)).toBe(true)
    expect(new URL(address).hash === '').toBe(fragment === '')
  })

  const ids = Object.keys(SOURCES) as SourceId[]

  it.each(ids)(
    '%s has a title, an https address at Microsoft or a known repository, and the date of an edition where it prints one',
    (id) => {
      const { title, url, edition } = sourceOf(id)
      expect(title.length).toBeGreaterThan(10)
      expect(['learn.microsoft.com', 'github.com']).toContain(new URL(url).host)
      expect(url).toMatch(/^https:\/\/(learn\.microsoft\.com|github\.com\/(microsoft|MicrosoftDocs|Azure|d365collaborative))\//)
      expect(sourceAddress(id)).toBe(url)
      if (edition === undefined) return
      expect(edition).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(new Date(`${edition}T00:00:00Z`).toISOString().slice(0, 10)).toBe(edition)
      // Event Grid had its first articles in 2017: an earlier date is a slip.
      expect(Date.parse(`${edition}`)).toBeGreaterThan(Date.parse('2017-01-01'))
    },
  )

  it('names each edition of a document once', () => {
    expect(new Set(ids.map((id) => `${sourceOf(id).url} ${sourceOf(id).edition}`)).size).toBe(ids.length)
    expect(new Set(ids.map((id) => SOURCES[id].title)).size).toBe(ids.length)
  })
})
