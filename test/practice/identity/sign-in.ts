import * as z from 'zod'
import { TENANT } from '../../../practice/people.ts'
import type { Answered, Practised } from '../practise.ts'

/** What the tests of the identity service ask it, and how they read its answers. */

export const LOGIN = 'https://login.microsoftonline.com'
export const ARM_SCOPE = 'https://management.azure.com/.default'

const refused = z.object({ error: z.string(), error_codes: z.array(z.number()) })

/** Status, word and number of a refusal, as one word to compare. */
export function failure({ status, body }: Answered): string {
  const { error, error_codes } = refused.parse(body)
  return `${status} ${error} ${error_codes.join()}`
}

/** Sends a form. */
export const post = ({ at }: Practised, path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  at('POST', LOGIN + path, undefined, {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })

export const token = (practised: Practised, form: Record<string, string>) => post(practised, `/${TENANT.id}/oauth2/v2.0/token`, form)

/** The claims of a token, unverified. */
export const claimsOf = (text: string): unknown => JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'))
