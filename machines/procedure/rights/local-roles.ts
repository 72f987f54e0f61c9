/** IDs of the Managed HSM's built-in local roles. Source: "Local RBAC built-in roles for Managed HSM", 25 January 2024. */
export const LOCAL_ROLES = {
  administrator: 'a290e904-7015-4bba-90c8-60543313cdb4',
  'policy-administrator': '4bd23610-cdcf-4971-bdee-bdc562cc28e4',
  'crypto-officer': '515eb02d-2335-4d2d-92f2-b1cbdf9c3778',
  'crypto-user': '21dbd100-6940-42c2-9190-5d6cb909625b',
  'crypto-service-encryption-user': '33413926-3206-4cdd-b39a-83574fe37a17',
} as const

export const LOCAL_ROLE_NAMES: Readonly<Record<string, string>> = {
  [LOCAL_ROLES.administrator]: 'Managed HSM Administrator',
  [LOCAL_ROLES['policy-administrator']]: 'Managed HSM Policy Administrator',
  [LOCAL_ROLES['crypto-officer']]: 'Managed HSM Crypto Officer',
  [LOCAL_ROLES['crypto-user']]: 'Managed HSM Crypto User',
  [LOCAL_ROLES['crypto-service-encryption-user']]: 'Managed HSM Crypto Service Encryption User',
}

/** The portal calls this scope All keys. */
export const ALL_KEYS = '/keys'

export const keyScope = (name: string): string => `${ALL_KEYS}/${name}`

/** Roles that can read keys, and wrap and unwrap with them. */
export const LOCAL_ROLES_THAT_WRAP: readonly string[] = [LOCAL_ROLES['crypto-service-encryption-user'], LOCAL_ROLES['crypto-user']]

/** Local permissions for working with keys and assigning roles. */
export const LOCAL_RIGHTS = {
  readKeys: 'Microsoft.KeyVault/managedHsm/keys/read/action',
  createKeys: 'Microsoft.KeyVault/managedHsm/keys/create',
  changeKeys: 'Microsoft.KeyVault/managedHsm/keys/write/action',
  deleteKeys: 'Microsoft.KeyVault/managedHsm/keys/delete',
  giveRoles: 'Microsoft.KeyVault/managedHsm/roleAssignments/write/action',
} as const
