import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { DAY } from '../machines/engine/durations.ts'
import { bitString, boolean, contextual, integer, nothing, objectId, octetString, sequence, setOf, tagged, utcTime, utf8 } from './der.ts'

/** A certificate authority made for one run, and a certificate for this machine's own names signed by it. Keys stay in memory. */
export interface LoopbackCertificates {
  /** PEM; what a client has to trust. */
  readonly authority: string
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly key: string
}

/** How a key signs: ECDSA or RSA, each with SHA-256. */
const algorithmOf = (signer: KeyObject): Buffer =>
  signer.asymmetricKeyType === 'rsa' ? sequence(objectId('1.2.840.113549.1.1.11'), nothing) : sequence(objectId('1.2.840.10045.4.3.2'))

const commonName = (name: string): Buffer => sequence(setOf(sequence(objectId('2.5.4.3'), utf8(name))))

/** SHA-1 of the public key, as RFC 5280 suggests for naming keys; nothing is proved by it. */
const keyName = (key: KeyObject): Buffer => createHash('sha1').update(publicBytes(key)).digest()

const publicBytes = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  sequence(objectId(id), ...(critical ? [boolean(true)] : []), octetString(value))

interface Wish {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  readonly signer: KeyObject
  readonly from: number
  readonly until: number
  readonly extensions: readonly Buffer[]
}

/** A certificate of version 3 (RFC 5280), as PEM. */
function certificate({ subject, issuer, publicKey, signer, from, until, extensions }: Wish): string {
  const serial = randomBytes(16)
  const algorithm = algorithmOf(signer)
  const signed = sequence(
    contextual(0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    commonName(issuer),
    sequence(utcTime(from), utcTime(until)),
    commonName(subject),
    publicBytes(publicKey),
    contextual(3, sequence(...extensions)),
  )
  const der = sequence(signed, algorithm, bitString(sign('sha256', signed, signer)))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/**
 * Makes both for `localhost`, `127.0.0.1` and `::1`.
 * @param now milliseconds since 1970-01-01T00:00:00Z, of real time: clients compare with their own clock
 */
export function createLoopbackCertificates(now: number): LoopbackCertificates {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const times = { from: now - DAY, until: now + 30 * DAY }
  const issuer = 'CMK Enablement Wizard practice tenant CA'
  const issuerKey = extension('2.5.29.35', false, sequence(tagged(0x80, keyName(authority.publicKey))))
  const authorityPem = certificate({
    subject: issuer,
    issuer,
    publicKey: authority.publicKey,
    signer: authority.privateKey,
    ...times,
    extensions: [
      extension('2.5.29.19', true, sequence(boolean(true), integer(Buffer.from([0])))),
      // keyCertSign and cRLSign.
      extension('2.5.29.15', true, bitString(Buffer.from([0b0000_0110]), 1)),
      extension('2.5.29.14', false, octetString(keyName(authority.publicKey))),
      issuerKey,
    ],
  })
  const names = sequence(
    tagged(0x82, Buffer.from('localhost')),
    tagged(0x87, Buffer.from([127, 0, 0, 1])),
    tagged(0x87, Buffer.from([...Array<number>(15).fill(0), 1])),
  )
  const leafPem = certificate({
    subject: 'localhost',
    issuer,
    publicKey: leaf.publicKey,
    signer: authority.privateKey,
    ...times,
    extensions: [
      extension('2.5.29.19', true, sequence()),
      // digitalSignature.
      extension('2.5.29.15', true, bitString(Buffer.from([0b1000_0000]), 7)),
      // serverAuth.
      extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', false, names),
      extension('2.5.29.14', false, octetString(keyName(leaf.publicKey))),
      issuerKey,
    ],
  })
  return { authority: authorityPem, certificate: leafPem, key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** What a service principal signs in with instead of a secret. */
export interface ClientCertificate {
  /** PEM; to be registered on the application. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly key: string
}

/**
 * Makes a certificate that vouches for itself, as administrators upload them to an app registration. RSA, as Entra takes no other.
 * @param now milliseconds since 1970-01-01T00:00:00Z, of real time
 */
export function createClientCertificate(subject: string, now: number): ClientCertificate {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = certificate({
    subject,
    issuer: subject,
    publicKey: pair.publicKey,
    signer: pair.privateKey,
    from: now - DAY,
    until: now + 30 * DAY,
    extensions: [
      extension('2.5.29.19', true, sequence()),
      // digitalSignature.
      extension('2.5.29.15', true, bitString(Buffer.from([0b1000_0000]), 7)),
      // clientAuth.
      extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.2'))),
    ],
  })
  return { certificate: pem, key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
