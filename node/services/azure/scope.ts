import type { Message } from '#machines/messages/message.ts'
import { requestMessages } from '../answer-messages.ts'
import { withoutSlashes } from './assignment-name.ts'

const leads = (part: string): boolean => part === '.' || part === '..'

/** @throws where a part is empty, so that the address would be that of a list, or is a dot or two, which lead to another resource */
export function pathOf(parts: readonly string[]): string {
  if (parts.includes('')) throw new Error(`A part of this address is empty: ${parts.join('/')}`)
  if (parts.some(leads)) throw new Error(`A part of this address leads elsewhere: ${parts.join('/')}`)
  return parts.map(encodeURIComponent).join('/')
}

/** Why a name, such as a service's of another resource, can't be part of an address; undefined if none is like that. */
export function problemWithPath(parts: readonly string[]): Message | undefined {
  const wrong = parts.find((part) => leads(part) || /\p{Cs}/u.test(part))
  return wrong === undefined ? undefined : requestMessages.noResource({ id: wrong })
}

/** Why an Azure ID can't be part of an address; undefined if valid. */
export function problemWithScope(scope: string): Message | undefined {
  const segments = withoutSlashes(scope).split('/')
  const leadsElsewhere = (segment: string) => leads(segment) || (segment === '' && segments.length > 1)
  const isPath = scope.startsWith('/') && !/[?#\\%\s\p{Cs}]/u.test(scope) && !segments.some(leadsElsewhere)
  return isPath ? undefined : requestMessages.noResource({ id: scope })
}
