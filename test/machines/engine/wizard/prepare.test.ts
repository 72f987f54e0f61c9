import { describe, expect, it } from 'vitest'
import type { Finding } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { prepareAsks, prepareView } from '#machines/engine/wizard/prepare.ts'
import { stages, stepper } from '#machines/engine/wizard/stages.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { keyMapView } from '#machines/procedure/key-map/key-map-view.ts'
import { STEP_IDS, type StepId } from '#machines/procedure/procedure.ts'
import type { WizardView } from '#messages/view.ts'
import { english } from '#test/english.ts'
import { REFUSALS } from '../../facts.ts'
import { finding as anyFinding, context as opened, reading, context as wizard } from '../../readings.ts'

const finding = (key: string, more: Partial<Finding> = {}): Finding => anyFinding({ key, status: 'fail', title: verbatim(key), ...more })
const noRight = finding('no-right', { owner: 'key-vault-administrator', aboutAccount: true })
const mayAdd = finding('may-add', { status: 'pass', owner: 'power-platform-administrator', aboutAccount: true })
const mayWrite = finding('may-write', { status: 'pass', owner: 'key-vault-administrator', aboutAccount: true })
const gap = finding('gap', { status: 'unknown', offer: { event: 'GO_TO_PAGE', page: 'coverage', title: verbatim('Assess') } })
const question = finding('question', { status: 'unknown', attestable: true })
const purge = finding('purge', { owner: 'key-vault-administrator', putRightBy: ['turn-on-purge-protection'] })

const read = (stepId: string, findings: readonly Finding[] = [], more: Partial<Reading> = {}): Reading =>
  reading({ stepId, readAt: 1, findings, ...more })

/** Coverage is answered. */
const using = (...apps: readonly CoverageItemId[]): Choices => ({
  environmentId: 'e',
  coverage: { answers: apps, by: 'ada', at: 0, acknowledged: [] },
})
const answered = using('finance')
const notKnowing = {
  environmentId: 'e',
  coverage: { answers: ['finance'], unsure: ['commerce'], by: 'ada', at: 0, acknowledged: [] },
} as const
const openAnswers = { ...gap, key: 'coverage-unsure', attestable: true } as const
const account = { objectId: 'ada', userName: 'ada@contoso.example', displayName: 'Ada', tenantId: 't', tenantName: 'Contoso' }

/** Everything is read by the check of all steps, and these findings are in the way. */
function prepared(found: Partial<Record<StepId, readonly Finding[]>>, choices: Choices = answered): WizardContext {
  return {
    ...opened(),
    tenant: { account, cloud: verbatim('Cloud') },
    choices,
    preflight: { readings: STEP_IDS.map((id) => read(id, found[id])) },
  }
}

const nothingKnown = wizard()
const countsOnMap = (context: WizardContext, page: WizardView['page'], step?: StepId) => {
  const { counts } = keyMapView(context, { page, step, checking: false })
  return counts && english.text(counts)
}
const partsIn = (context: WizardContext) => english.all(prepareView(context)).parts.map(({ state, says }) => `${state}: ${says}`)

