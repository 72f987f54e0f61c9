import { defineMessages, verbatim } from '../../messages/message.ts'
import type { SignInProgress, SignInRequest, TenantListRequest } from '../../sign-in/sign-in.ts'
import type { Challenge } from '../answer.ts'
import type { OpenedHandOver } from '../handoff/hand-over.ts'
import type { ListedTenants, Ports, SignedIn } from '../step/ports.ts'
import { defect, type Problem } from '../step/problems.ts'
import type { Remembered } from './remembered.ts'

const messages = defineMessages('wizard.practice', {
  notOpened: 'Couldn’t open the practice tenant',
  notOpenedRemedy: 'Choose a case from the list and open it again.',
})

/** Events of a sign-in. They come only from main: the contract with the window doesn't have them. */
export type SignInEvent =
  | { readonly type: 'SIGN_IN_PROGRESS'; readonly progress: SignInProgress }
  | { readonly type: 'SIGN_IN_ENDED'; readonly signedIn: SignedIn }
  | { readonly type: 'TENANTS_LISTED'; readonly listed: ListedTenants }

/** Events of the engagements on this computer, also only from main. */
export type EngagementEvent =
  /** An engagement was picked from the list: the sign-in it needs, then its environment. What is never stored is asked for first. */
  | { readonly type: 'RESUME'; readonly request: SignInRequest; readonly environmentId: string; readonly environment: string }
  /** The chosen environment has been worked on before. */
  | { readonly type: 'ENGAGEMENT_FOUND'; readonly remembered: Remembered }

/** A file that another person made was opened, checked, and is for what is open here. From main alone. */
export type HandOverEvent = { readonly type: 'HAND_OVER_OPENED'; readonly opened: OpenedHandOver }

export interface TenantPorts extends Ports {
  /** Keeps the record of the chosen environment. Absent: none. @param tell gets what one remembers that was opened @returns leaves it */
  keepRecord?(tell: (remembered: Remembered) => void): () => void
}

/** Starts a sign-in and tells how it goes; what is returned calls it off. */
export const signIn = (ports: Ports, request: SignInRequest, tell: (event: SignInEvent) => void): (() => void) =>
  started((report, signal) => ports.signIn(request, report, signal), tell)

/** A sign-in that is to go on with what is open: with what services ask for, or because the former one ended. */
export type SigningAgain = { readonly challenges: readonly Challenge[] } | { readonly request: SignInRequest }

/** As `signIn`, in the open tenant. */
export const signInAgain = (ports: Ports, again: SigningAgain, tell: (event: SignInEvent) => void): (() => void) =>
  'request' in again
    ? signIn(ports, again.request, tell)
    : started((report, signal) => ports.confirm(again.challenges, report, signal), tell)

function started(
  signing: (report: (progress: SignInProgress) => void, signal: AbortSignal) => Promise<SignedIn>,
  tell: (event: SignInEvent) => void,
): () => void {
  const abort = new AbortController()
  signing((progress) => tell({ type: 'SIGN_IN_PROGRESS', progress }), abort.signal)
    .catch((error: unknown): SignedIn => ({ ok: false, problem: defect(error) }))
    .then((signedIn) => tell({ type: 'SIGN_IN_ENDED', signedIn }))
  return () => abort.abort(new Error('The sign-in was called off.'))
}

/** Starts listing the account's tenants and tells how it goes; what is returned cancels it. */
export function listTenants(ports: Ports, request: TenantListRequest, tell: (event: SignInEvent) => void): () => void {
  const abort = new AbortController()
  ports
    .listTenants(request, (progress) => tell({ type: 'SIGN_IN_PROGRESS', progress }), abort.signal)
    .catch((error: unknown): ListedTenants => ({ ok: false, problem: defect(error) }))
    .then((listed) => tell({ type: 'TENANTS_LISTED', listed }))
  return () => abort.abort(new Error('Listing the tenants was canceled.'))
}

/** Says that a scenario could not be opened. @param error what was thrown */
export function couldNotOpen(error: unknown): Problem {
  return {
    title: messages.notOpened,
    meaning: verbatim(error instanceof Error ? error.message : String(error)),
    remedy: messages.notOpenedRemedy,
    owner: 'you',
  }
}
