import { describe, expect, it } from 'vitest'
import type { Answer } from '#machines/engine/answer.ts'
import { blocks, judge } from '#machines/engine/step/finding.ts'
import type { Environment, IntegrationDetails } from '#machines/procedure/services/services.ts'
import { integrationChecks } from '#machines/procedure/steps/integration/checks.ts'
import type { IntegrationFacts } from '#machines/procedure/steps/integration/facts.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { english } from '#test/english.ts'
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
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

const withoutDataverse: Environment = without(environment(), 'dataverse')
const withoutApp: Environment = without(environment(), 'financeAndOperations')
const neither: Environment = without(withoutApp, 'dataverse')
const withoutAddress = environment({ dataverse: { friendlyName: 'Contoso' } })

const notIntegrated: Answer<IntegrationDetails> = ok({
  linked: false,
  code: '0x80048d0b',
  message: "Dataverse instance isn't integrated with finance and operations.",
})
const ADDRESS = 'https://contoso-prod.operations.dynamics.com'
const linkedTo = (url = ADDRESS, id?: string): Answer<IntegrationDetails> => ok({ linked: true, url, ...(id ? { id } : {}) })
const app = (over: Environment['financeAndOperations']): Environment =>
  environment({ financeAndOperations: { ...environment().financeAndOperations, ...over } })
const keyed = (of: Environment, linkStatus = 'Linked'): Environment => ({ ...of, encryptionPolicy: { id: POLICY_ID, linkStatus } })

const facts = (of: Environment, integration?: Answer<IntegrationDetails>): IntegrationFacts => ({
  environments: ok([of]),
  environment: ok(of),
  ...(integration ? { integration } : {}),
})
const nothingChosen: IntegrationFacts = { environments: ok([environment()]) }

