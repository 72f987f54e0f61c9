import { defined } from '../../defined.ts'
import { partsOf } from '../../engine/wizard/parts.ts'
import { type AskedCounts, asked } from '../../engine/wizard/step-asks.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import { describeAction } from '../action.ts'
import { actions } from '../actions/registry.ts'
import type { LinkId } from '../links/link-ids.ts'
import { LINK_TITLES } from '../links/links.ts'
import { guideOf, STEP_IDS } from '../procedure.ts'
import { isKeyYours } from '../steps/membership/key-in-use.ts'
import { deletionOf } from '../steps/membership/link.ts'
import { type CardFacts, cardOf, isInHsm } from './cards.ts'
import { elementOfPart, MAP_ELEMENTS, MAP_LINES, type MapElement, PROVED_BY } from './elements.ts'
import { answers, cards, counts, kinds, onWord, questions, running, sentences, states, facts as words } from './messages.ts'
import { policyNameIn } from './shown.ts'
import { countedPlan, type ElementState, elementState, isEncrypting, isInPlan, isRotating, type MapFacts, runningIn } from './state.ts'
import type { KeyMapView, MapAbout, MapElementView, MapHeadline } from './view.ts'

export interface KeyMapFacts {
  readonly states: MapFacts
  readonly cards: CardFacts
  readonly checking: boolean
  readonly asked: AskedCounts
  /** Last check as shown beside the map, in epoch milliseconds; absent if the page shows none. */
  readonly checkedAt?: number | undefined
}

type States = Readonly<Record<MapElement, ElementState>>

const isInOrder = ({ state }: ElementState): boolean => state === 'verified' || state === 'checked'

/** Headline for an environment in a policy while not everything is verified. */
function headlineInPolicy(states: States, inOther: boolean): MapHeadline {
  if (inOther) return 'other-policy'
  if (states.access.state === 'action-required') return 'locked'
  // The environment's policy was replaced by another of the same name.
  return states.membership.state === 'action-required' ? 'not-connected' : 'connected'
}

/** The map's summary. The lock closes only when all seven are verified and the environment reports the customer's key. */
function headlineOf(states: States, { states: facts, cards }: KeyMapFacts): MapHeadline {
  const verified = MAP_ELEMENTS.filter((element) => states[element].state === 'verified')
  if (isEncrypting(facts, 'link')) return 'encrypting'
  if (isEncrypting(facts, 'unlink')) return 'leaving'
  // Even with its key back, until a person re-enables it.
  if (facts.exists.membership === true && (facts.locked || facts.keyLost)) return 'locked'
  if (facts.failed) return 'failed'
  if (verified.length === MAP_ELEMENTS.length) return isKeyYours(facts.readings.membership?.findings ?? []) ? 'encrypted' : 'linked'
  // Unread: its policy is unknown.
  if (cards.environmentChosen && facts.exists.membership === undefined) return 'not-checked'
  if (facts.exists.membership === true) return headlineInPolicy(states, facts.inOther === true)
  const isReady = MAP_ELEMENTS.every((element) => element === 'membership' || states[element].state === 'verified')
  if (isReady && states.membership.state !== 'action-required') return 'ready'
  return MAP_LINES.some((line) => isInOrder(states[line])) ? 'not-connected' : 'nothing'
}

function countsOf({ action, confirm }: AskedCounts, headline: MapHeadline, facts: MapFacts): Pick<KeyMapView, 'counts'> {
  // Running work is no longer planned.
  const isUnderWay = headline === 'encrypting' || headline === 'leaving'
  const planned = isUnderWay ? 0 : countedPlan(facts).length
  const told: readonly DisplayText[] = [
    ...(action > 0 ? [asked.action({ count: action })] : []),
    ...(confirm > 0 ? [asked.confirm({ count: confirm })] : []),
    ...(planned > 0 ? [asked.planned({ count: planned })] : []),
    ...(isRotating(facts) ? [counts.rotating] : []),
  ]
  if (told.length > 0) return { counts: counts.list({ counts: told }) }
  return isUnderWay ? { counts: counts.outage } : {}
}

/** Confirmed by a person only, because no service let the account read it. */
const isOnlyTold = (element: MapElement, state: ElementState, { exists }: MapFacts): boolean =>
  state.onWord && isInOrder(state) && exists[element] === undefined

/** Cards name the running work: "Running" would read as "is up". */
function wordOf(element: MapElement, elementState: ElementState, headline: MapHeadline, facts: MapFacts): DisplayText {
  const { state } = elementState
  if (isOnlyTold(element, elementState, facts)) return onWord
  if (element === 'membership' && headline === 'encrypted') return running.encrypted
  if (element === 'membership' && headline === 'failed') return states.failed
  if (state !== 'running' || MAP_LINES.includes(element)) return states[state]
  if (headline === 'encrypting') return running.encrypting
  if (headline === 'leaving') return running.changingKey
  if (runningIn(element, facts) === 'written') return facts.exists[element] === true ? running.changing : running.creating
  // A policy's running work is the provider registration.
  return element === 'policy' ? running.registering : running.changing
}