describe('the stage before the first step', () => {
  it.each([
    [
      'nothing is known',
      nothingKnown,
      ['not-checked: Not answered yet', 'not-checked: Not checked yet', 'not-checked: Not checked yet'],
      'Not checked',
    ],
    [
      'everything is in order',
      prepared({}),
      ['verified: Nothing to acknowledge', 'verified: Nothing needs action', 'verified: No second person is needed'],
      undefined,
    ],
    [
      'a gap is open, which counts by its answers and not by an older reading',
      prepared({ integration: [gap] }, using('finance', 'tax-calculation')),
      ['confirm: 1 gap to acknowledge', 'verified: Nothing needs action', 'verified: No second person is needed'],
      '1 to confirm',
    ],
    [
      'an answer of coverage is open, whatever an older reading says of it',
      prepared({ integration: [openAnswers] }, notKnowing),
      ['confirm: 1 to confirm', 'verified: Nothing needs action', 'verified: No second person is needed'],
      '1 to confirm',
    ],
    [
      'an answer of coverage is open beside a gap',
      prepared({}, { ...notKnowing, coverage: { ...notKnowing.coverage, answers: ['finance', 'tax-calculation'] } }),
      ['confirm: 2 to confirm', 'verified: Nothing needs action', 'verified: No second person is needed'],
      '2 to confirm',
    ],
    [
      'a person continues with an open answer of coverage',
      { ...prepared({ integration: [openAnswers] }, notKnowing), attestations: [{ key: openAnswers.key, by: 'ada', at: 0 }] },
      ['verified: Nothing to acknowledge', 'verified: Nothing needs action', 'verified: No second person is needed'],
      undefined,
    ],
    [
      'a finding is about the account, which is counted once and for the people alone',
      prepared({ policy: [noRight, purge] }),
      ['verified: Nothing to acknowledge', 'action-required: 1 action required', 'action-required: A second person is needed'],
      '2 actions required',
    ],
    [
      'a question is open in two steps, which is one question',
      prepared({ environment: [question], membership: [question] }),
      ['verified: Nothing to acknowledge', 'confirm: 1 to confirm', 'verified: No second person is needed'],
      '1 to confirm',
    ],
  ])('says by its parts how it stands where %s', (_when, context, parts, asks) => {
    expect(partsIn(context)).toEqual(parts)
    const stage = prepareAsks(context, 'step')
    expect(stage && english.text(stage.text)).toBe(asks)
    expect(stages(context, 'step').prepare.state).toBe(asks === undefined ? 'done' : 'open')
  })

  it('asks for the same on the Key Map, on each of its pages, and on a page beside all stages', () => {
    const licenses = finding('licenses', { id: 'F-402', part: 'link', status: 'unknown', attestable: true })
    const context = prepared({ policy: [purge, question], membership: [licenses] }, using('finance', 'tax-calculation'))
    const counted = (['prepare', 'coverage', 'preflight', 'evidence'] as const).map((page) => countsOnMap(context, page))
    expect(new Set(counted)).toEqual(new Set(['1 action required and 3 to confirm']))
  })

  it('leaves a step on screen to ask for its own alone, an element that needs action with what is to be confirmed of it', () => {
    const context = prepared({ environment: [question] }, using('finance', 'tax-calculation'))
    const own = { ...context.steps, policy: { phase: 'reviewing', receipts: [], reading: read('policy', [purge, question]) } } as const
    expect(countsOnMap({ ...context, steps: own }, 'step', 'policy')).toBe('1 action required and 1 to confirm')
    expect(countsOnMap({ ...context, steps: own }, 'step', 'integration')).toBeUndefined()
  })

  it('takes what a plan fixes as prepared', () => {
    const vault = { subscriptionId: 's', resourceGroup: 'g', vaultName: 'v' }
    const planned = read('policy', [purge, mayWrite], { plan: [{ kind: 'turn-on-purge-protection', ...vault }] })
    const context = prepared({})
    expect(
      prepareAsks({ ...context, preflight: { readings: [...STEP_IDS.slice(0, 2), 'membership'].map((id) => read(id)) } }, 'step'),
    ).toBeDefined()
    expect(
      prepareAsks(
        { ...context, preflight: { readings: [planned, ...[...STEP_IDS.slice(0, 2), 'membership'].map((id) => read(id))] } },
        'step',
      ),
    ).toBeUndefined()
  })

  it('follows the newer reading of a step, whether it made it worse or better', () => {
    const before = prepared({ policy: [purge] })
    const better = { ...before.steps, policy: { phase: 'reviewing', receipts: [], reading: read('policy', [], { readAt: 2 }) } } as const
    expect(prepareAsks({ ...before, steps: better }, 'step')).toBeUndefined()
    const worse = {
      ...before.steps,
      membership: { phase: 'reviewing', receipts: [], reading: read('membership', [question], { readAt: 2 }) },
    } as const
    expect(prepareView({ ...prepared({}), steps: worse }).parts[1]?.state).toBe('confirm')
  })

  it('asks, beside a step that asked for something and is read again, for the same as the map, and less only where all steps are shown', () => {
    const off = finding('off', { part: 'link' })
    const before = prepared({})
    const newer = { readings: STEP_IDS.map((id) => read(id, [], { readAt: 2 })) }
    const steps = { ...before.steps, membership: { phase: 'reading', receipts: [], reading: read('membership', [off]) } } as const
    const context = { ...before, preflight: newer, steps }
    const membershipOn = (page: WizardView['page']) =>
      keyMapView(context, { page, checking: false }).elements.find(({ element }) => element === 'membership')?.state
    expect(prepareAsks(context, 'step')?.state).toBe('action-required')
    expect(membershipOn('step')).toBe('action-required')
    expect(prepareAsks(context, 'preflight')).toBeUndefined()
    expect(membershipOn('preflight')).not.toBe('action-required')
  })

  it('goes by the check of everything where a step was read at the same moment', () => {
    const own = { phase: 'waiting', receipts: [], reading: read('membership', [finding('off', { part: 'link' })]) } as const
    const context = { ...prepared({}), steps: { membership: own } }
    expect(prepareAsks(context, 'preflight')).toBeUndefined()
    expect(keyMapView(context, { page: 'preflight', checking: false }).counts).toBeUndefined()
  })

  it('names whose account does which steps, and leads to handing over the one that it cannot do', () => {
    const people = prepareView(prepared({ integration: [mayAdd], policy: [noRight] })).parts[2]
    expect(people?.people).toEqual([
      { owner: 'key-vault-administrator', steps: [3], state: 'action-required' },
      { owner: 'power-platform-administrator', steps: [2, 4], state: 'verified', who: 'ada@contoso.example' },
      { owner: 'lifecycle-services-administrator', steps: [1], state: 'verified' },
    ])
    expect(english.all(people?.action ?? {})).toEqual({
      page: 'hand-over',
      step: 'policy',
      title: 'Hand over step 3 to the key vault admin',
    })
  })
})

