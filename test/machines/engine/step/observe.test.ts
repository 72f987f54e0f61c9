import { describe, expect, it } from 'vitest'
import type { Action } from '#machines/engine/action.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { isProved, type Reading } from '#machines/engine/step/proof.ts'
import { apply } from '#machines/procedure/apply.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { STEP_IDS, type StepId } from '#machines/procedure/procedure.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { Vault, VaultKey, VaultName } from '#machines/procedure/services/services.ts'
import {
  ADMINISTRATOR,
  absent,
  account,
  ENVIRONMENT,
  encrypted,
  environment,
  key,
  MINUTE,
  NOW,
  ok,
  policy,
  policyChoices,
  provider,
  REFUSALS,
  readerAssignment,
  refused,
  SUBSCRIPTION,
  subscription,
  vault,
  without,
} from '../../facts.ts'
import { type Recording, servicesThat } from '../../procedure/services.ts'
import { emptyWorld, servicesOf, type World } from '../../world.ts'

const coverage = { answers: ['finance'], by: 'ada', at: NOW, acknowledged: [] } as const
const choices: Choices = { environmentId: ENVIRONMENT, policy: policyChoices(), coverage }
const { signal } = new AbortController()

const reading = (stepId: StepId, { services }: Recording, of: Choices = choices, now = NOW): Promise<Reading> =>
  observe(stepId, { services, choices: of, now: () => now, signal })

/** A person confirmed what no service reports. */
const attested = ({ findings }: Reading) => findings.filter((finding) => finding.attestable).map(({ key }) => ({ key, by: 'ada', at: NOW }))

async function carryOut(plan: readonly Action[], { services }: Recording): Promise<readonly boolean[]> {
  const written: boolean[] = []
  for (const action of plan) {
    const applied = await apply(action, services, () => NOW, signal)
    expect(applied.ok, action.kind).toBe(true)
    if (applied.ok) written.push(applied.receipt.written)
  }
  return written
}

describe('reading a step', () => {
  it.each(STEP_IDS)('%s writes nothing, with everything chosen and with nothing', async (stepId) => {
    const recording = servicesOf(emptyWorld())
    await reading(stepId, recording)
    await reading(stepId, recording, {})
    expect(recording.writes()).toEqual([])
    expect(recording.calls.length).toBeGreaterThan(0)
  })

  it('stamps it with the time at which everything had been read', async () => {
    for (const stepId of STEP_IDS) expect((await reading(stepId, servicesOf(emptyWorld()))).readAt).toBe(NOW)
  })

  it('reads only the list before an environment is chosen, and judges only the account', async () => {
    const recording = servicesOf(emptyWorld())
    const { choiceMissing, findings } = await reading('integration', recording, {})
    expect(choiceMissing).toBe(true)
    expect(findings.map(({ key }) => key)).toEqual(['account-of-this-tenant'])
    expect(recording.ports()).toEqual(['listEnvironments'])
  })

  it('does not ask Dataverse where there is none', async () => {
    const recording = servicesOf(emptyWorld({ environment: without(environment(), 'dataverse') }))
    await reading('integration', recording)
    expect(recording.ports()).not.toContain('readIntegration')
  })

  it('asks nothing in steps 2 and 4 before there is something to ask about', async () => {
    const recording = servicesThat({})
    expect(await reading('environment', recording, {})).toMatchObject({ choiceMissing: true, findings: [], plan: [] })
    expect(await reading('membership', recording, { environmentId: ENVIRONMENT })).toMatchObject({
      choiceMissing: true,
      findings: [],
      plan: [],
    })
    expect(recording.calls).toEqual([])
  })
})

