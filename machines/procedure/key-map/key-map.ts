import { DAY } from '../../engine/durations.ts'
import { partsOf } from '../../engine/wizard/parts.ts'
import { type AskedCounts, asked } from '../../engine/wizard/step-asks.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { present } from '../../present.ts'
import { describeAction } from '../action.ts'
import { actions } from '../actions/registry.ts'
import type { LinkId } from '../link-ids.ts'
import { LINK_TITLES } from '../links.ts'
import { guideOf, STEP_IDS } from '../procedure.ts'
import { isKeyYours } from '../steps/membership/key-in-use.ts'
import { deletedAfterDays } from '../steps/membership/link.ts'
import { type CardFacts, cardOf, isInHsm } from './cards.ts'
import { elementOfPart, MAP_ELEMENTS, MAP_LINES, type MapElement, PROVED_BY } from './elements.ts'
import { answers, cards, counts, kinds, questions, running, sentences, states, facts as words } from './messages.ts'
import { countedPlan, type ElementState, elementState, isEncrypting, isInPlan, type MapFacts } from './state.ts'
import type { KeyMapView, MapAbout, MapElementView, MapHeadline } from './view.ts'

export interface KeyMapFacts {
  readonly states: MapFacts
  readonly cards: CardFacts
  readonly checking: boolean
  /** What the stage on screen asks for: the list of steps and the page say the same. */
  readonly asked: AskedCounts
  /** When the page beside the map says that it was last checked, in epoch milliseconds; absent where the page says nothing of it. */
  readonly checkedAt?: number | undefined
}

type States = Readonly<Record<MapElement, ElementState>>

const isInOrder = ({ state }: ElementState): boolean => state === 'verified' || state === 'checked'

/** What the map says as a whole. The lock only closes when all seven are verified and the environment says that the key is yours. */
function headlineOf(states: States, { states: facts }: KeyMapFacts): MapHeadline {
  const verified = MAP_ELEMENTS.filter((element) => states[element].state === 'verified')
  if (isEncrypting(facts, 'link')) return 'encrypting'
  if (isEncrypting(facts, 'unlink')) return 'leaving'
  // Also with its key back, until a person re-enables the environment.
  if (facts.exists.membership === true && facts.keyLost) return 'locked'
  if (verified.length === MAP_ELEMENTS.length) return isKeyYours(facts.readings.membership?.findings ?? []) ? 'encrypted' : 'linked'
  if (facts.exists.membership === true) return states.access.state === 'action-required' ? 'locked' : 'connected'
  const isReady = MAP_ELEMENTS.every((element) => element === 'membership' || states[element].state === 'verified')
  if (isReady && states.membership.state !== 'action-required') return 'ready'
  return MAP_LINES.some((line) => isInOrder(states[line])) ? 'not-connected' : 'nothing'
}

function countsOf({ action, confirm }: AskedCounts, headline: MapHeadline, facts: MapFacts): Pick<KeyMapView, 'counts'> {
  // What is under way is planned no more.
  const isUnderWay = headline === 'encrypting' || headline === 'leaving'
  const planned = isUnderWay ? 0 : countedPlan(facts).length
  const told: readonly DisplayText[] = [
    ...(action > 0 ? [asked.action({ count: action })] : []),
    ...(confirm > 0 ? [asked.confirm({ count: confirm })] : []),
    ...(planned > 0 ? [asked.planned({ count: planned })] : []),
  ]
  if (told.length > 0) return { counts: counts.list({ counts: told }) }
  return isUnderWay ? { counts: counts.outage } : {}
}

/** A card names what runs: "Running" on it would read as "is up". */
function wordOf(element: MapElement, { state }: ElementState, headline: MapHeadline): DisplayText {
  if (element === 'membership' && headline === 'encrypted') return running.encrypted
  if (state !== 'running' || MAP_LINES.includes(element)) return states[state]
  if (headline === 'encrypting') return running.encrypting
  if (headline === 'leaving') return running.changingKey
  return element === 'key' ? running.rotating : element === 'policy' ? running.registering : running.changing
}

function outlineOf(element: MapElement, state: ElementState, facts: MapFacts): MapElementView['outline'] {
  if (facts.exists[element] === true || isInOrder(state)) return 'solid'
  return isInPlan(element, facts) ? 'ghost' : 'dashed'
}

/**
 * When a locked environment is deleted. No service shows the day of the lock; a key that expired locked it on that day at the latest, and
 * then the day of the deletion is known.
 */
function deletionOf({ environment, key }: CardFacts, readAt: number): DisplayText {
  const days = deletedAfterDays(environment?.type ?? '')
  const expired = key !== 'absent' && key?.expires !== undefined && key.expires <= readAt ? key.expires : undefined
  return expired === undefined ? cards.lockedFor({ days }) : cards.lockedUntil({ at: expired + days * DAY })
}

