import { z } from 'zod'
import { AUDIT_LOGS } from '#machines/procedure/actions/send-audit-log/audit-log.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, DiagnosticSetting } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { inSubscription, on, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { orNone } from './unregistered.ts'

/** The general version, despite its name. */

/** Log categories and groups with a key vault's requests. */
const AUDITING = ['auditevent', 'audit', 'alllogs']

const diagnosticSettingSchema = anyCase({
  id: z.string().min(1),
  name: text,
  properties: anyCase({
    workspaceId: text,
    logs: z.array(anyCase({ category: text, categoryGroup: text, enabled: z.boolean().nullish() })).nullish(),
  }),
}).transform(
  ({ id, name, properties: { workspaceId, logs } }): DiagnosticSetting =>
    withOptional(
      {
        id,
        name: name ?? '',
        audits: (logs ?? []).some(
          ({ category, categoryGroup, enabled }) => enabled === true && AUDITING.includes((category || categoryGroup || '').toLowerCase()),
        ),
      },
      { workspaceId: workspaceId || undefined },
    ),
)

export const diagnosticSettingPageSchema = pageOf(diagnosticSettingSchema)

export const workspacePageSchema = pageOf(
  anyCase({ id: z.string().min(1), name: z.string().min(1), location: text }).transform(({ id, name, location }) => ({
    id,
    name,
    location: location ?? '',
  })),
)

const SETTINGS = 'Microsoft.Insights/diagnosticSettings'

export const auditLogsIn = (manager: ResourceManager) =>
  ({
    async listDiagnosticSettings(resourceId, signal) {
      return orNone(
        await manager.list(diagnosticSettingPageSchema, { ...on(resourceId, SETTINGS), version: API_VERSIONS.auditLogs }, signal),
      )
    },
    sendAuditLog({ resourceId, name, workspaceId }, signal) {
      const body = { properties: { workspaceId, logs: AUDIT_LOGS } }
      return manager.put(diagnosticSettingSchema, { ...on(resourceId, SETTINGS, name), version: API_VERSIONS.auditLogs }, body, signal)
    },
    async listWorkspaces(subscriptionId, signal) {
      const path = inSubscription(subscriptionId, 'Microsoft.OperationalInsights/workspaces')
      return orNone(await manager.list(workspacePageSchema, { path, version: API_VERSIONS.workspaces }, signal))
    },
  }) satisfies Partial<AzureService>