describe('reading step 3', () => {
  const lists = {
    readEnvironment: async () => ok(environment()),
    listSubscriptions: async () => ok([subscription()]),
    readProvider: async () => ok(provider()),
    listVaults: async () => ok([]),
    listPolicies: async () => ok([]),
  }

  it('polls into the only usable subscription before anything is chosen, and suggests from it', async () => {
    const recording = servicesThat(lists)
    const read = await reading('policy', recording, { environmentId: ENVIRONMENT })
    expect(read).toMatchObject({ choiceMissing: true, findings: [], plan: [], found: { subscriptionId: SUBSCRIPTION } })
    expect(recording.calls.find((call) => call.port === 'listVaults')?.arguments).toEqual([SUBSCRIPTION])
  })

  it('polls into the subscription the person browses instead', async () => {
    const recording = servicesThat(lists)
    await observe('policy', {
      services: recording.services,
      choices: { environmentId: ENVIRONMENT },
      browsed: 'other',
      now: () => NOW,
      signal,
    })
    expect(recording.calls.find((call) => call.port === 'listVaults')?.arguments).toEqual(['other'])
  })

  it('polls into none where several could be meant', async () => {
    const recording = servicesThat({ ...lists, listSubscriptions: async () => ok([subscription(), subscription({ id: 'other' })]) })
    await reading('policy', recording, { environmentId: ENVIRONMENT })
    expect(recording.ports()).toEqual(['readEnvironment', 'listSubscriptions'])
  })

  it('lets the tenant’s own suggestions go before the made-up names', async () => {
    const { services } = servicesThat(lists)
    const read = await observe('policy', { services, choices: {}, suggested: { policyName: 'cmk-class' }, now: () => NOW, signal })
    expect(read.picture).toMatchObject({
      kind: 'policy',
      form: { chosen: false, values: { policyName: 'cmk-class' }, account: { objectId: account.objectId } },
    })
  })

  const chosen = {
    ...lists,
    readResourceGroup: async () => absent,
    readVault: async () => absent,
    readPolicy: async () => absent,
    listRoleAssignments: async () => ok([]),
  }

  it('does not ask for a key in a vault that is not there', async () => {
    const recording = servicesThat(chosen)
    await reading('policy', recording)
    expect(recording.ports()).not.toContain('readKey')
  })

  it('asks for the roles of the policy’s identity also in a vault that goes by access policies, for the day it is switched', async () => {
    const there = { ...chosen, readKey: async () => ok(key()), readPolicy: async () => ok(policy()) }
    const asked = async (roleBasedAccess: boolean) => {
      const recording = servicesThat({ ...there, readVault: async () => ok(vault({ roleBasedAccess })) })
      await reading('policy', recording)
      return recording.calls.filter((call) => call.port === 'listRoleAssignments').map((call) => call.arguments)
    }
    for (const roleBasedAccess of [true, false]) {
      expect(await asked(roleBasedAccess)).toEqual([
        [policy().id, ADMINISTRATOR, false],
        [vault().id, policy().principalId],
      ])
    }
  })

  it('asks for a deleted key only where there is none, and for its versions and rotation with the key', async () => {
    const there = { ...chosen, readVault: async () => ok(vault()), readPolicy: async () => absent }
    const asked = async (answer: Answer<VaultKey>) => {
      const recording = servicesThat({ ...there, readKey: async () => answer })
      await reading('policy', recording)
      return recording
        .ports()
        .filter((port) => /Key(?!Access)/.test(port))
        .sort()
    }
    expect(await asked(ok(key()))).toEqual(['listKeyVersions', 'readKey', 'readKeyRotation'])
    expect(await asked(absent)).toEqual(['listKeyVersions', 'readDeletedKey', 'readKey', 'readKeyRotation'])
  })

  it('asks whether a vault can be created only where there is no such vault', async () => {
    const asked = async (answer: Answer<Vault>) => {
      const recording = servicesThat({ ...chosen, readVault: async () => answer, readKey: async () => ok(key()) })
      await reading('policy', recording)
      return recording.calls.filter(({ port }) => port === 'readProvider').map((call) => call.arguments[1])
    }
    expect(await asked(ok(vault()))).toEqual(['Microsoft.PowerPlatform'])
    expect(await asked(absent)).toEqual(['Microsoft.PowerPlatform', 'Microsoft.KeyVault'])
  })

  it('warns of no name that Azure doesn’t judge before the registration that is planned', async () => {
    const unjudged = refused({ ...REFUSALS.conflict, code: 'MissingSubscriptionRegistration' })
    const titles = async (readVaultName: () => Promise<Answer<VaultName>>) =>
      (await reading('policy', servicesThat({ ...chosen, readVaultName }))).findings.map(({ key: name, status }) => `${name} ${status}`)
    expect(await titles(async () => refused(REFUSALS.unavailable))).toContain('vault-name-free warning')
    expect(await titles(async () => unjudged)).not.toContain('vault-name-free warning')
  })

  it('asks whether the vault’s name is free only where there is no such vault', async () => {
    const asked = async (answer: Answer<Vault>) => {
      const recording = servicesThat({
        ...chosen,
        readVault: async () => answer,
        readKey: async () => ok(key()),
        readPolicy: async () => absent,
      })
      await reading('policy', recording)
      return recording.calls.filter(({ port }) => port === 'readVaultName').map((call) => call.arguments)
    }
    expect(await asked(ok(vault()))).toEqual([])
    expect(await asked(absent)).toEqual([[SUBSCRIPTION, 'kv-contoso-cmk']])
  })

  it('counts for a policy that is yet to be created what is given above it, and nothing given beside it', async () => {
    const above = [
      readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}` }),
      readerAssignment({ scope: `/SUBSCRIPTIONS/${SUBSCRIPTION}/resourceGroups/RG-contoso-cmk/` }),
    ]
    const beside = [
      readerAssignment({ scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-contoso-cmk-2` }),
      readerAssignment({ scope: vault().id }),
    ]
    const plans = async (given: readonly ReturnType<typeof readerAssignment>[]) =>
      (await reading('policy', servicesThat({ ...chosen, listRoleAssignments: async () => ok(given) }))).plan.map((action) => action.kind)
    for (const each of above) expect(await plans([each])).not.toContain('grant-reader')
    for (const each of beside) expect(await plans([each])).toContain('grant-reader')
  })

  it('plans Reader for a new policy where it is unknown who has it', async () => {
    const recording = servicesThat({ ...chosen, listRoleAssignments: async () => refused(REFUSALS.forbidden) })
    expect((await reading('policy', recording)).plan.map((action) => action.kind)).toContain('grant-reader')
  })

  it('does not ask who reads a policy that could not be read', async () => {
    const recording = servicesThat({ ...chosen, readPolicy: async () => refused(REFUSALS.forbidden) })
    await reading('policy', recording)
    expect(recording.ports()).not.toContain('listRoleAssignments')
  })
})

