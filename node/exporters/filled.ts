import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'

const VERSIONS: Readonly<Record<string, string>> = {
  KEY_VAULT_VERSION: API_VERSIONS.keyVault,
  RESOURCES_VERSION: API_VERSIONS.resources,
  ROLES_VERSION: API_VERSIONS.roles,
  LOCKS_VERSION: API_VERSIONS.locks,
  POLICIES_VERSION: API_VERSIONS.policies,
  AUDIT_LOGS_VERSION: API_VERSIONS.auditLogs,
  ACTION_GROUPS_VERSION: API_VERSIONS.actionGroups,
  EVENTS_VERSION: API_VERSIONS.events,
  ENVIRONMENTS_VERSION: API_VERSIONS.environments,
  OPERATIONS_VERSION: API_VERSIONS.operations,
  GOVERNANCE_VERSION: API_VERSIONS.governance,
  LINK_VERSION: API_VERSIONS.link,
}

/**
 * A part of a script with the wizard's constants in place of `@NAME@`.
 * @param constants safe in the script's language
 * @throws RangeError for a name that is no constant
 */
export const filled = (part: string, constants: Readonly<Record<string, string>> = {}): string =>
  part.replaceAll(/@([A-Z_]+)@/g, (_whole, name: string) => {
    const value = constants[name] ?? VERSIONS[name]
    if (value === undefined) throw new RangeError(`No constant is called ${name}.`)
    return value
  })
