import type { DisplayText } from '../messages/message.ts'
import type { Refusal } from './answer.ts'
import type { Owner } from './step/finding.ts'

/** Someone who can put a finding right. */
export interface OwnerDefinition {
  readonly id: Owner
  /** Says that a step is handed to them. Absent for an owner who takes no step over with the wizard. */
  readonly handStepTo?: (step: { readonly number: number }) => DisplayText
}

/** What is said of the services that a procedure works with: the engine doesn't know whose they are. */
export interface ServiceWords {
  /** Why the next step isn't open while something runs there. */
  readonly stillRunning: DisplayText
  /** What is asked of a person meanwhile. */
  readonly waitUntilDone: DisplayText
  saysState(of: { readonly state: DisplayText | string }): DisplayText
  readonly continuesWithoutSignIn: DisplayText
  readonly signInEndedMeaning: DisplayText
  readonly outOfReach: DisplayText
  readonly outOfReachMeaning: DisplayText
  readonly checkFailedMeaning: DisplayText
  readonly unreadableRemedy: DisplayText
  notFinished(of: { readonly title: DisplayText | string }): DisplayText
  /** Why nothing was sent: another run holds the engagement, or the change could not be put on record. */
  readonly nothingSentHeld: DisplayText
  readonly nothingSentUnrecorded: DisplayText
  readonly notSeenYetRemedy: DisplayText
}

/** Who to ask about the services that a procedure works with, and what is said of them. */
export interface ServiceOwners {
  /** For a right that is missing, where nothing says whose it is to give. */
  readonly rights: Owner
  /** About an operation that runs there. */
  readonly operations: Owner
  /** Who runs the services. */
  readonly services: Owner
  readonly says: ServiceWords
  /** What a refusal means that the services give for one cause alone; nothing for any other. */
  readonly known?: (refusal: Refusal) => RefusalReading | undefined
}

/** What a refusal means for the person and what to do about it. */
export interface RefusalReading {
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
}

/** What a message to an owner says of the procedure itself. */
export interface LetterWords {
  about(of: { readonly environment: string; readonly id: string; readonly title: DisplayText }): DisplayText
  aboutUnnamed(of: { readonly title: DisplayText }): DisplayText
  preparing(of: { readonly environment: DisplayText | string }): DisplayText
  preparingInTenant(of: { readonly environment: DisplayText | string; readonly tenant: string; readonly id: string }): DisplayText
  /** In the middle of a sentence, where its name is not known. */
  readonly anEnvironment: DisplayText
}