describe('reading step 4', () => {
  const asked = async (over: Parameters<typeof policy>[0] | undefined) => {
    const recording = servicesThat({
      readEnvironment: async () => ok(environment()),
      listOperations: async () => ok([]),
      readPolicy: async () => (over ? ok(policy(over)) : ok(without(policy(), 'principalId'))),
      listRoleAssignments: async () => ok([]),
      readVault: async () => absent,
    })
    await reading('membership', recording)
    return recording.calls.filter((call) => call.port === 'listRoleAssignments').map((call) => call.arguments)
  }

  it('asks since when the policy’s identity has had access to the vault, where there is an identity', async () => {
    expect(await asked({})).toEqual([[vault().id, policy().principalId]])
    expect(await asked(undefined)).toEqual([])
  })
})

describe('the key that step 4 reads before the link', () => {
  const of = async (over: Parameters<typeof policy>[0], readVault: () => Promise<Answer<Vault>>) => {
    const recording = servicesThat({
      readEnvironment: async () => ok(environment()),
      listOperations: async () => ok([]),
      readPolicy: async () => ok(policy(over)),
      listRoleAssignments: async () => ok([]),
      readVault,
      readKey: async () => ok(key({ expires: NOW + 3 * MINUTE })),
    })
    const { findings } = await reading('membership', recording)
    return { recording, finding: findings.find((each) => each.id === 'F-407') }
  }

  it('is the one that the policy names, not the one chosen here', async () => {
    const elsewhere = vault().id.replace('kv-contoso-cmk', 'kv-elsewhere')
    const { recording, finding } = await of({ vaultId: elsewhere, keyName: 'other' }, async () => ok(vault()))
    expect(recording.calls.find(({ port }) => port === 'readVault')?.arguments.at(-1)).toBe('kv-elsewhere')
    expect(recording.calls.find(({ port }) => port === 'readKey')?.arguments.at(-1)).toBe('other')
    expect(finding).toMatchObject({ status: 'fail' })
  })

  it('could not be read where the vault could not', async () => {
    const { finding } = await of({}, async () => refused(REFUSALS.throttled))
    expect(finding).toMatchObject({ status: 'unknown', refusal: REFUSALS.throttled })
  })
})

