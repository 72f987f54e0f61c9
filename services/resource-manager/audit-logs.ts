import { z } from 'zod'
import { AUDIT_LOGS } from '../../machines/procedure/actions/send-audit-log/audit-log.ts'
import type { AzureService, DiagnosticSetting } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withoutSlashes } from '../azure/assignment-name.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { refusedHere } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { problemWithScope } from '../azure/scope.ts'
import { orNone } from './unregistered.ts'

/** The version in use everywhere, though it is called a preview. */
const SETTINGS_VERSION = '2021-05-01-preview'
const WORKSPACES_VERSION = '2023-09-01'

/** What a key vault's requests are logged under, alone or with others. */
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

/** Where logs of a resource are sent. */
export const diagnosticSettingPageSchema = anyCase({ value: z.array(diagnosticSettingSchema), nextLink: text })

/** One page of Log Analytics workspaces. */
export const workspacePageSchema = anyCase({
  value: z.array(
    anyCase({ id: z.string().min(1), name: z.string().min(1), location: text }).transform(({ id, name, location }) => ({
      id,
      name,
      location: location ?? '',
    })),
  ),
  nextLink: text,
})

type AuditLogService = Pick<AzureService, 'listDiagnosticSettings' | 'sendAuditLog' | 'listWorkspaces'>

/** Where the audit log of a key store goes. */
export function connectAuditLogs(connection: Connection): AuditLogService {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const addressOf = (scope: string, rest: readonly string[], version: string) => {
    const path = [...withoutSlashes(scope).split('/'), ...rest].map(encodeURIComponent).join('/')
    return `${cloud.resourceManager}/${path}?api-version=${version}`
  }
  const settings = (resourceId: string, ...name: readonly string[]) =>
    addressOf(resourceId, ['providers', 'Microsoft.Insights', 'diagnosticSettings', ...name], SETTINGS_VERSION)
  return {
    async listDiagnosticSettings(resourceId, signal) {
      const problem = problemWithScope(resourceId)
      if (problem) return { ok: false, refusal: refusedHere('GET diagnosticSettings', problem) }
      return orNone(await readList(diagnosticSettingPageSchema, client, settings(resourceId), clock, signal))
    },
    async sendAuditLog({ resourceId, name, workspaceId }, signal) {
      const problem = problemWithScope(resourceId)
      if (problem) return { ok: false, refusal: refusedHere('PUT diagnosticSettings', problem) }
      const body = { properties: { workspaceId, logs: AUDIT_LOGS } }
      const put = () => client.send({ method: 'PUT', url: settings(resourceId, name), body })
      return exchangeFor(diagnosticSettingSchema, put, clock, signal)
    },
    async listWorkspaces(subscriptionId, signal) {
      const path = ['providers', 'Microsoft.OperationalInsights', 'workspaces']
      const first = addressOf(`/subscriptions/${subscriptionId}`, path, WORKSPACES_VERSION)
      return orNone(await readList(workspacePageSchema, client, first, clock, signal))
    },
  }
}
