import { describe, expect, it } from 'vitest'
import type { Reading } from '#machines/procedure/observing.ts'
import { readEnvironment } from '#machines/procedure/steps/environment/step.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import type { Formatted } from '#messages/formatter.ts'
import { english } from '#test/english.ts'
import {
  ADMINISTRATOR,
  absent,
  account,
  DAY,
  ENVIRONMENT,
  encrypted,
  encryptedFacts,
  environment,
  environmentFacts,
  integrationFacts,
  membershipFacts,
  NOW,
  OTHER_POLICY_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  runningOperation,
  SUBSCRIPTION,
  untouchedPolicyFacts,
  VAULT_ID,
  without,
} from '../../facts.ts'

const form = { objectId: ADMINISTRATOR, displayName: account.displayName, userName: account.userName }
const policyReading = (facts: Parameters<typeof readPolicy>[0], chosen = true): Formatted<Reading> =>
  english.all(
    readPolicy(
      facts,
      { environmentId: ENVIRONMENT, ...(chosen ? { policy: policyChoices() } : {}) },
      suggestPolicy(facts, undefined),
      form,
      NOW,
    ),
  )

describe('the picture and note of step 1', () => {
  const read = (over: Parameters<typeof integrationFacts>[0], environmentId?: string) =>
    english.all(readIntegration(integrationFacts(over), environmentId === undefined ? {} : { environmentId }, NOW))

  it('list every environment with what tells it apart, and which is chosen', () => {
    const bare = without(
      environment({ id: 'b', displayName: 'bare', location: 'atlantis', sku: 'Trial' }),
      'dataverse',
      'financeAndOperations',
    )
    expect(read({ environments: ok([environment(), bare]) }, ENVIRONMENT).picture).toEqual({
      kind: 'environments',
      chosen: ENVIRONMENT,
      environments: [
        {
          id: ENVIRONMENT,
          displayName: 'contoso-prod',
          sku: 'Production',
          location: 'United States',
          url: 'https://contoso-prod.crm.dynamics.com/',
          financeAndOperationsUrl: 'https://contoso-prod.operations.dynamics.com/',
          workable: { geography: 'unitedstates', region: 'eastus', domain: 'contoso-prod' },
        },
        { id: 'b', displayName: 'bare', sku: 'Trial', location: 'atlantis' },
      ],
    })
  })

  it('say why the list could not be read, in the service’s own words, and whom to ask', () => {
    expect(read({ environments: refused(REFUSALS.forbidden) }).picture).toMatchObject({
      kind: 'environments',
      environments: [],
      problem: { refusal: REFUSALS.forbidden, owner: 'power-platform-administrator' },
    })
  })

  it.each([
    [environment(), 'Lifecycle Services'],
    [environment({ financeAndOperations: { type: 'Internal', url: 'https://a.operations.dynamics.com' } }), 'Unified environment'],
    [environment({ financeAndOperations: { type: 'Linked', url: 'https://a.cloudax.dynamics.com' } }), 'Cloud-hosted'],
    [without(environment(), 'financeAndOperations'), 'No finance and operations app'],
  ])('note how finance and operations came there (%#)', (of, note) => expect(read({ environment: ok(of) }, ENVIRONMENT).note).toBe(note))

  it('ask for a choice before there is one', () => {
    const nothing = english.all(readIntegration({ environments: ok([]) }, {}, NOW))
    expect(nothing).toMatchObject({ choiceMissing: true, note: 'Choose the environment', plan: [] })
    expect(nothing).not.toHaveProperty('environment')
  })
})

