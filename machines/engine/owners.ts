import type { DisplayText } from '../messages/message.ts'
import type { Owner } from './step/finding.ts'

/** Somebody who can put a finding right. */
export interface OwnerDefinition {
  readonly id: Owner
  /** Says that a step is handed to them. Absent for an owner who takes no step over with the wizard. */
  readonly handStepTo?: (step: { readonly number: number }) => DisplayText
}

/** Whom to turn to about the services that a procedure works with. */
export interface ServiceOwners {
  /** For a right that is missing, where nothing says whose it is to give. */
  readonly rights: Owner
  /** About an operation that runs there. */
  readonly operations: Owner
  /** Who runs the services. */
  readonly services: Owner
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
