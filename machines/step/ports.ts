import type { SignedInAccount } from '../services.ts'
import type { Action, Applied, Pending } from './action.ts'
import type { Choices } from './choices.ts'
import type { StepId } from './finding.ts'
import type { Look } from './look.ts'
import type { Reading } from './proof.ts'

/**
 * The effects of the sequence, as the machines call them. They hold the live sign-in and clients; the machines' context
 * holds none of it, so that it stays small, plain and free of secrets.
 */
export interface Ports {
  /** The engagement's time, milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** Opens the practice tenant; throws with a sentence for the person when there is no such scenario. */
  openPractice(scenario: string, signal: AbortSignal): Promise<Tenant>
  /** Closes what was opened. Nothing at the services is touched. */
  closeTenant(): void
  observe(stepId: StepId, choices: Choices, browsed: string | undefined, signal: AbortSignal): Promise<Reading>
  apply(action: Action, signal: AbortSignal): Promise<Applied>
  look(pending: Pending, signal: AbortSignal): Promise<Look>
}

/** Who and where, once a tenant is open. */
export interface Tenant {
  readonly account: SignedInAccount
  readonly cloud: string
  readonly practice?: { readonly scenario: string; readonly title: string; readonly story: string }
}
