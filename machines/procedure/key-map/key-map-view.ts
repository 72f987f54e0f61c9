import { operationIds } from '../../engine/procedure.ts'
import type { FindingStatus } from '../../engine/step/finding.ts'
import { currentOf, isProved, type Reading } from '../../engine/step/proof.ts'
import { newestEnvironment, newestOfEnvironment, recordIn, type WizardContext } from '../../engine/wizard/context.ts'
import { countsBeside, foreseeing, newestOf, showsAllSteps } from '../../engine/wizard/foreseeing.ts'
import type { OnScreen } from '../../engine/wizard/presentation.ts'
import { countsOn } from '../../engine/wizard/stages.ts'
import { present } from '../../present.ts'
import type { Choices, PolicyChoices } from '../choices.ts'
import { policyId, sameId } from '../ids.ts'
import { rotateFrom } from '../next-version.ts'
import { STEP_IDS, type StepId } from '../procedure.ts'
import { type MapElement, PROVED_BY } from './elements.ts'
import { type KeyMapFacts, keyMap, mapHeadline } from './key-map.ts'
import { type ShownThings, thingsOf } from './shown.ts'
import type { KeyDates, KeyMapView } from './view.ts'

type Readings = KeyMapFacts['states']['readings']

/** The newest reading of each step that counts on the page. */
function readingsOf({ procedure, steps, preflight }: WizardContext, environment: Reading['environment'], page: OnScreen['page']): Readings {
  const beside = foreseeing(preflight?.readings ?? [])
  const entries = STEP_IDS.flatMap((stepId) => {
    const reading = newestOf(stepId, steps[stepId]?.reading, countsBeside(procedure, stepId, page) ? beside : [], page)
    // It says that the environment is in a policy, and one that is newer says otherwise.
    const contradicted =
      stepId === 'membership' &&
      reading?.environment !== undefined &&
      environment !== undefined &&
      (reading.environment.heldBy ?? environment.heldBy) !== undefined &&
      !sameId(reading.environment.heldBy, environment.heldBy)
    return reading && !contradicted ? [[stepId, reading] as const] : []
  })
  return Object.fromEntries(entries)
}

/** Steps that are not proved by their own page, and were read beside it: what is in order there is not done. */
const besideIn = ({ steps, attestations }: WizardContext, readings: Readings): readonly StepId[] =>
  STEP_IDS.filter((stepId) => readings[stepId] !== steps[stepId]?.reading && !isProved(steps[stepId]?.reading, attestations))

/** What the steps and the operations saw, the newest last. */
const thingsIn = (readings: Readings, { operations, choices }: WizardContext): ShownThings =>
  Object.assign(
    {},
    ...[
      ...STEP_IDS.flatMap((stepId) => readings[stepId] ?? []),
      ...Object.values(operations).flatMap(({ reading }) =>
        sameId(reading?.environment?.id, choices.environmentId) ? (reading ?? []) : [],
      ),
    ]
      .sort((a, b) => a.readAt - b.readAt)
      .map(({ things }) => thingsOf(things)),
  )

/** What was seen last of the things on the map, on every page after the first check. */
export const newestThings = (context: WizardContext): ShownThings =>
  thingsIn(readingsOf(context, newestEnvironment(context), 'step'), context)

const policyIdOf = ({ subscriptionId, resourceGroup, policyName }: PolicyChoices): string =>
  policyId(subscriptionId, resourceGroup, policyName)

/** Of what was seen, the policy that holds the environment and its key, if that is the one that was read. */
function onlyOf({ policy, vault, key, ...others }: ShownThings, heldBy: string | undefined): ShownThings {
  return policy !== undefined && policy !== 'absent' && sameId(policy.id, heldBy)
    ? { ...others, ...present({ policy, vault, key }) }
    : others
}

/** The readings that still count. */
const currentIn = (readings: Readings): Readings =>
  Object.fromEntries(Object.entries(readings).filter(([, reading]) => reading.oldSince === undefined))

/** The steps whose newest reading a change has made old, with its time. */
const oldIn = (readings: Readings): Partial<Record<StepId, number>> =>
  Object.fromEntries(STEP_IDS.flatMap((stepId) => (readings[stepId]?.oldSince === undefined ? [] : [[stepId, readings[stepId].oldSince]])))

