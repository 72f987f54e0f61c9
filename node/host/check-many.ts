import { defined } from '#machines/defined.ts'
import type { Clock } from '#machines/engine/clock.ts'
import {
  type Advice,
  adviceFor,
  type Checked,
  contextOf,
  type ForPerson,
  foundIn,
  messagesTo,
  type ReadAtOnce,
} from '#machines/engine/many/checked.ts'
import type { Gate } from '#machines/engine/many/gate.ts'
import { type Many, type ManyProgress, type Outcome, runMany } from '#machines/engine/many/run-many.ts'
import { stepIds } from '#machines/engine/procedure.ts'
import { needsSomeone, rowAt } from '#machines/engine/situation/listed.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import { defect, type Problem } from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { readEverything } from '#machines/engine/wizard/preflight.ts'
import type { OwnView } from '#machines/engine/wizard/presentation.ts'
import type { EngagementState } from '#machines/engine/wizard/view.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Check } from '../records/customers/check.ts'
import { checkOf } from '../records/customers/check-of.ts'
import type { CustomersFile } from '../records/customers/customers-file.ts'
import type { Engagement } from '../records/engagement/engagement.ts'
import { rowOf } from '../records/engagement/listing.ts'
import type { Holder } from '../records/engagement/lock.ts'
import type { OpenTenant, QuietSignIn } from '../services/open-tenant.ts'
import { messages } from './messages.ts'
import type { Product } from './product.ts'

/* Limits per computer: a dozen parallel tenants equal a dozen administrators, and each gets no more requests than from one window. */
export const AT_ONCE = { most: 12, mostInLane: 3, mostRequests: 16 } as const

export interface CheckManyView extends Omit<ManyProgress, 'held'> {
  /** Throttling customers, until when, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly held: readonly { readonly customer: string; readonly until: number }[]
  readonly advice: readonly Advice[]
  readonly messages: readonly ForPerson[]
  readonly needAction: number
  readonly problems: readonly {
    readonly customer: string
    readonly environment: string
    readonly title: DisplayText
    readonly remedy: DisplayText
  }[]
}

export interface CheckManyOptions {
  readonly product: Pick<Product<OwnView, OpenTenant>, 'procedure' | 'listed' | 'listedAs' | 'addressesIn'>
  /** A sign-in per account and tenant: customers never share tokens. */
  readonly connect: () => QuietSignIn
  readonly observe: (open: OpenTenant, now: () => number, ...asked: Parameters<Ports['observe']>) => Promise<Reading>
  readonly throughGate: <Result>(gate: Gate, work: () => Promise<Result>) => Promise<Result>
  readonly customers: Pick<CustomersFile, 'keepChecks'> | undefined
  readonly clock: Clock
  /** Called when a check has ended and is saved. */
  readonly ended: () => void
}

export interface ToCheck {
  readonly id: string
  readonly engagement: Engagement
  /** Another wizard works on it. */
  readonly held?: Holder
}

class NotChecked extends Error {
  constructor(readonly problem: Problem) {
    super('Not checked.')
  }
}

type Result = { readonly checked: Checked; readonly check: Check }

export class CheckMany {
  readonly #options: CheckManyOptions
  #many: Many<ToCheck, Result> | undefined
  #outcomes: readonly Outcome<ToCheck, Result>[] | undefined
  #names = new Map<string, string>()

  constructor(options: CheckManyOptions) {
    this.#options = options
  }

