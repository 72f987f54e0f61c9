/** Whether memory stayed flat over the clicks. */
import { median } from './statistics.ts'

export type Weight = { clicks: number; mainMb: number; windowMb: number; nodes: number; listeners: number }

/** MB either way, in each process. */
export const BUDGET_MB = 2

/** Before the clicks that count, so many more as a share of them: V8 compiles what is used, and keeps it. */
const WARM_UP = 0.25

/**
 * @param counted how many clicks count
 * @returns how many come before them
 */
export const warmUpOf = (counted: number): number => Math.round(counted * WARM_UP)

/** Of how many points the median is taken, at each end. */
const AT_EACH_END = 3

/**
 * @param weights one after each round
 * @param warmUp clicks that don't count
 * @param atEachEnd points
 * @returns from the median of the first points behind the warm-up to that of the last ones;
 * undefined where there are too few to tell
 */
export function growth(
  weights: readonly Weight[],
  warmUp: number,
  atEachEnd: number = AT_EACH_END,
): Readonly<Omit<Weight, 'clicks'>> | undefined {
  const warm = weights.filter(({ clicks }) => clicks >= warmUp)
  if (warm.length < 2 * atEachEnd) return undefined
  const of = (member: keyof Weight) =>
    median(warm.slice(-atEachEnd).map((each) => each[member])) - median(warm.slice(0, atEachEnd).map((each) => each[member]))
  return { mainMb: of('mainMb'), windowMb: of('windowMb'), nodes: of('nodes'), listeners: of('listeners') }
}

const signed = (value: number, digits: number = 0) => `${value < 0 ? '' : '+'}${value.toFixed(digits)}`

/**
 * @param measured the weights of each way, by what it's called
 * @param atEachEnd points
 * @returns `complete`: each way has its figures
 */
export function verdict(
  measured: Readonly<Record<string, readonly Weight[]>>,
  warmUp: number,
  atEachEnd?: number,
): { line: string; kept: boolean; complete: boolean } {
  const told = Object.entries(measured).map(([name, weights]) => ({
    name,
    clicks: Math.max(0, (weights.at(-1)?.clicks ?? 0) - warmUp),
    grown: growth(weights, warmUp, atEachEnd),
  }))
  const missed = told.flatMap(({ name, grown }) => {
    if (grown === undefined) return [`${name}: too few rounds to tell`]
    return (['mainMb', 'windowMb'] as const).flatMap((member) =>
      Math.abs(grown[member]) <= BUDGET_MB ? [] : [`${name}: ${member === 'mainMb' ? 'main' : 'window'} not within ±${BUDGET_MB} MB`],
    )
  })
  const figures = told.map(({ name, clicks, grown }) =>
    grown === undefined
      ? `${name}: ${clicks} clicks`
      : `${name}: ${clicks} clicks, main ${signed(grown.mainMb, 2)} MB, window ${signed(grown.windowMb, 2)} MB, ` +
        `${signed(grown.nodes)} nodes, ${signed(grown.listeners)} listeners`,
  )
  return {
    line: `${figures.join('; ')}; ${missed.length === 0 ? 'flat' : `missed: ${missed.join(', ')}`}`,
    kept: missed.length === 0,
    complete: told.every(({ grown }) => grown !== undefined),
  }
}
