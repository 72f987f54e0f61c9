import { isMessage, type Message, type MessageValue, verbatim } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'

/** A message value: text of the view, or formatted text. */
type ValueIn<Value> = [Value] extends [number] ? number : [Value] extends [string] ? string : string | number | readonly string[]

/** The tree with each message as text, or as a function if it has values. */
export type InWords<T> = T extends Message
  ? string
  : T extends (values: infer Values) => Message
    ? (values: { readonly [Name in keyof Values]: ValueIn<Values[Name]> }) => string
    : T extends readonly (infer Item)[]
      ? readonly InWords<Item>[]
      : { readonly [Name in keyof T]: InWords<T[Name]> }

const messageValue = (value: string | number | readonly string[]): MessageValue =>
  typeof value === 'number' ? value : typeof value === 'string' ? verbatim(value) : value.map(verbatim)

/** @returns the tree's messages in the formatter's language */
export function inWords<Tree>(tree: Tree, { text }: Formatter): InWords<Tree> {
  function said(node: unknown): unknown {
    if (typeof node === 'function')
      return (values: Readonly<Record<string, string | number | readonly string[]>>) =>
        text(node(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, messageValue(value)]))))
    if (isMessage(node)) return text(node)
    if (Array.isArray(node)) return node.map(said)
    return Object.fromEntries(Object.entries(node as object).map(([name, each]) => [name, said(each)]))
  }
  // The mapped type mirrors `said`, which the compiler can't follow through `unknown`.
  return said(tree) as InWords<Tree>
}
