import type { HttpResponse } from '../../exchange.ts'
import type { Person } from '../../state.ts'

/** Sign-in pages: plain HTML without scripts. */

export const asText = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}' +
  'button,input{font:inherit;padding:.4rem .8rem}fieldset{border:1px solid #767676;padding:.5rem 1rem}label{display:block;margin:.4rem 0}' +
  'input[type=radio]{margin-right:.5rem}'

/**
 * @param body HTML with external text escaped by `asText`
 * @param formsTo other origins that forms may lead to; browsers apply it to redirects too
 */
export function page(status: number, title: string, body: string, formsTo: readonly string[] = []): HttpResponse {
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; form-action ${["'self'", ...formsTo].join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asText(title)}</title><style>${STYLE}</style></head><body><main><h1>${asText(title)}</h1><p><strong>PRACTICE TENANT.</strong> Nobody real signs in here.</p>${body}</main></body></html>`,
  }
}

/** @param chosen user name of the selected person; default the first */
export function picker(people: readonly Person[], chosen?: string): string {
  const marked = people.find(({ userName }) => userName.toLowerCase() === chosen?.toLowerCase()) ?? people[0]
  const choices = people.map(
    (person) =>
      `<label><input type="radio" name="person" value="${asText(person.id)}"${person === marked ? ' checked' : ''}>${asText(person.displayName)}, ${asText(person.userName)}</label>`,
  )
  return `<fieldset><legend>Sign in as</legend>${choices.join('')}</fieldset>`
}
