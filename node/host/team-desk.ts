import type { TeamView } from '#contract/team-contract.ts'
import type { Cloud } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatted } from '#messages/formatter.ts'
import type { Holding } from '../records/engagement/lock.ts'
import type { EngagementStore } from '../records/engagement/store.ts'
import type { ProfileFile } from '../records/profile-file.ts'
import { copyFolder, setTeamStore, type TeamConfig } from '../records/team/config.ts'
import { teamMessages as configMessages } from '../records/team/messages.ts'
import type { Moved } from '../records/team/move.ts'
import type { TeamStore } from '../records/team/team-store.ts'
import type { TeamSignIn, TeamSignInOutcome } from '../services/identity/team-identity.ts'
import { type ContainerAddress, containerAddress } from '../services/storage/address.ts'
import { type Container, ContainerRefused, type Protection } from '../services/storage/container.ts'
import { teamDeskMessages as messages } from './team-messages.ts'

export type TeamShown = Omit<Formatted<TeamView>, 'why'> & { readonly why?: DisplayText }

export type TeamReply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: DisplayText }

export interface TeamDeskOptions {
  readonly file: Pick<ProfileFile<TeamConfig>, 'find' | 'write'>
  readonly userData: string
  readonly engagements: string
  readonly folder: EngagementStore
  readonly holding: Holding
  readonly now: () => number
  readonly customCloud?: Cloud
  /** A store set by the organization replaces the person's. */
  readonly managed?: { readonly address: string; readonly tenant: string }
  /** @param mayAsk may open the browser */
  readonly signIn: (asked: { readonly cloudId: string; readonly tenant: string; readonly mayAsk: boolean }) => Promise<TeamSignInOutcome>
  readonly changed: () => void
}

export interface TeamDesk {
  /** The store, possibly unreachable or unknown; undefined without one. */
  store(): Promise<EngagementStore | undefined>
  read(): Promise<TeamShown>
  connect(address: string, tenant: string): Promise<TeamReply<TeamShown>>
  /** Repairs a store with a missing or different mark. */
  repair(): Promise<TeamReply<TeamShown>>
  /** Records stay in the store and as a readable copy here. */
  leave(): Promise<TeamShown>
  move(to: 'store' | 'computer'): Promise<TeamReply<Moved>>
}

interface Open {
  readonly address: ContainerAddress
  readonly tenant: string
  readonly container: Container
  readonly store: TeamStore
  signedIn?: TeamSignIn | undefined
}

export function createTeamDesk(options: TeamDeskOptions): TeamDesk {
  return new Desk(options)
}

class Desk implements TeamDesk {
  readonly #options: TeamDeskOptions
  #open: Promise<Open | undefined> | undefined
  /** Why it isn't known which store is set. */
  #unknown: DisplayText | undefined

  constructor(options: TeamDeskOptions) {
    this.#options = options
  }

  async store(): Promise<EngagementStore | undefined> {
    const open = await this.#current()
    if (open || this.#unknown === undefined) return open?.store
    const { unknownStore } = await import('../records/team/unknown-store.ts')
    return unknownStore(this.#options.userData, this.#unknown)
  }

  #current(): Promise<Open | undefined> {
    this.#open ??= this.#set()
    return this.#open
  }

  async #set(): Promise<Open | undefined> {
    const { managed, file, customCloud } = this.#options
    const set = managed ? { ok: true as const, content: managed } : await setTeamStore(file)
    this.#unknown = set.ok ? undefined : set.why
    if (!set.ok || set.content.address === undefined) return undefined
    const { address, tenant } = set.content
    const parsed = containerAddress(address, customCloud)
    if (parsed && tenant !== undefined) return this.#openAt(parsed, tenant)
    this.#unknown = configMessages.configUnreadable({ why: configMessages.noStoreAddress })
    return undefined
  }

