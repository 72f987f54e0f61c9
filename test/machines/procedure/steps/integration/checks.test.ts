import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../../../machines/engine/answer.ts'
import { blocks, judge } from '../../../../../machines/engine/step/finding.ts'
import type { Environment, IntegrationDetails } from '../../../../../machines/procedure/services.ts'
import { integrationChecks } from '../../../../../machines/procedure/steps/integration/checks.ts'
import type { IntegrationFacts } from '../../../../../machines/procedure/steps/integration/facts.ts'
import {
  absent,
  environment,
  integrationFacts,
  NOW,
  ok,
  POLICY_ID,
  policyChoices,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  without,
} from '../../../facts.ts'
import { findingOf, type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

const withoutDataverse: Environment = without(environment(), 'dataverse')
const withoutApp: Environment = without(environment(), 'financeAndOperations')
const neither: Environment = without(withoutApp, 'dataverse')
const withoutAddress = environment({ dataverse: { friendlyName: 'Contoso' } })

const notIntegrated: Answer<IntegrationDetails> = ok({
  linked: false,
  code: '0x80048d0b',
  message: "Dataverse instance isn't integrated with finance and operations.",
})
const linkedTo = (url: string, id?: string): Answer<IntegrationDetails> => ok({ linked: true, url, ...(id ? { id } : {}) })
const app = (over: Environment['financeAndOperations']): Environment =>
  environment({ financeAndOperations: { ...environment().financeAndOperations, ...over } })
const keyed = (of: Environment, linkStatus = 'Linked'): Environment => ({ ...of, encryptionPolicy: { id: POLICY_ID, linkStatus } })

const facts = (of: Environment, integration?: Answer<IntegrationDetails>): IntegrationFacts => ({
  environments: ok([of]),
  environment: ok(of),
  ...(integration ? { integration } : {}),
})
const nothingChosen: IntegrationFacts = { environments: ok([environment()]) }

const rows: readonly Row<IntegrationFacts>[] = [
  {
    check: 'finance-and-operations-linked',
    when: 'a unified environment is not installed to its end: nothing is to be waited for in Lifecycle Services',
    facts: facts(app({ type: 'Internal' }), notIntegrated),
    gives: 'fail',
    title: 'isn’t complete',
    with: { owner: 'power-platform-administrator', remedy: expect.stringContaining('admin center') },
  },
  { check: 'address-shown', when: 'both name it', facts: integrationFacts(), gives: 'pass' },
  {
    check: 'address-shown',
    when: 'only Dataverse names it, as after the installation of a unified environment',
    facts: facts(without(app({ type: 'Internal' }), 'financeAndOperations'), linkedTo('https://contoso-prod.operations.dynamics.com')),
    gives: 'warning',
    seen: ['https://contoso-prod.operations.dynamics.com'],
  },
  { check: 'address-shown', when: 'Dataverse is not integrated', facts: facts(withoutApp, notIntegrated), gives: 'nothing' },
  { check: 'address-shown', when: 'the environment cannot be read', facts: { ...nothingChosen, environment: absent }, gives: 'nothing' },

  { check: 'environment-readable', when: 'it can be read', facts: integrationFacts(), gives: 'pass', seen: ['contoso-prod', 'Production'] },
  {
    check: 'environment-readable',
    when: 'the service does not find it, which it also says to those who may not see it',
    facts: { environments: ok([]), environment: absent },
    gives: 'fail',
    seen: ['404 EnvironmentNotFound', REFUSALS['not-found'].message, 'isn’t a Power Platform admin'],
    with: { refusal: REFUSALS['not-found'], owner: 'power-platform-administrator' },
  },
  { check: 'environment-readable', when: 'none is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'dataverse-present', when: 'there is one', facts: integrationFacts(), gives: 'pass', seen: ['https://contoso-prod.crm'] },
  {
    check: 'dataverse-present',
    when: 'finance and operations is attached without Dataverse, as Lifecycle Services leaves it',
    facts: facts(withoutDataverse),
    gives: 'fail',
    title: 'integration isn’t enabled yet',
    with: { owner: 'lifecycle-services-administrator' },
  },
  {
    check: 'dataverse-present',
    when: 'there is neither Dataverse nor an app',
    facts: facts(neither),
    gives: 'fail',
    title: 'no Dataverse database',
    with: { owner: 'you' },
  },
  {
    check: 'dataverse-present',
    when: 'the environment cannot be read',
    facts: { ...nothingChosen, environment: absent },
    gives: 'nothing',
  },

  {
    check: 'finance-and-operations-linked',
    when: 'both services say so',
    facts: integrationFacts(),
    gives: 'pass',
    title: 'Lifecycle Services',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'it is a unified environment',
    facts: facts(app({ type: 'Internal' }), linkedTo('https://contoso-prod.operations.dynamics.com/')),
    gives: 'pass',
    title: 'unified',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the kind of link is undocumented',
    facts: facts(app({ type: 'Federated' }), linkedTo('https://contoso-prod.operations.dynamics.com/')),
    gives: 'pass',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the admin API names no app yet, but Dataverse does',
    facts: facts(withoutApp, linkedTo('https://contoso-prod.operations.dynamics.com')),
    gives: 'pass',
    title: 'the admin API doesn’t show it yet',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the admin API’s address cannot be read as one, and the ids are the same',
    facts: facts(
      app({ url: 'contoso prod' }),
      linkedTo('https://contoso-prod.operations.dynamics.com', environment().financeAndOperations?.id),
    ),
    gives: 'pass',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the two name different hosts',
    facts: facts(environment(), linkedTo('https://fabrikam.operations.dynamics.com')),
    gives: 'fail',
    title: 'show different',
    seen: ['https://contoso-prod.operations.dynamics.com/', 'https://fabrikam.operations.dynamics.com'],
    with: { owner: 'microsoft' },
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the two name different ids',
    facts: facts(environment(), linkedTo('https://contoso-prod.operations.dynamics.com', '00000000-0000-4000-8000-000000000000')),
    gives: 'fail',
    title: 'show different',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'the admin API names the app and Dataverse does not know it yet',
    facts: facts(environment(), notIntegrated),
    gives: 'fail',
    title: 'isn’t complete',
    seen: ['0x80048d0b', "isn't integrated"],
  },
  {
    check: 'finance-and-operations-linked',
    when: 'neither knows an app',
    facts: facts(withoutApp, notIntegrated),
    gives: 'fail',
    title: 'No finance and operations app',
    seen: ['0x80048d0b'],
  },
  {
    check: 'finance-and-operations-linked',
    when: 'Dataverse does not let the account ask, and the admin API names the app',
    facts: facts(environment(), refused(REFUSALS.forbidden)),
    gives: 'warning',
    seen: ['Linked', REFUSALS.forbidden.message],
    with: { refusal: REFUSALS.forbidden, owner: 'power-platform-administrator' },
  },
  {
    check: 'finance-and-operations-linked',
    when: 'Dataverse does not take the sign-in, and the admin API names the app',
    facts: facts(environment(), refused(REFUSALS.unauthenticated)),
    gives: 'warning',
  },
  {
    check: 'finance-and-operations-linked',
    when: 'Dataverse does not let the account ask, and nothing else names an app',
    facts: facts(withoutApp, refused(REFUSALS.forbidden)),
    gives: 'unknown',
    with: { owner: 'power-platform-administrator', remedy: expect.stringContaining('Add me') },
  },
  {
    check: 'finance-and-operations-linked',
    when: 'Dataverse cannot be asked, because nothing gives its address',
    facts: facts(withoutAddress),
    gives: 'unknown',
    title: 'no address',
  },
  { check: 'finance-and-operations-linked', when: 'there is no Dataverse to ask', facts: facts(withoutDataverse), gives: 'nothing' },
  { check: 'finance-and-operations-linked', when: 'no environment is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'not-cloud-hosted', when: 'the address is one of Microsoft’s own', facts: integrationFacts(), gives: 'pass' },
  ...[
    'https://contoso-dev.cloudax.dynamics.com/',
    'https://contoso-dev.axcloud.dynamics.com',
    'https://contoso-dev.CloudAX.dynamics.com',
  ].map((url) => ({
    check: 'not-cloud-hosted',
    when: `the address is ${url}`,
    facts: facts(app({ url }), linkedTo(url)),
    gives: 'fail' as const,
    seen: [url],
  })),
  {
    check: 'not-cloud-hosted',
    when: 'a cloud-hosted one has no Dataverse either',
    facts: facts({ ...withoutDataverse, financeAndOperations: { type: 'Linked', url: 'https://contoso-dev.cloudax.dynamics.com' } }),
    gives: 'fail',
  },
  {
    check: 'not-cloud-hosted',
    when: 'only Dataverse gives the address of a cloud-hosted one',
    facts: facts(withoutApp, linkedTo('https://contoso-dev.cloudax.dynamics.com')),
    gives: 'fail',
    seen: ['https://contoso-dev.cloudax.dynamics.com'],
  },
  { check: 'not-cloud-hosted', when: 'nothing names an app', facts: facts(withoutApp, notIntegrated), gives: 'nothing' },

  { check: 'no-key-before-integration', when: 'there is no key and integration is in place', facts: integrationFacts(), gives: 'pass' },
  { check: 'no-key-before-integration', when: 'there is neither', facts: facts(withoutDataverse), gives: 'pass' },
  {
    check: 'no-key-before-integration',
    when: 'the key came after the integration',
    facts: facts(keyed(environment()), linkedTo('https://contoso-prod.operations.dynamics.com')),
    gives: 'pass',
    title: 'Step 4',
  },
  {
    check: 'no-key-before-integration',
    when: 'there is a key and Dataverse cannot say, but the admin API names the app',
    facts: facts(keyed(environment()), refused(REFUSALS.throttled)),
    gives: 'pass',
  },
  {
    check: 'no-key-before-integration',
    when: 'a key is on it and Dataverse knows no integration',
    facts: facts(keyed(withoutApp), notIntegrated),
    gives: 'fail',
    seen: [POLICY_ID, 'Linked'],
  },
  {
    check: 'no-key-before-integration',
    when: 'a key is being put on it and the link is not finished',
    facts: facts(keyed(environment(), 'Linking'), notIntegrated),
    gives: 'fail',
  },
  {
    check: 'no-key-before-integration',
    when: 'there is a key, and it is unknown whether integration is in place',
    facts: facts(keyed(withoutApp), refused(REFUSALS.unavailable)),
    gives: 'unknown',
    seen: [POLICY_ID],
  },
  {
    check: 'existing-policy',
    when: 'it is in a policy, and none is chosen yet',
    facts: facts(keyed(environment()), linkedTo('https://contoso-prod.operations.dynamics.com')),
    gives: 'warning',
    title: `policy cmk-contoso of subscription ${SUBSCRIPTION}`,
    seen: [POLICY_ID],
    with: { remedy: expect.stringMatching(/step 3.*change the policy/) },
  },
  {
    check: 'existing-policy',
    when: 'it is in the policy that was chosen',
    facts: { ...facts(keyed(environment())), chosenPolicy: policyChoices() },
    gives: 'nothing',
  },
  { check: 'existing-policy', when: 'it is in none', facts: integrationFacts(), gives: 'pass' },
  { check: 'existing-policy', when: 'a link came to nothing', facts: facts(keyed(environment(), 'LinkFailed')), gives: 'pass' },
  { check: 'no-key-before-integration', when: 'no environment is chosen', facts: nothingChosen, gives: 'nothing' },
]

describe('the checks of step 1', () => walkRows(integrationChecks, rows))

describe('a key on an environment that is not linked to finance and operations', () => {
  it.each([
    ['without Dataverse', facts(keyed(neither))],
    ['with finance and operations attached, but no Dataverse', facts(keyed(withoutDataverse))],
    ['without an app', facts(keyed(withoutApp), notIntegrated)],
    ['with a link that is not finished', facts(keyed(environment()), notIntegrated)],
  ])('forbids the integration first, and nothing else asks to enable it: %s', (_, given) => {
    const wrong = judge(integrationChecks, given, NOW).filter(({ status }) => status === 'fail')
    expect(wrong[0]).toMatchObject({ id: 'F-109', forbidsStep: true })
    for (const { remedy, byHand } of wrong)
      expect([remedy, ...byHand].join(' ')).not.toMatch(/enable the power platform integration|setup/i)
  })
})

describe('what step 1 reads', () =>
  walkRefusedReads(integrationChecks, [
    {
      what: 'the environment',
      check: 'environment-readable',
      facts: (answer) => ({ environments: ok([]), environment: answer }),
      except: ['not-found'],
      forbidden: 'power-platform-administrator',
    },
    {
      what: 'the integration of an environment without an app in the admin API',
      check: 'finance-and-operations-linked',
      facts: (answer) => facts(withoutApp, answer),
      forbidden: 'power-platform-administrator',
    },
    {
      what: 'the integration of an environment whose app the admin API names',
      check: 'finance-and-operations-linked',
      facts: (answer) => facts(environment(), answer),
      except: ['forbidden', 'unauthenticated'],
      forbidden: 'power-platform-administrator',
    },
  ]))

/** The decision table for step 1, row by row: what the admin API says, what Dataverse says, and whether the step opens. */
describe('the decision table of step 1', () => {
  const cloudHosted = app({ url: 'https://contoso-dev.cloudax.dynamics.com' })
  const match = linkedTo('https://contoso-prod.operations.dynamics.com')
  const table: readonly [string, IntegrationFacts, 'opens' | 'closed'][] = [
    ['app, Dataverse, 200 that matches', facts(environment(), match), 'opens'],
    ['app, Dataverse, 200 that does not match', facts(environment(), linkedTo('https://other.operations.dynamics.com')), 'closed'],
    ['app, Dataverse, 400 not integrated', facts(environment(), notIntegrated), 'closed'],
    ['app, Dataverse, 403', facts(environment(), refused(REFUSALS.forbidden)), 'opens'],
    ['app, Dataverse, 401', facts(environment(), refused(REFUSALS.unauthenticated)), 'opens'],
    ['app, no Dataverse', facts(withoutDataverse), 'closed'],
    ['app, Dataverse without an address', facts(withoutAddress), 'closed'],
    ['no app, Dataverse, 200', facts(withoutApp, match), 'opens'],
    ['no app, Dataverse, 400', facts(withoutApp, notIntegrated), 'closed'],
    ['no app, Dataverse, 403', facts(withoutApp, refused(REFUSALS.forbidden)), 'closed'],
    ['no app, no Dataverse', facts(neither), 'closed'],
    ['cloud-hosted, Dataverse, 200', facts(cloudHosted, linkedTo('https://contoso-dev.cloudax.dynamics.com')), 'closed'],
    ['cloud-hosted, Dataverse, 403', facts(cloudHosted, refused(REFUSALS.forbidden)), 'closed'],
    ['cloud-hosted, no Dataverse', facts(without(cloudHosted, 'dataverse')), 'closed'],
  ]
  it.each(table)('%s', (_, row, verdict) => {
    const findings = judge(integrationChecks, row, NOW)
    expect(findings.some((finding) => blocks(finding, [])) ? 'closed' : 'opens').toBe(verdict)
  })

  it('says a warning, not a pass, where only one of the two proofs is there', () => {
    expect(findingOf(integrationChecks, 'finance-and-operations-linked', facts(environment(), refused(REFUSALS.forbidden)))?.status).toBe(
      'warning',
    )
  })
})
