import { defineMessages, type Message } from './messages/message.ts'

/* The only reader of JSON from outside: from a disk, the network, another process, or the command line.
   Decision 0220: length, nesting, and number of values are checked before parsing. `JSON.parse` takes twenty bytes of memory for one of "[", and a
   nesting of some million levels ends the program. */

/** Services answer with about ten levels, and the wizard's own files have fewer than twenty. */
export const DEEPEST_JSON = 100

const MB = 1024 * 1024

/** In characters: for answers, and for files without a smaller limit of their own. A longer text stops the program for seconds. */
export const LONGEST_JSON = 16 * MB

/** Fewer characters for each value than any answer or file has on average: a text of nothing but `{},` is validated for a minute. */
const SHORTEST_VALUE = 16

export const jsonMessages = defineMessages('json', {
  notJson: 'It’s cut off or isn’t JSON.',
  tooLong: 'It’s longer than {size, number} MB, so the wizard didn’t read it.',
  tooDeep: 'It’s nested more than {levels, number} levels deep, so the wizard didn’t read it.',
  tooMany: 'It has more than {count, number} values, so the wizard didn’t read it.',
})

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

export type JsonProblem = 'too-long' | 'too-deep' | 'too-many' | 'not-json'

export type ReadJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: JsonProblem; readonly why: Message }

/** @param text may begin with the byte order mark of some Windows editors @param longest limit in characters */
export function readJson(text: string, longest = LONGEST_JSON): ReadJson {
  const most = Math.ceil(longest / SHORTEST_VALUE)
  const problem = text.length > longest ? 'too-long' : excessIn(text, { deepest: DEEPEST_JSON, most })
  if (problem !== undefined) return { ok: false, problem, why: whyNot(problem, longest, most) }
  try {
    return { ok: true, value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, problem: 'not-json', why: jsonMessages.notJson }
  }
}

function whyNot(problem: Exclude<JsonProblem, 'not-json'>, longest: number, most: number): Message {
  if (problem === 'too-long') return jsonMessages.tooLong({ size: Math.max(0.1, Math.round((longest / MB) * 10) / 10) })
  return problem === 'too-deep' ? jsonMessages.tooDeep({ levels: DEEPEST_JSON }) : jsonMessages.tooMany({ count: most })
}

/** @returns undefined if it isn't JSON, which has no such value, or exceeds a limit @param longest limit in characters */
export function parsedJson(text: string, longest = LONGEST_JSON): Json | undefined {
  const read = readJson(text, longest)
  return read.ok ? read.value : undefined
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * What of a text would take too much memory or time. Of malformed text, the part before the fault counts.
 * @param limits nesting of arrays and objects, and number of values, of which an empty array or object counts as two
 */
export function excessIn(
  text: string,
  { deepest, most }: { readonly deepest: number; readonly most: number },
): 'too-deep' | 'too-many' | undefined {
  let [depth, count] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at)
        break
      case 0x5b:
      case 0x7b:
        depth += 1
        count += 1
        if (depth > deepest) return 'too-deep'
        break
      case 0x5d:
      case 0x7d:
        depth -= 1
        break
      case 0x2c:
        count += 1
    }
    if (count > most) return 'too-many'
  }
  return undefined
}

/** @param at its first quotation mark */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next)
    if (code === BACKSLASH) next += 1
    else if (code === QUOTE) return next
  }
  return text.length
}
