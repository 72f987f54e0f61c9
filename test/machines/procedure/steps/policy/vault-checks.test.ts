import { describe, expect } from 'vitest'
import { defined } from '#machines/defined.ts'
import type { Vault, VaultName } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { vaultChecks } from '#machines/procedure/steps/policy/vault-checks.ts'
import { english } from '#test/english.ts'
import { absent, DAY, encrypted, environment, NOW, ok, policyFacts, REFUSALS, refused, vault, without } from '#test/machines/facts.ts'
import { type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const of = (over: Partial<Vault>): PolicyFacts => policyFacts({ vault: ok(vault(over)) })
const yetToBeCreated = policyFacts({ vault: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices', 'vault')

const protectionRows: Rows<PolicyFacts> = {
  'vault-readable': [
    row.pass('it uses Azure roles', policyFacts(), { seen: ['eastus', 'Azure RBAC'] }),
    row.pass('it uses access policies', of({ roleBasedAccess: false }), { seen: 'access policies' }),
    row.nothing('it is yet to be created', yetToBeCreated),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'soft-delete': [
    row.pass('it is on', policyFacts(), { seen: '90 days' }),
    row.fail('it is off', of({ softDelete: false })),
    row.nothing('the vault is yet to be created', yetToBeCreated),
  ],
  'purge-protection': [
    row.pass('it is on', policyFacts()),
    row.fail('it is off', of({ purgeProtection: false }), { putRightBy: ['turn-on-purge-protection'] }),
    row.nothing('the vault is yet to be created', yetToBeCreated),
  ],
  'retention-long-enough': [
    row.pass('it is 90 days', policyFacts()),
    row.pass('it is 30 days, the longer of the two documented figures', of({ softDeleteRetentionDays: 30 })),
    row.warning('it is 29 days', of({ softDeleteRetentionDays: 29 }), { title: '29 days' }),
    row.warning('it is 7 days', of({ softDeleteRetentionDays: 7 })),
    row.nothing('no figure is given', policyFacts({ vault: ok(without(vault(), 'softDeleteRetentionDays')) })),
    row.nothing('soft delete is off', of({ softDelete: false })),
  ],
}

const rules = (defaultAction?: string, bypass?: string): Pick<Vault, 'networkRules'> => ({
  networkRules: { ...defined({ defaultAction, bypass }), ipRules: 1, virtualNetworkRules: 0 },
})

const networkRows: Rows<PolicyFacts> = {
  'vault-reachable': (
    [
      ['no rules are set', {}, 'pass'],
      ['public access is said to be on and no rules are set', { publicNetworkAccess: 'Enabled' }, 'pass'],
      ['everything is allowed', rules('Allow', 'AzureServices'), 'pass'],
      ['everything is allowed, without the exception', rules('Allow', 'None'), 'pass'],
      ['the firewall denies, with the exception: people outside see no key', rules('Deny', 'AzureServices'), 'warning'],
      ['the firewall denies, with the exception among others', rules('deny', 'azureservices, Logging'), 'warning'],
      ['the firewall denies without the exception', rules('Deny', 'None'), 'fail'],
      ['the firewall denies and names no exception', rules('Deny'), 'unknown'],
      ['the firewall denies with an undocumented exception', rules('Deny', 'SomeServices'), 'unknown'],
      ['everything is allowed and no exception is named', rules('Allow'), 'pass'],
      ['the rules name no default action', rules(undefined, 'AzureServices'), 'unknown'],
      ['public access is off and no rules are sent', { publicNetworkAccess: 'Disabled' }, 'unknown'],
      ['public access is off and the rules name no exception', { publicNetworkAccess: 'Disabled', ...rules('Deny') }, 'unknown'],
      ['public access is off without the exception', { publicNetworkAccess: 'disabled', ...rules('Deny', 'None') }, 'fail'],
      [
        'public access is off with the exception, as with a private link',
        { publicNetworkAccess: 'Disabled', ...rules('Deny', 'AzureServices') },
        'unknown',
      ],
      [
        'public access is an undocumented word',
        { publicNetworkAccess: 'SecuredByPerimeter', ...rules('Deny', 'AzureServices') },
        'unknown',
      ],
      ['the default action is an undocumented word', rules('Audit', 'AzureServices'), 'unknown'],
    ] as const
  ).map(([when, over, gives]) => row[gives](when, of(over), { ...(gives === 'unknown' ? { attestable: true } : {}) })),
}

const placeRows: Rows<PolicyFacts> = {
  'vault-reachable': [
    row.nothing('the vault is yet to be created', yetToBeCreated),
    row.warning('an environment has its key there already, and public access is off', {
      ...of({ publicNetworkAccess: 'Disabled', ...rules('Deny', 'AzureServices') }),
      environment: ok(encrypted()),
    }),
  ],
  'vault-in-geography': [
    row.pass('it is in the environment’s own region', policyFacts(), { title: 'United States' }),
    row.pass('it is in another region of the geography, by its display name', of({ location: 'West US 2' })),
    row.unknown('it is in a region of another geography: no document forbids it', of({ location: 'westeurope' }), {
      seen: ['westeurope', 'unitedstates'],
      attestable: true,
    }),
    row.unknown('the region is unknown', of({ location: 'moonbase1' }), { title: 'moonbase1', attestable: true }),
    row.unknown('the environment’s geography is unknown', policyFacts({ environment: ok(environment({ location: 'atlantis' })) }), {
      title: 'atlantis',
      attestable: true,
    }),
    row.nothing('the vault is yet to be created', yetToBeCreated),
    row.nothing('the environment could not be read', policyFacts({ environment: absent })),
  ],
}

const named = (name: VaultName): PolicyFacts => policyFacts({ vault: absent, vaultName: ok(name) })
const taken = { available: false, reason: 'AlreadyExists', message: 'The vault name is already in use.' }

const nameRows: Rows<PolicyFacts> = {
  'vault-name-free': [
    row.pass('it is free', named({ available: true }), { title: 'kv-contoso-cmk is available' }),
    // WB24: it may be the chosen one, moved.
    row.fail('a vault elsewhere has it', named(taken), {
      title: 'A key vault named kv-contoso-cmk already exists elsewhere',
      seen: taken.message,
      remedy: expect.stringContaining('choose it again there'),
      id: 'F-406',
    }),
    row.fail(
      'a deleted vault of the subscription holds it',
      named({ ...taken, deleted: { deletedAt: NOW - DAY, heldUntil: NOW + 89 * DAY } }),
      { title: `until ${moment(NOW + 89 * DAY)}`, remedy: expect.stringContaining('recover the deleted vault') },
    ),
    row.fail('a deleted vault holds it for an unknown time', named({ ...taken, deleted: {} }), { title: 'A deleted vault' }),
    row.fail('the service does not like it and says no more than a reason', named({ available: false, reason: 'AccountNameInvalid' }), {
      seen: 'AccountNameInvalid',
    }),
    row.warning(
      'the account may not ask: the vault can still be tried',
      policyFacts({ vault: absent, vaultName: refused(REFUSALS.forbidden) }),
      { seen: REFUSALS.forbidden.message },
    ),
    row.nothing('the vault exists', policyFacts({ vaultName: ok(taken) })),
    row.nothing('an environment is on the key of the vault that is gone: no other of its name is wanted', {
      ...named(taken),
      environment: ok(encrypted()),
    }),
    row.nothing('it was not requested', yetToBeCreated),
  ],
}

describe('the checks of the vault', () => walkRows(vaultChecks, protectionRows, networkRows, placeRows, nameRows))

describe('what is read of the vault', () =>
  walkRefusedReads(vaultChecks, [
    ['the vault', 'vault-readable', 'key-vault-administrator', (answer) => policyFacts({ vault: answer }), ['not-found']],
  ]))
