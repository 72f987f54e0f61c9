import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import type { Customer } from '#contract/customer.ts'
import { nearestTime, time } from '#contract/shapes.ts'
import { defined } from '#machines/defined.ts'
import { UNDER_WAY } from '#machines/engine/situation/under-way.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { readKept, writeDurably } from '../engagement/durable-file.ts'
import { whose } from '../engagement/engagement.ts'
import { ANY, schemasFor } from '../engagement/schemas.ts'
import { inTurnFor } from '../in-turn.ts'
import { keepUnread, rereadableFile, type UnreadFile, unreadFile } from '../rereadable-file.ts'
import { type Check, withEarlier } from './check.ts'
import { LARGEST_CUSTOMER_LIST, readCustomerList, withCustomers, writeCustomerList } from './customer-list.ts'
import { type Directory, withDirectory, withoutEnvironment } from './directory.ts'
import { messages } from './messages.ts'

const optional = z.exactOptional
const text = z.string().check(z.maxLength(512))

/** Of the file of environments. */
const VERSION = 1
/** Of the file of checks. */
const CHECKS_VERSION = 2

const { asked } = schemasFor(ANY)
const step = { readAt: time, proved: z.boolean(), planned: z.int(), asks: optional(asked) }
const environment = z.strictObject({ displayName: optional(text), type: optional(text) })

const check = z.strictObject({
  at: time,
  environment,
  locked: optional(z.boolean()),
  otherPolicy: optional(z.boolean()),
  key: optional(
    z.strictObject({
      readAt: time,
      expires: optional(nearestTime),
      rotation: optional(z.strictObject({ at: nearestTime, byPolicy: z.boolean() })),
    }),
  ),
  accessEnds: optional(nearestTime),
  inEffect: z.boolean(),
  steps: z.record(text, z.strictObject({ ...step, run: optional(z.strictObject({ kind: z.enum(UNDER_WAY), since: time })) })),
})

/** Version 1 said of the key only when it expires. */
const firstChecks = z.strictObject({
  version: z.literal(1),
  checks: z.record(
    text,
    z.strictObject({
      at: time,
      environment,
      locked: optional(z.literal(true)),
      keyExpires: optional(nearestTime),
      inEffect: z.boolean(),
      steps: z.record(text, z.strictObject(step)),
    }),
  ),
})

const ofFirst = ({ checks }: z.infer<typeof firstChecks>): { readonly version: typeof CHECKS_VERSION; readonly checks: Checks } => ({
  version: CHECKS_VERSION,
  checks: Object.fromEntries(
    Object.entries(checks).map(([id, { keyExpires: expires, ...each }]) => [
      id,
      expires === undefined ? each : { ...each, key: { readAt: each.at, expires } },
    ]),
  ),
})

const checksOf = z.union([
  z.strictObject({ version: z.literal(CHECKS_VERSION), checks: z.record(text, check) }),
  z.pipe(firstChecks, z.transform(ofFirst)),
])

const directoriesOf = z.strictObject({
  version: z.literal(VERSION),
  directories: z.readonly(
    z.array(
      z.strictObject({
        at: time,
        ...whose,
        environments: z.readonly(
          z.array(
            z.strictObject({ id: text, displayName: text, type: text, geography: text, region: optional(text), domain: optional(text) }),
          ),
        ),
        hidden: optional(z.readonly(z.array(text))),
      }),
    ),
  ),
})

/** Safety limits in bytes: some kilobytes for a check, some hundred bytes for an environment. */
const LARGEST_CHECKS = 16 * 1024 * 1024
const LARGEST_DIRECTORIES = 16 * 1024 * 1024

type Checks = Readonly<Record<string, Check>>

/** Customer data besides engagements, and the problem if unreadable. */
export interface KeptCustomers {
  readonly customers: readonly Customer[]
  readonly checks?: Checks
  readonly directories?: readonly Directory[]
  readonly problem?: DisplayText
}

