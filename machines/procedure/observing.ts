import type { Cloud } from '../cloud/cloud.ts'
import type { SequenceDefinition } from '../engine/procedure.ts'
import type * as engine from '../engine/step/proof.ts'
import type { Check } from './check.ts'
import type { Choices, PolicyChoices } from './choices.ts'
import type { Guide } from './guide.ts'
import type { CarriedThings } from './key-map/shown.ts'
import type { StepPicture } from './picture.ts'
import type { Proposal } from './pilot/proposal.ts'
import type { Services } from './services.ts'
import type { Template } from './templates/template.ts'

/** What one step is read and judged with. */
export interface Observing {
  readonly services: Services
  /** The cloud the services are in; absent where it is known to be the commercial one. */
  readonly cloud?: Cloud
  readonly choices: Choices
  /** A subscription looked into before the form of step 3 is decided. */
  readonly browsed?: string
  /** Overrides parts of what the form of step 3 suggests. */
  readonly suggested?: Partial<PolicyChoices>
  /** What names are proposed by; absent: the built-in ones. */
  readonly template?: Template
  /** What a pilot's choices propose for the environment. */
  readonly proposal?: Proposal
  readonly now: () => number
  readonly signal: AbortSignal
}

/** What a step or an operation of this procedure reads: with its own picture, and with what the Key Map shows of it. */
export interface Reading extends engine.Reading {
  readonly picture: StepPicture
  readonly things?: CarriedThings
}

/** One step of this procedure, or one operation after it. */
export interface StepDefinition<Id extends string> extends SequenceDefinition<Observing> {
  readonly id: Id
  readonly guide: Guide
  readonly checks: readonly Check<never>[]
  observe(observing: Observing): Promise<Reading>
}
