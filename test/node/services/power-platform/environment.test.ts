import { describe, expect, it } from 'vitest'
import { environmentSchema } from '#node/services/power-platform/environment.ts'

const read = (properties: object, rest: object = {}) => environmentSchema.parse({ name: 'e1', location: 'europe', properties, ...rest })

describe('an environment', () => {
  it('is read member by member', () => {
    expect(
      read({
        tenantId: 't',
        azureRegion: 'westeurope',
        displayName: 'Contoso UAT',
        environmentSku: 'Sandbox',
        isDefault: false,
        linkedEnvironmentMetadata: {
          resourceId: 'org',
          friendlyName: 'Contoso UAT',
          uniqueName: 'unq1',
          domainName: 'contoso-uat',
          instanceUrl: 'https://contoso-uat.crm4.dynamics.com/',
          instanceState: 'Ready',
          version: '9.2',
        },
        linkedAppMetadata: { id: 'fo1', type: 'Linked', url: 'https://contoso-uat.sandbox.operations.dynamics.com/' },
        states: { management: { id: 'Ready' }, runtime: { id: 'AdminMode' } },
        governanceConfiguration: { protectionLevel: 'Standard' },
        protectionStatus: { keyManagedBy: 'Customer' },
        enterprisePolicies: {
          customerManagedKeys: { policyId: 'x', id: '/p', systemId: '/regions/europe/s', location: 'europe', linkStatus: 'Linked' },
        },
        ongoingOperation: { id: 'op1', type: { id: 'Backup' }, links: {} },
        lifecycleOperationsEnforcement: {
          disallowedOperations: [
            { type: { id: 'RevertToMicrosoftKey' }, reason: { type: 'EnvironmentCmkLinked' } },
            { type: { id: 'Promote' }, reason: { type: 'EnvironmentSkuType', message: 'Promote cannot be performed.' } },
            { reason: { type: 'NoOperation' } },
          ],
        },
        permissions: { ManageProtectionKeys: {}, ReadEnvironment: {} },
        parentEnvironmentGroup: { id: 'g1' },
      }),
    ).toEqual({
      id: 'e1',
      displayName: 'Contoso UAT',
      tenantId: 't',
      location: 'europe',
      azureRegion: 'westeurope',
      sku: 'Sandbox',
      isDefault: false,
      dataverse: {
        organizationId: 'org',
        friendlyName: 'Contoso UAT',
        uniqueName: 'unq1',
        domainName: 'contoso-uat',
        instanceUrl: 'https://contoso-uat.crm4.dynamics.com/',
        instanceState: 'Ready',
        version: '9.2',
      },
      financeAndOperations: { id: 'fo1', type: 'Linked', url: 'https://contoso-uat.sandbox.operations.dynamics.com/' },
      managementState: 'Ready',
      runtimeState: 'AdminMode',
      protectionLevel: 'Standard',
      keyManagedBy: 'Customer',
      encryptionPolicy: { id: '/p', systemId: '/regions/europe/s', location: 'europe', linkStatus: 'Linked' },
      ongoingOperation: { id: 'op1', type: 'Backup' },
      disallowedOperations: [
        { type: 'RevertToMicrosoftKey', reasonType: 'EnvironmentCmkLinked' },
        { type: 'Promote', reasonType: 'EnvironmentSkuType', message: 'Promote cannot be performed.' },
        { reasonType: 'NoOperation' },
      ],
      permissions: ['ManageProtectionKeys', 'ReadEnvironment'],
      inEnvironmentGroup: true,
    })
  })

  it('shows why an operation isn’t allowed without marks and control characters, and an empty reason as none', () => {
    const disallowed = (message: string) =>
      environmentSchema.parse({
        name: 'e1',
        properties: { lifecycleOperationsEnforcement: { disallowedOperations: [{ reason: { message } }] } },
      }).disallowedOperations
    expect(disallowed('Ask \u202eAvery\u001b[2J.')).toEqual([{ message: 'Ask Avery[2J.' }])
    expect(disallowed(' ')).toEqual([{}])
  })

  it('with nothing but a name leaves everything else unsaid', () => {
    expect(environmentSchema.parse({ name: 'e1', properties: {} })).toEqual({
      id: 'e1',
      displayName: 'e1',
      location: '',
      sku: '',
      inEnvironmentGroup: false,
    })
  })

  it('writes its location in lower case', () => {
    expect(read({}, { location: 'UnitedStates' }).location).toBe('unitedstates')
  })

  it('has an encryption policy with the member in any case', () => {
    expect(read({ EnterprisePolicies: { CustomerManagedKeys: { Id: '/p', LinkStatus: 'Linking' } } }).encryptionPolicy).toEqual({
      id: '/p',
      linkStatus: 'Linking',
    })
  })

  it('takes no other kind of policy for encryption', () => {
    expect(read({ enterprisePolicies: { identity: { id: '/p' }, vNets: { id: '/q' } } })).not.toHaveProperty('encryptionPolicy')
  })

  it('has no Dataverse and no finance and operations app where the service says null', () => {
    const environment = read({ linkedEnvironmentMetadata: null, linkedAppMetadata: { id: null, type: null, url: null } })
    expect(environment).not.toHaveProperty('dataverse')
    expect(environment).not.toHaveProperty('financeAndOperations')
  })

  it('is in no group where the group is the empty GUID', () => {
    expect(read({ parentEnvironmentGroup: { id: '00000000-0000-0000-0000-000000000000' } }).inEnvironmentGroup).toBe(false)
  })

  it('keeps undocumented words', () => {
    const environment = read({
      environmentSku: 'Platinum',
      states: { runtime: { id: 'Dreaming' } },
      enterprisePolicies: { customerManagedKeys: { linkStatus: 'Pondering' } },
    })
    expect(environment).toMatchObject({ sku: 'Platinum', runtimeState: 'Dreaming', encryptionPolicy: { linkStatus: 'Pondering' } })
  })

  it('is refused rather than read as unencrypted when the policies are not what they should be', () => {
    expect(environmentSchema.safeParse({ name: 'e1', properties: { enterprisePolicies: [] } }).success).toBe(false)
    expect(environmentSchema.safeParse({ name: 'e1', properties: { enterprisePolicies: { customerManagedKeys: 'yes' } } }).success).toBe(
      false,
    )
  })
})

