import * as z from 'zod/mini'
import { type Customer, customer } from '#contract/customer.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readJson } from '#machines/parsed-json.ts'
import { twiceIn } from '../../services/lines-of-json.ts'
import { messages } from './messages.ts'

/** Incremented for changes that older versions can't read. */
export const CUSTOMER_LIST_VERSION = 1

/** Safety limit in bytes. */
export const LARGEST_CUSTOMER_LIST = 5 * 1024 * 1024

const customerList = z.strictObject({
  schema: z.literal(CUSTOMER_LIST_VERSION),
  customers: z.array(customer).check(z.maxLength(20_000)),
})

const versioned = z.looseObject({ schema: z.int().check(z.positive()) })

export type ReadCustomers =
  | { readonly ok: true; readonly customers: readonly Customer[] }
  /** `newer`: whole, but of a later version. */
  | { readonly ok: false; readonly why: DisplayText; readonly newer?: true }

/** @param file its name, for messages */
export function readCustomerList(content: string, file: string): ReadCustomers {
  const read = readJson(content, LARGEST_CUSTOMER_LIST)
  if (!read.ok)
    return { ok: false, why: read.problem === 'not-json' ? messages.notJson({ file }) : messages.notRead({ file, why: read.why }) }
  const known = versioned.safeParse(read.value)
  if (!known.success) return { ok: false, why: messages.noVersion({ file }) }
  const { schema: version } = known.data
  if (version > CUSTOMER_LIST_VERSION)
    return { ok: false, newer: true, why: messages.newer({ file, version, known: CUSTOMER_LIST_VERSION }) }
  // The last of two would count, unseen.
  const repeated = twiceIn(content)
  if (repeated) return { ok: false, why: messages.otherAt({ file, place: nameOf(repeated.name) }) }
  const parsed = customerList.safeParse(read.value)
  if (!parsed.success) return { ok: false, why: messages.otherAt({ file, place: placeOf(parsed.error.issues[0]?.path ?? []) }) }
  const seen = new Set<string>()
  for (const { tenantId } of parsed.data.customers) {
    if (seen.has(tenantId.toLowerCase())) return { ok: false, why: messages.twice({ file, tenant: tenantId }) }
    seen.add(tenantId.toLowerCase())
  }
  return { ok: true, customers: parsed.data.customers }
}

/** What isn't the name of a member may be a secret. */
const nameOf = (member: string | undefined): string => (member !== undefined && /^[A-Za-z]{1,20}$/.test(member) ? member : 'customers')

/** One-based: the first entry is `customers[1]`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part + 1}]` : so === '' ? String(part) : `${so}.${String(part)}`),
    '',
  ) || 'customers'

export const writeCustomerList = (customers: readonly Customer[]): string =>
  `${JSON.stringify({ schema: CUSTOMER_LIST_VERSION, customers }, undefined, 1)}\n`

/** Replaces the entries of the same customers; drops empty ones. */
export function withCustomers(kept: readonly Customer[], changed: readonly Customer[]): readonly Customer[] {
  const later = new Map(changed.map((each) => [each.tenantId.toLowerCase(), each]))
  const others = kept.filter(({ tenantId }) => !later.has(tenantId.toLowerCase()))
  return [...others, ...changed].filter(({ name: own, groups }) => own !== undefined || groups.length > 0)
}
