import type { Refusal } from '../../../engine/answer.ts'
import type { Observation, Owner } from '../../../engine/step/finding.ts'
import { couldNotRead } from '../../../engine/step/refusals.ts'
import type { DisplayText } from '../../../messages/message.ts'

/**
 * The observation for something that could not be read, with a title that says what.
 * @param grantsRights whom to ask for a right that is missing
 */
export const unread = (title: DisplayText, refusal: Refusal, grantsRights?: Owner): Observation => ({
  ...couldNotRead('', refusal, grantsRights),
  title,
})
