import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import type { Customer } from '#contract/customer.ts'
import { time } from '#contract/shapes.ts'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { moveFile } from '../../services/released-files.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { whose } from '../engagement/engagement.ts'
import { ANY, schemasFor } from '../engagement/schemas.ts'
import { inTurnFor } from '../in-turn.ts'
import { rereadableFile } from '../rereadable-file.ts'
import type { Check } from './check.ts'
import { LARGEST_CUSTOMER_LIST, readCustomerList, withCustomers, writeCustomerList } from './customer-list.ts'
import { type Directory, withDirectory, withoutEnvironment } from './directory.ts'
import { messages } from './messages.ts'

const optional = z.exactOptional
const text = z.string().check(z.maxLength(512))

const checksOf = z.strictObject({
  version: z.literal(1),
  checks: z.record(
    text,
    z.strictObject({
      at: time,
      environment: z.strictObject({ displayName: optional(text), type: optional(text) }),
      locked: optional(z.literal(true)),
      keyExpires: optional(time),
      inEffect: z.boolean(),
      steps: z.record(text, z.strictObject({ readAt: time, proved: z.boolean(), planned: z.int(), asks: optional(schemasFor(ANY).asked) })),
    }),
  ),
})

const directoriesOf = z.strictObject({
  version: z.literal(1),
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
  /** Replaces earlier checks of the same engagements. Losing them costs another check. */
  keepChecks(checks: Checks): Promise<void>
  /** Replaces the tenant's environments. Losing them costs another sign-in. */
  keepDirectory(read: Directory): Promise<void>
  hide(tenantId: string, environmentId: string): Promise<void>
}

/** @param names after the next change, of the files that can't be read */
function problemOf(list: string | undefined, checks: string | undefined, directories: string | undefined): DisplayText | undefined {
  if (list !== undefined) return messages.damaged({ file: list })
  if (checks !== undefined) return messages.damagedChecks({ file: checks })
  return directories === undefined ? undefined : messages.damagedDirectories({ file: directories })
}

/** @param folder the profile @param now milliseconds since 1970-01-01T00:00:00Z */
export function customersFile(folder: string, now: () => number): CustomersFile {
  const file = path.join(folder, 'customers.json')
  const checksFile = rereadableFile(path.join(folder, 'checks.json'), checksOf, LARGEST_CHECKS, now)
  const directoriesFile = rereadableFile(path.join(folder, 'directories.json'), directoriesOf, LARGEST_DIRECTORIES, now)
  const inTurn = inTurnFor(folder)
  const aside = () => asideOf(file, 'unreadable', now())

  async function readList(): Promise<{ readonly customers: readonly Customer[]; readonly damaged: boolean }> {
    try {
      const kept = await readKept(file, LARGEST_CUSTOMER_LIST)
      if (kept === undefined) return { customers: [], damaged: false }
      const read = kept.ok ? readCustomerList(kept.bytes.toString('utf8'), path.basename(file)) : kept
      return read.ok && 'customers' in read ? { customers: read.customers, damaged: false } : { customers: [], damaged: true }
    } catch {
      return { customers: [], damaged: true }
    }
  }

  async function change(changed: readonly Customer[]) {
    const { customers, damaged } = await readList()
    await mkdir(folder, { recursive: true })
    // Keeps the unreadable file for repair.
    if (damaged) await moveFile(file, aside())
    await writeDurably(file, writeCustomerList(withCustomers(customers, changed)))
  }

  const addChecks = (added: Checks) => checksFile.change((kept) => ({ version: 1, checks: { ...kept?.checks, ...added } }))

  const changeDirectories = (change: (kept: readonly Directory[]) => readonly Directory[]) =>
    directoriesFile.change((kept) => ({ version: 1, directories: change(kept?.directories ?? []) }))

  return {
    async read() {
      const [{ customers, damaged }, checks, directories] = await Promise.all([readList(), checksFile.read(), directoriesFile.read()])
      const problem = problemOf(damaged ? path.basename(aside()) : undefined, checks.keepsAs, directories.keepsAs)
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