const rows: Rows<IntegrationFacts> = {
  'finance-and-operations-linked': [
    row.fail(
      'a unified environment is not installed to its end: nothing is to be waited for in Lifecycle Services',
      facts(app({ type: 'Internal' }), notIntegrated),
      { title: 'isn’t complete', owner: 'power-platform-administrator', remedy: expect.stringContaining('admin center') },
    ),
    row.pass('both services say so', integrationFacts(), { title: 'Lifecycle Services' }),
    row.pass('it is a unified environment', facts(app({ type: 'Internal' }), linkedTo(`${ADDRESS}/`)), { title: 'unified' }),
    row.pass('the kind of link is undocumented', facts(app({ type: 'Federated' }), linkedTo(`${ADDRESS}/`))),
    row.pass('the admin API names no app yet, but Dataverse does', facts(withoutApp, linkedTo()), {
      title: 'the admin API doesn’t show it yet',
    }),
    row.pass(
      'the admin API’s address cannot be read as one, and the ids are the same',
      facts(app({ url: 'contoso prod' }), linkedTo(ADDRESS, environment().financeAndOperations?.id)),
    ),
    row.fail('the two name different hosts', facts(environment(), linkedTo('https://fabrikam.operations.dynamics.com')), {
      title: 'show different',
      seen: ['https://contoso-prod.operations.dynamics.com/', 'https://fabrikam.operations.dynamics.com'],
      owner: 'microsoft',
    }),
    row.fail('the two name different ids', facts(environment(), linkedTo(ADDRESS, '00000000-0000-4000-8000-000000000000')), {
      title: 'show different',
    }),
    row.fail('the admin API names the app and Dataverse does not know it yet', facts(environment(), notIntegrated), {
      title: 'isn’t complete',
      seen: ['0x80048d0b', "isn't integrated"],
    }),
    row.fail('neither knows an app', facts(withoutApp, notIntegrated), { title: 'No finance and operations app', seen: '0x80048d0b' }),
    row.warning(
      'Dataverse does not let the account ask, and the admin API names the app',
      facts(environment(), refused(REFUSALS.forbidden)),
      { seen: ['Linked', REFUSALS.forbidden.message], refusal: REFUSALS.forbidden, owner: 'power-platform-administrator' },
    ),
    row.warning(
      'Dataverse does not take the sign-in, and the admin API names the app',
      facts(environment(), refused(REFUSALS.unauthenticated)),
    ),
    row.unknown('Dataverse does not let the account ask, and nothing else names an app', facts(withoutApp, refused(REFUSALS.forbidden)), {
      owner: 'power-platform-administrator',
      remedy: expect.stringContaining('Add me'),
    }),
    row.unknown('Dataverse cannot be asked, because nothing gives its address', facts(withoutAddress), { title: 'no address' }),
    row.nothing('there is no Dataverse to ask', facts(withoutDataverse)),
    row.nothing('no environment is chosen', nothingChosen),
  ],
  'address-shown': [
    row.pass('both name it', integrationFacts()),
    row.warning(
      'only Dataverse names it, as after the installation of a unified environment',
      facts(without(app({ type: 'Internal' }), 'financeAndOperations'), linkedTo()),
      { seen: ADDRESS },
    ),
    row.nothing('Dataverse is not integrated', facts(withoutApp, notIntegrated)),
    row.nothing('the environment cannot be read', { ...nothingChosen, environment: absent }),
  ],
  'environment-readable': [
    row.pass('it can be read', integrationFacts(), { seen: ['contoso-prod', 'Production'] }),
    row.fail(
      'the service does not find it, which it also says to those who may not see it',
      { environments: ok([]), environment: absent },
      {
        seen: ['404 EnvironmentNotFound', REFUSALS['not-found'].message, 'isn’t a Power Platform admin'],
        refusal: REFUSALS['not-found'],
        owner: 'power-platform-administrator',
      },
    ),
    row.nothing('none is chosen', nothingChosen),
  ],
  'dataverse-present': [
    row.pass('there is one', integrationFacts(), { seen: 'https://contoso-prod.crm' }),
    row.fail('finance and operations is attached without Dataverse, as Lifecycle Services leaves it', facts(withoutDataverse), {
      title: 'integration isn’t enabled yet',
      owner: 'lifecycle-services-administrator',
    }),
    row.fail('there is neither Dataverse nor an app', facts(neither), { title: 'no Dataverse database', owner: 'you' }),
    row.nothing('the environment cannot be read', { ...nothingChosen, environment: absent }),
  ],
  'not-cloud-hosted': [
    row.pass('the address is one of Microsoft’s own', integrationFacts()),
    ...[
      'https://contoso-dev.cloudax.dynamics.com/',
      'https://contoso-dev.axcloud.dynamics.com',
      'https://contoso-dev.CloudAX.dynamics.com',
    ].map((url) => row.fail(`the address is ${url}`, facts(app({ url }), linkedTo(url)), { seen: url })),
    row.fail(
      'a cloud-hosted one has no Dataverse either',
      facts({ ...withoutDataverse, financeAndOperations: { type: 'Linked', url: 'https://contoso-dev.cloudax.dynamics.com' } }),
    ),
    row.fail(
      'only Dataverse gives the address of a cloud-hosted one',
      facts(withoutApp, linkedTo('https://contoso-dev.cloudax.dynamics.com')),
      { seen: 'https://contoso-dev.cloudax.dynamics.com' },
    ),
    row.nothing('nothing names an app', facts(withoutApp, notIntegrated)),
  ],
  'type-can-have-key': [
    row.fail('it is the tenant’s default environment', facts(environment({ isDefault: true })), { title: 'type Default', id: 'F-901' }),
    ...['Trial', 'SubscriptionBasedTrial', 'Teams', 'Default'].map((sku) => row.fail(`the type is ${sku}`, facts(environment({ sku })))),
    row.pass('it is a sandbox', facts(environment({ sku: 'Sandbox' }))),
    row.nothing('no document names the type: step 2 says so', facts(environment({ sku: 'Platform' }))),
    row.nothing('no environment is chosen', nothingChosen),
  ],
  'no-key-before-integration': [
    row.pass('there is no key and integration is in place', integrationFacts()),
    row.pass('there is neither', facts(withoutDataverse)),
    row.pass('the key came after the integration', facts(keyed(environment()), linkedTo()), { title: 'Step 4' }),
    row.pass(
      'there is a key and Dataverse cannot say, but the admin API names the app',
      facts(keyed(environment()), refused(REFUSALS.throttled)),
    ),
    row.fail('a key is on it and Dataverse knows no integration', facts(keyed(withoutApp), notIntegrated), { seen: [POLICY_ID, 'Linked'] }),
    row.fail('a key is being put on it and the link is not finished', facts(keyed(environment(), 'Linking'), notIntegrated)),
    row.unknown(
      'there is a key, and it is unknown whether integration is in place',
      facts(keyed(withoutApp), refused(REFUSALS.unavailable)),
      { seen: POLICY_ID },
    ),
    row.nothing('no environment is chosen', nothingChosen),
  ],
  'existing-policy': [
    row.warning('it is in a policy, and none is chosen yet', facts(keyed(environment()), linkedTo()), {
      title: `policy cmk-contoso of subscription ${SUBSCRIPTION}`,
      seen: POLICY_ID,
      remedy: expect.stringMatching(/step 3.*change the policy/),
    }),
    row.nothing('it is in the policy that was chosen', { ...facts(keyed(environment())), chosenPolicy: policyChoices() }),
    row.pass('it is in none', integrationFacts()),
    row.pass('a link came to nothing', facts(keyed(environment(), 'LinkFailed'))),
  ],
}

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

