import { AsyncLocalStorage } from 'node:async_hooks'
import type { z } from 'zod'
import type { Answer, Refusal } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { answerMessages } from '../answer-messages.ts'
import { ENVIRONMENTS_ANSWER } from './bounded-answer.ts'
import { challengeIn } from './challenge.ts'
import { refusalOfClient, refusalOfConnection, refuse, TooManyPages, unreadable } from './refusal.ts'
import { excerptOf } from './service-text.ts'
import { follow, type Received } from './trail.ts'

/** Guards against circular pages; more than any tenant has at a hundred entries a page. */
const MOST_PAGES = 100

const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

/**
 * Runs a client call and returns the raw answer, which our schemas read (decision 0015).
 * @throws the signal's reason after an abort, and defects
 */
export async function exchange(call: () => Promise<unknown>, clock: Clock, signal?: AbortSignal): Promise<Answer<Received>> {
  signal?.throwIfAborted()
  const { trail, error } = await follow(call, signal)
  signal?.throwIfAborted()
  const asked = trail.asked ?? 'Sign-in'
  const stopped = refusalOfClient(error, asked) ?? refusalOfConnection(trail.unanswered, asked)
  const last = trail.received.at(-1)
  // Only if nothing was sent after it.
  const challenge = last && trail.unanswered === undefined ? challengeIn(last, trail.scope) : undefined
  // The service's no stands, whatever became of the sign-in that it asks for.
  if (last && challenge) return refused({ ...(stopped?.reason === 'unauthenticated' ? stopped : refuse(last, clock)), challenge })
  if (stopped) return refused(stopped)
  // After an answer, only the challenge's check fails: the answer is the refusal.
  if (!last || trail.unanswered !== undefined) throw error ?? new Error(`${asked} ended without an answer.`)
  return last.status >= 200 && last.status < 300 ? { ok: true, value: last } : refused(refuse(last, clock))
}

/** As `exchange`, with a schema. */
export async function exchangeFor<T>(
  schema: z.ZodType<T>,
  call: () => Promise<unknown>,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const answer = await exchange(call, clock, signal)
  return answer.ok ? readAnswer(answer.value, schema, clock) : answer
}

/** Follows `nextLink`. @param read requests a page by address */
export async function readPages<T>(
  first: string,
  read: (address: string) => Promise<Answer<{ readonly entries: readonly T[]; readonly next?: string }>>,
): Promise<Answer<readonly T[]>> {
  const entries: T[] = []
  let address: string | undefined = first
  for (let pages = 1; address !== undefined; pages++) {
    const page: Answer<{ readonly entries: readonly T[]; readonly next?: string }> = await read(address)
    if (!page.ok) return page
    // One by one: a call takes no hundred thousand arguments, and a page can have more entries.
    for (const entry of page.value.entries) entries.push(entry)
    address = page.value.next
    if (address !== undefined && pages >= MOST_PAGES)
      return refused({ reason: 'unreadable', request: 'GET', message: new TooManyPages(pages).why })
  }
  return { ok: true, value: entries }
}

type SchemaWatcher = (received: Received, schema: z.ZodType) => void
const schemaWatchers = new AsyncLocalStorage<SchemaWatcher>()

/** Reports the schema of each answer: all that the wizard relies on is in its schemas. */
export const withSchemas = <T>(watch: SchemaWatcher, work: () => Promise<T>): Promise<T> => schemaWatchers.run(watch, work)

/** Parses a successful answer; another form becomes a refusal with the answer's start. */
export function readAnswer<T>(received: Received, schema: z.ZodType<T>, clock: Clock): Answer<T> {
  schemaWatchers.getStore()?.(received, schema)
  const type = received.header('content-type')
  if (received.text.trim() === '') return refused(unreadable(received, answerMessages.nothing, clock))
  if (type && !/json/i.test(type)) return refused(unreadable(received, answerMessages.notJson({ type: excerptOf(type) }), clock))
  // Read within its own service's limit.
  const body = parsedJson(received.text, ENVIRONMENTS_ANSWER.bytes)
  if (body === undefined) return refused(unreadable(received, answerMessages.cutOff, clock))
  const read = schema.safeParse(body)
  if (read.success) return { ok: true, value: read.data }
  const [issue] = read.error.issues
  if (issue === undefined) return refused(unreadable(received, answerMessages.otherForm, clock))
  const { path, message: problem } = issue
  const otherForm =
    path.length === 0
      ? answerMessages.otherFormBecause({ problem })
      : answerMessages.otherFormAt({ place: path.map(String).join('.'), problem })
  return refused(unreadable(received, otherForm, clock))
}
