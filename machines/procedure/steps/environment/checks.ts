import type { LifecycleOperation } from '#machines/engine/answer.ts'
import { HOUR } from '#machines/engine/durations.ts'
import { byFact, isKnownAs, wordIn } from '#machines/engine/fact.ts'
import type { Observation } from '#machines/engine/step/finding.ts'
import { fail, pass, question, warning } from '#machines/engine/step/observations.ts'
import { refusalOf, valueIn } from '#machines/engine/step/refusals.ts'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { type Check, textsOf } from '../../check.ts'
import { geographyOf } from '../../geography.ts'
import { couldNotRead } from '../../refusals.ts'
import { serviceWord, serviceWordOr } from '../../service-words.ts'
import type { Environment } from '../../services/services.ts'
import { hasEarlierKey, type KeyManager, keyManagerOf } from '../earlier-key.ts'
import { deletedAfterDays, isHeld, isLocked, isOff, linkStatusOf } from '../membership/link.ts'
import { existingLink } from './existing-link.ts'
import { type EnvironmentFacts, isKeyOperation, namesDiffer } from './facts.ts'
import { messages } from './messages.ts'
import { typeAllowed } from './type-allowed.ts'

const part = 'environment'

const isRunning = (operation: LifecycleOperation): boolean => operation.state === 'running' || operation.state === 'not-started'

const isLinking = (environment: Environment | undefined): boolean =>
  environment !== undefined && isKnownAs(linkStatusOf(environment), 'linking')

/** From either of the two places that report it; the key operation itself doesn't count. */
export function operationInTheWay(facts: EnvironmentFacts): { readonly type: DisplayText; readonly since?: string } | undefined {
  const ongoing = valueIn(facts.environment)?.ongoingOperation
  const listed = valueIn(facts.operations)?.find((operation) => isRunning(operation) && !isKeyOperation(operation.type))
  if (listed) return { type: verbatim(listed.typeDisplayName ?? listed.type), ...(listed.createdAt ? { since: listed.createdAt } : {}) }
  if (ongoing && !isKeyOperation(ongoing.type) && !isLinking(valueIn(facts.environment)))
    return { type: ongoing.type === undefined ? messages.unnamedKind : verbatim(ongoing.type) }
  return undefined
}

function keyOperationRuns(facts: EnvironmentFacts): boolean {
  const environment = valueIn(facts.environment)
  return isKeyOperation(environment?.ongoingOperation?.type) || isLinking(environment)
}

function organization(environment: Environment): Observation {
  const { dataverse } = environment
  if (!dataverse) return fail(messages.noOrganization, verbatim(environment.displayName))
  const name = dataverse.friendlyName ?? dataverse.uniqueName
  if (!name || !dataverse.instanceUrl)
    return fail(
      messages.organizationUnnamed,
      messages.organizationUnnamedSeen({ name: name ?? messages.none, address: dataverse.instanceUrl ?? messages.none }),
      { remedy: messages.waitForNames },
    )
  return pass(
    messages.organizationNamed({ name }),
    messages.organizationNamedSeen({ address: dataverse.instanceUrl, uniqueName: dataverse.uniqueName ?? messages.notGiven }),
  )
}

/** Source: recorded answers of the admin API. */
const MANAGEMENT: Readonly<Record<string, 'ready' | 'not-ready'>> = { ready: 'ready', running: 'not-ready', notspecified: 'not-ready' }

function state(facts: EnvironmentFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const seen = messages.state({
    management: serviceWordOr(environment.managementState, messages.notGiven),
    runtime: serviceWordOr(environment.runtimeState, messages.notGiven),
  })
  if (keyOperationRuns(facts)) return pass(messages.beingEncrypted, seen)
  const { managementState } = environment
  const management = wordIn(MANAGEMENT, managementState)
  if (managementState === undefined || management.is !== 'known')
    return question(messages.stateUnsaid, seen, { remedy: messages.stateUnsaidRemedy })
  if (management.value === 'not-ready') return fail(messages.notReady({ state: serviceWord(managementState) }), seen)
  if (environment.runtimeState === undefined || isOff(environment) === undefined)
    return question(messages.runtimeUnsaid, seen, { remedy: messages.stateUnsaidRemedy })
  if (environment.runtimeState.toLowerCase() !== 'enabled')
    return warning(messages.readyButRuntime({ runtime: serviceWord(environment.runtimeState) }), seen, {
      remedy: messages.readyButRuntimeRemedy,
    })
  return pass(messages.ready, seen)
}

