import { type ActorRefFrom, assertEvent, assign, type DoneActorEvent, forwardTo, type SnapshotFrom, setup } from 'xstate'
import { isSamePlace, isServicePrincipal } from '../../sign-in/draft.ts'
import { noTenants } from '../../sign-in/local-problems.ts'
import type { ReachableTenant, SignInProgress, SignInRequest } from '../../sign-in/sign-in.ts'
import type { Procedure } from '../procedure.ts'
import type { ListedTenants, Tenant } from '../step/ports.ts'
import type { Problem } from '../step/problems.ts'
import { startActors } from './actors.ts'
import type { TenantInput } from './context.ts'
import type { WizardEvent } from './events.ts'
import { couldNotOpen, type EngagementEvent, type HandOverEvent, type SignInEvent, type TenantPorts } from './from-main.ts'
import { createWizardMachine, type WizardMachine, type WizardSnapshot } from './machine.ts'
import type { Resumes } from './view.ts'

/** Context of the start page, without a tenant's: its own machine holds that, and ends with it. */
export interface StartContext {
  /** The sign-in under way, or refused, with what was typed. */
  readonly signIn?: { readonly request: SignInRequest; readonly progress?: SignInProgress } | undefined
  /** Reachable tenants, to choose from. `signIn` then has no tenant, or the refused one. */
  readonly tenants?: readonly ReachableTenant[] | undefined
  readonly problem?: Problem | undefined
  /** The engagement that a sign-in to the same tenant leads to. */
  readonly resumes?: Resumes | undefined
  /** The next tenant opens with a check of all steps. */
  readonly checkFirst: boolean
}

type StartEvent = WizardEvent | SignInEvent | EngagementEvent | HandOverEvent

interface When {
  readonly context: StartContext
  readonly event: StartEvent
}

function requestUnderWay({ signIn }: StartContext): SignInRequest {
  if (!signIn) throw new Error('No sign-in was asked for')
  return signIn.request
}

/** Input of a tenant's machine, from the event that opened it. */
function openedBy({ signIn, resumes, checkFirst }: StartContext, event: StartEvent | DoneActorEvent<Tenant>): TenantInput {
  if ('output' in event) return { tenant: event.output, choices: event.output.chosen ?? {}, checkFirst }
  if (event.type !== 'SIGN_IN_ENDED' || !event.signedIn.ok || !signIn) throw new Error('No one signed in')
  const { request } = signIn
  const choices = resumes && isSamePlace(request, resumes) ? { environmentId: resumes.environmentId } : {}
  return { tenant: event.signedIn.tenant, signedInBy: request, choices, checkFirst }
}

/** A choice of tenants, or why there is none. */
const listed = (listing: ListedTenants): Pick<StartContext, 'tenants' | 'problem'> =>
  listing.ok && listing.tenants.length > 0
    ? { tenants: listing.tenants }
    : { tenants: undefined, problem: listing.ok ? noTenants : listing.problem }

/** Keeps an engagement picked from the list until its tenant is open, refusals included. */
const resuming = ({ request, environmentId, environment }: Extract<EngagementEvent, { type: 'RESUME' }>) => ({
  signIn: { request },
  tenants: undefined,
  resumes: { environmentId, environment, tenant: request.tenant, cloud: request.cloud },
})

const startSetup = (procedure: Procedure, ports: TenantPorts) =>
  setup({
    types: {
      context: {} as StartContext,
      events: {} as StartEvent,
      children: {} as { signIn: 'signIn'; tenant: 'tenant' },
    },
    actors: { ...startActors(ports), tenant: createWizardMachine(procedure, ports) },
    guards: {
      needsSecret: ({ event }: When) => event.type === 'RESUME' && isServicePrincipal(event.request.way),
      isSignedIn: ({ event }: When) => event.type === 'SIGN_IN_ENDED' && event.signedIn.ok,
      choosesTenant: ({ context }: When) => context.tenants !== undefined,
      isOneTenant: ({ event }: When) => event.type === 'TENANTS_LISTED' && event.listed.ok && event.listed.tenants.length === 1,
      // XState's own, such as a defect of the tenant's machine, aren't for that machine.
      isForTenant: ({ event: { type } }: When) => !type.startsWith('xstate.'),
    },
    actions: {
      forgetProblem: assign({ problem: undefined }),
      noteCheckFirst: assign(({ event }) => ({ checkFirst: 'checkFirst' in event && event.checkFirst === true })),
      beginSignIn: assign(({ event }) => (event.type === 'SIGN_IN' ? { signIn: { request: event.request } } : {})),
      beginListing: assign(({ event }) => (event.type === 'LIST_TENANTS' ? { signIn: { request: { ...event.request, tenant: '' } } } : {})),
      takeOnlyTenant: assign(({ context: { signIn }, event }) => {
        const [only] = event.type === 'TENANTS_LISTED' && event.listed.ok ? event.listed.tenants : []
        return only && signIn ? { signIn: { request: { ...signIn.request, tenant: only.id } } } : {}
      }),
      noteTenants: assign(({ event }) => (event.type === 'TENANTS_LISTED' ? listed(event.listed) : {})),
      // The sign-in for one of them is no longer needed. If no list is shown, it is kept for the next start.
      endListing: ({ context: { tenants } }) => void (tenants && ports.signOut()),
      forgetTenants: assign({ tenants: undefined, problem: undefined }),
      resume: assign(({ event }) => (event.type === 'RESUME' ? resuming(event) : {})),
      noteProgress: assign(({ context: { signIn }, event }) => ({
        signIn: event.type === 'SIGN_IN_PROGRESS' && signIn ? { request: signIn.request, progress: event.progress } : signIn,
      })),
      // Nothing that was typed is lost: the request stays, without what it waited for.
      keepRequest: assign(({ context: { signIn } }) => ({ signIn: signIn && { request: signIn.request } })),
      noteRefusal: assign(({ event }) => ({
        problem: event.type === 'SIGN_IN_ENDED' && !event.signedIn.ok ? event.signedIn.problem : undefined,
      })),
      noteNotOpened: assign((_, { error }: { error: unknown }) => ({ problem: couldNotOpen(error) })),
      forgetSignIn: assign({ signIn: undefined, tenants: undefined, resumes: undefined }),
      closeTenant: () => ports.closeTenant(),
      toTenant: forwardTo('tenant'),
    },
  })

