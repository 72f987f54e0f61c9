import { describe, expect, it } from 'vitest'
import type { LifecycleOperation } from '../../../../machines/engine/answer.ts'
import type { Services } from '../../../../machines/procedure/services.ts'
import { ENVIRONMENT, GROUP, given, HOUR, MINUTE, POLICY, type Practice, practise, refused, SUBSCRIPTION } from './practice.ts'

const systemIdOf = async ({ azure }: Services) => given(await azure.readPolicy(SUBSCRIPTION.id, GROUP, POLICY)).systemId ?? ''

/** Polls as the procedure does, on the tenant's clock, until an operation ends. */
async function toItsEnd({ services, clock }: Practice, address: string): Promise<LifecycleOperation[]> {
  const seen: LifecycleOperation[] = []
  for (let polls = 0; polls < 500; polls++) {
    const operation = given(await services.powerPlatform.readOperation(address))
    seen.push(operation)
    if (operation.state === 'succeeded' || operation.state === 'failed') return seen
    await clock.sleep(Math.max((operation.retryAfterSeconds ?? 0) * 1000, 10 * MINUTE))
  }
  throw new Error('The operation did not end.')
}

describe('listEnvironments', () => {
  it('gives an administrator every environment of the tenant', async () => {
    const environments = given(await practise('ready-to-enable').services.powerPlatform.listEnvironments())
    expect(environments.map(({ displayName, sku }) => `${displayName}: ${sku}`)).toEqual([
      'contoso-prod: Production',
      'Contoso (default): Default',
      "Ada Marsh's Environment: Developer",
      'Expense pilot: Trial',
    ])
  })

  it('gives no other person any', async () => {
    expect(given(await practise('ready-to-enable').as('nobody').powerPlatform.listEnvironments())).toEqual([])
  })
})

describe('readEnvironment', () => {
  it('reads an environment linked from Lifecycle Services', async () => {
    expect(given(await practise('ready-to-enable').services.powerPlatform.readEnvironment(ENVIRONMENT))).toMatchObject({
      id: ENVIRONMENT,
      displayName: 'contoso-prod',
      location: 'unitedstates',
      azureRegion: 'eastus',
      sku: 'Production',
      isDefault: false,
      protectionLevel: 'Standard',
      keyManagedBy: 'Microsoft',
      managementState: 'Ready',
      runtimeState: 'Enabled',
      dataverse: { domainName: 'contoso-prod', instanceUrl: expect.stringMatching(/^https:\/\/contoso-prod\.crm\.dynamics\.com\/?$/) },
      financeAndOperations: { type: 'Linked', url: 'https://contoso-production.operations.dynamics.com/' },
      permissions: expect.arrayContaining(['ManageProtectionKeys']),
      inEnvironmentGroup: false,
    })
  })

  it('reads the policy of one that is encrypted, although it comes only when it is asked for', async () => {
    const environment = given(await practise('already-encrypted').services.powerPlatform.readEnvironment(ENVIRONMENT))
    expect(environment).toMatchObject({
      keyManagedBy: 'Customer',
      encryptionPolicy: { linkStatus: 'Linked', id: expect.stringMatching(/cmk-contoso-prod$/) },
    })
  })

  it('reads what runs in a busy one', async () => {
    expect(given(await practise('busy-environment').services.powerPlatform.readEnvironment(ENVIRONMENT)).ongoingOperation).toMatchObject({
      type: 'Backup',
    })
  })

  it('reads one without Dataverse', async () => {
    expect(given(await practise('integration-missing').services.powerPlatform.readEnvironment(ENVIRONMENT))).not.toHaveProperty('dataverse')
  })

  it('does not find one for a person without an administrator’s role', async () => {
    expect(refused(await practise('ready-to-enable').as('nobody').powerPlatform.readEnvironment(ENVIRONMENT))).toMatchObject({
      reason: 'not-found',
      status: 404,
      code: 'EnvironmentNotFound',
      message: `The environment '${ENVIRONMENT}' could not be found in the tenant.`,
      correlationId: expect.any(String),
    })
  })
})

