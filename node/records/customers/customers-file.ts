import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import type { Customer } from '#contract/customer.ts'
import { time } from '#contract/shapes.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { moveFile } from '../../services/released-files.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { whose } from '../engagement/engagement.ts'
import { ANY, schemasFor } from '../engagement/schemas.ts'
import { inTurnFor } from '../in-turn.ts'
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

/** Safety limit in bytes. */
const LARGEST_CHECKS = 64 * 1024 * 1024

/** Rereadable data: an unreadable file counts as empty. */
async function readJson<Schema extends z.ZodMiniType>(file: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
  try {
    const kept = await readKept(file, LARGEST_CHECKS)
    return kept?.ok ? schema.parse(JSON.parse(kept.bytes.toString('utf8'))) : undefined
  } catch (error) {
    console.error(`${path.basename(file)} could not be read:`, error)
    return undefined
  }
}

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

/** @param folder the profile @param now milliseconds since 1970-01-01T00:00:00Z */
export function customersFile(folder: string, now: () => number): CustomersFile {
  const file = path.join(folder, 'customers.json')
  const checksAt = path.join(folder, 'checks.json')
  const directoriesAt = path.join(folder, 'directories.json')
  const inTurn = inTurnFor(folder)
  const aside = () => asideOf(file, 'unreadable', now())

  async function readFile(): Promise<{ readonly customers: readonly Customer[]; readonly damaged: boolean }> {
    try {
      const kept = await readKept(file, LARGEST_CUSTOMER_LIST)
      if (kept === undefined) return { customers: [], damaged: false }
      const read = kept.ok ? readCustomerList(kept.bytes.toString('utf8'), path.basename(file)) : kept
      return read.ok && 'customers' in read ? { customers: read.customers, damaged: false } : { customers: [], damaged: true }
    } catch {
      return { customers: [], damaged: true }
    }
  }

  const readChecks = async (): Promise<Checks> => (await readJson(checksAt, checksOf))?.checks ?? {}
  const readDirectories = async (): Promise<readonly Directory[]> => (await readJson(directoriesAt, directoriesOf))?.directories ?? []

  async function change(changed: readonly Customer[]) {
    const { customers, damaged } = await readFile()
    await mkdir(folder, { recursive: true })
    // Keeps the unreadable file for repair.
    if (damaged) await moveFile(file, aside())
    await writeDurably(file, writeCustomerList(withCustomers(customers, changed)))
  }

  async function addChecks(checks: Checks) {
    await mkdir(folder, { recursive: true })
    await writeDurably(checksAt, `${JSON.stringify({ version: 1, checks: { ...(await readChecks()), ...checks } })}\n`)
  }

  async function changeDirectories(change: (kept: readonly Directory[]) => readonly Directory[]) {
    await mkdir(folder, { recursive: true })
    await writeDurably(directoriesAt, `${JSON.stringify({ version: 1, directories: change(await readDirectories()) })}\n`)
  }

  return {
    async read() {
      const [{ customers, damaged }, checks, directories] = await Promise.all([readFile(), readChecks(), readDirectories()])
      return { customers, checks, directories, ...(damaged ? { problem: messages.damaged({ file: path.basename(aside()) }) } : {}) }
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
