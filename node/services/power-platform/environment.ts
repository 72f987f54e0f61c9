import { z } from 'zod'
import type { Environment, LinkedPolicy } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { messageText, nameText } from '../azure/service-text.ts'

/** Members that the procedure reads (api-version 2023-06-01, and 2016-11-01 where available). */
const wireEnvironment = anyCase({
  name: z.string().min(1),
  location: text,
  properties: anyCase({
    tenantId: text,
    azureRegion: text,
    displayName: text,
    environmentSku: text,
    isDefault: z.boolean().nullish(),
    linkedEnvironmentMetadata: anyCase({
      resourceId: text,
      friendlyName: text,
      uniqueName: text,
      domainName: text,
      instanceUrl: text,
      instanceState: text,
      version: text,
      securityGroupId: text,
    }).nullish(),
    linkedAppMetadata: anyCase({ id: text, type: text, url: text }).nullish(),
    states: anyCase({ management: anyCase({ id: text }).nullish(), runtime: anyCase({ id: text }).nullish() }).nullish(),
    governanceConfiguration: anyCase({ protectionLevel: text }).nullish(),
    protectionStatus: anyCase({ keyManagedBy: text }).nullish(),
    enterprisePolicies: anyCase({
      customerManagedKeys: anyCase({ id: text, systemId: text, location: text, linkStatus: text }).nullish(),
    }).nullish(),
    ongoingOperation: anyCase({ id: text, type: anyCase({ id: text }).nullish() }).nullish(),
    lifecycleOperationsEnforcement: anyCase({
      disallowedOperations: z
        .array(anyCase({ type: anyCase({ id: text }).nullish(), reason: anyCase({ type: text, message: text }).nullish() }))
        .nullish(),
    }).nullish(),
    permissions: z.record(z.string(), z.unknown()).nullish(),
    parentEnvironmentGroup: anyCase({ id: text }).nullish(),
  }),
})

type Wire = z.output<typeof wireEnvironment>
type Properties = Wire['properties']

/** Value for "no group" of environments and users. */
const NO_GROUP = '00000000-0000-0000-0000-000000000000'

function dataverseOf({ linkedEnvironmentMetadata: metadata }: Properties): Environment['dataverse'] {
  if (!metadata) return undefined
  const { resourceId, securityGroupId, friendlyName, ...named } = metadata
  const group = securityGroupId && securityGroupId !== NO_GROUP ? securityGroupId : undefined
  return withOptional(
    {},
    { organizationId: resourceId, friendlyName: nameText(friendlyName ?? '') || undefined, ...named, securityGroupId: group },
  )
}

/** An object without a type may mean "not linked". */
function financeAndOperationsOf({ linkedAppMetadata: metadata }: Properties): Environment['financeAndOperations'] {
  return metadata?.type || metadata?.id || metadata?.url ? withOptional({}, metadata) : undefined
}

function encryptionPolicyOf({ enterprisePolicies }: Properties): LinkedPolicy | undefined {
  const policy = withOptional({}, enterprisePolicies?.customerManagedKeys ?? {})
  return Object.keys(policy).length > 0 ? policy : undefined
}

function disallowedOf({ lifecycleOperationsEnforcement }: Properties): Environment['disallowedOperations'] {
  return lifecycleOperationsEnforcement?.disallowedOperations?.map(({ type, reason }) =>
    // One without a name may be any operation.
    withOptional({}, { type: type?.id || undefined, reasonType: reason?.type, message: messageText(reason?.message ?? '') || undefined }),
  )
}

function toEnvironment({ name, location, properties }: Wire): Environment {
  const { ongoingOperation, permissions, parentEnvironmentGroup: group } = properties
  const sku = properties.environmentSku ?? ''
  return withOptional(
    {
      id: name,
      displayName: nameText(properties.displayName ?? '') || name,
      location: (location ?? '').toLowerCase(),
      sku,
      inEnvironmentGroup: Boolean(group?.id) && group?.id !== NO_GROUP,
    },
    {
      isDefault: properties.isDefault,
      disallowedOperations: disallowedOf(properties),
      tenantId: properties.tenantId,
      azureRegion: properties.azureRegion,
      dataverse: dataverseOf(properties),
      financeAndOperations: financeAndOperationsOf(properties),
      managementState: properties.states?.management?.id,
      runtimeState: properties.states?.runtime?.id,
      protectionLevel: properties.governanceConfiguration?.protectionLevel,
      keyManagedBy: properties.protectionStatus?.keyManagedBy,
      encryptionPolicy: encryptionPolicyOf(properties),
      ongoingOperation: ongoingOperation ? withOptional({}, { id: ongoingOperation.id, type: ongoingOperation.type?.id }) : undefined,
      permissions: permissions ? Object.keys(permissions) : undefined,
    },
  )
}

/** Only the name is required; a missing location or type becomes an empty text, which no check accepts. */
export const environmentSchema = wireEnvironment.transform(toEnvironment)

export const environmentPageSchema = anyCase({ value: z.array(environmentSchema), nextLink: text })
