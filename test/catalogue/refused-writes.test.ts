import { describe, expect, it } from 'vitest'
import type { Answer } from '#machines/engine/answer.ts'
import { problemWith } from '#machines/engine/step/problems.ts'
import type { Action } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { PEOPLE, SUBSCRIPTION, TENANT } from '#node/practice/world.ts'
import {
  type Bench,
  benchOf,
  ENVIRONMENT,
  network,
  POLICY_CHOICES,
  POLICY_PATH,
  ROLE_IDS,
  type Situation,
  SUBSCRIPTION_PATH,
  VAULT_PATH,
} from './situation.ts'

/** Refusals that only the write itself meets. */
const refusals: readonly {
  readonly id: string
  readonly when: string
  readonly build: Situation['build']
  readonly write: (bench: Bench) => Promise<Answer<unknown>>
  readonly action: Action
  readonly instead: (bench: Bench) => Promise<Answer<unknown>>
}[] = [
  {
    id: 'F-404',
    when: 'the company denies vaults that are open to the internet',
    build: (world) => {
      world.behave({ deniesOpenVaults: true })
      world.group('rg-contoso-cmk', 'eastus')
      world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
    },
    action: { kind: 'create-vault', vault: newVault() },
    write: (bench) => bench.as('ada').azure.createVault(newVault()),
    instead: async (bench) => {
      await bench.change('arm', 'PUT', VAULT_PATH, {
        location: 'eastus',
        properties: { tenantId: TENANT.id, sku: { family: 'A', name: 'standard' }, ...network('Deny', 'AzureServices').properties },
      })
      return bench.as('ada').azure.readVault(SUBSCRIPTION.id, 'rg-contoso-cmk', 'kv-contoso-cmk')
    },
  },
  {
    id: 'F-703',
    when: 'Reader is to be given to a partner’s account without a user object',
    build: (_, fit) => void fit.everything(),
    action: {
      kind: 'grant-reader',
      subscriptionId: SUBSCRIPTION.id,
      policyResourceGroup: 'rg-contoso-cmk',
      policyName: POLICY_CHOICES.policyName,
      principalId: PEOPLE.petra.objectId,
    },
    write: (bench) => bench.as('ada').azure.assignRole(readerFor(PEOPLE.petra.objectId)),
    instead: (bench) => bench.as('ada').azure.assignRole(readerFor(PEOPLE.grace.objectId)),
  },
  {
    id: 'F-801',
    when: 'a person without the role enables Managed Environments',
    build: (_, fit) => void fit.environment({ protectionLevel: 'Basic' }, [PEOPLE.kim.objectId]),
    action: { kind: 'enable-managed-environment', environmentId: ENVIRONMENT, environmentName: 'contoso-prod' },
    write: (bench) => bench.as('kim').powerPlatform.enableManagedEnvironment(ENVIRONMENT),
    instead: (bench) => bench.as('ada').powerPlatform.enableManagedEnvironment(ENVIRONMENT),
  },
]

function newVault() {
  return {
    subscriptionId: SUBSCRIPTION.id,
    resourceGroup: 'rg-contoso-cmk',
    name: 'kv-contoso-cmk',
    location: 'eastus',
    tenantId: TENANT.id,
  }
}

function readerFor(principalId: string) {
  return {
    scope: POLICY_PATH,
    subscriptionId: SUBSCRIPTION.id,
    roleId: ROLE_IDS.Reader,
    principalId,
    principalType: 'User' as const,
  }
}

describe('a refused write', () => {
  it.each(refusals.map((row) => [row.id, row.when, row] as const))(
    'is known as %s when %s',
    async (id, when, { build, write, action, instead }) => {
      const bench = benchOf(`${id} ${when}`, build)
      const answer = await write(bench)
      if (answer.ok) throw new Error('It was not refused.')
      expect(problemWith(actions, action, answer.refusal)).toMatchObject({ id })
      expect(await instead(bench)).toMatchObject({ ok: true })
    },
  )
})
