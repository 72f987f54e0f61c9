import type { Finding } from '../../engine/step/finding.ts'
import type { Part } from '../check.ts'
import type { StepId } from '../procedure.ts'

/** Cards and lines in map order. */
export const MAP_ELEMENTS = ['app', 'integration', 'environment', 'membership', 'policy', 'access', 'key'] as const
export type MapElement = (typeof MAP_ELEMENTS)[number]

/** Lines; the others are cards. */
export const MAP_LINES: readonly MapElement[] = ['integration', 'membership', 'access']

/** The step that verifies it; nothing is verified before that step was read. */
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
  // The person who adds the environment must be able to read the policy.
  reader: 'membership',
  managed: 'membership',
  link: 'membership',
}

/** Catalogue entries about the app itself, not its link. */
const ABOUT_THE_APP: readonly string[] = ['F-002', 'F-003']

const ELEMENTS: ReadonlyMap<string, MapElement> = new Map(Object.entries(BY_PART))

/** Undefined for an unknown part. */
export const elementOfPart = (part: string): MapElement | undefined => ELEMENTS.get(part)

export const elementOf = ({ id, part }: Pick<Finding, 'id' | 'part'>): MapElement | undefined =>
  ABOUT_THE_APP.includes(id) ? 'app' : elementOfPart(part)
