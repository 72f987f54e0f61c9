/** All external targets. The window names an ID; only the procedure makes the address. */
export const LINK_IDS = [
  'lifecycle-services',
  'admin-center-environments',
  'admin-center-environment',
  'admin-center-capacity',
  'admin-center',
  'azure-vaults',
  'azure-vault',
  'azure-policy',
  'azure-resource-providers',
  'azure-template',
  'microsoft-365-admin',
  'key-vault-pricing',
  'cloud-hosted-security',
] as const
export type LinkId = (typeof LINK_IDS)[number]
