import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { forbidsDeleting } from '../../actions/create-lock/lock.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { storeOf } from '../../key-store.ts'
import type { OperationFacts } from '../facts.ts'
import { plannedAlert, shownAlert } from './alerts.ts'
import type { AuditLogFacts, LockFacts } from './protection.ts'

/** Whether it can't be deleted; undefined if the locks were unreadable. */
export function isLocked({ locks }: LockFacts): boolean | undefined {
  return valueIn(locks)?.some(forbidsDeleting)
}

export const lockOn = ({ of, subscriptionId, resourceGroup, name }: LockFacts): Extract<Action, { kind: 'create-lock' }> => ({
  kind: 'create-lock',
  of,
  subscriptionId,
  resourceGroup,
  name,
})

export function rotationOf(facts: OperationFacts): Extract<Action, { kind: 'set-rotation-policy' }> | undefined {
  const [vault, key] = [valueIn(facts.vault), valueIn(facts.key)]
  const place = parseResourceId(vault?.id ?? '')
  if (!place || !key) return undefined
  const { subscriptionId, resourceGroup, name } = place
  return { kind: 'set-rotation-policy', subscriptionId, vaultResourceGroup: resourceGroup, vaultName: name, name: key.name }
}

function plannedRotation(facts: OperationFacts): readonly Action[] {
  const { found, wanted } = facts.protection?.rotation ?? {}
  const policy = rotationOf(facts)
  return wanted && policy && valueIn(found)?.rotates === false ? [policy] : []
}

/** Whether the audit log goes to the requested workspace; undefined if unreadable or not requested. */
export function auditLogGoesTo({ settings, wanted }: Pick<AuditLogFacts, 'settings' | 'wanted'>): boolean | undefined {
  if (wanted === undefined) return undefined
  return valueIn(settings)?.some(({ audits, workspaceId }) => audits && sameId(workspaceId, wanted))
}

export function auditLogOf({ vault, protection }: OperationFacts): Extract<Action, { kind: 'send-audit-log' }> | undefined {
  const place = storeOf(valueIn(vault)?.id ?? '')
  const workspaceId = protection?.auditLog?.wanted
  return place && workspaceId !== undefined ? { kind: 'send-audit-log', ...place, workspaceId } : undefined
}

function plannedAuditLog(facts: OperationFacts): readonly Action[] {
  const log = facts.protection?.auditLog
  const action = auditLogOf(facts)
  return log && action && auditLogGoesTo(log) === false ? [action] : []
}

/** Applies a function to the alert's facts, if complete. */
function ofAlert(facts: OperationFacts, say: typeof plannedAlert): readonly Action[] {
  const [alert, vault, keyName] = [facts.protection?.alert, valueIn(facts.vault), valueIn(facts.policy)?.keyName]
  return alert && vault && keyName !== undefined ? say(alert, vault, keyName) : []
}

export const shownAlertIn = (facts: OperationFacts): readonly Action[] => ofAlert(facts, shownAlert)

export const planProtection = (facts: OperationFacts): readonly Action[] => [
  ...(facts.protection?.locks ?? []).filter((each) => each.wanted && isLocked(each) === false).map(lockOn),
  ...plannedRotation(facts),
  ...plannedAuditLog(facts),
  ...ofAlert(facts, plannedAlert),
]
