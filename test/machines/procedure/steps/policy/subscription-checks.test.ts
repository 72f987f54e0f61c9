import { describe, expect, it } from 'vitest'
import { policyStepChecks } from '#machines/procedure/steps/policy/checks.ts'
import { dutiesChecks } from '#machines/procedure/steps/policy/duties-checks.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { hsmChecks } from '#machines/procedure/steps/policy/hsm-checks.ts'
import { importChecks } from '#machines/procedure/steps/policy/import-checks.ts'
import { keyChecks } from '#machines/procedure/steps/policy/key-checks.ts'
import { keyLossChecks } from '#machines/procedure/steps/policy/key-loss-checks.ts'
import { linkedChecks } from '#machines/procedure/steps/policy/linked-checks.ts'
import { policyChecks } from '#machines/procedure/steps/policy/policy-checks.ts'
import { privateVaultChecks } from '#machines/procedure/steps/policy/private-vault-checks.ts'
import { protectionChecks } from '#machines/procedure/steps/policy/protection-checks.ts'
import { policyRightsChecks } from '#machines/procedure/steps/policy/rights-checks.ts'
import { subscriptionChecks } from '#machines/procedure/steps/policy/subscription-checks.ts'
import { vaultChecks } from '#machines/procedure/steps/policy/vault-checks.ts'
import { absent, ok, policyChoices, policyFacts, provider, SUBSCRIPTION, subscription, without } from '#test/machines/facts.ts'
import { type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

const nothingChosen: PolicyFacts = without(policyFacts(), 'choices')
const inState = (state: string): PolicyFacts => policyFacts({ subscriptions: ok([subscription({ state })]) })
const registered = (registrationState: string): PolicyFacts => policyFacts({ provider: ok(provider({ registrationState })) })

const groupIn = (location: string): PolicyFacts => policyFacts({ resourceGroup: ok({ name: 'rg-contoso-cmk', location }) })

const rows: Rows<PolicyFacts> = {
  'subscription-usable': [
    row.pass('it is enabled', inState('Enabled'), { title: 'Contoso production' }),
    row.pass('it is enabled, in another case', inState('ENABLED')),
    row.pass('its id is typed in another case', policyFacts({ choices: policyChoices({ subscriptionId: SUBSCRIPTION.toUpperCase() }) })),
    row.warning('it is warned', inState('Warned'), { title: 'billing' }),
    row.warning('it is past due', inState('PastDue'), { title: 'billing' }),
    row.fail('it is disabled', inState('Disabled'), { title: 'Disabled' }),
    row.fail('it is deleted', inState('deleted'), { title: 'deleted' }),
    row.unknown('its state is undocumented', inState('Dormant'), { title: 'Dormant', attestable: true }),
    row.fail('the account does not see it', policyFacts({ subscriptions: ok([]) }), { seen: SUBSCRIPTION }),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'provider-registered': [
    row.pass('it is registered', registered('registered')),
    ...['NotRegistered', 'Registering', 'Unregistering'].map((state) =>
      row.fail(`its state is ${state}`, registered(state), { seen: state, putRightBy: ['register-provider'] }),
    ),
    row.unknown('its state is undocumented', registered('Dormant'), { seen: 'Dormant', attestable: true }),
    row.nothing('it has not been read', without(policyFacts(), 'provider')),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'resource-group-readable': [
    row.pass('it exists', policyFacts(), { title: 'rg-contoso-cmk', seen: 'eastus' }),
    row.nothing('it is yet to be created', policyFacts({ resourceGroup: absent })),
    row.nothing('nothing is chosen', nothingChosen),
  ],
  'resource-group-in-geography': [
    row.pass('it is in the environment’s geography', policyFacts(), { title: 'rg-contoso-cmk is in United States' }),
    row.warning('it is in another geography', groupIn('westeurope'), {
      title: 'outside United States',
      seen: ['westeurope', 'unitedstates'],
    }),
    row.nothing('its region is unknown', groupIn('moonbase1')),
    row.nothing('it is yet to be created', policyFacts({ resourceGroup: absent })),
    row.nothing('the environment could not be read', policyFacts({ environment: absent })),
  ],
}

describe('the checks of the subscription', () => walkRows(subscriptionChecks, rows))

describe('what is read of the subscription', () =>
  walkRefusedReads(subscriptionChecks, [
    ['the list of subscriptions', 'subscription-usable', 'key-vault-administrator', (answer) => policyFacts({ subscriptions: answer })],
    ['the registration', 'provider-registered', 'key-vault-administrator', (answer) => policyFacts({ provider: answer })],
    [
      'the resource group',
      'resource-group-readable',
      'key-vault-administrator',
      (answer) => policyFacts({ resourceGroup: answer }),
      ['not-found'],
    ],
  ]))

it('judges step 3 with the checks of what it makes, of what the account may do, and of what would lock the environment, and no others', () => {
  expect(policyStepChecks).toEqual([
    ...subscriptionChecks,
    ...vaultChecks,
    ...privateVaultChecks,
    ...importChecks,
    ...hsmChecks,
    ...keyChecks,
    ...policyChecks,
    ...linkedChecks,
    ...keyLossChecks,
    ...protectionChecks,
    ...policyRightsChecks,
    ...dutiesChecks,
  ])
})
