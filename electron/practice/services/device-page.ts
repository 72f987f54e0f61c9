import type { HttpResponse } from '../exchange.ts'
import type { Call, Practice } from '../service.ts'

/** The page on which a practice person enters a device code: plain, so that it works in any browser. */

const asText = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

function html(status: number, title: string, body: string): HttpResponse {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asText(title)}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}button,input{font:inherit;padding:.4rem .8rem}fieldset{border:0;padding:0}label{display:block;margin:.4rem 0}</style></head><body><h1>${asText(title)}</h1><p><strong>PRACTICE TENANT.</strong> Nobody real signs in here.</p>${body}</body></html>`,
  }
}

export function devicePage(call: Call, { state }: Practice): HttpResponse {
  const code = call.query.get('code') ?? ''
  const people = state.people.map(
    ({ id, displayName, userName }, index) =>
      `<label><input type="radio" name="person" value="${asText(id)}"${index === 0 ? ' checked' : ''}> ${asText(displayName)}, ${asText(userName)}</label>`,
  )
  return html(
    200,
    'Enter the code',
    `<form method="post" action="/device"><p><label>Code shown by the app <input name="code" value="${asText(code)}" required autocomplete="off" spellcheck="false"></label></p><fieldset><legend>Sign in as</legend>${people.join('')}</fieldset><p><button name="decision" value="accept">Sign in</button> <button name="decision" value="decline">Decline</button></p></form>`,
  )
}

export function answerDevicePage(call: Call, { state, clock }: Practice): HttpResponse {
  const form = new URLSearchParams(call.request.body)
  const typed = (form.get('code') ?? '').trim().toUpperCase()
  const entry = state.deviceCodes.find(
    ({ userCode, expiresAt, decision }) => userCode === typed && expiresAt > clock.now() && decision === 'pending',
  )
  if (!entry)
    return html(
      400,
      'That code did not work',
      '<p>It is not known here, was used, or has expired. <a href="/device">Try again</a> with the code that the app shows now.</p>',
    )
  if (form.get('decision') === 'decline') {
    entry.decision = 'declined'
    return html(200, 'Declined', '<p>The app is told that you declined. You may close this page.</p>')
  }
  const person = state.people.find(({ id }) => id === form.get('person'))
  if (!person) return html(400, 'Nobody was chosen', '<p><a href="/device">Go back</a> and choose who signs in.</p>')
  entry.decision = { personId: person.id }
  return html(200, 'Signed in', `<p>${asText(person.displayName)} is signed in. You may close this page and go back to the app.</p>`)
}
