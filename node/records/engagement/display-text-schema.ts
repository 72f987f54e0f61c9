import * as z from 'zod/mini'
import type { DisplayText, MessageValue } from '#machines/messages/message.ts'

const text = z.string()

/** A plain string is a sentence of an older version. */
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

/** A plain string in a message's place is a name, or a service's text. */
export const named = z.union([text, displayText])

const messageValue: z.ZodMiniType<MessageValue> = z.lazy(() =>
  z.union([named, z.number(), z.array(named), z.strictObject({ anyOf: z.array(named) })]),
)
