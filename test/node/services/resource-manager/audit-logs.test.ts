import { describe, expect, it } from 'vitest'
import { bench, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const WORKSPACE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log`
const setting = (properties: object) => ({ id: `${VAULT_ID}/providers/Microsoft.Insights/diagnosticSettings/s`, name: 's', properties })

describe('where the audit log goes', () => {
  it.each([
    [[{ category: 'AuditEvent', enabled: true }], true],
    [[{ category: null, categoryGroup: 'allLogs', enabled: true }], true],
    [[{ categoryGroup: 'audit', enabled: true }], true],
    [[{ category: 'AuditEvent', enabled: false }], false],
    [[{ category: 'AzurePolicyEvaluationDetails', enabled: true }], false],
    [null, false],
  ])('is read from what is logged: %j is %s', async (logs, audits) => {
    const { services, seen } = bench(() => ({ status: 200, body: { value: [setting({ logs, workspaceId: WORKSPACE })] } }))
    expect(await services.azure.listDiagnosticSettings(VAULT_ID)).toMatchObject({ ok: true, value: [{ audits, workspaceId: WORKSPACE }] })
    expect(seen[0]?.url.pathname).toBe(`${VAULT_ID}/providers/Microsoft.Insights/diagnosticSettings`)
  })

  it('is set without touching what is sent elsewhere', async () => {
    const { services, seen } = bench(() => ({ status: 200, body: setting({ workspaceId: WORKSPACE }) }))
    expect(await services.azure.sendAuditLog({ resourceId: VAULT_ID, name: 's', workspaceId: WORKSPACE })).toMatchObject({ ok: true })
    expect(seen.map(({ method }) => method)).toEqual(['PUT'])
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      properties: { workspaceId: WORKSPACE, logs: [{ category: 'AuditEvent', enabled: true }] },
    })
  })

  it('is one of the workspaces of the subscription', async () => {
    const { services } = bench(() => ({ status: 200, body: { value: [{ id: WORKSPACE, name: 'log', location: 'eastus' }] } }))
    expect(await services.azure.listWorkspaces(SUBSCRIPTION)).toEqual({
      ok: true,
      value: [{ id: WORKSPACE, name: 'log', location: 'eastus' }],
    })
  })
})
