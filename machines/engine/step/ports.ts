import type { DisplayText } from '../../messages/message.ts'
import type { ReachableTenant, RefusedAudience, SignInProgress, SignInRequest, TenantListRequest } from '../../sign-in/sign-in.ts'
import type { Account } from '../account.ts'
import type { Action, Applied, Pending } from '../action.ts'
import type { Challenge } from '../answer.ts'
import type { Choices } from '../choices.ts'
import type { SequenceId } from './finding.ts'
import type { Poll } from './poll.ts'
import type { Problem } from './problems.ts'
import type { Carried, Reading } from './proof.ts'

/**
 * The effects of the sequence, as the machines call them. They hold the live sign-in and clients; the machines' context
 * holds none of it, so that it stays small, plain and free of secrets.
 */
export interface Ports {
  /** The engagement's time, milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** A number drawn anew each time, from 0 to below 1. */
  random(): number
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
  /** Opens the practice tenant; throws with a sentence for the person when there is no such scenario. */
  openPractice(scenario: string, signal: AbortSignal): Promise<Tenant>
  /**
   * Signs in and opens the person's tenant. A refused sign-in is a value, in the person's words; only a defect throws.
   * @param report called with what the sign-in waits for
   */
  signIn(request: SignInRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<SignedIn>
  /**
   * Asks the person for what services ask of the open sign-in, by the way it was made. What is open stays open.
   * @param report called with what it waits for
   */
  confirm(challenges: readonly Challenge[], report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<SignedIn>
  /**
   * Signs in without a tenant, only to list those that the account can reach. None of them is opened by it.
   * @param report called with what the sign-in waits for
   */
  listTenants(request: TenantListRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<ListedTenants>
  /** Forgets the sign-in: its tokens are removed from memory and from where they rest. */
  signOut(): Promise<void>
  /** Closes what was opened. Nothing at the services is touched. */
  closeTenant(): void
  /** @param reads shared by all that is read in one check, whose signal is the same: what several need is read once */
  observe(id: SequenceId, choices: Choices, browsed: string | undefined, signal: AbortSignal, reads?: Reads): Promise<Reading>
  /** Reads the environments around the chosen one. Called only where the procedure has a landscape. */
  landscape(choices: Choices, signal: AbortSignal): Promise<Carried>
  apply(action: Action, signal: AbortSignal): Promise<Applied>
  poll(pending: Pending, signal: AbortSignal): Promise<Poll>
}

/** Reads of one check, finished or running, by request. */
export type Reads = Map<string, Promise<unknown>>

/** A case of the practice tenant, or a recording that is opened like one. */
export interface Practice {
  readonly scenario: string
  readonly title: DisplayText
  readonly story: DisplayText
  /** A recording only answers: nothing in it can be changed, and no time be skipped. */
  readonly readOnly?: true
}

/** Account and tenant, once open. */
export interface Tenant {
  readonly account: Account
  readonly cloud: DisplayText | string
  readonly practice?: Practice
  /** Earlier choices; for a recording, those it was made with. */
  readonly chosen?: Choices
  /** A cloud given as a file: its name and hosts stand on every page. */
  readonly customCloud?: { readonly name: string; readonly hosts: readonly string[] }
  /** Services that gave no token at sign-in; the steps that need them will say so too. */
  readonly refusedAudiences?: readonly RefusedAudience[]
  /** Notice about this sign-in, for example that it is kept in memory only. */
  readonly note?: DisplayText
}

export type SignedIn = { readonly ok: true; readonly tenant: Tenant } | { readonly ok: false; readonly problem: Problem }

export type ListedTenants =
  | { readonly ok: true; readonly tenants: readonly ReachableTenant[] }
  | { readonly ok: false; readonly problem: Problem }
