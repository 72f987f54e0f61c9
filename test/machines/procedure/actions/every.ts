import type { Action, ActionKind } from '#machines/procedure/action.ts'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'
import type { Case } from './case.ts'
import { CONTOSO, NAMES, type Names, sampleOf, type Things } from './sample.ts'

/** Exports of the file of an action's kind beside this one. */
interface Known {
  /** About the things of `facts.ts`, where that is more than a sample with their names. */
  readonly example?: Action
  /** One with these names. */
  readonly sample: (things: Things) => Action
  readonly cases: readonly Case[]
}

type OfEachKind = { readonly [Kind in ActionKind]: Extract<Action, { kind: Kind }> }

const KINDS = ALL_ACTIONS.map(({ kind }) => kind)

/** No glob: its list of files would be kept with the transformed module, without a new file. */
const load = async (kind: string): Promise<Known> => import(/* @vite-ignore */ new URL(`./${kind}.ts`, import.meta.url).href)

const FILES = new Map(await Promise.all(KINDS.map(async (kind) => [kind, await load(kind)] as const)))

function knownOf(kind: ActionKind): Known {
  const found = FILES.get(kind)
  if (!found) throw new Error(`test/machines/procedure/actions has no ${kind}.ts`)
  return found
}

function ofEachKind(made: (known: Known) => Action): OfEachKind {
  const all = KINDS.map((kind) => [kind, made(knownOf(kind))] as const)
  for (const [kind, action] of all) if (action.kind !== kind) throw new Error(`${kind}.ts is about ${action.kind}`)
  return Object.fromEntries(all) as OfEachKind
}

/** One action of each kind, all about the things of `facts.ts`. */
export const ACTIONS = ofEachKind(({ example, sample }) => example ?? sample(CONTOSO))

/** One of each kind with names as an administrator chooses them. */
export const actionsFor = (names: Names = NAMES): OfEachKind => ofEachKind(({ sample }) => sample(sampleOf(names)))

/** The situations that each kind of action is carried out in. */
export const cases = Object.values(ACTIONS).flatMap(({ kind }) => knownOf(kind).cases.map((each) => ({ kind, ...each })))
