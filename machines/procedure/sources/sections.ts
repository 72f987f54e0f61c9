import type { SourceId } from './source-ids.ts'

/* Written by `npm run check -- facts --write` from `test/facts/register`: not to be edited. */

export const HEADINGS_OF_CHECKS: readonly string[] = [
  'Add an environment to the enterprise policy to encrypt data',
  'Assign an Azure role for key rotation management',
  'Azure built-in roles for Key Vault data plane operations',
  "Change the environment's encryption key with a new enterprise policy and key",
  'CMK support across finance and operations apps',
  'Create a key in the Azure Key Vault Managed HSM',
  'Create an Azure paid subscription and key vault',
  'Create RSA keys',
  'Enable Azure RBAC permissions on Key Vault',
  'Enable CMKs',
  'Enable or edit Managed Environments in the admin center',
  'Enable the Power Platform enterprise policies service for your Azure subscription',
  'Enterprise policy json template',
  'Field definitions for JSON template',
  'Grant enterprise policy permissions to access key vault',
  'Grant reader role to a Power Platform administrator',
  'Grant the Power Platform admin privilege to read enterprise policy',
  'Known limitations',
  'Permissions',
  'Prerequisites',
  'Purge protection',
  'Review the encryption status from Enterprise policies',
  "Rotate the environment's encryption key with a new key version",
  'Separation of duty to mitigate the risk',
  'Soft-delete behavior',
  'Understand the potential risk when you manage your key',
  'Unlock environments (preview)',
  'Update CMK Enterprise Policy',
  'Who can create or delete locks',
]

// biome-ignore format: one line each
/** Where the documents say how long a change takes, whom it takes offline, and what leads back. */
export const PLACES_OF_ACTIONS: Readonly<Record<string, readonly (readonly [SourceId, string])[]>> = {
  'alert-near-expiry': [['power-platform-keys', 'Create RSA keys'], ['vault-event-grid', '']],
  'create-key': [['power-platform-keys', 'Create RSA keys']],
  'create-lock': [['lock-unlock', ''], ['resource-locks', '']],
  'create-policy': [['power-platform-keys', 'Create enterprise policy'], ['power-platform-keys', 'Enterprise policy json template']],
  'create-resource-group': [['power-platform-keys', 'Create an Azure paid subscription and key vault']],
  'create-vault': [['soft-delete', 'Soft-delete behavior'], ['soft-delete', 'Purge protection'], ['power-platform-keys', 'Create an Azure paid subscription and key vault']],
  'enable-managed-environment': [['managed-environment-licensing', ''], ['power-platform-keys', 'Add an environment to the enterprise policy to encrypt data']],
  'grant-key-access': [['power-platform-keys', 'Grant enterprise policy permissions to access key vault'], ['lock-unlock', ''], ['enterprise-policy-scripts', 'Grant enterprise policy permissions to access key vault']],
  'grant-reader': [['power-platform-keys', 'Grant the Power Platform admin privilege to read enterprise policy']],
  'link-environment': [['power-platform-keys', 'Add an environment to the enterprise policy to encrypt data'], ['power-platform-keys', 'Understand the potential risk when you manage your key'], ['power-platform-keys', 'Remove environments from policy to return to Microsoft managed key']],
  'mail-alerts': [['action-groups', '']],
  'register-provider': [['power-platform-keys', 'Enable the Power Platform enterprise policies service for your Azure subscription']],
  'rotate-key': [['power-platform-keys', "Rotate the environment's encryption key with a new key version"], ['power-platform-keys', 'Review the encryption status from Enterprise policies']],
  'send-audit-log': [['vault-logging', '']],
  'set-rotation-policy': [['key-rotation', ''], ['key-rotation', 'Configure automated key rotation with ARM template']],
  'turn-on-purge-protection': [['soft-delete', 'Purge protection'], ['power-platform-keys', 'Create an Azure paid subscription and key vault']],
  'unlink-environment': [['power-platform-keys', 'Add an environment to the enterprise policy to encrypt data'], ['power-platform-keys', 'Remove environments from policy to return to Microsoft managed key']],
}
