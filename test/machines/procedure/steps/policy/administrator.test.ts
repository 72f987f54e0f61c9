import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { REFUSAL_REASONS } from '#machines/engine/answer.ts'
import { baselineOf, driftOf } from '#machines/engine/drift/baseline.ts'
import { isPicture } from '#machines/procedure/picture.ts'
import type { Proposal } from '#machines/procedure/pilot/proposal.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { RoleAssignment } from '#machines/procedure/services/services.ts'
import { policy } from '#machines/procedure/steps/policy/step.ts'
import { BUILT_IN } from '#machines/procedure/templates/template.ts'
import { english } from '#test/english.ts'
import {
  account,
  ENVIRONMENT,
  environment,
  NOW,
  ok,
  policyChoices,
  policy as policyOf,
  provider,
  REFUSALS,
  readerAssignment,
  refused,
  SUBSCRIPTION,
  subscription,
  vault,
  without,
} from '#test/machines/facts.ts'
import { OWNER } from '../../rights/roles.ts'
import { servicesThat } from '../../services.ts'

const GRACE = { id: 'b2e5d8f3-4c60-4b97-8d1e-2f3a4b5c6d7e', displayName: 'Grace Okafor', userName: 'grace@contoso.example' }

type Answers = Parameters<typeof servicesThat>[0]

async function reading(
  administratorObjectId: string,
  readPerson?: Answers['readPerson'],
  listRegions?: Answers['listRegions'],
  others: Answers = {},
  administratorIsGroup?: true,
) {
  const chosen = policyChoices({ administratorObjectId, ...defined({ administratorIsGroup }) })
  const { services, ports } = servicesThat({
    readEnvironment: async () => ok(environment()),
    listSubscriptions: async () => ok([subscription()]),
    readProvider: async () => ok(provider()),
    listVaults: async () => ok([]),
    listPolicies: async () => ok([]),
    readResourceGroup: async () => ok({ name: 'rg', location: 'eastus' }),
    readVault: async () => ok(vault()),
    readKey: async () => refused(REFUSALS.forbidden),
    readPolicy: async () => ok(policyOf()),
    listRoleAssignments: async () => ok([]),
    readGroupName: async () => refused(REFUSALS['not-found']),
    ...defined({ readPerson, listRegions }),
    ...others,
  })
  const choices = { environmentId: ENVIRONMENT, policy: chosen }
  const signal = new AbortController().signal
  const read = await policy.observe({ services, choices, cloud: CLOUDS.commercial, now: () => NOW, signal })
  const form = isPicture(read.picture) && read.picture.kind === 'policy' ? read.picture.form : undefined
  const finding = read.findings.find(({ key }) => key === 'reader-on-policy')
  return { read, form, ports, title: english.all(finding?.title), seen: english.all(finding?.seen) }
}

it('learns what Azure calls the region, for the form and the plan, and does without', async () => {
  const named = await reading(account.objectId, undefined, async () =>
    ok([
      { name: 'EastUS', displayName: 'East US' },
      { name: 'zz', displayName: 'Z' },
    ]),
  )
  expect(named.read.names).toMatchObject({ eastus: 'East US' })
  expect(named.form?.regionNames).toEqual({ eastus: 'East US' })
  const unnamed = await reading(account.objectId)
  expect(unnamed.form?.regionNames).toEqual({})
  expect(unnamed.read.plan).toEqual(named.read.plan)
})

describe('who is to get Reader', () => {
  it('is named by the sign-in where it is the account itself: nothing is asked', async () => {
    const { read, ports, title } = await reading(account.objectId)
    expect(ports()).not.toContain('readPerson')
    expect(title).toContain(account.userName)
    expect(read.names).toMatchObject({ [account.objectId]: `${account.displayName} (${account.userName})` })
  })

  it('is named by the directory where it is someone else, in the form, the finding and the plan', async () => {
    const { read, form, title, seen } = await reading(GRACE.id, async () => ok(GRACE))
    expect(title).toBe('Grace Okafor (grace@contoso.example) doesn’t have Reader on the policy')
    expect(seen).toBe(`Object ID ${GRACE.id}: no role that can read the policy.`)
    expect(form?.administrator).toEqual(GRACE)
    expect(read.names?.[GRACE.id]).toBe('Grace Okafor (grace@contoso.example)')
  })

  it.each(REFUSAL_REASONS)('stays an ID where the directory refuses (%s), and nothing else of the reading is another', async (reason) => {
    const [named, unnamed] = await Promise.all([
      reading(GRACE.id, async () => ok(GRACE)),
      reading(GRACE.id, async () => refused(REFUSALS[reason])),
    ])
    // A name that is there one day and not the next is no change of the policy.
    const baseline = baselineOf(CUSTOMER_MANAGED_KEYS, [named.read], ENVIRONMENT, 'ada', NOW)
    const drift = driftOf(CUSTOMER_MANAGED_KEYS, baseline, [unnamed.read], [])
    expect(drift.map(({ key }) => key)).not.toContain('reader-on-policy')
    expect(unnamed.seen).toBe(`Object ID ${GRACE.id}: no role that can read the policy.`)
    expect(unnamed.title).toBe('The Power Platform admin doesn’t have Reader on the policy')
    expect(unnamed.read.names).not.toHaveProperty([GRACE.id])
    expect(unnamed.read.plan).toEqual(named.read.plan)
    expect(unnamed.read.findings.map(({ key, status }) => [key, status])).toEqual(
      named.read.findings.map(({ key, status }) => [key, status]),
    )
  })
})

