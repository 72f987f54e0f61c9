import { MINUTE } from '#machines/engine/durations.ts'
import type { HttpResponse } from '../../exchange.ts'
import { hex, type Random } from '../../random.ts'
import { type Call, json, type Practice, ServiceRefusal } from '../../service.ts'
import type { DeviceCodeState } from '../../state.ts'
import { admissionRefusal, invalidGrant } from './admission.ts'
import { targetOf } from './audiences.ts'
import { asText, page, picker } from './pages.ts'
import { personTokens } from './person-tokens.ts'
import { contextsIn, factorNote } from './second-factor.ts'

/** Device code flow: the app shows a code, a person enters it, the app polls. */

/** Lifetime of a device code, in milliseconds of real time. */
const LIFETIME = 15 * MINUTE

/** Nine unambiguous letters. */
function userCode(random: Random): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  return Array.from({ length: 9 }, () => letters[Math.floor(random() * letters.length)]).join('')
}

export function deviceCode(call: Call, practice: Practice) {
  const { state, clock, random } = practice
  const form = new URLSearchParams(call.request.body)
  const entry: DeviceCodeState = {
    deviceCode: hex(random, 64),
    userCode: userCode(random),
    clientId: form.get('client_id') ?? '',
    scope: form.get('scope') ?? '',
    contexts: contextsIn(form.get('claims')),
    expiresAt: clock.now() + LIFETIME * practice.pace,
    decision: 'pending',
  }
  state.deviceCodes.push(entry)
  const address = `${call.url.origin}/device`
  return json(200, {
    user_code: entry.userCode,
    device_code: entry.deviceCode,
    verification_uri: address,
    expires_in: LIFETIME / 1000,
    interval: state.behaviour.deviceCodeInterval,
    message: `To sign in, use a web browser to open the page ${address} and enter the code ${entry.userCode} to authenticate.`,
  })
}

export async function deviceToken(call: Call, form: URLSearchParams, practice: Practice) {
  const { state, clock } = practice
  const entry = state.deviceCodes.find(({ deviceCode: code }) => code === form.get('device_code'))
  if (!entry) throw invalidGrant('AADSTS70019: The verification code is not known, or was used already.')
  if (entry.expiresAt <= clock.now())
    throw new ServiceRefusal(
      400,
      'expired_token',
      'AADSTS70020: The provided value for the input parameter device_code is not valid. This device code has expired.',
    )
  if (entry.decision === 'pending')
    throw new ServiceRefusal(
      400,
      'authorization_pending',
      'AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    )
  state.deviceCodes.splice(state.deviceCodes.indexOf(entry), 1)
  if (entry.decision === 'declined')
    throw new ServiceRefusal(400, 'authorization_declined', 'AADSTS70018: The user declined to sign in on the device.')
  return personTokens(call, practice, {
    personId: entry.decision.personId,
    clientId: entry.clientId,
    contexts: entry.contexts,
    scope: entry.scope,
  })
}

export function devicePage(call: Call, { state }: Practice): HttpResponse {
  const code = call.query.get('code') ?? ''
  const asked = state.deviceCodes.find(({ userCode: known }) => known === code)?.contexts ?? []
  return page(
    200,
    'Enter the code',
    `<form method="post" action="/device"><p><label>Code shown by the app <input name="code" value="${asText(code)}" required autocomplete="off" spellcheck="false"></label></p>${factorNote(asked)}${picker(state.people)}<p><button name="decision" value="accept">Sign in</button> <button name="decision" value="decline" formnovalidate>Decline</button></p></form>`,
  )
}

export async function answerDevicePage(call: Call, practice: Practice): Promise<HttpResponse> {
  const { state, clock } = practice
  const form = new URLSearchParams(call.request.body)
  const typed = (form.get('code') ?? '').trim().toUpperCase()
  const entry = state.deviceCodes.find(
    ({ userCode: code, expiresAt, decision }) => code === typed && expiresAt > clock.now() && decision === 'pending',
  )
  if (!entry)
    return page(
      400,
      'That code did not work',
      '<p>It is not known here, was used, or has expired. <a href="/device">Try again</a> with the code that the app shows now.</p>',
    )
  if (form.get('decision') === 'decline') {
    entry.decision = 'declined'
    return page(200, 'Declined', '<p>The app is told that you declined. You may close this page.</p>')
  }
  const person = state.people.find(({ id }) => id === form.get('person'))
  if (!person) return page(400, 'Nobody was chosen', '<p><a href="/device">Go back</a> and choose who signs in.</p>')
  const refusal = admissionRefusal(person, await targetOf(entry.scope, practice), entry.clientId, practice)
  if (refusal && form.get('decision') !== 'report') return refusedPage(entry, person.id, refusal)
  entry.decision = { personId: person.id }
  if (refusal) return page(200, 'The app is told', '<p>You may close this page and go back to the app.</p>')
  return page(200, 'Signed in', `<p>${asText(person.displayName)} is signed in. You may close this page and go back to the app.</p>`)
}

/** The real page leaves the app waiting until the code expires; this one can notify it. */
function refusedPage({ userCode: code }: DeviceCodeState, personId: string, { message }: ServiceRefusal): HttpResponse {
  const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${asText(value)}">`
  return page(
    403,
    'You cannot sign in with this account',
    `<p>${asText(message)}</p><p><a href="/device?code=${asText(encodeURIComponent(code))}">Choose another account</a></p><form method="post" action="/device">${hidden('code', code)}${hidden('person', personId)}<p><button name="decision" value="report">Tell the app</button></p></form>`,
  )
}
