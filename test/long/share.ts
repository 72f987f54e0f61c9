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

/**
 * `begins`: the case that this share is at, should it die there, and the words that make it again. `figures` are summed up over the shares,
 * `highest` are the same in each.
 */
export const say = (
  line:
    | { readonly case: Case; readonly figures?: Figures }
    | { readonly begins: { readonly name: string; readonly again: string } }
    | { readonly plan: { readonly own: number; readonly all: number; readonly seed?: number } }
    | { readonly figures?: Figures; readonly highest?: Figures; readonly line?: string },
): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** This share of all cases. */
export function* ownOf<Each extends { readonly name: string }>(all: readonly Each[]): Generator<Each> {
  const { share, shares, seed, runs, only = '' } = asked
  const own = all.filter(({ name }, index) => index % shares === share && name.includes(only))
  say({ plan: { own: own.length, all: all.length } })
  for (const each of own) {
    say({ begins: { name: each.name, again: `--seed ${seed} --runs ${runs} --only ${JSON.stringify(each.name)}` } })
    yield each
  }
}

interface Draws {
  readonly seed: number
  readonly runs: number
}

/**
 * What this share draws: with a seed of its own, so that none repeats what another does, and what it says of how many are drawn. One that is
 * named is made once, by the first share.
 */
export function ownDraws(): Draws {
  const { share, shares, seed, runs, only } = asked
  const all = only === undefined ? runs : 1
  const own = Math.floor(all / shares) + (share < all % shares ? 1 : 0)
  say({ plan: { own, all, seed: seed + share } })
  return { seed: seed + share, runs: own }
}

/** The words that make again what is drawn by its place. */
export const againAt = ({ seed }: Pick<Draws, 'seed'>, place: number): string => `--seed ${seed} --runs 1 --shares 1 --only ${place}`

/** The places of the cases of a share that draws each by its place. */
export function* placesOf({ seed, runs }: Draws): Generator<number> {
  for (let next = 0; next < runs; next++) {
    const place = asked.only === undefined ? next : Number(asked.only)
    say({ begins: { name: `case ${place} of seed ${seed}`, again: againAt({ seed }, place) } })
    yield place
  }
}
