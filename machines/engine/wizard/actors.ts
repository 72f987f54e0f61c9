import { type EventObject, fromCallback, fromPromise } from 'xstate'
import type { SignInRequest, TenantListRequest } from '../../sign-in/sign-in.ts'
import type { Choices } from '../choices.ts'
import { type Procedure, stepIds } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import { createStepMachine } from '../step/machine.ts'
import type { Ports, Reads, Tenant } from '../step/ports.ts'
import type { Carried, Reading } from '../step/proof.ts'
import type { WizardContext } from './context.ts'
import { listTenants, type SigningAgain, signIn, signInAgain, type TenantPorts } from './from-main.ts'
import { followingWith } from './others.ts'
import { type Preflight, readEverything } from './preflight.ts'

/** The effects of the start page. */
export const startActors = (ports: Ports) => ({
  signIn: fromCallback<EventObject, SignInRequest, EventObject>(({ input, sendBack }) => signIn(ports, input, sendBack)),
  openPractice: fromPromise<Tenant, string>(({ input, signal }) => ports.openPractice(input, signal)),
  listTenants: fromCallback<EventObject, TenantListRequest, EventObject>(({ input, sendBack }) => listTenants(ports, input, sendBack)),
})

/** The effects of the sequence: what it starts, and what comes back. */
export const wizardActors = (procedure: Procedure, ports: TenantPorts) => ({
  step: createStepMachine(procedure, ports),
  followOthers: followingWith(createStepMachine(procedure, ports)),
  keepRecord: fromCallback(({ sendBack }) => ports.keepRecord?.((remembered) => sendBack({ type: 'ENGAGEMENT_FOUND', remembered }))),
  readEverything: fromPromise<Preflight, Pick<WizardContext, 'choices' | 'preflight'> & { readonly steps: readonly StepId[] }>(
    ({ input, signal }) => readEverything(procedure, ports, input.choices, input.steps, input.preflight, signal),
  ),
  readAll: fromPromise<readonly Reading[], Choices>(({ input, signal }) => {
    const reads: Reads = new Map()
    return Promise.all(stepIds(procedure).map((stepId) => ports.observe(stepId, input, undefined, signal, reads)))
  }),
  readLandscape: fromPromise<Carried, Choices>(({ input, signal }) => ports.landscape(input, signal)),
  signInAgain: fromCallback<EventObject, SigningAgain, EventObject>(({ input, sendBack }) => signInAgain(ports, input, sendBack)),
})
