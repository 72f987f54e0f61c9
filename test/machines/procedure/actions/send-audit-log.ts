import type { SendAuditLog } from '#machines/procedure/actions/send-audit-log/action.ts'
import { AUDIT_LOG_NAME } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { diagnosticSetting, SUBSCRIPTION, VAULT_ID, WORKSPACE_ID } from '../../facts.ts'
import { type Case, GROUP, leaves, writes } from './case.ts'
import { ofVault, SAMPLE, type Things } from './sample.ts'

export const example: SendAuditLog = {
  kind: 'send-audit-log',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  workspaceId: WORKSPACE_ID,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): SendAuditLog => ({
  kind: 'send-audit-log',
  ...ofVault(names),
  workspaceId: `/subscriptions/${SAMPLE.subscription}/resourceGroups/${names.group}/providers/Microsoft.OperationalInsights/workspaces/log`,
})

const written = [{ resourceId: VAULT_ID, name: AUDIT_LOG_NAME, workspaceId: WORKSPACE_ID }]

export const cases: readonly Case[] = [
  writes('it goes nowhere', { listDiagnosticSettings: [], sendAuditLog: diagnosticSetting() }, written, diagnosticSetting().id),
  writes(
    'only metrics go to the workspace',
    { listDiagnosticSettings: [diagnosticSetting({ audits: false })], sendAuditLog: diagnosticSetting() },
    written,
    diagnosticSetting().id,
  ),
  leaves('another setting sends it there', { listDiagnosticSettings: [diagnosticSetting({ name: 'other' })] }, diagnosticSetting().id),
]
