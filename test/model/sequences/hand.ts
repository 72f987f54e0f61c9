import { AsyncLocalStorage } from 'node:async_hooks'
import { actionKey } from '#machines/engine/action.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { Fault } from '#node/practice/faults.ts'
import type { openPractice } from '#node/practice/open.ts'
import type { WriteRecord } from '#node/practice/state.ts'
import type { OpenTenant } from '#node/services/open-tenant.ts'
import { createPorts, type OpenPorts } from '#node/services/ports.ts'

export type PracticeOpen = ReturnType<typeof openPractice>

/** How a held effect ends: as the tenant answers, as it answers under a fault, or in a defect. */
export type How = { readonly end: 'truth' | 'defect' } | { readonly end: 'fault'; readonly fault: Fault; readonly nth: number }

interface Held {
  readonly what: string
  /** Nothing waits for it any more, but it still ends: late. */
  readonly isAbandoned: () => boolean
  readonly settle: (how: How) => Promise<void>
}

/** The effects of the sequence, each held until the test says how and when it ends. */
export interface Hand {
  readonly ports: OpenPorts
  readonly held: Held[]
  /** What must never be and was. */
  readonly broken: string[]
  /** Every reading that the services gave, and the choices it was asked for. */
  readonly readings: Map<Reading, { readonly choices: Choices; readonly linked: boolean; readonly isToldGone: boolean }>
  /** Called with the changes that the tenant accepted from one write of the wizard, even if the answer was lost. */
  accepted: (writes: readonly WriteRecord[]) => void
  /** Called before each change is begun. */
  begins: () => void
  /** Keys of the changes that the person confirmed last. */
  confirmed: ReadonlySet<string>
  /** The process ends: what was in transit arrives or does not, and nothing learns of it. */
  cut(arrives: boolean): Promise<void>
}

/**
 * @param real the effects as they are
 * @param tenant where they arrive: also asked for what is so, apart from what the wizard reads
 */
export function holding(real: OpenPorts, tenant: () => PracticeOpen | undefined): Hand {
  const held: Held[] = []
  const broken: string[] = []
  const readings: Hand['readings'] = new Map()
  const writing = new Map<Held, string>()

  function hold<T>(what: string, signal: AbortSignal, run: (signal: AbortSignal, how: How) => Promise<T>): Promise<T> {
    // Requests are noted in the context in which the effect was asked for.
    const inPlace = AsyncLocalStorage.snapshot()
    return new Promise<T>((resolve, reject) => {
      const entry: Held = {
        what,
        isAbandoned: () => signal.aborted,
        async settle(how) {
          held.splice(held.indexOf(entry), 1)
          if (how.end === 'defect') reject(new Error('A defect, on purpose.'))
          else {
            const rule =
              how.end === 'fault' ? tenant()?.practice.faults.set({ method: '*', path: '**', nth: how.nth, fault: how.fault }) : undefined
            // Not the machine's own signal: a request that was sent arrives, even if nothing waits for it.
            await inPlace(run, new AbortController().signal, how).then(resolve, reject)
            rule?.callOff()
          }
          writing.delete(entry)
        },
      }
      held.push(entry)
      if (what.startsWith('apply')) {
        writing.set(entry, what)
        if (writing.size > 1) broken.push(`Two writes are on their way: ${[...writing.values()].join(' and ')}`)
      }
    })
  }

  const hand: Hand = {
    held,
    broken,
    readings,
    accepted: () => undefined,
    begins: () => undefined,
    confirmed: new Set(),
    async cut(arrives) {
      for (const entry of [...held]) {
        if (arrives && writing.has(entry)) await entry.settle({ end: 'truth' })
        writing.delete(entry)
      }
      held.length = 0
    },
    ports: {
      ...real,
      sleep: (milliseconds, signal) =>
        hold('sleep', signal, async () => {
          tenant()?.advance?.(milliseconds)
        }),
      openPractice: (scenario, signal) => hold(`open ${scenario.slice(0, 40)}`, signal, () => real.openPractice(scenario, signal)),
      signIn: (request, report, signal) => hold('sign in', signal, () => real.signIn(request, report, signal)),
      observe(id, choices, browsed, signal) {
        const [open, at] = [real.opened(), tenant()]
        return hold(`observe ${id}`, signal, async (own, how) => {
          const ports = await asOf(open)
          const reading = await ports.observe(id, choices, browsed, own)
          const isToldGone = how.end === 'fault' && how.fault === '404'
          readings.set(reading, { choices, linked: isLinked(at, choices.environmentId), isToldGone })
          return reading
        })
      },
      apply(action, signal) {
        if (!hand.confirmed.has(actionKey(action))) broken.push(`Written without having been confirmed: ${actionKey(action)}`)
        hand.begins()
        const [open, at, accepted] = [real.opened(), tenant(), hand.accepted]
        return hold(`apply ${action.kind}`, signal, async (own) => {
          const ports = await asOf(open)
          const before = at?.practice.writes().length
          const applied = await ports.apply(action, own)
          accepted((at?.practice.writes() ?? []).slice(before).filter(({ changed }) => changed))
          return applied
        })
      },
      poll(pending, signal) {
        const open = real.opened()
        return hold('poll', signal, async (own) => (await asOf(open)).poll(pending, own))
      },
    },
  }
  return hand
}

/** What the tenant itself says of the environment, asked past every client. */
function isLinked(tenant: PracticeOpen | undefined, environmentId: string | undefined): boolean {
  const found = tenant?.practice.inspect().environments.find(({ payload }) => payload.name === environmentId)
  return found?.payload.properties.enterprisePolicies?.customerManagedKeys?.linkStatus === 'Linked'
}

/**
 * The effects over what was open when they were asked for: a late answer comes from the tenant that was asked. Made once the effect is
 * settled: what is loaded for it takes as long as the disk likes.
 */
async function asOf(open: OpenTenant | undefined): Promise<OpenPorts> {
  if (!open) throw new Error('No tenant is open.')
  const { clock } = open
  const ports = createPorts(
    async () => open,
    {
      signIn: () => Promise.reject(new Error('Signed in already.')),
      listTenants: () => Promise.reject(new Error('Signed in already.')),
      signOut: async () => undefined,
    },
    () => clock.now(),
  )
  await ports.openPractice('', new AbortController().signal)
  return ports
}