  #replace(open: Open | undefined): void {
    this.#unknown = undefined
    this.#open = Promise.resolve(open)
  }

  /** The client loads only with a store. */
  async #openAt(address: ContainerAddress, tenant: string): Promise<Open> {
    const { userData, holding, now, changed } = this.#options
    const [{ blobContainer }, { teamStore }] = await Promise.all([
      import('../services/storage/blob-container.ts'),
      import('../records/team/team-store.ts'),
    ])
    let open: Open | undefined
    const session = async (): Promise<TeamSignIn> => {
      const known = open?.signedIn ?? (await this.#signedIn(address, tenant, false))
      if (open) open.signedIn = known
      return known
    }
    const container = blobContainer({
      url: address.url,
      credential: { getToken: async (...asked) => (await session()).credential.getToken(...asked) },
      agentFor: async (url) => (await session()).agentFor(url),
    })
    open = { address, tenant, container, store: teamStore({ container, folder: copyFolder(userData, address.url), holding, now, changed }) }
    return open
  }

  async #signedIn({ cloudId }: ContainerAddress, tenant: string, mayAsk: boolean): Promise<TeamSignIn> {
    const outcome = await this.#options.signIn({ cloudId, tenant, mayAsk })
    if (!outcome.ok) throw new SignInRefused(outcome.why)
    return outcome.signedIn
  }

  async read(): Promise<TeamShown> {
    const open = await this.#current()
    const here = (await this.#options.folder.list()).length
    if (!open) return { state: 'none', here, ...defined({ why: this.#unknown }) }
    try {
      return this.#shown(open, here, await open.store.look())
    } catch (error) {
      return { ...this.#shown(open, here), state: 'not-ready', why: await wordsFor(error), ...defined({ repair: await repairFor(error) }) }
    }
  }

  #shown({ address, tenant, signedIn }: Open, here: number, protection?: Protection): TeamShown {
    const { url, account, container } = address
    return {
      state: 'ready',
      here,
      tenant,
      address: url,
      account,
      container,
      ...defined({ protection, signedInAs: signedIn?.userName, managed: this.#options.managed && true }),
    }
  }

  async connect(typed: string, typedTenant: string): Promise<TeamReply<TeamShown>> {
    const address = containerAddress(typed, this.#options.customCloud)
    if (!address) return { ok: false, why: messages.noAddress }
    const tenant = typedTenant.trim()
    const { managed } = this.#options
    if (managed && (address.url !== containerAddress(managed.address)?.url || tenant !== managed.tenant))
      return { ok: false, why: messages.managed }
    try {
      const open = await this.#openAt(address, tenant)
      open.signedIn = await this.#signedIn(address, tenant, true)
      // A repairable store counts as set up: Settings offers the repair.
      await open.store.connect().catch(unlessRepairable)
      if (!managed) await this.#options.file.write({ address: address.url, tenant })
      this.#replace(open)
      this.#options.changed()
      return { ok: true, value: await this.read() }
    } catch (error) {
      return { ok: false, why: await wordsFor(error) }
    }
  }

  async repair(): Promise<TeamReply<TeamShown>> {
    const open = await this.#current()
    if (!open) return { ok: false, why: messages.noStore }
    try {
      await open.store.repair()
      this.#options.changed()
      return { ok: true, value: await this.read() }
    } catch (error) {
      return { ok: false, why: await wordsFor(error) }
    }
  }

  async leave(): Promise<TeamShown> {
    if (this.#options.managed) return { ...(await this.read()), why: messages.managed }
    await this.#options.file.write({})
    this.#replace(undefined)
    this.#options.changed()
    return this.read()
  }

  async move(to: 'store' | 'computer'): Promise<TeamReply<Moved>> {
    const open = await this.#current()
    if (!open) return { ok: false, why: messages.noStore }
    const { engagements: folder, holding, now } = this.#options
    const moving = { container: open.container, folder, holding, now }
    try {
      const { moveIntoStore, moveOutOfStore } = await import('../records/team/move.ts')
      await open.store.look()
      const moved = to === 'store' ? await moveIntoStore(moving) : await moveOutOfStore(moving, open.store)
      this.#options.changed()
      return { ok: true, value: moved }
    } catch (error) {
      this.#options.changed()
      return { ok: false, why: await wordsFor(error) }
    }
  }
}

class SignInRefused extends ContainerRefused {
  constructor(why: DisplayText) {
    super('signed-out', why)
  }
}

async function unlessRepairable(error: unknown): Promise<void> {
  if ((await repairFor(error)) === undefined) throw error
}

async function repairFor(error: unknown) {
  const { NotThisStore } = await import('../records/team/words.ts')
  return error instanceof NotThisStore ? error.repair : undefined
}

async function wordsFor(error: unknown): Promise<DisplayText> {
  if (error instanceof SignInRefused) return error.why
  const { teamWords } = await import('../records/team/words.ts')
  return teamWords(error)
}
