import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AUTOMATION, PEOPLE } from '#node/practice/people.ts'
import { type Answered, listOf, minutes, newPolicy, POLICY_PATH, policyIn, practise, refusal } from './practise.ts'

const GRAPH = 'https://graph.microsoft.com'
const SCOPE = `${GRAPH}/.default`

const object = z.looseObject({ id: z.string() })
const ids = (answer: Answered) => listOf(answer).value.map((entry) => object.parse(entry).id)

const byIds = (practised: ReturnType<typeof practise>, ...wanted: string[]) =>
  practised.at('POST', `${GRAPH}/v1.0/directoryObjects/getByIds`, SCOPE, { body: { ids: wanted, types: ['user', 'servicePrincipal'] } })

describe('the directory', () => {
  test('puts names to ids of people and service principals, and leaves out what it does not know', async () => {
    const answer = await byIds(practise('ready-to-enable'), PEOPLE.kim.objectId.toUpperCase(), AUTOMATION.objectId, PEOPLE.petra.objectId)
    expect(answer.body).toMatchObject({
      value: [
        { '@odata.type': '#microsoft.graph.user', userPrincipalName: PEOPLE.kim.userName },
        { '@odata.type': '#microsoft.graph.servicePrincipal', appId: AUTOMATION.clientId, servicePrincipalNames: [AUTOMATION.clientId] },
      ],
    })
  })

  test('answers with the fields that are asked for, and no others', async () => {
    const { at } = practise('ready-to-enable')
    const asked = async (path: string) =>
      (await at('GET', `${GRAPH}/v1.0/${path}`, SCOPE, { headers: { consistencylevel: 'eventual' } })).body
    const { objectId: id, displayName, userName } = PEOPLE.kim
    expect(await asked(`users/${id}?$select=id,displayName`)).toEqual({ id, displayName })
    expect(await asked(`users?$search="userPrincipalName:${userName}"&$select=userPrincipalName`)).toEqual({
      value: [{ userPrincipalName: userName }],
    })
    expect(await asked(`users/${id}`)).toMatchObject({ id, displayName, mail: userName })
  })

  test('says for how long a partner was let in, as every relationship does', async () => {
    const answer = await practise('partner-by-delegation').at('GET', `${GRAPH}/v1.0/tenantRelationships/delegatedAdminRelationships`, SCOPE)
    expect(listOf(answer).value).toEqual([expect.objectContaining({ duration: expect.stringMatching(/^P\d+D$/) })])
  })

  test('gets to know the identity of a new policy after a while', async () => {
    const practised = practise('already-encrypted')
    const path = POLICY_PATH.replace(/[^/]+$/, 'another')
    const made = await practised.arm('PUT', path, { body: newPolicy() })
    const { principalId } = policyIn(made).identity
    expect(ids(await byIds(practised, principalId))).toEqual([])
    practised.clock.advance(minutes(2))
    expect(ids(await byIds(practised, principalId))).toEqual([principalId])
  })

  test.each([
    ['/v1.0/me', PEOPLE.ada.objectId],
    [`/v1.0/users/${PEOPLE.kim.userName}`, PEOPLE.kim.objectId],
    [`/v1.0/users/${PEOPLE.kim.objectId}`, PEOPLE.kim.objectId],
  ])('reads %s', async (path, id) => {
    expect((await practise('ready-to-enable').at('GET', GRAPH + path, SCOPE)).body).toMatchObject({ id })
  })

  test.each([
    [`/v1.0/users?$filter=userPrincipalName eq '${PEOPLE.kim.userName}'`, [PEOPLE.kim.objectId]],
    ["/v1.0/users?$filter=userPrincipalName eq 'o''brien@contoso.example'", []],
    [`/v1.0/servicePrincipals?$filter=servicePrincipalNames/any(c:c eq '${AUTOMATION.clientId}')`, [AUTOMATION.objectId]],
    ["/v1.0/servicePrincipals?$filter=appId eq 'none'", []],
  ])('finds by %s', async (path, expected) => {
    expect(ids(await practise('ready-to-enable').at('GET', GRAPH + path, SCOPE))).toEqual(expected)
  })

  test('refuses in its own words', async () => {
    const { at } = practise('ready-to-enable')
    expect(refusal(await at('GET', `${GRAPH}/v1.0/users/mallory@contoso.example`, SCOPE))).toBe('404 Request_ResourceNotFound')
    expect(refusal(await at('GET', `${GRAPH}/v1.0/users?$filter=mail eq 'x'`, SCOPE))).toBe('400 Request_UnsupportedQuery')
    expect(refusal(await at('GET', `${GRAPH}/v1.0/me`, 'https://management.azure.com/.default'))).toBe('401 InvalidAuthenticationToken')
    expect(refusal(await at('GET', `${GRAPH}/v1.0/me`, SCOPE, { as: 'petra' }))).toBe('404 Request_ResourceNotFound')
  })

  test('is asked without anything being written', async () => {
    const practised = practise('ready-to-enable')
    await byIds(practised, PEOPLE.kim.objectId)
    expect(practised.tenant.writes()).toEqual([])
  })
})
