import type { StepId } from './step/finding.ts'

/** The person's choices, without secrets. Procedures add their own, which the engine stores and passes on. */
export interface Choices {
  /** Admin API name: the ID, not the display name. */
  readonly environmentId?: string
  readonly told?: HandoffClaims
}

/** Claims of another person, which never override readings. */
export interface HandoffClaims {
  /** Account name of the sender. */
  readonly by: string
  /** Object ID of the requester; absent if handed back. */
  readonly askedBy?: string
  /** Time of the file; milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly at: number
  readonly step: StepId
  /** The file's name, without its folder. */
  readonly file: string
  /** Content hash in lower-case hexadecimal. */
  readonly sha256: string
  readonly note?: string
  readonly environment: { readonly id: string; readonly displayName?: string; readonly location?: string }
  readonly proved: readonly { readonly step: StepId; readonly at: number }[]
}
