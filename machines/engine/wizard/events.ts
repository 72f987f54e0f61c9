import type { SignInRequest, TenantListRequest } from '../../sign-in/sign-in.ts'
import type { Decision } from '../decision.ts'
import type { ReviewWish } from '../drift/baseline.ts'
import type { StepEvent } from '../step/context.ts'
import type { OperationId, StepId } from '../step/finding.ts'
import type { SidePage } from './side-pages.ts'

/** Go on with what is there now, begin at the first step that no longer holds, or leave it all as it is. */
export type DriftAnswer = 'keep' | 'redo' | 'stop'

/** Everything a person can do. The window sends these; main parses them before the machine sees them. */
export type WizardEvent =
  /** With `checkFirst` the tenant opens on the page that reads everything at once. */
  | { readonly type: 'OPEN_PRACTICE'; readonly scenario: string; readonly checkFirst?: true }
  /** Also once more, after a sign-in that was refused. */
  | { readonly type: 'SIGN_IN'; readonly request: SignInRequest; readonly checkFirst?: true }
  /** Signs in to choose among the account's tenants. */
  | { readonly type: 'LIST_TENANTS'; readonly request: TenantListRequest; readonly checkFirst?: true }
  /** The same person signs in again after the sign-in ended. Running work continues. */
  | { readonly type: 'SIGN_IN_AGAIN' }
  | { readonly type: 'CALL_OFF_SIGN_IN' }
  /** Back to the start page, and the sign-in is forgotten. */
  | { readonly type: 'SIGN_OUT' }
  /** Back to the start page; the tenant is closed, nothing at Microsoft is touched. */
  | { readonly type: 'CLOSE_TENANT' }
  /** To the start page. What a person confirmed continues, with its tenant open behind that page. */
  | { readonly type: 'GO_HOME' }
  /** Back to the tenant that is open behind the start page. */
  | { readonly type: 'RETURN' }
  | { readonly type: 'CHOOSE_ENVIRONMENT'; readonly environmentId: string }
  /** Decisions that only the procedure knows. */
  | { readonly type: 'DECIDE'; readonly decision: Decision }
  /** Events for the loop of a step. Confirmations name the finding's key. */
  | Exclude<StepEvent, { readonly type: 'ATTEST' | 'SIGNED_IN' }>
  /** Reads again only what the step of this finding depends on. */
  | { readonly type: 'CHECK_ONE'; readonly key: string }
  | { readonly type: 'ATTEST'; readonly key: string }
  /** Response to differences between the services and the record. */
  | { readonly type: 'ANSWER_DRIFT'; readonly answer: DriftAnswer }
  /** Review of a change since the baseline, by its key in the view. */
  | { readonly type: 'REVIEW_CHANGE'; readonly change: string; readonly wish: ReviewWish }
  | { readonly type: 'NEXT' }
  | { readonly type: 'BACK' }
  | { readonly type: 'GO_TO_STEP'; readonly step: StepId }
  /** Goes on with what another person handed over: their choices, and everything read again. */
  | { readonly type: 'TAKE_OVER' }
  /** A page beside the steps; with the step that is to be handed over, for that page. */
  | { readonly type: 'GO_TO_PAGE'; readonly page: SidePage; readonly step?: StepId }
  /** An operation after the link, from their list. */
  | { readonly type: 'OPEN_OPERATION'; readonly operation: OperationId }
