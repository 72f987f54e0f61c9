import { type Names, nameIn } from '../../../engine/action.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import type { PolicyFacts } from './facts.ts'

/** What Azure calls these regions, by their codes; one that it doesn't list stays a code. */
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
