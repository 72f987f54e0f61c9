import type { Words } from './identity-options.ts'

/**
 * Authorities in NODE_EXTRA_CA_CERTS: Node.js drops them where it's given a list of its own. Electron removes this variable from the packaged
 * app's environment. An unreadable file is reported and doesn't prevent opening.
 */
export async function extraAuthorities(
  file: string | undefined,
  log: (line: string) => void,
  { text }: Pick<Words, 'text'>,
): Promise<readonly string[]> {
  if (!file) return []
  const { AuthoritiesUnreadable, readAuthorities } = await import('../network/trusted-authorities.ts')
  return readAuthorities(file).catch((error: unknown) => {
    if (!(error instanceof AuthoritiesUnreadable)) throw error
    log(`NODE_EXTRA_CA_CERTS: ${text(error.why)}`)
    return []
  })
}