const accessIn = (reading: Reading | undefined): FindingStatus | undefined =>
  reading?.findings.find(({ key }) => key === 'key-access')?.status

/** Of the policy that holds the environment: one that was only chosen locks nothing. */
function isKeyLost(policy: Reading | undefined, environment: Reading['environment']): boolean {
  const [holds, read] = [environment?.heldBy, policy?.found.policyId]
  return holds !== undefined && read !== undefined && sameId(holds, read) && accessIn(policy) === 'fail'
}

/** What is there, as far as it was read. */
function existing(
  things: ShownThings,
  readings: Readings,
  environment: Reading['environment'],
  isChosen: boolean,
): Partial<Record<MapElement, boolean>> {
  const is = (seen: object | 'absent' | undefined) => (seen === undefined ? undefined : seen !== 'absent')
  const access = accessIn(readings.policy)
  const held = environment === undefined ? undefined : environment.heldBy !== undefined
  // With no names chosen, and the environment in no policy, there is nothing that could be theirs.
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

/** Whether the environment is locked, as the map says it; nothing where neither that nor its key was read. */
export function isLocked(context: WizardContext): boolean | undefined {
  const facts = factsOfMap(context, { page: 'step', checking: false })
  // Asked with each save: nothing locks an environment that is in no policy, whatever the rest of the map says.
  const locked = facts.states.exists.membership === true && mapHeadline(facts) === 'locked'
  return locked || (recordIn(context, PROVED_BY.access).reading ? false : undefined)
}

/** The dates of the key on the map, by what the map is drawn from; nothing where no key was read. */
export function keyDates(context: WizardContext): KeyDates | undefined {
  const { vault, key, rotation } = newestThings(context)
  if (vault === undefined || vault === 'absent' || key === undefined || key === 'absent') return undefined
  const { name, expires, createdAt } = key
  return {
    vault: vault.name,
    key: name,
    ...present({ expires, rotateFrom: rotateFrom({ expires, renewsAt: rotation?.renewsAt }), createdAt }),
  }
}

/** The map is of one environment: what is done to another one is not on it. */
const isOfChosen = (done: object, { environmentId }: Choices): boolean =>
  !('environmentId' in done) || environmentId === undefined || sameId(String(done.environmentId), environmentId)

type MapOnScreen = Omit<OnScreen, 'now' | 'answering'>

/** The Key Map of the tenant that is open. */
export const keyMapView = (context: WizardContext, screen: MapOnScreen): KeyMapView => keyMap(factsOfMap(context, screen))

function factsOfMap(context: WizardContext, { page, step, checking, checkedAt, writing }: MapOnScreen): KeyMapFacts {
  const { steps, operations, operation, choices, attestations, lastStep } = context
  const read = newestOfEnvironment(context)
  const environment = read?.environment
  const { told } = choices
  const { policy: wanted }: Choices = { ...(showsAllSteps(page) ? context.preflight?.assumed : undefined), ...choices }
  const newest = readingsOf(context, environment, page)
  const seen = thingsIn(newest, context)
  // The map is of the policy that the environment is in: another one that was chosen is not drawn as the one in use.
  const inOther = wanted !== undefined && environment?.heldBy !== undefined && !sameId(policyIdOf(wanted), environment.heldBy)
  const chosen = inOther ? undefined : wanted
  const things = inOther ? onlyOf(seen, environment.heldBy) : seen
  const readings = currentIn(newest)
  const shown = operation === undefined ? undefined : recordIn(context, operation).reading
  const pending = [
    // A reading that sees the environment linked shows that its encryption has ended, before its own page has heard of it.
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
      locked: things.environment?.locked === true,
      keyLost: isKeyLost(readings.policy, environment),
      exists: existing(things, readings, currentOf(read)?.environment, chosen !== undefined),
    },
    cards: {
      ...things,
      environmentChosen: choices.environmentId !== undefined,
      ...present({
        chosen,
        environmentTold: sameId(told?.environment.id, choices.environmentId) ? told?.environment.displayName : undefined,
      }),
      ...(environment?.heldBy === undefined ? {} : { holdingPolicyId: environment.heldBy }),
    },
  }
}
