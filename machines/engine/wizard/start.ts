import { type ActorRefFrom, and, assertEvent, assign, type DoneActorEvent, forwardTo, type SnapshotFrom, sendTo, setup } from 'xstate'
import { isSamePlace, isServicePrincipal } from '../../sign-in/draft.ts'
import { noTenants } from '../../sign-in/local-problems.ts'
import type { ReachableTenant, SignInProgress, SignInRequest } from '../../sign-in/sign-in.ts'
import type { Procedure } from '../procedure.ts'
import type { ListedTenants, Tenant } from '../step/ports.ts'
import type { Problem } from '../step/problems.ts'
import { startActors } from './actors.ts'
import { isFree, type TenantInput } from './context.ts'
import type { WizardEvent } from './events.ts'
import { couldNotOpen, type EngagementEvent, type HandOverEvent, type SignInEvent, type TenantPorts } from './from-main.ts'
import { createWizardMachine, type WizardMachine, type WizardSnapshot } from './machine.ts'
import { underwayIn } from './underway.ts'
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
  /**
   * What a person confirmed in the open tenant. `to-write`: changes follow by themselves, and closing it would end them. `goes-on`: it runs
   * at the services alone.
   */
  readonly run?: 'to-write' | 'goes-on' | undefined
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

function runOf({ status, context }: WizardSnapshot): StartContext['run'] {
  if (status !== 'active') return undefined
  if (!isFree(context)) return 'to-write'
  return underwayIn(context) === undefined ? undefined : 'goes-on'
}

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
      // Of the tenant that is open.
      goesOn: ({ context }: When) => context.run === 'goes-on' || context.run === 'to-write',
      mayBeClosed: ({ context }: When) => context.run !== 'to-write',
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
      noteRun: assign((_, { snapshot }: { snapshot: WizardSnapshot }) => ({ run: runOf(snapshot) })),
      forgetRun: assign({ run: undefined }),
      closeTenant: () => ports.closeTenant(),
      closeIt: sendTo('tenant', { type: 'CLOSE_TENANT' }),
      toTenant: forwardTo('tenant'),
    },
  })

/** The start page: signing in, and the tenant that is open. */
export function createStartMachine(procedure: Procedure, ports: TenantPorts) {
  const machine = startSetup(procedure, ports)
  /** Another tenant, once nothing of this one is still to be made. What runs at the services alone continues there. */
  const another = machine.createStateConfig({
    on: {
      OPEN_PRACTICE: { guard: 'mayBeClosed', target: '#start.connecting', actions: ['closeTenant', 'noteCheckFirst'] },
      LIST_TENANTS: { guard: 'mayBeClosed', target: '#start.listingTenants', actions: ['closeTenant', 'beginListing', 'noteCheckFirst'] },
      SIGN_IN: { guard: 'mayBeClosed', target: '#start.signingIn', actions: ['closeTenant', 'beginSignIn', 'noteCheckFirst'] },
      RESUME: [
        { guard: and(['mayBeClosed', 'needsSecret']), target: '#start.start', actions: ['closeTenant', 'resume', 'forgetProblem'] },
        { guard: 'mayBeClosed', target: '#start.signingIn', actions: ['closeTenant', 'resume', 'noteCheckFirst'] },
      ],
    },
  })
  return machine.createMachine({
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
        exit: ['forgetSignIn', 'forgetRun'],
        invoke: {
          id: 'tenant',
          src: 'tenant',
          input: ({ context, event }) => openedBy(context, event),
          onSnapshot: { actions: { type: 'noteRun', params: ({ event }) => ({ snapshot: event.snapshot }) } },
          onDone: { target: 'start' },
        },
        on: { '*': { guard: 'isForTenant', actions: 'toTenant' } },
        initial: 'shown',
        states: {
          // Leaving is safe: what a person confirmed continues behind the start page.
          shown: { on: { GO_HOME: [{ guard: 'goesOn', target: 'behind' }, { actions: 'closeIt' }] } },
          behind: {
            on: { ...another.on, RETURN: { target: 'shown' }, CLOSE_TENANT: { guard: 'mayBeClosed', actions: 'closeIt' } },
          },
        },
      },
    },
  })
}

export type StartMachine = ReturnType<typeof createStartMachine>
export type StartSnapshot = SnapshotFrom<StartMachine>

/** Tells of each state: of the start page, or of the open tenant. */
export function followStates(actor: ActorRefFrom<StartMachine>, next: () => void, error: (error: unknown) => void): void {
  let open: ActorRefFrom<WizardMachine> | undefined
  let wasBehind = false
  actor.subscribe({
    next(snapshot) {
      const { tenant } = snapshot.children
      const isBehind = isBehindStart(snapshot)
      // Events pass through here on their way to the tenant, which tells of itself.
      if (tenant !== undefined && tenant === open && isBehind === wasBehind) return
      wasBehind = isBehind
      if (tenant !== undefined && tenant === open) return next()
      open = tenant
      // A defect ends this machine too, which tells of it.
      tenant?.subscribe({ next: ({ status }) => status === 'active' && next(), error: () => undefined })
      next()
    },
    error,
  })
}

/**
 * A tenant is open behind the start page, because what a person confirmed there continues.
 * Decision 0234: it's kept open for that, and no other opens before its changes are made.
 */
export const isBehindStart = (snapshot: StartSnapshot): boolean => snapshot.matches({ open: 'behind' })

/** What the person sees is the start page. */
export const showsStart = (snapshot: StartSnapshot): boolean => snapshot.matches('start') || isBehindStart(snapshot)

/** The open tenant's state; undefined without one. */
export function tenantIn({ children }: StartSnapshot): WizardSnapshot | undefined {
  const open = children.tenant?.getSnapshot()
  return open?.status === 'active' ? open : undefined
}
