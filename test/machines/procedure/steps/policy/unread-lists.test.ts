import { expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { isPicture } from '#machines/procedure/picture.ts'
import { policy } from '#machines/procedure/steps/policy/step.ts'
import { english } from '#test/english.ts'
import { environment, NOW, provider, REFUSALS, refused, subscription } from '#test/machines/facts.ts'
import { type Said, saying, servicesThat } from '../../services.ts'

const SUBSCRIPTION = subscription().id
const answers: Said = {
  readEnvironment: environment(),
  listSubscriptions: [subscription()],
  listRegions: [],
  readProvider: provider(),
  listVaults: [],
  listManagedHsms: [],
  listPolicies: [],
}

async function formWith(over: Said) {
  const { services } = servicesThat(saying({ ...answers, ...over }))
  const { signal } = new AbortController()
  const choices = { environmentId: environment().id }
  const { picture } = await policy.observe({ services, choices, cloud: CLOUDS.commercial, browsed: SUBSCRIPTION, now: () => NOW, signal })
  return isPicture(picture) && picture.kind === 'policy' ? english.all(picture.form) : undefined
}

it.each([
  ['vaults', 'listVaults', 'Couldn’t read the list of key vaults'],
  ['managedHsms', 'listManagedHsms', 'Couldn’t read the list of Managed HSMs'],
  ['policies', 'listPolicies', 'Couldn’t read the list of policies'],
])('a refused list of %s is told with its refusal, and the rest of the form stays', async (of, call, title) => {
  const form = await formWith({ [call]: refused(REFUSALS.throttled) })
  expect(form?.unlisted).toMatchObject([{ of, problem: { title, refusal: REFUSALS.throttled } }])
  expect(form?.subscriptions).toHaveLength(1)
  expect(form).not.toHaveProperty('problem')
})

it.each([
  ['vaults', 'listVaults', 'hsm-listed'],
  ['managedHsms', 'listManagedHsms', 'kv-listed'],
])('where the list of %s is refused, those of the other list can be chosen beside the refusal', async (of, call, name) => {
  const id = (type: string, given: string) =>
    `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/${type}/${given}`
  const listed = {
    listVaults: [{ id: id('vaults', 'kv-listed'), name: 'kv-listed', location: 'eastus' }],
    listManagedHsms: [{ id: id('managedHSMs', 'hsm-listed'), name: 'hsm-listed', location: 'eastus', keyStore: 'managed-hsm' as const }],
  }
  const form = await formWith({ ...listed, [call]: refused(REFUSALS.throttled) })
  expect(form?.unlisted).toMatchObject([{ of }])
  expect(form?.vaults.map((each) => each.name)).toEqual([name])
})

it('lists that were read are told as they are', async () => {
  expect(await formWith({})).not.toHaveProperty('unlisted')
})
