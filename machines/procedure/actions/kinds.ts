/** The kinds of all actions, for what only names them: the registry beside this file holds what each one is, and loads it. */
export const ACTION_KINDS = [
  'register-provider',
  'create-resource-group',
  'create-vault',
  'turn-on-purge-protection',
  'create-key',
  'create-policy',
  'grant-key-access',
  'grant-reader',
  'enable-managed-environment',
  'link-environment',
  'rotate-key',
  'unlink-environment',
] as const
