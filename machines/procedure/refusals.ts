import type { Refusal } from '../engine/answer.ts'
import type { Observation } from '../engine/step/finding.ts'
import * as engine from '../engine/step/refusals.ts'
import type { DisplayText } from '../messages/message.ts'
import { type Owner, SERVICE_OWNERS } from './owners/owners.ts'
import { clicksFor, isUnregistered } from './rights/unregistered.ts'

/** @param grantsRights who grants a missing right; default: the key vault administrator */
export const readingOf = (refusal: Refusal, grantsRights?: Owner): ReturnType<typeof engine.readingOf> =>
  engine.readingOf(refusal, SERVICE_OWNERS, grantsRights)

/**
 * Observation for an unreadable resource.
 * @param title what could not be read, as a sentence without a period
 * @param grantsRights who grants a missing right; default: the key vault administrator
 */
export const couldNotRead = (title: DisplayText, refusal: Refusal, grantsRights?: Owner): Observation => ({
  ...engine.couldNotRead(title, refusal, SERVICE_OWNERS, grantsRights),
  ...(isUnregistered(refusal) ? { byHand: clicksFor(refusal) } : {}),
})

/** Azure's error code for an unregistered resource provider. */
export const UNREGISTERED = 'MissingSubscriptionRegistration'

/** Key Vault's error codes for blocked networks; rights don't help. */
const OUTSIDE_THE_NETWORK = ['forbiddenbyfirewall', 'forbiddenbyconnection']

export const isOutsideNetwork = (refusal: Refusal | undefined): boolean => OUTSIDE_THE_NETWORK.includes(refusal?.code?.toLowerCase() ?? '')