describe('the picture and note of step 2', () => {
  const rows = (of = environment()) => {
    const { picture } = english.all(readEnvironment(environmentFacts({ environment: ok(of) }), NOW))
    if (picture.kind !== 'noted') throw new Error(picture.kind)
    return picture.rows
  }

  it('are what to note down, each name and id ready to be copied', () => {
    expect(rows().map(({ label, value, copyable }) => [label, value, copyable])).toEqual([
      ['Environment name', 'contoso-prod', true],
      ['Environment ID', ENVIRONMENT, true],
      ['Finance and operations address', 'https://contoso-prod.operations.dynamics.com/', true],
      ['Dataverse organization', 'Contoso', true],
      ['Organization address', 'https://contoso-prod.crm.dynamics.com/', true],
      ['Region', 'United States, eastus', false],
      ['Type', 'Production', false],
    ])
    expect(rows().filter((row) => !row.minor)).toHaveLength(3)
  })

  it('have both names to compare, where finance and operations has one', () => {
    const picture = (of: ReturnType<typeof environment>) =>
      english.all(readEnvironment(environmentFacts({ environment: ok(of) }), NOW)).picture
    expect(picture(environment())).toMatchObject({
      names: {
        operations: { name: 'contoso-prod', address: 'https://contoso-prod.operations.dynamics.com/' },
        platform: { name: 'contoso-prod', type: 'Production', region: 'United States' },
      },
    })
    expect(picture(without(environment(), 'financeAndOperations'))).not.toHaveProperty('names')
  })

  it.each([
    ['contoso-production', 'contoso-prod', 12],
    ['contososandbox', 'Contoso Sandbox', undefined],
    ['fabrikam', 'contoso-prod', 0],
    ['contoso', 'contoso-prod', 0],
  ])('say from where %s differs from %s, by the rule of the question', (host, displayName, differsFrom) => {
    const url = `https://${host}.operations.dynamics.com/`
    const of = without(environment({ displayName, financeAndOperations: { type: 'Linked', url } }), 'dataverse')
    const { picture } = english.all(readEnvironment(environmentFacts({ environment: ok(of) }), NOW))
    expect(picture).toMatchObject({ names: { operations: { name: host, ...(differsFrom === undefined ? {} : { differsFrom }) } } })
    expect(picture.kind === 'noted' && picture.names?.operations.differsFrom).toBe(differsFrom)
  })

  it('say "Not given", and offer nothing to copy, for what the service does not tell', () => {
    const bare = without(environment({ location: 'atlantis' }), 'dataverse', 'financeAndOperations', 'azureRegion')
    expect(
      rows(bare)
        .filter((row) => !row.copyable && !['Region', 'Type'].includes(row.label))
        .map((row) => row.value),
    ).toEqual(['Not available', 'Not available', 'Not available'])
    expect(rows(bare).find((row) => row.label === 'Region')?.value).toBe('atlantis')
  })

  it('are none for an environment that cannot be read', () => {
    expect(english.all(readEnvironment(environmentFacts({ environment: absent }), NOW))).toMatchObject({
      picture: { kind: 'none' },
      note: 'Name and ID',
      choiceMissing: false,
    })
    expect(english.all(readEnvironment({}, NOW))).toMatchObject({ picture: { kind: 'none' }, choiceMissing: true })
  })
})

