import type { KnownRefusal } from '#machines/engine/action.ts'
import type { Source } from '#machines/engine/references.ts'
import type { CatalogueId } from '#machines/engine/step/finding.ts'
import { ALL_ACTIONS } from '#machines/procedure/actions/registry.ts'
import { CATALOGUE, type CatalogueEntry } from '#machines/procedure/catalog/entries.ts'
import { coverageItem } from '#machines/procedure/coverage/assess.ts'
import { operatingPitfalls } from '#machines/procedure/operations/operating.ts'
import { definitions, guideOf, STEP_IDS } from '#machines/procedure/procedure.ts'
import { sourceOf } from '#machines/procedure/sources/sources.ts'

interface Naming {
  readonly id: CatalogueId
  readonly by: CatalogueEntry['by']
  readonly where: string
}

function refusals(): readonly Naming[] {
  const kindsOf = new Map<KnownRefusal, string[]>()
  for (const { kind, refusals } of ALL_ACTIONS)
    for (const refusal of refusals) kindsOf.set(refusal, [...(kindsOf.get(refusal) ?? []), kind])
  return [...kindsOf].flatMap(([{ id }, kinds]) =>
    id === undefined ? [] : [{ id, by: 'refusal' as const, where: `of ${kinds.join(', ')}` }],
  )
}

async function namings(): Promise<readonly Naming[]> {
  const checks = (await definitions()).flatMap((each) => each.checks)
  return [
    ...checks.map(({ key, id }): Naming => ({ id, by: 'check', where: key })),
    ...refusals(),
    ...STEP_IDS.flatMap((stepId, index) =>
      guideOf(stepId).pitfalls.map(({ id }): Naming => ({ id, by: 'guidance', where: `guide of step ${index + 1}` })),
    ),
    ...CATALOGUE.flatMap((entry) =>
      entry.by === 'coverage'
        ? entry.items
            .filter((item) => coverageItem(item).covers !== 'covered')
            .map((item): Naming => ({ id: entry.id, by: 'coverage', where: item }))
        : [],
    ),
    ...operatingPitfalls.map(({ id }): Naming => ({ id, by: 'guidance', where: 'closing page' })),
  ]
}

export interface Handled {
  readonly entry: CatalogueEntry
  readonly source: Source
  /** For example `check purge-protection`; the promised kind first. */
  readonly how: readonly string[]
  /** True when nothing in the code keeps the promise. */
  readonly missing: boolean
}

function handled(entry: CatalogueEntry, all: readonly Naming[]): Handled {
  const own = all.filter(({ id }) => id === entry.id)
  const first = own.filter(({ by }) => by === entry.by)
  const others = own.filter(({ by }) => by !== entry.by)
  const how = [...new Set([...first, ...others].map(({ by, where }) => `${by} ${where}`))]
  const source = sourceOf(entry.source)
  return entry.by === 'not-observable'
    ? { entry, source, how: [entry.reason, ...how], missing: false }
    : { entry, source, how, missing: first.length === 0 }
}

/** Compares the catalogue with the code. `unknown`: IDs that only the code has. */
export async function holdAgainstCode(): Promise<{ readonly handled: readonly Handled[]; readonly unknown: readonly string[] }> {
  const all = await namings()
  const known = new Set<string>(CATALOGUE.map(({ id }) => id))
  return {
    handled: CATALOGUE.map((entry) => handled(entry, all)),
    unknown: all.filter(({ id }) => !known.has(id)).map(({ id, by, where }) => `${id}: ${by} ${where}`),
  }
}
