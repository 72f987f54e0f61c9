// Every request for keys is logged in the workspace.
param vaultName string
param settingName string
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource setting 'Microsoft.Insights/diagnosticSettings@@AUDIT_LOGS_VERSION@' = {
  scope: vault
  name: settingName
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}