describe('the list of steps', () => {
  it('says of a step whose changes are being made that they are, and counts none of them as planned', () => {
    const toMake = { kind: 'register-provider', subscriptionId: 's' } as const
    const inPhase = (phase: StepRecord['phase']) => {
      const steps = { ...prepared({}).steps, policy: { phase, receipts: [], reading: read('policy', [], { plan: [toMake], readAt: 2 }) } }
      const found = stepper({ ...prepared({}), steps }, 'policy', { holds: () => true, asks: () => undefined }).find(
        ({ id }) => id === 'policy',
      )
      return english.all({ note: found?.note ?? '', asks: found?.asks?.text ?? '' })
    }
    expect(inPhase('reviewing').asks).toBe('1 change planned')
    expect(inPhase('applying')).toEqual({ note: 'Making changes', asks: '' })
  })
})

describe('who can do what is left', () => {
  const LCS = 'lifecycle-services-administrator'
  const toLink = { kind: 'register-provider', subscriptionId: 's' } as const
  /** Everything is read, and both of the steps that write have a plan. */
  const planning = (found: Partial<Record<StepId, readonly Finding[]>>): WizardContext => ({
    ...prepared({}),
    preflight: {
      readings: STEP_IDS.map((id) => read(id, found[id], { plan: id === 'policy' || id === 'membership' ? [toLink] : [] })),
    },
  })
  const peopleIn = (context: WizardContext) =>
    (prepareView(context).parts[2]?.people ?? []).map(({ owner, state, who }) => `${owner}: ${state}${who === undefined ? '' : ` ${who}`}`)

  it('is this account where its rights were read', () => {
    expect(peopleIn(planning({ integration: [mayAdd], policy: [mayWrite] }))).toEqual([
      'key-vault-administrator: verified ada@contoso.example',
      'power-platform-administrator: verified ada@contoso.example',
      'lifecycle-services-administrator: verified',
    ])
  })

  it.each<readonly [string, Partial<Record<StepId, readonly Finding[]>>]>([
    ['nothing was read about its rights', { integration: [mayAdd] }],
    [
      'it is only shown what it would have to change',
      { integration: [mayAdd], policy: [{ ...mayWrite, key: 'is-shown', aboutAccount: 'reaches' }] },
    ],
    [
      'the service didn’t tell one of them',
      { integration: [mayAdd], policy: [mayWrite, { ...mayWrite, key: 'may-read', status: 'warning' }] },
    ],
  ])('is not known where %s', (_when, found) => {
    const context = planning(found)
    expect(peopleIn(context)[0]).toBe('key-vault-administrator: not-checked')
    expect(partsIn(context)[2]).toBe('not-checked: It isn’t known whether a second person is needed')
  })

  it.each<readonly [string, Finding]>([
    ['it is asked for something', finding('not-integrated', { owner: LCS })],
    ['whether it is asked for something couldn’t be read', finding('unread', { status: 'unknown', refusal: REFUSALS.forbidden })],
  ])('is never this account for a portal that nothing was read from: %s', (_when, found) => {
    expect(peopleIn(prepared({ integration: [found] }))[2]).toBe(`${LCS}: not-checked`)
  })
})

