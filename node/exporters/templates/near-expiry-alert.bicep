// An alert before a key in the key vault expires.
param vaultName string
param alertName string
param alertDescription string
param groupName string

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource alert 'Microsoft.EventGrid/eventSubscriptions@@EVENTS_VERSION@' = {
  scope: vault
  name: alertName
  properties: {
    destination: {
      endpointType: 'MonitorAlert'
      properties: {
        severity: 'Sev2'
        description: alertDescription
        actionGroups: [
          resourceId('Microsoft.Insights/actionGroups', groupName)
        ]
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.KeyVault.KeyNearExpiry'
      ]
    }
    eventDeliverySchema: 'CloudEventSchemaV1_0'
  }
}
