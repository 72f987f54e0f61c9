import * as z from 'zod'

/** Request of test/long/main.mjs to a share of a long test. */
const wish = z.object({
  /** From 0, of so many. */
  share: z.int(),
  shares: z.int(),
  seed: z.int(),
  runs: z.int(),
  /** Required part of a case's name. */
  only: z.optional(z.string()),
  store: z.optional(z.string()),
  /** Asked for what all shares compare with. */
  isFirst: z.optional(z.boolean()),
})

export const asked = wish.parse(JSON.parse(process.argv[2] ?? '{}'))

interface Case {
  readonly name: string
  /** Nothing where it passed. */
  readonly wrong: readonly string[]
  readonly told?: readonly string[]
  /** The words that make it again, where its name doesn't. */
  readonly again?: string
}

type Figures = Readonly<Record<string, number>>

/** `figures` are summed up over the shares, `highest` are the same in each. */
export const say = (
  line:
    | { readonly case: Case; readonly figures?: Figures }
    | { readonly figures?: Figures; readonly highest?: Figures; readonly line?: string },
): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** This share of all cases. */
export function ownOf<Each extends { readonly name: string }>(all: readonly Each[]): readonly Each[] {
  const { share, shares, only = '' } = asked
  const own = all.filter(({ name }, index) => index % shares === share && name.includes(only))
  process.stdout.write(`${JSON.stringify({ plan: { own: own.length, all: all.length } })}\n`)
  return own
}

/**
 * What this share draws: with a seed of its own, so that none repeats what another does, and what it says of how many are drawn. One that is
 * named is made once, by the first share.
 */
export function ownDraws(): { readonly seed: number; readonly runs: number } {
  const { share, shares, seed, runs, only } = asked
  const all = only === undefined ? runs : 1
  const own = Math.floor(all / shares) + (share < all % shares ? 1 : 0)
  process.stdout.write(`${JSON.stringify({ plan: { own, all } })}\n`)
  return { seed: seed + share, runs: own }
}

/** The places of the cases of a share that draws each by its place. */
export const placesOf = (runs: number): readonly number[] =>
  Array.from({ length: runs }, (_none, place) => (asked.only === undefined ? place : Number(asked.only)))
