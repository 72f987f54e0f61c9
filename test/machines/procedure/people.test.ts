import { describe, expect, it } from 'vitest'
import type { RefusalReason } from '#machines/engine/answer.ts'
import { identified } from '#machines/procedure/people/identified.ts'
import { nameOfPerson } from '#machines/procedure/people/name.ts'
import { foundPeople, searchPeople } from '#machines/procedure/people/people.ts'
import { english } from '../../english.ts'
import { servicesThat } from './services.ts'

const ADA = { id: 'a1', displayName: 'Ada Marsh', userName: 'ada@contoso.example' }

describe('a person', () => {
  it.each([
    [ADA, 'Ada Marsh (ada@contoso.example)'],
    [{ ...ADA, userName: '' }, 'Ada Marsh'],
    [{ ...ADA, displayName: ADA.userName }, 'ada@contoso.example'],
  ])('is told from others of the same name: %j', (person, name) => expect(nameOfPerson(person)).toBe(name))

  it('is said with the ID, and by the ID alone where the name could not be read', () => {
    expect(english.text(identified('a1', ADA))).toBe('Ada Marsh (ada@contoso.example), object ID a1')
    expect(english.text(identified('a1', undefined))).toBe('Object ID a1')
  })
})

describe('a search that is refused', () => {
  const found = (reason: RefusalReason) =>
    english.all(foundPeople({ ok: false, refusal: { reason, request: 'GET /v1.0/users', message: 'No.' } }))

  it.each(['unauthenticated', 'forbidden'] as const)('says which permission it takes, and is not repeated: %s', (reason) => {
    expect(found(reason)).toMatchObject({ kind: 'not-readable', lasting: true, why: expect.stringContaining('User.ReadBasic.All') })
  })

  it('names the permission of an app where an app is signed in: it can’t have that of a person', () => {
    const refused = foundPeople({ ok: false, refusal: { reason: 'forbidden', request: 'GET /v1.0/users', message: 'No.' } }, 'app')
    expect(english.all(refused)).toMatchObject({ why: expect.stringContaining('User.Read.All') })
  })

  it.each(['unavailable', 'throttled', 'unreadable'] as const)('may be repeated: %s', (reason) => {
    expect(found(reason)).toMatchObject({ kind: 'not-readable', lasting: false })
  })

  it.each(['forbidden', 'rejected', 'unavailable'] as const)('leaves the way by an object ID: %s', (reason) => {
    expect(found(reason)).toMatchObject({ why: expect.stringContaining('object ID') })
  })
})

describe('a search of people and groups', () => {
  const KEYS = { id: 'g1', displayName: 'CMK admins', userName: '', isGroup: true } as const
  const refused = { ok: false, refusal: { reason: 'forbidden', request: 'GET /v1.0/groups', message: 'No.' } } as const

  it('gives people first, then groups, and people alone where groups may not be read', () => {
    const people = { ok: true, value: [ADA] } as const
    expect(foundPeople(people, 'person', { ok: true, value: [KEYS] })).toEqual({ kind: 'people', people: [ADA, KEYS] })
    expect(foundPeople(people, 'person', refused)).toEqual({ kind: 'people', people: [ADA] })
  })

  it('doesn’t keep people waiting for groups that don’t answer', async () => {
    const late = new AbortController()
    const { services } = servicesThat({
      searchPeople: async () => ({ ok: true, value: [ADA] }),
      searchGroups: (_text, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    })
    const searching = searchPeople(services.directory, 'ad', 'person', late.signal)
    late.abort()
    expect(await searching).toEqual({ kind: 'people', people: [ADA] })
  })
})
