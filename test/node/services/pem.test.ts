import { expect, it } from 'vitest'
import { certificatesIn, privateKeyIn } from '#node/services/pem.ts'

const section = (label: string, content: string) => `-----BEGIN ${label}-----\n${content}\n-----END ${label}-----`

it('finds each certificate, and the key between them', () => {
  const [one, key, two] = [section('CERTIFICATE', 'MIIB'), section('RSA PRIVATE KEY', 'MIIE'), section('CERTIFICATE', 'MIIC')]
  const text = `Bag Attributes\n${one}\n${key}\n${two}\n`
  expect(certificatesIn(text)).toEqual([one, two])
  expect(privateKeyIn(text)).toBe(key)
})

it('finds nothing that doesn’t end', () => {
  expect(certificatesIn('-----BEGIN CERTIFICATE-----\nMIIB')).toEqual([])
  expect(privateKeyIn(`${section('PUBLIC KEY', 'MIIB')}\n-----BEGIN PRIVATE KEY-----`)).toBeUndefined()
})

it.each(['CERTIFICATE', 'PRIVATE KEY', 'RSA PRIVATE KEY'])('reads 1 MB of “begin” without an end once: %s', (label) => {
  const begin = `-----BEGIN ${label}-----\n`
  const text = begin.repeat(Math.ceil(1_000_000 / begin.length))
  const began = performance.now()
  expect(certificatesIn(text)).toEqual([])
  expect(privateKeyIn(text)).toBeUndefined()
  // By a pattern it took 8 seconds.
  expect(performance.now() - began).toBeLessThan(500)
})
