import * as z from 'zod'
import { may } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type DiagnosticSettingState, same } from '../state.ts'
import { requireExisting, requireRight, subscriptionOf } from './resource-scope.ts'

/** Microsoft.Insights diagnostic settings, and Log Analytics workspaces. */

const TYPE = 'Microsoft.Insights/diagnosticSettings'
const WORKSPACE = 'Microsoft.OperationalInsights/workspaces'

const settingBody = z.looseObject({
  properties: z.looseObject({
    workspaceId: z.string(),
    logs: z.array(z.looseObject({ category: z.string().optional(), categoryGroup: z.string().optional(), enabled: z.boolean() })),
  }),
})

const settingJson = ({ resourceId, name, workspaceId, logs }: DiagnosticSettingState) => ({
  id: `${resourceId}/providers/${TYPE}/${name}`,
  type: TYPE,
  name,
  properties: { workspaceId, logs, metrics: [] },
})

const find = (call: AuthenticatedCall, { state }: Practice, scope: string): DiagnosticSettingState | undefined =>
  state.diagnosticSettings.find((each) => same(each.resourceId, scope) && same(each.name, call.part('name')))

function put(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/write`, scope)
  const { workspaceId, logs } = bodyOf(call, settingBody).properties
  if (!state.workspaces.some(({ id }) => same(id, workspaceId)))
    throw new ServiceRefusal(400, 'BadRequest', `Resource '${workspaceId}' not found.`)
  if (logs.some(({ category }) => category !== undefined && !same(category, 'AuditEvent')))
    throw new ServiceRefusal(400, 'BadRequest', `Category '${logs.map(({ category }) => category).join(',')}' is not supported.`)
  const existing = find(call, practice, scope)
  const setting = {
    resourceId: scope,
    name: call.part('name'),
    workspaceId,
    logs: logs.map(({ category, categoryGroup, enabled }) => ({ category: category ?? categoryGroup ?? '', enabled })),
  }
  state.diagnosticSettings.splice(
    existing ? state.diagnosticSettings.indexOf(existing) : state.diagnosticSettings.length,
    existing ? 1 : 0,
    setting,
  )
  return json(200, settingJson(setting))
}

function list(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/read`, scope)
  return json(200, { value: practice.state.diagnosticSettings.filter(({ resourceId }) => same(resourceId, scope)).map(settingJson) })
}

function remove(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/delete`, scope)
  const existing = find(call, practice, scope)
  if (!existing) return empty(204)
  practice.state.diagnosticSettings.splice(practice.state.diagnosticSettings.indexOf(existing), 1)
  return empty(200)
}

function workspaces(call: AuthenticatedCall, practice: Practice) {
  const { id: subscription } = subscriptionOf(call, practice)
  const found = practice.state.workspaces.filter(
    ({ id }) =>
      id.toLowerCase().startsWith(`/subscriptions/${subscription}/`.toLowerCase()) &&
      may(practice.state, call.caller.objectId, `${WORKSPACE}/read`, id),
  )
  const value = found.map(({ id, name, location }) => ({
    id,
    name,
    location,
    type: WORKSPACE,
    properties: { provisioningState: 'Succeeded' },
  }))
  return json(200, { value })
}

const SETTINGS = '/*scope/providers/Microsoft.Insights/diagnosticSettings'

export const auditLogRoutes: readonly Route[] = [
  route('GET', SETTINGS, list),
  route('PUT', `${SETTINGS}/:name`, put),
  route('DELETE', `${SETTINGS}/:name`, remove),
  route('GET', '/subscriptions/:subscription/providers/Microsoft.OperationalInsights/workspaces', workspaces),
]