describe('a group that a pilot proposes', () => {
  const proposal: Proposal = {
    from: 'contoso-uat',
    at: 0,
    template: { ...BUILT_IN, name: 'contoso-uat' },
    administratorObjectId: GRACE.id,
    administratorIsGroup: true,
  }
  const form = async (suggested?: { readonly administratorObjectId: string }) => {
    const { services, ports } = servicesThat({
      readEnvironment: async () => ok(without(environment(), 'encryptionPolicy')),
      listSubscriptions: async () => ok([]),
      readPerson: async () => refused(REFUSALS.forbidden),
      readGroupName: async () => ok('CMK admins'),
    })
    const signal = new AbortController().signal
    const more = defined({ suggested })
    const choices = { environmentId: ENVIRONMENT }
    const { picture } = await policy.observe({ services, choices, proposal, ...more, cloud: CLOUDS.commercial, now: () => NOW, signal })
    return { ports, values: isPicture(picture) && picture.kind === 'policy' ? picture.form.values : undefined }
  }

  it('is read as one: no person is asked for', async () => {
    const { ports, values } = await form()
    expect(values).toMatchObject({ administratorObjectId: GRACE.id, administratorIsGroup: true })
    expect(ports()).toContain('readGroupName')
    expect(ports()).not.toContain('readPerson')
  })

  it('makes no group of someone else who is suggested', async () => {
    const { values } = await form({ administratorObjectId: account.objectId })
    expect(values?.administratorObjectId).toBe(account.objectId)
    expect(values).not.toHaveProperty('administratorIsGroup')
  })
})

describe('a group that is to get Reader', () => {
  const GROUP_ID = 'c3d4e5f6-0000-4000-8000-000000000001'
  const asked: unknown[] = []
  const group = (readers: readonly RoleAssignment[]) =>
    reading(GROUP_ID, async () => refused(REFUSALS['not-found']), undefined, {
      readGroupName: async () => ok('CMK admins'),
      listRoleAssignments: async (_scope, principalId, _signal, isGroup) => {
        if (principalId === GROUP_ID) asked.push(isGroup)
        return ok(principalId === GROUP_ID && isGroup ? readers : [])
      },
    })

  it('is named, and gets it as a group: Azure refuses the role for a user of that ID', async () => {
    const { read, form, title } = await group([])
    expect(title).toBe('CMK admins doesn’t have Reader on the policy')
    expect(form?.administrator).toEqual({ id: GROUP_ID, displayName: 'CMK admins', userName: '', isGroup: true })
    expect(read.plan.find(({ kind }) => kind === 'grant-reader')).toMatchObject({ principalId: GROUP_ID, principalType: 'Group' })
  })

  it('stays one where it was chosen as one and the directory can’t be read: no confirmed plan is another', async () => {
    const silent = async () => refused(REFUSALS.forbidden)
    const { read } = await reading(GROUP_ID, silent, undefined, { readGroupName: silent }, true)
    expect(read.plan.find(({ kind }) => kind === 'grant-reader')).toMatchObject({ principalId: GROUP_ID, principalType: 'Group' })
  })

  it.each(['forbidden', 'unavailable'] as const)(
    'is no person for sure where no person has its ID and groups can’t be read (%s): that is said before anything is written',
    async (reason) => {
      const { read, form } = await reading(GROUP_ID, async () => refused(REFUSALS['not-found']), undefined, {
        readGroupName: async () => refused(REFUSALS[reason]),
        readPermissions: async () => ok([OWNER]),
      })
      expect(form?.administrator).toBeUndefined()
      expect(read.findings.find(({ key }) => key === 'reader-is-person-or-group')).toMatchObject({ status: 'unknown', refusal: { reason } })
    },
  )

  it('leaves no question where neither a person nor a group has the ID', async () => {
    const { read } = await reading(GROUP_ID, async () => refused(REFUSALS['not-found']), undefined, {
      readPermissions: async () => ok([OWNER]),
    })
    expect(read.findings.map(({ key }) => key)).not.toContain('reader-is-person-or-group')
  })

  it('gets it on a new policy where what the group has can’t be read: what a person of that ID has says nothing', async () => {
    const { read } = await reading(GROUP_ID, async () => refused(REFUSALS['not-found']), undefined, {
      readGroupName: async () => ok('CMK admins'),
      readEnvironment: async () => ok(without(environment(), 'encryptionPolicy')),
      readPolicy: async () => refused(REFUSALS['not-found']),
      listRoleAssignments: async (_scope, _principal, _signal, isGroup) =>
        isGroup ? refused(REFUSALS.forbidden) : ok([readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}` })]),
    })
    expect(read.plan.find(({ kind }) => kind === 'grant-reader')).toMatchObject({ principalId: GROUP_ID, principalType: 'Group' })
  })

  it('is seen to have it by what was given to the group itself', async () => {
    const { read, title } = await group([readerAssignment({ principalId: GROUP_ID })])
    expect(title).toBe('CMK admins can read the policy')
    expect(read.plan.map(({ kind }) => kind)).not.toContain('grant-reader')
    expect(asked).toContain(true)
  })
})