describe('who handed a step over', () => {
  it.each([
    ['kim@contoso.example', 'kim@contoso.example'],
    // The file of the account itself, opened again.
    ['ada@contoso.example', undefined],
    ['Ada@Contoso.example', undefined],
  ])('is shown where it is another person: %s', (by, who) => {
    const told = { by, at: 1, step: 'policy', environment: { id: 'e' }, proved: [], file: 'f', sha256: 'd' } as const
    const people = prepareView(prepared({ policy: [noRight] }, { ...answered, told })).parts[2]?.people ?? []
    expect(people.find(({ owner }) => owner === 'key-vault-administrator')?.who).toBe(who)
  })
})

describe('what blocks the first step', () => {
  const blockedIn = (context: WizardContext) => english.all(prepareView(context)).blocked
  const missing = finding('not-integrated', { owner: 'lifecycle-services-administrator' })

  it('is what needs action in it, with everyone who must act, each once', () => {
    const context = prepared({ integration: [missing, question, finding('no-dataverse', { owner: 'you' }), finding('no-app')] })
    expect(blockedIn(context)).toEqual({ step: 1, title: 'not-integrated', more: 2, owners: ['lifecycle-services-administrator', 'you'] })
  })

  it.each([
    ['nothing was read', nothingKnown],
    ['what needs action is in another step', prepared({ policy: [purge] })],
    ['it asks to confirm something, which is done there', prepared({ integration: [question] })],
  ])('is nothing where %s', (_when, context) => expect(blockedIn(context)).toBeUndefined())
})

describe('the stage after the last step', () => {
  const held: Choices = { ...answered, heldPolicyId: 'p' }
  const encrypted: WizardContext = { ...prepared({}), choices: held }
  const change = (remedy?: string) => ({
    step: 'policy',
    key: 'k',
    was: verbatim('On'),
    is: verbatim('Off'),
    state: 'off',
    turn: 'worse' as const,
    owner: 'you',
    ...(remedy === undefined ? {} : { remedy: verbatim(remedy) }),
  })
  const manage = (context: WizardContext) => english.all(stages(context, 'step')).manage

  it('is closed with its reason until there is something to manage', () => {
    expect(manage(prepared({}))).toEqual({ id: 'manage', title: 'Manage', state: 'closed', note: 'Available when encrypted' })
    expect(manage(encrypted)).toMatchObject({ state: 'open', page: 'operations' })
  })

  it('counts what has changed since the end, and asks for what has to be fixed', () => {
    expect(manage({ ...encrypted, drift: { at: 1, changes: [] } })?.note).toBe('No changes found')
    expect(manage({ ...encrypted, drift: { at: 1, changes: [change()] } })).toMatchObject({ note: '1 change found' })
    expect(manage({ ...encrypted, drift: { at: 1, changes: [change(), change('Fix it.')] } })?.asks).toEqual({
      state: 'action-required',
      text: '1 action required',
    })
  })

  it('counts nothing that is snoozed', () => {
    const fix = change('Fix it.')
    const review = { ...fix, answer: 'snoozed' as const, what: verbatim('k'), until: 2, by: 'ada@contoso.example', at: 1 }
    const atEnd = { at: 0, by: 'ada@contoso.example', environmentId: 'e', findings: [], reviews: [review] }
    expect(manage({ ...encrypted, atEnd, drift: { at: 1, changes: [fix] } })).toMatchObject({ note: 'No changes found' })
  })
})
