import { type Known, memberAt, membersOf, REFUSED } from './known.ts'
import { operationOf } from './operations.ts'
import { isArray, isObject, type Json, type Recorded, type Recording } from './recording.ts'
import { isDictionary, isWordList, listOf } from './words.ts'

export const DIFFERENCES = ['member', 'missing', 'kind', 'word', 'status', 'header', 'page', 'form'] as const
export type DifferenceKind = (typeof DIFFERENCES)[number]

/** Impact on the wizard, most severe first. */
export const CONSEQUENCES = [
  'unreadable',
  'first-page',
  'absent',
  'unknown-word',
  'refusal',
  'by-status',
  'success',
  'no-support-id',
  'unread',
] as const
export type Consequence = (typeof CONSEQUENCES)[number]

export interface Difference {
  readonly kind: DifferenceKind
  readonly operation: string
  /** Path of the member or name of the header; empty for the whole answer. */
  readonly place: string
  readonly seen: string
  readonly consequence: Consequence
}

export interface RefusedRequest {
  readonly operation: string
  readonly status: number
  readonly code: string
}

export interface Comparison {
  readonly answers: number
  readonly held: readonly string[]
  readonly differences: readonly Difference[]
  /** Refused: the answer is unknown. */
  readonly refused: readonly RefusedRequest[]
}

export function compare({ answers }: Recording, known: Known): Comparison {
  const differences = new Map<string, Difference>()
  const refused = new Map<string, RefusedRequest>()
  const asked = new Set<string>()
  for (const answer of answers) {
    const operation = operationOf(answer.method, answer.url)
    const found = differencesOf(answer, operation, known)
    for (const each of found) differences.set(`${operation} ${each.kind} ${each.place} ${each.seen}`, each)
    if (answer.status < 400) asked.add(operation)
    else if (!isChallenge(answer)) {
      const code = codeOf(answer.body)
      refused.set(`${operation} ${answer.status} ${code}`, { operation, status: answer.status, code })
    }
  }
  const all = [...differences.values()]
  const held = [...asked].filter((operation) => !all.some((each) => each.operation === operation)).toSorted()
  return { answers: answers.length, held, differences: all, refused: [...refused.values()] }
}

/** Key Vault's token challenge, once per client. */
const isChallenge = ({ status, signedIn }: Recorded): boolean => status === 401 && !signedIn

function codeOf(body: Json | undefined): string {
  const error = isObject(body) && isObject(body['error']) ? body['error'] : undefined
  const inner = error && isObject(error['innererror']) ? error['innererror']['code'] : undefined
  const code = inner ?? error?.['code']
  return typeof code === 'string' ? code : ''
}

/** Refusals with rules for any operation. */
const RULED: readonly number[] = [401, 403, 404, 408, 409, 410, 412, 429, 500, 502, 503, 504]

function differencesOf(answer: Recorded, operation: string, known: Known): readonly Difference[] {
  const { status } = answer
  const at = status >= 400 ? REFUSED : operation
  const found = (kind: DifferenceKind, place: string, seen: string, consequence: Consequence): Difference => ({
    kind,
    operation,
    place,
    seen,
    consequence,
  })
  const isKnown = known.operations[at]?.statuses.includes(status) || RULED.includes(status)
  const statuses = isKnown ? [] : [found('status', '', String(status), status >= 200 && status < 300 ? 'success' : 'refusal')]
  return [...statuses, ...headerDifferences(answer, at, known, found), ...bodyDifferences(answer, at, known, found)]
}

type Found = (kind: DifferenceKind, place: string, seen: string, consequence: Consequence) => Difference

function headerDifferences({ headers }: Recorded, at: string, known: Known, found: Found): readonly Difference[] {
  const type = headers['content-type']
  const other = type !== undefined && !/json/i.test(type) && at !== REFUSED ? [found('header', 'content-type', type, 'unreadable')] : []
  const missing = (known.operations[at]?.headers ?? []).filter((name) => name !== 'content-type' && headers[name] === undefined)
  return [...other, ...missing.map((name) => found('header', name, '', 'no-support-id'))]
}

const isList = (at: string, known: Known): boolean => memberAt(known, at, 'value')?.kinds.includes('array') ?? false

function bodyDifferences({ body, form = 'empty' }: Recorded, at: string, known: Known, found: Found): readonly Difference[] {
  // A refusal may have no body.
  if (body === undefined) return at === REFUSED ? [] : [found('form', '', form, 'unreadable')]
  if (isList(at, known) && (isArray(body) || !isObject(body) || !Object.keys(body).some((name) => name.toLowerCase() === 'value')))
    return [found('page', 'value', '', 'unreadable')]
  return jsonDifferences(body, '', at, known, found)
}

const LEADS_ON = /next|continu|skip/i

function jsonDifferences(json: Json, path: string, at: string, known: Known, found: Found): readonly Difference[] {
  if (isArray(json)) return json.flatMap((each) => jsonDifferences(each, `${path}[]`, at, known, found))
  if (typeof json === 'string') return wordDifferences(json, path, known, found)
  if (!isObject(json) || isDictionary(path) || isWordList(path)) return []
  const names = Object.keys(json)
  const there = new Set(names.filter((name) => json[name] !== null).map((name) => joined(path, name).toLowerCase()))
  const expected = at === REFUSED ? [] : membersOf(known, at, path)
  const missing = expected.filter(([place, { always, read }]) => always && read && !there.has(place.toLowerCase()))
  return [
    ...missing.map(([place, { required }]) => found('missing', place, '', required ? 'unreadable' : 'absent')),
    ...names.flatMap((name) => memberDifferences(json[name] ?? null, { name, place: joined(path, name) }, at, known, found)),
  ]
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

interface Named {
  readonly name: string
  readonly place: string
}

function memberDifferences(json: Json, { name, place }: Named, at: string, known: Known, found: Found): readonly Difference[] {
  const member = memberAt(known, at, place)
  if (!member)
    return [place === name && LEADS_ON.test(name) ? found('page', place, '', 'first-page') : found('member', place, '', 'unread')]
  const kind = isArray(json) ? 'array' : typeof json
  if (json === null) return []
  if (member.kinds.length > 0 && !member.kinds.includes(kind)) return [found('kind', place, kind, member.read ? 'unreadable' : 'unread')]
  return jsonDifferences(json, place, at, known, found)
}

function wordDifferences(word: string, path: string, known: Known, found: Found): readonly Difference[] {
  const list = listOf(path)
  const words = list === undefined ? undefined : known.words[list]
  if (words === undefined || word === '' || words.some((each) => each.toLowerCase() === word.toLowerCase())) return []
  return [found('word', path, word, list === 'error.code' ? 'by-status' : 'unknown-word')]
}
