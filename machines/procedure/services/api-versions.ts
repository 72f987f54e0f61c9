/**
 * The version of each service's interface: the only place that names them, for the clients and for the exported scripts.
 * Decision 0225: a script that names an older version than the app stops working before the app does.
 */
export const API_VERSIONS = {
  /** Key Vault's control plane retires earlier versions on 27 February 2027. */
  keyVault: '2026-02-01',
  resources: '2025-04-01',
  subscriptions: '2022-12-01',
  roles: '2022-04-01',
  eligibilities: '2020-10-01',
  locks: '2020-05-01',
  /** Of Microsoft's own scripts. */
  policies: '2020-10-30',
  auditLogs: '2021-05-01-preview',
  workspaces: '2023-09-01',
  actionGroups: '2023-01-01',
  events: '2025-02-15',
  privateEndpoints: '2024-05-01',
  environments: '2023-06-01',
  /** For readings without admin rights. */
  unscopedEnvironments: '2016-11-01',
  /** The documented version for the link. Newer ones are unverified. */
  link: '2019-10-01',
  governance: '2021-04-01',
  operations: '2024-05-01',
} as const
