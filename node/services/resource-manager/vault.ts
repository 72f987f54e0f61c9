import { z } from 'zod'
import type { PrivateEndpointConnection, Vault, VaultName } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { pageOf } from '../azure/resource-manager.ts'

export const VAULTS = 'Microsoft.KeyVault/vaults'

const rules = z.array(z.unknown()).nullish()

const networkAcls = anyCase({ bypass: text, defaultAction: text, ipRules: rules, virtualNetworkRules: rules }).nullish()
const wireConnection = anyCase({
  id: text,
  name: text,
  properties: anyCase({
    privateEndpoint: anyCase({ id: text }).nullish(),
    privateLinkServiceConnectionState: anyCase({ status: text }).nullish(),
  }).nullish(),
})

const wireVault = anyCase({
  id: z.string().min(1),
  name: z.string().min(1),
  location: text,
  properties: anyCase({
    vaultUri: text,
    tenantId: text,
    sku: anyCase({ name: text }).nullish(),
    enableSoftDelete: z.boolean().nullish(),
    softDeleteRetentionInDays: z.number().nullish(),
    enablePurgeProtection: z.boolean().nullish(),
    enableRbacAuthorization: z.boolean().nullish(),
    accessPolicies: z
      .array(anyCase({ objectId: z.string(), permissions: anyCase({ keys: z.array(z.string()).nullish() }).nullish() }))
      .nullish(),
    networkAcls,
    publicNetworkAccess: text,
    privateEndpointConnections: z.array(wireConnection).nullish(),
    provisioningState: text,
  }),
})

type Wire = z.output<typeof wireVault>

function networkRulesOf({ networkAcls }: Pick<Wire['properties'], 'networkAcls'>): Vault['networkRules'] {
  if (!networkAcls) return undefined
  const { defaultAction, bypass, ipRules, virtualNetworkRules } = networkAcls
  return withOptional(
    { ipRules: ipRules?.length ?? 0, virtualNetworkRules: virtualNetworkRules?.length ?? 0 },
    { defaultAction: defaultAction || undefined, bypass: bypass || undefined },
  )
}

const toConnection = ({ id, name, properties }: z.output<typeof wireConnection>): PrivateEndpointConnection =>
  withOptional(
    { name: name ?? id?.split('/').at(-1) ?? '', state: properties?.privateLinkServiceConnectionState?.status ?? '' },
    { endpointId: properties?.privateEndpoint?.id || undefined },
  )

function toVault({ id, name, location, properties }: Wire): Vault {
  return withOptional(
    {
      id,
      name,
      location: location ?? '',
      vaultUri: properties.vaultUri ?? '',
      // Absent counts as off, as Microsoft's ValidateKeyVaultForCMK.ps1 judges both; purge protection is sent as true or not at all.
      softDelete: properties.enableSoftDelete === true,
      purgeProtection: properties.enablePurgeProtection === true,
      // Null in vaults of earlier API versions, which use access policies. Source: learn.microsoft.com, `enableRbacAuthorization`: false by default.
      roleBasedAccess: properties.enableRbacAuthorization === true,
      accessPolicies: (properties.accessPolicies ?? []).map(({ objectId, permissions }) => ({
        objectId,
        keyPermissions: permissions?.keys ?? [],
      })),
    },
    {
      tenantId: properties.tenantId,
      tier: properties.sku?.name,
      softDeleteRetentionDays: properties.softDeleteRetentionInDays,
      networkRules: networkRulesOf(properties),
      publicNetworkAccess: properties.publicNetworkAccess,
      privateEndpoints: properties.privateEndpointConnections?.length ? properties.privateEndpointConnections.map(toConnection) : undefined,
      provisioningState: properties.provisioningState,
    },
  )
}

const wireManagedHsm = anyCase({
  id: z.string().min(1),
  name: z.string().min(1),
  location: text,
  properties: anyCase({
    hsmUri: text,
    tenantId: text,
    enableSoftDelete: z.boolean().nullish(),
    softDeleteRetentionInDays: z.number().nullish(),
    enablePurgeProtection: z.boolean().nullish(),
    networkAcls,
    publicNetworkAccess: text,
    provisioningState: text,
    securityDomainProperties: anyCase({ activationStatus: text }).nullish(),
  }),
})

/** Soft delete can't be turned off there, so answers may omit it. */
export const managedHsmSchema = wireManagedHsm.transform(
  ({ id, name, location, properties }): Vault =>
    withOptional(
      {
        id,
        name,
        location: location ?? '',
        vaultUri: properties.hsmUri ?? '',
        softDelete: properties.enableSoftDelete !== false,
        purgeProtection: properties.enablePurgeProtection === true,
        roleBasedAccess: true,
        accessPolicies: [],
        managedHsm: withOptional({}, { activation: properties.securityDomainProperties?.activationStatus }),
      },
      {
        tenantId: properties.tenantId,
        softDeleteRetentionDays: properties.softDeleteRetentionInDays,
        networkRules: networkRulesOf(properties),
        publicNetworkAccess: properties.publicNetworkAccess,
        provisioningState: properties.provisioningState,
      },
    ),
)

export const vaultSchema = wireVault.transform(toVault)

/** Only what a choice needs. */
export const vaultPageSchema = pageOf(
  anyCase({ id: z.string().min(1), name: z.string().min(1), location: text }).transform(({ id, name, location }) => ({
    id,
    name,
    location: location ?? '',
  })),
)

export const vaultNameSchema = anyCase({ nameAvailable: z.boolean(), reason: text, message: text }).transform(
  ({ nameAvailable, reason, message }): VaultName => withOptional({ available: nameAvailable }, { reason, message }),
)

/** In milliseconds since 1970-01-01T00:00:00Z; an unreadable date counts as absent. */
function moment(written: string | null | undefined): number | undefined {
  const at = Date.parse(written ?? '')
  return Number.isNaN(at) ? undefined : at
}

export const deletedVaultPageSchema = pageOf(
  anyCase({ name: z.string().min(1), properties: anyCase({ deletionDate: text, scheduledPurgeDate: text }).nullish() }).transform(
    ({ name, properties }) => ({
      name,
      deleted: withOptional({}, { deletedAt: moment(properties?.deletionDate), heldUntil: moment(properties?.scheduledPurgeDate) }),
    }),
  ),
)
