import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AUTOMATION, PEOPLE } from '../../practice/people.ts'
import { type Answered, listOf, minutes, POLICY_PATH, policyIn, practise, refusal } from './practise.ts'

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

  test('gets to know the identity of a new policy after a while', async () => {
    const practised = practise('already-encrypted')
    const path = POLICY_PATH.replace(/[^/]+$/, 'another')
    const made = await practised.arm('PUT', path, {
      body: {
        location: 'unitedstates',
        kind: 'Encryption',
        identity: { type: 'SystemAssigned' },
        properties: { encryption: { state: 'Enabled', keyVault: { id: '/subscriptions/x', key: { name: 'k' } } } },
      },
    })
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