  /** Starts unless one is running. @returns whether it started */
  start(items: readonly ToCheck[]): boolean {
    if (this.#many && !this.#outcomes) return false
    this.#outcomes = undefined
    this.#names = new Map(items.map(({ engagement: { tenant } }) => [laneOf(tenant.id), tenant.name]))
    const signIns = new SignIns(this.#options.connect)
    const many = runMany<ToCheck, Result>({
      ...AT_ONCE,
      items,
      clock: this.#options.clock,
      laneOf: ({ engagement }) => laneOf(engagement.tenant.id),
      run: async (item, gate, signal) => this.#check(item, await signIns.open(item.engagement, signal), gate, signal),
    })
    this.#many = many
    void many.finished.then(async (outcomes) => {
      await Promise.all([signIns.close(), this.#keep(outcomes)]).catch((error: unknown) =>
        console.error('The check could not be kept:', error),
      )
      if (this.#many !== many) return
      this.#outcomes = outcomes
      this.#options.ended()
    })
    return true
  }

  control(wanted: 'pause' | 'resume' | 'cancel' | 'close'): void {
    if (wanted !== 'close') this.#many?.[wanted]()
    else if (this.#outcomes) this.#many = undefined
  }

  /** Undefined before any, or after closing. */
  view(): CheckManyView | undefined {
    if (!this.#many) return undefined
    const { held, ...progress } = this.#many.progress()
    const outcomes = this.#outcomes ?? []
    const checked = outcomes.flatMap((each) => (each.state === 'done' ? [each.result.checked] : []))
    const owners = this.#options.product.procedure.owners.map(({ id }) => id)
    // Shown as ended once saved.
    const state = this.#outcomes === undefined && progress.state === 'done' ? 'running' : progress.state
    return {
      ...progress,
      state,
      held: held.map(({ lane, until }) => ({ customer: this.#names.get(lane) ?? '', until })),
      advice: adviceFor(owners, checked),
      messages: messagesTo(owners, checked),
      needAction: outcomes.filter((each) => each.state === 'done' && needsSomeone(this.#stateOf(each.item, each.result.check))).length,
      problems: outcomes.flatMap((each) => (each.state === 'failed' ? [problemOf(each.item, each.error)] : [])),
    }
  }

  /** As the list shows it. */
  #stateOf({ id, engagement, held }: ToCheck, check: Check): EngagementState {
    const { product, clock } = this.#options
    return rowAt(rowOf(product.listedAs, { id, ok: true, engagement, ...defined({ held }) }, check), clock.now()).state
  }

  async #check({ id, engagement }: ToCheck, open: OpenTenant, gate: Gate, signal: AbortSignal): Promise<Result> {
    const { product, observe, throughGate, clock } = this.#options
    const { procedure, listed, listedAs } = product
    const now = (): number => open.clock.now()
    const choices = { ...engagement.choices, environmentId: engagement.environment.id }
    const { attestations } = engagement
    const preflight = await throughGate(gate, () =>
      readEverything(procedure, { observe: (...asked) => observe(open, now, ...asked) }, choices, stepIds(procedure), undefined, signal),
    )
    const read: ReadAtOnce = { procedure, tenant: open.tenant, choices, attestations, preflight }
    const check = checkOf(read, clock.now(), { listed, listedAs })
    return {
      check,
      checked: {
        tenantId: engagement.tenant.id,
        customer: engagement.tenant.name,
        environmentId: id,
        environment: check.environment.displayName ?? engagement.environment.displayName ?? engagement.environment.id,
        ...foundIn(read, product.addressesIn(contextOf(read), open)),
      },
    }
  }

  async #keep(outcomes: readonly Outcome<ToCheck, Result>[]): Promise<void> {
    const done = outcomes.flatMap((each) => (each.state === 'done' ? [[each.item.id, each.result.check] as const] : []))
    if (done.length > 0) await this.#options.customers?.keepChecks(Object.fromEntries(done))
  }
}

const laneOf = (tenantId: string): string => tenantId.toLowerCase()

function problemOf({ engagement }: ToCheck, error: unknown): CheckManyView['problems'][number] {
  const { title, remedy } = error instanceof NotChecked ? error.problem : defect(error)
  const { tenant, environment } = engagement
  return { customer: tenant.name, environment: environment.displayName ?? environment.id, title, remedy }
}

class SignIns {
  readonly #connect: () => QuietSignIn
  readonly #all = new Map<string, { readonly signIn: QuietSignIn; readonly open: Promise<OpenTenant> }>()

  constructor(connect: () => QuietSignIn) {
    this.#connect = connect
  }

  open({ signIn: request, tenant }: Engagement, signal: AbortSignal): Promise<OpenTenant> {
    if (!request) return Promise.reject(new NotChecked(messages.checkMany.unknownSignIn))
    const key = JSON.stringify([laneOf(tenant.id), request.way, request.tenant, request.cloud, request.clientId, request.certificatePath])
    const known = this.#all.get(key)
    if (known) return known.open
    const signIn = this.#connect()
    const open = this.#enter(signIn, request, tenant.id, signal)
    this.#all.set(key, { signIn, open })
    return open
  }

  async #enter(
    signIn: QuietSignIn,
    request: NonNullable<Engagement['signIn']>,
    tenantId: string,
    signal: AbortSignal,
  ): Promise<OpenTenant> {
    const outcome = await signIn.signIn(request, signal)
    if (!outcome.ok) throw new NotChecked(outcome.problem)
    // A domain may have moved to another tenant, which isn't read.
    if (laneOf(outcome.open.tenant.account.tenantId) !== laneOf(tenantId)) throw new NotChecked(messages.checkMany.otherTenant)
    return outcome.open
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ signIn }) => signIn.close()))
  }
}
