import { describe, expect, it } from 'vitest'
import { AZURE_ROLES } from '../../../../machines/procedure/roles.ts'
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

  it('are found by the words of their names', async () => {
    const { services } = practise('rights-by-group')
    const [word = ''] = displayName.split(' ')
    expect(given(await services.directory.searchGroups(word))).toEqual([{ id: objectId, displayName, userName: '', isGroup: true }])
    expect(given(await services.directory.searchGroups('zz'))).toEqual([])
  })

  it('get Reader as groups, and are seen to have it', async () => {
    const { services } = practise('rights-by-group')
    const [subscription] = given(await services.azure.listSubscriptions())
    const scope = `/subscriptions/${subscription?.id}`
    const wanted = { scope, subscriptionId: subscription?.id ?? '', roleId: AZURE_ROLES.reader, principalId: objectId }
    expect(refused(await services.azure.assignRole({ ...wanted, principalType: 'User' }))).toMatchObject({ code: 'UnmatchedPrincipalType' })
    given(await services.azure.assignRole({ ...wanted, principalType: 'Group' }))
    const rolesOf = async (...asked: Parameters<typeof services.azure.listRoleAssignments>) =>
      given(await services.azure.listRoleAssignments(...asked)).map(({ roleId }) => roleId)
    expect(await rolesOf(scope, objectId, undefined, true)).toContain(AZURE_ROLES.reader)
    expect(await rolesOf(scope, kim.objectId)).toContain(AZURE_ROLES.reader)
  })

  it('that are not there are refused', async () => {
    const { services } = practise('ready-to-enable')
    expect(refused(await services.directory.readGroupName(objectId))).toMatchObject({ reason: 'not-found' })
    expect(refused(await services.directory.listGroupMembers(objectId))).toMatchObject({ reason: 'not-found' })
  })
})
