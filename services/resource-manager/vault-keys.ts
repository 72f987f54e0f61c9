import { z } from 'zod'
import type { AzureService, KeyResource, KeyVersion } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor, exchangePages } from '../azure/exchange.ts'
import { milliseconds, rotationOf, wireRotation } from '../azure/key-wire.ts'
import { withOptional } from '../azure/optional.ts'
import { keyVaultManagement } from './key-vault-management.ts'

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

/** A key has one ID, whoever names it: Azure Resource Manager writes out the port of its address, the vault doesn't. */
const withoutPort = (keyUri: string): string => keyUri.replace(/^(https:\/\/[^/:]+):443(?=\/)/i, '$1')

function toKeyResource({ name, properties }: Wire): KeyResource {
  const { kty, keySize, keyUri, keyUriWithVersion, attributes, rotationPolicy, release_policy: released } = properties
  const id = withoutPort(keyUriWithVersion || keyUri || name)
  return {
    key: withOptional(
      { id, name, type: kty, enabled: attributes?.enabled ?? true },
      {
        version: /\/keys\/[^/?#]+\/([^/?#]+)/.exec(id)?.[1],
        size: keySize,
        notBefore: milliseconds(attributes?.nbf),
        expires: milliseconds(attributes?.exp),
        recoveryLevel: attributes?.recoveryLevel,
        exportable: attributes?.exportable ? (true as const) : undefined,
        hasReleasePolicy: released ? (true as const) : undefined,
      },
    ),
    // Left out where the key has none of its own.
    rotation: rotationPolicy ? rotationOf(rotationPolicy) : { rotates: false },
  }
}

/** Reads a key as Azure Resource Manager sends it. */
export const keyResourceSchema = wireKeyResource.transform(toKeyResource)

/** Azure Resource Manager says nothing of the kind of key in a list of its versions. */
const wireVersion = anyCase({ name: z.string().min(1), properties: anyCase({ attributes }) })

/** One page of the versions of a key as Azure Resource Manager sends them. */
export const keyResourceVersionPageSchema = anyCase({ value: z.array(wireVersion) }).transform(({ value }) =>
  value.map(
    ({ name, properties: { attributes } }): KeyVersion =>
      withOptional(
        { version: name, enabled: attributes.enabled ?? true },
        { createdAt: milliseconds(attributes.created), expires: milliseconds(attributes.exp) },
      ),
  ),
)

type KeyResourceService = Pick<AzureService, 'readKeyResource' | 'listKeyResourceVersions' | 'createKeyResource'>

/** Keys as Azure resources: read and created beside the vault's own network rules. The SDK is loaded with the first call. */
export function connectKeyResources(connection: Connection): KeyResourceService {
  const { clock } = connection
  const clientFor = keyVaultManagement(connection)

  return {
    async readKeyResource({ subscriptionId, resourceGroup, name: vault }, name, signal) {
      const { keys } = await clientFor(subscriptionId)
      return exchangeFor(keyResourceSchema, () => keys.get(resourceGroup, vault, name), clock, signal)
    },
    async listKeyResourceVersions({ subscriptionId, resourceGroup, name: vault }, name, signal) {
      const { keys } = await clientFor(subscriptionId)
      return exchangePages(keyResourceVersionPageSchema, () => keys.listVersions(resourceGroup, vault, name), clock, signal)
    },
    // The service itself makes no second version of a key that exists, and changes nothing of it.
    async createKeyResource({ subscriptionId, resourceGroup, name: vault }, name, size, signal) {
      const { keys } = await clientFor(subscriptionId)
      const wanted = { properties: { kty: 'RSA', keySize: size, attributes: { enabled: true } } }
      return exchangeFor(keyResourceSchema, () => keys.createIfNotExist(resourceGroup, vault, name, wanted), clock, signal)
    },
  }
}
