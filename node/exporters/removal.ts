import { setMaxListeners } from 'node:events'
import { defined } from '#machines/defined.ts'
import { sourceView } from '#machines/engine/wizard/step-view.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { removalOf } from '#machines/procedure/removal/decide.ts'
import { readRemoval } from '#machines/procedure/removal/reading.ts'
import type { Created, RemovalEntry } from '#machines/procedure/removal/removal.ts'
import { whileOnlyReading } from '../services/azure/reads-only.ts'
import type { OpenTenant } from '../services/open-tenant.ts'
import { removalScript } from './azure-cli/write-removal.ts'

const shown = ({ id, title, happens, back, byHand, reasons, source }: RemovalEntry) => ({
  id,
  title,
  reasons,
  ...defined({ happens, back, byHand, source: source && sourceView(CUSTOMER_MANAGED_KEYS.references, source.id, source.heading) }),
})

/** Plans a removal from readings, in read-only mode. */
export async function removalIn(open: OpenTenant, choices: Choices, created: readonly Created[]) {
  const { services, clock, cloud, tenant } = open
  const { signal } = new AbortController()
  // A reading makes a dozen parallel requests, which all listen.
  setMaxListeners(0, signal)
  const facts = await whileOnlyReading(() => readRemoval(services, choices, created, signal))
  const removal = removalOf(facts, clock.now())
  const script = removalScript(removal, { cloud, tenantId: tenant.account.tenantId, writtenAt: clock.now() })
  return {
    remove: removal.remove.map(shown),
    stays: removal.stays.map(shown),
    gone: removal.gone.map(({ title }) => title),
    ...defined({ script }),
  }
}
