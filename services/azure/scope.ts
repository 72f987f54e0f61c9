import type { Message } from '../../machines/messages/message.ts'
import { requestMessages } from '../answer-messages.ts'
import { withoutSlashes } from './assignment-name.ts'

/** What is wrong with the ID of something in Azure that becomes a part of an address as it is; nothing where it is one. */
export function problemWithScope(scope: string): Message | undefined {
  const segments = withoutSlashes(scope).split('/')
  const isPath = scope.startsWith('/') && !/[?#\\%\s]/.test(scope) && !segments.some((segment) => segment === '.' || segment === '..')
  return isPath ? undefined : requestMessages.noResource({ id: scope })
}
