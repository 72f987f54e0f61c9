/** Found in certificate files. Source: RFC 7468; OpenSSL's names for older keys. */
const KEYS = ['PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'DSA PRIVATE KEY'] as const

/** In linear time: a pattern from "begin" to "end" reads the rest again for each "begin" without an end. */
function sections(text: string, label: string): readonly string[] {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`]
  const found: string[] = []
  for (let from = text.indexOf(begin); from >= 0; ) {
    const to = text.indexOf(end, from + begin.length)
    if (to < 0) break
    found.push(text.slice(from, to + end.length))
    from = text.indexOf(begin, to + end.length)
  }
  return found
}

/** @returns each certificate of a PEM text, in order */
export const certificatesIn = (text: string): readonly string[] => sections(text, 'CERTIFICATE')

/** @returns a private key of a PEM text */
export const privateKeyIn = (text: string): string | undefined => KEYS.flatMap((label) => sections(text, label))[0]
