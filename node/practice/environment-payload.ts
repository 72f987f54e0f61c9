import * as z from 'zod'

/**
 * An environment of the admin API (BAP, api-version 2023-06-01). Declares only members that the tenant uses; others
 * pass through, so that an imported payload is served unchanged.
 */

const httpsAddress = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https address')

const named = z.looseObject({ id: z.string() })

const linkedPolicy = z.looseObject({
  policyId: z.string().optional(),
  location: z.string().optional(),
  id: z.string().optional(),
  systemId: z.string().optional(),
  linkStatus: z.string().optional(),
})

const enforcedOperation = z.looseObject({
  type: named,
  reason: z.looseObject({ message: z.string().optional(), type: z.string().optional() }).optional(),
})

const environmentProperties = z.looseObject({
  tenantId: z.string().optional(),
  azureRegion: z.string().optional(),
  displayName: z.string(),
  environmentSku: z.string(),
  isDefault: z.boolean().optional(),
  lastModifiedTime: z.string().optional(),
  linkedEnvironmentMetadata: z
    .looseObject({ instanceUrl: httpsAddress.optional(), instanceApiUrl: z.string().optional(), securityGroupId: z.string().nullish() })
    .nullish(),
  linkedAppMetadata: z.looseObject({ id: z.string().optional(), type: z.string().optional(), url: z.string().optional() }).nullish(),
  runtimeEndpoints: z.record(z.string(), z.string()).optional(),
  states: z.looseObject({ management: named.optional(), runtime: named.optional() }).optional(),
  protectionStatus: z.looseObject({ keyManagedBy: z.string().optional() }).nullish(),
  parentEnvironmentGroup: z.looseObject({ id: z.string().optional() }).nullish(),
  enterprisePolicies: z.looseObject({ customerManagedKeys: linkedPolicy.nullish() }).nullish(),
  lifecycleOperationsEnforcement: z
    .looseObject({ allowedOperations: z.array(enforcedOperation).optional(), disallowedOperations: z.array(enforcedOperation).optional() })
    .nullish(),
  governanceConfiguration: z.looseObject({ protectionLevel: z.string().optional() }).nullish(),
  ongoingOperation: z.looseObject({ id: z.string().optional() }).nullish(),
  permissions: z.record(z.string(), z.unknown()).nullish(),
})

export const environmentPayload = z.looseObject({
  id: z.string(),
  type: z.string().optional(),
  location: z.string().min(1),
  // Part of addresses: a GUID, or Default- and the tenant's ID.
  name: z.string().regex(/^[\w-]{1,100}$/, 'must be an id of letters, digits and hyphens'),
  properties: environmentProperties,
})

export type EnvironmentPayload = z.infer<typeof environmentPayload>

export interface EnvironmentWish {
  readonly name: string
  readonly displayName: string
  readonly sku: string
  readonly location: string
  readonly azureRegion: string
  readonly tenantId: string
  /** `Standard` is a Managed Environment. */
  readonly protectionLevel: 'Standard' | 'Basic'
  /** Absent: no Dataverse database. */
  readonly dataverse?: {
    readonly organizationId: string
    readonly domainName: string
    readonly uniqueName: string
    readonly instanceUrl: string
    /** Absent: open to all licensed users. */
    readonly securityGroupId?: string
  }
  readonly financeAndOperations?: { readonly id: string; readonly type: string; readonly url: string }
  readonly createdBy: { readonly id: string; readonly displayName: string; readonly userPrincipalName: string }
}

const governanceText = (operation: string): string =>
  `${operation} cannot be performed on Power Platform environment because of the governance configuration.`

export const skuText = (operation: string, sku: string): string => `${operation} cannot be performed on environment of type ${sku}.`

export { governanceText }

/** Types without customer-managed keys: Trial and Teams by the documentation, Default by the service's own list. */
export const SKUS_WITHOUT_CUSTOMER_KEY: readonly string[] = ['Trial', 'Teams', 'Default']

const ALLOWED = [
  'Move',
  'Backup',
  'Convert',
  'Copy',
  'Delete',
  'Edit',
  'Recover',
  'Reset',
  'Restore',
  'UpdateProtectionStatus',
  'NewNetworkInjection',
  'SwapNetworkInjection',
  'RevertNetworkInjection',
  'NewIdentity',
  'SwapIdentity',
  'RevertIdentity',
  'Enable',
  'Disable',
] as const

