import type { SendAuditLog } from '../../../../machines/procedure/actions/send-audit-log/action.ts'
import { AUDIT_LOG_NAME } from '../../../../machines/procedure/actions/send-audit-log/audit-log.ts'
import { diagnosticSetting, ok, SUBSCRIPTION, VAULT_ID, WORKSPACE_ID } from '../../facts.ts'
import { type Case, GROUP, says } from './case.ts'
import { type Names, ofVault, SAMPLE } from './sample.ts'

export const example: SendAuditLog = {
  kind: 'send-audit-log',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  workspaceId: WORKSPACE_ID,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): SendAuditLog => ({
  kind: 'send-audit-log',
  subscriptionId: SAMPLE.subscription,
  ...ofVault(names),
  workspaceId: `/subscriptions/${SAMPLE.subscription}/resourceGroups/${names.group}/providers/Microsoft.OperationalInsights/workspaces/log`,
})

const writes: Case['writes'] = [['sendAuditLog', { resourceId: VAULT_ID, name: AUDIT_LOG_NAME, workspaceId: WORKSPACE_ID }]]

export const cases: readonly Case[] = [
  {
    when: 'it goes nowhere',
    answers: { listDiagnosticSettings: async () => ok([]), sendAuditLog: says(ok(diagnosticSetting())) },
    reads: ['listDiagnosticSettings'],
    writes,
    resourceId: diagnosticSetting().id,
  },
  {
    when: 'only metrics go to the workspace',
    answers: { listDiagnosticSettings: says(ok([diagnosticSetting({ audits: false })])), sendAuditLog: says(ok(diagnosticSetting())) },
    reads: ['listDiagnosticSettings'],
    writes,
    resourceId: diagnosticSetting().id,
  },
  {
    when: 'another setting sends it there',
    answers: { listDiagnosticSettings: says(ok([diagnosticSetting({ name: 'other' })])) },
    reads: ['listDiagnosticSettings'],
    writes: [],
    resourceId: diagnosticSetting().id,
  },
]
