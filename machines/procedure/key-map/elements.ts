import type { Finding } from '../../engine/step/finding.ts'
import type { Part } from '../check.ts'
import type { StepId } from '../procedure.ts'

/** Four things and the three lines between them, in the order in which the Key Map shows them. */
export const MAP_ELEMENTS = ['app', 'integration', 'environment', 'membership', 'policy', 'access', 'key'] as const
export type MapElement = (typeof MAP_ELEMENTS)[number]

/** The lines; everything else is a card. */
export const MAP_LINES: readonly MapElement[] = ['integration', 'membership', 'access']

/** The step that proves it: nothing is verified before that step was read. */
export const PROVED_BY: Readonly<Record<MapElement, StepId>> = {
  app: 'integration',
  integration: 'integration',
  environment: 'environment',
  membership: 'membership',
  policy: 'policy',
  access: 'policy',
  key: 'policy',
}

const BY_PART: Readonly<Record<Part, MapElement>> = {
  integration: 'integration',
  environment: 'environment',
  subscription: 'policy',
  vault: 'key',
  key: 'key',
  policy: 'policy',
  access: 'access',
  // Who adds the environment needs to read the policy: without it there is no membership.
  reader: 'membership',
  managed: 'membership',
  link: 'membership',
}

/** Entries of the failure catalogue that are about the app itself and not about how it is linked. */
const ABOUT_THE_APP: readonly string[] = ['F-002', 'F-003']

const ELEMENTS: ReadonlyMap<string, MapElement> = new Map(Object.entries(BY_PART))

/** The engine passes parts on as text; one that this procedure does not know is nowhere on the map. */
export const elementOfPart = (part: string): MapElement | undefined => ELEMENTS.get(part)

/** Where on the map a finding counts. */
export const elementOf = ({ id, part }: Pick<Finding, 'id' | 'part'>): MapElement | undefined =>
  ABOUT_THE_APP.includes(id) ? 'app' : elementOfPart(part)