/** Before that, an added environment may be off without being locked: when it comes back isn't documented. */
const COMES_BACK_WITHIN = HOUR

const endedJustNow = ({ operations }: Pick<EnvironmentFacts, 'operations'>, now: number): boolean => {
  const newest = valueIn(operations)?.[0]
  const at = Date.parse(newest?.lastActionAt ?? newest?.createdAt ?? '')
  return newest !== undefined && isKeyOperation(newest.type) && now - at < COMES_BACK_WITHIN
}

/** The way to the operation, unless the environment may come back by itself. */
export const offerToReEnable = (facts: Pick<EnvironmentFacts, 'operations'>, now: number): Pick<Observation, 'offer'> =>
  endedJustNow(facts, now) ? {} : { offer: { event: 'GO_TO_PAGE', page: 'operations', title: messages.reEnable } }

/** The worst state of an environment in a policy: users are offline, and it is deleted if no one acts. */
function locked(facts: EnvironmentFacts, now: number): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment || !isHeld(environment)) return undefined
  const seen = messages.state({
    management: serviceWordOr(environment.managementState, messages.notGiven),
    runtime: serviceWordOr(environment.runtimeState, messages.notGiven),
  })
  const isEnvironmentLocked = isLocked(environment)
  if (isEnvironmentLocked === undefined) return question(messages.lockUnsaid, seen, { remedy: messages.lockUnsaidRemedy })
  if (!isEnvironmentLocked) return pass(messages.notLocked, seen)
  if (endedJustNow(facts, now)) return undefined
  return fail(messages.isLocked({ days: deletedAfterDays(environment.sku) }), seen, offerToReEnable(facts, now))
}

function selfManaged(environment: Environment): Observation | undefined {
  const { keyManagedBy, encryptionPolicy } = environment
  if (keyManagedBy === undefined || encryptionPolicy) return undefined
  const seen = messages.keyManagedBy({ manager: serviceWord(keyManagedBy) })
  const isUnknown = () => question(messages.isKeyOfMicrosoft, seen, { remedy: messages.isKeyOfMicrosoftRemedy })
  return byFact<KeyManager, Observation>(keyManagerOf(environment), {
    known: () => (hasEarlierKey(environment) ? warning(messages.selfManagedKey, seen) : pass(messages.noKeyYet, seen)),
    absent: isUnknown,
    unknown: isUnknown,
  })
}

/** @param since ISO 8601, as sent */
function startedAt(since: string): DisplayText {
  const at = Date.parse(since)
  return Number.isNaN(at) ? messages.startedAtWord({ since }) : messages.startedAt({ at })
}

export function idle(facts: EnvironmentFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment) return undefined
  const busy = operationInTheWay(facts)
  if (busy) return fail(messages.anotherOperationRunning({ type: busy.type }), busy.since ? startedAt(busy.since) : messages.namedAsOngoing)
  const refusal = refusalOf(facts.operations)
  const { ongoingOperation } = environment
  if (refusal && !ongoingOperation)
    return warning(messages.noOperationKnown, messages.operationsUnread({ error: refusal.message }), {
      remedy: messages.checkHistory,
      refusal,
    })
  return pass(
    keyOperationRuns(facts) ? messages.onlyEncryptionRuns : messages.noOtherOperation,
    ongoingOperation ? messages.ongoingNamed({ type: ongoingOperation.type ?? messages.unnamedOperation }) : messages.noOngoing,
  )
}