/** The start page: signing in, and the tenant that is open. */
export function createStartMachine(procedure: Procedure, ports: TenantPorts) {
  return startSetup(procedure, ports).createMachine({
    id: 'start',
    context: { checkFirst: false },
    initial: 'start',
    states: {
      start: {
        on: {
          OPEN_PRACTICE: { target: 'connecting', actions: ['endListing', 'forgetSignIn', 'noteCheckFirst'] },
          LIST_TENANTS: { target: 'listingTenants', actions: ['forgetSignIn', 'beginListing', 'noteCheckFirst'] },
          // From the list of tenants to the form.
          BACK: { guard: 'choosesTenant', actions: ['endListing', 'forgetTenants'] },
          SIGN_IN: { target: 'signingIn', actions: ['beginSignIn', 'noteCheckFirst'] },
          RESUME: [
            // Its secret is nowhere but with the person: the form is filled in, and asks for it.
            { guard: 'needsSecret', actions: ['endListing', 'resume', 'forgetProblem'] },
            { target: 'signingIn', actions: ['endListing', 'resume', 'noteCheckFirst'] },
          ],
        },
      },
      signingIn: {
        entry: 'forgetProblem',
        invoke: {
          id: 'signIn',
          src: 'signIn',
          input: ({ context }) => requestUnderWay(context),
        },
        on: {
          SIGN_IN_PROGRESS: { actions: 'noteProgress' },
          SIGN_IN_ENDED: [
            { guard: 'isSignedIn', target: 'open' },
            { target: 'start', actions: ['keepRequest', 'noteRefusal'] },
          ],
          CANCEL: { target: 'start', actions: 'keepRequest' },
        },
      },
      listingTenants: {
        entry: 'forgetProblem',
        invoke: {
          src: 'listTenants',
          input: ({ event }) => {
            assertEvent(event, 'LIST_TENANTS')
            return event.request
          },
        },
        on: {
          SIGN_IN_PROGRESS: { actions: 'noteProgress' },
          TENANTS_LISTED: [
            // With one there is nothing to ask.
            { guard: 'isOneTenant', target: 'signingIn', actions: 'takeOnlyTenant' },
            { target: 'start', actions: ['keepRequest', 'noteTenants'] },
          ],
          CANCEL: { target: 'start', actions: 'keepRequest' },
        },
      },
      connecting: {
        entry: 'forgetProblem',
        invoke: {
          src: 'openPractice',
          input: ({ event }) => (event.type === 'OPEN_PRACTICE' ? event.scenario : ''),
          onDone: { target: 'open' },
          onError: { target: 'start', actions: { type: 'noteNotOpened', params: ({ event }) => ({ error: event.error }) } },
        },
        on: { CLOSE_TENANT: { target: 'start', actions: 'closeTenant' } },
      },
      // Until its machine ends: the person has closed the tenant, or signed out.
      open: {
        exit: 'forgetSignIn',
        invoke: {
          id: 'tenant',
          src: 'tenant',
          input: ({ context, event }) => openedBy(context, event),
          onDone: { target: 'start' },
        },
        on: { '*': { guard: 'isForTenant', actions: 'toTenant' } },
      },
    },
  })
}

export type StartMachine = ReturnType<typeof createStartMachine>
export type StartSnapshot = SnapshotFrom<StartMachine>

/** Tells of each state: of the start page, or of the open tenant. */
export function followStates(actor: ActorRefFrom<StartMachine>, next: () => void, error: (error: unknown) => void): void {
  let open: ActorRefFrom<WizardMachine> | undefined
  actor.subscribe({
    next({ children: { tenant } }) {
      // Events pass through here on their way to the tenant, which tells of itself.
      if (tenant !== undefined && tenant === open) return
      open = tenant
      // A defect ends this machine too, which tells of it.
      tenant?.subscribe({ next: ({ status }) => status === 'active' && next(), error: () => undefined })
      next()
    },
    error,
  })
}

/** The open tenant's state; undefined on the start page. */
export function tenantIn({ children }: StartSnapshot): WizardSnapshot | undefined {
  const open = children.tenant?.getSnapshot()
  return open?.status === 'active' ? open : undefined
}
