import type { CallArgument, CheckedVaultName, FirstContactView, FoundPeople as Found, ScriptRequest, Written } from '#contract/contract.ts'
import type { Account } from '#machines/engine/account.ts'
import type { Action } from '#machines/engine/action.ts'
import type { ReadDirectory } from '#machines/engine/directory.ts'
import type { LeftOut } from '#machines/engine/for-each.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import type { OwnView, Presentation } from '#machines/engine/wizard/presentation.ts'
import type { SourceView } from '#machines/engine/wizard/view-of-step.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { ListedAs } from '../records/engagement/listing.ts'
import type { OpenedTenant } from '../records/engagement/record.ts'
import type { Listed } from '../records/engagement/remembering.ts'

export interface Opened extends OpenedTenant {
  readonly services: { readonly account: Account }
  /** Practice only: advances time. @param milliseconds practice time */
  readonly advance?: (milliseconds: number) => void
}

/** Effects and the open tenant. Never handed to the window. */
export interface OpenPorts<Open extends Opened> extends Ports {
  opened(): Open | undefined
}

export type FoundPeople =
  | Extract<Found, { kind: 'people' }>
  | (Omit<Extract<Found, { kind: 'not-readable' }>, 'why'> & { readonly why: DisplayText })

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

export interface FoundRemoval {
  readonly remove: readonly FoundEntry[]
  readonly stays: readonly FoundEntry[]
  readonly gone: readonly DisplayText[]
  readonly script?: string
}

export interface Product<Own extends OwnView, Open extends Opened> {
  readonly procedure: Procedure
  readonly presentation: Presentation<Own>
  readonly listed: Listed
  readonly listedAs: ListedAs
  /** Known environments of the tenant, if read. Absent: the list has only engagements. */
  directoryIn?(context: WizardContext): ReadDirectory | undefined
  /** Address of a link ID in the open tenant. */
  addressesIn(context: WizardContext | undefined, open: Open | undefined): (link: string) => string
  /** Checks a new vault's name. Absent: the procedure creates none. */
  checkVaultName?(
    open: Open,
    asked: CallArgument<'vault-name:check'>,
  ): Promise<Omit<CheckedVaultName, 'text'> & { readonly text: DisplayText }>
  /** Searches the directory. Absent: the procedure needs no people. */
  searchPeople?(open: Open, text: string): Promise<FoundPeople>
  /** Compares the open tenant's answers with known ones. Absent: none are known. */
  firstContact?(open: Open, context: WizardContext): Promise<FirstContact>
  /** Lists removable resources of the environment. Changes nothing. */
  removal?(open: Open, context: WizardContext): Promise<FoundRemoval>
  /** Writes a plan as a script. Changes nothing. @param leftOut omissions with reasons */
  writeScript(open: Open, plan: readonly Action[], language: ScriptRequest['language'], leftOut: readonly LeftOut[]): Promise<Written>
}
