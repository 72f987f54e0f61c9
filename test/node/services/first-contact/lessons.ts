import { setMaxListeners } from 'node:events'
import { HOUR } from '#machines/engine/durations.ts'
import { isAction } from '#machines/procedure/action.ts'
import { LOCKABLE } from '#machines/procedure/actions/create-lock/lock.ts'
import { apply } from '#machines/procedure/apply.ts'
import { observe } from '#machines/procedure/reading.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { caseOf, type Tenant } from '#test/practised.ts'
import { withVault } from '../../practice/with-vault.ts'

/** A case, and what happens in it before it is learned from. */
export interface LessonPlan {
  readonly scenario: Scenario
  readonly before?: (tenant: Tenant) => Promise<void>
}

const PROTECTED = withVault('already-encrypted', {}, (world, vault) => {
  world.alertInTopic(vault, 'topic-contoso')
})

const { policy } = caseOf('already-encrypted').choices
const WORKSPACE = `/subscriptions/${policy?.subscriptionId}/resourceGroups/rg-log-contoso-security/providers/Microsoft.OperationalInsights/workspaces/log-contoso-security`

/** The key is protected by all that the wizard offers. */
async function protect({ services, clock, advance }: Tenant): Promise<void> {
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const now = (): number => clock.now()
  const protection = { locks: LOCKABLE, rotation: true as const, auditLog: WORKSPACE, mail: ['ada@contoso.example'] }
  const { plan } = await observe('protect', { services, choices: { ...PROTECTED.choices, protection }, now, signal })
  for (const action of plan.filter(isAction)) await apply(action, services, now, signal)
  advance?.(HOUR)
}

/** Together they show every answer that is known of the practice tenant. */
export const LESSONS: readonly LessonPlan[] = [
  ...['ready-to-enable', 'integration-missing', 'encrypted-before-integration', 'vault-without-purge-protection', 'private-vault'],
  ...['vault-firewall', 'vault-half', 'rights-by-group', 'partner-by-delegation', 'busy-environment', 'throttled', 'managed-hsm'],
]
  .map((name): LessonPlan => ({ scenario: caseOf(name) }))
  .concat([
    { scenario: PROTECTED, before: protect },
    { scenario: caseOf('lock-key-deleted'), before: async ({ advance }) => advance?.(2 * HOUR) },
    { scenario: caseOf('lock-vault-deleted'), before: async ({ advance }) => advance?.(2 * HOUR) },
  ])
