import { createActor } from 'xstate'
import { CALLS } from '#contract/contract.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import type { WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import type { OwnView, Presentation } from '#machines/engine/wizard/presentation.ts'
import { createStartMachine, followStates, tenantIn } from '#machines/engine/wizard/start.ts'
import { toView } from '#machines/engine/wizard/to-view.ts'
import { verbatim } from '#machines/messages/message.ts'
import { english } from '../english.ts'
import { SECOND } from './procedure.ts'

export const presentation: Presentation<OwnView> = {
  start: {},
  beside: () => ({ shown: {}, holds: () => true, asks: () => undefined }),
  step: () => ({}),
  preflight: () => ({}),
  closing: () => ({ title: verbatim('The feature is on') }),
  noteOn: () => undefined,
}

/**
 * The window in place of a screen: what it sends is parsed as main parses it, and what it gets is the view as it crosses to the window.
 * @param follow called with each state of an open tenant
 */
export function openWindow(ports: Ports, follow: (open: WizardSnapshot) => void = () => undefined) {
  const actor = createActor(createStartMachine(SECOND, ports))
  const listeners = new Set<() => void>()
  const view = () =>
    english.all(
      toView(
        actor.getSnapshot(),
        { revision: 1, now: ports.now(), scenarios: [], clouds: [], announcementId: 1, addressOf: () => '' },
        presentation,
      ),
    )
  const next = (): void => {
    const open = tenantIn(actor.getSnapshot())
    if (open) follow(open)
    for (const listener of listeners) listener()
  }
  followStates(actor, next, (error) => {
    throw error
  })
  actor.start()
  return {
    view: () => structuredClone(view()),
    send: (event: unknown) => actor.send(CALLS['wizard:send'].takes.parse(event)),
    machine: actor,
    /** Resolves with the first view that fits. */
    until: (fits: (shown: ReturnType<typeof view>) => boolean) =>
      new Promise<ReturnType<typeof view>>((resolve) => {
        listeners.add(look)
        look()
        function look(): void {
          const shown = view()
          if (!fits(shown)) return
          listeners.delete(look)
          resolve(shown)
        }
      }),
  }
}
