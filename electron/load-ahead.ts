import { setImmediate as othersFirst } from 'node:timers/promises'
import type { WayIn } from '#contract/channels.ts'
import { loadClients } from '#node/services/azure/load-clients.ts'

type Part = () => Promise<unknown>

const MACHINE: readonly Part[] = [
  () => import('./electron-host.ts'),
  () => import('#messages/main.ts'),
  () => import('#node/practice/presenting/backstage.ts'),
]

const OF_WAY: Readonly<Record<WayIn, readonly Part[]>> = {
  practice: [() => import('#node/practice/open.ts'), () => import('#node/services/azure/services.ts')],
  'sign-in': [() => import('#node/services/identity/sign-in-service.ts'), loadClients],
}

/**
 * Loads code for opening a tenant, in parts, so that a click waits for one part at most.
 * @param way undefined: no way is chosen yet, and no machine is made
 * @param host makes the machine
 */
export async function loadAhead(way: WayIn | undefined, host: Part): Promise<void> {
  const parts: readonly Part[] = [
    ...(way === undefined ? MACHINE : [host]),
    async () => (await import('#machines/procedure/reading.ts')).load(),
    () => import('#node/services/azure/evidence.ts'),
    ...OF_WAY[way ?? 'practice'],
  ]
  for (const load of parts) {
    // Failures appear in the call that needs it.
    await load().catch(() => undefined)
    await othersFirst()
  }
}
