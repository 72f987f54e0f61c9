import type { Source } from '../../engine/references.ts'
import type { SourceId } from './source-ids.ts'

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
  'vault-logging': {
    title: 'Key Vault: Enable Key Vault logging',
    url: `${LEARN}/azure/key-vault/general/howto-logging`,
    edition: '2023-01-20',
  },
  'vault-events': {
    title: 'Event Grid: Azure Key Vault as Event Grid source',
    url: `${LEARN}/azure/event-grid/event-schema-key-vault`,
    edition: '2021-02-11',
  },
  'vault-event-alerts': {
    title: 'Event Grid: Handle Azure Key Vault events using Azure Monitor alerts',
    url: `${LEARN}/azure/event-grid/handle-key-vault-events-using-azure-monitor-alerts`,
    edition: '2024-04-25',
  },
  'vault-event-grid': {
    title: 'Key Vault: Monitoring Key Vault with Azure Event Grid',
    url: `${LEARN}/azure/key-vault/general/event-grid-overview`,
    edition: '2024-02-20',
  },
  'event-grid-rights': {
    title: 'Event Grid: Authorizing access to Event Grid resources',
    url: `${LEARN}/azure/event-grid/security-authorization`,
    edition: '2019-05-22',
  },
  'monitor-permissions': {
    title: 'Azure RBAC: Azure permissions for Monitor',
    url: `${LEARN}/azure/role-based-access-control/permissions/monitor`,
  },
  'event-grid-provider': {
    title: 'Event Grid: Route custom events to web endpoint with Azure CLI (enable the resource provider)',
    url: `${LEARN}/azure/event-grid/custom-event-quickstart`,
    edition: '2019-11-05',
  },
  'action-groups': {
    title: 'Azure Monitor: Action groups (definition of the interface, version 2023-01-01)',
    url: 'https://github.com/Azure/azure-rest-api-specs/blob/main/specification/monitor/resource-manager/Microsoft.Insights/stable/2023-01-01/actionGroups_API.json',
    edition: '2023-01-01',
  },
  'key-rotation': {
    title: 'Key Vault: Configure key auto-rotation',
    url: `${LEARN}/azure/key-vault/keys/how-to-configure-key-rotation`,
    edition: '2021-11-24',
  },
  'resource-locks': {
    title: 'Azure Resource Manager: Lock your resources to protect your infrastructure',
    url: `${LEARN}/azure/azure-resource-manager/management/lock-resources`,
    edition: '2024-03-08',
  },
  'vault-network': {
    title: 'Key Vault: Virtual network service endpoints and trusted services',
    url: `${LEARN}/azure/key-vault/general/overview-vnet-service-endpoints`,
    edition: '2024-01-30',
  },
  'hsm-key-import': {
    title: 'Key Vault: Import HSM-protected keys (BYOK)',
    url: `${LEARN}/azure/key-vault/keys/hsm-protected-keys-byok`,
    edition: '2020-05-29',
  },
  'private-link': {
    title: 'Key Vault: Integrate with Azure Private Link',
    url: `${LEARN}/azure/key-vault/general/private-link-service`,
    edition: '2021-03-31',
  },
  'private-dns-zones': {
    title: 'Azure Private Link: Private DNS zone values',
    url: `${LEARN}/azure/private-link/private-endpoint-dns`,
    edition: '2023-11-15',
  },
  'vault-roles': {
    title: 'Key Vault: Access to keys, certificates and secrets with Azure role-based access control',
    url: `${LEARN}/azure/key-vault/general/rbac-guide`,
    edition: '2024-04-04',
  },
  'managed-hsm-roles': {
    title: 'Managed HSM: Local RBAC built-in roles',
    url: `${LEARN}/azure/key-vault/managed-hsm/built-in-roles`,
    edition: '2024-01-25',
  },
  'managed-hsm-activation': {
    title: 'Managed HSM: Provision and activate a managed HSM with Azure CLI',
    url: `${LEARN}/azure/key-vault/managed-hsm/quick-create-cli`,
    edition: '2024-02-20',
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
  'integration-new-dataverse': {
    title: 'Finance and operations: Connect with a new Dataverse instance',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/environment-lifecycle-connect-finops-new-dv`,
    edition: '2023-05-02',
  },
  'power-platform-integration-older': {
    title: 'Finance and operations: Enable the Power Platform integration (an older and longer edition)',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/enable-power-platform-integration`,
    edition: '2023-02-07',
  },
  'environment-types': {
    title: 'Finance and operations: Change the type of connected environments',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/environment-lifecycle-change-env-type-dv`,
    edition: '2024-06-19',
  },
  'environment-deletion': {
    title: 'Finance and operations: Delete environments when the Power Platform integration is enabled',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/environment-lifecycle-delete-env`,
    edition: '2023-06-02',
  },
  'dual-write-setup': {
    title: 'Finance and operations: Dual-write setup from Lifecycle Services',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/lcs-setup`,
    edition: '2022-05-16',
  },
  'add-ins': {
    title: 'Finance and operations: Add-ins overview',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/add-ins-overview`,
    edition: '2021-01-27',
  },
  'virtual-entities': {
    title: 'Finance and operations: Virtual entities, frequently asked questions',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/power-platform/faq`,
    edition: '2022-08-03',
  },
  'lifecycle-services-freeze': {
    title: 'Lifecycle Services: Project creation freeze',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/lifecycle-services/lcs-project-creation-freeze`,
    edition: '2026-03-06',
  },
  'lifecycle-services-migration': {
    title: 'Lifecycle Services: Migrate environments to the Power Platform admin center (preview)',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/lifecycle-services/migrate-lifecycle-services-environments-power-platform-admin-center`,
    edition: '2026-09-22',
  },
  'lifecycle-services-security': {
    title: 'Lifecycle Services: Configure security',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/lifecycle-services/configure-lcs-security`,
    edition: '2024-07-24',
  },
  'encryption-overview': {
    title: 'Finance and operations: Encryption in finance and operations apps',
    url: `${LEARN}/dynamics365/fin-ops-core/dev-itpro/sysadmin/encryption`,
  },
  'globalization-studio': {
    title: 'Finance: Regulatory Configuration Service merges into Globalization Studio',
    url: `${LEARN}/dynamics365/finance/localizations/global/workspace/merge-rcs-to-gsw`,
    edition: '2023-01-29',
  },
  'provisioning-app': {
    title: 'Power Platform: Install the Finance and Operations Provisioning App',
    url: `${LEARN}/power-platform/admin/unified-experience/tutorial-install-finance-operations-provisioning-app`,
    edition: '2025-06-19',
  },
  'erp-template': {
    title: 'Power Platform: Provision a new environment with an ERP-based template',
    url: `${LEARN}/power-platform/admin/unified-experience/tutorial-deploy-new-environment-with-ERP-template`,
    edition: '2025-08-11',
  },
  'power-platform-keys-older': {
    title: 'Power Platform: Manage your customer-managed encryption key (an older edition)',
    url: `${LEARN}/power-platform/admin/customer-managed-key`,
    edition: '2023-08-24',
  },
  'self-managed-key': {
    title: 'Power Platform: Manage the encryption key (the earlier self-managed key)',
    url: `${LEARN}/power-platform/admin/manage-encryption-key`,
    edition: '2025-01-09',
  },
  'self-managed-key-migration': {
    title: 'Power Platform: Migrate environments from the earlier self-managed key',
    url: `${LEARN}/power-platform/admin/cmk-migrate-from-byok`,
    edition: '2023-05-22',
  },
  'administrator-roles': {
    title: 'Power Platform: Manage admin roles with Privileged Identity Management',
    url: `${LEARN}/power-platform/admin/manage-high-privileged-admin-roles`,
    edition: '2025-04-24',
  },
  'power-automate-keys-older': {
    title: 'Power Automate: Support for customer-managed keys (an older edition)',
    url: `${LEARN}/power-automate/customer-managed-keys`,
    edition: '2024-08-06',
  },
  'partner-administration': {
    title: 'Partner Center: Grant granular permissions to security groups',
    url: `${LEARN}/partner-center/gdap-assign-azure-ad-roles`,
  },
  'partner-workloads': {
    title: 'Partner Center: Workloads supported by granular delegated admin privileges (GDAP)',
    url: `${LEARN}/partner-center/customers/gdap-supported-workloads`,
  },
  'partner-relationships': {
    title: 'Microsoft Graph: List delegatedAdminRelationships',
    url: `${LEARN}/graph/api/tenantrelationship-list-delegatedadminrelationships`,
  },
  'directory-people': {
    title: 'Microsoft Graph: List users',
    url: `${LEARN}/graph/api/user-list`,
  },
  'directory-person': {
    title: 'Microsoft Graph: Get a user',
    url: `${LEARN}/graph/api/user-get`,
    edition: '2024-12-23',
  },
  'directory-search': {
    title: 'Microsoft Graph: Use the $search query parameter',
    url: `${LEARN}/graph/search-query-parameter`,
    edition: '2022-12-08',
  },
  'report-setup-missing': {
    title: 'A user’s report: no setup of the integration on Tier-1 machines (issue 3395)',
    url: 'https://github.com/MicrosoftDocs/dynamics-365-unified-operations-public/issues/3395',
    edition: '2021-06-10',
  },
  'report-add-in-missing': {
    title: 'A user’s report: Install a new add-in does not show (issue 3538)',
    url: 'https://github.com/MicrosoftDocs/dynamics-365-unified-operations-public/issues/3538',
    edition: '2021-08-30',
  },
  'report-vault-denied': {
    title: 'A user’s report: creation of a key vault denied by Azure Policy (issue 113525)',
    url: 'https://github.com/MicrosoftDocs/azure-docs/issues/113525',
    edition: '2023-08-14',
  },
  'report-link-not-found': {
    title: 'A user’s report: linking a policy answers 404 (issue 479)',
    url: 'https://github.com/microsoft/PowerApps-Samples/issues/479',
    edition: '2023-09-07',
  },
  'report-two-policies': {
    title: 'Power Platform: Manage your customer-managed encryption key (change 2059 to the article)',
    url: 'https://github.com/MicrosoftDocs/power-platform/pull/2059',
    edition: '2023-07-17',
  },
  'community-module': {
    title: 'The community’s PowerShell module d365bap.tools (d365collaborative/d365bap.tools)',
    url: 'https://github.com/d365collaborative/d365bap.tools',
    edition: '2026-07-30',
  },
  'copy-environment': {
    title: 'Power Platform: Copy an environment',
    url: `${LEARN}/power-platform/admin/copy-environment`,
    edition: '2022-05-26',
  },
  'resource-names': {
    title: 'Azure Resource Manager: Naming rules and restrictions for Azure resources',
    url: `${LEARN}/azure/azure-resource-manager/management/resource-name-rules`,
    edition: '2020-02-11',
  },
  'resource-tags': {
    title: 'Azure Resource Manager: Use tags to organize your Azure resources and management hierarchy',
    url: `${LEARN}/azure/azure-resource-manager/management/tag-resources`,
    edition: '2022-03-15',
  },
} as const satisfies Readonly<Record<SourceId, Source>>

export function sourceOf(id: string): Source {
  const all: Readonly<Record<string, Source>> = SOURCES
  const source = all[id]
  if (!source) throw new Error(`No document is called ${id}`)
  return source
}