export const environmentChecks: readonly Check<EnvironmentFacts>[] = [
  {
    key: 'not-locked',
    id: 'F-A02',
    part,
    supersedes: ['environment-ready'],
    forbidsStep: true,
    owner: 'power-platform-administrator',
    why: messages.notLockedWhy,
    remedy: messages.notLockedRemedy,
    link: 'admin-center-environment',
    source: 'lock-unlock',
    judge: locked,
  },
  {
    key: 'environment-noted',
    id: 'F-201',
    part,
    owner: 'you',
    ...textsOf(messages.environmentNoted),
    link: 'admin-center-environment',
    source: 'finance-and-operations-keys',
    heading: 'Enable CMKs',
    judge: ({ environment: answer }) => {
      const refusal = refusalOf(answer)
      if (refusal) return couldNotRead(messages.environmentNoted.environmentUnread, refusal, 'power-platform-administrator')
      const environment = valueIn(answer)
      if (!environment) return undefined
      const financeAndOperations = environment.financeAndOperations?.url
      const { displayName, id } = environment
      const names =
        financeAndOperations === undefined
          ? messages.environmentNoted.isItSeenWithoutAddress({ displayName, id })
          : messages.environmentNoted.isItSeen({ displayName, id, address: financeAndOperations })
      return question(
        namesDiffer(environment)
          ? messages.environmentNoted.isItDifferently({ displayName })
          : messages.environmentNoted.isIt({ displayName }),
        names,
      )
    },
  },
  {
    key: 'organization-named',
    id: 'F-202',
    part,
    owner: 'lifecycle-services-administrator',
    why: messages.organizationNamedWhy,
    remedy: messages.organizationNamedRemedy,
    link: 'lifecycle-services',
    source: 'finance-and-operations-keys',
    heading: 'Enable CMKs',
    judge: ({ environment }) => {
      const value = valueIn(environment)
      return value && organization(value)
    },
  },
  {
    key: 'region-known',
    id: 'F-503',
    part,
    owner: 'you',
    ...textsOf(messages.regionKnown),
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    heading: 'Field definitions for JSON template',
    judge: ({ environment: answer }) => {
      const environment = valueIn(answer)
      if (!environment) return undefined
      const geography = geographyOf(environment.location)
      const seen = messages.regionKnown.regions({
        location: environment.location,
        azureRegion: environment.azureRegion ?? messages.notGiven,
      })
      if (!geography) return question(messages.regionKnown.regionUnknown({ location: environment.location }), seen)
      return pass(
        messages.regionKnown.regionKnown({ region: geography.title }),
        sentences(seen, messages.regionKnown.policysLocation({ policyLocation: geography.policyLocation })),
      )
    },
  },
  {
    key: 'type-allowed',
    part,
    ...typeAllowed,
    judge: ({ environment }) => {
      const value = valueIn(environment)
      return value && typeAllowed.judge(value)
    },
  },
  {
    key: 'existing-policy-noted',
    part,
    ...existingLink,
    judge: ({ environment, chosenPolicy }) => existingLink.judge(valueIn(environment), chosenPolicy),
  },
  {
    key: 'no-self-managed-key',
    id: 'F-008',
    part,
    owner: 'power-platform-administrator',
    ...textsOf(messages.noSelfManagedKey),
    link: 'admin-center-environment',
    source: 'self-managed-key-migration',
    judge: ({ environment }) => {
      const value = valueIn(environment)
      return value && selfManaged(value)
    },
  },
  {
    key: 'environment-ready',
    id: 'F-803',
    part,
    owner: 'power-platform-administrator',
    ...textsOf(messages.environmentReady),
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: state,
  },
  {
    key: 'no-other-operation',
    id: 'F-803',
    part,
    owner: 'power-platform-administrator',
    why: messages.noOtherOperationWhy,
    remedy: messages.noOtherOperationRemedy,
    byHand: [messages.noOtherOperationManual1],
    link: 'admin-center-environment',
    source: 'terraform-provider',
    judge: idle,
  },
]
