import type { Cloud } from '../machines/cloud/cloud.ts'
import type { Clock } from '../machines/engine/clock.ts'
import type { ListedTenants, Tenant } from '../machines/engine/step/ports.ts'
import type { Problem } from '../machines/engine/step/problems.ts'
import type { PolicyChoices } from '../machines/procedure/choices.ts'
import type { Recording } from '../machines/procedure/first-contact/recording.ts'
import type { Proposal } from '../machines/procedure/pilot/proposal.ts'
import type { Services } from '../machines/procedure/services.ts'
import type { Template } from '../machines/procedure/templates/template.ts'
import type { SignInProgress, SignInRequest, TenantListRequest } from '../machines/sign-in/sign-in.ts'

/** A tenant with a signed-in account: its services, its clock, and what may be shown of it. */
export interface OpenTenant {
  readonly tenant: Tenant
  readonly services: Services
  readonly clock: Clock
  /** What chance is drawn from here; the computer's own where absent. */
  readonly random?: () => number
  readonly cloud: Cloud
  /** How the person signed in; absent in the practice tenant. No secret is among it. */
  readonly request?: SignInRequest
  /** What the form of step 3 suggests instead of its own suggestion, for example who adds the environment. */
  readonly suggested?: Partial<PolicyChoices>
  /** What the form of step 3 proposes names by, as it is now. */
  readonly template?: () => Promise<Template | undefined>
  /** What a pilot's choices propose for an environment of the tenant, as it is now. */
  readonly proposal?: (tenantId: string, environmentId: string) => Promise<Proposal | undefined>
  /** What answers, where that is a recording: nothing can be written in it. */
  readonly recorded?: Recording
  /** Only the practice tenant: lets time pass. @param milliseconds of its own time */
  readonly advance?: (milliseconds: number) => void
}

/** Signs in to real tenants, in every way, and stores the tokens. */
export interface Identity {
  /** A refusal is a value, in the person's words; only a defect throws. */
  signIn(request: SignInRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<SignInOutcome>
  /** Signs in without a tenant, to list those that the account can reach. The next sign-in to one of them asks no one again where it need not. */
  listTenants(request: TenantListRequest, report: (progress: SignInProgress) => void, signal: AbortSignal): Promise<ListedTenants>
  signOut(): Promise<void>
  /** Keeps a client secret or a passphrase in memory for the next sign-in alone. */
  holdSecret(secret: string): void
}

/** One sign-in beside all others that asks no one: with what is remembered, or in a way without a person. */
export interface QuietSignIn {
  signIn(request: SignInRequest, signal: AbortSignal): Promise<SignInOutcome>
  /** Its tokens are gone from memory. What is kept for the next start stays. */
  close(): Promise<void>
}

export type SignInOutcome = { readonly ok: true; readonly open: OpenTenant } | { readonly ok: false; readonly problem: Problem }

/** Opens a scenario of the practice tenant; rejects with a sentence for the person when there is no such scenario. */
export type OpenPractice = (scenario: string) => Promise<OpenTenant>
