import { describe, expect, it } from 'vitest'
import { GROUPS, TENANT } from '../../../../practice/people.ts'
import { given, PEOPLE, practise, refused } from './practice.ts'

const { ada, kim, petra } = PEOPLE

describe('people of the practice tenant, by the real client', () => {
  it.each([
    ['a word of the name', 'mar', [ada.displayName]],
    ['both words, in any order', 'MARSH ada', [ada.displayName]],
    ['the user name', kim.userName.slice(0, 5), [kim.displayName]],
    ['nothing that is there', 'zz', []],
    ['the middle of a word', 'arsh', []],
    ['quotes and backslashes', '"\\" OR "', []],
  ])('are found by %s', async (_, wanted, names) => {
    const { services } = practise('ready-to-enable')
    expect(given(await services.directory.searchPeople(wanted)).map(({ displayName }) => displayName)).toEqual(names)
  })

  it('are named by their ID; someone without a user object is not', async () => {
    const { services } = practise('ready-to-enable')
    expect(given(await services.directory.readPerson(kim.objectId))).toEqual({
      id: kim.objectId,
      displayName: kim.displayName,
      userName: kim.userName,
    })
    expect(refused(await services.directory.readPerson(petra.objectId))).toMatchObject({ reason: 'not-found' })
  })

  it('show a partner how long the relationship lasts, and with which roles', async () => {
    const { services } = practise('partner-by-delegation')
    expect(given(await services.directory.listPartnerRelationships(TENANT.id))).toMatchObject([
      { name: 'Fabrikam services', status: 'active', isExtended: false, roleIds: petra.directoryRoles },
    ])
  })

  it('are waited for where every fourth call is turned away', async () => {
    const { services } = practise('throttled')
    for (let round = 0; round < 8; round++) expect(given(await services.directory.searchPeople('ada'))).toHaveLength(1)
  })
})

describe('groups of the practice tenant, by the real client', () => {
  const { objectId, displayName } = GROUPS.keyAdministrators

  it('are named, with the people in them', async () => {
    const { services } = practise('rights-by-group')
    expect(given(await services.directory.readGroupName(objectId))).toBe(displayName)
    expect(given(await services.directory.listGroupMembers(objectId))).toEqual({
      people: [ada, kim].map(({ objectId: id, displayName, userName }) => ({ id, displayName, userName })),
      areMore: false,
    })
  })

  it('that are not there are refused', async () => {
    const { services } = practise('ready-to-enable')
    expect(refused(await services.directory.readGroupName(objectId))).toMatchObject({ reason: 'not-found' })
    expect(refused(await services.directory.listGroupMembers(objectId))).toMatchObject({ reason: 'not-found' })
  })
})