function outlineOf(element: MapElement, state: ElementState, facts: MapFacts): MapElementView['outline'] {
  if (facts.exists[element] === true || isInOrder(state)) return 'solid'
  return isInPlan(element, facts) ? 'ghost' : 'dashed'
}

function deletionIn({ environment, key }: CardFacts, readAt: number): DisplayText {
  const { days, at } = deletionOf({ type: environment?.type, keyExpires: key === 'absent' ? undefined : key?.expires, readAt })
  return at === undefined ? cards.lockedFor({ days }) : cards.lockedUntil({ at })
}

const isEnabled = ({ states: { readings } }: KeyMapFacts): boolean =>
  readings.membership?.findings.some(({ key, status }) => key === 'environment-running' && status === 'pass') === true

/** Users are offline during encryption (with a documented limit), during removal, and while the key can't be used. */
function outageOf(element: MapElement, headline: MapHeadline, facts: KeyMapFacts, readAt: number): Pick<MapElementView, 'outage'> {
  if (element !== 'app') return {}
  if (headline === 'locked') return { outage: deletionIn(facts.cards, readAt) }
  if (headline === 'encrypting') return { outage: cards.offline }
  if (headline === 'leaving') return { outage: cards.offlineUnbounded }
  if (headline === 'failed') return isEnabled(facts) ? {} : { outage: cards.mayBeOffline }
  const planned = countedPlan(facts.states).filter((action) => describeAction(action).usersCutOff)
  if (planned.length === 0) return {}
  return { outage: planned.some(({ kind }) => kind === 'unlink-environment') ? cards.offlineUnboundedPlanned : cards.offlinePlanned }
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

function aboutOf(element: MapElement, state: ElementState, { states: { exists, oldSince }, cards: facts }: KeyMapFacts): MapAbout {
  const step = PROVED_BY[element]
  const old = oldSince?.[step]
  const linkId = element === 'app' && facts.app !== 'absent' && facts.app?.kind === 'unified' ? 'admin-center-environment' : LINKS[element]
  return {
    question: questions[element],
    text: answers[element],
    facts: [
      ...idsOf(element, facts),
      { label: words.provedBy, value: words.step({ number: STEP_IDS.indexOf(step) + 1, title: guideOf(step).title }), id: false },
      ...(old === undefined ? [] : [{ label: words.lastCheck, value: words.beforeChange({ at: old }), id: false }]),
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

function sentenceOf(headline: MapHeadline, states: States, { states: { keyLost }, cards: { holdingPolicyId } }: KeyMapFacts): DisplayText {
  const isLost = keyLost || [states.access, states.key].some(({ state }) => state === 'action-required')
  if (headline === 'locked' && !isLost) return sentences.lockedStill
  if (headline !== 'connected' && headline !== 'other-policy') return sentences[headline]
  if (holdingPolicyId === undefined) return sentences.unnamed
  return sentences[headline]({ policy: policyNameIn(holdingPolicyId) })
}

export const mapHeadline = (facts: KeyMapFacts): MapHeadline => headlineOf(statesOf(facts.states), facts)

/** The map from this session's readings. Pure. */
export function keyMap(facts: KeyMapFacts): KeyMapView {
  const { states: mapFacts, cards: cardFacts, checking } = facts
  const byElement = statesOf(mapFacts)
  const parts = STEP_IDS.flatMap((stepId) => partsOf(guideOf(stepId), actions, mapFacts.readings[stepId], mapFacts.attestations))
  const headline = headlineOf(byElement, facts)
  const readAt = STEP_IDS.flatMap((stepId) => mapFacts.readings[stepId]?.readAt ?? [])
  const checkedAt = facts.checkedAt ?? (readAt.length > 0 ? Math.max(...readAt) : undefined)
  return {
    headline,
    sentence: sentenceOf(headline, byElement, facts),
    ...countsOf(facts.asked, headline, mapFacts),
    ...defined({ checkedAt }),
    checking,
    elements: MAP_ELEMENTS.map((element): MapElementView => {
      const state = byElement[element]
      return {
        element,
        form: MAP_LINES.includes(element) ? 'line' : 'card',
        kind: element === 'key' && isInHsm(cardFacts) ? kinds.keyInHsm : kinds[element],
        state: state.state,
        word: wordOf(element, state, headline, mapFacts),
        ...defined({ count: state.count }),
        outline: outlineOf(element, state, mapFacts),
        ...cardOf(element, { ...cardFacts, onWord: isOnlyTold(element, state, mapFacts) }),
        ...outageOf(element, headline, facts, checkedAt ?? 0),
        step: PROVED_BY[element],
        parts: parts.filter(({ part }) => elementOfPart(part) === element),
        about: aboutOf(element, state, facts),
      }
    }),
  }
}
