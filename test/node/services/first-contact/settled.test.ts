import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Json, Recording } from '#machines/procedure/first-contact/recording.ts'
import { settledBy } from '#machines/procedure/first-contact/settled.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { english } from '#test/english.ts'
import { caseOf, leaping } from '#test/practised.ts'
import { repositoryRoot } from '../../../../tools/location.mjs'

const recorded = (name: string): Promise<Recording> =>
  makeFirstContact(
    leaping(caseOf(name)),
    { ...caseOf(name).choices, environmentId: caseOf(name).environmentId },
    new AbortController().signal,
  )

/** A tenant that answered one request besides. */
const withAnswer = async (url: string, body: Json, name = 'already-encrypted'): Promise<Recording> => {
  const recording = await recorded(name)
  const answer = { method: 'GET', url: `https://${url}`, signedIn: true, status: 200, headers: {}, body }
  return { ...recording, answers: [...recording.answers, answer] }
}

const BAP = 'api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform'
const OF_ENVIRONMENT = `${BAP}/scopes/admin/environments/name-1`
const OPERATIONS = `${BAP}/lifecycleOperations`
const GROUP = 'management.azure.com/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/name-2/providers'
const VAULT = `${GROUP}/Microsoft.KeyVault/vaults/name-3`

const linked = (state: string): Json => ({ properties: { enterprisePolicies: { customerManagedKeys: { linkStatus: state } } } })
const operation = (state: string, more: { readonly [name: string]: Json } = {}): Json => ({
  value: [{ type: { id: 'RemoveCustomerManagedKey' }, state: { id: state }, ...more }],
})
const policy = (id: string, version?: string): Json => ({
  properties: { encryption: { keyVault: { id, key: version === undefined ? {} : { version } } } },
})

it.each<[entry: string, found: string, from: () => Promise<Recording>]>([
  ['default-environment', 'The Default environment doesn’t allow NewCustomerManagedKey.', () => recorded('ready-to-enable')],
  ['key-managed-by', 'Linked environments have keyManagedBy Customer.', () => recorded('already-encrypted')],
  ['location-words', 'The subscription offers policies in Brazil and UAE.', () => recorded('ready-to-enable')],
  ['lock-signs', 'A linked environment has the runtime state Disabled.', () => recorded('locked')],
  ['link-status', 'Other values of linkStatus: Settling.', () => withAnswer(OF_ENVIRONMENT, linked('Settling'))],
  ['failed-operation', 'A failed operation has no error.', () => withAnswer(OPERATIONS, operation('Failed'))],
  [
    'failed-operation',
    'A failed operation has its error in error.',
    () => withAnswer(OPERATIONS, operation('Failed', { error: { code: 'x' } })),
  ],
  [
    'removal-time',
    'Hours that operations on the key took: RemoveCustomerManagedKey: 30.5.',
    () =>
      withAnswer(
        OPERATIONS,
        operation('Succeeded', { createdDateTime: '2030-01-01T00:00:00Z', lastActionDateTime: '2030-01-02T06:30:00Z' }),
      ),
  ],
  [
    'managed-hsm',
    'An environment is linked, and a policy names a Managed HSM.',
    () => withAnswer(`${GROUP}/Microsoft.PowerPlatform/enterprisePolicies/name-4`, policy('/subscriptions/a/managedHSMs/b')),
  ],
  [
    'fixed-version',
    'A policy names a fixed version of its key.',
    () => withAnswer(`${GROUP}/Microsoft.PowerPlatform/enterprisePolicies/name-4`, policy('/subscriptions/a/vaults/b', '1')),
  ],
  [
    'private-endpoint',
    'An environment is linked, and its key store is closed, with a private endpoint.',
    () => withAnswer(VAULT, { properties: { publicNetworkAccess: 'Disabled', privateEndpointConnections: [{}] } }),
  ],
  [
    'expiry-other-clouds',
    'The vault’s list doesn’t have the event subscriptions of its system topic.',
    () => withAnswer(`${GROUP}/Microsoft.EventGrid/systemTopics/name-5/eventSubscriptions`, { value: [{ name: 'name-6' }] }),
  ],
  [
    'other-clouds',
    'Signing in and listing environments works in china.',
    async () => ({ ...(await recorded('ready-to-enable')), cloud: 'china' }),
  ],
])('a tenant that says so is known for %s: %s', async (entry, found, from) => {
  const settled = english.all(settledBy(await from()))
  expect(settled).toContainEqual({ entry, found })
  const documented = readFileSync(path.join(repositoryRoot, 'docs', 'not-verified.md'), 'utf8')
  for (const each of settled) expect(documented).toContain(`| \`${each.entry}\` |`)
})

it('a key store outside the geography of the one environment that is linked is said', async () => {
  const { answers, ...rest } = await recorded('already-encrypted')
  const elsewhere = answers.map((each) =>
    /\/vaults\/[^/]+\?/i.test(each.url) && each.body !== undefined
      ? { ...each, body: JSON.parse(JSON.stringify(each.body).replaceAll(/"location":"\w+"/g, '"location":"japaneast"')) }
      : each,
  )
  const settled = english.all(settledBy({ ...rest, answers: elsewhere }))
  expect(settled.find(({ entry }) => entry === 'store-geography')?.found).toMatch(
    /is linked to a policy whose key store is in japaneast\.$/,
  )
})
