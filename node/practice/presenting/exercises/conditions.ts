import type { WizardView } from '#messages/view.ts'
import { roleById, withItsGroups } from '../../rights.ts'
import { type EnvironmentState, same, type TenantState } from '../../state.ts'
import type { Condition } from './exercise.ts'

export interface Observed {
  readonly view: WizardView
  readonly state: TenantState
  readonly environmentId: string
  readonly account: string
}

/** By the step's list; the current step says so itself. */
function hasPassed({ stepper, step }: WizardView, number: number): boolean {
  return stepper[number - 1]?.state === 'done' || (step?.place?.number === number && step.proved)
}

function environmentIn({ state, environmentId }: Observed, name: string | undefined): EnvironmentState | undefined {
  return state.environments.find(({ payload }) =>
    name === undefined ? same(payload.name, environmentId) : same(payload.properties.displayName, name),
  )
}

/** Undefined while linking. */
const policyOf = ({ payload }: EnvironmentState) => {
  const link = payload.properties.enterprisePolicies?.customerManagedKeys
  return same(link?.linkStatus, 'Linked') ? link?.systemId : undefined
}

function isIn(observed: Observed, name: string | undefined, policy: string): boolean {
  const environment = environmentIn(observed, name)
  const wanted = observed.state.policies.find((each) => same(each.name, policy))
  return environment !== undefined && wanted !== undefined && same(policyOf(environment), wanted.systemId)
}

const holdsRole = ({ state, account }: Observed, role: string): boolean => {
  const principals = withItsGroups(state, account)
  return state.roleAssignments.some(
    ({ principalId, roleId }) => principals.some((each) => same(each, principalId)) && same(roleById(roleId)?.roleName, role),
  )
}

const LOCKED = {
  vault: /\/providers\/Microsoft\.KeyVault\/(?:vaults|managedHSMs)\/[^/]+$/i,
  policy: /\/providers\/Microsoft\.PowerPlatform\/enterprisePolicies\/[^/]+$/i,
  'resource-group': /\/resourceGroups\/[^/]+$/i,
} as const

export function holds(condition: Condition, observed: Observed): boolean {
  const { state, view } = observed
  switch (condition.is) {
    case 'step-passed':
      return hasPassed(view, condition.step)
    case 'environment-encrypted': {
      const environment = environmentIn(observed, condition.environment)
      return environment !== undefined && policyOf(environment) !== undefined
    }
    case 'environment-not-encrypted': {
      const environment = environmentIn(observed, condition.environment)
      return environment !== undefined && environment.payload.properties.enterprisePolicies?.customerManagedKeys === undefined
    }
    case 'environment-on':
      return environmentIn(observed, condition.environment)?.payload.properties.states?.runtime?.id === 'Enabled'
    case 'environment-in-policy':
      return isIn(observed, condition.environment, condition.policy)
    case 'purge-protection-on':
      return state.vaults.some(({ name, enablePurgeProtection }) => same(name, condition.vault) && enablePurgeProtection)
    case 'lock-set':
      return state.locks.some(({ scope }) => LOCKED[condition.on].test(scope))
    case 'key-versions':
      return state.keys.some(({ name, versions }) => same(name, condition.key) && versions.length >= condition.atLeast)
    case 'role-held':
      return holdsRole(observed, condition.role)
    case 'role-not-held':
      return !holdsRole(observed, condition.role)
  }
}
