import { describe, expect } from 'vitest'
import type { Vault, VaultName } from '../../../../../machines/procedure/services.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { momentOf } from '../../../../../machines/procedure/steps/policy/moments.ts'
import { vaultChecks } from '../../../../../machines/procedure/steps/policy/vault-checks.ts'
import { english } from '../../../../english.ts'
import { absent, DAY, encrypted, environment, NOW, ok, policyFacts, REFUSALS, refused, vault, without } from '../../../facts.ts'
import { type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const of = (over: Partial<Vault>): PolicyFacts => policyFacts({ vault: ok(vault(over)) })
const yetToBeCreated = policyFacts({ vault: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices', 'vault')

const protectionRows: readonly Row<PolicyFacts>[] = [
  { check: 'vault-readable', when: 'it uses Azure roles', facts: policyFacts(), gives: 'pass', seen: ['eastus', 'Azure RBAC'] },
  {
    check: 'vault-readable',
    when: 'it uses access policies',
    facts: of({ roleBasedAccess: false }),
    gives: 'pass',
    seen: ['access policies'],
  },
  { check: 'vault-readable', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'vault-readable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'soft-delete', when: 'it is on', facts: policyFacts(), gives: 'pass', seen: ['90 days'] },
  { check: 'soft-delete', when: 'it is off', facts: of({ softDelete: false }), gives: 'fail' },
  { check: 'soft-delete', when: 'the vault is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  { check: 'purge-protection', when: 'it is on', facts: policyFacts(), gives: 'pass' },
  {
    check: 'purge-protection',
    when: 'it is off',
    facts: of({ purgeProtection: false }),
    gives: 'fail',
    with: { putRightBy: ['turn-on-purge-protection'] },
  },
  { check: 'purge-protection', when: 'the vault is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  { check: 'retention-long-enough', when: 'it is 90 days', facts: policyFacts(), gives: 'pass' },
  {
    check: 'retention-long-enough',
    when: 'it is 30 days, the longer of the two documented figures',
    facts: of({ softDeleteRetentionDays: 30 }),
    gives: 'pass',
  },
  { check: 'retention-long-enough', when: 'it is 29 days', facts: of({ softDeleteRetentionDays: 29 }), gives: 'warning', title: '29 days' },
  { check: 'retention-long-enough', when: 'it is 7 days', facts: of({ softDeleteRetentionDays: 7 }), gives: 'warning' },
  {
    check: 'retention-long-enough',
    when: 'no figure is given',
    facts: policyFacts({ vault: ok(without(vault(), 'softDeleteRetentionDays')) }),
    gives: 'nothing',
  },
  { check: 'retention-long-enough', when: 'soft delete is off', facts: of({ softDelete: false }), gives: 'nothing' },
]

const rules = (defaultAction: string, bypass?: string): Pick<Vault, 'networkRules'> => ({
  networkRules: { defaultAction, ipRules: 1, virtualNetworkRules: 0, ...(bypass === undefined ? {} : { bypass }) },
})

const networkRows: readonly Row<PolicyFacts>[] = (
  [
    ['no rules are set', {}, 'pass'],
    ['public access is said to be on and no rules are set', { publicNetworkAccess: 'Enabled' }, 'pass'],
    ['everything is allowed', rules('Allow', 'AzureServices'), 'pass'],
    ['everything is allowed, without the exception', rules('Allow', 'None'), 'pass'],
    ['the firewall denies, with the exception: people outside see no key', rules('Deny', 'AzureServices'), 'warning'],
    ['the firewall denies, with the exception among others', rules('deny', 'azureservices, Logging'), 'warning'],
    ['the firewall denies without the exception', rules('Deny', 'None'), 'fail'],
    ['the firewall denies and names no exception', rules('Deny'), 'fail'],
    ['public access is off and no rules are set', { publicNetworkAccess: 'Disabled' }, 'fail'],
    ['public access is off without the exception', { publicNetworkAccess: 'disabled', ...rules('Deny', 'None') }, 'fail'],
    [
      'public access is off with the exception, as with a private link',
      { publicNetworkAccess: 'Disabled', ...rules('Deny', 'AzureServices') },
      'warning',
    ],
    ['public access is an undocumented word', { publicNetworkAccess: 'SecuredByPerimeter', ...rules('Deny', 'AzureServices') }, 'unknown'],
    ['the default action is an undocumented word', rules('Audit', 'AzureServices'), 'unknown'],
  ] as const
).map(([when, over, gives]) => ({
  check: 'vault-reachable',
  when,
  facts: of(over),
  gives,
  ...(gives === 'unknown' ? { with: { attestable: true } } : {}),
}))

const placeRows: readonly Row<PolicyFacts>[] = [
  { check: 'vault-reachable', when: 'the vault is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  {
    check: 'vault-in-geography',
    when: 'it is in the environment’s own region',
    facts: policyFacts(),
    gives: 'pass',
    title: 'United States',
  },
  {
    check: 'vault-in-geography',
    when: 'it is in another region of the geography, by its display name',
    facts: of({ location: 'West US 2' }),
    gives: 'pass',
  },
  {
    check: 'vault-in-geography',
    when: 'it is in a region of another geography',
    facts: of({ location: 'westeurope' }),
    gives: 'fail',
    seen: ['westeurope', 'unitedstates'],
  },
  {
    check: 'vault-in-geography',
    when: 'the region is unknown',
    facts: of({ location: 'moonbase1' }),
    gives: 'unknown',
    title: 'moonbase1',
    with: { attestable: true },
  },
  {
    check: 'vault-in-geography',
    when: 'the environment’s geography is unknown',
    facts: policyFacts({ environment: ok(environment({ location: 'atlantis' })) }),
    gives: 'unknown',
    title: 'atlantis',
    with: { attestable: true },
  },
  { check: 'vault-in-geography', when: 'the vault is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'vault-in-geography', when: 'the environment could not be read', facts: policyFacts({ environment: absent }), gives: 'nothing' },
]

const named = (name: VaultName): PolicyFacts => policyFacts({ vault: absent, vaultName: ok(name) })
const taken = { available: false, reason: 'AlreadyExists', message: 'The vault name is already in use.' }

const nameRows: readonly Row<PolicyFacts>[] = [
  { check: 'vault-name-free', when: 'it is free', facts: named({ available: true }), gives: 'pass', title: 'kv-contoso-cmk is available' },
  {
    check: 'vault-name-free',
    when: 'a vault elsewhere has it',
    facts: named(taken),
    gives: 'fail',
    seen: [taken.message],
    with: { id: 'F-406' },
  },
  {
    check: 'vault-name-free',
    when: 'a deleted vault of the subscription holds it',
    facts: named({ ...taken, deleted: { deletedAt: NOW - DAY, heldUntil: NOW + 89 * DAY } }),
    gives: 'fail',
    title: `until ${moment(NOW + 89 * DAY)}`,
    with: { remedy: expect.stringContaining('recover the deleted vault') },
  },
  {
    check: 'vault-name-free',
    when: 'a deleted vault holds it for an unknown time',
    facts: named({ ...taken, deleted: {} }),
    gives: 'fail',
    title: 'A deleted vault',
  },
  {
    check: 'vault-name-free',
    when: 'the service does not like it and says no more than a reason',
    facts: named({ available: false, reason: 'AccountNameInvalid' }),
    gives: 'fail',
    seen: ['AccountNameInvalid'],
  },
  {
    check: 'vault-name-free',
    when: 'the account may not ask: the vault can still be tried',
    facts: policyFacts({ vault: absent, vaultName: refused(REFUSALS.forbidden) }),
    gives: 'warning',
    seen: [REFUSALS.forbidden.message],
  },
  { check: 'vault-name-free', when: 'the vault exists', facts: policyFacts({ vaultName: ok(taken) }), gives: 'nothing' },
  {
    check: 'vault-name-free',
    when: 'an environment is on the key of the vault that is gone: no other of its name is wanted',
    facts: { ...named(taken), environment: ok(encrypted()) },
    gives: 'nothing',
  },
  { check: 'vault-name-free', when: 'it was not requested', facts: yetToBeCreated, gives: 'nothing' },
]

describe('the checks of the vault', () => walkRows(vaultChecks, [...protectionRows, ...networkRows, ...placeRows, ...nameRows]))

describe('what is read of the vault', () =>
  walkRefusedReads(vaultChecks, [
    {
      what: 'the vault',
      check: 'vault-readable',
      facts: (answer) => policyFacts({ vault: answer }),
      except: ['not-found'],
      forbidden: 'key-vault-administrator',
    },
  ]))
