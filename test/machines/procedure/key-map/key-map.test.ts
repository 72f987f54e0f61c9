import { describe, expect, it } from 'vitest'
import type { Action } from '#machines/engine/action.ts'
import { overtaken } from '#machines/engine/ledger/ledger.ts'
import type { Attestation } from '#machines/engine/step/finding.ts'
import { isProved, type Reading } from '#machines/engine/step/proof.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import type { Pending } from '#machines/procedure/action.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { MAP_ELEMENTS, type MapElement, PROVED_BY } from '#machines/procedure/key-map/elements.ts'
import { keyMapView } from '#machines/procedure/key-map/key-map-view.ts'
import { MAP_STATES, type MapState } from '#machines/procedure/key-map/state.ts'
import type { KeyMapView } from '#machines/procedure/key-map/view.ts'
import { reEnable } from '#machines/procedure/operations/re-enable/operation.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { STEP_IDS } from '#machines/procedure/procedure.ts'
import { readEnvironment } from '#machines/procedure/steps/environment/step.ts'
import { readIntegration } from '#machines/procedure/steps/integration/step.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import { readPolicy } from '#machines/procedure/steps/policy/step.ts'
import { suggestPolicy } from '#machines/procedure/steps/policy/suggestion.ts'
import { english } from '#test/english.ts'
import {
  account,
  assignment,
  DAY,
  ENVIRONMENT,
  encrypted,
  encryptedFacts,
  environment,
  environmentFacts,
  HOUR,
  integrationFacts,
  key,
  membershipFacts,
  NOW,
  ok,
  POLICY_ID,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  runningOperation,
  untouchedPolicyFacts,
  vault,
  without,
} from '../../facts.ts'
import { context as opened } from '../../readings.ts'
import { operationFacts } from '../operations/facts.ts'

type Readings = Partial<Record<(typeof STEP_IDS)[number], Reading>>
const choices: Choices = {
  environmentId: ENVIRONMENT,
  policy: policyChoices(),
  coverage: { answers: ['finance'], by: 'ada', at: NOW, acknowledged: [] },
}

const integration = (over = {}) => readIntegration(integrationFacts(over), choices, NOW)
const noted = (over = {}) => readEnvironment(environmentFacts(over), NOW)
const policy = (facts = policyFacts(), wishes = choices) => readPolicy(facts, wishes, suggestPolicy(facts, undefined), account, NOW)
const membership = (facts = membershipFacts()) => readMembership(facts, NOW)

/** A person has confirmed everything that these readings ask for. */
const confirmed = (readings: Readings): readonly Attestation[] =>
  Object.values(readings).flatMap(({ findings }) =>
    findings.filter(({ attestable }) => attestable).map(({ key: of }) => ({ key: of, by: 'ada', at: NOW })),
  )

const all: Readings = {
  integration: integration({ environment: ok(encrypted()) }),
  environment: noted({ environment: ok(encrypted()) }),
  policy: policy(policyFacts({ environment: ok(encrypted()) })),
  membership: membership(encryptedFacts()),
}

interface Situation {
  readonly readings?: Readings
  readonly step?: (typeof STEP_IDS)[number]
  readonly attestations?: readonly Attestation[]
  readonly pending?: Partial<Record<(typeof STEP_IDS)[number], Pending>>
  readonly choices?: Choices
  readonly context?: Partial<WizardContext>
}

function mapOf(
  { readings = {}, step, attestations = confirmed(readings), pending = {}, choices: chosen = choices, context = {} }: Situation,
  page: 'step' | 'preflight' = 'step',
  writing?: Action,
): KeyMapView {
  const record = (id: (typeof STEP_IDS)[number]): StepRecord => ({
    phase: 'reviewing',
    receipts: [],
    reading: readings[id],
    pending: pending[id],
  })
  const steps = {
    integration: record('integration'),
    environment: record('environment'),
    policy: record('policy'),
    membership: record('membership'),
  }
  return keyMapView(
    {
      ...opened(),
      choices: chosen,
      attestations,
      steps,
      lastStep: step ?? 'integration',
      ...context,
    },
    { page, step, checking: false, ...(writing ? { writing } : {}) },
  )
}

