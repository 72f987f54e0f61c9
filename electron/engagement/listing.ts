import { STEP_IDS } from '../../machines/step/finding.ts'
import type { EngagementRow } from '../../machines/wizard/view.ts'
import type { Engagement } from './engagement.ts'
import type { Listed } from './store.ts'

/** An engagement as the start page lists it. */
export function rowOf(listed: Listed): EngagementRow {
  if (!listed.ok) {
    const unknown = { customer: listed.id, environment: '', cloud: '', account: '', savedAt: 0 }
    return { id: listed.id, ...unknown, state: { kind: 'closed', why: listed.why } }
  }
  const { tenant, environment, cloud, account, savedAt } = listed.engagement
  return {
    id: listed.id,
    customer: tenant.name,
    environment: environment.displayName ?? environment.id,
    cloud: cloud.name,
    account: account.userName,
    savedAt,
    state: stateOf(listed.engagement),
  }
}

function stateOf({ steps }: Engagement): EngagementRow['state'] {
  const { pending } = steps.membership
  if (pending?.kind === 'operation') return { kind: pending.purpose === 'link' ? 'encrypting' : 'managing', since: pending.since }
  const open = STEP_IDS.findIndex((step) => !steps[step].proved)
  if (open === -1) return { kind: 'proved', at: steps.membership.readAt ?? 0 }
  return { kind: 'open', step: open + 1 }
}
