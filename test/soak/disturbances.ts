import { seededRandom } from '#node/practice/random.ts'

/** As long as the document says that it may take. */
export const FOUR_DAYS = 4 * 86_400_000

export type Disturbance = 'sleeps' | 'offlineSpells' | 'tokenExpiries'

const WANTED: Readonly<Record<Disturbance, number>> = { sleeps: 200, offlineSpells: 50, tokenExpiries: 20 }

/** When each comes, in milliseconds after the wait began: anywhere in the first 95 of 100 parts of it, the same in each run. */
function schedule(): { readonly at: number; readonly kind: Disturbance }[] {
  const random = seededRandom('soak')
  return (Object.keys(WANTED) as Disturbance[])
    .flatMap((kind) => Array.from({ length: WANTED[kind] }, () => ({ at: random() * FOUR_DAYS * 0.95, kind })))
    .sort((first, second) => first.at - second.at)
}

const planned = schedule()

export const disturbances = {
  /** Those that have come by now, each once. @param after milliseconds since the wait began */
  due(after: number): readonly Disturbance[] {
    const count = planned.findIndex(({ at }) => at > after)
    return planned.splice(0, count === -1 ? planned.length : count).map(({ kind }) => kind)
  },
}
