import { geographyOf } from '../geography.ts'
import { inUtc } from '../moment.ts'
import type { Action, Pending } from '../step/action.ts'
import { judge, type OperationId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { valueIn } from '../step/refusals.ts'
import { holdingPolicy } from '../steps/membership/facts.ts'
import type { NotedRow } from '../wizard/view.ts'
import { OPERATION_CHECKS } from './checks.ts'
import type { OperationFacts } from './facts.ts'
import { planReEnabling } from './re-enable/plan.ts'
import { keptUntil, revertUnderway } from './revert/facts.ts'
import { planRevert } from './revert/plan.ts'
import { lastRotation, rotationUnderway } from './rotate/facts.ts'
import { planRotation } from './rotate/plan.ts'

/** One operation after the link: what is planned, what runs already, and until when something is kept. */
interface Operation {
  readonly plan: (facts: OperationFacts, now: number) => readonly Action[]
  readonly underway: (facts: OperationFacts, now: number) => Pending | undefined
  readonly keepUntil: (facts: OperationFacts, now: number) => number | undefined
}

const OPERATIONS: Readonly<Record<OperationId, Operation>> = {
  rotate: {
    plan: planRotation,
    underway: rotationUnderway,
    keepUntil: (facts, now) => lastRotation(facts, now)?.keepUntil,
  },
  're-enable': { plan: planReEnabling, underway: () => undefined, keepUntil: () => undefined },
  revert: { plan: planRevert, underway: revertUnderway, keepUntil: keptUntil },
}

const row = (label: string, value: string | undefined): NotedRow[] => (value === undefined ? [] : [{ label, value, copyable: true }])
const word = (label: string, value: string | undefined): NotedRow[] => (value === undefined ? [] : [{ label, value, copyable: false }])

/** Names what the operation is about, and until when something has to stay as it is. */
function rowsOf({ environment, material }: OperationFacts, keepUntil: number | undefined): readonly NotedRow[] {
  const found = valueIn(environment)
  return [
    ...row('Environment', found?.displayName),
    ...word('Region', found && (geographyOf(found.location)?.title ?? found.location)),
    ...row('Policy', valueIn(material?.policy)?.name),
    ...word('Link status', found && (found.encryptionPolicy?.linkStatus ?? 'In no policy')),
    ...row('Key vault', valueIn(material?.vault)?.name),
    ...row('Key', valueIn(material?.key)?.name),
    ...row('Latest version', valueIn(material?.key)?.version),
    ...word('Key managed by', found?.keyManagedBy),
    ...word('Keep the old one until', keepUntil === undefined ? undefined : inUtc(keepUntil)),
  ]
}

/** Judges and plans one operation from what was read. @param now milliseconds since 1970-01-01T00:00:00Z */
export function readOperation(id: OperationId, facts: OperationFacts, now: number): Reading {
  const { plan, underway, keepUntil } = OPERATIONS[id]
  const environment = valueIn(facts.environment)
  const policyId = environment && holdingPolicy(environment)
  const vaultId = valueIn(facts.material?.vault)?.id
  const readPolicyId = valueIn(facts.material?.policy)?.id
  const runs = underway(facts, now)
  return {
    stepId: id,
    readAt: now,
    findings: judge(OPERATION_CHECKS[id], facts, now),
    plan: plan(facts, now),
    ...(runs ? { underway: runs } : {}),
    choiceMissing: facts.environment === undefined,
    picture: { kind: 'membership', rows: rowsOf(facts, keepUntil(facts, now)) },
    note: '',
    ...(environment
      ? { environment: { id: environment.id, displayName: environment.displayName, ...(policyId === undefined ? {} : { policyId }) } }
      : {}),
    found: { ...(vaultId ? { vaultId } : {}), ...(readPolicyId ? { policyId: readPolicyId } : {}) },
  }
}
