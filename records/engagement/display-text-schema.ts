import * as z from 'zod/mini'
import type { DisplayText, MessageValue } from '../../machines/messages/message.ts'

const text = z.string()

/** A text as it is stored: a message by its ID and values, or what came from outside. A plain string is a sentence of an older version. */
export const displayText: z.ZodMiniType<DisplayText> = z.lazy(() =>
  z.union([
    z.pipe(
      text,
      z.transform((sentence) => ({ verbatim: sentence })),
    ),
    z.strictObject({ verbatim: text }),
    z.strictObject({ messageId: text, values: z.exactOptional(z.record(text, messageValue)) }),
  ]),
)

/** A plain string in a place of a message is a name, and beside one the words of a service. */
export const named = z.union([text, displayText])

const messageValue: z.ZodMiniType<MessageValue> = z.lazy(() =>
  z.union([named, z.number(), z.array(named), z.strictObject({ anyOf: z.array(named) })]),
)
