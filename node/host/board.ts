import type { Customer } from '#contract/customer.ts'
import { defined } from '#machines/defined.ts'
import type { DirectoryEnvironment, ReadDirectory } from '#machines/engine/directory.ts'
import { HOUR } from '#machines/engine/durations.ts'
import { sameId } from '#machines/engine/ids.ts'
import type { StartView } from '#machines/engine/wizard/view.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { CustomersFile, KeptCustomers } from '../records/customers/customers-file.ts'
import { type Directory, notStarted } from '../records/customers/directory.ts'
import { type Engagement, newEngagement } from '../records/engagement/engagement.ts'
import { boardOf, type ListedAs } from '../records/engagement/listing.ts'
import type { OpenedTenant } from '../records/engagement/record.ts'
import type { Kept } from '../records/engagement/schemas.ts'
import { type EngagementStore, engagementId, type Listed, type Whose } from '../records/engagement/store.ts'
import { messages } from './messages.ts'

export interface BoardOptions {
  readonly listedAs: ListedAs
  /** Absent: nothing is listed. */
  readonly store: EngagementStore | undefined
  readonly customers: CustomersFile | undefined
  readonly procedure: Kept
  readonly before: Pick<Whose, 'appVersion' | 'reached' | 'steps'>
  readonly begun: { readonly listed?: readonly Listed[]; readonly kept?: KeptCustomers } | undefined
  /** Closes the engagement that was open; the list shows its last save. */
  readonly release: () => Promise<void>
  readonly changed: () => void
}

/** A listed environment with its record and directory data. */
export interface PlaceOnList {
  readonly id: string
  readonly engagement: Engagement
  readonly listed?: DirectoryEnvironment
}

export const idOf = ({ tenant, environment }: Pick<Engagement, 'tenant' | 'environment'>): string =>
  engagementId({ tenantId: tenant.id, environmentId: environment.id })

const NONE: KeptCustomers = { customers: [] }

/** The start page's list: engagements with their customers' names and groups. */
export class Board {
  readonly #options: BoardOptions
  #listed: readonly Listed[] | undefined
  #lacks: DisplayText | undefined
  #kept: KeptCustomers
  #listing: Promise<void> | undefined
  #known: ReadDirectory | undefined
  #directory = ''

  constructor(options: BoardOptions) {
    this.#options = options
    this.#listed = options.begun?.listed
    this.#kept = options.begun?.kept ?? NONE
  }

  /** @param open what is open behind the list, as it is now */
  shown(open?: Engagement): Pick<StartView, 'engagements' | 'finished' | 'customersProblem' | 'lacks'> {
    if (!this.#listed) return {}
    const now = open && { id: idOf(open), ok: true as const, engagement: open, here: true as const }
    const listed = now ? this.#listed.map((each) => (each.id === now.id ? now : each)) : this.#listed
    return { ...boardOf(this.#options.listedAs, listed, this.#kept), ...defined({ lacks: this.#lacks }) }
  }

  find(id: string): Listed | undefined {
    const found = this.#listed?.find((each) => each.id === id)
    if (found || !this.#listed) return found
    const whose = this.#whose(id)
    return whose && { id, ok: true, engagement: newEngagement(whose, 0) }
  }

  #notStarted(id: string) {
    const begun = new Set(this.#listed?.map((each) => each.id))
    return notStarted(this.#kept.directories ?? [], begun).find((each) => each.id === id)
  }

  #whose(id: string): Whose | undefined {
    const found = this.#notStarted(id)
    if (!found) return undefined
    const { cloud, tenant, account, signIn } = found.directory
    const { id: environmentId, displayName, type } = found.environment
    return {
      ...this.#options.before,
      cloud,
      tenant,
      account,
      environment: { id: environmentId, displayName, type },
      ...defined({ signIn }),
    }
  }

  /** Undefined if its record is unreadable. */
  place(id: string): PlaceOnList | undefined {
    const found = this.find(id)
    if (!found?.ok) return undefined
    const { tenant, environment } = found.engagement
    const listed = this.#kept.directories
      ?.find((each) => sameId(each.tenant.id, tenant.id))
      ?.environments.find((each) => sameId(each.id, environment.id))
    return { id, engagement: found.engagement, ...defined({ listed }) }
  }

  /** Creates missing engagements and lists again. Failures are retried when opened. */
  async begin(ids: readonly string[]): Promise<void> {
    const { store, procedure } = this.#options
    for (const id of ids) {
      const whose = this.#whose(id)
      if (!whose || !store) continue
      const opening = await store.open({ tenantId: whose.tenant.id, environmentId: whose.environment.id }, whose, procedure)
      if (!opening.ok) continue
      await opening.open.save(opening.open.engagement)
      await opening.open.close()
    }
    await this.again()
  }

  async remove(id: string): Promise<void> {
    const { store, customers } = this.#options
    const found = this.#notStarted(id)
    if (found) await customers?.hide(found.directory.tenant.id, found.environment.id)
    else await store?.remove(id)
    await this.again()
  }

  keepDirectory({ tenant, services, cloud, request }: OpenedTenant, read: ReadDirectory): void {
    const { customers } = this.#options
    // Most changes don't concern the reading.
    if (!customers || tenant.practice || read === this.#known) return
    this.#known = read
    const { tenantId, tenantName, objectId, userName, displayName } = services.account
    const directory: Directory = {
      at: read.at,
      cloud: { id: cloud.id, name: cloud.name },
      tenant: { id: tenantId, name: tenantName },
      account: { objectId, userName, displayName },
      environments: read.environments,
      ...defined({ signIn: request }),
    }
    // Read with each check of step 1: writes only news, and occasionally the time.
    const said = JSON.stringify({ ...directory, at: Math.floor(read.at / HOUR) })
    if (said === this.#directory) return
    this.#directory = said
    void customers
      .keepDirectory(directory)
      .catch((error: unknown) => console.error('The environments of a tenant could not be kept:', error))
  }

  customers(): readonly Customer[] {
    return this.#kept.customers
  }

  forget(): void {
    this.#listed = undefined
  }

  /** When the start page appears, after the open engagement is closed. */
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
      this.#lacks = store?.lacks?.()
      this.#kept = kept ?? NONE
    } catch (error) {
      console.error('The engagements could not be listed:', error)
      this.#listed = []
    }
  }

  async again(): Promise<void> {
    this.forget()
    await this.list()
  }

  async refresh(): Promise<void> {
    const { store, changed } = this.#options
    const before = this.#listed
    if (!store || !before || this.#listing) return
    const listed = await store.list()
    // Another list or an engagement was opened meanwhile.
    if (this.#listed !== before) return
    this.#listed = listed
    this.#lacks = store.lacks?.()
    changed()
  }

  /** Replaces entries of the same customers. @returns why it can't */
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
