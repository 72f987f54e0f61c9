import { createPrivateKey, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createClientCertificate, createLoopbackCertificates } from '#node/practice/certificates.ts'
import { integer, objectId, octetString, utcTime } from '#node/practice/der.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')

describe('the certificates of the practice tenant', () => {
  const made = createLoopbackCertificates(NOW)
  const authority = new X509Certificate(made.authority)
  const leaf = new X509Certificate(made.certificate)

  test('are an authority and a certificate signed by it', () => {
    expect(authority.ca).toBe(true)
    expect(leaf.ca).toBe(false)
    expect(authority.verify(authority.publicKey)).toBe(true)
    expect(leaf.verify(authority.publicKey)).toBe(true)
    expect(leaf.checkIssued(authority)).toBe(true)
  })

  test('hold for this machine only', () => {
    expect(leaf.checkHost('localhost')).toBe('localhost')
    expect(leaf.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(leaf.checkIP('::1')).toBe('::1')
    expect(leaf.checkHost('management.azure.com')).toBeUndefined()
  })

  test('are good from yesterday for a month, for servers, with the key that is given out', () => {
    expect(Date.parse(leaf.validFrom)).toBe(NOW - 86_400_000)
    expect(Date.parse(leaf.validTo)).toBe(NOW + 30 * 86_400_000)
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(leaf.checkPrivateKey(createPrivateKey(made.key))).toBe(true)
  })

  test('are created again each time', () => {
    const other = new X509Certificate(createLoopbackCertificates(NOW).authority)
    expect(other.serialNumber).not.toBe(authority.serialNumber)
    expect(leaf.verify(other.publicKey)).toBe(false)
  })
})

/** Expected bytes from X.690, and from the examples in RFC 5280. */
describe('DER', () => {
  test.each([
    [integer(Buffer.from([0])), '020100'],
    [integer(Buffer.from([0, 0, 0x7f])), '02017f'],
    [integer(Buffer.from([0x80])), '02020080'],
    [objectId('2.5.29.15'), '0603551d0f'],
    [objectId('1.2.840.10045.4.3.2'), '06082a8648ce3d040302'],
    [utcTime(Date.parse('2026-11-24T09:05:07Z')), '170d3236313132343039303530375a'],
  ])('writes %#', (bytes, expected) => {
    expect(bytes.toString('hex')).toBe(expected)
  })

  test.each([
    [127, '047f'],
    [128, '048180'],
    [255, '0481ff'],
    [256, '04820100'],
    [65_535, '0482ffff'],
    [65_536, '0483010000'],
  ])('writes a length of %i', (bytes, start) => {
    expect(octetString(Buffer.alloc(bytes)).toString('hex', 0, start.length / 2)).toBe(start)
  })
})

test('a client certificate vouches for itself, holds for clients, and comes with its RSA key', () => {
  const { certificate, key } = createClientCertificate('contoso-automation', NOW)
  const read = new X509Certificate(certificate)
  expect(read.subject).toBe('CN=contoso-automation')
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true)
  expect(read.publicKey.asymmetricKeyType).toBe('rsa')
  expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
  expect(read.ca).toBe(false)
})
