import { expect, it, vi } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { createTeamDesk } from '#node/host/team-desk.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { english } from '../../english.ts'
import { testFolder } from '../../folder.ts'
import { run } from '../records/engagement/store-contract.ts'

const STORE = { address: 'https://contosoteam.blob.core.windows.net/wizard', tenant: 'contoso.com' }

/** The desk of a person whose organization has set the store, and who isn't signed in to it. */
function desk() {
  const write = vi.fn(async () => undefined)
  const [engagements, holding] = [testFolder(), run()]
  const managed = createTeamDesk({
    managed: STORE,
    userData: testFolder(),
    engagements,
    holding,
    now: () => 0,
    changed: () => undefined,
    file: {
      find: async () => ({ ok: true, content: { address: 'https://other.blob.core.windows.net/records', tenant: 'other.com' } }),
      write,
    },
    folder: engagementStore(engagements, holding, () => 0),
    signIn: async () => ({ ok: false, why: verbatim('signed out') }),
  })
  return { desk: managed, write }
}

it('a store that an organization has set is shown in place of the person’s own', async () => {
  expect(await desk().desk.read()).toMatchObject({ state: 'not-ready', address: STORE.address, tenant: STORE.tenant, managed: true })
})

it('a store that an organization has set is neither left nor replaced, whatever the window asks for', async () => {
  const { desk: managed, write } = desk()
  expect(english.all(await managed.leave())).toMatchObject({ managed: true, why: 'Your organization has set the team store.' })
  for (const [address, tenant] of [
    ['https://other.blob.core.windows.net/records', STORE.tenant],
    [STORE.address, 'other.com'],
  ] as const)
    expect(english.all(await managed.connect(address, tenant))).toEqual({ ok: false, why: 'Your organization has set the team store.' })
  expect(write).not.toHaveBeenCalled()
})
