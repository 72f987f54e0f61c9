import type { KeyClient, KeyRotationPolicyProperties } from '@azure/keyvault-keys'
import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import type { AzureService, KeyVersion, VaultKey } from '#machines/procedure/services/services.ts'
import { anyCase, text } from './any-case.ts'
import { clientOptions } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchangeFor, exchangePages } from './exchange.ts'
import { HostNotAllowed, parseAddress, vaultHost } from './hosts.ts'
import { milliseconds, rotationOf, wireRotation } from './key-wire.ts'
import { lazilyEach } from './lazily.ts'
import { withOptional } from './optional.ts'
import { refusedHere } from './refusal.ts'
import { signingIn } from './sign-in.ts'

const seconds = z.number().nullish()

const wireKey = anyCase({
  key: anyCase({ kid: z.url(), kty: z.string().min(1), n: text }),
  attributes: anyCase({
    enabled: z.boolean().nullish(),
    nbf: seconds,
    exp: seconds,
    recoveryLevel: text,
    exportable: z.boolean().nullish(),
  }).nullish(),
  release_policy: z.unknown().optional(),
})

type Wire = z.output<typeof wireKey>

/** In bits. Key Vault doesn't report it; an RSA key is as long as its modulus. */
export function modulusBits(modulus: string): number {
  const bytes = Buffer.from(modulus, 'base64url')
  const leading = bytes.findIndex((byte) => byte !== 0)
  return leading < 0 ? 0 : (bytes.length - leading) * 8
}

function toKey({ key, attributes, release_policy: released }: Wire): VaultKey {
  const [, name, version] = /\/keys\/([^/?#]+)(?:\/([^/?#]+))?/.exec(key.kid) ?? []
  return withOptional(
    // Enabled by default; Key Vault always sends it.
    { id: key.kid, name: name ?? '', type: key.kty, enabled: attributes?.enabled ?? true },
    {
      version,
      size: key.n ? modulusBits(key.n) : undefined,
      notBefore: milliseconds(attributes?.nbf),
      expires: milliseconds(attributes?.exp),
      recoveryLevel: attributes?.recoveryLevel,
      exportable: attributes?.exportable ? (true as const) : undefined,
      hasReleasePolicy: released ? (true as const) : undefined,
    },
  )
}

export const keySchema = wireKey.transform(toKey)

const wireVersion = anyCase({
  kid: z.url(),
  attributes: anyCase({ enabled: z.boolean().nullish(), created: seconds, exp: seconds }).nullish(),
}).transform(
  ({ kid, attributes }): KeyVersion =>
    withOptional(
      { version: kid.split('/').at(-1) ?? '', enabled: attributes?.enabled ?? true },
      { createdAt: milliseconds(attributes?.created), expires: milliseconds(attributes?.exp) },
    ),
)

export const keyVersionPageSchema = anyCase({ value: z.array(wireVersion) }).transform(({ value }) => value)

export const keyRotationSchema = wireRotation
  .refine(({ lifetimeActions, attributes }) => lifetimeActions != null || attributes != null, 'is no rotation policy')
  .transform(rotationOf)

export const deletedKeySchema = anyCase({ key: anyCase({ kid: z.url() }), deletedDate: seconds, scheduledPurgeDate: seconds }).transform(
  ({ deletedDate, scheduledPurgeDate }) =>
    withOptional({}, { deletedAt: milliseconds(deletedDate), heldUntil: milliseconds(scheduledPurgeDate) }),
)

type KeyService = Pick<
  AzureService,
  'readKey' | 'createKey' | 'createKeyVersion' | 'listKeyVersions' | 'readKeyRotation' | 'setKeyRotation' | 'readDeletedKey'
>

export function connectKeys(connection: Connection): KeyService {
  const { cloud, clock } = connection
  const allowed = vaultHost(cloud)
  const clientFor = lazilyEach(async (vaultUri) => {
    const { KeyClient } = await import('@azure/keyvault-keys')
    // The audience comes from the vault's challenge; the SDK checks its domain.
    return new KeyClient(vaultUri, signingIn(connection.credential), {
      ...clientOptions(connection, allowed),
      disableChallengeResourceVerification: !cloud.keyVault.verifyChallenge,
    })
  })

  async function readKey(vaultUri: string, name: string, signal?: AbortSignal): Promise<Answer<VaultKey>> {
    return inVault(vaultUri, (client) => exchangeFor(keySchema, () => client.getKey(name), clock, signal))
  }

  function foreignVault(vaultUri: string): Answer<never> | undefined {
    const url = parseAddress(vaultUri)
    return url && allowed(url) ? undefined : { ok: false, refusal: refusedHere('GET /keys', new HostNotAllowed(url?.host ?? '').why) }
  }

  /** Sends nothing and requests no token if the address isn't a vault of this cloud. */
  async function inVault<T>(vaultUri: string, call: (client: KeyClient) => Promise<Answer<T>>): Promise<Answer<T>> {
    return foreignVault(vaultUri) ?? call(await clientFor(vaultUri))
  }

  return {
    readKey,
    listKeyVersions: (vaultUri, name, signal) =>
      inVault(vaultUri, (client) => exchangePages(keyVersionPageSchema, () => client.listPropertiesOfKeyVersions(name), clock, signal)),
    readKeyRotation: (vaultUri, name, signal) =>
      inVault(vaultUri, (client) => exchangeFor(keyRotationSchema, () => client.getKeyRotationPolicy(name), clock, signal)),
    setKeyRotation: (vaultUri, name, { rotateAfter, notifyBefore, newVersionsLast }, signal) => {
      const policy: KeyRotationPolicyProperties = {
        expiresIn: newVersionsLast,
        lifetimeActions: [
          { action: 'Rotate', timeAfterCreate: rotateAfter },
          { action: 'Notify', timeBeforeExpiry: notifyBefore },
        ],
      }
      return inVault(vaultUri, (client) =>
        exchangeFor(keyRotationSchema, () => client.updateKeyRotationPolicy(name, policy), clock, signal),
      )
    },
    readDeletedKey: (vaultUri, name, signal) =>
      inVault(vaultUri, (client) => exchangeFor(deletedKeySchema, () => client.getDeletedKey(name), clock, signal)),
    // Decision 0019: read before each write, never overwrite.
    async createKey(vaultUri, name, { size, inHardware }, signal) {
      // Creating an existing name adds a version, to which everything using the key would move.
      const existing = await readKey(vaultUri, name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      const client = await clientFor(vaultUri)
      return exchangeFor(keySchema, () => client.createRsaKey(name, { keySize: size, hsm: inHardware, enabled: true }), clock, signal)
    },
    createKeyVersion: (vaultUri, name, { size, inHardware }, signal) =>
      inVault(vaultUri, (client) =>
        exchangeFor(keySchema, () => client.createRsaKey(name, { keySize: size, hsm: inHardware, enabled: true }), clock, signal),
      ),
  }
}
