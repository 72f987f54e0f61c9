import { createActor } from 'xstate'
import { CLOUDS } from '../machines/cloud/cloud.ts'
import type { LinkContext } from '../machines/links.ts'
import { actionKey } from '../machines/step/action.ts'
import type { WizardEvent } from '../machines/wizard/events.ts'
import { linkContextOf } from '../machines/wizard/link-context.ts'
import { createWizardMachine, type WizardSnapshot } from '../machines/wizard/machine.ts'
import { wholePlanOf } from '../machines/wizard/plans.ts'
import { currentStep, toView } from '../machines/wizard/to-view.ts'
import type { WizardView } from '../machines/wizard/view.ts'
import type { ScriptRequest, Written } from './ipc/contract.ts'
import type { Identity, OpenPractice } from './open-tenant.ts'
import { createPorts } from './ports.ts'

/** The machine as the main process holds it: one for the one window. */
export interface WizardHost {
  view(): WizardView
  /** An event the machine does not accept in its state changes nothing. */
  send(event: WizardEvent): void
  /** Calls back after each change, with the new view. */
  subscribe(listener: (view: WizardView) => void): () => void
  /** Never reaches the machine: held by the door to real tenants until the next sign-in. */
  holdSecret(secret: string): void
  /** The plan of the step on screen, or of all steps, in a language. Changes nothing. */
  writeScript(request: ScriptRequest): Promise<Written>
  /** Lets time pass in the practice tenant; does nothing outside of it. @param hours of the engagement's time */
  advancePractice(hours: number): void
  /** What external addresses are completed with: never taken from the window. */
  linkContext(): LinkContext
  stop(): void
}

export interface WizardHostOptions {
  readonly openPractice: OpenPractice
  /** Absent where only the practice tenant is walked. */
  readonly identity?: Identity
  readonly clouds?: NonNullable<WizardView['start']>['clouds']
  /** The one of the clouds that was given as a file. */
  readonly customCloud?: WizardView['customCloud']
  readonly scenarios: NonNullable<WizardView['start']>['scenarios']
  /** Real time in milliseconds since 1970-01-01T00:00:00Z. */
  readonly wall: () => number
}

const HOUR = 3_600_000

/** No door to real tenants: a walk through the practice tenant needs none. */
const practiceOnly: Identity = {
  signIn: async () => ({
    ok: false,
    problem: {
      title: 'There is no sign-in here',
      meaning: 'This walk knows the practice tenant only.',
      remedy: 'Open the wizard’s window to sign in.',
      owner: 'you',
    },
  }),
  signOut: async () => undefined,
  holdSecret: () => undefined,
}

export function createWizardHost(options: WizardHostOptions): WizardHost {
  const { openPractice, identity = practiceOnly, scenarios, clouds = [], customCloud, wall } = options
  const ports = createPorts(openPractice, identity, wall)
  const actor = createActor(createWizardMachine(ports))
  const portals = (): LinkContext['portals'] => ports.opened()?.cloud.portals ?? CLOUDS.commercial.portals
  const listeners = new Set<(view: WizardView) => void>()
  let revision = 0
  let announcementId = 0
  let lastSaid = ''
  let view = draw(actor.getSnapshot())

  function draw(snapshot: WizardSnapshot): WizardView {
    revision += 1
    const drawn = toView(snapshot, {
      ...{ revision, now: ports.now(), scenarios, clouds, announcementId, portals: portals() },
      ...(customCloud ? { customCloud } : {}),
    })
    if (drawn.announcement.text === lastSaid) return drawn
    lastSaid = drawn.announcement.text
    announcementId += 1
    return { ...drawn, announcement: { id: announcementId, text: lastSaid } }
  }

  actor.subscribe({
    next(snapshot) {
      view = draw(snapshot)
      for (const listener of listeners) listener(view)
    },
    // The machine itself must never end in an error; when it does, the defect is said where a log can be read, not swallowed.
    error: (error) => console.error('The wizard’s machine stopped on a defect:', error),
  })
  actor.start()

  return {
    view: () => view,
    send: (event) => actor.send(event),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    holdSecret: (secret) => identity.holdSecret(secret),
    async writeScript({ language, of, action }) {
      const open = ports.opened()
      if (!open) return { kind: 'nothing-planned' }
      const snapshot = actor.getSnapshot()
      const stepId = currentStep(snapshot)
      const plan = of === 'whole' ? wholePlanOf(snapshot.context) : stepId ? snapshot.context.steps[stepId].reading?.plan : undefined
      const planned = (plan ?? []).filter((each) => action === undefined || actionKey(each) === action)
      // All five languages and their texts: not needed before somebody asks for a script.
      const { planWritten } = await import('./scripts/write-plan.ts')
      return planWritten(open, planned, language)
    },
    advancePractice: (hours) => ports.opened()?.advance?.(hours * HOUR),
    linkContext: () => linkContextOf(actor.getSnapshot().context, portals()),
    stop: () => {
      actor.stop()
    },
  }
}
