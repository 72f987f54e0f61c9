import { present } from '../../../machines/present.ts'
import { hex } from '../../random.ts'
import { type Call, json, type Practice } from '../../service.ts'
import { type Person, same, type TenantState } from '../../state.ts'
import { EXPIRES_IN } from '../../tokens.ts'
import { admissionRefusal, invalidGrant } from './admission.ts'
import { targetOf } from './audiences.ts'

export interface PersonGrant {
  readonly personId: string
  readonly clientId: string
  readonly scope: string
  readonly nonce?: string
}

/** Everything a signed-in person's app gets: the token, one to renew it with, and who signed in. */
export async function personTokens(call: Call, practice: Practice, { personId, clientId, scope, nonce }: PersonGrant) {
  const { state, mint, clock, random } = practice
  const person = state.people.find(({ id }) => id === personId)
  if (!person) throw invalidGrant('AADSTS50034: The user account does not exist in the directory.')
  const target = await targetOf(scope, practice)
  const refusal = admissionRefusal(person, target, clientId, practice)
  if (refusal) throw refusal
  const refreshToken = `practice.${hex(random, 64)}`
  state.refreshTokens.push({ token: refreshToken, personId, clientId })
  return json(200, {
    token_type: 'Bearer',
    scope,
    expires_in: EXPIRES_IN,
    ext_expires_in: EXPIRES_IN,
    access_token: mint.forPerson(person, target.audience, clock.now(), clientId),
    refresh_token: refreshToken,
    id_token: mint.identity(person, {
      clientId,
      issuer: `${call.url.origin}/${state.tenantId}/v2.0`,
      now: clock.now(),
      ...present({ nonce }),
    }),
    client_info: clientInfo(person, state),
  })
}

/** Which directory the account is at home in, and its id there: what clients keep accounts apart by. */
export const clientInfo = ({ objectId, home }: Person, { tenantId }: TenantState): string =>
  Buffer.from(JSON.stringify({ uid: objectId, utid: home?.tenantId ?? tenantId })).toString('base64url')

/** A refresh token belongs to one client and stays good; the answer brings a new one besides. */
export async function refresh(call: Call, form: URLSearchParams, practice: Practice) {
  const known = practice.state.refreshTokens.find(
    (entry) => entry.token === form.get('refresh_token') && same(entry.clientId, form.get('client_id') ?? ''),
  )
  if (!known) throw invalidGrant('AADSTS700082: The refresh token has expired or is not known.')
  return personTokens(call, practice, { ...known, scope: form.get('scope') ?? '' })
}
