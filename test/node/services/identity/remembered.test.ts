import { describe, expect, it } from 'vitest'
import { TENANT } from '#node/practice/world.ts'
import { digestOf } from '#node/services/canonical-json.ts'
import type { Keyring } from '#node/services/identity/keyring.ts'
import { entrance, fakeFiles, fakeKeyring, openOf, personChoosing, servePractice } from './entering.ts'

const CLIENT = '11111111-2222-4333-8444-555555555555'

describe('a sign-in that is kept in the keyring', () => {
  it('is there after the next start without a question', async () => {
    const { cloud } = await servePractice()
    const kept = { keyring: fakeKeyring(), files: fakeFiles() }
    openOf(await entrance(cloud, kept).enter())
    const again = entrance(cloud, kept)
    expect(openOf(await again.enter()).tenant.account.displayName).toBe('Ada Marsh')
    expect(again.opened).toEqual([])
    expect(kept.files.contents.size).toBe(1)
  })

  it('is the same whether the tenant is named by id or by domain', async () => {
    const { cloud } = await servePractice()
    const kept = { keyring: fakeKeyring(), files: fakeFiles() }
    openOf(await entrance(cloud, kept).enter({ tenant: TENANT.domain }))
    const again = entrance(cloud, kept)
    openOf(await again.enter({ tenant: TENANT.id.toUpperCase() }))
    expect(again.opened).toEqual([])
  })

  it('is never another app’s, another cloud’s or another tenant’s', async () => {
    const [one, other] = [await servePractice(), await servePractice()]
    const kept = { keyring: fakeKeyring(), files: fakeFiles() }
    openOf(await entrance(one.cloud, kept).enter())
    for (const [cloud, request] of [
      [one.cloud, { clientId: CLIENT }],
      [other.cloud, {}],
    ] as const) {
      const again = entrance(cloud, { ...kept, openBrowser: personChoosing('grace') })
      expect(openOf(await again.enter(request)).tenant.account.displayName).toBe('Grace Okafor')
      expect(again.opened).toHaveLength(1)
    }
    expect(kept.files.contents.size).toBe(3)
  })

  it('is gone after signing out, from memory and from its file', async () => {
    const { cloud } = await servePractice()
    const kept = { keyring: fakeKeyring(), files: fakeFiles() }
    const { identity, enter } = entrance(cloud, kept)
    const { services } = openOf(await enter())
    await identity.signOut()
    expect(kept.files.contents.size).toBe(0)
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({
      ok: false,
      refusal: { reason: 'unauthenticated', message: 'This sign-in was ended.' },
    })
    const again = entrance(cloud, kept)
    openOf(await again.enter())
    expect(again.opened).toHaveLength(1)
  })

  it.each([
    ['another keyring sealed', (_files: ReturnType<typeof fakeFiles>) => ({ keyring: fakeKeyring() })],
    [
      'was damaged where no keyring notices it',
      (files: ReturnType<typeof fakeFiles>) => {
        // Another byte than before: a fixed one is the sealed byte itself once in 256 times.
        for (const [name, content] of files.contents)
          files.contents.set(name, content.with(content.length - 80, (content.at(-80) ?? 0) ^ 1))
        return {}
      },
    ],
    [
      'lost its digest inside the text before it',
      (files: ReturnType<typeof fakeFiles>, keyring: Keyring) => {
        const swallow = (text: string) => text.replace('","digest":"', ' .. digest .. ')
        for (const [name, content] of files.contents) files.contents.set(name, keyring.seal(swallow(keyring.unseal(content))))
        return {}
      },
    ],
    [
      'holds a member more',
      (files: ReturnType<typeof fakeFiles>, keyring: Keyring) => {
        const more = (text: string) => {
          const { digest: _, ...rest } = { ...JSON.parse(text), more: 1 }
          return JSON.stringify({ ...rest, digest: digestOf(rest) })
        }
        for (const [name, content] of files.contents) files.contents.set(name, keyring.seal(more(keyring.unseal(content))))
        return {}
      },
    ],
  ])('that %s is kept under another name and asked for again, and signing out removes it', async (_, damage) => {
    const { cloud } = await servePractice()
    const kept = { keyring: fakeKeyring(), files: fakeFiles() }
    openOf(await entrance(cloud, kept).enter())
    const before = [...kept.files.contents.values()]
    const again = entrance(cloud, { ...kept, ...damage(kept.files, kept.keyring) })
    const damaged = [...kept.files.contents.values()]
    const { tenant } = openOf(await again.enter())
    expect(again.opened).toHaveLength(1)
    const aside = [...kept.files.contents].find(([name]) => name.endsWith('.unreadable'))
    expect(damaged).toContainEqual(aside?.[1])
    expect(before).toHaveLength(1)
    expect(tenant.note).toContain(`It’s kept as ${aside?.[0]} with the sign-ins until you sign out.`)
    await again.identity.signOut()
    expect(kept.files.contents.size).toBe(0)
  })

  it('that cannot be written down still is a sign-in, and the log says why', async () => {
    const { cloud } = await servePractice()
    const files = { ...fakeFiles(), write: () => Promise.reject(new Error('ENOSPC: no space left on device')) }
    const { enter, logged } = entrance(cloud, { files })
    openOf(await enter())
    expect(logged[0]).toBe('The sign-in could not be kept for the next start: ENOSPC: no space left on device')
  })
})

describe('where the keyring protects nothing', () => {
  it('a sign-in stays in memory, nothing is written, and the page says so', async () => {
    const { cloud } = await servePractice()
    const kept = { keyring: fakeKeyring(false), files: fakeFiles() }
    const { tenant } = openOf(await entrance(cloud, kept).enter())
    expect(tenant.note).toContain('in memory only')
    expect(kept.files.contents.size).toBe(0)
    const again = entrance(cloud, kept)
    openOf(await again.enter())
    expect(again.opened).toHaveLength(1)
  })
})
