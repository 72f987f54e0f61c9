import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Customer } from '../../ipc/customer.ts'
import type { DisplayText } from '../../machines/messages/message.ts'
import { asideOf, readKept, writeDurably } from '../engagement/durable-file.ts'
import { LARGEST_CUSTOMER_LIST, readCustomerList, withCustomers, writeCustomerList } from './customer-list.ts'
import { messages } from './messages.ts'

/** What is kept of customers, and what to say where it can't be read. */
export interface KeptCustomers {
  readonly customers: readonly Customer[]
  readonly problem?: DisplayText
}

/** The customer list in the app's profile. */
export interface CustomersFile {
  read(): Promise<KeptCustomers>
  /** Puts these in place of what was kept of the same customers. Changes that follow one another are written in their order. */
  change(customers: readonly Customer[]): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DisplayText }>
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function customersFile(file: string, now: () => number): CustomersFile {
  let last: Promise<unknown> = Promise.resolve()
  /** The name under which a file that can't be read is kept. */
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

  async function change(changed: readonly Customer[]) {
    const { customers, damaged } = await readFile()
    await mkdir(path.dirname(file), { recursive: true })
    // Someone may still repair it: nothing is written over what can't be read.
    if (damaged) await rename(file, aside())
    await writeDurably(file, writeCustomerList(withCustomers(customers, changed)))
  }

  return {
    async read() {
      const { customers, damaged } = await readFile()
      return damaged ? { customers, problem: messages.damaged({ file: path.basename(aside()) }) } : { customers }
    },
    change(changed) {
      const written = last.then(() => change(changed))
      last = written.catch(() => undefined)
      return written.then(
        () => ({ ok: true as const }),
        (error: unknown) => ({
          ok: false as const,
          why: messages.notSaved({ error: error instanceof Error && 'code' in error ? String(error.code) : String(error) }),
        }),
      )
    },
  }
}