describe('the picture and note of step 3', () => {
  const pictured = (read: Formatted<Reading>) => {
    if (read.picture.kind !== 'policy') throw new Error(read.picture.kind)
    return read.picture.form
  }

  it('are the form with the suggestion before a choice, and with the choice after it', () => {
    const before = policyReading(untouchedPolicyFacts(), false)
    expect(before).toMatchObject({ choiceMissing: true, note: 'Key vault, key, and policy', plan: [] })
    expect(pictured(before)).toMatchObject({ chosen: false, values: { policyName: 'cmk-contoso-prod' } })
    const after = policyReading(policyFacts())
    expect(after).toMatchObject({ choiceMissing: false, note: 'cmk-contoso' })
    expect(pictured(after)).toMatchObject({ chosen: true, values: policyChoices() })
  })

  it('offer the encryption policies only, vaults with the group they are in, and the regions of the geography', () => {
    const facts = policyFacts({ policies: ok([policy(), policy({ id: OTHER_POLICY_ID, name: 'id', kind: 'Identity' })]) })
    const shown = pictured(policyReading(facts))
    expect(shown.policies).toEqual([{ name: 'cmk-contoso', location: 'United States', resourceGroup: 'rg-contoso-cmk' }])
    expect(shown.vaults).toEqual([{ name: 'kv-contoso-cmk', location: 'eastus', resourceGroup: 'rg-contoso-cmk' }])
    expect(shown.subscriptions).toEqual([{ id: SUBSCRIPTION, name: 'Contoso production', state: 'Enabled' }])
    expect(shown.geography).toBe('United States')
    expect(shown.regions[0]).toBe('eastus')
    expect(new Set(shown.regions).size).toBe(shown.regions.length)
    expect(shown.account).toEqual(form)
  })

  it('put the environment’s own region first, be it in no list', () => {
    const facts = policyFacts({ environment: ok(environment({ location: 'atlantis', azureRegion: 'moonbase1' })) })
    expect(pictured(policyReading(facts))).toMatchObject({ regions: ['moonbase1'], geography: 'atlantis' })
  })

  it('remember what was found, for the links', () => {
    expect(policyReading(policyFacts()).found).toEqual({ vaultId: VAULT_ID, policyId: POLICY_ID, subscriptionId: SUBSCRIPTION })
    expect(policyReading(untouchedPolicyFacts()).found).toEqual({ subscriptionId: SUBSCRIPTION })
  })
})

describe('the picture and note of step 4', () => {
  it('say what the environment says of the link', () => {
    const read = english.all(readMembership(encryptedFacts(), NOW))
    expect(read).toMatchObject({
      note: 'Linked to cmk-contoso',
      picture: {
        kind: 'membership',
        rows: [
          { value: 'contoso-prod', id: ENVIRONMENT },
          { value: 'cmk-contoso', id: POLICY_ID },
          { value: 'Linked' },
          { value: 'Customer' },
        ],
      },
      found: { policyId: POLICY_ID },
    })
    expect(read).not.toHaveProperty('underway')
  })

  it('say "Not added" before, and of another policy’s link too', () => {
    expect(english.all(readMembership(membershipFacts(), NOW))).toMatchObject({
      note: 'Not added yet',
      picture: { rows: [{}, {}, { value: 'Not added' }, {}] },
    })
    const other = membershipFacts({ environment: ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } })) })
    expect(english.all(readMembership(other, NOW))).toMatchObject({ note: 'Not added yet' })
  })

  it.each([
    ['Linking', 'Linking to cmk-contoso'],
    ['LinkFailed', 'LinkFailed: cmk-contoso'],
    ['Novel', 'Novel: cmk-contoso'],
  ])('say %s as it came', (linkStatus, note) => {
    const facts = membershipFacts({ environment: ok(environment({ encryptionPolicy: { id: POLICY_ID, linkStatus } })) })
    expect(english.all(readMembership(facts, NOW)).note).toBe(note)
  })

  it('name what runs already, so that it is followed', () => {
    const read = english.all(readMembership(membershipFacts({ operations: ok([runningOperation()]) }), NOW))
    expect(read).toMatchObject({ plan: [], underway: { kind: 'operation', purpose: 'link', operation: { id: operation().id } } })
  })

  it('are none when either cannot be read, and ask for a choice before there is one', () => {
    expect(english.all(readMembership(membershipFacts({ policy: absent }), NOW))).toMatchObject({
      picture: { kind: 'none' },
      found: {},
      choiceMissing: false,
    })
    expect(english.all(readMembership({}, NOW))).toMatchObject({ picture: { kind: 'none' }, choiceMissing: true })
  })

  it('keep the time of reading', () => expect(english.all(readMembership({}, NOW - DAY)).readAt).toBe(NOW - DAY))
})
