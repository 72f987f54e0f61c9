import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { DAY } from '#machines/engine/durations.ts'
import { bitString, boolean, contextual, integer, nothing, objectId, octetString, sequence, setOf, tagged, utcTime, utf8 } from './der.ts'

/** A certificate authority for one run and a certificate for this machine's names. Keys stay in memory. */
export interface LoopbackCertificates {
  /** PEM; clients must trust it. */
  readonly authority: string
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly key: string
}

const algorithmOf = (signer: KeyObject): Buffer =>
  signer.asymmetricKeyType === 'rsa' ? sequence(objectId('1.2.840.113549.1.1.11'), nothing) : sequence(objectId('1.2.840.10045.4.3.2'))

const commonName = (name: string): Buffer => sequence(setOf(sequence(objectId('2.5.4.3'), utf8(name))))

/** SHA-1 of the public key as key identifier (RFC 5280); not a security measure. */
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

/** Version 3 certificate (RFC 5280) as PEM. */
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
 * For `localhost`, `127.0.0.1` and `::1`.
 * @param now milliseconds since 1970-01-01T00:00:00Z, in real time, because clients compare with their clock
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
      extension('2.5.29.15', true, bitString(Buffer.from([0b1000_0000]), 7)),
      extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.17', false, names),
      extension('2.5.29.14', false, octetString(keyName(leaf.publicKey))),
      issuerKey,
    ],
  })
  return { authority: authorityPem, certificate: leafPem, key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

export interface ClientCertificate {
  /** PEM; for the app registration. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly key: string
}

/**
 * Self-signed, as administrators upload them. RSA, the only type that Entra accepts.
 * @param now milliseconds since 1970-01-01T00:00:00Z, in real time
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
      extension('2.5.29.15', true, bitString(Buffer.from([0b1000_0000]), 7)),
      extension('2.5.29.37', false, sequence(objectId('1.3.6.1.5.5.7.3.2'))),
    ],
  })
  return { certificate: pem, key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
