import type { Cloud } from '#machines/cloud/cloud.ts'
import type { Challenge } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { ListedTenants, Tenant } from '#machines/engine/step/ports.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import type { Recording } from '#machines/procedure/first-contact/recording.ts'
import type { Proposal } from '#machines/procedure/pilot/proposal.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import type { Template } from '#machines/procedure/templates/template.ts'
import type { SignInProgress, SignInRequest, TenantListRequest } from '#machines/sign-in/sign-in.ts'

export interface OpenTenant {
  readonly tenant: Tenant
  readonly services: Services
  readonly clock: Clock
  /** Default: the computer's. */
  readonly random?: () => number
  readonly cloud: Cloud
  /** How the person signed in; absent in practice. No secret. */
  readonly request?: SignInRequest
  /** Overrides suggestions of step 3, for example the administrator. */
  readonly suggested?: Partial<PolicyChoices>
  readonly template?: () => Promise<Template | undefined>
  readonly proposal?: (tenantId: string, environmentId: string) => Promise<Proposal | undefined>
  /** The recording that answers, read-only. */
  readonly recorded?: Recording
  /** Absent where nothing is signed in to. */
  readonly confirm?: Confirm
  /** Practice only: advances time. @param milliseconds practice time */
  readonly advance?: (milliseconds: number) => void
}

/**
 * Asks the person for what services ask of the open sign-in, by the way they signed in. What is open stays open.
 * @returns why it isn't met
 */
export type Confirm = (
  challenges: readonly Challenge[],
  report: (progress: SignInProgress) => void,
  signal: AbortSignal,
) => Promise<Problem | undefined>

export interface Identity {
  /** Refusals are values; only defects throw. */
  signIn(request: SignInRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<SignInOutcome>
  /** Lists the account's tenants. The next sign-in to one avoids a prompt if possible. */
  listTenants(request: TenantListRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<ListedTenants>
  signOut(): Promise<void>
  /** Holds a client secret or passphrase in memory for the next sign-in. */
  holdSecret(secret: string): void
}

/** A parallel sign-in without prompts. */
export interface QuietSignIn {
  signIn(request: SignInRequest, signal: AbortSignal): Promise<SignInOutcome>
  /** Removes its tokens from memory; stored data stays. */
  close(): Promise<void>
}

export type SignInOutcome = { readonly ok: true; readonly open: OpenTenant } | { readonly ok: false; readonly problem: Problem }

/** Opens a practice scenario; rejects with a sentence for the person if unknown. */
export type OpenPractice = (scenario: string) => Promise<OpenTenant>
