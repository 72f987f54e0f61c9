import type { Message } from '#machines/messages/message.ts'
import type { Environment } from '../../services/services.ts'
import { messages } from './messages.ts'

/** Source: "Lock and unlock environments through key vault access" (22 May 2025). */
export function deletionOf({ sku }: Pick<Environment, 'sku'>): Message {
  switch (sku.toLowerCase()) {
    case 'sandbox':
      return messages.deletion.sandbox
    case 'production':
      return messages.deletion.production
    default:
      return messages.deletion.any
  }
}
