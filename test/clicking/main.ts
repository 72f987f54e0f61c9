import { finish, giveUp } from '../e2e/launch.ts'
import { type Round, rounds } from './rounds.ts'
import { Scales, type Weight } from './weigh.ts'

/** What `npm run bench -- clicking` loads: goes round in a window, without the pauses that a person makes, and weighs after each round. */

interface Wish {
  readonly round: keyof typeof rounds
  /** As many clicks at least, to the end of the round. */
  readonly clicks: number
  /** Where to keep the memory in files, after the round that makes so many clicks and after the last one. */
  readonly keep: { readonly folder: string; readonly from: number } | undefined
  readonly tell: (weight: Weight) => void
}

/**
 * Goes round until the clicks are made.
 * @returns a weight for each round
 * @throws with the window’s picture and log, where something on the way is not found
 */
export async function clickAndWeigh({ round, ...wish }: Wish): Promise<readonly Weight[]> {
  const way = await rounds[round]()
  try {
    return await goRound(way, round, wish)
  } finally {
    await way.end()
  }
}

async function goRound({ wizard, begin, walk }: Round, name: string, { clicks, keep, tell }: Omit<Wish, 'round'>): Promise<Weight[]> {
  const weights: Weight[] = []
  const made = () => weights.at(-1)?.clicks ?? 0
  try {
    const scales = await Scales.for(wizard)
    await begin()
    await wizard.page.evaluate(countClicks)
    while (made() < clicks) {
      await walk()
      const before = made()
      const weight = await scales.weigh(await wizard.page.evaluate<number>('clicksMade'))
      weights.push(weight)
      tell(weight)
      const passes = (mark: number) => before < mark && mark <= made()
      if (keep && (passes(keep.from) || passes(clicks))) await scales.keep(keep.folder, `${name}-${made()}`)
    }
  } catch (reason) {
    const said = reason instanceof Error ? reason.message : String(reason)
    throw new Error(`${said}\n${await giveUp(wizard, `clicking ${name}`)}`, { cause: reason })
  }
  await finish(wizard)
  return weights
}

/** In the page. What a label passes on to its field is a click as well, but no second press. */
function countClicks(): void {
  Reflect.set(globalThis, 'clicksMade', 0)
  addEventListener('pointerdown', () => Reflect.set(globalThis, 'clicksMade', Reflect.get(globalThis, 'clicksMade') + 1), true)
}
