import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { governanceText, SKUS_WITHOUT_CUSTOMER_KEY, skuText } from '../environment-payload.ts'
import { startOperation } from '../operations.ts'
import { may } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { linkOf, policyBySystemId, setRuntime } from '../settling.ts'
import { type EnvironmentState, type PolicyState, policyId, same } from '../state.ts'
import { accepted, environmentOf, notPerformable, requireIdle, requirePermission, showOngoing } from './environments.ts'

/**
 * Adding an environment to an enterprise policy, and removing it. The route exists only without `scopes/admin` and
 * can't be read. The real service's order of checks, and its codes for an unknown policy, a missing Reader and a wrong
 * region, aren't public: clients must not depend on these assumptions.
 */

/** Removing and repeating an addition are faster than the first. */
const SHORT_DURATION = 20 * MINUTE

const linkBody = z.union([
  z.looseObject({ SystemId: z.string() }).transform(({ SystemId }) => SystemId),
  z.looseObject({ systemId: z.string() }).transform(({ systemId }) => systemId),
])

const POLICY_LOCATIONS: Readonly<Record<string, string>> = {
  unitedkingdom: 'uk',
  southamerica: 'brazil',
  unitedarabemirates: 'uae',
  unitedstatesfirstrelease: 'unitedstates',
}

function readablePolicy(call: AuthenticatedCall, { state }: Practice): PolicyState {
  const systemId = bodyOf(call, linkBody)
  const policy = policyBySystemId(state, systemId)
  if (!policy)
    throw new ServiceRefusal(400, 'InvalidRequestContent', `The enterprise policy with system id '${systemId}' could not be found.`)
  if (!may(state, call.caller.objectId, 'Microsoft.PowerPlatform/enterprisePolicies/read', policyId(policy))) {
    throw new ServiceRefusal(
      403,
      'EnterprisePolicyAccess',
      `The user with object id '${call.caller.objectId}' does not have authorization to perform action 'Microsoft.PowerPlatform/enterprisePolicies/read' over scope '${policyId(policy)}'.`,
    )
  }
  return policy
}

function requireFit(environment: EnvironmentState, policy: PolicyState, operation: string): void {
  const { location, properties } = environment.payload
  if (policy.kind !== 'Encryption')
    throw notPerformable(`${operation} cannot be performed with an enterprise policy of kind ${policy.kind}.`)
  if (SKUS_WITHOUT_CUSTOMER_KEY.includes(properties.environmentSku)) throw notPerformable(skuText(operation, properties.environmentSku))
  if (properties.governanceConfiguration?.protectionLevel !== 'Standard') throw notPerformable(governanceText(operation))
  if (!same(policy.location, POLICY_LOCATIONS[location.toLowerCase()] ?? location)) {
    throw notPerformable(
      `${operation} cannot be performed because the location '${policy.location}' of the enterprise policy does not match the location '${location}' of the environment.`,
    )
  }
}

async function link(call: AuthenticatedCall, practice: Practice) {
  const environment = environmentOf(call, practice)
  requirePermission(call, 'ManageProtectionKeys')
  const policy = readablePolicy(call, practice)
  const { payload } = environment
  const current = payload.properties.enterprisePolicies?.customerManagedKeys
  const linked = current && !same(current.linkStatus, 'LinkFailed')
  const type = linked ? 'SwapCustomerManagedKey' : 'NewCustomerManagedKey'
  requireFit(environment, policy, type)
  requireIdle(practice, environment)
  if (linked && !same(current.systemId, policy.systemId) && !practice.state.behaviour.swapsPolicies)
    throw notPerformable(`${type} cannot be performed because the environment is linked to the enterprise policy '${current.systemId}'.`)
  const from = linked ? current.systemId : undefined
  const operation = startOperation(practice, call.caller, {
    environment: payload.name,
    type,
    typeDisplayName: 'Update Customer Managed Key',
    purpose: { kind: 'link', systemId: policy.systemId, ...defined({ from }) },
    duration: linked ? SHORT_DURATION : practice.state.behaviour.linkDuration,
  })
  showOngoing(environment, operation)
  setRuntime(payload, 'Disabled')
  payload.properties.enterprisePolicies = { ...payload.properties.enterprisePolicies, customerManagedKeys: linkOf(policy, 'Linking') }
  return accepted(practice, environment, operation)
}

async function unlink(call: AuthenticatedCall, practice: Practice) {
  const environment = environmentOf(call, practice)
  requirePermission(call, 'ManageProtectionKeys')
  const policy = readablePolicy(call, practice)
  const { payload } = environment
  const current = payload.properties.enterprisePolicies?.customerManagedKeys
  requireIdle(practice, environment)
  if (!current || !same(current.systemId, policy.systemId))
    throw notPerformable('RevertToMicrosoftKey cannot be performed because the environment is not linked to this enterprise policy.')
  const operation = startOperation(practice, call.caller, {
    environment: payload.name,
    type: 'RevertToMicrosoftKey',
    typeDisplayName: 'Update Customer Managed Key',
    purpose: { kind: 'unlink' },
    duration: practice.state.behaviour.linkDuration,
  })
  showOngoing(environment, operation)
  setRuntime(payload, 'Disabled')
  current.linkStatus = 'Unlinking'
  return accepted(practice, environment, operation)
}

const ROUTE = '/providers/Microsoft.BusinessAppPlatform/environments/:environment/enterprisePolicies/Encryption'

export const policyLinkRoutes: readonly Route[] = [route('POST', `${ROUTE}/link`, link), route('POST', `${ROUTE}/unlink`, unlink)]
