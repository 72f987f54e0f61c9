import { apply } from '#machines/engine/action.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import { verbatim } from '#machines/messages/message.ts'
import { featureService } from './feature.ts'
import { actions, observe } from './procedure.ts'

export const START = Date.parse('2026-11-24T09:00:00Z')

export const ACCOUNT = {
  objectId: 'ada',
  userName: 'ada@contoso.example',
  displayName: 'Ada',
  tenantId: 'contoso',
  tenantName: 'Contoso',
}

export interface SecondPorts extends Ports {
  readonly service: ReturnType<typeof featureService>
}

/** The effects over the made-up service, on a clock that only sleeping moves. */
export function secondPorts(): SecondPorts {
  let time = START
  const now = () => time
  const service = featureService(now)
  return {
    service,
    now,
    random: () => 0,
    async sleep(milliseconds) {
      time += milliseconds
    },
    openPractice: async () => ({ account: ACCOUNT, cloud: verbatim('A cloud') }),
    signIn: async () => ({ ok: true, tenant: { account: ACCOUNT, cloud: verbatim('A cloud') } }),
    confirm: async () => ({ ok: true, tenant: { account: ACCOUNT, cloud: verbatim('A cloud') } }),
    listTenants: async () => ({ ok: true, tenants: [] }),
    signOut: async () => undefined,
    closeTenant: () => undefined,
    observe: (id, choices) => observe(id, { services: service, choices, now: now() }),
    landscape: async () => ({ kind: 'none' }),
    apply: (action, signal) => apply(actions, action, service, now, signal),
    poll: (pending, signal) => actions.waitOf(pending).poll(pending, service, now(), signal),
  }
}

/** The same with what is open said, as the record and the host take them. */
export function openPorts(ports = secondPorts()) {
  return {
    ...ports,
    opened: () => ({
      tenant: { account: ACCOUNT, cloud: verbatim('A cloud') },
      services: { account: ACCOUNT },
      clock: { now: ports.now, sleep: ports.sleep },
      cloud: { id: 'cloud', name: 'A cloud' },
    }),
  }
}