/** Operations the service disallows now. Basic environments often omit `NewCustomerManagedKey`: unknown, not refused. */
export function enforcement(
  sku: string,
  protectionLevel: string,
  encrypted: boolean,
): EnvironmentPayload['properties']['lifecycleOperationsEnforcement'] {
  const managed = protectionLevel === 'Standard'
  const allowed: string[] = [...ALLOWED]
  const disallowed: { type: { id: string }; reason: { message?: string; type: string } }[] = [
    { type: { id: 'Promote' }, reason: { message: skuText('Promote', sku), type: 'EnvironmentSkuType' } },
  ]
  const keyOperations = ['RotateCustomerManagedKey', 'RevertToMicrosoftKey']
  if (SKUS_WITHOUT_CUSTOMER_KEY.includes(sku)) {
    for (const id of ['NewCustomerManagedKey', ...keyOperations])
      disallowed.push({ type: { id }, reason: { message: skuText(id, sku), type: 'EnvironmentSkuType' } })
  } else if (encrypted) {
    allowed.push(...keyOperations)
  } else {
    if (managed) allowed.push('NewCustomerManagedKey')
    for (const id of keyOperations) disallowed.push({ type: { id }, reason: { type: 'EnvironmentCmkLinked' } })
  }
  const [yes, no] = managed
    ? [['DisableGovernanceConfiguration', 'UpdateGovernanceConfiguration'], ['EnableGovernanceConfiguration']]
    : [['EnableGovernanceConfiguration'], ['DisableGovernanceConfiguration', 'UpdateGovernanceConfiguration']]
  allowed.push(...yes)
  for (const id of no) disallowed.push({ type: { id }, reason: { message: governanceText(id), type: 'GovernanceConfig' } })
  return { allowedOperations: allowed.map((id) => ({ type: { id } })), disallowedOperations: disallowed }
}

function dataverseMetadata(
  dataverse: NonNullable<EnvironmentWish['dataverse']>,
  displayName: string,
): EnvironmentPayload['properties']['linkedEnvironmentMetadata'] {
  return {
    resourceId: dataverse.organizationId,
    friendlyName: displayName,
    uniqueName: dataverse.uniqueName,
    domainName: dataverse.domainName,
    version: '9.2.26104.00183',
    instanceUrl: `${dataverse.instanceUrl}/`,
    instanceApiUrl: dataverse.instanceUrl.replace('.crm', '.api.crm'),
    baseLanguage: 1033,
    instanceState: 'Ready',
    createdTime: '2025-03-04T09:12:31.137Z',
    backgroundOperationsState: 'Enabled',
    scaleGroup: 'NAMCRMLIVESG705',
    platformSku: 'Standard',
    schemaType: 'Full',
    ...(dataverse.securityGroupId ? { securityGroupId: dataverse.securityGroupId } : {}),
  }
}

/** A complete payload as the real service sends it. */
export function createEnvironmentPayload(wish: EnvironmentWish): EnvironmentPayload {
  const isDefault = wish.sku === 'Default'
  return {
    id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${wish.name}`,
    type: 'Microsoft.BusinessAppPlatform/scopes/environments',
    location: wish.location,
    name: wish.name,
    properties: {
      tenantId: wish.tenantId,
      azureRegion: wish.azureRegion,
      displayName: wish.displayName,
      createdTime: '2025-03-04T09:02:27.6057592Z',
      createdBy: { ...wish.createdBy, email: wish.createdBy.userPrincipalName, type: 'User', tenantId: wish.tenantId },
      lastModifiedTime: '2026-10-12T14:20:13.5781436Z',
      provisioningState: 'Succeeded',
      creationType: isDefault ? 'DefaultTenant' : wish.sku === 'Developer' ? 'Developer' : 'User',
      environmentSku: wish.sku,
      isDefault,
      clientUris: {
        admin: `https://admin.powerplatform.microsoft.com/environments/environment/${wish.name}/hub`,
        maker: `https://make.powerapps.com/environments/${wish.name}/home`,
      },
      runtimeEndpoints: {
        'microsoft.BusinessAppPlatform': `https://${wish.location}.api.bap.microsoft.com`,
        'microsoft.CommonDataModel': `https://${wish.location}.api.cds.microsoft.com`,
        'microsoft.PowerApps': `https://${wish.location}.api.powerapps.com`,
        'microsoft.Flow': `https://${wish.location}.api.flow.microsoft.com`,
      },
      databaseType: wish.dataverse ? 'CommonDataService' : 'None',
      linkedEnvironmentMetadata: wish.dataverse ? dataverseMetadata(wish.dataverse, wish.displayName) : null,
      ...(wish.financeAndOperations ? { linkedAppMetadata: { ...wish.financeAndOperations } } : {}),
      trialScenarioType: 'None',
      retentionPeriod: wish.sku === 'Production' ? 'P28D' : 'P7D',
      states: {
        management: { id: 'Ready' },
        runtime: { runtimeReasonCode: 'NotSpecified', requestedBy: { displayName: 'SYSTEM', type: 'NotSpecified' }, id: 'Enabled' },
      },
      updateCadence: { id: 'Moderate' },
      protectionStatus: { keyManagedBy: 'Microsoft' },
      connectedGroups: [],
      lifecycleOperationsEnforcement: enforcement(wish.sku, wish.protectionLevel, false),
      governanceConfiguration: { protectionLevel: wish.protectionLevel },
    },
  }
}
