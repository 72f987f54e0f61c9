/**
 * What the page may do: run our own scripts, use our own styles, and nothing else. Griffel, Fluent's style engine, inserts
 * style elements at run time, so those carry a nonce that is made anew for each load of the page.
 * Decision 0020: a nonce, not `unsafe-inline`: text of the services is shown here.
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
