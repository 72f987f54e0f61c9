import { setMaxListeners } from 'node:events'
import { look } from '../machines/step/look.ts'
import type { Ports } from '../machines/step/ports.ts'
import type { Identity, OpenPractice, OpenTenant } from './open-tenant.ts'

export interface OpenPorts extends Ports {
  /** What is open now: never handed to the window. */
  opened(): OpenTenant | undefined
}

// The checks of four steps and their words: not needed before a tenant is opened, so not loaded before.
const reading = () => import('../machines/step/reading.ts')
const writing = () => import('../machines/step/apply.ts')
const evidence = () => import('./azure/evidence.ts')

/**
 * The machines' effects over whatever tenant is open. One tenant at a time, so that two customers can never mix.
 * @param wall real time in milliseconds since 1970-01-01T00:00:00Z, for as long as no tenant with a clock of its own is open
 */
export function createPorts(openPractice: OpenPractice, identity: Pick<Identity, 'signIn' | 'signOut'>, wall: () => number): OpenPorts {
  let open: OpenTenant | undefined
  const opened = (): OpenTenant => {
    if (!open) throw new Error('No tenant is open.')
    return open
  }
  const now = (): number => open?.clock.now() ?? wall()
  return {
    opened: () => open,
    now,
    random: () => (open?.random ?? Math.random)(),
    sleep: (milliseconds, signal) => opened().clock.sleep(milliseconds, signal),
    async openPractice(scenario, signal) {
      const [tenant] = await Promise.all([openPractice(scenario), reading()])
      signal.throwIfAborted()
      open = tenant
      return tenant.tenant
    },
    async signIn(request, report, signal) {
      const [outcome] = await Promise.all([identity.signIn(request, report, signal), reading()])
      if (!outcome.ok) return outcome
      signal.throwIfAborted()
      open = { ...outcome.open, request }
      return { ok: true, tenant: outcome.open.tenant }
    },
    signOut: () => identity.signOut(),
    closeTenant() {
      open = undefined
    },
    async observe(stepId, choices, browsed, signal) {
      // One reading is a dozen requests at once, each of which listens for the same abort.
      setMaxListeners(0, signal)
      const { services, cloud, suggested } = opened()
      const [{ observe }, { withEvidence }] = await Promise.all([reading(), evidence()])
      return observe(stepId, {
        services: withEvidence(services, now),
        cloud,
        choices,
        now,
        signal,
        ...(browsed === undefined ? {} : { browsed }),
        ...(suggested ? { suggested } : {}),
      })
    },
    async apply(action, signal) {
      const { services } = opened()
      const { apply } = await writing()
      return apply(action, services, now, signal)
    },
    look: (pending, signal) => look(pending, opened().services, now(), signal),
  }
}
