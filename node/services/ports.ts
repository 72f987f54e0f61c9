import { setMaxListeners } from 'node:events'
import { defined } from '#machines/defined.ts'
import type { Account } from '#machines/engine/account.ts'
import type { Place } from '#machines/engine/ledger/place.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import type { Problem } from '#machines/engine/step/problems.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { defineMessages } from '#machines/messages/message.ts'
import { apply, poll } from '#machines/procedure/apply.ts'
import { sameId } from '#machines/procedure/ids.ts'
import { appCannotConfirm } from '#machines/sign-in/local-problems.ts'
import type { Identity, OpenPractice, OpenTenant } from './open-tenant.ts'

const isSamePerson = (one: Account, other: Account): boolean => sameId(one.tenantId, other.tenantId) && sameId(one.objectId, other.objectId)

const messages = defineMessages('services.otherPerson', {
  title: 'Someone else signed in',
  meaning: '{user} in {tenant} started this work, and only they can continue it. The other account read and wrote nothing.',
  remedy: 'Sign in again and choose {user}. To continue as someone else, go to the start page and sign in there.',
})

const otherPerson = ({ userName: user, tenantName: tenant }: Account): Problem => ({
  title: messages.title,
  meaning: messages.meaning({ user, tenant }),
  remedy: messages.remedy({ user }),
  owner: 'you',
})

export interface OpenPorts extends Ports {
  /** Never for the window: it has the credential. */
  opened(): OpenTenant | undefined
}

// Checks of the first step: loaded only once a tenant is opened. Those of later steps load with their first reading.
const reading = () => import('#machines/procedure/reading.ts')
const checks = async () => (await reading()).load()
const evidence = () => import('./azure/evidence.ts')
const once = () => import('./azure/reading-once.ts')

/** Reads, judges and plans. Changes nothing. @param now the engagement's time */
export async function observeIn(
  { tenant, services, cloud, suggested, template, proposal }: OpenTenant,
  now: () => number,
  ...[stepId, choices, browsed, signal, reads = new Map()]: Parameters<Ports['observe']>
): Promise<Reading> {
  // A reading makes a dozen parallel requests, which all listen.
  setMaxListeners(0, signal)
  const [{ observe }, { withEvidence }, { readingOnce }] = await Promise.all([reading(), evidence(), once()])
  const { environmentId } = choices
  const proposed = tenant.practice || environmentId === undefined ? undefined : await proposal?.(services.account.tenantId, environmentId)
  const more = defined({ browsed, suggested, template: await template?.(), proposal: proposed })
  const [begunAt, asked] = [now(), new Map<string, Place>()]
  const noting = readingOnce(withEvidence(services, now), reads, (place) => asked.set(place.join('/'), place))
  const read = await observe(stepId, { services: noting, cloud, choices, now, signal, ...more })
  return { ...read, begunAt, asked: [...asked.values()] }
}

/**
 * The machines' effects for the open tenant. Only one at a time, so that customers never mix.
 * @param wall real time in milliseconds since 1970-01-01T00:00:00Z, while no tenant with a clock is open
 * @param proposing template and pilot, asked for each reading
 */
export function createPorts(
  openPractice: OpenPractice,
  identity: Pick<Identity, 'signIn' | 'listTenants' | 'signOut'>,
  wall: () => number,
  proposing: Pick<OpenTenant, 'template' | 'proposal'> = {},
): OpenPorts {
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
      const [tenant] = await Promise.all([openPractice(scenario), checks()])
      signal.throwIfAborted()
      open = tenant
      return tenant.tenant
    },
    async signIn(request, report, signal) {
      const [outcome] = await Promise.all([identity.signIn(request, report, signal), checks()])
      if (!outcome.ok) return outcome
      signal.throwIfAborted()
      // Signing in again must use the same account.
      if (open && !isSamePerson(open.tenant.account, outcome.open.tenant.account))
        return { ok: false, problem: otherPerson(open.tenant.account) }
      open = { ...outcome.open, request }
      return { ok: true, tenant: outcome.open.tenant }
    },
    async confirm(challenges, report, signal) {
      const { confirm, tenant } = opened()
      const problem = confirm ? await confirm(challenges, report, signal) : appCannotConfirm
      return problem ? { ok: false, problem } : { ok: true, tenant }
    },
    listTenants: (...asked) => identity.listTenants(...asked),
    signOut: () => identity.signOut(),
    closeTenant() {
      open = undefined
    },
    observe: async (...asked) => observeIn({ ...proposing, ...opened() }, now, ...asked),
    async landscape(choices, signal) {
      setMaxListeners(0, signal)
      const { readLandscape } = await import('#machines/procedure/landscape/reading.ts')
      return readLandscape(opened().services, choices, signal)
    },
    async apply(action, signal) {
      return apply(action, opened().services, now, signal)
    },
    poll: (pending, signal) => poll(pending, opened().services, now(), signal),
  }
}
