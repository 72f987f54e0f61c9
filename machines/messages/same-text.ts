import type { DisplayText } from './display-text.ts'
import { isAnyOf, isList, isMessage, isVerbatim, type MessageValue, verbatim } from './message.ts'

/** Whether two texts say the same: the same message with the same values, or the same words from outside. */
export function sameText(first: DisplayText, second: DisplayText): boolean {
  const [one, other] = [asText(first), asText(second)]
  if (!isMessage(one) || !isMessage(other)) return isVerbatim(one) && isVerbatim(other) && one.verbatim === other.verbatim
  const [left, right] = [one.values ?? {}, other.values ?? {}]
  const names = Object.keys(left)
  return (
    one.messageId === other.messageId &&
    names.length === Object.keys(right).length &&
    names.every((name) => sameValue(left[name], right[name]))
  )
}

/** A name in a place of a message is the same, whether it is marked as one or not. */
const asText = (value: DisplayText | string): DisplayText => (typeof value === 'string' ? verbatim(value) : value)

function sameValue(one: MessageValue | undefined, other: MessageValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (typeof one === 'number' || typeof other === 'number') return one === other
  if (isList(one) || isList(other))
    return isList(one) && isList(other) && one.length === other.length && one.every((each, index) => sameValue(each, other[index]))
  if (isAnyOf(one) || isAnyOf(other)) return isAnyOf(one) && isAnyOf(other) && sameValue(one.anyOf, other.anyOf)
  return sameText(one, other)
}
