import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE, type PersonId } from '#node/practice/people.ts'
import {
  assignmentAt,
  GROUP_PATH,
  listOf,
  POLICY_PATH,
  pagesOf,
  practise,
  refusal,
  roleFor,
  SUBSCRIPTION_PATH,
  VAULT_PATH,
} from './practise.ts'

const PERMISSIONS = 'providers/Microsoft.Authorization/permissions'

const permission = z.looseObject({ actions: z.array(z.string()), notActions: z.array(z.string()), dataActions: z.array(z.string()) })

/** A person's rights at a scope as Azure lists them: the actions of each role, or the refusal. */
async function mayDo(scenario: string, as: PersonId, scope: string): Promise<string> {
  const practised = practise(scenario)
  const answer = await practised.arm('GET', `${scope}/${PERMISSIONS}`, { as })
  if (answer.status !== 200) return refusal(answer)
  return (await pagesOf(practised, answer, undefined, { as }))
    .flat()
    .map((entry) => permission.parse(entry))
    .map(
      ({ actions, notActions, dataActions }) =>
        `${actions[0]}${notActions.length > 0 ? ' but' : ''}${dataActions.length > 0 ? ' and data' : ''}`,
    )
    .join(', ')
}

describe('what Azure lets the practice people do', () => {
  test.each<[PersonId, string]>([
    ['ada', '*, Microsoft.Authorization/*/read and data, Microsoft.Authorization/*/read and data'],
    ['kim', '*, Microsoft.Authorization/*/read and data'],
    ['gloria', '*/read'],
    ['carl', '* but'],
    ['grace', '403 AuthorizationFailed'],
    ['petra', '403 AuthorizationFailed'],
    ['nobody', '403 AuthorizationFailed'],
  ])('%s in an empty subscription: %s', async (person, expected) => {
    expect(await mayDo('ready-to-enable', person, SUBSCRIPTION_PATH)).toBe(expected)
  })

  test.each([
    [SUBSCRIPTION_PATH, '403 AuthorizationFailed'],
    [GROUP_PATH, '*'],
    [VAULT_PATH, '*'],
    [POLICY_PATH, '*'],
  ])('kim, who owns the group where everything is in place, at %s: %s', async (scope, expected) => {
    expect(await mayDo('link-fails', 'kim', scope)).toBe(expected)
  })

  test.each([
    [SUBSCRIPTION_PATH, '*/read'],
    [POLICY_PATH, '*/read'],
  ])('gloria reaches from the root down to %s', async (scope, expected) => {
    expect(await mayDo('link-fails', 'gloria', scope)).toBe(expected)
  })

  test('a person who elevated herself may assign access, and still creates nothing', async () => {
    const { arm } = practise('ready-to-enable')
    const body = roleFor(PEOPLE.grace.objectId)
    expect((await arm('PUT', assignmentAt(SUBSCRIPTION_PATH), { as: 'gloria', body })).status).toBe(201)
    expect(refusal(await arm('PUT', GROUP_PATH, { as: 'gloria', body: { location: 'eastus' } }))).toBe('403 AuthorizationFailed')
  })

  test('Contributor creates, and can’t assign access', async () => {
    const { arm } = practise('ready-to-enable')
    expect((await arm('PUT', GROUP_PATH, { as: 'carl', body: { location: 'eastus' } })).status).toBe(201)
    const body = roleFor(PEOPLE.grace.objectId)
    expect(refusal(await arm('PUT', assignmentAt(SUBSCRIPTION_PATH), { as: 'carl', body }))).toBe('403 AuthorizationFailed')
  })

  test('a person with a delegated role has no user object to assign anything to', async () => {
    const { arm } = practise('ready-to-enable')
    const body = roleFor(PEOPLE.petra.objectId)
    expect(refusal(await arm('PUT', assignmentAt(SUBSCRIPTION_PATH), { body }))).toBe('400 PrincipalNotFound')
  })
})

describe('what Power Platform shows the practice people', () => {
  test.each<[PersonId, number]>([
    ['ada', 4],
    ['grace', 4],
    ['gloria', 4],
    ['carl', 4],
    ['petra', 4],
    ['kim', 0],
    ['nobody', 0],
  ])('%s sees %i environments', async (person, count) => {
    const answer = await practise('ready-to-enable').bap('GET', '/scopes/admin/environments', { as: person })
    expect(listOf(answer).value).toHaveLength(count)
  })
})
