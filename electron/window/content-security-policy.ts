/**
 * Allows only our scripts and styles. Griffel, Fluent's style engine, inserts style elements at run time, so they carry a nonce per load.
 * Decision 0020: a nonce, not `unsafe-inline`, because services' text is shown here.
 * @param nonce fresh and unguessable, base64
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