describe('enableManagedEnvironment', () => {
  it('is accepted and followed until the environment is managed', async () => {
    const practice = practise('not-managed')
    const { powerPlatform } = practice.services
    const accepted = given(await powerPlatform.enableManagedEnvironment(ENVIRONMENT))
    expect(accepted).toMatchObject({
      id: expect.any(String),
      retryAfterSeconds: 5,
      address: expect.stringMatching(/^https:\/\/unitedstates\.api\.bap\.microsoft\.com\//),
    })
    const operations = await toItsEnd(practice, accepted.address ?? '')
    expect(operations.at(-1)).toMatchObject({ id: accepted.id, type: 'EnableGovernanceConfiguration', state: 'succeeded' })
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT)).protectionLevel).toBe('Standard')
  })

  it('is rejected where there is no Dataverse', async () => {
    expect(refused(await practise('integration-missing').services.powerPlatform.enableManagedEnvironment(ENVIRONMENT))).toMatchObject({
      reason: 'rejected',
      code: 'InvalidLifecycleOperationRequest',
    })
  })
})

describe('linkEncryptionPolicy, readOperation and listOperations', () => {
  it('go from NotStarted through Running to an environment that says Linked, a while after the operation says Succeeded', async () => {
    const practice = practise('link-fails')
    const { powerPlatform } = practice.services
    const systemId = await systemIdOf(practice.services)

    const first = given(await powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))
    const failing = await toItsEnd(practice, first.address ?? '')
    expect(failing.at(-1)).toMatchObject({ state: 'failed', stateWord: 'Failed' })
    expect(failing.at(-1)).not.toHaveProperty('error')

    const second = given(await powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))
    const working = await toItsEnd(practice, second.address ?? '')
    expect([...new Set(working.map(({ state }) => state))]).toEqual(['not-started', 'running', 'succeeded'])
    expect(working.at(-1)?.stages.map(({ name }) => name)).toEqual(['Validate', 'Prepare', 'Run', 'Finalize'])
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT)).encryptionPolicy?.linkStatus).toBe('Linking')

    await practice.clock.sleep(HOUR)
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT))).toMatchObject({
      keyManagedBy: 'Customer',
      encryptionPolicy: { systemId, linkStatus: 'Linked' },
    })

    const operations = given(await powerPlatform.listOperations(ENVIRONMENT))
    expect(operations.map(({ id }) => id)).toEqual([second.id, first.id])
  })

  it('name the operation with any of the service’s headers', async () => {
    const practice = practise('link-fails')
    const systemId = await systemIdOf(practice.services)
    for (let turn = 0; turn < 3; turn++) {
      const accepted = given(await practice.services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))
      expect(accepted).toMatchObject({ id: expect.any(String), address: expect.stringContaining(accepted.id ?? 'no id') })
      await toItsEnd(practice, accepted.address ?? '')
      await practice.clock.sleep(HOUR)
    }
  })

  it('are refused while another operation runs', async () => {
    const { services } = practise('busy-environment')
    expect(refused(await services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, '/regions/x'))).toMatchObject({
      status: expect.any(Number),
      code: expect.any(String),
    })
    const practice = practise('link-fails')
    const systemId = await systemIdOf(practice.services)
    given(await practice.services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))
    expect(refused(await practice.services.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))).toMatchObject({
      reason: 'busy',
      status: 409,
      code: 'OperationNotStartable',
    })
  })

  it('are refused to a person who may not read the policy', async () => {
    const practice = practise('no-reader')
    const systemId = await systemIdOf(practice.services)
    expect(refused(await practice.as('grace').powerPlatform.linkEncryptionPolicy(ENVIRONMENT, systemId))).toMatchObject({
      reason: 'forbidden',
      status: 403,
    })
  })

  it('do not find an operation that never was', async () => {
    const address =
      'https://unitedstates.api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/none?api-version=2023-06-01'
    expect(refused(await practise('ready-to-enable').services.powerPlatform.readOperation(address))).toMatchObject({
      reason: 'not-found',
      code: 'OperationNotFound',
    })
  })
})
