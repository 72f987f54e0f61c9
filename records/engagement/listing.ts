import type { EngagementRow } from '../../machines/engine/wizard/view.ts'
import { isPending } from '../../machines/procedure/actions/pending.ts'
import { OPERATION_IDS, STEP_IDS } from '../../machines/procedure/sequence-ids.ts'
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

const GOES_ON = { link: 'encrypting', unlink: 'removing', 'managed-environment': 'managing' } as const

function stateOf({ steps, operations }: Engagement): EngagementRow['state'] {
  const pending = [steps.membership, ...OPERATION_IDS.map((id) => operations[id])].flatMap((each) => each?.pending ?? []).find(isPending)
  if (pending?.kind === 'operation') return { kind: GOES_ON[pending.purpose], since: pending.since }
  if (pending?.kind === 'rotation') return { kind: 'rotating', since: pending.since }
  const open = STEP_IDS.findIndex((step) => !steps[step]?.proved)
  if (open === -1) return { kind: 'proved', at: steps.membership?.readAt ?? 0 }
  return { kind: 'open', step: open + 1 }
}
