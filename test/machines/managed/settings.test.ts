import { expect, it } from 'vitest'
import { type ManagedSettings, teamStoreOf, updatesOf } from '#machines/managed/settings.ts'

const managed = (settings: ManagedSettings) => ({ source: '/etc/policy.json', settings, authorities: [] })
const problem = { title: { verbatim: 't' }, meaning: { verbatim: 'm' }, remedy: { verbatim: 'r' }, owner: 'you' }

it('updates are off where a policy says so, and where it can’t be read', () => {
  expect(updatesOf(undefined)).toBeUndefined()
  expect(updatesOf(managed({}))).toBeUndefined()
  expect(updatesOf(managed({ Updates: 'off', UpdateFeed: 'https://updates.contoso.com' }))).toBe('off')
  expect(updatesOf({ source: 'x', problem })).toBe('off')
})

it('updates come from where a policy says, in its channel', () => {
  expect(updatesOf(managed({ UpdateFeed: 'https://updates.contoso.com' }))).toEqual({ feed: 'https://updates.contoso.com' })
  expect(updatesOf(managed({ UpdateChannel: 'beta' }))).toEqual({ channel: 'beta' })
})

it('the team store is that of a policy with both of its settings', () => {
  const address = 'https://contosoteam.blob.core.windows.net/wizard'
  expect(teamStoreOf(managed({ TeamStoreAddress: address, TeamStoreTenant: 'contoso.com' }))).toEqual({ address, tenant: 'contoso.com' })
  expect(teamStoreOf(managed({}))).toBeUndefined()
  expect(teamStoreOf({ source: 'x', problem })).toBeUndefined()
})
