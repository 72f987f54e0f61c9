import type { TokenCredential } from '@azure/core-auth'
import { keyVaultAuthenticationPolicy } from '@azure/keyvault-common'
import { z } from 'zod'
import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Answer } from '#machines/engine/answer.ts'
import type { AzureService, KeyVersion, VaultKey } from '#machines/procedure/services/services.ts'
import { anyCase, text } from './any-case.ts'
import { withoutSlashes } from './assignment-name.ts'
import { clientWith, type RestClient } from './client-options.ts'
import type { Connection } from './connection.ts'
import { exchangeFor } from './exchange.ts'
import { HostNotAllowed, parseAddress, vaultHost } from './hosts.ts'
import { milliseconds, rotationOf, wireRotation } from './key-wire.ts'
import { withOptional } from './optional.ts'
import { refusedHere } from './refusal.ts'
import { pageOf } from './resource-manager.ts'
import { readList } from './rest-list.ts'
import { pathOf, problemWithPath } from './scope.ts'
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
    { id: key.kid, name: name ?? '', type: key.kty },
    {
      enabled: attributes?.enabled,
      version,
      size: key.n ? modulusBits(key.n) : undefined,
      notBefore: milliseconds(attributes?.nbf),
      expires: milliseconds(attributes?.exp),
      recoveryLevel: attributes?.recoveryLevel,
      exportable: attributes?.exportable,
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
      { version: kid.split('/').at(-1) ?? '' },
      { enabled: attributes?.enabled, createdAt: milliseconds(attributes?.created), expires: milliseconds(attributes?.exp) },
    ),
)

export const keyVersionPageSchema = pageOf(wireVersion)

export const keyRotationSchema = wireRotation
  .refine(({ lifetimeActions, attributes }) => lifetimeActions != null || attributes != null, 'is no rotation policy')
  .transform(rotationOf)

export const deletedKeySchema = anyCase({ key: anyCase({ kid: z.url() }), deletedDate: seconds, scheduledPurgeDate: seconds }).transform(
  ({ deletedDate, scheduledPurgeDate }) =>
    withOptional({}, { deletedAt: milliseconds(deletedDate), heldUntil: milliseconds(scheduledPurgeDate) }),
)

const sameAddress = (one: string, other: string): boolean => withoutSlashes(one.toLowerCase()) === withoutSlashes(other.toLowerCase())

/** Where the library doesn't compare the challenge with the vault's address, it could name any other service of the cloud. */
const forKeyStoresAlone = (credential: TokenCredential, { keyVault, managedHsm }: Cloud): TokenCredential => ({
  async getToken(scopes, options) {
    const asked = String(scopes)
    const known = [keyVault.audience, ...(managedHsm ? [managedHsm.audience] : [])]
    if (!known.some((audience) => sameAddress(`${audience}/.default`, asked))) throw new HostNotAllowed(parseAddress(asked)?.host ?? asked)
    return credential.getToken(scopes, options)
  },
})

/** Of Key Vault's data plane. */
const VERSION = '2025-07-01'

export function connectKeys(connection: Connection) {
  const { cloud, clock } = connection
  const allowed = vaultHost(cloud)
  const clients = new Map<string, RestClient>()

  /** The audience comes from the vault's challenge, whose domain Microsoft's policy checks. */
  function clientOf(origin: string): RestClient {
    const known = clients.get(origin)
    if (known) return known
    const disableChallengeResourceVerification = !cloud.keyVault.verifyChallenge
    const own = disableChallengeResourceVerification ? forKeyStoresAlone(connection.credential, cloud) : connection.credential
    const credential = signingIn(own)
    const signIn = keyVaultAuthenticationPolicy(credential, { disableChallengeResourceVerification })
    const client = clientWith(connection, credential, signIn, allowed)
    clients.set(origin, client)
    return client
  }

  /** Sends nothing and requests no token if the address isn't a vault of this cloud, or a name would lead elsewhere. */
  async function inVault<T>(
    vaultUri: string,
    path: readonly string[],
    call: (client: RestClient, url: string) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const url = parseAddress(vaultUri)
    if (!url || !allowed(url)) return { ok: false, refusal: refusedHere('GET /keys', new HostNotAllowed(url?.host ?? '').why) }
    const problem = problemWithPath(path)
    if (problem) return { ok: false, refusal: refusedHere('GET /keys', problem) }
    return call(clientOf(url.origin), `${url.origin}/${pathOf(path)}?api-version=${VERSION}`)
  }

  const send = <T>(schema: z.ZodType<T>, vaultUri: string, path: readonly string[], signal?: AbortSignal, body?: object, method?: 'PUT') =>
    inVault(vaultUri, path, (client, url) =>
      exchangeFor(schema, () => client.send({ method: method ?? (body ? 'POST' : 'GET'), url, body }), clock, signal),
    )

  const readKey: AzureService['readKey'] = (vaultUri, name, signal) => send(keySchema, vaultUri, ['keys', name], signal)

  const createKeyVersion: AzureService['createKeyVersion'] = (vaultUri, name, { size, inHardware }, signal) => {
    const body = { kty: inHardware ? 'RSA-HSM' : 'RSA', key_size: size, attributes: { enabled: true } }
    return send(keySchema, vaultUri, ['keys', name, 'create'], signal, body)
  }

  return {
    readKey,
    createKeyVersion,
    listKeyVersions: (vaultUri, name, signal) =>
      inVault(vaultUri, ['keys', name, 'versions'], (client, url) => readList(keyVersionPageSchema, client, url, clock, signal)),
    readKeyRotation: (vaultUri, name, signal) => send(keyRotationSchema, vaultUri, ['keys', name, 'rotationpolicy'], signal),
    setKeyRotation: (vaultUri, name, { rotateAfter, notifyBefore, newVersionsLast }, signal) => {
      const body = {
        attributes: { expiryTime: newVersionsLast },
        lifetimeActions: [
          { action: { type: 'Rotate' }, trigger: { timeAfterCreate: rotateAfter } },
          { action: { type: 'Notify' }, trigger: { timeBeforeExpiry: notifyBefore } },
        ],
      }
      return send(keyRotationSchema, vaultUri, ['keys', name, 'rotationpolicy'], signal, body, 'PUT')
    },
    readDeletedKey: (vaultUri, name, signal) => send(deletedKeySchema, vaultUri, ['deletedkeys', name], signal),
    // Decision 0019: read before each write, never overwrite.
    async createKey(vaultUri, name, wanted, signal) {
      // Creating an existing name adds a version, to which everything using the key would move.
      const existing = await readKey(vaultUri, name, signal)
      return existing.ok || existing.refusal.reason !== 'not-found' ? existing : createKeyVersion(vaultUri, name, wanted, signal)
    },
  } satisfies Partial<AzureService>
}
