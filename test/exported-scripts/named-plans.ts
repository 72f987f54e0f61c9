import type { Action } from '#machines/procedure/action.ts'
import { NAMES } from '#node/practice/scenario-parts.ts'
import { actions, actionsFor, HOSTILE, inHsm, type Names, wholeProcedure } from '../node/exporters/samples.ts'
import { type NamedPlan, practisedPlans } from './practised-plans.ts'

const CHOSEN: readonly string[] = Object.values(NAMES)

/** Replaces what a person named, alone and as a part of a resource's ID. */
function renamed(value: unknown, names: ReadonlyMap<string, string>, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'environmentName') return names.get(key) ?? value
    return value
      .split('/')
      .map((part) => names.get(part) ?? part)
      .join('/')
  }
  if (Array.isArray(value)) return value.map((each) => renamed(each, names))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, renamed(member, names, name)]))
  return value
}

/**
 * The same plan of the practice tenant, with hostile text for every name that a person chooses: one after the other of `HOSTILE`, the first
 * from `turn` on.
 */
function withHostileNames(plan: readonly Action[], turn: number): readonly Action[] {
  const hostile = (offset: number): string => HOSTILE[(turn + offset) % HOSTILE.length] ?? ''
  const names = new Map(['environmentName', ...CHOSEN].map((name, index) => [name, hostile(index)]))
  // Names are all that is replaced.
  return plan.map((action) => renamed(action, names) as Action)
}

const called = (name: string): Names => ({ group: name, vaultGroup: name, vault: name, key: name, policy: name, environment: name })

/** Each action alone and in its variants, and the whole procedure, under each hostile name. */
const samples = (): readonly NamedPlan[] => [
  { from: 'nothing', plan: [] },
  { from: 'the whole procedure', plan: wholeProcedure() },
  ...Object.values(actions).map((action) => ({ from: action.kind, plan: [action] })),
  { from: 'by access policy', plan: [{ ...actions['grant-key-access'], byAccessPolicy: true as const }] },
  { from: 'through Azure', plan: [{ ...actions['create-key'], throughAzure: true as const }] },
  { from: 'in a Managed HSM', plan: Object.values(inHsm()) },
  ...HOSTILE.flatMap((name) => [
    { from: `the whole procedure, ${name}`, plan: wholeProcedure(called(name)) },
    { from: `every action, ${name}`, plan: Object.values(actionsFor(called(name))) },
    { from: `in a Managed HSM, ${name}`, plan: Object.values(inHsm(called(name))) },
  ]),
]

/** Plans of the same shape are written the same way: kinds of actions, and the members of each. */
const shapeOf = (plan: readonly Action[]): string => JSON.stringify(plan.map((action) => [action.kind, Object.keys(action).sort()]))

/**
 * Every plan that is read: the samples, what is planned in every scenario by the four steps and every operation, and each shape of those
 * with every hostile text for every name.
 */
export async function namedPlans(): Promise<readonly NamedPlan[]> {
  const practised = await practisedPlans()
  const shapes = new Map(practised.map((each) => [shapeOf(each.plan), each]))
  const hostile = [...shapes.values()].flatMap(({ from, plan }) =>
    HOSTILE.map((_, turn) => ({ from: `${from}, turn ${turn}`, plan: withHostileNames(plan, turn) })),
  )
  return [...samples(), ...practised, ...hostile]
}
