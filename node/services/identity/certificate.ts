import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { Problem } from '#machines/engine/step/problems.ts'
import {
  certificateExpired,
  certificateKeyLocked,
  certificateKeyOfAnother,
  certificateUnreadable,
  certificateWithoutCertificate,
  certificateWithoutKey,
} from '#machines/sign-in/local-problems.ts'
import { certificatesIn, privateKeyIn } from '../pem.ts'
import { whyNotRead } from '../regular-file.ts'

export type CertificateFile = { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly problem: Problem }

/**
 * Validates a certificate file, so that problems are named instead of failing in cryptography.
 * @param read reads the file's text
 * @param passphrase of the private key, if any
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @returns certificate and key as PEM, the key decrypted
 */
export async function readCertificate(
  file: string,
  {
    read,
    passphrase,
    now,
  }: { readonly read: (file: string) => Promise<string>; readonly passphrase: string | undefined; readonly now: number },
): Promise<CertificateFile> {
  const refuse = (problem: Problem): CertificateFile => ({ ok: false, problem })
  let text: string
  try {
    text = await read(file)
  } catch (error) {
    return refuse(certificateUnreadable(file, whyNotRead(error)))
  }
  const [certificateText] = certificatesIn(text)
  if (certificateText === undefined) return refuse(certificateWithoutCertificate(file))
  const keyText = privateKeyIn(text)
  if (keyText === undefined) return refuse(certificateWithoutKey(file))
  const certificate = parsed(() => new X509Certificate(certificateText))
  if (certificate instanceof Error) return refuse(certificateUnreadable(file, certificate.message))
  const key = parsed(() => createPrivateKey({ key: keyText, format: 'pem', ...(passphrase ? { passphrase } : {}) }))
  if (key instanceof Error) return refuse(/ENCRYPTED/.test(keyText) ? certificateKeyLocked(file) : certificateUnreadable(file, key.message))
  if (!certificate.checkPrivateKey(key)) return refuse(certificateKeyOfAnother(file))
  const ended = Date.parse(certificate.validTo)
  if (ended <= now) return refuse(certificateExpired(file, ended))
  return { ok: true, pem: `${certificate}${pemOf(key)}` }
}

function parsed<T>(parse: () => T): T | Error {
  try {
    return parse()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()