describe('from nothing to an encrypted environment', () => {
  async function encryptedFrom(world: World) {
    const recording = servicesOf(world)
    const step3 = await reading('policy', recording)
    await carryOut(step3.plan, recording)
    const step4 = await reading('membership', recording, choices, NOW + 5 * MINUTE)
    await carryOut(step4.plan, recording)
    return { recording, step3, step4 }
  }

  it('writes each thing once, after which every step is proved and nothing is planned', async () => {
    const { recording, step3, step4 } = await encryptedFrom(emptyWorld())
    expect(recording.writes().map((call) => call.port)).toEqual([
      'registerProvider',
      'createResourceGroup',
      'createVault',
      'createKey',
      'createPolicy',
      'assignRole',
      'assignRole',
      'enableManagedEnvironment',
      'linkEncryptionPolicy',
    ])
    expect([...step3.plan, ...step4.plan]).toHaveLength(9)
    for (const stepId of STEP_IDS) {
      const after = await reading(stepId, recording, choices, NOW + 5 * MINUTE)
      expect(after.plan).toEqual([])
      expect(isProved(after, attested(after)), `${stepId}: ${after.findings[0]?.title}`).toBe(true)
    }
  })

  it('writes nothing when the same plans are carried out once more', async () => {
    const { recording, step3, step4 } = await encryptedFrom(emptyWorld())
    const writes = recording.writes().length
    expect(await carryOut([...step3.plan, ...step4.plan], recording)).toEqual(Array(9).fill(false))
    expect(recording.writes()).toHaveLength(writes)
  })

  it('plans the rest, and only the rest, wherever the plan was left', async () => {
    for (let done = 0; done <= 7; done++) {
      const recording = servicesOf(emptyWorld())
      const { plan } = await reading('policy', recording)
      await carryOut(plan.slice(0, done), recording)
      const rest = (await reading('policy', recording)).plan
      expect(rest.map((action) => action.kind)).toEqual(plan.slice(done).map((action) => action.kind))
    }
  })

  it('gives access by access policies in a vault that uses them, once', async () => {
    const world = emptyWorld({ registered: true, vault: vault({ roleBasedAccess: false }) })
    const { recording, step3 } = await encryptedFrom(world)
    expect(recording.writes().map((call) => call.port)).toContain('addKeyAccessPolicy')
    expect((await carryOut(step3.plan, recording)).every((written) => !written)).toBe(true)
  })

  it('plans nothing for an environment that was encrypted before the wizard was first opened', async () => {
    const world = emptyWorld()
    await encryptedFrom(world)
    world.environment = encrypted({ encryptionPolicy: { id: policy().id.toUpperCase(), linkStatus: 'Linked' } })
    for (const stepId of STEP_IDS) expect((await reading(stepId, servicesOf(world), choices, NOW + 5 * MINUTE)).plan).toEqual([])
  })
})
