import { expect, it } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { allows } from '#machines/procedure/rights/permissions.ts'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'
import { leapingTime } from '#test/leaping-time.ts'
import { SUBSCRIPTION_PATH, scenarioOf } from '#test/node/practice/practise.ts'
import { GROUP, given, KEY, PEOPLE, refused, SUBSCRIPTION, VAULT, VAULT_ID } from './practice.ts'

const FIVE = [1, 2, 3, 4, 5]
const OTHER_SUBSCRIPTIONS = FIVE.slice(1).map((each) => `00000000-0000-4000-8000-00000000000${each}`)

/** More of everything than comes on one page. */
const manyOfEach = (role: string) =>
  openPractice(
    scenarioOf('many', (world) => {
      for (const held of [role, 'Key Vault Crypto Officer']) world.grant(PEOPLE.ada.objectId, held, '/')
      world.registerPowerPlatform()
      for (const id of OTHER_SUBSCRIPTIONS) world.subscription(id, id)
      const group = world.group(GROUP, 'eastus')
      const vault = world.vault(group, VAULT)
      world.key(vault, KEY, 3072)
      for (const age of FIVE.slice(1)) world.rotated(vault, KEY, age * DAY)
      for (const each of FIVE.slice(1)) world.vault(group, `${VAULT}-${each}`)
      for (const each of FIVE) world.managedHsm(group, `hsm-${each}`)
      for (const each of FIVE) world.policy(group, `policy-${each}`, 'unitedstates', vault, KEY)
    }),
    { ...leapingTime, random: seededRandom('many') },
  ).services.azure

it('The clients read each list of the practice tenant to its last page', async () => {
  const azure = manyOfEach('Owner')
  const place = { subscriptionId: SUBSCRIPTION.id, resourceGroup: GROUP, name: VAULT }
  const lists = await Promise.all([
    azure.listSubscriptions(),
    azure.listVaults(SUBSCRIPTION.id),
    azure.listManagedHsms(SUBSCRIPTION.id),
    azure.listPolicies(SUBSCRIPTION.id),
    azure.listKeyVersions(`https://${VAULT}.vault.azure.net/`, KEY),
    azure.listKeyResourceVersions(place, KEY),
  ])
  expect(lists.map((list) => given<readonly unknown[]>(list).length)).toEqual(lists.map(() => FIVE.length))
})

it('A role that assigns some roles only says so in its condition, which the clients read', async () => {
  const azure = manyOfEach('Key Vault Data Access Administrator')
  const right = { plane: 'management', action: 'Microsoft.Authorization/roleAssignments/write' } as const
  const permissions = given(await azure.readPermissions(VAULT_ID))
  expect(allows(permissions, right)).toBe('under-condition')
  const reader = { roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', principalId: PEOPLE.kim.objectId, principalType: 'User' } as const
  expect(refused(await azure.assignRole({ ...reader, scope: SUBSCRIPTION_PATH, subscriptionId: SUBSCRIPTION.id }))).toMatchObject({
    code: 'AuthorizationFailed',
  })
})
