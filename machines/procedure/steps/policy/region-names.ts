import { type Names, nameIn } from '#machines/engine/action.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { PolicyFacts } from './facts.ts'

/** Azure's region names by code; unlisted ones stay codes. */
export function regionNames({ regions }: Pick<PolicyFacts, 'regions'>, codes: readonly string[]): Names {
  const wanted = new Set(codes.map((code) => code.toLowerCase()))
  return Object.fromEntries(
    (valueIn(regions) ?? []).flatMap(({ name, displayName }) => {
      const code = name.toLowerCase()
      return wanted.has(code) ? [[code, displayName]] : []
    }),
  )
}

export const regionName = (facts: Pick<PolicyFacts, 'regions'>, code: string): string => nameIn(regionNames(facts, [code]), code) ?? code
