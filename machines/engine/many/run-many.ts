import type { Clock } from '../clock.ts'
import { createGate, type Gate } from './gate.ts'

/** What came of one of many: its result, the error that ended it, or nothing because the run was canceled. */
export type Outcome<Item, Result> =
  | { readonly item: Item; readonly state: 'done'; readonly result: Result }
  | { readonly item: Item; readonly state: 'failed'; readonly error: unknown }
  | { readonly item: Item; readonly state: 'canceled' }

export interface ManyProgress {
  readonly state: 'running' | 'paused' | 'canceled' | 'done'
  readonly total: number
  /** Of them, how many have ended, and how many of those failed. */
  readonly ended: number
  readonly failed: number
  /** How many are under way. */
  readonly running: number
  /** Estimated from those that have ended, in milliseconds; nothing before the first has. */
  readonly left?: number
  /** Lanes whose services ask to be left alone. */
  readonly held: readonly { readonly lane: string; readonly until: number }[]
}

export interface ManyOptions<Item, Result> {
  readonly items: readonly Item[]
  /** Items of one lane share the limits of the same services, for example those of a tenant. */
  readonly laneOf: (item: Item) => string
  /**
   * Does the work for one item. What it throws ends this item only.
   * @param gate of its lane: every request is to go through it
   * @param add takes items that were found by this one: they're begun as the others are
   */
  readonly run: (item: Item, gate: Gate, signal: AbortSignal, add: (items: readonly Item[]) => void) => Promise<Result>
  readonly clock: Clock
  /** How many items are under way at once. Those of a lane that is held don't count: they wait and ask nothing. */
  readonly most: number
  /** How many of one lane are. */
  readonly mostInLane: number
  /** How many requests of one lane are on their way at once. */
  readonly mostRequests: number
  /** Called after each change. */
  readonly changed?: (progress: ManyProgress) => void
}

/** A run over many items, bounded in parallel. */
export interface Many<Item, Result> {
  /** In the order of the items, those that were added last. Never rejects. */
  readonly finished: Promise<readonly Outcome<Item, Result>[]>
  progress(): ManyProgress
  /** Begins no other item; those under way are finished. */
  pause(): void
  resume(): void
  /** Ends those under way too. What has ended before keeps its result. */
  cancel(): void
}

/** The lanes take turns, a failure ends one item, and a lane that is throttled waits alone. */
export const runMany = <Item, Result>(options: ManyOptions<Item, Result>): Many<Item, Result> => new Running(options)

interface Lane {
  readonly name: string
  readonly gate: Gate
  /** Places of the items that are not begun yet. */
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
  /** Where in the circle of lanes the next item is looked for. */
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

  /** The next in the circle that has something to begin and may begin it. */
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

  /** A lane that is held begins again by itself when its hold is over, also where nothing else ends meanwhile. */
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
