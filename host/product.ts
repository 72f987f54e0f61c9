import type { CallArgument, CheckedVaultName, FirstContactView, FoundPeople as Found, ScriptRequest, Written } from '../ipc/contract.ts'
import type { Account } from '../machines/engine/account.ts'
import type { Action } from '../machines/engine/action.ts'
import type { ReadDirectory } from '../machines/engine/directory.ts'
import type { LeftOut } from '../machines/engine/for-each.ts'
import type { Procedure } from '../machines/engine/procedure.ts'
import type { Ports } from '../machines/engine/step/ports.ts'
import type { WizardContext } from '../machines/engine/wizard/context.ts'
import type { OwnView, Presentation } from '../machines/engine/wizard/presentation.ts'
import type { SourceView } from '../machines/engine/wizard/view-of-step.ts'
import type { DisplayText } from '../machines/messages/message.ts'
import type { ListedAs } from '../records/engagement/listing.ts'
import type { OpenedTenant } from '../records/engagement/record.ts'
import type { Listed } from '../records/engagement/remembering.ts'

/** An open tenant, as far as every procedure has it. */
export interface Opened extends OpenedTenant {
  readonly services: { readonly account: Account }
  /** Only the practice tenant: lets time pass. @param milliseconds of its own time */
  readonly advance?: (milliseconds: number) => void
}

/** The machines' effects, and what they have open. It is never handed to the window. */
export interface OpenPorts<Open extends Opened> extends Ports {
  opened(): Open | undefined
}

/** As `ipc/contract.ts` has it, before it is formatted. */
export type FoundPeople =
  | Extract<Found, { kind: 'people' }>
  | (Omit<Extract<Found, { kind: 'not-readable' }>, 'why'> & { readonly why: DisplayText })

/** As `ipc/contract.ts` has it, before it is formatted. */
export interface FirstContact extends Omit<FirstContactView, 'summary' | 'differences' | 'settled'> {
  readonly summary: DisplayText
  readonly differences: readonly { readonly title: DisplayText; readonly meaning: DisplayText; readonly operation: string }[]
  readonly settled: readonly { readonly entry: string; readonly found: DisplayText }[]
}

interface FoundEntry {
  readonly id: string
  readonly title: DisplayText
  readonly happens?: DisplayText
  readonly back?: DisplayText
  readonly byHand?: DisplayText
  readonly reasons: readonly DisplayText[]
  readonly source?: SourceView
}

/** As `ipc/contract.ts` has it, before it is formatted. */
export interface FoundRemoval {
  readonly remove: readonly FoundEntry[]
  readonly stays: readonly FoundEntry[]
  readonly gone: readonly DisplayText[]
  readonly script?: string
}

/** A procedure with all that the wizard needs around it. */
export interface Product<Own extends OwnView, Open extends Opened> {
  readonly procedure: Procedure
  readonly presentation: Presentation<Own>
  /** What the record keeps for the list of engagements, and what the list says of it. */
  readonly listed: Listed
  readonly listedAs: ListedAs
  /** What was read of the tenant's environments that could be worked on; nothing where it wasn't. Absent: the list has only what was worked on. */
  directoryIn?(context: WizardContext): ReadDirectory | undefined
  /** Completes the address behind a link's ID, in the tenant that is open. */
  addressesIn(context: WizardContext, open: Open | undefined): (link: string) => string
  /** Asks whether a new key vault can have a name. Absent where the procedure creates none. */
  checkVaultName?(
    open: Open,
    asked: CallArgument<'vault-name:check'>,
  ): Promise<Omit<CheckedVaultName, 'text'> & { readonly text: DisplayText }>
  /** Asks the tenant's directory for people. Absent where the procedure asks for none. */
  searchPeople?(open: Open, text: string): Promise<FoundPeople>
  /** Reads all that is read of the open tenant, and compares the answers with what is known. Absent where nothing is known. */
  firstContact?(open: Open, context: WizardContext): Promise<FirstContact>
  /** Reads what the wizard created for the environment and what hangs on it, and says what of it can be removed. Changes nothing. */
  removal?(open: Open, context: WizardContext): Promise<FoundRemoval>
  /** Writes a plan as a script. Changes nothing. @param leftOut what the plan leaves out, and why */
  writeScript(open: Open, plan: readonly Action[], language: ScriptRequest['language'], leftOut: readonly LeftOut[]): Promise<Written>
}
