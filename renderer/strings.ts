import { isMessage, type Message, type MessageValue, verbatim } from '../machines/messages/message.ts'
import type { Formatter } from '../messages/formatter.ts'
import { common } from './messages/common.ts'
import { connect } from './messages/connect.ts'
import { coverage } from './messages/coverage.ts'
import { desktop } from './messages/desktop.ts'
import { drift } from './messages/drift.ts'
import { engagements } from './messages/engagements.ts'
import { evidence } from './messages/evidence.ts'
import { footer, frame, practice } from './messages/frame.ts'
import { handOver } from './messages/hand-over.ts'
import { keyMap } from './messages/key-map.ts'
import { landscape } from './messages/landscape.ts'
import { closing, keyDates, operations, preflight } from './messages/pages.ts'
import { environments, noted, people, policy } from './messages/pickers.ts'
import { confirmation, plan } from './messages/plan.ts'
import { prepare } from './messages/prepare.ts'
import { schedule } from './messages/schedule.ts'
import { script } from './messages/script.ts'
import { signInAgain } from './messages/sign-in-again.ts'
import { customCloud, start } from './messages/start.ts'
import { findings, progress, receipts, refused, task, wait } from './messages/step.ts'
import { time } from './messages/time.ts'
import { whatIf } from './messages/what-if.ts'

/** Everything the window says by itself. What a step says comes with the view. */
const messages = {
  ...common,
  ...{
    connect,
    coverage,
    desktop,
    drift,
    engagements,
    evidence,
    footer,
    frame,
    practice,
    handOver,
    closing,
    landscape,
    operations,
    preflight,
    prepare,
  },
  ...{ keyMap, keyDates, environments, noted, people, policy, confirmation, plan, schedule, script, signInAgain, customCloud, start },
  ...{ findings, progress, receipts, refused, task, wait, time, whatIf },
}

/** What stands in a place of a message: text of the view, or text that is formatted already. */
type ValueIn<Value> = [Value] extends [number] ? number : [Value] extends [string] ? string : string | number | readonly string[]

/** The same tree with every message as text, and what needs values as a function to text. */
type InWords<T> = T extends Message
  ? string
  : T extends (values: infer Values) => Message
    ? (values: { readonly [Name in keyof Values]: ValueIn<Values[Name]> }) => string
    : T extends readonly (infer Item)[]
      ? readonly InWords<Item>[]
      : { readonly [Name in keyof T]: InWords<T[Name]> }

/** Every word the window says by itself, in one language. */
export type Strings = InWords<typeof messages>

const messageValue = (value: string | number | readonly string[]): MessageValue =>
  typeof value === 'number' ? value : typeof value === 'string' ? verbatim(value) : value.map(verbatim)

/** @returns the words in the formatter's language */
export function stringsIn({ text }: Formatter): Strings {
  function inWords(node: unknown): unknown {
    if (typeof node === 'function')
      return (values: Readonly<Record<string, string | number | readonly string[]>>) =>
        text(node(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, messageValue(value)]))))
    if (isMessage(node)) return text(node)
    if (Array.isArray(node)) return node.map(inWords)
    return Object.fromEntries(Object.entries(node as object).map(([name, each]) => [name, inWords(each)]))
  }
  // The mapped type follows `inWords` case by case; the compiler cannot see that through `unknown`.
  return inWords(messages) as Strings
}
