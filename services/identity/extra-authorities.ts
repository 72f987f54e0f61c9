import type { Words } from './identity-options.ts'

/**
 * What NODE_EXTRA_CA_CERTS names. The packaged app's fuses switch this variable of Node off, and a list of one's own replaces it. An
 * unreadable file is said, and no reason not to open.
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
