import { expect, it } from 'vitest'
import type { PolicyChoices } from '#machines/procedure/choices.ts'
import type { AzureService, Services } from '#machines/procedure/services/services.ts'
import { observePolicy } from '#machines/procedure/steps/policy/facts.ts'
import { account, ENVIRONMENT, policyChoices, REFUSALS, refused, SUBSCRIPTION } from '#test/machines/facts.ts'

const REFUSED = refused(REFUSALS.unavailable)
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-contoso-cmk`

/** Services that answer only on request of the test, and record what they were asked. */
function waiting() {
  const asked: string[] = []
  let answer: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  const ask =
    (name: string) =>
    async (...arguments_: readonly unknown[]) => {
      asked.push(name === 'readPermissions' ? `readPermissions ${String(arguments_[0])}` : name)
      await held
      return REFUSED
    }
  const never = () => Promise.reject(new Error('Not for this test.'))
  const azure: AzureService = {
    listSubscriptions: ask('listSubscriptions'),
    listRegions: ask('listRegions'),
    readProvider: ask('readProvider'),
    registerProvider: never,
    readResourceGroup: ask('readResourceGroup'),
    createResourceGroup: never,
    listVaults: ask('listVaults'),
    readVault: ask('readVault'),
    listManagedHsms: ask('listManagedHsms'),
    readManagedHsm: ask('readManagedHsm'),
    listLocalRoles: ask('listLocalRoles'),
    readLocalPermissions: ask('readLocalPermissions'),
    assignLocalRole: never,
    createVault: never,
    turnOnPurgeProtection: never,
    addKeyAccessPolicy: never,
    readVaultName: ask('readVaultName'),
    readKey: ask('readKey'),
    listKeyVersions: ask('listKeyVersions'),
    readKeyRotation: ask('readKeyRotation'),
    readDeletedKey: ask('readDeletedKey'),
    readKeyResource: ask('readKeyResource'),
    listKeyResourceVersions: ask('listKeyResourceVersions'),
    createKeyResource: never,
    listPrivateDnsZones: ask('listPrivateDnsZones'),
    createKey: never,
    createKeyVersion: never,
    listPolicies: ask('listPolicies'),
    readPolicy: ask('readPolicy'),
    createPolicy: never,
    listRoleAssignments: ask('listRoleAssignments'),
    readPermissions: ask('readPermissions'),
    setKeyRotation: never,
    listDiagnosticSettings: never,
    sendAuditLog: never,
    listWorkspaces: never,
    listNearExpiryAlerts: never,
    alertNearExpiry: never,
    readActionGroup: never,
    mailAlerts: never,
    listLocks: never,
    listGroupResources: never,
    listKeyNames: never,
    listSecretNames: never,
    listRoleHolders: never,
    listEligibleRoles: never,
    listRoleDefinitions: never,
    createLock: never,
    assignRole: never,
  }
  const services: Services = {
    account,
    azure,
    powerPlatform: {
      listEnvironments: never,
      readEnvironment: ask('readEnvironment'),
      enableManagedEnvironment: never,
      linkEncryptionPolicy: never,
      unlinkEncryptionPolicy: never,
      readOperation: never,
      listOperations: never,
    },
    dataverse: { readIntegration: never },
    directory: {
      searchPeople: never,
      searchGroups: never,
      readPerson: ask('readPerson'),
      readGroupName: never,
      listGroupMembers: never,
      listPartnerRelationships: never,
    },
  }
  return { services, asked, answer: () => answer?.() }
}

const observing = (policy?: PolicyChoices) => {
  const bench = waiting()
  const choices = { environmentId: ENVIRONMENT, ...(policy ? { policy } : {}) }
  return { ...bench, facts: observePolicy(bench.services, choices, undefined, new AbortController().signal) }
}

const permissionsIn = (asked: readonly string[]) =>
  asked.filter((each) => each.startsWith('readPermissions')).map((each) => each.replace('readPermissions ', ''))

it('asks what the account may do at every place together with the first questions, and waits for no answer before', async () => {
  const { facts, asked, answer } = observing(policyChoices())
  expect(permissionsIn(asked)).toEqual([
    `/subscriptions/${SUBSCRIPTION}`,
    GROUP,
    `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk`,
    `${GROUP}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-contoso`,
  ])
  expect(asked).toContain('readVault')
  answer()
  expect((await facts).permissions).toEqual({ subscription: REFUSED, resourceGroup: REFUSED, vault: REFUSED, policy: REFUSED })
})

it('asks at the vault’s own resource group only where that is another', async () => {
  const another = observing(policyChoices({ vaultResourceGroup: 'rg-keys' }))
  expect(permissionsIn(another.asked)).toContain(`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-keys`)
  another.answer()
  expect((await another.facts).permissions?.vaultResourceGroup).toEqual(REFUSED)
  const same = observing(policyChoices({ vaultResourceGroup: 'RG-Contoso-CMK' }))
  expect(permissionsIn(same.asked)).toHaveLength(4)
  same.answer()
  await same.facts
})

it('asks nothing of it before the places are chosen', async () => {
  const { facts, asked, answer } = observing()
  answer()
  expect((await facts).permissions).toBeUndefined()
  expect(permissionsIn(asked)).toEqual([])
})
