import type { StepId } from './step/finding.ts'

/**
 * What the person decided, step by step. No secret is among it. A procedure has choices of its own beside these: the engine keeps them
 * and hands them on.
 */
export interface Choices {
  /** Name of the environment in the admin API: the id, not the display name. */
  readonly environmentId?: string
  /** What another person said when they handed over; absent without a hand-over. */
  readonly told?: HandoffClaims
}

/** What was taken over from another person: their word, which never stands against what is read here. */
export interface HandoffClaims {
  /** Who handed over, by the name of their account. */
  readonly by: string
  /** Object ID of who asked for the step; absent where it was handed back. */
  readonly askedBy?: string
  /** When they made the file; milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly at: number
  readonly step: StepId
  /** The file's name, without its folder. */
  readonly file: string
  /** Of the file's content; lower-case hexadecimal. */
  readonly sha256: string
  readonly note?: string
  readonly environment: { readonly id: string; readonly displayName?: string; readonly location?: string }
  readonly proved: readonly { readonly step: StepId; readonly at: number }[]
}
