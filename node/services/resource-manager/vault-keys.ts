import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, KeyResource, KeyVersion } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { milliseconds, rotationOf, wireRotation } from '../azure/key-wire.ts'
import { withOptional } from '../azure/optional.ts'
import { inGroup, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { VAULTS } from './vault.ts'

const seconds = z.number().nullish()

const attributes = anyCase({
  enabled: z.boolean().nullish(),
  nbf: seconds,
  exp: seconds,
  created: seconds,
  recoveryLevel: text,
  exportable: z.boolean().nullish(),
})

const wireKeyResource = anyCase({
  name: z.string().min(1),
  properties: anyCase({
    kty: z.string().min(1),
    keySize: z.number().nullish(),
    keyUri: text,
    keyUriWithVersion: text,
    attributes: attributes.nullish(),
    rotationPolicy: wireRotation.nullish(),
    release_policy: z.unknown().optional(),
  }),
})

type Wire = z.output<typeof wireKeyResource>

/** Azure Resource Manager includes the port in a key's ID, the vault doesn't. */
const withoutPort = (keyUri: string): string => keyUri.replace(/^(https:\/\/[^/:]+):443(?=\/)/i, '$1')

function toKeyResource({ name, properties }: Wire): KeyResource {
  const { kty, keySize, keyUri, keyUriWithVersion, attributes, rotationPolicy, release_policy: released } = properties
  const id = withoutPort(keyUriWithVersion || keyUri || name)
  return {
    key: withOptional(
      { id, name, type: kty },
      {
        enabled: attributes?.enabled,
        version: /\/keys\/[^/?#]+\/([^/?#]+)/.exec(id)?.[1],
        size: keySize,
        notBefore: milliseconds(attributes?.nbf),
        expires: milliseconds(attributes?.exp),
        recoveryLevel: attributes?.recoveryLevel,
        exportable: attributes?.exportable,
        hasReleasePolicy: released ? (true as const) : undefined,
      },
    ),
    // Absent without an own policy.
    rotation: rotationPolicy ? rotationOf(rotationPolicy) : { rotates: false },
  }
}

export const keyResourceSchema = wireKeyResource.transform(toKeyResource)

/** Azure Resource Manager's list of versions lacks the key's type. */
const wireVersion = anyCase({ name: z.string().min(1), properties: anyCase({ attributes }) })

export const keyResourceVersionPageSchema = pageOf(
  wireVersion.transform(
    ({ name, properties: { attributes } }): KeyVersion =>
      withOptional(
        { version: name },
        { enabled: attributes.enabled, createdAt: milliseconds(attributes.created), expires: milliseconds(attributes.exp) },
      ),
  ),
)

/** Keys as Azure resources, independent of the vault's network rules. */
export function keyResourcesIn(manager: ResourceManager) {
  const of = (vault: Parameters<AzureService['readKeyResource']>[0], ...rest: readonly string[]) => ({
    path: inGroup(vault.subscriptionId, vault.resourceGroup, VAULTS, vault.name, 'keys', ...rest),
    version: API_VERSIONS.keyVault,
  })
  return {
    readKeyResource: (vault, name, signal) => manager.get(keyResourceSchema, of(vault, name), signal),
    listKeyResourceVersions: (vault, name, signal) => manager.list(keyResourceVersionPageSchema, of(vault, name, 'versions'), signal),
    // The service never adds a version to an existing key this way.
    createKeyResource: (vault, name, size, signal) => {
      const wanted = { properties: { kty: 'RSA', keySize: size, attributes: { enabled: true } } }
      return manager.put(keyResourceSchema, of(vault, name), wanted, signal)
    },
  } satisfies Partial<AzureService>
}
