import { setMaxListeners } from 'node:events'
import { type Known, REFUSED } from '#machines/procedure/first-contact/known.ts'
import { operationOf } from '#machines/procedure/first-contact/operations.ts'
import { Pseudonyms } from '#machines/procedure/first-contact/pseudonyms.ts'
import type { Json } from '#machines/procedure/first-contact/recording.ts'
import { isArray, isObject } from '#machines/procedure/first-contact/recording.ts'
import { HEADERS } from '#machines/procedure/first-contact/structure.ts'
import { isDictionary, isWordList, listOf, WORD_LISTS_GONE_BY, wordsIn } from '#machines/procedure/first-contact/words.ts'
import { withSchemas } from '#node/services/azure/exchange.ts'
import { errorBody } from '#node/services/azure/refusal.ts'
import { makeFirstContact } from '#node/services/first-contact/contact.ts'
import { leaping } from '#test/practised.ts'
import { type Exchange, recording } from '#test/published/recorded.ts'
import type { LessonPlan } from './lessons.ts'
import { membersOf } from './schema-members.ts'

interface Counted {
  readonly kinds: Set<string>
  /** How often it was there, and how often its place was. */
  there: number
  readonly read: { is: boolean; required: boolean }
}

interface Learned {
  readonly statuses: Set<number>
  answers: number
  readonly headers: Map<string, number>
  readonly members: Map<string, Counted>
  /** How often each object was there. */
  readonly places: Map<string, number>
}

const kindOf = (json: Json): string => (isArray(json) ? 'array' : typeof json)

/** Learns what the practice tenant answers in a few cases, and what the schemas read of it. */
export class Lesson {
  readonly #operations = new Map<string, Learned>()
  readonly #words = new Map<string, Set<string>>(WORD_LISTS_GONE_BY.map((list) => [list, new Set(wordsIn(list))]))

  async attend({ scenario, before }: LessonPlan): Promise<void> {
    const exchanges: Exchange[] = []
    const schemas: { readonly text: string; readonly request: string; readonly schema: Parameters<typeof membersOf>[0] }[] = []
    const open = leaping(scenario, { around: recording(exchanges) })
    await before?.(open)
    exchanges.length = 0
    const { signal } = new AbortController()
    setMaxListeners(0, signal)
    const choices = { ...scenario.choices, environmentId: scenario.environmentId }
    await withSchemas(
      ({ text, request }, schema) => void schemas.push({ text, request, schema }),
      () => makeFirstContact(open, choices, signal),
    )
    const pseudonyms = new Pseudonyms(0)
    for (const { method, url, status, answer, headers } of exchanges) {
      const operation = status >= 400 ? REFUSED : operationOf(method, pseudonyms.url(url.href))
      const learned = this.#at(operation)
      learned.statuses.add(status)
      learned.answers += 1
      for (const name of Object.keys(headers)) if (HEADERS.includes(name)) learned.headers.set(name, (learned.headers.get(name) ?? 0) + 1)
      if (answer !== '') this.#learn(JSON.parse(answer), '', learned)
      const own = status >= 400 ? [{ schema: errorBody }] : []
      for (const { schema } of [
        ...own,
        ...schemas.filter(({ text, request }) => text === answer && request === `${method} ${url.pathname}`),
      ])
        for (const { path, kind, required } of membersOf(schema)) {
          if (path === '') continue
          const member = memberIn(learned, path)
          member.read.is = true
          member.read.required = required
          if (member.kinds.size === 0) member.kinds.add(kind)
        }
    }
  }

  #at(operation: string): Learned {
    const learned = this.#operations.get(operation) ?? {
      statuses: new Set(),
      answers: 0,
      headers: new Map(),
      members: new Map(),
      places: new Map(),
    }
    this.#operations.set(operation, learned)
    return learned
  }

  #learn(json: Json, path: string, learned: Learned): void {
    if (isArray(json)) for (const each of json) this.#learn(each, `${path}[]`, learned)
    if (typeof json === 'string') {
      const list = listOf(path)
      if (list !== undefined && json !== '') this.#words.get(list)?.add(json)
    }
    if (!isObject(json) || isDictionary(path) || isWordList(path)) return
    learned.places.set(path, (learned.places.get(path) ?? 0) + 1)
    for (const [name, value] of Object.entries(json)) {
      const at = path === '' ? name : `${path}.${name}`
      const member = memberIn(learned, at)
      if (value !== null) {
        member.there += 1
        member.kinds.add(kindOf(value))
      }
      this.#learn(value, at, learned)
    }
  }

  known(): Known {
    const operations = [...this.#operations]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, learned]) => [name, written(learned)] as const)
    const words = [...this.#words]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([list, each]) => [list, sorted([...each])] as const)
    return { operations: Object.fromEntries(operations), words: Object.fromEntries(words) }
  }
}

const sorted = (words: readonly string[]): readonly string[] => words.toSorted((one, other) => (one < other ? -1 : 1))

function memberIn({ members }: Learned, path: string): Counted {
  const known = [...members].find(([each]) => each.toLowerCase() === path.toLowerCase())?.[1]
  if (known) return known
  const made: Counted = { kinds: new Set(), there: 0, read: { is: false, required: false } }
  members.set(path, made)
  return made
}

function written({ statuses, answers, headers, members, places }: Learned): Known['operations'][string] {
  const one = ([path, { kinds, there, read }]: readonly [string, Counted]) => {
    const place = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
    const always = read.is && there > 0 && there === places.get(place)
    return [
      path,
      [...sorted([...kinds]), ...(always ? ['always'] : []), ...(read.is ? ['read'] : []), ...(read.required ? ['required'] : [])].join(
        ' ',
      ),
    ] as const
  }
  return {
    statuses: [...statuses].toSorted((a, b) => a - b),
    headers: sorted([...headers].filter(([, times]) => times === answers).map(([name]) => name)),
    members: Object.fromEntries([...members].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(one)),
  }
}
