import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from './formatter.ts'

export const refusalIn = <Done extends { readonly ok: true }>(
  formatter: Pick<Formatter, 'text'>,
  outcome: Done | { readonly ok: false; readonly why: DisplayText },
): Done | { readonly ok: false; readonly why: string } => (outcome.ok ? outcome : { ok: false, why: formatter.text(outcome.why) })
