import { defined } from '#machines/defined.ts'
import { hex } from '../../random.ts'
import { type Call, json, type Practice } from '../../service.ts'
import { type Person, type RefreshTokenState, same, type TenantState } from '../../state.ts'
import { EXPIRES_IN } from '../../tokens.ts'
import { admissionRefusal, invalidGrant } from './admission.ts'
import { targetOf } from './audiences.ts'
import { contextsIn, requireContexts } from './second-factor.ts'

export interface PersonGrant {
  readonly personId: string
  readonly clientId: string
  readonly scope: string
  readonly nonce?: string
  /** Authentication contexts that the sign-in has shown. */
  readonly contexts: readonly string[]
  /** Tenant of the continued sign-in; default: the account's own. */
  readonly from?: string
}

export async function personTokens(call: Call, practice: Practice, { personId, clientId, scope, nonce, contexts, from }: PersonGrant) {
  const { state, mint, clock, random } = practice
  const person = state.people.find(({ id }) => id === personId)
  if (!person) throw invalidGrant('AADSTS50034: The user account does not exist in the directory.')
  const target = await targetOf(scope, practice)
  const refusal = admissionRefusal(person, target, clientId, practice)
  if (refusal) throw refusal
  const refreshToken = `practice.${hex(random, 64)}`
  state.refreshTokens.push({ token: refreshToken, personId, clientId, contexts, ...defined({ from }) })
  return json(200, {
    token_type: 'Bearer',
    scope,
    expires_in: EXPIRES_IN,
    ext_expires_in: EXPIRES_IN,
    access_token: mint.forPerson(person, target.audience, clock.now(), clientId, contexts),
    refresh_token: refreshToken,
    id_token: mint.identity(person, {
      clientId,
      issuer: `${call.url.origin}/${state.tenantId}/v2.0`,
      now: clock.now(),
      ...defined({ nonce }),
    }),
    client_info: clientInfo(person, state, from),
  })
}

/** Home tenant and ID, by which clients distinguish accounts. */
export const clientInfo = ({ objectId, home }: Person, { tenantId }: TenantState, from = tenantId): string =>
  Buffer.from(JSON.stringify({ uid: objectId, utid: home?.tenantId ?? from })).toString('base64url')

/** A refresh token belongs to a person and client, in every tenant of the account, and stays valid; each answer has a new one. */
export async function refresh(call: Call, form: URLSearchParams, practice: Practice) {
  const { state, neighbors } = practice
  const isMeant = (entry: RefreshTokenState) =>
    entry.token === form.get('refresh_token') && same(entry.clientId, form.get('client_id') ?? '')
  const scope = form.get('scope') ?? ''
  const known = state.refreshTokens.find(isMeant)
  const { audience } = await targetOf(scope, practice)
  // A refresh shows nothing new: what the sign-in hasn’t shown, only the person can.
  const wanted = contextsIn(form.get('claims'))
  if (known) requireContexts(wanted, known.contexts, audience)
  if (known) return personTokens(call, practice, { ...known, scope })
  const from = neighbors().find(({ refreshTokens }) => refreshTokens.some(isMeant))
  const entry = from?.refreshTokens.find(isMeant)
  if (!from || !entry) throw invalidGrant('AADSTS700082: The refresh token has expired or is not known.')
  const userName = from.people.find(({ id }) => id === entry.personId)?.userName ?? ''
  const person = state.people.find((each) => same(each.userName, userName))
  if (!person)
    throw invalidGrant(
      `AADSTS50020: User account '${userName}' does not exist in tenant '${state.tenantName}' and cannot access the application '${entry.clientId}' in that tenant. The account needs to be added as an external user in the tenant first.`,
    )
  requireContexts(wanted, entry.contexts, audience)
  return personTokens(call, practice, {
    personId: person.id,
    clientId: entry.clientId,
    contexts: entry.contexts,
    scope,
    from: entry.from ?? from.tenantId,
  })
}