it.each([
  ['5b3e9f70-41d2-4c86-a9e5-7d0c1f2b6a38', '5b3e9f70-41d2-4c86-a9e5-7d0c1f2b6a38'],
  ['00000000-0000-0000-0000-000000000000', undefined],
  [null, undefined],
])('the security group of an environment that names %s is %s', (securityGroupId, expected) => {
  expect(read({ linkedEnvironmentMetadata: { securityGroupId } }).dataverse?.securityGroupId).toBe(expected)
})

describe('a name that someone chose for an environment', () => {
  const named = (displayName: string) => {
    const { displayName: shown, dataverse } = read({ displayName, linkedEnvironmentMetadata: { friendlyName: displayName } })
    return { shown, organization: dataverse?.friendlyName }
  }

  it.each<[string, string, string, string | undefined]>([
    ['holds no line break: a message could go on in another’s words', 'Contoso\r\nWhat to do: pay', 'Contoso What to do: pay', undefined],
    ['doesn’t turn the reading direction around', '\u202eContoso \u2066PROD', 'Contoso PROD', undefined],
    ['keeps quotes, emoji, and other scripts', `"A" 'B' 👩\u200d🔧 בדיקה =cmd|`, `"A" 'B' 👩\u200d🔧 בדיקה =cmd|`, undefined],
    ['keeps its spaces: it is compared with what was recorded', 'Contoso  PROD', 'Contoso  PROD', undefined],
    ['is the ID where nothing of it can be seen', '\u202e\u0000 ', 'e1', ''],
  ])('%s', (_, sent, shown, organization) => expect(named(sent)).toEqual({ shown, organization: organization === '' ? undefined : shown }))
})
