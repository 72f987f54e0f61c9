/** Fixed name, so that the wizard and scripts find the event subscription again. */
export const NEAR_EXPIRY_ALERT_NAME = 'customer-managed-key-near-expiry'

/** Source: "Azure Key Vault as Event Grid source" (11 February 2021): raised 30 days before the current version of a key expires. */
export const NEAR_EXPIRY_EVENT = 'Microsoft.KeyVault.KeyNearExpiry'

/** English, as everything stored in Azure. */
export const NEAR_EXPIRY_DESCRIPTION =
  'A key is about to expire. Environments that are encrypted with it go offline for all users when it does.'

/**
 * Event subscription that raises an alert. Source: "Handle Azure Key Vault system events using Azure Monitor alerts" (25 April 2024), which
 * requires the cloud event schema, and Microsoft's definition of the interface, version 2025-02-15.
 */
export const nearExpiryBody = (actionGroup: string) => ({
  properties: {
    destination: {
      endpointType: 'MonitorAlert',
      properties: { severity: 'Sev2', description: NEAR_EXPIRY_DESCRIPTION, actionGroups: [actionGroup] },
    },
    filter: { includedEventTypes: [NEAR_EXPIRY_EVENT] },
    eventDeliverySchema: 'CloudEventSchemaV1_0',
  },
})
