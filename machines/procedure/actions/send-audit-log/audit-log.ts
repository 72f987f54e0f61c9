/** The wizard's own setting is found by it again, and so is the one that a script has made. */
export const AUDIT_LOG_NAME = 'customer-managed-key-audit'

/** What is sent. Source: "Enable Key Vault logging" (20 January 2023): the only category of a key vault's logs. */
export const AUDIT_LOGS = [{ category: 'AuditEvent', enabled: true }] as const
