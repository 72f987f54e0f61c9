import { describe, expect, it, vi } from 'vitest'
import { CALLS } from '#contract/contract.ts'
import { openLink } from '#electron/window/external-links.ts'
import { LINK_IDS } from '#machines/procedure/links/link-ids.ts'
import { type LinkContext, linkAddress, linkOf } from '#machines/procedure/links/links.ts'
import type { SourceId } from '#machines/procedure/sources/source-ids.ts'
import { SOURCES } from '#machines/procedure/sources/sources.ts'
import { english } from '../../english.ts'

const context: LinkContext = {
  portals: {
    azure: 'https://portal.azure.com',
    powerPlatformAdminCenter: 'https://admin.powerplatform.microsoft.com',
    lifecycleServices: 'https://lcs.dynamics.com',
  },
  tenantId: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90',
  environmentId: '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259',
}

const addressIn =
  (of: LinkContext) =>
  (id: string): string =>
    linkAddress(linkOf(id), of)

const opened = () => vi.fn(async (_address: string) => undefined)

describe('opening an external address', () => {
  it('opens every link and every source of the lists, each as https', async () => {
    const open = opened()
    const wanted = [...LINK_IDS.map((link) => ({ link })), ...(Object.keys(SOURCES) as SourceId[]).map((source) => ({ source }))]
    for (const each of wanted) expect(await openLink(each, addressIn(context), open)).toEqual({ ok: true })
    expect(open).toHaveBeenCalledTimes(wanted.length)
    for (const [address] of open.mock.calls) expect(new URL(address).protocol).toBe('https:')
  })

  it.each([
    ['http://portal.azure.com', 'not https'],
    ['file:///etc', 'a file'],
    ['javascript:alert(1)//', 'a script'],
    ['https://me:secret@portal.azure.com', 'with a user name'],
    ['no address', 'not an address'],
  ])('refuses %s (%s), even when it comes from main itself', async (azure) => {
    const open = opened()
    const reply = await openLink({ link: 'azure-vaults' }, addressIn({ ...context, portals: { ...context.portals, azure } }), open)
    expect(reply.ok).toBe(false)
    expect(open).not.toHaveBeenCalled()
  })

  it('opens a document at the heading that is named', async () => {
    const open = opened()
    expect(await openLink({ source: 'power-platform-keys', heading: 'Create RSA keys' }, addressIn(context), open)).toEqual({ ok: true })
    expect(open.mock.calls[0]?.[0]).toMatch(/#:~:text=Create%20RSA%20keys$/)
  })

  it('gives the address when no browser could be opened, so that it can be typed', async () => {
    const reply = await openLink({ source: 'soft-delete' }, addressIn(context), () => Promise.reject(new Error('no handler')))
    expect(english.all(reply)).toEqual({ ok: false, why: expect.stringContaining('https://learn.microsoft.com/') })
  })

  it.each([
    { link: 'https://evil.example' },
    { link: 'unknown' },
    { source: 'unknown' },
    { url: 'https://evil.example' },
    { link: 'azure-vaults', url: 'https://evil.example' },
    { source: 'soft-delete', heading: 1 },
    {},
  ])('is asked for by id alone: %j does not parse', (wanted) => {
    expect(CALLS['links:open'].takes.safeParse(wanted).success).toBe(false)
  })
})
