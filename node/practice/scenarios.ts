import { DAY, HOUR, MINUTE } from '#machines/engine/durations.ts'
import { KEY_LOSSES, type KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { FIRST_SANDBOX_ID, landscape } from './landscape.ts'
import type { Scenario } from './scenario.ts'
import {
  adaByGroup,
  adaOwns,
  beside,
  bystanders,
  CHOICES,
  firewalledVault,
  HSM_CHOICES,
  kimOwns,
  LOCATION,
  mayUse,
  NAMES,
  outOfReach,
  PRODUCTION,
  PRODUCTION_ID,
  policyInPlace,
  privateVault,
  REGION,
  ready,
  SUBSCRIPTION_SCOPE,
  secondPolicy,
  vaultWithKey,
  withHsm,
} from './scenario-parts.ts'
import { SCENARIO_TITLES, type ScenarioName } from './scenario-titles.ts'
import { PEOPLE } from './world.ts'

/** A year and a month: the colleague with the HSM is in time for a rotation. */
const NEXT_VERSION_AFTER = 395 * DAY

const adaCase = { person: PEOPLE.ada.id, environmentId: PRODUCTION_ID, choices: CHOICES } as const

export const SCENARIOS: readonly Scenario[] = [
  {
    ...adaCase,
    ...told('ready-to-enable'),
    promise: { end: 'encrypted' },
    build: (world) => {
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('integration-missing'),
    promise: { end: 'refused', step: 'integration', finding: 'F-202' },
    build: (world) => {
      adaOwns(world)
      const { dataverse: _none, ...withoutDataverse } = PRODUCTION
      world.environment({ ...withoutDataverse, protectionLevel: 'Basic' })
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('encrypted-before-integration'),
    promise: { end: 'refused', step: 'integration', finding: 'F-109' },
    build: (world) => {
      adaOwns(world)
      const policy = policyInPlace(world)
      const { financeAndOperations: _none, ...withoutApp } = PRODUCTION
      world.encrypted(world.environment(withoutApp), policy)
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('vault-without-purge-protection'),
    promise: { end: 'refused', step: 'policy', finding: 'F-401' },
    build: (world) => {
      beside(world)
      vaultWithKey(world, { enablePurgeProtection: false })
    },
  },
  {
    ...adaCase,
    ...told('private-vault'),
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      privateVault(world)
    },
  },
  {
    ...adaCase,
    ...told('imported-key'),
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, keyIsImported: true } } : {}) },
    comesBack: true,
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      world.registerPowerPlatform()
      const vault = world.vault(world.group(NAMES.group, REGION), NAMES.vault, { sku: 'premium' })
      for (const after of [30 * MINUTE, NEXT_VERSION_AFTER]) world.imports(vault, NAMES.key, 3072, after)
    },
  },
  {
    ...adaCase,
    ...told('earlier-key'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.behave({ linkDuration: 2 * HOUR })
      ready(world, { protectionLevel: 'Basic' }).properties.protectionStatus = { keyManagedBy: 'Customer' }
    },
  },
  {
    ...adaCase,
    ...told('key-expires-too-soon'),
    promise: { end: 'refused', step: 'policy', finding: 'F-407' },
    build: (world) => {
      beside(world)
      policyInPlace(world, LOCATION, world.now + 3 * DAY)
    },
  },
  {
    ...adaCase,
    ...told('key-expires-soon'),
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      policyInPlace(world, LOCATION, world.now + 20 * DAY)
    },
  },
  {
    ...adaCase,
    ...told('vault-firewall'),
    promise: { end: 'refused', step: 'policy', finding: 'F-A07' },
    build: (world) => {
      beside(world)
      firewalledVault(world)
    },
  },
  {
    ...adaCase,
    ...told('not-managed'),
    promise: { end: 'encrypted' },
    build: (world) => {
      ready(world, { protectionLevel: 'Basic' })
    },
  },
  {
    ...adaCase,
    ...told('wrong-region'),
    promise: { end: 'refused', step: 'policy', finding: 'F-503' },
    build: (world) => {
      beside(world)
      policyInPlace(world, 'europe')
    },
  },
  {
    ...adaCase,
    ...told('no-reader'),
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, administratorObjectId: PEOPLE.grace.objectId } } : {}) },
    promise: { end: 'refused', step: 'policy', finding: 'F-701' },
    build: (world) => {
      for (const role of ['Contributor', 'Key Vault Crypto Officer']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_SCOPE)
      world.environment(PRODUCTION)
      bystanders(world)
      policyInPlace(world)
    },
  },
  {
    ...adaCase,
    ...told('power-platform-half'),
    person: PEOPLE.grace.id,
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, administratorObjectId: PEOPLE.grace.objectId } } : {}) },
    promise: { end: 'refused', step: 'policy', finding: 'F-303' },
    build: (world) => {
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('vault-half'),
    person: PEOPLE.kim.id,
    choices: { ...CHOICES, ...(CHOICES.policy ? { policy: { ...CHOICES.policy, administratorObjectId: PEOPLE.grace.objectId } } : {}) },
    promise: { end: 'refused', step: 'integration', finding: 'F-907' },
    build: (world) => {
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('reader-only'),
    promise: { end: 'encrypted' },
    build: (world) => {
      for (const role of ['Reader', 'Key Vault Reader']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_SCOPE)
      world.environment(PRODUCTION)
      bystanders(world)
      policyInPlace(world)
    },
  },
  {
    ...adaCase,
    ...told('rights-by-group'),
    promise: { end: 'encrypted' },
    build: (world) => {
      adaByGroup(world)
      world.environment(PRODUCTION)
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('partner-by-delegation'),
    person: PEOPLE.petra.id,
    promise: { end: 'encrypted' },
    build: (world) => {
      for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.petra.partnerGroup, role, SUBSCRIPTION_SCOPE)
      world.partnership('Fabrikam services', 20 * DAY, PEOPLE.petra.directoryRoles)
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('busy-environment'),
    promise: { end: 'refused', step: 'environment', finding: 'F-803' },
    build: (world) => {
      world.busy(ready(world), 'Backup', 20 * MINUTE, 40 * MINUTE)
    },
  },
  {
    ...adaCase,
    ...told('throttled'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.behave({ throttles: true })
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('second-factor'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.behave({ asksSecondFactor: true })
      ready(world)
    },
  },
  {
    ...adaCase,
    ...told('link-fails'),
    promise: { end: 'refused', step: 'membership', finding: 'F-903' },
    build: (world) => {
      world.behave({ failingLinks: 1, failedOperationsSayWhy: false })
      beside(world)
      policyInPlace(world)
    },
  },
  {
    ...adaCase,
    ...told('already-encrypted'),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      world.encrypted(environment, policyInPlace(world))
      for (const name of ['log-contoso-security', 'log-contoso-operations']) world.workspace(world.group(`rg-${name}`, REGION), name)
      world.eligible(PEOPLE.carl.objectId, 'Key Vault Crypto Officer', SUBSCRIPTION_SCOPE)
    },
  },
  {
    ...adaCase,
    ...told('another-policy'),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      world.encrypted(environment, policyInPlace(world))
      secondPolicy(world)
    },
  },
  {
    ...adaCase,
    ...told('landscape'),
    environmentId: FIRST_SANDBOX_ID,
    choices: { ...CHOICES, environmentId: FIRST_SANDBOX_ID },
    promise: { end: 'encrypted' },
    build: (world) => {
      kimOwns(world)
      adaOwns(world)
      landscape(world, outOfReach)
      bystanders(world)
    },
  },
  {
    ...adaCase,
    ...told('managed-hsm'),
    choices: HSM_CHOICES,
    promise: { end: 'encrypted' },
    build: (world) => {
      beside(world)
      withHsm(world)
    },
  },
  {
    ...adaCase,
    ...told('managed-hsm-not-activated'),
    choices: HSM_CHOICES,
    promise: { end: 'refused', step: 'policy', finding: 'F-411' },
    build: (world) => {
      beside(world)
      withHsm(world, { managedHsm: { activation: 'NotActivated' } })
    },
  },
  {
    ...adaCase,
    ...told('policy-out-of-reach'),
    promise: { end: 'refused', step: 'membership', finding: 'F-901' },
    build: (world) => {
      outOfReach(world, ready(world))
    },
  },
  {
    ...adaCase,
    ...told('existing-link'),
    promise: { end: 'refused', step: 'membership', finding: 'F-901' },
    build: (world) => {
      const environment = beside(world)
      policyInPlace(world)
      world.encrypted(environment, secondPolicy(world))
    },
  },
  {
    ...adaCase,
    ...told('policy-recreated'),
    promise: { end: 'refused', step: 'policy', finding: 'F-913' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      world.encrypted(environment, policy)
      mayUse(world, world.recreated(policy), vault)
    },
  },
  {
    ...adaCase,
    ...told('locked'),
    promise: { end: 'refused', step: 'environment', finding: 'F-A02' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      world.encrypted(environment, policy)
      world.locked(environment)
    },
  },
  ...KEY_LOSSES.map(lockLater),
  {
    ...adaCase,
    ...told('unified-environment'),
    promise: { end: 'encrypted' },
    build: (world) => {
      world.unregisterKeyVault()
      ready(world, {
        displayName: 'contoso-unified',
        sku: 'Sandbox',
        dataverse: {
          organizationId: 'e7a05c3d-9f12-4b68-83d4-6c1e0f7a2b95',
          domainName: 'contoso-unified',
          uniqueName: 'unqe7a05c3d9f124b6883d46c1e0f7a2',
          instanceUrl: 'https://contoso-unified.crm.dynamics.com',
        },
        financeAndOperations: { id: PRODUCTION_ID, type: 'Internal', url: 'https://contoso-unified.operations.dynamics.com/' },
      })
    },
  },
]

/** Encrypted, until a colleague's action locks the environment. */
function lockLater(loss: KeyLoss): Scenario {
  return {
    ...adaCase,
    ...told(`lock-${loss}`),
    promise: { end: 'encrypted' },
    build: (world) => {
      const environment = beside(world)
      const { group, vault } = vaultWithKey(world)
      // The previous version is still needed.
      if (loss === 'key-version-disabled') world.rotated(vault, NAMES.key, 10 * DAY)
      const policy = world.policy(group, NAMES.policy, LOCATION, vault, NAMES.key)
      mayUse(world, policy, vault)
      world.encrypted(environment, policy)
      world.mishap({ loss, vault: vault.name, key: NAMES.key, policy: policy.name, environment: environment.name })
    },
  }
}

/** Name, title and story from the start page's list. */
function told(name: ScenarioName): Pick<Scenario, 'name' | 'title' | 'story'> {
  return { name, ...SCENARIO_TITLES[name] }
}

export const scenarioByName = (name: string): Scenario | undefined => SCENARIOS.find((scenario) => scenario.name === name)
