import type { DisplayText } from './display-text.ts'
import { asText, isAnyOf, isList, isMessage, isVerbatim, type MessageValue } from './message.ts'

type SameWords = (one: string, other: string) => boolean

/** Same message and values, or same foreign text. @param sameWords compares foreign text; default exactly */
export function sameText(one: DisplayText, other: DisplayText, sameWords: SameWords = (a, b) => a === b): boolean {
  if (!isMessage(one) || !isMessage(other)) return isVerbatim(one) && isVerbatim(other) && sameWords(one.verbatim, other.verbatim)
  const [left, right] = [one.values ?? {}, other.values ?? {}]
  const names = Object.keys(left)
  return (
    one.messageId === other.messageId &&
    names.length === Object.keys(right).length &&
    names.every((name) => sameValue(left[name], right[name], sameWords))
  )
}

function sameValue(one: MessageValue | undefined, other: MessageValue | undefined, sameWords: SameWords): boolean {
  if (one === undefined || other === undefined) return one === other
  if (typeof one === 'number' || typeof other === 'number') return one === other
  if (isList(one) || isList(other))
    return (
      isList(one) && isList(other) && one.length === other.length && one.every((each, index) => sameValue(each, other[index], sameWords))
    )
  if (isAnyOf(one) || isAnyOf(other)) return isAnyOf(one) && isAnyOf(other) && sameValue(one.anyOf, other.anyOf, sameWords)
  return sameText(asText(one), asText(other), sameWords)
}
