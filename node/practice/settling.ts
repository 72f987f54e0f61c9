import { MINUTE } from '#machines/engine/durations.ts'
import { enforcement } from './environment-payload.ts'
import { isWatched, settleMishaps } from './mishaps.ts'
import { endOf } from './operations.ts'
import { type EnvironmentState, type OperationState, type PolicyState, policyId, same, type TenantState, timestamp } from './state.ts'
import { lacksAnOldVersion, vaultProblem } from './vault-access.ts'

/** `Linked` appears some minutes after `Succeeded`, the key manager later still. */
export const LINKED_AFTER = 4 * MINUTE

/** Then the key manager. */
const KEY_MANAGED_AFTER = 11 * MINUTE

/** The colleague re-enables it; the documented minutes follow. */
const RE_ENABLED_AFTER = 10 * MINUTE

export function settle(state: TenantState, now: number): void {
  for (const { providers } of state.subscriptions) {
    for (const provider of providers) {
      if (provider.registrationState === 'Registering' && (provider.registeredAt ?? 0) <= now) provider.registrationState = 'Registered'
    }
  }
  for (const vault of state.vaults) {
    if (vault.provisioningState === 'RegisteringDns' && vault.readyAt <= now) vault.provisioningState = 'Succeeded'
  }
  settleImports(state, now)
  settleMishaps(state, now, (at) => {
    for (const environment of state.environments) settleEnvironment(state, environment, at)
  })
  for (const operation of state.operations) settleOperation(state, operation, now)
  for (const environment of state.environments) settleEnvironment(state, environment, now)
}

function settleImports({ imports, keys, vaults }: TenantState, now: number): void {
  for (const due of imports.filter(({ at }) => at <= now)) {
    imports.splice(imports.indexOf(due), 1)
    const there = keys.find(({ vault, name }) => same(vault, due.key.vault) && same(name, due.key.name))
    // Importing an existing name adds a version.
    if (there) there.versions.push(...due.key.versions)
    else if (vaults.some(({ name }) => same(name, due.key.vault))) keys.push(due.key)
  }
}

function settleOperation(state: TenantState, operation: OperationState, now: number): void {
  if (operation.settled) return
  const begins = operation.stages[0]?.beginsAt ?? 0
  if (!operation.vaultAsked && now >= begins) {
    operation.vaultAsked = true
    if (operation.purpose.kind === 'link') decideLink(state, operation, operation.purpose.systemId, begins)
  }
  if (now < endOf(operation)) return
  operation.settled = true
  const environment = state.environments.find(({ payload }) => payload.name === operation.environment)
  if (environment) carryOut(state, environment, operation)
}

export const policyBySystemId = (state: TenantState, systemId: string): PolicyState | undefined =>
  state.policies.find((policy) => same(policy.systemId, systemId))

/** In Validate, the service uses the vault with the policy's identity. */
function decideLink(state: TenantState, operation: OperationState, systemId: string, at: number): void {
  const say = <T extends object>(error: T): { error: T } | Record<string, never> =>
    state.behaviour.failedOperationsSayWhy ? { error } : {}
  const policy = policyBySystemId(state, systemId)
  const problem = policy
    ? vaultProblem(state, policy, at)
    : { code: 'EnterprisePolicyNotFound', message: `The enterprise policy '${systemId}' could not be found.` }
  const stage = (name: string) => operation.stages.find((entry) => entry.name === name)
  if (problem) {
    operation.fails = { stage: 'Validate', at: stage('Validate')?.endsAt ?? at, ...say(problem) }
  } else if (state.counters.linksToFail > 0) {
    state.counters.linksToFail -= 1
    const run = stage('Run')
    const third = run ? run.beginsAt + (run.endsAt - run.beginsAt) / 3 : at
    operation.fails = {
      stage: 'Run',
      at: Math.round(third),
      ...say({ code: 'InternalServerError', message: 'Some storage services could not be moved to the customer-managed key.' }),
    }
  }
}

