import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bench, ENVIRONMENT, OPERATION_ADDRESS } from '../azure/stand-in.ts'

/** Payloads of the admin API as they came over the wire; a collection beside the project, not part of it. */
const FOLDER = fileURLToPath(new URL('../../../../../shared/fixtures/power-platform/', import.meta.url))
const exists = existsSync(FOLDER)

const payload = (name: string): string => readFileSync(`${FOLDER}${name}.json`, 'utf8')
const answering = (name: string, status = 200) => bench(() => ({ status, body: payload(name) })).services.powerPlatform
const environment = (name: string) => answering(name).readEnvironment(ENVIRONMENT)

if (!exists) console.info(`Skipped: the recorded payloads are not at ${FOLDER}.`)

describe.skipIf(!exists)('recorded payloads', () => {
  it('show an environment that is linked to an encryption policy although Microsoft still manages its key', async () => {
    expect(await environment('environment-linked-to-encryption-policy')).toMatchObject({
      ok: true,
      value: {
        location: 'europe',
        azureRegion: 'westeurope',
        sku: 'Sandbox',
        keyManagedBy: 'Microsoft',
        managementState: 'Ready',
        runtimeState: 'Enabled',
        encryptionPolicy: {
          id: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/foo/providers/Microsoft.PowerPlatform/enterprisePolicies/bar',
          systemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/00000000-0000-0000-0000-000000000003',
          location: 'europe',
          linkStatus: 'Linked',
        },
      },
    })
  })

  it('do not make an identity policy an encryption policy', async () => {
    const answer = await environment('environment-linked-to-identity-policy')
    expect(answer).toMatchObject({ ok: true })
    expect(answer).not.toHaveProperty('value.encryptionPolicy')
  })

  it('show a Managed Environment with its Dataverse and what is not allowed there', async () => {
    const answer = await environment('environment-managed')
    expect(answer).toMatchObject({
      ok: true,
      value: { protectionLevel: 'Standard', dataverse: { domainName: '00000000-0000-0000-0000-000000000001', organizationId: 'orgid' } },
    })
    const disallowed = (answer.ok ? answer.value.disallowedOperations : undefined) ?? []
    expect(disallowed.map(({ type }) => type)).toEqual(expect.arrayContaining(['RotateCustomerManagedKey', 'RevertToMicrosoftKey']))
    expect(disallowed.map(({ type }) => type)).not.toContain('NewCustomerManagedKey')
    expect(disallowed.find(({ type }) => type === 'RevertToMicrosoftKey')).toEqual({
      type: 'RevertToMicrosoftKey',
      reasonType: 'EnvironmentCmkLinked',
    })
  })

  it('show an environment without Dataverse', async () => {
    const answer = await environment('environment-without-dataverse')
    expect(answer).toMatchObject({ ok: true, value: { displayName: 'TestEnvironmentNoDataverse', protectionLevel: 'Basic' } })
    expect(answer).not.toHaveProperty('value.dataverse')
    expect(answer).not.toHaveProperty('value.financeAndOperations')
  })

  it('show a list of two environments, one with Dataverse and in a group', async () => {
    const answer = await answering('environments-list').listEnvironments()
    expect(answer).toMatchObject({ ok: true })
    const environments = answer.ok ? answer.value : []
    expect(environments.map(({ sku, inEnvironmentGroup, dataverse }) => [sku, inEnvironmentGroup, dataverse !== undefined])).toEqual([
      ['Developer', true, true],
      ['Sandbox', expect.any(Boolean), false],
    ])
  })

  it.each([
    ['succeeded', 4],
    ['failed', 3],
  ])('show an operation that %s, in %i stages and without an error', async (state, stages) => {
    const answer = await answering(`lifecycle-operation-${state}`).readOperation(OPERATION_ADDRESS)
    expect(answer).toMatchObject({
      ok: true,
      value: { id: 'b03e1e6d-73db-4367-90e1-2e378bf7e2fc', type: 'Create', state, requestedBy: 'ServicePrincipal' },
    })
    expect(answer.ok && answer.value.stages).toHaveLength(stages)
    expect(answer).not.toHaveProperty('value.error')
  })

  it('show how an unseen environment and a busy one are refused', async () => {
    expect(await answering('error-environment-not-found', 404).readEnvironment(ENVIRONMENT)).toMatchObject({
      ok: false,
      refusal: {
        reason: 'not-found',
        code: 'EnvironmentNotFound',
        message: "The environment '00000000-0000-0000-0000-000000000001' could not be found in the tenant.",
      },
    })
    expect(await answering('error-operation-in-progress', 409).linkEncryptionPolicy(ENVIRONMENT, '/s')).toMatchObject({
      ok: false,
      refusal: { reason: 'busy', code: 'OperationNotStartable' },
    })
  })
})
