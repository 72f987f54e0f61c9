import { describe, expect, it } from 'vitest'
import { policyStepChecks } from '../../../../../machines/procedure/steps/policy/checks.ts'
import { dutiesChecks } from '../../../../../machines/procedure/steps/policy/duties-checks.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { hsmChecks } from '../../../../../machines/procedure/steps/policy/hsm-checks.ts'
import { importChecks } from '../../../../../machines/procedure/steps/policy/import-checks.ts'
import { keyChecks } from '../../../../../machines/procedure/steps/policy/key-checks.ts'
import { keyLossChecks } from '../../../../../machines/procedure/steps/policy/key-loss-checks.ts'
import { linkedChecks } from '../../../../../machines/procedure/steps/policy/linked-checks.ts'
import { policyChecks } from '../../../../../machines/procedure/steps/policy/policy-checks.ts'
import { privateVaultChecks } from '../../../../../machines/procedure/steps/policy/private-vault-checks.ts'
import { protectionChecks } from '../../../../../machines/procedure/steps/policy/protection-checks.ts'
import { policyRightsChecks } from '../../../../../machines/procedure/steps/policy/rights-checks.ts'
import { subscriptionChecks } from '../../../../../machines/procedure/steps/policy/subscription-checks.ts'
import { vaultChecks } from '../../../../../machines/procedure/steps/policy/vault-checks.ts'
import { absent, ok, policyChoices, policyFacts, provider, SUBSCRIPTION, subscription, without } from '../../../facts.ts'
import { type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

const nothingChosen: PolicyFacts = without(policyFacts(), 'choices')
const inState = (state: string): PolicyFacts => policyFacts({ subscriptions: ok([subscription({ state })]) })
const registered = (registrationState: string): PolicyFacts => policyFacts({ provider: ok(provider({ registrationState })) })

const rows: readonly Row<PolicyFacts>[] = [
  { check: 'subscription-usable', when: 'it is enabled', facts: inState('Enabled'), gives: 'pass', title: 'Contoso production' },
  { check: 'subscription-usable', when: 'it is enabled, in another case', facts: inState('ENABLED'), gives: 'pass' },
  {
    check: 'subscription-usable',
    when: 'its id is typed in another case',
    facts: policyFacts({ choices: policyChoices({ subscriptionId: SUBSCRIPTION.toUpperCase() }) }),
    gives: 'pass',
  },
  { check: 'subscription-usable', when: 'it is warned', facts: inState('Warned'), gives: 'warning', title: 'billing' },
  { check: 'subscription-usable', when: 'it is past due', facts: inState('PastDue'), gives: 'warning', title: 'billing' },
  { check: 'subscription-usable', when: 'it is disabled', facts: inState('Disabled'), gives: 'fail', title: 'Disabled' },
  {
    check: 'subscription-usable',
    when: 'its state is undocumented',
    facts: inState('Dormant'),
    gives: 'fail',
    title: 'Dormant',
  },
  {
    check: 'subscription-usable',
    when: 'the account does not see it',
    facts: policyFacts({ subscriptions: ok([]) }),
    gives: 'fail',
    seen: [SUBSCRIPTION],
  },
  { check: 'subscription-usable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'provider-registered', when: 'it is registered', facts: registered('registered'), gives: 'pass' },
  ...['NotRegistered', 'Registering', 'Unregistering', 'Dormant'].map((state) => ({
    check: 'provider-registered',
    when: `its state is ${state}`,
    facts: registered(state),
    gives: 'fail' as const,
    seen: [state],
    with: { putRightBy: ['register-provider'] },
  })),
  { check: 'provider-registered', when: 'it has not been read', facts: without(policyFacts(), 'provider'), gives: 'nothing' },
  { check: 'provider-registered', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'resource-group-readable', when: 'it exists', facts: policyFacts(), gives: 'pass', title: 'rg-contoso-cmk', seen: ['eastus'] },
  { check: 'resource-group-readable', when: 'it is yet to be created', facts: policyFacts({ resourceGroup: absent }), gives: 'nothing' },
  { check: 'resource-group-readable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },
]

describe('the checks of the subscription', () => walkRows(subscriptionChecks, rows))

describe('what is read of the subscription', () =>
  walkRefusedReads(subscriptionChecks, [
    {
      what: 'the list of subscriptions',
      check: 'subscription-usable',
      facts: (answer) => policyFacts({ subscriptions: answer }),
      forbidden: 'key-vault-administrator',
    },
    {
      what: 'the registration',
      check: 'provider-registered',
      facts: (answer) => policyFacts({ provider: answer }),
      forbidden: 'key-vault-administrator',
    },
    {
      what: 'the resource group',
      check: 'resource-group-readable',
      facts: (answer) => policyFacts({ resourceGroup: answer }),
      except: ['not-found'],
      forbidden: 'key-vault-administrator',
    },
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
