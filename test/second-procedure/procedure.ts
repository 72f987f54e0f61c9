import { type ActionDefinition, actionsOf } from '#machines/engine/action.ts'
import type { Choices } from '#machines/engine/choices.ts'
import type { ServiceWords } from '#machines/engine/owners.ts'
import type { Procedure, SequenceDefinition } from '#machines/engine/procedure.ts'
import { type Check, judge } from '#machines/engine/step/finding.ts'
import type { Guide } from '#machines/engine/step/guide.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { type Stored, type StoredAs, text, time } from '#machines/engine/stored.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Feature, FeatureServices } from './feature.ts'

/*
 * A made-up procedure of two steps, for the proof that the engine runs any: turn on a feature, and confirm that people were told. It shares
 * no part, check, action, document or service with the product's own.
 */

export interface Observing {
  readonly services: FeatureServices
  readonly choices: Choices
  readonly now: number
}

const stored = { environmentId: text }
type TurnOn = Stored<'turn-on-feature', typeof stored>

const turningOnStored = { kind: 'feature-turning-on', fields: { since: time } } as const
type TurningOn = StoredAs<typeof turningOnStored>

const turnOn: ActionDefinition<TurnOn, TurningOn, FeatureServices> = {
  kind: 'turn-on-feature',
  stored,
  part: 'feature',
  describe: () => ({
    title: verbatim('Turn on the feature'),
    resource: verbatim('feature'),
    before: verbatim('Off'),
    after: verbatim('On'),
    reversible: 'yes',
    undo: verbatim('Yes'),
    usersCutOff: false,
    takes: verbatim('Ten minutes'),
    owner: 'you',
  }),
  fields: ({ environmentId }) => [{ resourceId: `/environments/${environmentId}/feature`, field: 'state', before: 'off', after: 'on' }],
  async apply({ environmentId }, services, now) {
    const existing = await services.read()
    if (!existing.ok) return existing
    const resourceId = `/environments/${environmentId}/feature`
    if (existing.value.state === 'on') return { ok: true, resourceId, written: false }
    const asked = existing.value.state === 'turning-on' ? existing : await services.turnOn()
    const written = existing.value.state === 'off'
    return asked.ok ? { ok: true, resourceId, written, pending: { kind: 'feature-turning-on', since: now } } : asked
  },
  grantsRights: 'you',
  refusals: [],
  wait: {
    stored: turningOnStored,
    follows: ({ kind }) => kind === 'feature-turning-on',
    isOf: () => true,
    title: verbatim('The feature turns on'),
    range: verbatim('Ten minutes'),
    takesDays: false,
    unsettles: false,
    async poll(_, services) {
      const read = await services.read()
      if (!read.ok) return { state: 'running', stateWord: verbatim('Unknown'), refusal: read.refusal }
      return { state: read.value.state === 'on' ? 'succeeded' : 'running', stateWord: verbatim(read.value.state) }
    },
  },
}

const says: ServiceWords = {
  stillRunning: verbatim('The service is still at it.'),
  waitUntilDone: verbatim('Wait until the service is done'),
  saysState: ({ state }) => (typeof state === 'string' ? verbatim(state) : state),
  continuesWithoutSignIn: verbatim('The service continues.'),
  signInEndedMeaning: verbatim('The service continues.'),
  secondFactor: verbatim('The service asks for more'),
  secondFactorMeaning: verbatim('The service asks for more.'),
  secondFactorRemedy: verbatim('Sign in again.'),
  outOfReach: verbatim('The service is out of reach'),
  outOfReachMeaning: verbatim('The service continues.'),
  checkFailedMeaning: verbatim('The service continues.'),
  unreadableRemedy: verbatim('Check the network.'),
  notFinished: ({ title }) => (typeof title === 'string' ? verbatim(title) : title),
  nothingSentHeld: verbatim('Nothing was sent.'),
  nothingSentUnrecorded: verbatim('Nothing was sent.'),
  notSeenYetRemedy: verbatim('Wait.'),
}

export const actions = actionsOf([turnOn], { rights: 'you', operations: 'you', services: 'you', says })

const said = { owner: 'you', why: verbatim('It matters.'), remedy: verbatim('Do it.'), source: 'handbook' } as const

const isOn: Check<Feature | undefined> = {
  ...said,
  key: 'feature-on',
  id: 'F-X01',
  part: 'feature',
  judge: (feature) =>
    feature && {
      status: feature.state === 'on' ? 'pass' : 'fail',
      title: verbatim(feature.state === 'on' ? 'The feature is on' : 'The feature is off'),
      seen: verbatim(feature.state),
      putRightBy: ['turn-on-feature'],
    },
}

