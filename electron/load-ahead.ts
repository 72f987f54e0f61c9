import { setImmediate as othersFirst } from 'node:timers/promises'
import type { WayIn } from '#contract/channels.ts'
import { loadClients } from '#node/services/azure/load-clients.ts'

/** Preloads code for opening a tenant, in parts, so that a click waits for one part at most. @param host loads the machine */
export async function loadAhead(way: WayIn, host: () => Promise<unknown>): Promise<void> {
  const parts: readonly (() => Promise<unknown>)[] = [
    host,
    async () => (await import('#machines/procedure/reading.ts')).load(),
    () => import('#node/services/azure/evidence.ts'),
    ...(way === 'practice'
      ? [() => import('#node/practice/open.ts'), () => import('#node/services/azure/services.ts')]
      : [() => import('#node/services/identity/sign-in-service.ts'), loadClients]),
  ]
  for (const load of parts) {
    // Failures appear in the call that needs it.
    await load().catch(() => undefined)
    await othersFirst()
  }
}
