import type { DisplayText } from '../messages/message.ts'
import type { Refusal } from './answer.ts'
import type { Owner } from './step/finding.ts'

export interface OwnerDefinition {
  readonly id: Owner
  /** Text for handing a step to them; absent if they take none over. */
  readonly handStepTo?: (step: { readonly number: number }) => DisplayText
}

/** Texts about the procedure's services, unknown to the engine. */
export interface ServiceWords {
  /** Why the next step is closed while an operation runs. */
  readonly stillRunning: DisplayText
  readonly waitUntilDone: DisplayText
  saysState(of: { readonly state: DisplayText | string }): DisplayText
  readonly continuesWithoutSignIn: DisplayText
  readonly signInEndedMeaning: DisplayText
  readonly outOfReach: DisplayText
  readonly outOfReachMeaning: DisplayText
  readonly checkFailedMeaning: DisplayText
  readonly unreadableRemedy: DisplayText
  notFinished(of: { readonly title: DisplayText | string }): DisplayText
  /** Why nothing was sent: another run holds the engagement, or recording failed. */
  readonly nothingSentHeld: DisplayText
  readonly nothingSentUnrecorded: DisplayText
  readonly notSeenYetRemedy: DisplayText
  /** A service asks for more than the sign-in shows. As a title, without its period. */
  readonly secondFactor: DisplayText
  readonly secondFactorMeaning: DisplayText
  readonly secondFactorRemedy: DisplayText
}

export interface ServiceOwners {
  /** Grants rights by default. */
  readonly rights: Owner
  readonly operations: Owner
  readonly services: Owner
  readonly says: ServiceWords
  /** Explanation of refusals with a single cause. */
  readonly known?: (refusal: Refusal) => RefusalReading | undefined
}

export interface RefusalReading {
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
}

export interface LetterWords {
  about(of: { readonly environment: string; readonly id: string; readonly title: DisplayText }): DisplayText
  aboutUnnamed(of: { readonly title: DisplayText }): DisplayText
  preparing(of: { readonly environment: DisplayText | string }): DisplayText
  preparingInTenant(of: { readonly environment: DisplayText | string; readonly tenant: string; readonly id: string }): DisplayText
  /** Unnamed environment, within a sentence. */
  readonly anEnvironment: DisplayText
}
