import type { Customer } from '../ipc/customer.ts'
import type { StartView } from '../machines/engine/wizard/view.ts'
import type { DisplayText } from '../machines/messages/message.ts'
import type { CustomersFile, KeptCustomers } from '../records/customers/customers-file.ts'
import { boardOf, type ListedAs } from '../records/engagement/listing.ts'
import type { EngagementStore, Listed } from '../records/engagement/store.ts'
import { messages } from './messages.ts'

export interface BoardOptions {
  readonly listedAs: ListedAs
  /** Engagements on this computer; absent, nothing is listed. */
  readonly store: EngagementStore | undefined
  /** What a person keeps of customers. */
  readonly customers: CustomersFile | undefined
  /** What was listed before this was there. */
  readonly begun: { readonly listed?: readonly Listed[]; readonly kept?: KeptCustomers } | undefined
  /** Lets go of what is open: it is listed as it was saved last. */
  readonly release: () => Promise<void>
  readonly changed: () => void
}

const NONE: KeptCustomers = { customers: [] }

/** What the start page lists: the engagements of this computer, with the names and groups of their customers. */
export class Board {
  readonly #options: BoardOptions
  #listed: readonly Listed[] | undefined
  #kept: KeptCustomers
  #listing: Promise<void> | undefined

  constructor(options: BoardOptions) {
    this.#options = options
    this.#listed = options.begun?.listed
    this.#kept = options.begun?.kept ?? NONE
  }

  shown(): Pick<StartView, 'engagements' | 'customersProblem'> {
    return this.#listed ? boardOf(this.#options.listedAs, this.#listed, this.#kept) : {}
  }

  find(id: string): Listed | undefined {
    return this.#listed?.find((each) => each.id === id)
  }

  customers(): readonly Customer[] {
    return this.#kept.customers
  }

  /** What was listed counts no more. */
  forget(): void {
    this.#listed = undefined
  }

  /** Whenever the start page comes on screen, and after what was open has been let go of. Resolves when it is listed. */
  list(): Promise<void> {
    if (!this.#options.store || this.#listed) return Promise.resolve()
    this.#listing ??= this.#read().finally(() => {
      this.#listing = undefined
      this.#options.changed()
    })
    return this.#listing
  }

  async #read(): Promise<void> {
    const { store, customers, release } = this.#options
    try {
      await release()
      const [listed, kept] = await Promise.all([store?.list() ?? [], customers?.read()])
      this.#listed = listed
      this.#kept = kept ?? NONE
    } catch (error) {
      console.error('The engagements could not be listed:', error)
      this.#listed = []
    }
  }

  /** Lists anew. */
  async again(): Promise<void> {
    this.forget()
    await this.list()
  }

  /** Shows what is listed now, where a list is on screen: someone else may have worked on it. */
  async refresh(): Promise<void> {
    const { store, changed } = this.#options
    if (!store || !this.#listed || this.#listing) return
    this.#listed = await store.list()
    changed()
  }

  /** Keeps these in place of what was kept of the same customers. @returns why it can't */
  async change(customers: readonly Customer[]): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DisplayText }> {
    const { customers: file } = this.#options
    if (!file) return { ok: false, why: messages.nothingKept }
    const changed = await file.change(customers)
    if (changed.ok) {
      this.#kept = await file.read()
      this.#options.changed()
    }
    return changed
  }
}