const stateIn = (map: KeyMapView, element: MapElement): MapState | undefined => map.elements.find((each) => each.element === element)?.state
const statesOf = (map: KeyMapView) => Object.fromEntries(map.elements.map(({ element, state }) => [element, state]))
const elementIn = (map: KeyMapView, element: MapElement) => {
  const found = map.elements.find((each) => each.element === element)
  if (!found) throw new Error(`There is no ${element} on the map.`)
  return found
}
const { integration: _, ...withoutIntegration } = all
const operation = (purpose: 'link' | 'unlink' | 'managed-environment'): Pending => ({
  kind: 'operation',
  purpose,
  environmentId: ENVIRONMENT,
  operation: {},
  since: NOW,
})

describe('the Key Map', () => {
  it('has its four cards and three lines in one order that never changes', () => {
    expect(mapOf({}).elements.map(({ element, form }) => `${element} ${form}`)).toEqual([
      'app card',
      'integration line',
      'environment card',
      'membership line',
      'policy card',
      'access line',
      'key card',
    ])
  })

  it('says where the key is: in a key vault, or in a Managed HSM as it was chosen', () => {
    const kindOf = (map: KeyMapView) => english.text(elementIn(map, 'key').kind)
    const choices = { environmentId: ENVIRONMENT, policy: policyChoices({ keyStore: 'managed-hsm' }) }
    expect(kindOf(mapOf({ choices: {} }))).toBe('Key vault · key')
    expect(kindOf(mapOf({ choices }))).toBe('Managed HSM · key')
  })

  it('claims nothing that was not read', () => {
    const map = mapOf({ choices: {} })
    expect(new Set(Object.values(statesOf(map)))).toEqual(new Set(['not-checked']))
    expect(map.elements.every(({ outline }) => outline === 'dashed')).toBe(true)
    expect(map.headline).toBe('nothing')
  })

  const cases: readonly (readonly [string, Situation, MapElement, MapState, number?])[] = [
    ['a step that was read and proves it', { readings: { integration: integration() } }, 'integration', 'verified'],
    ['the app that step 1 saw', { readings: { integration: integration() } }, 'app', 'verified'],
    ['an environment that step 2 has not noted', { readings: { integration: integration() } }, 'environment', 'not-checked'],
    ['an environment that no one confirmed', { readings: { environment: noted() }, attestations: [] }, 'environment', 'confirm', 1],
    ['an environment that a person confirmed', { readings: { environment: noted() } }, 'environment', 'verified'],
    [
      'an environment without the app',
      {
        readings: {
          integration: integration({
            environment: ok(environment({ financeAndOperations: { type: 'None' } })),
            integration: ok({ linked: false, code: 'c', message: 'm' }),
          }),
        },
      },
      'integration',
      'action-required',
      1,
    ],
    [
      'the app of an environment that isn’t integrated with it',
      { readings: { integration: integration({ environment: ok(without(environment(), 'dataverse')) }) } },
      'app',
      'checked',
    ],
    ['a policy that step 3 creates', { readings: { policy: policy(untouchedPolicyFacts()) }, step: 'policy' }, 'policy', 'planned'],
    [
      'a policy that a later step creates',
      { readings: { policy: policy(untouchedPolicyFacts()) }, step: 'environment' },
      'policy',
      'missing',
    ],
    ['access that step 3 gives', { readings: { policy: policy(untouchedPolicyFacts()) }, step: 'policy' }, 'access', 'planned'],
    ['Reader that step 3 gives', { readings: { policy: policy(untouchedPolicyFacts()) }, step: 'policy' }, 'membership', 'planned'],
    [
      'a vault without purge protection',
      { readings: { policy: policy(policyFacts({ vault: ok(vault({ purgeProtection: false })) })) }, step: 'policy' },
      'key',
      'action-required',
      1,
    ],
    [
      'a vault whose purge protection is planned',
      {
        readings: {
          policy: policy(policyFacts({ vault: ok(vault({ purgeProtection: false })), turnOnPurgeProtection: true }), {
            ...choices,
            turnOnPurgeProtection: true,
          }),
        },
        step: 'policy',
      },
      'key',
      'planned',
    ],
    [
      'a key that could not be read',
      { readings: { policy: policy(policyFacts({ key: refused(REFUSALS.forbidden) })) }, step: 'policy' },
      'key',
      'not-checked',
    ],
    [
      'a key that warns of its expiry',
      { readings: { policy: policy(policyFacts({ key: ok(key({ expires: NOW + 1e10 })) })) }, step: 'policy' },
      'key',
      'verified',
    ],
    ['a link that step 4 makes', { readings: { membership: membership() }, step: 'membership' }, 'membership', 'planned'],
    [
      'a link that step 4 makes, looked at from step 3',
      { readings: { membership: membership() }, step: 'policy' },
      'membership',
      'missing',
    ],
    [
      'licenses that no one confirmed',
      { readings: { membership: membership() }, step: 'membership', attestations: [] },
      'membership',
      'confirm',
      1,
    ],
    [
      'a link that runs',
      { readings: { membership: membership(membershipFacts({ operations: ok([runningOperation()]) })) }, step: 'membership' },
      'membership',
      'running',
    ],
    [
      'a link that this wizard started',
      { readings: { membership: membership() }, pending: { membership: operation('link') } },
      'membership',
      'running',
    ],
    [
      'a Managed Environment that is being enabled',
      { readings: { membership: membership() }, pending: { membership: operation('managed-environment') } },
      'membership',
      'running',
    ],
    [
      'access that is taking effect',
      { readings: { policy: policy() }, pending: { policy: { kind: 'access-spreading', since: NOW, until: NOW + HOUR } } },
      'access',
      'running',
    ],
    [
      'access that someone just gave, where the step doesn’t wait for it',
      {
        readings: {
          policy: policy(
            policyFacts({
              keyAccess: ok([assignment({ createdAt: new Date(NOW - 60_000).toISOString() })]),
              vault: ok(vault({ purgeProtection: false })),
            }),
          ),
        },
      },
      'access',
      'running',
    ],
    [
      'a provider that is being registered',
      { readings: { policy: policy() }, pending: { policy: { kind: 'provider-registration', subscriptionId: 's', since: NOW } } },
      'policy',
      'running',
    ],
    ['a link that is there', { readings: all, step: 'membership' }, 'membership', 'verified'],
    [
      'a link that a reading proves, before its own page has heard of the end',
      { readings: all, step: 'membership', pending: { membership: operation('link') } },
      'membership',
      'verified',
    ],
  ]
  for (const [what, situation, element, state, count] of cases)
    it(`shows ${what} as ${state}`, () => {
      const found = elementIn(mapOf(situation), element)
      expect([found.state, found.count]).toEqual([state, count])
    })

  it('puts what a person has to do before what runs, and what runs before what is planned', () => {
    expect(MAP_STATES).toEqual(['action-required', 'confirm', 'running', 'not-checked', 'planned', 'missing', 'checked', 'verified'])
    const readings = { membership: membership(membershipFacts({ environment: ok(environment({ protectionLevel: 'Basic' })) })) }
    expect(stateIn(mapOf({ readings, step: 'membership' }), 'membership')).toBe('planned')
    expect(stateIn(mapOf({ readings, step: 'membership', pending: { membership: operation('link') } }), 'membership')).toBe('running')
    expect(
      stateIn(mapOf({ readings, step: 'membership', pending: { membership: operation('link') }, attestations: [] }), 'membership'),
    ).toBe('confirm')
  })

  it('calls an environment linked that does not say yet whose key it is encrypted with', () => {
    const encryptedReading = membership(encryptedFacts())
    const findings = encryptedReading.findings.map((each) => (each.key === 'key-in-use' ? { ...each, status: 'warning' as const } : each))
    const map = mapOf({ readings: { ...all, membership: { ...encryptedReading, findings } }, step: 'membership' })
    expect([map.headline, english.text(map.sentence), english.text(elementIn(map, 'membership').word)]).toEqual([
      'linked',
      'Linked to your policy',
      'Verified',
    ])
  })

  it('closes the lock only when all seven are verified', () => {
    const done = mapOf({ readings: all, step: 'membership' })
    expect(Object.values(statesOf(done))).toEqual(Array(MAP_ELEMENTS.length).fill('verified'))
    expect([done.headline, english.text(done.sentence), english.text(elementIn(done, 'membership').word)]).toEqual([
      'encrypted',
      'Encrypted with your key',
      'Encrypted',
    ])
    for (const stepId of STEP_IDS) {
      const { [stepId]: _left, ...others } = all
      const map = mapOf({ readings: others, step: 'membership' })
      expect(map.headline, stepId).toBe('connected')
      expect(english.text(elementIn(map, 'membership').word)).not.toBe('Encrypted')
    }
  })

  it('keeps the lock closed where a later reading only spells the policy in other letters (WB14)', () => {
    const last = all.membership
    if (!last?.environment?.heldBy) throw new Error('The last step names no policy.')
    const environment = { ...last.environment, heldBy: last.environment.heldBy.toUpperCase() }
    expect(environment.heldBy).toContain('/SUBSCRIPTIONS/')
    expect(mapOf({ readings: { ...all, membership: { ...last, environment } }, step: 'membership' }).headline).toBe('encrypted')
  })

  it('calls what was only read beside the steps checked, and closes no lock for it', () => {
    const beside = { preflight: { readings: Object.values(all), assumed: {} } }
    const attestations = confirmed(all)
    const onPage = (readings: Readings, page: 'preflight' | 'step') => mapOf({ readings, attestations, context: beside }, page)
    const untouched = onPage({}, 'preflight')
    expect(new Set(Object.values(statesOf(untouched)))).toEqual(new Set(['checked']))
    expect([untouched.headline, english.text(elementIn(untouched, 'membership').word)]).toEqual(['connected', 'Checked'])
    expect(untouched.elements.every(({ outline }) => outline === 'solid')).toBe(true)
    // Once a step is done, what it proves is verified; what a later one proves is not.
    const { membership: _last, ...others } = all
    expect(statesOf(onPage(others, 'preflight'))).toMatchObject({ key: 'verified', access: 'verified', membership: 'checked' })
    expect(onPage(all, 'preflight').headline).toBe('encrypted')
    // Away from that page only the steps before the form of step 3 count, and no more than checked.
    expect(statesOf(onPage({}, 'step'))).toMatchObject({ integration: 'checked', environment: 'checked', key: 'not-checked' })
  })

  it('says what the person can expect as a whole', () => {
    const before = { integration: integration(), environment: noted(), policy: policy(), membership: membership() }
    expect(mapOf({ readings: before, step: 'membership' }).headline).toBe('ready')
    expect(mapOf({ readings: { integration: integration() } }).headline).toBe('not-connected')
    expect(mapOf({ readings: before, pending: { membership: operation('link') } }).headline).toBe('encrypting')
    expect(mapOf({ readings: before, pending: { membership: operation('unlink') } }).headline).toBe('leaving')
    const locked = { ...all, policy: policy(policyFacts({ environment: ok(encrypted()), keyAccess: ok([]) })) }
    expect(mapOf({ readings: { ...locked, policy: { ...locked.policy, plan: [] } } }).headline).toBe('locked')
    // A change that would restore it is only planned.
    expect(locked.policy.plan).not.toEqual([])
    expect(mapOf({ readings: locked, step: 'policy' }).headline).toBe('locked')
    const chosenOnly = { ...locked.policy, found: { ...locked.policy.found, policyId: `${locked.policy.found.policyId}-2` } }
    expect(mapOf({ readings: { ...locked, policy: chosenOnly }, step: 'policy' }).headline).toBe('connected')
  })

  it('says of a key that it can’t be used only where it was read so', () => {
    const off = ok({ ...encrypted(), runtimeState: 'Disabled' })
    const sentence = (readings: NonNullable<Parameters<typeof mapOf>[0]['readings']>) => english.text(mapOf({ readings }).sentence)
    const seen = integration({ environment: off })
    const lost = policy(policyFacts({ environment: off, keyAccess: ok([]) }))
    expect(sentence({ integration: seen, policy: lost })).toBe('Locked: the key can’t be used')
    // Its key is back, and it stays off until a person re-enables it; or of the key nothing is known yet.
    expect(sentence({ integration: seen, policy: policy(policyFacts({ environment: off })) })).toBe('Locked until it’s re-enabled')
    expect(sentence({ integration: seen })).toBe('Locked until it’s re-enabled')
  })

  it('says until when a locked environment is there, and never longer than the documents say', () => {
    const off = { ...encrypted(), runtimeState: 'Disabled' }
    const lockedIn = (sku: string, over: Parameters<typeof policyFacts>[0] = {}) => {
      const shutOut = ok({ ...off, sku })
      const map = mapOf({
        readings: {
          integration: integration({ environment: shutOut }),
          policy: policy(policyFacts({ environment: shutOut, ...over })),
        },
      })
      return [map.headline, english.text(elementIn(map, 'app').outage ?? '')]
    }
    expect(lockedIn('Production')).toEqual(['locked', 'Offline for users. Deletion 30 days after the lock'])
    expect(lockedIn('Sandbox')).toEqual(['locked', 'Offline for users. Deletion 7 days after the lock'])
    // Of other types nothing is documented: the earlier of the two.
    expect(lockedIn('Trial')).toEqual(['locked', 'Offline for users. Deletion 7 days after the lock'])
    // A key that expired locked it on that day at the latest.
    const expired = ok(key({ expires: Date.parse('2026-11-20T00:00:00Z') }))
    expect(lockedIn('Production', { key: expired })).toEqual(['locked', 'Offline for users. Deletion by Dec 20, 2026'])
  })

  it('knows of the lock, and of the things it is about, by what an operation read', () => {
    const reading = readOperation(
      reEnable,
      operationFacts({ environment: ok({ ...encrypted(), runtimeState: 'Disabled' }), keyAccess: ok([]) }),
      NOW,
    )
    const operations = {
      ...opened().operations,
      're-enable': { phase: 'reviewing', receipts: [], reading } as const,
    }
    const map = mapOf({ context: { operations } })
    expect(map.headline).toBe('locked')
    expect(['app', 'policy', 'key'].map((each) => elementIn(map, each as MapElement).outline)).toEqual(['solid', 'solid', 'solid'])
  })

  it('says that an outage is planned where the plan of step 4 adds the environment, and that users are offline while it runs', () => {
    const before = { ...all, integration: integration(), environment: noted(), policy: policy(), membership: membership() }
    expect(elementIn(mapOf({ readings: before, step: 'policy' }), 'app').outage).toBeUndefined()
    expect(english.text(elementIn(mapOf({ readings: before, step: 'membership' }), 'app').outage ?? '')).toBe(
      'Planned: offline for part of up to 4 days',
    )
    const running = mapOf({ readings: before, step: 'membership', pending: { membership: operation('link') } })
    expect(english.text(elementIn(running, 'app').outage ?? '')).toBe('Offline for part of up to 4 days')
    const leaving = mapOf({ readings: before, step: 'membership', pending: { membership: operation('unlink') } })
    expect(english.text(elementIn(leaving, 'app').outage ?? '')).toBe('Offline for part of the time; Microsoft states no limit')
    expect(
      ['app', 'environment'].map((element) => english.text(running.elements.find((each) => each.element === element)?.word ?? '')),
    ).toEqual(['Encrypting', 'Encrypting'])
  })

  it('says the day on which a key expires: a month could be over in three days', () => {
    const readings = { policy: policy(policyFacts({ key: ok(key({ expires: NOW + 3 * DAY })) })) }
    expect(english.all(elementIn(mapOf({ readings, step: 'policy' }), 'key').lines).at(-1)).toBe('RSA 3072 · until Nov 27, 2026')
  })

  it('names what is made of a key, a key vault, or a policy', () => {
    const readings = { policy: policy(untouchedPolicyFacts()) }
    const policyPlan = policy(untouchedPolicyFacts()).plan
    const wordOn = (element: MapElement, kind: string) => {
      const writing = policyPlan.find((each) => each.kind === kind)
      if (!writing) throw new Error(`${kind} isn’t planned`)
      return english.text(elementIn(mapOf({ readings, step: 'policy' }, 'step', writing), element).word)
    }
    expect(wordOn('key', 'create-vault')).toBe('Creating')
    expect(wordOn('key', 'create-key')).toBe('Creating')
    expect(wordOn('policy', 'create-policy')).toBe('Creating')
    const registering = { kind: 'provider-registration', subscriptionId: 's', since: NOW } as const
    expect(english.text(elementIn(mapOf({ readings: { policy: policy() }, pending: { policy: registering } }), 'policy').word)).toBe(
      'Registering',
    )
  })

  it('keeps every tick while a new key version takes effect, and says so beside its sentence', () => {
    const rotating = { kind: 'rotation', since: NOW, until: NOW + HOUR } as const
    const [before, during] = [mapOf({ readings: all }), mapOf({ readings: all, pending: { policy: rotating } })]
    expect(during.elements).toEqual(before.elements)
    expect([during.headline, during.sentence]).toEqual([before.headline, before.sentence])
    expect(english.text(during.counts ?? '')).toBe('New version taking effect')
  })

  it('counts what needs a person, and what is planned up to the step on screen', () => {
    const readings = { policy: policy(untouchedPolicyFacts()), membership: membership() }
    expect(english.text(mapOf({ readings, step: 'policy', attestations: [] }).counts ?? '')).toContain('changes planned')
    expect(mapOf({ readings: { policy: policy(untouchedPolicyFacts()) }, step: 'environment' }).counts).toBeUndefined()
  })

  it('takes the later step of two that were read in the same moment', () => {
    const before = { integration: integration(), environment: noted(), policy: policy() }
    const map = mapOf({ readings: { ...before, membership: membership(encryptedFacts()) } })
    expect(stateIn(map, 'membership')).toBe('verified')
  })

  it('forgets a link that a newer reading of the environment contradicts', () => {
    const reverted: Reading = {
      ...all.membership,
      stepId: 'revert',
      readAt: NOW + HOUR,
      environment: { id: ENVIRONMENT, displayName: 'contoso-prod' },
    } as Reading
    const operations = {
      ...opened().operations,
      revert: { phase: 'reviewing', receipts: [], reading: reverted } as const,
    }
    const readings = { ...all, membership: overtaken(all.membership as Reading, reverted, 'membership') }
    const map = mapOf({ readings, step: 'membership', context: { operations } })
    expect([map.headline, stateIn(map, 'membership')]).toEqual(['ready', 'missing'])
  })

  it('names things, and keeps IDs for “What is this?”', () => {
    const map = mapOf({ readings: all, step: 'membership' })
    const cards = map.elements.filter(({ form }) => form === 'card')
    const said = cards.map(({ name, badge, lines }) =>
      [name, badge?.word, ...lines].flatMap((each) => (each === undefined ? [] : english.text(each))),
    )
    expect(said).toEqual([
      ['contoso-prod', 'operations.dynamics.com', 'Managed in Lifecycle Services'],
      ['contoso-prod', 'Production', 'United States'],
      ['cmk-contoso', 'Managed identity', 'United States'],
      ['kv-contoso-cmk', 'cmk-contoso', 'RSA 3072 · no expiration date'],
    ])
    expect(JSON.stringify(said)).not.toMatch(/[0-9a-f]{8}-/)
    expect(
      elementIn(map, 'policy')
        .about.facts.filter(({ id }) => id)
        .map(({ value }) => english.text(value)),
    ).toEqual([POLICY_ID])
  })

  it.each([
    [
      'of a policy that isn’t read',
      { integration: integration({ environment: ok(encrypted()) }) },
      ['cmk-contoso: Not checked yet', 'Not checked yet: '],
    ],
    ['of no policy', { integration: integration() }, ['Not created yet: Step 3 creates it', 'Not chosen yet: You choose it in step 3']],
  ] as const)('says of the policy and key of an environment %s what is known', (_, readings, cards) => {
    const map = mapOf({ readings, choices: { environmentId: ENVIRONMENT } })
    const said = (element: MapElement) => {
      const { name, lines } = elementIn(map, element)
      return `${name === undefined ? '' : english.text(name)}: ${lines.map((line) => english.text(line)).join(', ')}`
    }
    expect([said('policy'), said('key')]).toEqual(cards)
  })

  it('draws what is there solid, what is to be created as a ghost, and what is neither dashed', () => {
    const outlines = (situation: Situation) => mapOf(situation).elements.map(({ element, outline }) => `${element} ${outline}`)
    const readings = { integration: integration(), policy: policy(untouchedPolicyFacts()) }
    expect(outlines({ readings, step: 'policy' })).toEqual([
      'app solid',
      'integration solid',
      'environment solid',
      'membership ghost',
      'policy ghost',
      'access ghost',
      'key ghost',
    ])
    expect(outlines({ readings, step: 'integration' }).slice(3)).toEqual([
      'membership dashed',
      'policy dashed',
      'access dashed',
      'key dashed',
    ])
  })

  it('ticks no step of which the map does not show everything as verified', () => {
    const situations = [all, withoutIntegration, { integration: integration() }]
    for (const readings of situations) {
      const attestations = confirmed(readings)
      const map = mapOf({ readings, step: 'membership' })
      for (const element of MAP_ELEMENTS)
        if (isProved((readings as Readings)[PROVED_BY[element]], attestations)) expect(stateIn(map, element), element).toBe('verified')
    }
  })
})
