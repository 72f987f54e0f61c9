import type { Clock } from '../clock.ts'
import { createGate, type Gate } from './gate.ts'

export type Outcome<Item, Result> =
  | { readonly item: Item; readonly state: 'done'; readonly result: Result }
  | { readonly item: Item; readonly state: 'failed'; readonly error: unknown }
  | { readonly item: Item; readonly state: 'canceled' }

export interface ManyProgress {
  readonly state: 'running' | 'paused' | 'canceled' | 'done'
  readonly total: number
  /** Ended, including failed. */
  readonly ended: number
  readonly failed: number
  readonly running: number
  /** Estimated milliseconds; undefined before the first ends. */
  readonly left?: number
  readonly held: readonly { readonly lane: string; readonly until: number }[]
}

export interface ManyOptions<Item, Result> {
  readonly items: readonly Item[]
  /** Items of a lane share service limits, for example a tenant's. */
  readonly laneOf: (item: Item) => string
  /** Runs an item. Errors end only this item. @param gate of its lane, for every request @param add queues further items */
  readonly run: (item: Item, gate: Gate, signal: AbortSignal, add: (items: readonly Item[]) => void) => Promise<Result>
  readonly clock: Clock
  readonly most: number
  readonly mostInLane: number
  readonly mostRequests: number
  readonly changed?: (progress: ManyProgress) => void
}

export interface Many<Item, Result> {
  /** In the order of the items, added ones last. Never rejects. */
  readonly finished: Promise<readonly Outcome<Item, Result>[]>
  progress(): ManyProgress
  /** Starts no further items; running ones finish. */
  pause(): void
  resume(): void
  /** Aborts running items; results stay. */
  cancel(): void
}

/** Round-robin over lanes; failures end one item, throttling pauses one lane. */
export const runMany = <Item, Result>(options: ManyOptions<Item, Result>): Many<Item, Result> => new Running(options)

interface Lane {
  readonly name: string
  readonly gate: Gate
  readonly left: number[]
  running: number
}

class Running<Item, Result> implements Many<Item, Result> {
  readonly #options: ManyOptions<Item, Result>
  readonly #items: Item[] = []
  readonly #lanes: Lane[] = []
  readonly #outcomes: (Outcome<Item, Result> | undefined)[] = []
  readonly #abort = new AbortController()
  #state: ManyProgress['state'] = 'running'
  #ended = 0
  #failed = 0
  #next = 0
  #worked = 0
  #resumedAt: number
  #waking = false
  #finish: (outcomes: readonly Outcome<Item, Result>[]) => void = () => undefined
  readonly finished: Promise<readonly Outcome<Item, Result>[]>

  constructor(options: ManyOptions<Item, Result>) {
    this.#options = options
    this.#add(options.items)
    this.#resumedAt = options.clock.now()
    this.finished = new Promise((resolve) => {
      this.#finish = resolve
    })
    this.#proceed()
  }