/** The app is offline for its users while its data is encrypted anew, and when the key cannot be used. */
function outageOf(element: MapElement, headline: MapHeadline, facts: KeyMapFacts, readAt: number): Pick<MapElementView, 'outage'> {
  if (element !== 'app') return {}
  if (headline === 'locked') return { outage: deletionOf(facts.cards, readAt) }
  const cutsOff = countedPlan(facts.states).some((action) => describeAction(action).usersCutOff)
  return cutsOff || headline === 'encrypting' || headline === 'leaving' ? { outage: cards.offline } : {}
}

const LINKS: Readonly<Record<MapElement, LinkId>> = {
  app: 'lifecycle-services',
  integration: 'admin-center-environment',
  environment: 'admin-center-environment',
  membership: 'admin-center',
  policy: 'azure-policy',
  access: 'azure-vault',
  key: 'azure-vault',
}

function idsOf(element: MapElement, { app, environment, policy, vault, key, holdingPolicyId }: CardFacts): MapAbout['facts'] {
  const row = (label: DisplayText, value: string | undefined) => (value === undefined ? [] : [{ label, value: verbatim(value), id: true }])
  switch (element) {
    case 'app':
    case 'integration':
      return app === 'absent' ? [] : row(words.address, app?.url)
    case 'environment':
      return row(words.environmentId, environment?.id)
    case 'membership':
      return row(words.policyId, holdingPolicyId)
    case 'policy':
      return policy === 'absent' ? [] : row(words.resourceId, policy?.id)
    case 'access':
      return vault === 'absent' ? [] : row(words.vaultId, vault?.id)
    case 'key':
      return [...(vault === 'absent' ? [] : row(words.vaultId, vault?.id)), ...(key === 'absent' ? [] : row(words.keyId, key?.id))]
  }
}

function aboutOf(element: MapElement, state: ElementState, { states: { exists }, cards: facts }: KeyMapFacts): MapAbout {
  const step = PROVED_BY[element]
  const linkId = element === 'app' && facts.app !== 'absent' && facts.app?.kind === 'unified' ? 'admin-center-environment' : LINKS[element]
  return {
    question: questions[element],
    text: answers[element],
    facts: [
      ...idsOf(element, facts),
      { label: words.provedBy, value: words.step({ number: STEP_IDS.indexOf(step) + 1, title: guideOf(step).title }), id: false },
      ...(state.onWord ? [{ label: words.onWord, value: words.aPerson, id: false }] : []),
    ],
    findings: state.findings.map(({ key, title }) => ({ key, title })),
    ...(exists[element] === true ? { link: { id: linkId, title: LINK_TITLES[linkId] } } : {}),
  }
}

function statesOf(facts: KeyMapFacts['states']): States {
  return {
    app: elementState('app', facts),
    integration: elementState('integration', facts),
    environment: elementState('environment', facts),
    membership: elementState('membership', facts),
    policy: elementState('policy', facts),
    access: elementState('access', facts),
    key: elementState('key', facts),
  }
}

/** What the map says as a whole, without the rest of it: it is asked with each save. */
export const mapHeadline = (facts: KeyMapFacts): MapHeadline => headlineOf(statesOf(facts.states), facts)

/** The whole map, from the readings of this session. Pure: the list of steps and the findings follow from the same. */
export function keyMap(facts: KeyMapFacts): KeyMapView {
  const { states: mapFacts, cards: cardFacts, checking } = facts
  const byElement = statesOf(mapFacts)
  const parts = STEP_IDS.flatMap((stepId) => partsOf(guideOf(stepId), actions, mapFacts.readings[stepId], mapFacts.attestations))
  const headline = headlineOf(byElement, facts)
  const readAt = STEP_IDS.flatMap((stepId) => mapFacts.readings[stepId]?.readAt ?? [])
  const checkedAt = facts.checkedAt ?? (readAt.length > 0 ? Math.max(...readAt) : undefined)
  return {
    headline,
    sentence: sentences[headline],
    ...countsOf(facts.asked, headline, mapFacts),
    ...present({ checkedAt }),
    checking,
    elements: MAP_ELEMENTS.map((element): MapElementView => {
      const state = byElement[element]
      return {
        element,
        form: MAP_LINES.includes(element) ? 'line' : 'card',
        kind: element === 'key' && isInHsm(cardFacts) ? kinds.keyInHsm : kinds[element],
        state: state.state,
        word: wordOf(element, state, headline),
        ...present({ count: state.count }),
        outline: outlineOf(element, state, mapFacts),
        ...cardOf(element, cardFacts),
        ...outageOf(element, headline, facts, checkedAt ?? 0),
        step: PROVED_BY[element],
        parts: parts.filter(({ part }) => elementOfPart(part) === element),
        about: aboutOf(element, state, facts),
      }
    }),
  }
}