describe('an environment of a type that can never have a key', () => {
  it.each([
    ['without an app', { ...withoutApp, sku: 'Default', isDefault: true }, notIntegrated],
    ['without Dataverse', { ...neither, sku: 'Trial' }, undefined],
    ['with a policy and no app', { ...keyed(withoutApp), sku: 'Teams' }, notIntegrated],
  ] as const)('is refused before anything asks to integrate it: %s', (_, of, integration) => {
    const wrong = judge(integrationChecks, facts(of, integration), NOW).filter(({ status }) => status !== 'pass' && status !== 'warning')
    expect(wrong.map(({ key, forbidsStep }) => [key, forbidsStep])).toEqual([['type-can-have-key', true]])
  })
})

describe('an app that isn’t registered as a management application', () => {
  const APP = '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734'
  const refusal = {
    ...REFUSALS.forbidden,
    message: `The service principal with id 'x' for application ${APP} does not have permission to access the path '/e' in tenant t.`,
  }

  it('is told the command that registers it, and who runs it', () => {
    const facts: IntegrationFacts = { environments: ok([]), environment: refused(refusal) }
    const finding = findingOf(integrationChecks, 'environment-readable', facts)
    expect(finding).toMatchObject({ status: 'unknown', owner: 'power-platform-administrator' })
    expect(finding?.seen).toContain('isn’t registered as a management application')
    expect(finding?.remedy).toContain(`New-PowerAppManagementApp -ApplicationId ${APP}`)
    expect(finding?.byHand.at(-1)).toBe(`New-PowerAppManagementApp -ApplicationId ${APP}`)
  })

  it('is told so where the list of environments is refused', () => {
    const { picture } = readIntegration({ environments: refused(refusal) }, {}, NOW)
    expect(english.all(picture)).toMatchObject({ problem: { remedy: expect.stringContaining('New-PowerAppManagementApp') } })
  })
})

describe('an integration that couldn’t be verified in Dataverse', () => {
  const unified = app({ type: 'Internal' })
  it.each([
    ['of a unified environment, which has no setup', unified, REFUSALS.forbidden, /Membership.*Add me/],
    ['of one managed in Lifecycle Services, whose setup may be done', environment(), REFUSALS.forbidden, /Membership.*Add me/],
    ['of one that no service names an app for', withoutApp, REFUSALS.unauthenticated, /Membership.*Add me/],
    ['of one whose Dataverse doesn’t answer', withoutApp, REFUSALS.unavailable, /^$/],
  ] as const)('sends no one to a setup that can’t be undone: %s', (_, of, refusal, clicks) => {
    const finding = findingOf(integrationChecks, 'finance-and-operations-linked', facts(of, refused(refusal)))
    expect(finding?.byHand.join(' ')).toMatch(clicks)
    expect(finding?.byHand.join(' ')).not.toMatch(/undo|Setup/)
    expect(finding?.link).toBe(clicks.source === '^$' ? 'lifecycle-services' : 'admin-center-environment')
  })

  it('leads to the admin center for a unified environment that isn’t installed to its end', () => {
    expect(findingOf(integrationChecks, 'finance-and-operations-linked', facts(unified, notIntegrated))?.link).toBe(
      'admin-center-environment',
    )
  })
})

describe('what step 1 reads', () =>
  walkRefusedReads(integrationChecks, [
    [
      'the environment',
      'environment-readable',
      'power-platform-administrator',
      (answer) => ({ environments: ok([]), environment: answer }),
      ['not-found'],
    ],
    [
      'the integration of an environment without an app in the admin API',
      'finance-and-operations-linked',
      'power-platform-administrator',
      (answer) => facts(withoutApp, answer),
    ],
    [
      'the integration of an environment whose app the admin API names',
      'finance-and-operations-linked',
      'power-platform-administrator',
      (answer) => facts(environment(), answer),
      ['forbidden', 'unauthenticated'],
    ],
  ]))

/** The decision table for step 1, row by row: what the admin API says, what Dataverse says, and whether the step opens. */
describe('the decision table of step 1', () => {
  const cloudHosted = app({ url: 'https://contoso-dev.cloudax.dynamics.com' })
  const match = linkedTo()
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