  progress(): ManyProgress {
    const held = this.#lanes.flatMap(({ name, gate, running, left }) => {
      const until = running + left.length > 0 ? gate.heldUntil() : undefined
      return until === undefined ? [] : [{ lane: name, until }]
    })
    const left = this.#timeLeft(held.map(({ until }) => until))
    return {
      state: this.#state,
      total: this.#items.length,
      ended: this.#ended,
      failed: this.#failed,
      running: this.#lanes.reduce((sum, { running }) => sum + running, 0),
      ...(left === undefined ? {} : { left }),
      held,
    }
  }

  pause(): void {
    if (this.#state !== 'running') return
    this.#worked += this.#options.clock.now() - this.#resumedAt
    this.#state = 'paused'
    this.#tell()
  }

  resume(): void {
    if (this.#state !== 'paused') return
    this.#resumedAt = this.#options.clock.now()
    this.#state = 'running'
    this.#proceed()
  }

  cancel(): void {
    if (this.#state !== 'running' && this.#state !== 'paused') return
    this.#state = 'canceled'
    this.#abort.abort(new Error('Canceled.'))
    for (const { left } of this.#lanes) for (const place of left.splice(0)) this.#end(place, (item) => ({ item, state: 'canceled' }))
    this.#proceed()
  }

  #add(items: readonly Item[]): void {
    for (const item of items) {
      const place = this.#items.push(item) - 1
      this.#outcomes.push(undefined)
      if (this.#state === 'canceled') this.#end(place, () => ({ item, state: 'canceled' }))
      else this.#laneOf(item).left.push(place)
    }
  }

  #laneOf(item: Item): Lane {
    const { laneOf, clock, mostRequests } = this.#options
    const name = laneOf(item)
    const known = this.#lanes.find((lane) => lane.name === name)
    if (known) return known
    const lane: Lane = { name, gate: createGate(clock, mostRequests), left: [], running: 0 }
    this.#lanes.push(lane)
    return lane
  }

  #proceed(): void {
    while (this.#state === 'running') {
      const lane = this.#nextLane()
      const place = lane?.left.shift()
      if (lane === undefined || place === undefined) break
      void this.#run(lane, place)
    }
    if (this.#ended === this.#outcomes.length) {
      if (this.#state !== 'canceled') this.#state = 'done'
      this.#finish(this.#outcomes.filter((each) => each !== undefined))
    } else this.#wakeLater()
    this.#tell()
  }

  #nextLane(): Lane | undefined {
    const { most, mostInLane } = this.#options
    const open = this.#lanes.filter(({ gate }) => gate.heldUntil() === undefined)
    if (open.reduce((sum, { running }) => sum + running, 0) >= most) return undefined
    for (let step = 0; step < this.#lanes.length; step++) {
      const at = (this.#next + step) % this.#lanes.length
      const lane = this.#lanes[at]
      if (lane === undefined || lane.left.length === 0 || lane.running >= mostInLane || lane.gate.heldUntil() !== undefined) continue
      this.#next = at + 1
      return lane
    }
    return undefined
  }

  async #run(lane: Lane, place: number): Promise<void> {
    const item = this.#items[place]
    if (item === undefined) return
    lane.running += 1
    let outcome: Outcome<Item, Result>
    try {
      outcome = { item, state: 'done', result: await this.#options.run(item, lane.gate, this.#abort.signal, (found) => this.#add(found)) }
    } catch (error) {
      outcome = this.#abort.signal.aborted ? { item, state: 'canceled' } : { item, state: 'failed', error }
    }
    lane.running -= 1
    this.#end(place, () => outcome)
    this.#proceed()
  }

  #end(place: number, outcomeOf: (item: Item) => Outcome<Item, Result>): void {
    const item = this.#items[place]
    if (item === undefined) return
    const outcome = outcomeOf(item)
    this.#outcomes[place] = outcome
    this.#ended += 1
    if (outcome.state === 'failed') this.#failed += 1
  }

  /** Resumes a paused lane even if nothing else ends. */
  #wakeLater(): void {
    const { clock } = this.#options
    const holds = this.#lanes.flatMap(({ gate, left }) => (left.length > 0 ? (gate.heldUntil() ?? []) : []))
    if (this.#waking || this.#state !== 'running' || holds.length === 0) return
    this.#waking = true
    clock
      .sleep(Math.min(...holds) - clock.now(), this.#abort.signal)
      .catch(() => undefined)
      .then(() => {
        this.#waking = false
        if (this.#state === 'running') this.#proceed()
      })
  }

  #timeLeft(holds: readonly number[]): number | undefined {
    if (this.#state === 'done' || this.#state === 'canceled') return 0
    if (this.#ended === 0) return undefined
    const now = this.#options.clock.now()
    const worked = this.#worked + (this.#state === 'running' ? now - this.#resumedAt : 0)
    return Math.max((worked / this.#ended) * (this.#outcomes.length - this.#ended), ...holds.map((until) => until - now))
  }

  #tell(): void {
    this.#options.changed?.(this.progress())
  }
}
