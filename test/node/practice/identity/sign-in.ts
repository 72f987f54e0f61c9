import { createHash } from 'node:crypto'
import * as z from 'zod'
import { TENANT } from '#node/practice/people.ts'
import type { Answered, Practised } from '../practise.ts'

/** Requests to the identity service in tests, and parsers of its answers. */

export const LOGIN = 'https://login.microsoftonline.com'
export const ARM_SCOPE = 'https://management.azure.com/.default'

const refused = z.object({ error: z.string(), error_codes: z.array(z.number()) })

/** Status, word and number of a refusal, as one word to compare. */
export function failure({ status, body }: Answered): string {
  const { error, error_codes } = refused.parse(body)
  return `${status} ${error} ${error_codes.join()}`
}

export const post = ({ at }: Practised, path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  at('POST', LOGIN + path, undefined, {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

export const token = (practised: Practised, form: Record<string, string>) => post(practised, `/${TENANT.id}/oauth2/v2.0/token`, form)

/** The claims of a token, unverified. */
export const claimsOf = (text: string): unknown => JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'))

export const REDIRECT = 'http://localhost:53123'
const VERIFIER = 'a-verifier-that-only-the-app-knows-0123456789'

/** Where an app sends the browser. @param change members that differ from a plain sign-in by a code */
export const authorizePath = (change: Record<string, string>, tenant: string = TENANT.id): string =>
  `/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: 'app',
    response_type: 'code',
    redirect_uri: REDIRECT,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    ...change,
  })}`

/** The app asks for tokens with the code that came back. */
export const redeem = (practised: Practised, code: string, change: Record<string, string> = {}) =>
  token(practised, { grant_type: 'authorization_code', client_id: 'app', redirect_uri: REDIRECT, code_verifier: VERIFIER, code, ...change })
