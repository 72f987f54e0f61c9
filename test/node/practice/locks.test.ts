import { expect, test } from 'vitest'
import * as z from 'zod'
import { GROUP_PATH, listOf, message, POLICY_PATH, policyIn, practise, refusal, VAULT_PATH } from './practise.ts'

const at = (scope: string, name = 'kept'): string => `${scope}/providers/Microsoft.Authorization/locks/${name}`
const listAt = (scope: string, filter = ''): string => `${scope}/providers/Microsoft.Authorization/locks${filter}`
const body = { properties: { level: 'CanNotDelete', notes: 'Environments hang on it.' } }
const named = z.looseObject({ name: z.string() })
const names = (answer: Parameters<typeof listOf>[0]) => listOf(answer).value.map((each) => named.parse(each).name)

test('a lock is set with 201, and with 200 when it is there', async () => {
  const { arm } = practise('link-fails')
  const made = await arm('PUT', at(VAULT_PATH), { body })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ id: at(VAULT_PATH), type: 'Microsoft.Authorization/locks', properties: body.properties })
  expect((await arm('PUT', at(VAULT_PATH), { body })).status).toBe(200)
  expect((await arm('GET', at(VAULT_PATH))).body).toMatchObject({ name: 'kept' })
})

test('locks hold below what they are set on: a filter leaves those out that are set below', async () => {
  const { arm } = practise('link-fails')
  await arm('PUT', at(GROUP_PATH, 'above'), { body })
  expect(names(await arm('GET', listAt(VAULT_PATH, '?$filter=atScope()')))).toEqual(['above'])
  await arm('DELETE', at(GROUP_PATH, 'above'))
  await arm('PUT', at(VAULT_PATH, 'below'), { body })
  expect(names(await arm('GET', listAt(GROUP_PATH, '?$filter=atScope()')))).toEqual([])
  expect(names(await arm('GET', listAt(GROUP_PATH)))).toEqual(['below'])
})

test('nothing that is locked is deleted, nor a role on it, until the lock is removed', async () => {
  const { arm } = practise('link-fails')
  const roles = `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments`
  const [assignment] = listOf(
    await arm('GET', `${roles}?$filter=principalId eq '${policyIn(await arm('GET', POLICY_PATH)).identity.principalId}'`),
  ).value
  const role = `${roles}/${named.parse(assignment).name}`
  for (const scope of [VAULT_PATH, POLICY_PATH]) await arm('PUT', at(scope), { body })
  for (const path of [role, VAULT_PATH, POLICY_PATH]) expect(refusal(await arm('DELETE', path))).toBe('409 ScopeLocked')
  expect(message(await arm('DELETE', VAULT_PATH))).toContain('following scope(s) are locked')
  expect((await arm('DELETE', at(VAULT_PATH))).status).toBe(200)
  expect((await arm('DELETE', at(VAULT_PATH))).status).toBe(204)
  for (const path of [role, VAULT_PATH]) expect((await arm('DELETE', path)).status).toBe(200)
})

test('only those who manage access may set locks, and only on what exists', async () => {
  const { arm } = practise('no-reader')
  expect(refusal(await arm('PUT', at(POLICY_PATH), { body }))).toBe('403 AuthorizationFailed')
  const all = practise('link-fails')
  expect(refusal(await all.arm('PUT', at(`${VAULT_PATH}-other`), { body }))).toBe('404 ResourceNotFound')
  expect(refusal(await all.arm('PUT', at(VAULT_PATH), { body: { properties: { level: 'Maybe' } } }))).toBe('400 InvalidLockLevel')
  expect(refusal(await all.arm('GET', listAt(VAULT_PATH, "?$filter=level eq 'x'")))).toBe('400 UnsupportedQuery')
  expect(refusal(await all.arm('GET', at(VAULT_PATH, 'none')))).toBe('404 LockNotFound')
})

test('who can activate a role is listed at its scope and below', async () => {
  const { arm } = practise('already-encrypted')
  const eligible = `${VAULT_PATH}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances`
  const found = listOf(await arm('GET', `${eligible}?$filter=atScope()`)).value
  expect(found).toEqual([
    expect.objectContaining({
      properties: expect.objectContaining({
        memberType: 'Inherited',
        expandedProperties: { principal: expect.objectContaining({ displayName: expect.any(String) }) },
      }),
    }),
  ])
  expect(refusal(await arm('GET', `${eligible}?$filter=principalId eq 'x'`))).toBe('400 UnsupportedQuery')
})
