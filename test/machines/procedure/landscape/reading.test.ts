import { describe, expect, it } from 'vitest'
import { pairOf } from '#machines/procedure/landscape/pairs.ts'
import { readLandscape } from '#machines/procedure/landscape/reading.ts'
import type { EnterprisePolicy } from '#machines/procedure/services/services.ts'
import {
  absent,
  ENVIRONMENT,
  encrypted,
  environment,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policy,
  policyChoices,
  REFUSALS,
  refused,
} from '../../facts.ts'

const SECOND = '22222222-2222-4222-8222-222222222222'
const inOtherPolicy = environment({
  id: SECOND,
  displayName: 'contoso-uat',
  encryptionPolicy: { id: OTHER_POLICY_ID, location: 'unitedstates', linkStatus: 'Linked' },
})

type Answered = ReturnType<typeof ok<EnterprisePolicy>> | typeof absent

/** @param policies what reading each answers, by its ID */
async function landscapeOf(first: typeof inOtherPolicy, policies: Readonly<Record<string, Answered>>, isChosen = false) {
  const environments = [first, inOtherPolicy]
  const asked: string[] = []
  const read = await readLandscape(
    {
      powerPlatform: {
        listEnvironments: async () => ok(environments),
        readEnvironment: async (id) => ok(environments.find((each) => each.id === id) ?? first),
      },
      azure: {
        readPolicy: async (subscription, group, name) => {
          asked.push(name)
          const id = Object.keys(policies).find((each) => each.endsWith(`/${name}`) && each.includes(subscription) && each.includes(group))
          return policies[id ?? ''] ?? absent
        },
      },
    },
    { environmentId: ENVIRONMENT, ...(isChosen ? { policy: policyChoices() } : {}) },
    new AbortController().signal,
  )
  const [one, other] = read.members
  if (!one || !other) throw new Error('Two environments were given')
  return { asked, read, pair: pairOf(one, other) }
}

const otherPolicy = (over: Partial<EnterprisePolicy> = {}): EnterprisePolicy => ({ ...policy(), id: OTHER_POLICY_ID, ...over })

describe('the keys of two environments in different policies', () => {
  it('are one where the policies name one key', async () => {
    const { pair } = await landscapeOf(encrypted(), { [POLICY_ID]: ok(policy()), [OTHER_POLICY_ID]: ok(otherPolicy()) })
    expect(pair).toEqual({ works: true })
  })

  it('differ where the policies name different keys', async () => {
    const { pair } = await landscapeOf(encrypted(), {
      [POLICY_ID]: ok(policy()),
      [OTHER_POLICY_ID]: ok(otherPolicy({ keyName: 'another-key' })),
    })
    expect(pair).toEqual({ works: false, reasons: ['other-key'] })
  })

  it('are unknown where one policy can’t be read', async () => {
    const { pair } = await landscapeOf(encrypted(), { [POLICY_ID]: ok(policy()), [OTHER_POLICY_ID]: refused(REFUSALS.forbidden) })
    expect(pair).toEqual({ works: 'unknown', reasons: ['other-policy'] })
  })
})

it('reads no policy where there are not two to compare', async () => {
  const { asked } = await landscapeOf(environment(), { [OTHER_POLICY_ID]: ok(otherPolicy()) })
  expect(asked).toEqual([])
})

it('takes the chosen key for a policy that is yet to be created', async () => {
  const { read } = await landscapeOf(environment(), { [OTHER_POLICY_ID]: ok(otherPolicy()) }, true)
  expect(read.policyKeyId?.toLowerCase()).toBe(`${policy().vaultId}/keys/${policy().keyName}`.toLowerCase())
})
