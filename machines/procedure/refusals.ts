import type { Refusal } from '../engine/answer.ts'
import type { Observation } from '../engine/step/finding.ts'
import * as engine from '../engine/step/refusals.ts'
import type { DisplayText } from '../messages/message.ts'
import { type Owner, SERVICE_OWNERS } from './owners.ts'
import { clicksFor, isUnregistered } from './rights/unregistered.ts'

/** What a refusal means, and what to do. @param grantsRights whom to ask for a right that is missing: the key vault administrator, unless told otherwise */
export const readingOf = (refusal: Refusal, grantsRights?: Owner): ReturnType<typeof engine.readingOf> =>
  engine.readingOf(refusal, SERVICE_OWNERS, grantsRights)

/**
 * The observation for something that could not be read.
 * @param title what could not be read, as a sentence without its period
 * @param grantsRights whom to ask for a right that is missing: the key vault administrator, unless told otherwise
 */
export const couldNotRead = (title: DisplayText, refusal: Refusal, grantsRights?: Owner): Observation => ({
  ...engine.couldNotRead(title, refusal, SERVICE_OWNERS, grantsRights),
  ...(isUnregistered(refusal) ? { byHand: clicksFor(refusal) } : {}),
})

/** The code with which Azure refuses what belongs to a resource provider that the subscription isn't registered for. */
export const UNREGISTERED = 'MissingSubscriptionRegistration'

/** Codes with which Key Vault turns a caller away for where the request comes from. Rights do not help against them. */
const OUTSIDE_THE_NETWORK = ['forbiddenbyfirewall', 'forbiddenbyconnection']

export const isOutsideNetwork = (refusal: Refusal | undefined): boolean => OUTSIDE_THE_NETWORK.includes(refusal?.code?.toLowerCase() ?? '')
