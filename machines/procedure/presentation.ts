import { defined } from '../defined.ts'
import type { Reading } from '../engine/step/proof.ts'
import { newestEnvironment, type WizardContext } from '../engine/wizard/context.ts'
import type { Beside, OnScreen, Presentation } from '../engine/wizard/presentation.ts'
import type { StepRecord } from '../engine/wizard/step-record.ts'
import type { StepPhase } from '../engine/wizard/view-of-step.ts'
import type { DisplayText } from '../messages/message.ts'
import { calendarIn } from './calendar/calendar.ts'
import { outageIn } from './calendar/outage.ts'
import { requestedIn } from './change-request.ts'
import type { Choices } from './choices.ts'
import { closingWords } from './closing/closing.ts'
import { coverageView } from './coverage/view.ts'
import { parseResourceId } from './ids.ts'
import { type MapElement, PROVED_BY } from './key-map/elements.ts'
import { keyDates, keyMapView } from './key-map/key-map-view.ts'
import type { MapState } from './key-map/state.ts'
import type { KeyMapView, MapElementView } from './key-map/view.ts'
import { landscapeView } from './landscape/view.ts'
import { LISTED_AS } from './listed-as.ts'
import { isPicture, type StepPicture } from './picture.ts'
import { isOfAnotherTenant, OF_ANOTHER_TENANT } from './rights/home-tenant.ts'
import { type LatestEnd, latestEndOf, startHeadline } from './situation/headlines.ts'
import { ENDS_LOCK } from './situation/locked.ts'
import { situationIn } from './situation/view.ts'
import type { OwnView } from './view.ts'
import { whatIfView } from './what-if/view.ts'

// An element with a running operation has not failed.
const HOLDS: readonly MapState[] = ['verified', 'running']

const isInOrder = (part: MapElementView | undefined): boolean => part?.state === 'verified' || part?.state === 'checked'

const isWithDates = ({ running }: WizardContext, { page }: OnScreen): boolean =>
  page === 'closing' || (page === 'operations' && running === undefined)

/** Emergency: a locked environment with its deletion date. */
function emergencyIn(context: WizardContext, keyMap: KeyMapView | undefined): OwnView['beside']['emergency'] {
  const of = (name: MapElement) => keyMap?.elements.find(({ element }) => element === name)
  const text = of('app')?.outage
  const [way] = waysOf(context, [ENDS_LOCK])
  if (keyMap?.headline !== 'locked' || text === undefined || !way) return undefined
  return { ...way, text, ...(isInOrder(of('access')) && isInOrder(of('key')) ? { keyIsBack: true } : {}) }
}

const waysOf = ({ procedure }: WizardContext, operations: readonly string[]) =>
  procedure.operations.flatMap(({ id, guide: { title } }) => (operations.includes(id) ? [{ operation: id, title }] : []))

/** The environment is in another policy than the chosen one: the ways out. */
function otherPolicyIn(context: WizardContext, keyMap: KeyMapView | undefined): OwnView['beside']['otherPolicy'] {
  if (keyMap?.headline !== 'other-policy') return undefined
  const { policy, environmentId }: Choices = context.choices
  if (policy === undefined || environmentId === undefined) return undefined
  const held = parseResourceId(newestEnvironment(context)?.heldBy ?? '')
  return {
    text: keyMap.sentence,
    step: PROVED_BY.membership,
    environmentId,
    chosen: policy.policyName,
    ...(held ? { held: { subscriptionId: held.subscriptionId, resourceGroup: held.resourceGroup, policyName: held.name } } : {}),
    ways: waysOf(context, ['change', 'revert']),
  }
}

/** Key Map, own pages, and additions to the operations page. */
function beside(context: WizardContext, screen: OnScreen): Beside<OwnView['beside']> {
  const keyMap = keyMapView(context, screen)
  const coverage = screen.page === 'coverage' ? coverageView(context, screen.answering, screen.now) : undefined
  const landscape = screen.page === 'landscape' ? landscapeView(context, screen.checking) : undefined
  const whatIf = screen.page === 'operations' && context.running === undefined ? whatIfView(context) : undefined
  const calendar = isWithDates(context, screen)
    ? calendarIn(context, screen.now).map(({ key, title, at, on }) => ({ key, title, at, on }))
    : undefined
  const emergency = emergencyIn(context, keyMap)
  const otherPolicy = otherPolicyIn(context, keyMap)
  const situation = situationIn(context)
  const announcement = (coverage ?? landscape)?.announcement
  return {
    shown: {
      situation: situation.view,
      ...defined({
        keyMap,
        coverage,
        landscape,
        whatIf,
        calendar,
        emergency,
        otherPolicy,
        keyDates: screen.page === 'operations' ? keyDates(context) : undefined,
      }),
    },
    asks: situation.asks,
    holds: (stepId) => keyMap?.elements.every(({ step, state }) => step !== stepId || HOLDS.includes(state)) ?? true,
    ...defined({ announcement }),
  }
}

/** Only the chosen one of thousands of environments, because the whole view is sent after each change. */
function pictureOf(reading: Reading | undefined, phase: StepPhase): StepPicture {
  if (!reading || !isPicture(reading.picture)) return { kind: 'none' }
  const { picture } = reading
  if (picture.kind !== 'environments' || picture.chosen === undefined || phase === 'choosing') return picture
  return { ...picture, environments: picture.environments.filter(({ id }) => id === picture.chosen) }
}

/** Of the page's own wait, whichever environment it is about. */
function endOf({ pending }: StepRecord, phase: StepPhase, now: number): LatestEnd | undefined {
  const kind = pending && LISTED_AS.underWay(pending, LISTED_AS.environmentOf(pending) ?? '')
  return phase === 'waiting' && pending && kind ? latestEndOf({ kind, since: pending.since }, now) : undefined
}

const beginsIn = ({ schedule }: StepRecord, phase: StepPhase): DisplayText | undefined =>
  schedule && (phase === 'scheduled' || phase === 'confirming') ? startHeadline(schedule.window.from) : undefined

function preflight({ choices, preflight: read }: WizardContext): OwnView['preflight'] {
  const picture = read?.readings[0]?.picture
  const { policy: assumed }: Choices = read?.assumed ?? {}
  const choosing =
    choices.environmentId === undefined && picture && isPicture(picture) && picture.kind === 'environments' ? picture : undefined
  return {
    environments: choosing?.environments ?? [],
    ...defined({ unlisted: choosing?.problem }),
    ...(assumed ? { assumed: { vault: assumed.vaultName, key: assumed.keyName, policy: assumed.policyName } } : {}),
  }
}

export const PRESENTATION: Presentation<OwnView> = {
  start: {},
  beside,
  step: (record, phase, now) => ({
    picture: pictureOf(record.reading, phase),
    ...defined({ end: endOf(record, phase, now), begins: beginsIn(record, phase) }),
  }),
  preflight,
  closing: closingWords,
  calendar: calendarIn,
  outage: outageIn,
  requested: requestedIn,
  noteOn: (account) => (isOfAnotherTenant(account) ? OF_ANOTHER_TENANT : undefined),
}
