import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { certificatesIn } from '../pem.ts'
import { readRegularText, whyNotRead } from '../regular-file.ts'
import { authorityMessages as messages, StartFileRefused } from '../start-messages.ts'

export class AuthoritiesUnreadable extends StartFileRefused {
  override readonly name = 'AuthoritiesUnreadable'
}

/** In bytes: far above a bundle of all public authorities. */
const LARGEST = 4 * 1024 * 1024

/**
 * Reads extra certificate authorities, for example of traffic inspection.
 * @param file PEM with any number of certificates
 * @throws AuthoritiesUnreadable with a sentence for the person
 */
export async function readAuthorities(file: string): Promise<readonly string[]> {
  const text = await readRegularText(file, LARGEST).catch((error: unknown) => {
    throw new AuthoritiesUnreadable(messages.unreadable({ file, error: whyNotRead(error) }))
  })
  return authoritiesIn(text, file)
}

/** Certificates of a PEM text. @param file name for messages @throws AuthoritiesUnreadable with a sentence for the person */
export function authoritiesIn(text: string, file: string): readonly string[] {
  const certificates = certificatesIn(text)
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

/** Adds to Node's authorities, never replaces them. */
export const withExtraCertificateAuthorities = (extra: readonly string[]): readonly string[] | undefined =>
  extra.length === 0 ? undefined : [...rootCertificates, ...extra]
