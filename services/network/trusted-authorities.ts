import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'
import { authorityMessages as messages, StartFileRefused } from '../start-messages.ts'

/** A file of certificate authorities that cannot be used. */
export class AuthoritiesUnreadable extends StartFileRefused {
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
    throw new AuthoritiesUnreadable(messages.unreadable({ file, error: error.message }))
  })
  return authoritiesIn(text, file)
}

/**
 * The certificates of a PEM text.
 * @param file how it is called in what is said about it
 * @throws AuthoritiesUnreadable with a sentence for the person
 */
export function authoritiesIn(text: string, file: string): readonly string[] {
  const certificates = text.match(CERTIFICATE) ?? []
  if (certificates.length === 0) throw new AuthoritiesUnreadable(messages.empty({ file }))
  for (const certificate of certificates) {
    try {
      new X509Certificate(certificate)
    } catch (error) {
      throw new AuthoritiesUnreadable(messages.damaged({ file, error: error instanceof Error ? error.message : String(error) }))
    }
  }
  return certificates
}

/** Extra authorities are added to those that come with Node and never replace them. */
export const withExtraCertificateAuthorities = (extra: readonly string[]): readonly string[] | undefined =>
  extra.length === 0 ? undefined : [...rootCertificates, ...extra]