const peopleWereTold: Check<Feature | undefined> = {
  ...said,
  key: 'people-told',
  id: 'F-X02',
  part: 'people',
  judge: () => ({ status: 'unknown', title: verbatim('Were people told?'), seen: verbatim('No service knows.'), attestable: true }),
}

const guide = (title: string, part: string, proof: string): Guide => ({
  title: verbatim(title),
  outcome: verbatim(`${title}: done`),
  what: verbatim('What.'),
  why: verbatim('Why.'),
  happens: verbatim('It turns on.'),
  who: ['you'],
  takes: verbatim('Ten minutes'),
  whySections: [],
  byHand: [],
  whileYouWait: [],
  waits: [],
  pitfalls: [],
  contradictions: [],
  sources: ['handbook'],
  parts: [{ part, title: verbatim(part), proof: [proof] }],
  choice: { first: verbatim('Choose an environment.'), announced: verbatim('an environment') },
})

const turningOn = (environmentId: string): TurnOn => ({ kind: 'turn-on-feature', environmentId })

function step(id: string, words: Guide, check: Check<Feature | undefined>, writes: boolean): SequenceDefinition<Observing> {
  return {
    id,
    guide: words,
    checks: [check],
    async observe({ services, choices: { environmentId }, now }): Promise<Reading> {
      const feature = environmentId === undefined ? undefined : valueIn(await services.read())
      const missing = environmentId === undefined || !writes || feature?.state !== 'off'
      return {
        stepId: id,
        readAt: now,
        findings: environmentId === undefined ? [] : judge([check], feature, now),
        plan: missing ? [] : [turningOn(environmentId)],
        ...(writes && feature?.state === 'turning-on' ? { underway: { kind: 'feature-turning-on', since: feature.since ?? now } } : {}),
        choiceMissing: environmentId === undefined,
        picture: { kind: 'none' },
        note: verbatim(feature?.state ?? ''),
        ...(environmentId === undefined ? {} : { environment: { id: environmentId, displayName: 'contoso-test' } }),
        found: {},
      }
    },
  }
}

const STEPS = [
  step('turn-on', guide('Turn on the feature', 'feature', 'feature-on'), isOn, true),
  step('confirm', guide('Confirm it', 'people', 'people-told'), peopleWereTold, false),
]

const nothing = (id: string): never => {
  throw new Error(`This procedure has no ${id}`)
}

/** Reads one of its steps. */
export const observe = (id: string, observing: Observing): Promise<Reading> =>
  (STEPS.find((each) => each.id === id) ?? nothing(id)).observe(observing)

export const SECOND: Procedure = {
  steps: STEPS,
  operations: [],
  actions,
  decisions: [],
  environment: { isId: (id) => id.startsWith('e'), keptForAnother: () => ({}) },
  stored: { chosen: {}, choices: {} },
  isInPlace: () => false,
  provableOnWord: [],
  references: {
    sourceOf: () => ({ title: 'Handbook', url: 'https://handbook.example/feature' }),
    placesOf: () => [],
    linkTitle: nothing,
    waitOf: nothing,
    contradictionOf: nothing,
  },
  owners: [{ id: 'you' }],
  words: {
    coverage: verbatim('What it reaches'),
    landscape: verbatim('Around it'),
    operations: verbatim('Manage the feature'),
    operationsClosed: verbatim('Available when it is on'),
    chooseOperation: verbatim('Choose'),
    checkingAll: verbatim('Checking both steps'),
    allVerified: ({ title }) => title,
  },
  fileName: 'feature',
  reportWords: async () => ({
    heading: verbatim('The feature: evidence'),
    pageTitle: () => verbatim('The feature: evidence'),
    operation: ({ title }) => title,
    acknowledged: verbatim('Known gaps'),
    waits: verbatim('Checks at the service'),
    ruleOf: () => 'handbook',
  }),
  letter: {
    about: ({ title }) => title,
    aboutUnnamed: ({ title }) => title,
    preparing: () => verbatim('We turn a feature on.'),
    preparingInTenant: () => verbatim('We turn a feature on.'),
    anEnvironment: verbatim('an environment'),
  },
  drift: { values: {}, statuses: {}, subjects: [], cautions: [], urgent: [], wordOf: () => undefined },
}
