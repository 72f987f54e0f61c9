import * as z from 'zod'
import { bodyOf, ServiceRefusal } from '../service.ts'
import { type DiagnosticSettingState, same, type WorkspaceState } from '../state.ts'
import { inGroups, onScopes } from './resource.ts'

/** Diagnostic settings, and Log Analytics workspaces. */

const TYPE = 'Microsoft.Insights/diagnosticSettings'
const WORKSPACE = 'Microsoft.OperationalInsights/workspaces'

const settingBody = z.looseObject({
  properties: z.looseObject({
    workspaceId: z.string(),
    logs: z.array(z.looseObject({ category: z.string().optional(), categoryGroup: z.string().optional(), enabled: z.boolean() })),
  }),
})

const idOf = ({ resourceId, name }: DiagnosticSettingState): string => `${resourceId}/providers/${TYPE}/${name}`

const settings = onScopes<DiagnosticSettingState>({
  type: TYPE,
  list: ({ diagnosticSettings }) => diagnosticSettings,
  id: idOf,
  unpaged: true,
  statuses: [200, 200],
  shown: (setting) => {
    const { name, workspaceId, logs } = setting
    return { id: idOf(setting), type: TYPE, name, properties: { workspaceId, logs, metrics: [] } }
  },
  put(call, { state }, { scope }) {
    const { workspaceId, logs } = bodyOf(call, settingBody).properties
    if (!state.workspaces.some(({ id }) => same(id, workspaceId)))
      throw new ServiceRefusal(400, 'BadRequest', `Resource '${workspaceId}' not found.`)
    if (logs.some(({ category }) => category !== undefined && !same(category, 'AuditEvent')))
      throw new ServiceRefusal(400, 'BadRequest', `Category '${logs.map(({ category }) => category).join(',')}' is not supported.`)
    const named = logs.map(({ category, categoryGroup, enabled }) => ({ category: category ?? categoryGroup ?? '', enabled }))
    return { resourceId: scope, name: call.part('name'), workspaceId, logs: named }
  },
})

export const workspaces = inGroups<WorkspaceState>({
  type: WORKSPACE,
  list: (state) => state.workspaces,
  id: ({ id }) => id,
  unpaged: true,
  shown: (workspace) => ({ ...workspace, type: WORKSPACE, properties: { provisioningState: 'Succeeded' } }),
})

export const auditLogRoutes = [...settings, ...workspaces.routes]
