import type { Cloud } from '../cloud/cloud.ts'
import type { SequenceDefinition } from '../engine/procedure.ts'
import type * as engine from '../engine/step/proof.ts'
import type { Check } from './check.ts'
import type { Choices, PolicyChoices } from './choices.ts'
import type { Guide } from './guide.ts'
import type { CarriedThings } from './key-map/shown.ts'
import type { StepPicture } from './picture.ts'
import type { Proposal } from './pilot/proposal.ts'
import type { Services } from './services/services.ts'
import type { Template } from './templates/template.ts'

export interface Observing {
  readonly services: Services
  /** Absent: known to be the commercial cloud. */
  readonly cloud?: Cloud
  readonly choices: Choices
  /** Subscription to preview in the form of step 3. */
  readonly browsed?: string
  readonly suggested?: Partial<PolicyChoices>
  /** Template for names; absent: the built-in one. */
  readonly template?: Template
  readonly proposal?: Proposal
  readonly now: () => number
  readonly signal: AbortSignal
}

/** A reading with this procedure's picture and map data. */
export interface Reading extends engine.Reading {
  readonly picture: StepPicture
  readonly things?: CarriedThings
}

export interface StepDefinition<Id extends string> extends SequenceDefinition<Observing> {
  readonly id: Id
  readonly guide: Guide
  readonly checks: readonly Check<never>[]
  observe(observing: Observing): Promise<Reading>
}
