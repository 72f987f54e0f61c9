import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'

/** A file of certificate authorities that cannot be used. The message is for the person. */
export class AuthoritiesUnreadable extends Error {
  override readonly name = 'AuthoritiesUnreadable'
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/**
 * Reads extra certificate authorities, such as the one of a company's inspection of encrypted traffic.
 * @param file PEM, with any number of certificates
 * @throws AuthoritiesUnreadable with a sentence for the person
 */
export async function readAuthorities(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new AuthoritiesUnreadable(`The file of certificate authorities ${file} cannot be read: ${error.message}`)
  })
  const certificates = text.match(CERTIFICATE) ?? []
  if (certificates.length === 0)
    throw new AuthoritiesUnreadable(`The file of certificate authorities ${file} holds no certificate in PEM form (“BEGIN CERTIFICATE”).`)
  for (const certificate of certificates) {
    try {
      new X509Certificate(certificate)
    } catch (error) {
      throw new AuthoritiesUnreadable(
        `The file of certificate authorities ${file} holds a certificate that cannot be read: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  return certificates
}

/** Extra authorities are added to those that come with Node and never replace them. */
export const withExtraCertificateAuthorities = (extra: readonly string[]): readonly string[] | undefined =>
  extra.length === 0 ? undefined : [...rootCertificates, ...extra]
