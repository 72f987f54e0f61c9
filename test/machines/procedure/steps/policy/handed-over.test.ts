import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { HandoffClaims } from '#machines/procedure/choices.ts'
import { isPicture } from '#machines/procedure/picture.ts'
import { policy } from '#machines/procedure/steps/policy/step.ts'
import { account, ENVIRONMENT, environment, NOW, ok, provider, REFUSALS, refused, subscription, without } from '#test/machines/facts.ts'
import { servicesThat } from '../../services.ts'

const GRACE = { id: 'b2e5d8f3-4c60-4b97-8d1e-2f3a4b5c6d7e', displayName: 'Grace Okafor', userName: 'grace@contoso.example' }
const OTHER = '9c1d7b3a-6e2f-4a58-b0d4-7c1e5f8a9b02'

const told = (over: Partial<HandoffClaims> = {}): HandoffClaims => ({
  by: GRACE.userName,
  askedBy: GRACE.id,
  at: 0,
  step: 'policy',
  file: 'f',
  sha256: 'd',
  proved: [],
  environment: { id: ENVIRONMENT, location: 'europe' },
  ...over,
})

const unread = async () => refused(REFUSALS['not-found'])

/** The form of step 3 that a key vault administrator gets, who may not read the environment. */
async function formOf(claims: HandoffClaims | undefined, readEnvironment: Parameters<typeof servicesThat>[0]['readEnvironment'] = unread) {
  const { services } = servicesThat({
    readEnvironment,
    listSubscriptions: async () => ok([subscription()]),
    readProvider: async () => ok(provider()),
    listVaults: async () => ok([]),
    listPolicies: async () => ok([]),
    listRegions: async () => ok(['westeurope', 'eastus'].map((name) => ({ name, displayName: name }))),
    readPerson: async () => ok(GRACE),
  })
  const choices = { environmentId: ENVIRONMENT, ...(claims ? { told: claims } : {}) }
  const { picture } = await policy.observe({
    services,
    choices,
    cloud: CLOUDS.commercial,
    now: () => NOW,
    signal: new AbortController().signal,
  })
  if (!isPicture(picture) || picture.kind !== 'policy') throw new Error('The step shows no form')
  return picture.form
}

describe('step 3 for a key vault administrator who took it over', () => {
  it('offers those regions of the geography in the file that the subscription lists, by its names, and begins with one of them', async () => {
    const { regions, regionNames, values, geography } = await formOf(told())
    expect(regions).toEqual(['westeurope'])
    expect(Object.keys(regionNames)).toEqual(regions)
    expect([values.region, geography]).toEqual(['westeurope', 'Europe'])
  })

  it('offers every region of the subscription where the file names no geography', async () => {
    const { regions, geography } = await formOf(told({ environment: { id: ENVIRONMENT } }))
    expect([regions, geography]).toEqual([['westeurope', 'eastus'], ''])
  })

  it('goes by the environment where the account may read it', async () => {
    const { regions } = await formOf(told(), async () => ok(environment()))
    expect(regions).toContain('eastus')
  })

  it('suggests Reader for who asked, by name', async () => {
    const { values, administrator } = await formOf(told())
    expect(values.administratorObjectId).toBe(GRACE.id)
    expect(administrator).toEqual(GRACE)
  })

  it.each([
    ['another step was handed over', told({ step: 'integration' })],
    ['it was handed back', without(told(), 'askedBy')],
    ['another environment was handed over', told({ environment: { id: OTHER } })],
    ['nothing was handed over', undefined],
  ])('suggests the account itself where %s', async (_when, claims) => {
    const { values } = await formOf(claims)
    expect(values.administratorObjectId).toBe(account.objectId)
  })
})
