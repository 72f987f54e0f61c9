import type { Services, SignedInAccount } from '#machines/procedure/services/services.ts'
import { connectPowerPlatform } from '../power-platform/power-platform.ts'
import { alertsIn } from '../resource-manager/alerts.ts'
import { auditLogsIn } from '../resource-manager/audit-logs.ts'
import { contentsIn } from '../resource-manager/contents.ts'
import { holdersIn } from '../resource-manager/holders.ts'
import { locksIn } from '../resource-manager/locks.ts'
import { permissionsIn } from '../resource-manager/permissions.ts'
import { policiesIn } from '../resource-manager/policies.ts'
import { privateEndpointsIn } from '../resource-manager/private-endpoints.ts'
import { resourcesIn } from '../resource-manager/resources.ts'
import { roleAssignmentsIn } from '../resource-manager/role-assignments.ts'
import { subscriptionsIn } from '../resource-manager/subscriptions.ts'
import { keyResourcesIn } from '../resource-manager/vault-keys.ts'
import { vaultsIn } from '../resource-manager/vaults.ts'
import type { Connection } from './connection.ts'
import { connectDataverse } from './dataverse.ts'
import { connectDirectory } from './directory.ts'
import { connectKeys } from './key-vault.ts'
import { connectLocalRoles } from './managed-hsm.ts'
import { resourceManager } from './resource-manager.ts'

/**
 * Implements the ports over Microsoft's HTTP pipeline.
 * Loaded with or before the first sign-in: the window opens without it.
 * @param connection cloud, sign-in, clock, and for tests the answering client
 */
export function connectServices({ account, ...connection }: Connection & { readonly account: SignedInAccount }): Services {
  const { clock } = connection
  const manager = resourceManager(connection)
  return {
    account,
    powerPlatform: connectPowerPlatform(connection),
    dataverse: connectDataverse(connection),
    directory: connectDirectory(connection),
    azure: {
      ...subscriptionsIn(manager),
      ...resourcesIn(manager),
      ...contentsIn(manager),
      ...policiesIn(manager),
      ...vaultsIn(manager, clock),
      ...keyResourcesIn(manager),
      ...privateEndpointsIn(manager),
      ...connectKeys(connection),
      ...roleAssignmentsIn(manager),
      ...permissionsIn(manager),
      ...holdersIn(manager),
      ...connectLocalRoles(connection, account),
      ...locksIn(manager),
      ...auditLogsIn(manager),
      ...alertsIn(manager, clock),
    },
  }
}