function carryOut(state: TenantState, { payload, later }: EnvironmentState, operation: OperationState): void {
  const { properties } = payload
  const end = endOf(operation)
  delete properties.ongoingOperation
  properties.lastModifiedTime = timestamp(end)
  const succeeded = !operation.fails
  switch (operation.purpose.kind) {
    case 'link':
      setRuntime(payload, 'Enabled')
      if (succeeded)
        later.push({ at: end + LINKED_AFTER, change: 'linked' }, { at: end + KEY_MANAGED_AFTER, change: 'key-managed-by-customer' })
      else linkFailed(state, payload, operation)
      break
    case 'unlink':
      setRuntime(payload, 'Enabled')
      if (succeeded) {
        delete properties.enterprisePolicies
        properties.protectionStatus = { ...properties.protectionStatus, keyManagedBy: 'Microsoft' }
      }
      break
    case 'governance':
      if (succeeded)
        properties.governanceConfiguration = { ...properties.governanceConfiguration, protectionLevel: operation.purpose.protectionLevel }
      break
    case 'other':
      break
  }
  refreshEnforcement(payload)
}

/**
 * After the vault's refusal the former policy stays; after a failure in Run the policy is named as failed. The real
 * service's behavior is unknown.
 */
function linkFailed(state: TenantState, payload: EnvironmentState['payload'], { fails, purpose }: OperationState): void {
  const policies = payload.properties.enterprisePolicies
  const before = policyBySystemId(state, (purpose.kind === 'link' && purpose.from) || '')
  if (fails?.stage === 'Run' && policies?.customerManagedKeys) policies.customerManagedKeys.linkStatus = 'LinkFailed'
  else if (policies && before) policies.customerManagedKeys = linkOf(before, 'Linked')
  else delete policies?.customerManagedKeys
}

function settleEnvironment(state: TenantState, environment: EnvironmentState, now: number): void {
  const { payload, later } = environment
  if (!environment.locked && isWatched(state, payload.name) && lacksItsKey(state, environment, now)) {
    environment.locked = true
    setRuntime(payload, 'Disabled')
  }
  if (environment.locked && !lacksItsKey(state, environment, now)) {
    delete environment.locked
    later.push({ at: now + RE_ENABLED_AFTER, change: 're-enabled' })
  }
  const due = later.filter(({ at }) => at <= now)
  if (due.length === 0) return
  later.splice(0, later.length, ...later.filter(({ at }) => at > now))
  for (const { change } of due) {
    const link = payload.properties.enterprisePolicies?.customerManagedKeys
    if (change === 'linked' && link) link.linkStatus = 'Linked'
    if (change === 're-enabled') setRuntime(payload, 'Enabled')
    if (change === 'key-managed-by-customer' && state.behaviour.keyManagedByFlips) {
      const { protectionStatus } = payload.properties
      // By the document, an environment with an earlier self-managed key is marked from then on.
      const keyManagedBy = /^customer/i.test(protectionStatus?.keyManagedBy ?? '') ? 'CustomerViaMicrosoft' : 'Customer'
      payload.properties.protectionStatus = { ...protectionStatus, keyManagedBy }
    }
  }
  refreshEnforcement(payload)
}

function lacksItsKey(state: TenantState, { payload }: EnvironmentState, now: number): boolean {
  const { systemId = '' } = payload.properties.enterprisePolicies?.customerManagedKeys ?? {}
  const policy = policyBySystemId(state, systemId)
  return policy === undefined || vaultProblem(state, policy, now) !== undefined || lacksAnOldVersion(state, policy, now)
}

export function setRuntime(payload: EnvironmentState['payload'], word: 'Enabled' | 'Disabled'): void {
  const { states } = payload.properties
  payload.properties.states = { ...states, runtime: { ...states?.runtime, id: word } }
}

export function refreshEnforcement(payload: EnvironmentState['payload']): void {
  const { environmentSku, governanceConfiguration, enterprisePolicies } = payload.properties
  const encrypted = enterprisePolicies?.customerManagedKeys?.linkStatus === 'Linked'
  payload.properties.lifecycleOperationsEnforcement = enforcement(
    environmentSku,
    governanceConfiguration?.protectionLevel ?? 'Basic',
    encrypted,
  )
}

/** Policy as named by an environment, with Power Platform's spelling of the ID. */
export function linkOf(policy: PolicyState, linkStatus: string) {
  return {
    policyId: policy.systemId.split('/').at(-1) ?? '',
    location: policy.location,
    id: policyId(policy, 'Microsoft.Powerplatform').replace('/resourceGroups/', '/resourcegroups/'),
    systemId: policy.systemId,
    linkStatus,
  }
}
