import type { Random } from '#node/practice/random.ts'

export const PEOPLE = ['ada', 'grace', 'lin'] as const
export type Person = (typeof PEOPLE)[number]

export const ENVIRONMENTS = ['production', 'sandbox'] as const
export type Environment = (typeof ENVIRONMENTS)[number]

/** A person's commands for one environment. `open here`: outside the team's store. `begin`: the line that begins a change at Microsoft. */
const ON_ONE = ['open', 'open here', 'line', 'begin', 'save', 'close', 'take over', 'remove'] as const
/** Commands for all environments, and events of the computer. */
const ON_ALL = ['list', 'list in haste', 'move in', 'move out', 'kill', 'bring back', 'repair'] as const

/** `read-only`: the account may read, and each write is forbidden. */
export const CUTS = ['unreachable', 'forbidden', 'read-only', 'signed-out'] as const

/** Manual deletion by an administrator. */
const DELETED = ['record', 'last save', 'log', 'last log', 'marker', 'all', 'everything'] as const

/**
 * What is damaged: the record, the last line or the last lines in the store, or a person's copy of the record. Or what another program or an
 * earlier version left on a computer: copies of the record's folder or file, or an empty lock.
 */
const DAMAGED = ['record', 'last line', 'lines', 'copy', 'folder copied', 'file copied', 'lock'] as const
/** Those that need a closed log or a record outside the store are drawn more often, because many draws meet neither. */
const DRAWN_DAMAGE = [...DAMAGED, 'last line', 'last line', 'lines', 'lock', 'lock'] as const

export type Command =
  | { readonly does: (typeof ON_ONE)[number]; readonly who: Person; readonly of: Environment; readonly meets?: Meets }
  | { readonly does: (typeof ON_ALL)[number]; readonly who: Person; readonly meets?: Meets }
  | { readonly does: 'cut'; readonly who: Person; readonly how: (typeof CUTS)[number] }
  | { readonly does: 'lose answers'; readonly who: Person; readonly count: number }
  | { readonly does: 'slow answers'; readonly who: Person; readonly seconds: number }
  | { readonly does: 'set clock'; readonly who: Person; readonly hours: number }
  | { readonly does: 'wait'; readonly seconds: number }
  | { readonly does: 'break lease'; readonly of: Environment }
  | { readonly does: 'delete by hand'; readonly what: (typeof DELETED)[number]; readonly of: Environment }
  | { readonly does: 'damage'; readonly what: (typeof DAMAGED)[number]; readonly of: Environment; readonly at: Person }
  | { readonly does: 'policy' | 'full store'; readonly on: boolean }
  | { readonly does: 'short logs'; readonly blocks: number }

/** During one of its requests: the wizard is killed, or another person acts. */
interface Meets {
  readonly call: number
  readonly after: boolean
  readonly what: 'kill' | Command
}

const among = <Each>(random: Random, all: readonly Each[]): Each => {
  const found = all[Math.floor(random() * all.length)]
  if (found === undefined) throw new Error('There is nothing to choose from.')
  return found
}

const upTo = (random: Random, most: number): number => 1 + Math.floor(random() * most)

/** So often each is drawn: work is what a team does most. */
const WEIGHTS: Readonly<Record<Command['does'], number>> = {
  open: 12,
  'open here': 2,
  line: 18,
  begin: 3,
  save: 10,
  close: 7,
  'take over': 3,
  remove: 1,
  list: 5,
  'list in haste': 1,
  'move in': 2,
  'move out': 2,
  kill: 2,
  'bring back': 6,
  repair: 1,
  cut: 5,
  'lose answers': 3,
  'slow answers': 1,
  'set clock': 1,
  wait: 5,
  'break lease': 1,
  'delete by hand': 1.5,
  damage: 8,
  policy: 1,
  'full store': 1,
  'short logs': 1,
}

const KINDS = Object.entries(WEIGHTS).flatMap(([does, weight]) => Array.from({ length: weight * 2 }, () => does as Command['does']))

export function anyCommand(random: Random, people: readonly Person[] = PEOPLE, mayMeet = true): Command {
  const does = among(random, KINDS)
  const who = among(random, people)
  // One environment has most of the work, so that people meet.
  const of = random() < 0.75 ? ENVIRONMENTS[0] : ENVIRONMENTS[1]
  switch (does) {
    case 'cut':
      return { does, who, how: among(random, CUTS) }
    case 'lose answers':
      return { does, who, count: upTo(random, 3) }
    case 'slow answers':
      return { does, who, seconds: among(random, [5, 20, 70]) }
    case 'break lease':
      return { does, of }
    case 'set clock':
      return { does, who, hours: among(random, [-48, -1, 1, 48]) }
    case 'wait':
      return { does, seconds: among(random, [15, 45, 100]) }
    case 'delete by hand':
      return { does, what: among(random, DELETED), of }
    case 'damage':
      return { does, what: among(random, DRAWN_DAMAGE), of, at: who }
    case 'policy':
    case 'full store':
      return { does, on: random() < 0.4 }
    case 'short logs':
      return { does, blocks: among(random, [3, 6, 50_000]) }
    default: {
      const meets =
        mayMeet && random() < 0.15
          ? {
              call: upTo(random, 12),
              after: random() < 0.5,
              what:
                random() < 0.5
                  ? ('kill' as const)
                  : anyCommand(
                      random,
                      PEOPLE.filter((each) => each !== who),
                      false,
                    ),
            }
          : undefined
      const own = isOnOne(does) ? { does, who, of } : { does, who }
      return meets === undefined ? own : { ...own, meets }
    }
  }
}

const isOnOne = (does: string): does is (typeof ON_ONE)[number] => ON_ONE.some((each) => each === does)

export const anySequence = (random: Random): readonly Command[] =>
  Array.from({ length: 15 + Math.floor(random() * 35) }, () => anyCommand(random))
