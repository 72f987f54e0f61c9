import { defined } from '../../defined.ts'
import { oncePer } from '../../engine/once-per.ts'
import { operationIds } from '../../engine/procedure.ts'
import { failedIn } from '../../engine/situation/carried-out.ts'
import type { FindingStatus } from '../../engine/step/finding.ts'
import { currentOf, isProved, type Reading } from '../../engine/step/proof.ts'
import { newestEnvironment, newestOfEnvironment, operationIn, recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { countsBeside, foreseeing, newestOf, showsAllSteps } from '../../engine/wizard/foreseeing.ts'
import type { OnScreen } from '../../engine/wizard/presentation.ts'
import { countsOn } from '../../engine/wizard/stages.ts'
import type { Choices } from '../choices.ts'
import { sameId } from '../ids.ts'
import { LISTED_AS } from '../listed-as.ts'
import { rotateFrom } from '../next-version.ts'
import { isElsewhere, isInPolicy } from '../other-policy.ts'
import { STEP_IDS, type StepId } from '../procedure.ts'
import { type MapElement, PROVED_BY } from './elements.ts'
import { type KeyMapFacts, keyMap, mapHeadline } from './key-map.ts'
import { type ShownThings, thingsOf } from './shown.ts'
import type { KeyDates, KeyMapView } from './view.ts'

type Readings = KeyMapFacts['states']['readings']

/** Latest reading of each step that counts on the page. */
function readingsOf({ procedure, steps, preflight }: WizardContext, page: OnScreen['page']): Readings {
  const beside = foreseeing(preflight?.readings ?? [])
  const entries = STEP_IDS.flatMap((stepId) => {
    const reading = newestOf(stepId, steps[stepId]?.reading, countsBeside(procedure, stepId, page) ? beside : [], page)
    return reading ? [[stepId, reading] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Steps read beside others, before their own page verified them. */
const besideIn = ({ steps, attestations }: WizardContext, readings: Readings): readonly StepId[] =>
  STEP_IDS.filter((stepId) => readings[stepId] !== steps[stepId]?.reading && !isProved(steps[stepId]?.reading, attestations))

/** Which readings are about the policy and key that the environment has, or else is to have. */
export function ofItsPolicy(context: WizardContext, { policy: wanted }: Choices = context.choices): (reading: Reading) => boolean {
  const heldBy = newestEnvironment(context)?.heldBy
  const inOther = isElsewhere(wanted, heldBy)
  return ({ things, found }) => {
    const { policy } = thingsOf(things)
    const id = policy === undefined || policy === 'absent' ? found.policyId : policy.id
    return heldBy === undefined || (id === undefined ? !inOther : sameId(id, heldBy))
  }
}

function thingsIn(readings: Readings, { operations, choices }: WizardContext, isOfIt: (reading: Reading) => boolean): ShownThings {
  const ofEnvironment = Object.values(operations).flatMap(({ reading }) =>
    sameId(reading?.environment?.id, choices.environmentId) ? (reading ?? []) : [],
  )
  const shown = [...STEP_IDS.flatMap((stepId) => readings[stepId] ?? []), ...ofEnvironment]
    .sort((a, b) => a.readAt - b.readAt)
    .map((reading) => {
      const { policy, vault, key, rotation, losses, ...others } = thingsOf(reading.things)
      return { ...others, ...(isOfIt(reading) ? defined({ policy, vault, key, rotation, losses }) : {}) }
    })
  return Object.assign({}, ...shown)
}

export const newestThings = (context: WizardContext): ShownThings => thingsIn(readingsOf(context, 'step'), context, ofItsPolicy(context))

/** The same without what something has touched since it was read. */
export function currentThings(context: WizardContext): ShownThings {
  const isOfIt = ofItsPolicy(context)
  return thingsIn(readingsOf(context, 'step'), context, (reading) => reading.oldSince === undefined && isOfIt(reading))
}

const currentIn = (readings: Readings): Readings =>
  Object.fromEntries(Object.entries(readings).filter(([, reading]) => reading.oldSince === undefined))

/** Steps whose latest reading a change made outdated, with the time of the change. */
const oldIn = (readings: Readings): Partial<Record<StepId, number>> =>
  Object.fromEntries(STEP_IDS.flatMap((stepId) => (readings[stepId]?.oldSince === undefined ? [] : [[stepId, readings[stepId].oldSince]])))

const accessIn = (reading: Reading | undefined): FindingStatus | undefined =>
  reading?.findings.find(({ key }) => key === 'key-access')?.status

/** Only the policy that holds the environment can lock it. */
function isKeyLost(policy: Reading | undefined, environment: Reading['environment']): boolean {
  const [holds, read] = [environment?.heldBy, policy?.found.policyId]
  return holds !== undefined && read !== undefined && sameId(holds, read) && accessIn(policy) === 'fail'
}

/** The last encryption ended without success, and step 4 isn't proved since. */
function isFailed({ steps: { membership }, attestations, choices }: WizardContext): boolean {
  const failed = membership && failedIn(LISTED_AS, choices.environmentId ?? '', membership)
  return failed?.kind === 'encrypting' && !isProved(membership?.reading, attestations)
}

/** Existence of each part, as far as read. */
function existing(
  things: ShownThings,
  readings: Readings,
  environment: Reading['environment'],
  isChosen: boolean,
): Partial<Record<MapElement, boolean>> {
  const is = (seen: object | 'absent' | undefined) => (seen === undefined ? undefined : seen !== 'absent')
  const access = accessIn(readings.policy)
  const held = environment && isInPolicy(environment)
  // Without chosen names or a policy, none of these exist.
  const unnamed = isChosen || held !== false ? undefined : false
  const given: Readonly<Record<FindingStatus, boolean | undefined>> = { pass: true, warning: true, fail: false, unknown: undefined }
  const known: Partial<Record<MapElement, boolean | undefined>> = {
    app: is(things.app),
    integration: is(things.app),
    environment: things.environment === undefined ? undefined : true,
    membership: held,
    policy: is(things.policy) ?? (held === true ? true : unnamed),
    key: things.vault === 'absent' || things.key === 'absent' ? false : is(things.vault) === true ? is(things.key) : unnamed,
    access: things.policy === 'absent' || things.vault === 'absent' ? false : (given[access ?? 'unknown'] ?? unnamed),
  }
  const told = Object.entries(known).filter(([, exists]) => exists !== undefined)
  return Object.fromEntries(told)
}

/** Whether the map shows the environment as locked; undefined if neither it nor its key was read. */
export const isLocked = oncePer(function isLocked(context: WizardContext): boolean | undefined {
  const facts = factsOfMap(context, { page: 'step', checking: false })
  // Runs with each view and each save: an environment outside a policy can't be locked.
  const locked = facts.states.exists.membership === true && mapHeadline(facts) === 'locked'
  return locked || (recordIn(context, PROVED_BY.access).reading ? false : undefined)
})

/** Whether the environment is in another policy than the chosen one; undefined if it wasn't read. */
export function isInOtherPolicy(context: WizardContext): boolean | undefined {
  const read = currentOf(newestOfEnvironment(context))
  const { policy }: Choices = context.choices
  return read && isElsewhere(policy, read.environment?.heldBy)
}

/** The map's key dates; undefined if no key was read. */
export function keyDates(context: WizardContext): KeyDates | undefined {
  const { vault, key, rotation } = newestThings(context)
  if (vault === undefined || vault === 'absent' || key === undefined || key === 'absent') return undefined
  const { name, expires, createdAt } = key
  return {
    vault: vault.name,
    key: name,
    ...defined({ expires, rotateFrom: rotateFrom({ expires, renewsAt: rotation?.renewsAt }), createdAt }),
  }
}

/** The map covers one environment: changes to another aren't on it. */
const isOfChosen = (done: object, { environmentId }: Choices): boolean =>
  !('environmentId' in done) || environmentId === undefined || sameId(String(done.environmentId), environmentId)

type MapOnScreen = Omit<OnScreen, 'now' | 'answering'>

export const keyMapView = (context: WizardContext, screen: MapOnScreen): KeyMapView => keyMap(factsOfMap(context, screen))

function factsOfMap(context: WizardContext, { page, step, checking, checkedAt, writing }: MapOnScreen): KeyMapFacts {
  const { steps, operations, choices, attestations, lastStep } = context
  const operation = operationIn(context)
  const read = newestOfEnvironment(context)
  const environment = read?.environment
  const { told } = choices
  const assumed: Choices = { ...(showsAllSteps(page) ? context.preflight?.assumed : undefined), ...choices }
  const newest = readingsOf(context, page)
  // The map shows the policy that the environment is in, not a different chosen one.
  const inOther = isElsewhere(assumed.policy, environment?.heldBy)
  const chosen = inOther ? undefined : assumed.policy
  const things = thingsIn(newest, context, ofItsPolicy(context, assumed))
  const readings = currentIn(newest)
  const shown = operation === undefined ? undefined : recordIn(context, operation).reading
  const pending = [
    // A reading with a finished link ends the encryption before its own page is read.
    ...STEP_IDS.flatMap((stepId) =>
      stepId === 'membership' && currentOf(read)?.environment?.linked ? [] : (steps[stepId]?.pending ?? readings[stepId]?.underway ?? []),
    ),
    ...operationIds(context.procedure).flatMap((id) => operations[id]?.pending ?? []),
  ].filter((each) => isOfChosen(each, choices))
  return {
    checking,
    checkedAt,
    asked: countsOn(context, page, step),
    states: {
      readings,
      inOther,
      oldSince: oldIn(newest),
      beside: besideIn(context, readings),
      attestations,
      until: STEP_IDS.find((stepId) => stepId === (step ?? lastStep)) ?? 'membership',
      operationPlan: (shown?.plan ?? []).filter((action) => isOfChosen(action, choices)),
      pending,
      ...(writing && isOfChosen(writing, choices) ? { writing } : {}),
      failed: isFailed(context),
      locked: things.environment?.locked === true,
      keyLost: isKeyLost(readings.policy, environment),
      exists: existing(things, readings, currentOf(read)?.environment, chosen !== undefined),
    },
    cards: {
      ...things,
      environmentChosen: choices.environmentId !== undefined,
      ...defined({
        chosen,
        environmentTold: sameId(told?.environment.id, choices.environmentId) ? told?.environment.displayName : undefined,
      }),
      ...(environment?.heldBy === undefined ? {} : { holdingPolicyId: environment.heldBy }),
    },
  }
}
