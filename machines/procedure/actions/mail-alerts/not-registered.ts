import { UNREGISTERED } from '../../refusals.ts'
import { hasCode, known } from '../refusals.ts'
import { messages } from './messages.ts'

/** Azure refuses the write if the subscription isn't registered for the provider. */
export const notRegistered = known('F-A18', hasCode(UNREGISTERED), {
  meaning: messages.notRegisteredMeaning,
  remedy: messages.notRegisteredRemedy,
})
