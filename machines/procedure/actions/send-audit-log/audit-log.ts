/** Fixed name, so that the wizard and scripts find the setting again. */
export const AUDIT_LOG_NAME = 'customer-managed-key-audit'

/** Source: "Enable Key Vault logging" (20 January 2023): the only category of a key vault's logs. */
export const AUDIT_LOGS = [{ category: 'AuditEvent', enabled: true }] as const