export interface CustomersFile {
  read(): Promise<KeptCustomers>
  /** Replaces the entries of the same customers. Writes are sequential. */
  change(customers: readonly Customer[]): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DisplayText }>
  /** Of the same engagements, an earlier check keeps what the later one couldn’t read. Losing them costs another check. */
  keepChecks(checks: Checks): Promise<void>
  /** Replaces the tenant's environments. Losing them costs another sign-in. */
  keepDirectory(read: Directory): Promise<void>
  hide(tenantId: string, environmentId: string): Promise<void>
}

/** Of the first of these files that can't be read. */
function problemOf(list?: UnreadFile, checks?: UnreadFile, directories?: UnreadFile): DisplayText | undefined {
  if (list) return (list.newer ? messages.newerList : messages.damaged)({ file: list.keepsAs })
  if (checks) return (checks.newer ? messages.newerChecks : messages.damagedChecks)({ file: checks.keepsAs })
  return directories && (directories.newer ? messages.newerDirectories : messages.damagedDirectories)({ file: directories.keepsAs })
}

/** @param folder the profile @param now milliseconds since 1970-01-01T00:00:00Z @param log why one couldn't be read; default: the console */
export function customersFile(folder: string, now: () => number, log?: (line: string) => void): CustomersFile {
  const file = path.join(folder, 'customers.json')
  const checksFile = rereadableFile(path.join(folder, 'checks.json'), checksOf, {
    version: CHECKS_VERSION,
    largest: LARGEST_CHECKS,
    now,
    log,
  })
  const directoriesFile = rereadableFile(path.join(folder, 'directories.json'), directoriesOf, {
    version: VERSION,
    largest: LARGEST_DIRECTORIES,
    now,
    log,
  })
  const inTurn = inTurnFor(folder)

  async function readList(): Promise<{ readonly customers: readonly Customer[]; readonly unread?: UnreadFile }> {
    const unread = async (newer: boolean) => ({ customers: [], unread: await unreadFile(file, newer, now) })
    try {
      const kept = await readKept(file, LARGEST_CUSTOMER_LIST)
      if (kept === undefined) return { customers: [] }
      const read = kept.ok ? readCustomerList(kept.bytes.toString('utf8'), path.basename(file)) : kept
      if (read.ok && 'customers' in read) return { customers: read.customers }
      return unread('newer' in read)
    } catch {
      return unread(false)
    }
  }

  async function change(changed: readonly Customer[]) {
    const { customers, unread } = await readList()
    await mkdir(folder, { recursive: true })
    // Keeps the unreadable file for repair.
    if (unread) await keepUnread(file, unread)
    await writeDurably(file, writeCustomerList(withCustomers(customers, changed)))
  }

  const addChecks = (added: Checks) =>
    checksFile.change((kept) => ({
      version: CHECKS_VERSION,
      checks: {
        ...kept?.checks,
        ...Object.fromEntries(Object.entries(added).map(([id, check]) => [id, withEarlier(kept?.checks[id], check)])),
      },
    }))

  const changeDirectories = (change: (kept: readonly Directory[]) => readonly Directory[]) =>
    directoriesFile.change((kept) => ({ version: VERSION, directories: change(kept?.directories ?? []) }))

  return {
    async read() {
      const [{ customers, unread }, checks, directories] = await Promise.all([readList(), checksFile.read(), directoriesFile.read()])
      const problem = problemOf(unread, checks.unread, directories.unread)
      return {
        customers,
        checks: checks.content?.checks ?? {},
        directories: directories.content?.directories ?? [],
        ...defined({ problem }),
      }
    },
    change: (changed) =>
      inTurn(() => change(changed)).then(
        () => ({ ok: true as const }),
        (error: unknown) => ({
          ok: false as const,
          why: messages.notSaved({ error: error instanceof Error && 'code' in error ? String(error.code) : String(error) }),
        }),
      ),
    keepChecks: (checks) => inTurn(() => addChecks(checks)),
    keepDirectory: (read) => inTurn(() => changeDirectories((kept) => withDirectory(kept, read))),
    hide: (tenantId, environmentId) => inTurn(() => changeDirectories((kept) => withoutEnvironment(kept, tenantId, environmentId))),
  }
}
