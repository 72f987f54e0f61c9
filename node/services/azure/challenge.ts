import * as z from 'zod'
import type { Challenge } from '#machines/engine/answer.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import type { Received } from './trail.ts'

/** Characters of base64: more than any that Microsoft shows. */
const LONGEST_CLAIMS = 4096

/** Base64, in both alphabets: it stands in an address and in a command. */
const CLAIMS = new RegExp(String.raw`\bclaims="([\w+/=-]{1,${LONGEST_CLAIMS}})"`)

/** `acrs`: authentication contexts. `amr`: methods. Others ask for a newer token. */
const asked = z.object({ access_token: z.object({ acrs: z.unknown().optional(), amr: z.unknown().optional() }) })

/** Whether the sign-in service may be asked for them. @param claims as JSON, or what a service sent in its place */
export const isClaimsRequest = (claims: string): boolean =>
  Buffer.byteLength(claims) <= (LONGEST_CLAIMS / 4) * 3 && asked.safeParse(parsedJson(claims)).success

/** The claims as the sign-in service takes them: JSON. */
export const claimsIn = ({ claims }: Pick<Challenge, 'claims'>): string => Buffer.from(claims, 'base64').toString('utf8')

/**
 * What a refusal asks the sign-in for (a claims challenge); undefined for others.
 * Source: Microsoft identity platform, “Claims challenges and claims requests”.
 * @param scope that the refused token is for
 */
export function challengeIn({ status, header }: Received, scope: string | undefined): Challenge | undefined {
  const said = header('www-authenticate') ?? ''
  const claims = /\berror="insufficient_claims"/.test(said) ? CLAIMS.exec(said)?.[1] : undefined
  if (status !== 401 || scope === undefined || claims === undefined) return undefined
  const read = asked.safeParse(parsedJson(claimsIn({ claims })))
  if (!read.success) return undefined
  const { acrs, amr } = read.data.access_token
  return { asksFor: acrs === undefined && amr === undefined ? 'sign-in' : 'second-factor', scope, claims }
}
