import type { Message } from '#machines/messages/message.ts'
import { requestMessages } from '../answer-messages.ts'
import { withoutSlashes } from './assignment-name.ts'

/** Why an Azure ID can't be part of an address; undefined if valid. */
export function problemWithScope(scope: string): Message | undefined {
  const segments = withoutSlashes(scope).split('/')
  const leadsElsewhere = (segment: string) => segment === '.' || segment === '..' || (segment === '' && segments.length > 1)
  const isPath = scope.startsWith('/') && !/[?#\\%\s]/.test(scope) && !segments.some(leadsElsewhere)
  return isPath ? undefined : requestMessages.noResource({ id: scope })
}
