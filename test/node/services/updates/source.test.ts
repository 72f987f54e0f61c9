import { describe, expect, it } from 'vitest'
import { type Publisher, parsePublisher, updateSource } from '#node/services/updates/source.ts'
import { ownPublicKey } from './signing.ts'

const publisher: Publisher = { version: 1, keys: [ownPublicKey], feed: 'https://releases.example/wizard', channel: 'stable' }

describe('updates come', () => {
  it.each([
    ['from where the package says', publisher, undefined, 'https://releases.example/wizard/', 'stable'],
    [
      'from where the organization says',
      publisher,
      { feed: 'https://intranet.example/wizard/' },
      'https://intranet.example/wizard/',
      'stable',
    ],
    ['in the channel the organization says', publisher, { channel: 'beta' }, 'https://releases.example/wizard/', 'beta'],
  ] as const)('%s', (_what, given, managed, feed, channel) => {
    const source = updateSource(given, managed, 'deb', false)
    expect(source).toMatchObject({ channel, kind: 'deb' })
    expect('feed' in source && source.feed.href).toBe(feed)
  })

  it.each([
    ['where nothing is set up', undefined, undefined, 'not-configured'],
    ['where there is a key and no address', { ...publisher, feed: undefined }, undefined, 'not-configured'],
    ['where there is an address and no key', undefined, { feed: 'https://intranet.example/' }, 'not-configured'],
    ['where an organization turned them off', publisher, 'off', 'organization'],
    ['over plain http', { ...publisher, feed: 'http://releases.example/' }, undefined, 'address'],
    ['over plain http, also where an organization says so', publisher, { feed: 'http://intranet.example/' }, 'address'],
    ['over plain http from this computer', { ...publisher, feed: 'http://127.0.0.1:8080/' }, undefined, 'address'],
    ['from a file', { ...publisher, feed: 'file:///tmp/' }, undefined, 'address'],
    ['with a password in the address', { ...publisher, feed: 'https://a:b@releases.example/' }, undefined, 'address'],
    ['from a query', { ...publisher, feed: 'https://releases.example/?to=' }, undefined, 'address'],
    ['from something that is no address', { ...publisher, feed: 'releases' }, undefined, 'address'],
  ] as const)('from nowhere %s', (_what, given, managed, off) => {
    expect(updateSource(given, managed, 'deb', false)).toEqual({ off })
  })

  it('from nowhere for what can’t replace itself', () => {
    expect(updateSource(publisher, undefined, undefined, false)).toEqual({ off: 'package' })
  })

  it('from this computer without encryption in tests alone', () => {
    expect(updateSource({ ...publisher, feed: 'http://127.0.0.1:8080' }, undefined, 'deb', true)).toMatchObject({ channel: 'stable' })
    expect(updateSource({ ...publisher, feed: 'http://releases.example' }, undefined, 'deb', true)).toEqual({ off: 'address' })
  })

  it.each(['', '{}', '{"version":2,"keys":[]}', '{"version":1,"keys":[]}', `{"version":1,"keys":["${'A'.repeat(44)}"],"more":1}`])(
    'from no file of another form: %s',
    (text) => {
      expect(() => parsePublisher(text)).toThrow()
    },
  )
})
