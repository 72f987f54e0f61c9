/** A document that a check, a text or a duration rests on. Documents change and disagree, so each has its edition's date. */
export interface Source {
  readonly title: string
  readonly url: string
  /** Date printed in the edition that was read, ISO 8601; absent when the document prints none. */
  readonly edition?: string
}

const LEARN = 'https://learn.microsoft.com'

export const SOURCES = {
  'finance-and-operations-keys': {
    title: 'Finance and operations: Use customer-managed keys to control encryption keys for data at rest',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/sysadmin/customer-managed-keys`,
    edition: '2026-03-13',
  },
  'power-platform-integration': {
    title: 'Finance and operations: Enable the Power Platform integration',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/enable-power-platform-integration`,
    edition: '2023-05-02',
  },
  'integration-existing-dataverse': {
    title: 'Finance and operations: Connect with an existing Dataverse instance',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/environment-lifecycle-connect-finops-existing-dv`,
    edition: '2023-05-02',
  },
  'environment-lifecycle': {
    title: 'Finance and operations: Environment lifecycle operations, core concepts',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/environment-lifecycle-core-concepts`,
    edition: '2026-03-16',
  },
  'power-platform-keys': {
    title: 'Power Platform: Manage your customer-managed encryption key',
    url: `${LEARN}/power-platform/admin/customer-managed-key`,
    edition: '2025-06-09',
  },
  'power-automate-keys': {
    title: 'Power Automate: Support for customer-managed keys',
    url: `${LEARN}/power-automate/customer-managed-keys`,
    edition: '2025-05-21',
  },
  'lock-unlock': {
    title: 'Power Platform: Lock and unlock environments through key vault access',
    url: `${LEARN}/power-platform/admin/cmk-lock-unlock`,
    edition: '2025-05-22',
  },
  'managed-environment': {
    title: 'Power Platform: Enable Managed Environments',
    url: `${LEARN}/power-platform/admin/managed-environment-enable`,
    edition: '2025-07-01',
  },
  'managed-environment-licensing': {
    title: 'Power Platform: Licensing for Managed Environments',
    url: `${LEARN}/power-platform/admin/managed-environment-licensing`,
    edition: '2023-03-30',
  },
  'unified-experience': {
    title: 'Power Platform: Unified admin experience for finance and operations apps',
    url: `${LEARN}/power-platform/admin/unified-experience/finance-operations-apps-overview`,
    edition: '2024-06-06',
  },
  'soft-delete': {
    title: 'Key Vault: Soft-delete overview',
    url: `${LEARN}/azure/key-vault/general/soft-delete-overview`,
    edition: '2022-01-25',
  },
  'vault-network': {
    title: 'Key Vault: Virtual network service endpoints and trusted services',
    url: `${LEARN}/azure/key-vault/general/overview-vnet-service-endpoints`,
    edition: '2024-01-30',
  },
  'vault-roles': {
    title: 'Key Vault: Access to keys, certificates and secrets with Azure role-based access control',
    url: `${LEARN}/azure/key-vault/general/rbac-guide`,
    edition: '2024-04-04',
  },
  'service-administrators': {
    title: 'Power Platform: Use service admin roles to manage your tenant',
    url: `${LEARN}/power-platform/admin/use-service-admin-role-manage-tenant`,
    edition: '2021-06-21',
  },
  'enterprise-policy-scripts': {
    title: 'Microsoft’s enterprise policy scripts (microsoft/PowerPlatform-EnterprisePolicies)',
    url: 'https://github.com/microsoft/PowerPlatform-EnterprisePolicies',
    edition: '2026-05-13',
  },
  'terraform-provider': {
    title: 'Microsoft’s Terraform provider for Power Platform (microsoft/terraform-provider-power-platform)',
    url: 'https://github.com/microsoft/terraform-provider-power-platform',
    edition: '2026-08-21',
  },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof SOURCES

/** Looks a document up as the general type. */
export function sourceOf(id: SourceId): Source {
  return SOURCES[id]
}
