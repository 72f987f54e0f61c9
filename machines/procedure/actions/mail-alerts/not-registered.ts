import { UNREGISTERED } from '../../refusals.ts'
import { hasCode, known } from '../refusals.ts'
import { messages } from './messages.ts'

/** Azure writes nothing of a kind whose provider the subscription isn't registered for. */
export const notRegistered = known('F-A18', hasCode(UNREGISTERED), {
  meaning: messages.notRegisteredMeaning,
  remedy: messages.notRegisteredRemedy,
})
